// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/supplement_words.h"

#include "model/print/paper_words.h"
#include "model/recommendation/supplement_check.h"
#include "model/reference/reference_data.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

const auto chineseDigits = u"一二三四五六七八九"_s;

PaperWords wordsOf(const CallPack& pack)
{
    return {pack, u"supplement"_s};
}

QString momentWords(const QDateTime& at)
{
    return at.toString(u"yyyy年M月d日H:mm"_s);
}

QString deadlineLine(const SupplementDeadline& own, const CallPack& pack)
{
    if (own.of.isEmpty())
        return u"请于%1前将申报材料报我单位，以收到时间为准。"_s.arg(momentWords(own.at));
    const CallFacts::Deadline* const bound = boundOf(own, pack);
    if (!bound)
        return momentWords(own.at);
    return u"%1：%2（原通知为%3）%4"_s.arg(bound->label.zh, momentWords(own.at), momentWords(bound->at), bound->arrival ? u"，以送达时间为准。"_s : u"。"_s);
}

SupplementPart copiesPart(const Supplement& supplement, const CallPack& pack)
{
    SupplementPart part{u"纸质材料份数"_s, {}};
    const QList<CallMaterial> materials = applicantMaterials(pack);
    for (const CallMaterial& material : materials)
        if (const int copies = supplement.copies.value(material.id); copies > 0)
            part.lines << u"%1：一式%2份。"_s.arg(material.label.zh, QString::number(copies));
    return part;
}

SupplementPart papersPart(const Supplement& supplement)
{
    SupplementPart part{u"另需提交的材料"_s, {}};
    for (qsizetype i = 0; i < supplement.papers.size(); ++i) {
        const ExtraPaper& each = supplement.papers.at(i);
        const QString remark = each.remark.isEmpty() ? QString() : QString(u'（' + each.remark + u'）');
        part.lines << u"%1. %2%3"_s.arg(QString::number(i + 1), each.title, remark) + (i + 1 == supplement.papers.size() ? u"。"_s : u"；"_s);
    }
    return part;
}

SupplementPart placesPart(const Supplement& supplement)
{
    SupplementPart part{u"报送方式"_s, {}};
    if (!supplement.mailbox.isEmpty())
        part.lines << u"电子文件发至邮箱：%1"_s.arg(supplement.mailbox);
    if (!supplement.address.isEmpty())
        part.lines << u"纸质材料寄（送）至：%1"_s.arg(supplement.address);
    return part;
}

QString labelOf(const QString& field, const CallPack& pack)
{
    if (field == u"revision")
        return u"稿次"_s;
    const Field* const found = pack.field(field);
    return found && !found->label.isEmpty() ? found->label : field;
}

} // namespace

QString shortBodyName(const QString& body)
{
    const RecommendingBody* const listed = builtInReferenceData().bodies.find(body);
    return listed && !listed->shortName.isEmpty() ? listed->shortName : body;
}

QString supplementTitle(const Supplement& supplement, const CallPack& pack)
{
    const QString pattern = supplement.repeals ? wordsOf(pack)(u"repealTitle"_s, u"{body}关于废止补充通知的通知"_s) : wordsOf(pack)(u"title"_s, u"{body}关于申报工作的补充通知"_s);
    return QString(pattern).replace(u"{body}"_s, supplement.from);
}

QString supplementIntro(const Supplement& supplement, const CallPack& pack)
{
    const QString pattern = supplement.repeals
                                ? wordsOf(pack)(u"repealIntro"_s, u"我单位就《{call}》（{document}）印发的第{before}号及以前的补充通知自本通知发出之日起废止，有关事项按原通知执行。"_s)
                                : wordsOf(pack)(u"intro"_s, u"根据《{call}》（{document}）要求，现就通过我单位推荐的有关事项补充通知如下。本通知未列事项，按原通知执行。"_s);
    const QString replaced = supplement.number > 1 && !supplement.repeals ? u"我单位此前印发的补充通知同时废止。"_s : QString();
    return QString(pattern).replace(u"{call}"_s, pack.official).replace(u"{document}"_s, pack.documentNumber).replace(u"{before}"_s, QString::number(supplement.number - 1)) + replaced;
}

QString fileNameWords(const QString& pattern, const CallPack& pack)
{
    QString words = pattern;
    const QStringList names = fileNamePlaceholders(pack);
    for (const QString& name : names)
        words.replace(u'{' + name + u'}', u'〔' + labelOf(name, pack) + u'〕');
    return words;
}

QList<SupplementPart> supplementParts(const Supplement& supplement, const CallPack& pack)
{
    SupplementPart deadlines{u"报送期限"_s, {}};
    for (const SupplementDeadline& each : supplement.deadlines)
        deadlines.lines << deadlineLine(each, pack);
    SupplementPart names{u"文件命名"_s, {}};
    if (!supplement.fileName.isEmpty())
        names.lines << u"申报书文件请命名为：%1"_s.arg(fileNameWords(supplement.fileName, pack));
    const SupplementPart rest{u"其他事项"_s, supplement.words.split(u'\n', Qt::SkipEmptyParts)};
    QList<SupplementPart> parts{deadlines, copiesPart(supplement, pack), papersPart(supplement), placesPart(supplement), names, rest};
    parts.removeIf([](const SupplementPart& part) { return part.lines.isEmpty(); });
    return parts;
}

QString numberedHeading(const QList<SupplementPart>& parts, qsizetype index)
{
    return chineseDigits.mid(index, 1) + u'、' + parts.at(index).heading;
}

LocalizedText supplementSource(const Supplement& supplement)
{
    return LocalizedText{u"%1补充通知第%2号（%3）"_s, u"%1, notice No. %2 (%3)"_s}.arg(shortBodyName(supplement.from), QString::number(supplement.number),
                                                                                      supplement.issued.toString(Qt::ISODate));
}

QString supplementText(const Supplement& supplement, const CallPack& pack)
{
    QStringList lines{u"【%1】（第%2号）"_s.arg(supplementTitle(supplement, pack), QString::number(supplement.number)), supplementIntro(supplement, pack)};
    const QList<SupplementPart> parts = supplementParts(supplement, pack);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        lines << numberedHeading(parts, i);
        lines += parts.at(i).lines;
    }
    lines << wordsOf(pack)(u"howToOpen"_s, u"请用填报程序打开随附的补充通知 PDF（拖到窗口里即可），期限、份数等会显示在申报书旁。"_s);
    if (!supplement.contact.isEmpty())
        lines << u"联系人：%1"_s.arg(supplement.contact);
    lines << supplement.from << supplement.issued.toString(u"yyyy年M月d日"_s);
    return lines.join(u'\n');
}

} // namespace jz
