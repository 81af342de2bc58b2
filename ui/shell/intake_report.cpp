// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/intake_report.h"

#include "model/base/counted_text.h"
#include "ui/style/language.h"

#include <QFileInfo>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

/// More than these are counted: a bar is no page.
constexpr qsizetype mostLines = 4;
constexpr qsizetype mostMerges = 2;

QString linesOf(const QStringList& lines)
{
    QString text = lines.mid(0, mostLines).join(u'\n');
    if (lines.size() > mostLines)
        text += u'\n' + say(u"另有 %1 处。", u"And %1 more.").arg(lines.size() - mostLines);
    return text;
}

BarMessage refusals(const QList<Error>& errors, bool onDesk)
{
    QStringList lines;
    QStringList details;
    bool otherKind = false;
    for (const Error& error : errors) {
        lines << say(error.message());
        if (!error.detail().isEmpty())
            details << error.detail();
        otherKind = otherKind || error.code() == ErrorCode::Unsupported;
    }
    QString text = linesOf(lines);
    if (onDesk && otherKind)
        text += u'\n' + say(u"要作为附件，请拖到表单里相应的附件栏目上。", u"To attach it, drop it on its field in the form.");
    return {BarMessage::Kind::Error, text, details.join(u'\n'), {}, u"intake-refused"_s};
}

QString hereAlready(const IntakeResult::Opened& opened)
{
    const QString file = QFileInfo(opened.path).fileName();
    if (opened.standing == Standing::Other)
        return say(u"“%1”是资料库里已有的一份申报书，但内容不同。打开的是资料库里的，没有改动。可以逐处比较，把要的改动合并进来。",
                   u"“%1” is a dossier of the workspace with other content. The one of the workspace is open, unchanged. Compare "
                   u"them place by place and take over what you want.")
            .arg(file);
    return say(u"“%1”这份申报书资料库里已有，打开的就是它。", u"The dossier in “%1” is in the workspace already; this is it.").arg(file);
}

QString mergeWords(const IntakeResult::Opened& opened, const IntakeResult& result)
{
    if (result.opened.size() == 1)
        return say(u"比较并合并…", u"Compare and merge…");
    return say(u"合并“%1”…", u"Merge “%1”…").arg(QFileInfo(opened.path).fileName());
}

} // namespace

QList<BarMessage> reportOf(const IntakeResult& result, bool onDesk, const std::function<void(const IntakeResult::Opened&)>& merge)
{
    QList<BarMessage> messages;
    if (!result.refused.isEmpty())
        messages << refusals(result.refused, onDesk);
    QStringList here;
    QStringList found;
    QList<BarMessage::Action> merges;
    int taken = 0;
    for (const IntakeResult::Opened& opened : result.opened) {
        if (opened.standing == Standing::New)
            ++taken;
        else if (!opened.path.isEmpty())
            here << hereAlready(opened);
        if (opened.standing == Standing::Other)
            merges.append({mergeWords(opened, result), [merge, opened] { merge(opened); }});
        for (const Finding& finding : opened.findings)
            found << say(finding.message);
    }
    if (!here.isEmpty())
        messages << BarMessage{merges.isEmpty() ? BarMessage::Kind::Hint : BarMessage::Kind::Warning, linesOf(here), {}, merges.mid(0, mostMerges), u"intake-here"_s};
    if (!found.isEmpty())
        messages << BarMessage{BarMessage::Kind::Warning, QString(say(u"读取时发现（已记到各栏的“备注”里，关掉这一条以后还能看到）：", u"Found in reading (kept in the notes of the fields):") + u'\n' + linesOf(found)), {}, {}, u"intake-found"_s};
    if (result.opened.size() > 1 && taken > 0)
        messages << BarMessage{BarMessage::Kind::Good, say(counted(u"收入了 %1 份申报书，都列在开始页上。", u"%1 {dossier was|dossiers were} taken in; the start page lists {it|them}.").arg(QString::number(taken))), {}, {}, u"intake-taken"_s};
    if (result.cancelled)
        messages << BarMessage{BarMessage::Kind::Hint, say(u"已停止；没有读完的文件没有收入。", u"Stopped; files that were not read to the end were not taken in."), {}, {}, u"intake-stopped"_s};
    return messages;
}

} // namespace jz::ui
