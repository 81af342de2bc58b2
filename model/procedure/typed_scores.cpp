// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/typed_scores.h"

#include "model/base/error.h"
#include "model/procedure/review_results.h"
#include "model/procedure/score_intake.h"
#include "model/recommendation/data_members.h"

#include <QFileInfo>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int hashBytes = 32;
constexpr int mostDossiers = 300;

struct ScorableDossier
{
    int number = 0;     ///< in the bundle; 0: none was made
    QUuid paper;        ///< in the bundle; without one the dossier itself
    Submission dossier;
    QByteArray sha256;
};

[[noreturn]] void refuse(const LocalizedText& words, const QString& subject)
{
    throw Error(ErrorCode::Usage, words, subject);
}

QString opinionFrom(const QString& typed)
{
    static const QMap<QString, QString> words{{u"同意"_s, u"agree"_s}, {u"修改后同意"_s, u"revise"_s}, {u"不同意"_s, u"disagree"_s}};
    return words.value(typed.trimmed(), typed.trimmed());
}

bool saysYes(const QString& typed)
{
    static const QStringList words{u"yes"_s, u"true"_s, u"是"_s, u"需要"_s, u"1"_s};
    return words.contains(typed.trimmed());
}

/// What an expert has to score, and reading what was typed for it.
class TypedReading
{
public:
    TypedReading(Workspace& workspace, const ReviewRound& round, const CallPack& pack, qint64 expert) : m_pack(pack)
    {
        const QList<Submission> submissions = workspace.intakes().submissions(round.key);
        const auto submissionOf = [&](const QUuid& id) {
            const auto found = std::find_if(submissions.begin(), submissions.end(), [&](const Submission& each) { return each.dossier == id; });
            return found == submissions.end() ? Submission() : *found;
        };
        for (const PanelBundle& bundle : workspace.scores().bundles(round.key)) {
            if (bundle.expert != expert || !bundle.isInForce())
                continue;
            m_bundle = bundle;
            const QHash<QUuid, QUuid> originals = originalsOf(bundle, submissions);
            for (const QJsonValue& each : bundle.content.value("dossiers"_L1).toArray()) {
                const QUuid paper = QUuid::fromString(each[u"dossier"_s].toString());
                m_dossiers << ScorableDossier{each[u"number"_s].toInt(), paper, submissionOf(originals.value(paper, paper)), QByteArray::fromHex(each[u"sha256"_s].toString().toLatin1())};
            }
        }
        if (m_bundle)
            return;
        for (const ReviewPair& each : workspace.experts().assignment(round.key).pairs)
            if (each.second == expert)
                m_dossiers << ScorableDossier{0, each.first, submissionOf(each.first), submissionOf(each.first).paper};
        std::sort(m_dossiers.begin(), m_dossiers.end(), [](const ScorableDossier& one, const ScorableDossier& other) { return one.paper < other.paper; });
    }

    const std::optional<PanelBundle>& bundle() const { return m_bundle; }
    const QList<ScorableDossier>& dossiers() const { return m_dossiers; }

    /// In the order of the bundle, complete.
    QList<DossierScores> read(const QMap<QString, QMap<QString, QString>>& lines) const
    {
        if (m_dossiers.isEmpty())
            refuse(text(u"这位专家在本次评审中没有要评的申报书。请先分派（office assign）。", u"The expert has no dossier to score in this review. Assign some first (office assign)."), u"EXPERT"_s);
        QMap<qsizetype, DossierScores> scores;
        for (auto line = lines.begin(); line != lines.end(); ++line) {
            const qsizetype at = placeOf(line.key());
            if (scores.contains(at))
                refuse(LocalizedText{u"“%1”录了两遍。"_s, u"“%1” was typed twice."_s}.arg(m_dossiers.at(at).dossier.title), line.key());
            scores.insert(at, scoresFrom(m_dossiers.at(at), *line));
        }
        QList<DossierScores> complete;
        for (qsizetype i = 0; i < m_dossiers.size(); ++i) {
            if (!scores.contains(i))
                refuse(LocalizedText{u"评分表上还有“%1”没有录入。"_s, u"“%1” of the sheet was not typed."_s}.arg(m_dossiers.at(i).dossier.title), m_dossiers.at(i).dossier.title);
            complete << scores.value(i);
        }
        return complete;
    }

