// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/supplement_check.h"

#include "model/base/make_finding.h"
#include "model/reference/contact.h"
#include "model/reference/reference_data.h"
#include "model/reference/text_forms.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCopies = 99;
constexpr qsizetype longestLine = 200;
constexpr qsizetype longestWords = 5000;

QString momentWords(const QDateTime& at)
{
    return at.toString(u"yyyy-MM-dd HH:mm"_s);
}

/// Finds out about one notice. Lives for one call.
class SupplementCheck
{
public:
    SupplementCheck(const Supplement& supplement, const CallPack& pack) : m_supplement(supplement), m_pack(pack) {}

    Findings run()
    {
        body();
        if (m_supplement.isEmpty())
            add("empty", Severity::Error, {}, -1, text(u"补充通知里还没有写任何要求。请至少写一项。", u"The notice says nothing yet. Write one thing at least."));
        repeal();
        for (int i = 0; i < m_supplement.deadlines.size(); ++i)
            deadline(i);
        copies();
        papers();
        if (!m_supplement.mailbox.isEmpty() && !isEmail(m_supplement.mailbox))
            add("mailbox", Severity::Error, "mailbox", -1,
                LocalizedText{u"“%1”不是完整的邮箱地址。请核对。"_s, u"“%1” is no mail address. Check it."_s}.arg(m_supplement.mailbox));
        fileName();
        characters();
        return m_found;
    }

private:
    void add(const char* rule, Severity severity, const char* field, int row, const LocalizedText& words, const QString& clause = {})
    {
        Finding finding = makeFinding("", severity, words, clause);
        finding.rule = u"supplement."_s + QLatin1StringView(rule);
        finding.field = QLatin1StringView(field);
        if (row >= 0)
            finding.row = row;
        m_found << finding;
    }

    void body()
    {
        if (!m_pack.facts.quota(m_supplement.bodyKind))
            add("body", Severity::Error, "from", -1,
                LocalizedText{u"“%1”不是这次申报的推荐单位（没有名额的类别“%2”），不能出补充通知。"_s,
                              u"“%1” is no recommending body of this call (its kind “%2” has no quota) and cannot give out a notice."_s}
                    .arg(m_supplement.from, m_supplement.bodyKind));
        const RecommendingBody* const listed = builtInReferenceData().bodies.find(m_supplement.from);
        if (!listed || listed->kind != m_supplement.bodyKind)
            add("unlisted", Severity::Warning, "from", -1,
                LocalizedText{u"推荐单位名单里没有“%1”。请核对发出单位。"_s, u"“%1” is not in the list of recommending bodies. Check who sends this."_s}.arg(m_supplement.from));
    }

    void repeal()
    {
        Supplement rest = m_supplement;
        rest.repeals = false;
        rest.words.clear();
        if (m_supplement.repeals && !rest.isEmpty())
            add("repeal", Severity::Error, "repeals", -1,
                text(u"废止通知里不能再写要求。要改要求，请出一号新的补充通知，它代替以前各号。",
                     u"A notice that repeals cannot ask for anything. To ask for something else make a new one: it takes the place of those before."));
        if (m_supplement.repeals && m_supplement.number < 2)
            add("repeal", Severity::Error, "repeals", -1, text(u"还没有出过补充通知，没有可废止的。", u"There is no earlier notice to repeal."));
    }

