// SPDX-License-Identifier: Apache-2.0
#include "model/reference/reference_data.h"

#include "model/base/json_file.h"
#include "resources/init_resources.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QByteArray table(const QString& name)
{
    return readWholeFile(u":/reference/"_s + name, 5'000'000);
}

ReferenceData readTables()
{
    initResources();
    return {Divisions::fromCsv(table(u"divisions.csv"_s), table(u"divisions-changes.csv"_s)),
            WorkingDays::fromCsv(table(u"workdays.csv"_s), u"workdays.csv"_s),
            RecommendingBodies::fromCsv(table(u"recommenders.csv"_s), u"recommenders.csv"_s)};
}

/// The line of a division; empty when there is none.
QByteArray lineOf(const QByteArray& divisions, const QByteArray& code)
{
    const qsizetype at = divisions.indexOf(QByteArray('\n' + code + ','));
    return at < 0 ? QByteArray() : divisions.mid(at + 1, divisions.indexOf('\n', at + 1) - at);
}

/// The lines of a division and of all above it, the highest first.
QByteArray linesUpFrom(const QByteArray& divisions, const QByteArray& code)
{
    QByteArray lines;
    QByteArray line = lineOf(divisions, code);
    for (int level = 0; !line.isEmpty() && level < 3; ++level) {
        lines.prepend(line);
        line = lineOf(divisions, line.split(',').value(3));
    }
    return lines;
}

} // namespace

const ReferenceData& builtInReferenceData()
{
    // Never destroyed: taking thousands of entries apart would delay the end of every process that looks at one file.
    static const ReferenceData& data = *new ReferenceData(readTables());
    return data;
}

QString divisionName(const QString& code)
{
    const bool isCode = code.size() == 6 && std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isCode)
        return code;
    initResources();
    const QByteArray divisions = table(u"divisions.csv"_s);
    QByteArray lines = linesUpFrom(divisions, code.toLatin1());
    if (lines.isEmpty()) // a former one stands below what has the first four digits
        lines = linesUpFrom(divisions, code.first(4).toLatin1() + "00");
    const QByteArray header = divisions.first(divisions.indexOf('\n') + 1);
    const QStringList names = Divisions::fromCsv(header + lines, table(u"divisions-changes.csv"_s)).names(code);
    return names.isEmpty() ? code : names.join(QString());
}

} // namespace jz