    const ScorableDossier& at(const QUuid& paper) const
    {
        return *std::find_if(m_dossiers.begin(), m_dossiers.end(), [&](const ScorableDossier& each) { return each.paper == paper; });
    }
    Rubric rubric(const ScorableDossier& dossier) const { return rubricOf(m_pack, dossier.dossier.category); }

private:
    qsizetype placeOf(const QString& asked) const
    {
        QList<qsizetype> found;
        for (qsizetype i = 0; i < m_dossiers.size(); ++i) {
            const ScorableDossier& each = m_dossiers.at(i);
            const bool byNumber = each.number > 0 && QString::number(each.number) == asked.trimmed();
            if (byNumber)
                return i;
            if (each.paper.toString(QUuid::WithoutBraces).startsWith(asked, Qt::CaseInsensitive) || each.dossier.dossier.toString(QUuid::WithoutBraces).startsWith(asked, Qt::CaseInsensitive))
                found << i;
        }
        if (found.size() == 1)
            return found.first();
        refuse((found.isEmpty() ? LocalizedText{u"这位专家的评分表里没有“%1”。可写评审包里的序号或申报书编号的开头。"_s,
                                                u"The expert's sheet has no dossier “%1”. Give its number in the bundle, or the beginning of its id."_s}
                                : LocalizedText{u"有几份申报书的编号以“%1”开头，请多写几位。"_s, u"Several dossiers have ids that begin with “%1”: write more of it."_s})
                   .arg(asked),
               asked);
    }

    DossierScores scoresFrom(const ScorableDossier& dossier, const QMap<QString, QString>& typed) const
    {
        const Rubric rubric = this->rubric(dossier);
        DossierScores scores;
        scores.dossier = dossier.paper;
        scores.sha256 = dossier.sha256;
        for (auto each = typed.begin(); each != typed.end(); ++each) {
            if (each.key() == u"opinion")
                scores.opinion = opinionFrom(*each);
            else if (each.key() == u"visit")
                scores.visit = saysYes(*each);
            else if (each.key() == u"comment")
                scores.comment = *each;
            else if (each.key() == u"conflict")
                scores.conflict = each->trimmed();
            else
                addPoints(scores, dossier, rubric, {each.key(), *each});
        }
        const QList<LocalizedText> problems = scoreProblems(scores, rubric);
        if (!problems.isEmpty())
            refuse(LocalizedText{u"“%1”：%2"_s, u"“%1”: %2"_s}.arg(dossier.dossier.title, problems.first()), dossier.dossier.title);
        if (!scores.opinion.isEmpty() && scores.opinion != u"agree" && scores.opinion != u"revise" && scores.opinion != u"disagree")
            refuse(LocalizedText{u"“%1”：结论应为同意、修改后同意或不同意。"_s, u"“%1”: the opinion is agree, revise or disagree."_s}.arg(dossier.dossier.title), u"opinion"_s);
        return scores;
    }

    static void addPoints(DossierScores& scores, const ScorableDossier& dossier, const Rubric& rubric, const std::pair<QString, QString>& typed)
    {
        const Criterion* const criterion = rubric.criterion(typed.first);
        if (!criterion)
            refuse(LocalizedText{u"“%1”：评分标准中没有“%2”这一项。"_s, u"“%1”: the rubric has no criterion “%2”."_s}.arg(dossier.dossier.title, typed.first), typed.first);
        const TypedPoints points = readPoints(typed.second, *criterion, rubric);
        if (!points.problem.isEmpty())
            refuse(LocalizedText{u"“%1”“%2”：%3"_s, u"“%1”, “%2”: %3"_s}.arg(dossier.dossier.title, criterion->title, points.problem), typed.first);
        if (points.points)
            scores.points.insert(criterion->id, *points.points);
    }

    const CallPack& m_pack;
    std::optional<PanelBundle> m_bundle;
    QList<ScorableDossier> m_dossiers;
};