    void deadline(int row)
    {
        const SupplementDeadline& own = m_supplement.deadlines.at(row);
        const CallFacts::Deadline* const bound = boundOf(own, m_pack);
        const bool isTwice = std::any_of(m_supplement.deadlines.begin(), m_supplement.deadlines.begin() + row, [&](const auto& each) { return each.of == own.of; });
        if (!bound || !own.at.isValid() || isTwice)
            return add("deadline", Severity::Error, "deadlines", row,
                       isTwice ? text(u"同一项期限写了两次。请留一次。", u"The same deadline stands twice. Keep one.")
                               : LocalizedText{u"申报通知里没有“%1”这项期限，或时间不对。"_s, u"The call has no deadline “%1”, or the time is wrong."_s}.arg(own.of));
        if (own.at > bound->at)
            add("late", Severity::Error, "deadlines", row,
                LocalizedText{u"本单位的期限 %1 晚于申报通知的%2（%3）。请改早。"_s, u"The date of the body's own, %1, is later than the call's: %2, %3. Make it earlier."_s}.arg(
                    momentWords(own.at), bound->label, momentWords(bound->at)),
                bound->clause);
        else if (own.of.isEmpty() && own.at > m_pack.facts.deadlines.constFirst().at)
            add("order", Severity::Warning, "deadlines", row,
                LocalizedText{u"收件期限 %1 晚于%2（%3）。请核对是否来得及。"_s, u"Receiving ends %1, after %2 (%3). Check that this leaves time."_s}.arg(
                    momentWords(own.at), m_pack.facts.deadlines.constFirst().label, momentWords(m_pack.facts.deadlines.constFirst().at)));
        if (own.at.date() < m_supplement.issued)
            add("past", Severity::Warning, "deadlines", row,
                LocalizedText{u"期限 %1 早于发出日期。请核对。"_s, u"The date %1 lies before the day of issue. Check it."_s}.arg(momentWords(own.at)));
        const WorkingDays& days = builtInReferenceData().workingDays;
        if (days.hasYear(own.at.date().year()) && !days.isWorkingDay(own.at.date()))
            add("holiday", Severity::Hint, "deadlines", row,
                LocalizedText{u"期限 %1 不是工作日。"_s, u"The date %1 is no working day."_s}.arg(momentWords(own.at)));
    }

    void copies()
    {
        const QList<CallMaterial> materials = applicantMaterials(m_pack);
        for (auto each = m_supplement.copies.begin(); each != m_supplement.copies.end(); ++each) {
            const auto known = std::find_if(materials.begin(), materials.end(), [&](const CallMaterial& material) { return material.id == each.key(); });
            if (known == materials.end())
                add("copies", Severity::Error, "copies", -1,
                    LocalizedText{u"申报通知里没有由申报单位报送的材料“%1”。"_s, u"Applicants hand in no material “%1” for this call."_s}.arg(each.key()));
            else if (each.value() < std::max(1, known->copies) || each.value() > mostCopies)
                add("copies", Severity::Error, "copies", -1,
                    LocalizedText{u"“%1”的份数应在 %2 到 %3 之间，不能是 %4。"_s, u"Copies of “%1” are %2 to %3, not %4."_s}.arg(
                        known->label, QString::number(std::max(1, known->copies)), QString::number(mostCopies), QString::number(each.value())));
        }
    }

    void papers()
    {
        QSet<QString> seen;
        for (int i = 0; i < m_supplement.papers.size(); ++i) {
            const QString title = comparisonKey(m_supplement.papers.at(i).title);
            if (title.isEmpty())
                add("paper", Severity::Error, "papers", i, text(u"另交的材料没有写名称。", u"A further paper has no name."));
            else if (seen.contains(title))
                add("paper", Severity::Error, "papers", i,
                    LocalizedText{u"另交的材料“%1”写了两次。"_s, u"The further paper “%1” stands twice."_s}.arg(m_supplement.papers.at(i).title));
            seen.insert(title);
        }
    }

