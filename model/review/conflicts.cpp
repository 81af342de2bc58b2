// SPDX-License-Identifier: Apache-2.0
#include "model/review/conflicts.h"

#include "model/reference/text_forms.h"
#include "model/reference/unit_names.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

struct ExpertUnit
{
    QString name;
    QString key;
    bool isDeclared;
};

QList<ExpertUnit> unitsOf(const Expert& expert)
{
    QList<ExpertUnit> units;
    const QStringList own = QStringList{expert.unit} + expert.aliases;
    for (const QString& each : own)
        if (!unitKey(each).isEmpty())
            units << ExpertUnit{each, unitKey(each), false};
    for (const QString& each : expert.declared)
        if (!unitKey(each).isEmpty())
            units << ExpertUnit{each, unitKey(each), true};
    return units;
}

/// Gathers the evidence on one pair.
class Comparison
{
public:
    Comparison(const Expert& expert, const ComparedDossier& dossier)
        : m_expert(expert), m_dossier(dossier), m_units(unitsOf(expert)), m_name(personKey(expert.name)), m_nameInText(comparisonKey(expert.name))
    {
    }

    QList<ConflictEvidence> found()
    {
        compareCodes();
        compareUnits();
        compareBodies();
        lookForUnits();
        comparePeople();
        lookForName();
        compareMails();
        comparePhones();
        return m_evidence;
    }

private:
    void add(const QString& rule, ConflictGrade grade, const PartyText& place, const QString& of, const LocalizedText& message)
    {
        const bool known = std::any_of(m_evidence.begin(), m_evidence.end(), [&](const ConflictEvidence& each) { return each.rule == rule && each.place == place; });
        if (!known)
            m_evidence << ConflictEvidence{rule, grade, place, of, message};
    }

    void compareCodes()
    {
        const QString code = normalisedCode(m_expert.unitCode);
        for (const PartyText& each : m_dossier.parties().codes)
            if (!code.isEmpty() && normalisedCode(each.text) == code)
                add(u"same-code"_s, ConflictGrade::Excluded, each, code,
                    LocalizedText{u"与申报单位同一信用代码（%1）。"_s, u"The same credit code as the host institution (%1)."_s}.arg(code));
    }

    void compareUnits()
    {
        for (const PartyText& each : m_dossier.parties().units)
            for (const ExpertUnit& unit : m_units)
                compareUnit(each, unit);
    }

    void compareUnit(const PartyText& place, const ExpertUnit& unit)
    {
        const UnitRelation relation = unitRelation(unit.name, place.text);
        const LocalizedText whose = unit.isDeclared ? text(u"专家申明回避的", u"declared by the expert:") : text(u"专家单位", u"the expert's unit");
        if (relation == UnitRelation::Same)
            add(unit.isDeclared ? u"declared-unit"_s : u"same-unit"_s, ConflictGrade::Excluded, place, unit.name,
                LocalizedText{u"%1“%2”就是申报单位“%3”。"_s, u"%1 “%2” is the host institution “%3”."_s}.arg(whose, unit.name, place.text));
        if (relation == UnitRelation::Close)
            add(u"near-unit"_s, ConflictGrade::LookAt, place, unit.name,
                LocalizedText{u"%1“%2”与申报单位“%3”只差企业形式或简称，请核实是否同一单位。"_s, u"%1 “%2” and the host institution “%3” differ by legal form or a short name only: the same?"_s}
                    .arg(whose, unit.name, place.text));
        if (relation == UnitRelation::Part)
            add(u"part-unit"_s, ConflictGrade::LookAt, place, unit.name,
                LocalizedText{u"%1“%2”与申报单位“%3”是上下级或同属一个单位，请核实。"_s, u"%1 “%2” and the host institution “%3” belong to each other: check."_s}
                    .arg(whose, unit.name, place.text));
    }

    void compareBodies()
    {
        for (const PartyText& each : m_dossier.parties().bodies)
            for (const ExpertUnit& unit : m_units)
                if (unitRelation(unit.name, each.text) != UnitRelation::None)
                    add(u"recommending-body"_s, ConflictGrade::LookAt, each, unit.name,
                        LocalizedText{u"专家单位“%1”与推荐单位“%2”相同或有隶属关系，请核实。"_s, u"The expert's unit “%1” is, or belongs to, the recommending body “%2”: check."_s}.arg(unit.name, each.text));
    }

