// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/local_changes.h"

#include "model/recommendation/supplement_check.h"
#include "model/recommendation/supplement_words.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

LocalizedText same(const QString& words)
{
    return {words, words};
}

QString momentWords(const QDateTime& at)
{
    return at.isValid() ? at.toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

QDateTime ownDeadline(const Supplement& supplement, const QString& of)
{
    for (const SupplementDeadline& each : supplement.deadlines)
        if (each.of == of)
            return each.at;
    return {};
}

LocalizedText copiesWords(int copies)
{
    const QString number = QString::number(copies);
    return copies > 0 ? LocalizedText{number + u" 份"_s, number} : LocalizedText();
}

QString paperLines(const Supplement& supplement)
{
    QStringList lines;
    for (const ExtraPaper& each : supplement.papers)
        lines << (each.remark.isEmpty() ? each.title : QString(each.title + u'（' + each.remark + u'）'));
    return lines.join(u'\n');
}

/// Compares two notices of one body, one of which may say nothing.
class Comparison
{
public:
    Comparison(const Supplement& before, const Supplement& now, const CallPack& pack) : m_before(before), m_now(now), m_pack(pack) {}

    QList<LocalChange> run()
    {
        deadline({}, text(u"收件截止", u"receiving ends"), {});
        for (const CallFacts::Deadline& each : m_pack.facts.deadlines)
            deadline(each.id, each.label, each.at);
        const QList<CallMaterial> materials = applicantMaterials(m_pack);
        for (const CallMaterial& each : materials)
            add("copies", LocalizedText{u"份数：%1"_s, u"Copies: %1"_s}.arg(each.label), copiesWords(m_before.copies.value(each.id, each.copies)),
                copiesWords(m_now.copies.value(each.id, each.copies)));
        add("papers", text(u"另需提交的材料", u"Further papers"), same(paperLines(m_before)), same(paperLines(m_now)));
        add("mailbox", text(u"电子文件发至", u"Files go to"), same(m_before.mailbox), same(m_now.mailbox));
        add("address", text(u"纸质材料寄至", u"Paper goes to"), same(m_before.address), same(m_now.address));
        add("fileName", text(u"申报书文件命名", u"Name of the dossier's file"), same(fileName(m_before)), same(fileName(m_now)));
        add("words", text(u"其他事项", u"Other"), same(m_before.words), same(m_now.words));
        return m_changes;
    }

private:
    void add(const char* what, const LocalizedText& label, const LocalizedText& was, const LocalizedText& now)
    {
        if (was != now)
            m_changes << LocalChange{QLatin1StringView(what), label, was, now};
    }

    void deadline(const QString& of, const LocalizedText& label, const QDateTime& ofTheCall)
    {
        const QDateTime was = ownDeadline(m_before, of), now = ownDeadline(m_now, of);
        add("deadlines", label, same(momentWords(was.isValid() ? was : ofTheCall)), same(momentWords(now.isValid() ? now : ofTheCall)));
    }

    QString fileName(const Supplement& supplement) const
    {
        const QString pattern = supplement.fileName.isEmpty() ? m_pack.facts.raw.value("fileNames"_L1).toObject().value("dossier"_L1).toString() : supplement.fileName;
        return fileNameWords(pattern, m_pack);
    }

    const Supplement& m_before;
    const Supplement& m_now;
    const CallPack& m_pack;
    QList<LocalChange> m_changes;
};

} // namespace

QList<LocalChange> localChanges(const std::optional<Supplement>& before, const Supplement& supplement, const CallPack& pack)
{
    return Comparison(before.value_or(Supplement()), supplement, pack).run();
}

} // namespace jz
