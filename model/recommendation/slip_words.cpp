// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/slip_words.h"

#include "model/dossier/dossier_summary.h"
#include "model/dossier/value_words.h"
#include "model/print/page_code.h"
#include "model/print/paper_parts.h"
#include "model/reference/reference_data.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

PaperWords wordsOf(const CallPack& pack)
{
    return {pack, u"returnSlip"_s};
}

QString dayWords(QDate day)
{
    return day.toString(u"yyyy年M月d日"_s);
}

/// The short id as people read it out, in two groups of five.
QString readableId(const QUuid& dossier)
{
    const QString id = shortId(dossier);
    return id.left(5) + u'-' + id.mid(5);
}

QString filled(QString words, const ReturnSlip& slip)
{
    const QString paper = slip.title.isEmpty() ? u"申报书"_s : slip.title;
    return words.replace(u"{from}"_s, slip.from)
        .replace(u"{unit}"_s, slip.applicant)
        .replace(u"{paper}"_s, paper)
        .replace(u"{id}"_s, readableId(slip.dossier))
        .replace(u"{revision}"_s, QString::number(slip.revision))
        .replace(u"{fingerprint}"_s, QString::fromLatin1(slip.fingerprint.toHex().left(8)))
        .replace(u"{due}"_s, dayWords(slip.due));
}

} // namespace

QString slipPlace(const SlipNote& note, const Dossier& dossier, const CallPack& pack)
{
    return note.place.field.isEmpty() ? u"整份申报书"_s : placeLabel(note.place, dossier, pack).zh;
}

QString slipProposal(const SlipNote& note, const CallPack& pack)
{
    if (!note.hasProposal())
        return {};
    const QString words = valueWords(note.proposed, note.place, pack, builtInReferenceData().divisions).zh;
    return words.isEmpty() ? u"（清空）"_s : words;
}

QString slipTitle(const ReturnSlip& slip, const CallPack& pack)
{
    return slip.passed() ? wordsOf(pack)(u"passedTitle"_s, u"预审通过通知"_s) : wordsOf(pack)(u"title"_s, u"修改意见"_s);
}

QString slipIntro(const ReturnSlip& slip, const CallPack& pack)
{
    const PaperWords words = wordsOf(pack);
    if (slip.passed())
        return filled(words(u"passedIntro"_s, u"{unit}：你单位《{paper}》（编号 {id}，第 {revision} 稿，校验码 {fingerprint}）已通过预审。"_s), slip);
    QString intro = words(u"intro"_s, u"{unit}：你单位《{paper}》（编号 {id}，第 {revision} 稿，校验码 {fingerprint}）经预审，请按下列意见修改。"_s);
    if (slip.due.isValid())
        intro += words(u"dueIntro"_s, u"修改后的下一稿请于 {due}前报来。"_s);
    return filled(intro, slip);
}

QString slipNextStep(const ReturnSlip& slip, const CallPack& pack)
{
    if (!slip.passed())
        return {};
    QString next = wordsOf(pack)(u"next"_s, u"请就这一稿定稿、打印，由负责人签字并加盖公章，扫描后报来；签章的纸质原件按通知要求报送。"
                                            "这一稿的内容如再有改动，须重新预审。"_s);
    if (slip.due.isValid())
        next += filled(wordsOf(pack)(u"dueNext"_s, u"请于 {due}前报来。"_s), slip);
    return next;
}

QString slipText(const ReturnSlip& slip, const Dossier& dossier, const CallPack& pack)
{
    QStringList lines{u"【%1】"_s.arg(slipTitle(slip, pack)), slipIntro(slip, pack)};
    if (const QString next = slipNextStep(slip, pack); !next.isEmpty())
        lines << next;
    if (!slip.letter.trimmed().isEmpty())
        lines << slip.letter.trimmed();
    for (qsizetype i = 0; i < slip.notes.size(); ++i) {
        const SlipNote& note = slip.notes.at(i);
        QString line = u"%1. %2：%3"_s.arg(QString::number(i + 1), slipPlace(note, dossier, pack), note.words);
        if (!note.quote.isEmpty())
            line += u"\n   所指：“%1”"_s.arg(note.quote);
        if (note.hasProposal())
            line += u"\n   建议改为：%1"_s.arg(slipProposal(note, pack));
        lines << line;
    }
    lines << (slip.passed() ? u"请在本程序里打开随附的 PDF，预审结果会记入申报书。请勿另存或打印成 PDF。"_s
                            : u"请在本程序里打开随附的 PDF，逐条修改后再报来。请勿另存或打印成 PDF。"_s);
    QString sender = slip.from + u"　"_s + dayWords(slip.issued);
    if (!slip.contact.isEmpty())
        sender += u"　联系人："_s + slip.contact;
    lines << sender;
    return lines.join(u'\n') + u'\n';
}

} // namespace jz