    void lookForUnits()
    {
        for (const ComparedDossier::Text& each : m_dossier.texts())
            for (const ExpertUnit& unit : m_units) {
                const Mention mention = mentionOf(each.sentences, unit.key);
                if (mention == Mention::None)
                    continue;
                const bool isParticipant = each.takesPart && mention == Mention::Clear;
                if (mention == Mention::Clear && !unit.isDeclared && m_unitPlace.field.isEmpty())
                    m_unitPlace = each.place;
                add(isParticipant ? u"unit-takes-part"_s : u"unit-mentioned"_s, isParticipant ? ConflictGrade::LookAt : ConflictGrade::Note, each.place, unit.name,
                    (isParticipant ? LocalizedText{u"“%1”写明“%2”参与建设，请核实。"_s, u"“%1” says that “%2” takes part: check."_s}
                                   : LocalizedText{u"“%1”提到“%2”。"_s, u"“%1” mentions “%2”."_s})
                        .arg(each.place.label, unit.name));
            }
    }

    static Mention mentionOf(const QStringList& sentences, const QString& key)
    {
        Mention best = Mention::None;
        for (const QString& each : sentences)
            best = std::max(best, unitIn(each, key));
        return best;
    }

    /// The expert's own unit that stands in one of these sentences; null for none.
    const ExpertUnit* ownUnitIn(const QStringList& sentences) const
    {
        for (const ExpertUnit& unit : m_units)
            if (!unit.isDeclared && mentionOf(sentences, unit.key) == Mention::Clear)
                return &unit;
        return nullptr;
    }

    void comparePeople()
    {
        for (const ComparedDossier::Person& each : m_dossier.people()) {
            if (!m_name.isEmpty() && each.key == m_name)
                addNamesake(each);
            for (const QString& declared : m_expert.declared)
                if (personKey(declared) == each.key)
                    add(u"declared-person"_s, ConflictGrade::LookAt, each.named.name, declared,
                        LocalizedText{u"“%1”写有专家申明回避的人“%2”，请核实是否同一人。"_s, u"“%1” names “%2”, whom the expert declared: the same person?"_s}.arg(each.named.name.label, declared));
        }
    }

    void addNamesake(const ComparedDossier::Person& person)
    {
        const PartyText& place = person.named.name;
        if (const ExpertUnit* const unit = ownUnitIn(person.beside))
            return add(u"person-and-unit"_s, ConflictGrade::Excluded, place, m_expert.name,
                       LocalizedText{u"“%1”写有“%2”，同处写有其单位“%3”。"_s, u"“%1” names “%2”, with the unit “%3” beside it."_s}.arg(place.label, place.text, unit->name));
        if (!m_unitPlace.field.isEmpty())
            return add(u"person-elsewhere-unit"_s, ConflictGrade::LookAt, place, m_expert.name,
                       LocalizedText{u"“%1”写有同名的“%2”，“%3”又提到其单位，很可能是同一人，请核实。"_s, u"“%1” names “%2”, and “%3” mentions the unit: likely the same person, check."_s}
                           .arg(place.label, place.text, m_unitPlace.label));
        add(u"person"_s, ConflictGrade::LookAt, place, m_expert.name,
            LocalizedText{u"“%1”写有同名的“%2”，没有写单位；只凭姓名不能认定，请核实。"_s, u"“%1” names “%2” without a unit; a name alone proves nothing: check."_s}.arg(place.label, place.text));
    }

    void lookForName()
    {
        for (const ComparedDossier::Text& each : m_dossier.texts())
            for (const QString& sentence : each.sentences) {
                const Mention mention = personIn(sentence, m_nameInText);
                if (mention == Mention::None)
                    continue;
                const ExpertUnit* const unit = ownUnitIn({sentence});
                if (mention == Mention::Clear && unit)
                    add(u"person-and-unit"_s, ConflictGrade::Excluded, each.place, m_expert.name,
                        LocalizedText{u"“%1”同一句里写有“%2”和其单位“%3”。"_s, u"A sentence of “%1” has “%2” and the unit “%3”."_s}.arg(each.place.label, m_expert.name, unit->name));
                else
                    add(u"person-in-text"_s, mention == Mention::Clear || unit ? ConflictGrade::LookAt : ConflictGrade::Note, each.place, m_expert.name,
                        LocalizedText{u"“%1”里出现“%2”，请核实是否指这位专家。"_s, u"“%1” has “%2”: check whether that is the expert."_s}.arg(each.place.label, m_expert.name));
            }
    }

