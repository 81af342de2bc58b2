// SPDX-License-Identifier: Apache-2.0
#include "app/finding_lines.h"

#include "app/command_line.h"

#include "model/dossier/dossier_summary.h"

#include <QJsonDocument>

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

LocalizedText severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return text(u"错误", u"error");
    case Severity::Warning:
        return text(u"警告", u"warning");
    case Severity::Hint:
        return text(u"提示", u"hint");
    }
    return {};
}

} // namespace

QString findingLine(const Finding& finding)
{
    QString words = severityWord(finding.severity).in(language()) + u"  ";
    if (!finding.field.isEmpty())
        words += finding.field + (finding.row ? u"[%1]"_s.arg(*finding.row + 1) : QString()) + u"  ";
    words += finding.message.in(language());
    if (!finding.reason.isEmpty())
        words += text(u"（理由：%1）", u" (reason: %1)").in(language()).arg(finding.reason);
    if (!finding.clause.isEmpty())
        words += u"  ["_s + finding.clause + u']';
    return words;
}

QString valueText(const QJsonValue& value)
{
    if (value.isNull())
        return text(u"（空）", u"(nothing)").in(language());
    if (value.isString())
        return value.toString();
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

QString changeLine(const Change& change, const Dossier& dossier, const CallPack& pack)
{
    return placeLabel(change.address, dossier, pack).in(language()) + u": " + valueText(change.was) + u" → " + valueText(change.now);
}

} // namespace jz::cli