QList<TypedDifference> differencesBetween(const QList<DossierScores>& one, const QList<DossierScores>& other, const TypedReading& reading)
{
    QList<TypedDifference> differences;
    for (const DossierScores& first : one) {
        const auto second = std::find_if(other.begin(), other.end(), [&](const DossierScores& each) { return each.dossier == first.dossier; });
        const ScorableDossier& dossier = reading.at(first.dossier);
        const auto compare = [&](const QString& id, const QString& label, const QString& was, const QString& now) {
            if (was != now)
                differences << TypedDifference{dossier.dossier.dossier, dossier.dossier.title, id, label, was, now};
        };
        if (second == other.end()) {
            compare(u"dossier"_s, u"申报书"_s, dossier.dossier.title, {});
            continue;
        }
        const auto pointsOf = [](const DossierScores& scores, const QString& id) { return scores.points.contains(id) ? pointsText(scores.points.value(id)) : QString(); };
        for (const Criterion& each : reading.rubric(dossier).criteria)
            compare(each.id, each.title, pointsOf(first, each.id), pointsOf(*second, each.id));
        compare(u"opinion"_s, u"结论"_s, first.opinion, second->opinion);
        compare(u"visit"_s, u"实地考察"_s, first.visit ? u"是"_s : u"否"_s, second->visit ? u"是"_s : u"否"_s);
        compare(u"conflict"_s, u"回避"_s, first.isVoid() ? u"是"_s : u"否"_s, second->isVoid() ? u"是"_s : u"否"_s);
    }
    return differences;
}

/// Makes a typing into what the store keeps.
class TypedKeeping
{
public:
    TypedKeeping(Workspace& workspace, const ReviewRound& round, const CallPack& pack, const TypedEntry& entry) : m_workspace(workspace), m_round(round), m_pack(pack), m_entry(entry)
    {
        qint64 closed = 0;
        for (const ScoreSheetRecord& each : workspace.scores().sheets(round.key)) {
            if (each.expert != entry.expert)
                continue;
            m_version = std::max(m_version, each.version);
            for (const QJsonValue& typed : each.content.value("typed"_L1).toArray())
                closed = std::max(closed, typed.toInteger());
        }
        for (const TypedSheet& each : workspace.scores().typed(round.key, entry.expert))
            if (each.key > closed)
                (each.pass == 1 ? m_first : m_second) = each;
    }

    TypedOutcome enter(qint64 person, bool dryRun)
    {
        TypedOutcome outcome;
        outcome.pass = m_entry.pass > 0 ? m_entry.pass : m_first ? 2 : 1;
        if (outcome.pass == 2 && !m_first)
            refuse(text(u"还没有录过第一遍。请先录第一遍（--pass 1）。", u"Nothing was typed a first time. Type it with --pass 1 first."), u"pass"_s);
        const TypedReading reading(m_workspace, m_round, m_pack, m_entry.expert);
        const ScoreSheet sheet = sheetFrom(reading);
        const std::optional<TypedSheet>& other = outcome.pass == 1 ? m_second : m_first;
        if (other)
            outcome.differences = differencesOf(outcome.pass, sheet, other->content, reading);
        outcome.state = !other ? TypedOutcome::State::Kept : outcome.differences.isEmpty() ? TypedOutcome::State::Accepted : TypedOutcome::State::Differs;
        outcome.samePerson = other && other->person == person;
        outcome.hasPhoto = !m_entry.photo.isEmpty() || (m_first && !m_first->photo.isEmpty()) || (m_second && !m_second->photo.isEmpty());
        outcome.version = outcome.state == TypedOutcome::State::Accepted ? sheet.version : 0;
        if (!dryRun)
            keep(outcome, sheet, reading, person);
        return outcome;
    }

private:
    ScoreSheet sheetFrom(const TypedReading& reading) const
    {
        ScoreSheet sheet;
        sheet.callId = m_pack.id;
        sheet.formHash = m_pack.formHash;
        sheet.panel = reading.bundle() ? reading.bundle()->number : u"-"_s;
        sheet.expert = m_workspace.experts().byKey(m_entry.expert).value_or(Expert()).name;
        sheet.version = m_version + 1;
        sheet.answer = u"accepted"_s;
        sheet.finished = QDate::currentDate();
        sheet.dossiers = reading.read(m_entry.lines);
        sheet.binding = reading.bundle() ? bindingOf(sheet, reading.bundle()->secret) : QByteArray(hashBytes, '\0');
        return sheet;
    }

    static QList<TypedDifference> differencesOf(int pass, const ScoreSheet& sheet, const QJsonObject& other, const TypedReading& reading)
    {
        ScoreSheetRecord record;
        record.content = other;
        const ScoreSheet before = keptSheet(record);
        return pass == 1 ? differencesBetween(sheet.dossiers, before.dossiers, reading) : differencesBetween(before.dossiers, sheet.dossiers, reading);
    }