    void compareMails()
    {
        const QString own = toHalfWidth(m_expert.mail).trimmed().toLower();
        const QString domain = unitDomain(own);
        for (const PartyText& each : m_dossier.parties().mails) {
            if (!own.isEmpty() && toHalfWidth(each.text).trimmed().toLower() == own)
                add(u"mail"_s, ConflictGrade::LookAt, each, own, LocalizedText{u"“%1”与专家的邮箱相同（%2），请核实。"_s, u"“%1” is the expert's own address (%2): check."_s}.arg(each.label, own));
            else if (!domain.isEmpty() && unitDomain(each.text) == domain)
                add(u"mail-domain"_s, ConflictGrade::LookAt, each, domain,
                    LocalizedText{u"“%1”与专家的邮箱同属 %2，请核实是否同一单位。"_s, u"“%1” and the expert's address are both of %2: the same unit?"_s}.arg(each.label, domain));
        }
    }

    void comparePhones()
    {
        const QString own = phoneKey(m_expert.phone);
        for (const PartyText& each : m_dossier.parties().phones)
            if (!own.isEmpty() && phoneKey(each.text) == own)
                add(u"phone"_s, ConflictGrade::LookAt, each, m_expert.phone, LocalizedText{u"“%1”与专家的电话相同（%2），请核实。"_s, u"“%1” is the expert's number (%2): check."_s}.arg(each.label, m_expert.phone));
    }

    const Expert& m_expert;
    const ComparedDossier& m_dossier;
    QList<ExpertUnit> m_units;
    QString m_name;
    QString m_nameInText;
    PartyText m_unitPlace; ///< where the dossier mentions the expert's unit
    QList<ConflictEvidence> m_evidence;
};

ConflictEvidence evidenceOf(const ConflictDecision& decision)
{
    ConflictEvidence evidence;
    evidence.rule = decision.decision == "excluded"_L1 ? u"decided"_s : decision.decision;
    evidence.grade = decision.decision == "cleared"_L1 ? ConflictGrade::Note : ConflictGrade::Excluded;
    evidence.message = (decision.decision == "declared"_L1  ? LocalizedText{u"专家本人申明回避：%1"_s, u"Declared by the expert: %1"_s}
                        : decision.decision == "cleared"_L1 ? LocalizedText{u"经核实不需回避：%1"_s, u"Looked at and cleared: %1"_s}
                                                            : LocalizedText{u"经核实应当回避：%1"_s, u"Looked at and excluded: %1"_s})
                           .arg(decision.reason);
    return evidence;
}

} // namespace

QString conflictGradeName(ConflictGrade grade)
{
    switch (grade) {
    case ConflictGrade::Note: return u"note"_s;
    case ConflictGrade::LookAt: return u"look-at"_s;
    case ConflictGrade::Excluded: return u"excluded"_s;
    case ConflictGrade::None: break;
    }
    return u"none"_s;
}

LocalizedText conflictGradeWord(ConflictGrade grade)
{
    switch (grade) {
    case ConflictGrade::Note: return text(u"提示", u"note");
    case ConflictGrade::LookAt: return text(u"待核实", u"to be looked at");
    case ConflictGrade::Excluded: return text(u"回避", u"excluded");
    case ConflictGrade::None: break;
    }
    return text(u"无", u"none");
}

ComparedDossier::ComparedDossier(const DossierParties& parties) : m_parties(parties)
{
    for (const PartyText& each : parties.participants)
        m_texts << Text{each, foldedSentences(each.text), true};
    for (const PartyText& each : parties.mentions)
        m_texts << Text{each, foldedSentences(each.text), false};
    for (const NamedPerson& each : parties.people) {
        Person person{each, personKey(each.name.text), {}};
        for (const QString& beside : each.beside)
            person.beside << foldedSentences(beside);
        m_people << person;
    }
}

Conflict conflictOf(const Expert& expert, const ComparedDossier& dossier, const std::optional<ConflictDecision>& decision)
{
    Conflict conflict;
    conflict.evidence = Comparison(expert, dossier).found();
    if (decision) {
        conflict.isDecided = true;
        if (decision->decision == "cleared"_L1)
            for (ConflictEvidence& each : conflict.evidence)
                each.grade = each.grade == ConflictGrade::LookAt ? ConflictGrade::Note : each.grade;
        conflict.evidence.prepend(evidenceOf(*decision));
    }
    std::stable_sort(conflict.evidence.begin(), conflict.evidence.end(), [](const auto& one, const auto& other) { return one.grade > other.grade; });
    if (!conflict.evidence.isEmpty())
        conflict.grade = conflict.evidence.first().grade;
    return conflict;
}

} // namespace jz