    void fileName()
    {
        if (m_supplement.fileName.isEmpty())
            return;
        static const QRegularExpression placeholder(u"\\{([^{}]*)\\}"_s);
        static const QRegularExpression forbidden(uR"([\\/:*?"<>|\x00-\x1f])"_s);
        const QStringList known = fileNamePlaceholders(m_pack);
        bool tellsApart = false;
        for (auto each = placeholder.globalMatch(m_supplement.fileName); each.hasNext();) {
            const QString id = each.next().captured(1);
            tellsApart = tellsApart || id != u"revision";
            if (!known.contains(id))
                add("file-name", Severity::Error, "fileName", -1,
                    LocalizedText{u"文件命名里的“{%1}”不是这份申报书的栏目。可用：%2。"_s, u"“{%1}” in the file name is no field of this form. There are: %2."_s}.arg(
                        id, u'{' + known.join(u"} {"_s) + u'}'));
        }
        const QString rest = QString(m_supplement.fileName).remove(placeholder);
        if (rest.contains(u'{') || rest.contains(u'}') || rest.contains(forbidden))
            add("file-name", Severity::Error, "fileName", -1,
                text(uR"(文件命名里有文件名不能用的字符（\ / : * ? " < > |），或括号不成对。)", uR"(The file name has characters that no file name may have (\ / : * ? " < > |), or an odd brace.)"));
        if (!tellsApart)
            add("file-name-plain", Severity::Warning, "fileName", -1,
                text(u"文件命名里没有单位、名称等栏目，各单位的文件会重名。", u"The file name has no field in it: all applicants' files would have the same name."));
    }

    void characters()
    {
        QList<std::pair<const char*, QString>> texts{{"contact", m_supplement.contact}, {"mailbox", m_supplement.mailbox}, {"address", m_supplement.address},
                                                     {"fileName", m_supplement.fileName}, {"words", m_supplement.words}, {"from", m_supplement.from}};
        for (const ExtraPaper& each : m_supplement.papers)
            texts << std::pair("papers", each.title) << std::pair("papers", each.remark);
        for (const auto& [field, words] : std::as_const(texts)) {
            if (firstForbiddenCharacter(words) >= 0)
                add("characters", Severity::Error, field, -1,
                    text(u"文字里有看不见的控制字符，会使人看错。请重新输入，不要粘贴。", u"There are control characters in the text, which mislead whoever reads it. Type it anew."));
            if (words.size() > (qstrcmp(field, "words") == 0 ? longestWords : longestLine))
                add("length", Severity::Error, field, -1, text(u"文字太长，请写短一些。", u"The text is too long: write less."));
        }
    }

    const Supplement& m_supplement;
    const CallPack& m_pack;
    Findings m_found;
};

} // namespace

QList<CallMaterial> applicantMaterials(const CallPack& pack)
{
    QList<CallMaterial> materials;
    const QJsonObject all = pack.facts.raw.value("materials"_L1).toObject();
    for (auto each = all.begin(); each != all.end(); ++each) {
        const QJsonObject material = each->toObject();
        const QJsonObject label = material.value("label"_L1).toObject();
        if (material.value("from"_L1).toString() == u"applicant")
            materials << CallMaterial{each.key(), {label.value("zh"_L1).toString(), label.value("en"_L1).toString()}, material.value("copies"_L1).toInt()};
    }
    return materials;
}

const CallFacts::Deadline* boundOf(const SupplementDeadline& deadline, const CallPack& pack)
{
    const QList<CallFacts::Deadline>& all = pack.facts.deadlines;
    if (deadline.of.isEmpty())
        return all.isEmpty() ? nullptr : &all.constLast();
    const auto found = std::find_if(all.begin(), all.end(), [&](const CallFacts::Deadline& each) { return each.id == deadline.of; });
    return found == all.end() ? nullptr : &*found;
}

Findings supplementFindings(const Supplement& supplement, const CallPack& pack)
{
    return SupplementCheck(supplement, pack).run();
}

QStringList fileNamePlaceholders(const CallPack& pack)
{
    QStringList names;
    for (const Section& section : pack.sections)
        for (const Field& field : section.fields)
            if (field.type == FieldType::Text || field.type == FieldType::CreditCode || field.type == FieldType::ComposedName || field.type == FieldType::SingleChoice
                || field.type == FieldType::RecommendingBody)
                names << field.id;
    return names << u"revision"_s;
}

} // namespace jz