    void keep(const TypedOutcome& outcome, const ScoreSheet& sheet, const TypedReading& reading, qint64 person)
    {
        TypedSheet typed;
        typed.expert = m_entry.expert;
        typed.pass = outcome.pass;
        typed.content = toJson(sheet);
        typed.person = person;
        if (!m_entry.photo.isEmpty())
            typed.photo = m_workspace.objects().add(m_entry.photo);
        if (outcome.state != TypedOutcome::State::Accepted) {
            m_workspace.scores().type(m_round.key, typed);
            return;
        }
        fixRules(m_workspace, m_round, m_pack);
        const TypedSheet& other = outcome.pass == 1 ? *m_second : *m_first;
        SheetAcceptance acceptance{recordOf(sheet, typed, other), declaredIn(sheet, reading, person), typed, other.key};
        m_workspace.scores().accept(m_round.key, acceptance);
    }

    ScoreSheetRecord recordOf(const ScoreSheet& sheet, const TypedSheet& typed, const TypedSheet& other) const
    {
        ScoreSheetRecord record;
        record.expert = m_entry.expert;
        record.panel = sheet.panel == u"-" ? QString() : sheet.panel;
        record.version = sheet.version;
        record.paper = typed.photo.isEmpty() ? other.photo : typed.photo;
        record.name = m_entry.photo.isEmpty() ? u"纸质评分表"_s : QFileInfo(m_entry.photo).fileName();
        record.source = u"paper"_s;
        record.content = toJson(sheet);
        record.person = typed.person;
        return record;
    }

    QList<ConflictDecision> declaredIn(const ScoreSheet& sheet, const TypedReading& reading, qint64 person) const
    {
        QList<ConflictDecision> declared;
        for (const DossierScores& each : sheet.dossiers)
            if (each.isVoid())
                declared << ConflictDecision{m_entry.expert, reading.at(each.dossier).dossier.dossier, u"declared"_s, each.conflict, person, {}};
        return declared;
    }

    Workspace& m_workspace;
    const ReviewRound& m_round;
    const CallPack& m_pack;
    const TypedEntry& m_entry;
    int m_version = 0;
    std::optional<TypedSheet> m_first;
    std::optional<TypedSheet> m_second;
};

QString plainText(const QJsonValue& value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 10);
    return value.isBool() ? (value.toBool() ? u"yes"_s : u"no"_s) : value.toString();
}

} // namespace

QMap<QString, QMap<QString, QString>> typedLines(const QJsonObject& json, const QString& subject)
{
    const DataMembers members(json, {subject, {u"录入的评分表"_s, u"typed score sheet"_s}, {}});
    QMap<QString, QMap<QString, QString>> lines;
    for (const QJsonValue& value : members.array("dossiers", mostDossiers)) {
        const QJsonObject dossier = value.toObject();
        const QString id = plainText(dossier.value("dossier"_L1));
        if (id.isEmpty() || lines.contains(id))
            members.wrong("dossiers");
        QMap<QString, QString>& line = lines[id];
        const QJsonObject points = dossier.value("points"_L1).toObject();
        for (auto each = points.begin(); each != points.end(); ++each)
            line.insert(each.key(), plainText(each.value()));
        for (const QString& name : {u"opinion"_s, u"visit"_s, u"comment"_s, u"conflict"_s})
            if (dossier.contains(name))
                line.insert(name, plainText(dossier.value(name)));
    }
    return lines;
}

void addTypedLine(QMap<QString, QMap<QString, QString>>& lines, const QString& setting)
{
    const QString place = setting.section(u'=', 0, 0);
    const QString dossier = place.section(u'.', 0, 0).trimmed();
    const QString what = place.section(u'.', 1).trimmed();
    if (dossier.isEmpty() || what.isEmpty() || !setting.contains(u'='))
        refuse(LocalizedText{u"“%1”看不懂。写法为 序号.评分项=分数，例如 1.people=12.5；结论写 1.opinion=同意。"_s,
                             u"“%1” is not understood. Write NUMBER.criterion=points, such as 1.people=12.5; an opinion is 1.opinion=agree."_s}
                   .arg(setting),
               setting);
    lines[dossier].insert(what, setting.section(u'=', 1));
}

TypedOutcome enterSheet(Workspace& workspace, const ReviewRound& round, const CallPack& pack, const TypedEntry& entry, qint64 person, bool dryRun)
{
    return TypedKeeping(workspace, round, pack, entry).enter(person, dryRun);
}

} // namespace jz
