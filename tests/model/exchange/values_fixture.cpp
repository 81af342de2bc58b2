// SPDX-License-Identifier: Apache-2.0
#include "tests/model/exchange/values_fixture.h"

#include "model/base/json_file.h"
#include "model/call/call_pack_reader.h"
#include "resources/init_resources.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace jz::test {

using namespace Qt::StringLiterals;

QByteArray tinyFile(const QString& name)
{
    const QByteArray own = name.toUtf8();
    if (name.endsWith(u".pdf"_s))
        return "%PDF-1.4\n%" + own;
    if (name.endsWith(u".png"_s))
        return "\x89PNG\r\n\x1A\n" + own;
    return "\xFF\xD8\xFF\xE0" + own;
}

void ValuesFolder::copySample(const QString& name) const
{
    initResources();
    const QByteArray bytes = readFile(u":/samples/"_s + name);
    write(u"values.json"_s, bytes);
    const QJsonObject attachments = parseJsonObject(bytes, name).value("attachments"_L1).toObject();
    for (const QJsonValue& list : attachments) {
        for (const QJsonValue& item : list.toArray()) {
            const QString file = item.isString() ? item.toString() : item.toObject().value("path"_L1).toString();
            write(file, tinyFile(file));
        }
    }
}

void ValuesFolder::writeValues(const QJsonObject& file) const
{
    write(u"values.json"_s, QJsonDocument(file).toJson());
}

ValuesFile ValuesFolder::read() const
{
    return readValuesFile(path(u"values.json"_s), findBuiltInCallPack);
}

QStringList places(const Findings& findings)
{
    QStringList lines;
    for (const Finding& finding : findings)
        lines.append(finding.rule + u' ' + finding.field + u' '
                     + (finding.row ? QString::number(*finding.row) : u"-"_s));
    return lines;
}

} // namespace jz::test
