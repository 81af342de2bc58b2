// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/prospect_register.h"

#include "model/base/error.h"
#include "model/base/make_finding.h"
#include "model/exchange/table_file.h"
#include "model/procedure/batch_pack.h"
#include "model/reference/credit_code.h"
#include "model/reference/text_forms.h"

#include <QFileInfo>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

int rankOf(const QString& state)
{
    const QList<ProspectState> all = prospectStates();
    for (int i = 0; i < all.size(); ++i)
        if (all.at(i).id == state)
            return i;
    return -1;
}

bool isSameUnit(const Prospect& prospect, const QString& code, const QString& unit)
{
    if (!prospect.code.isEmpty() && !code.isEmpty())
        return prospect.code == code;
    return comparisonKey(prospect.unit) == comparisonKey(unit);
}

/// The state that a dossier brings its unit to.
QString stateOf(const Candidate& candidate)
{
    return candidate.copies > 0 ? u"paper"_s : candidate.isSigned() ? u"signed"_s : u"received"_s;
}

const Candidate* candidateFor(const Prospect& prospect, const QList<Candidate>& candidates, const QSet<qint64>& taken)
{
    for (const Candidate& candidate : candidates)
        if (prospect.candidate == candidate.key)
            return &candidate;
    for (const Candidate& candidate : candidates)
        if (!candidate.isWithdrawn() && !taken.contains(candidate.key) && isSameUnit(prospect, candidate.code, candidate.applicant))
            return &candidate;
    return nullptr;
}

[[noreturn]] void refuse(const LocalizedText& why, const QString& subject)
{
    throw Error(ErrorCode::Usage, why, subject);
}

/// A unit as it is kept: trimmed, and nothing wrong with it.
Prospect checked(Prospect prospect)
{
    prospect.unit = prospect.unit.trimmed();
    prospect.code = normalisedCode(prospect.code);
    if (prospect.state.isEmpty())
        prospect.state = prospectStates().first().id;
    if (comparisonKey(prospect.unit).isEmpty())
        refuse(text(u"请写单位名称。", u"Give the name of the unit."), u"unit"_s);
    if (!prospect.code.isEmpty() && !credit_code::checks(prospect.code))
        refuse(LocalizedText{u"“%1”不是有效的统一社会信用代码，请核对证照；不知道时可以不填。"_s, u"“%1” is no valid credit code; it may be left out."_s}.arg(prospect.code), prospect.code);
    if (rankOf(prospect.state) < 0) {
        QStringList known;
        const QList<ProspectState> all = prospectStates();
        for (const ProspectState& each : all)
            known << each.id + u'（' + each.word.zh + u'）';
        refuse(LocalizedText{u"没有名为“%1”的状态。有：%2。"_s, u"There is no state “%1”. There are: %2."_s}.arg(prospect.state, known.join(u"、"_s)), prospect.state);
    }
    return prospect;
}

/// What the form calls the unit: its first text that has to be filled in.
QString unitLabel(const CallPack& pack)
{
    for (const Section& section : pack.sections)
        for (const Field& field : section.fields)
            if (field.type == FieldType::Text && field.requirement == Requirement::Required)
                return headKey(field.label);
    return {};
}

/// Heads by which a column is known.
QList<QStringList> columnHeads(const CallPack& pack)
{
    return {
        {u"单位名称"_s, u"单位"_s, u"申报单位"_s, u"意向单位"_s, u"申报单位名称"_s, u"unit"_s, unitLabel(pack)},
        {u"统一社会信用代码"_s, u"信用代码"_s, u"社会信用代码"_s, u"code"_s},
        {u"联系人"_s, u"联系人姓名"_s, u"contact"_s},
        {u"联系电话"_s, u"电话"_s, u"手机"_s, u"手机号"_s, u"联系方式"_s, u"phone"_s},
        {u"状态"_s, u"进度"_s, u"state"_s},
        {u"网上申报"_s, u"网报"_s, u"online"_s},
        {u"备注"_s, u"说明"_s, u"remark"_s},
    };
}

QString stateIn(const QString& word)
{
    const QList<ProspectState> all = prospectStates();
    for (const ProspectState& each : all)
        if (word == each.id || word == each.word.zh || word == each.word.en)
            return each.id;
    return word;
}

/// What a row says laid over what is known.
Prospect withRow(Prospect prospect, const FoundTable& table, int row)
{
    const auto cell = [&](int head) { return table.cell(row, head); };
    const QList<QString Prospect::*> members{&Prospect::unit, &Prospect::code, &Prospect::contact, &Prospect::phone, &Prospect::state, &Prospect::online, &Prospect::remark};
    for (int i = 0; i < members.size(); ++i)
        if (!cell(i).isEmpty())
            prospect.*members.at(i) = members.at(i) == &Prospect::state ? stateIn(cell(i)) : cell(i);
    return prospect;
}

/// Takes the rows of one sheet.
class TableIntake
{
public:
    TableIntake(const QList<Prospect>& known, qint64 batch) : m_all(known), m_batch(batch) {}

    void take(const FoundTable& table, int row)
    {
        Prospect fresh;
        fresh.batch = m_batch;
        const Prospect read = withRow(fresh, table, row);
        if (read.unit.isEmpty() && read.code.isEmpty() && read.contact.isEmpty())
            return;
        const auto known = std::find_if(m_all.begin(), m_all.end(), [&](const Prospect& each) { return isSameUnit(each, normalisedCode(read.code), read.unit); });
        try {
            const Prospect now = checked(withRow(known == m_all.end() ? fresh : *known, table, row));
            ++(known == m_all.end() ? m_result.added : m_result.changed);
            if (known == m_all.end())
                m_all << now;
            else
                *known = now;
        } catch (const Error& error) {
            m_result.findings << makeFinding("prospect.row", Severity::Warning,
                                             LocalizedText{u"工作表“%1”第 %2 行没有收入：%3"_s, u"Sheet “%1”, row %2 was left out: %3"_s}.arg(table.sheet.name, QString::number(row + 1), error.message()));
        }
    }

    const QList<Prospect>& all() const { return m_all; }
    const ProspectImport& result() const { return m_result; }

private:
    QList<Prospect> m_all;
    qint64 m_batch;
    ProspectImport m_result;
};

QString timeWords(const QDateTime& at)
{
    return at.toString(u"yyyy年M月d日 H:mm"_s);
}

const CallFacts::Deadline* deadlineOf(const CallPack& pack, bool arrival)
{
    for (const CallFacts::Deadline& each : pack.facts.deadlines)
        if (each.arrival == arrival)
            return &each;
    return nullptr;
}

LocalizedText dueBy(const LocalizedText& what, const CallFacts::Deadline* deadline)
{
    return deadline ? LocalizedText{u"%1（%2 前）"_s, u"%1 (by %2)"_s}.arg(what, LocalizedText{timeWords(deadline->at), deadline->at.toString(u"yyyy-MM-dd HH:mm"_s)}) : what;
}

/// What is missing of the dossier itself.
LocalizedText dossierMissing(const Candidate* candidate)
{
    if (!candidate)
        return text(u"申报书电子稿（送审稿）", u"the application form as a file, for review");
    if (candidate->state == "returned"_L1)
        return LocalizedText{u"按修改意见改好的申报书（现有第 %1 稿已退回）"_s, u"the revised form (revision %1 was returned)"_s}.arg(QString::number(candidate->revision));
    if (candidate->errors > 0)
        return LocalizedText{u"更正后的申报书（现有第 %1 稿还有 %2 处错误）"_s, u"a corrected form (revision %1 has %2 errors)"_s}.arg(QString::number(candidate->revision),
                                                                                                                   QString::number(candidate->errors));
    if (!candidate->isSigned() && candidate->state == "passed"_L1)
        return text(u"签名、盖章后的申报书（预审已通过）", u"the form signed and sealed (the pre-review was passed)");
    return {};
}

} // namespace

QList<ProspectState> prospectStates()
{
    return {{u"intends"_s, text(u"有意向", u"means to apply")}, {u"drafting"_s, text(u"填写中", u"drafting")}, {u"received"_s, text(u"已收电子稿", u"file received")},
            {u"signed"_s, text(u"已签章", u"signed")},          {u"paper"_s, text(u"纸质已收", u"paper received")}, {u"given-up"_s, text(u"放弃申报", u"gave up")}};
}

LocalizedText prospectStateWord(const QString& id)
{
    const int rank = rankOf(id);
    return rank < 0 ? LocalizedText{id, id} : prospectStates().at(rank).word;
}

void attachArrivals(Workspace& workspace, qint64 batch)
{
    const QList<Candidate> candidates = workspace.batches().candidates(batch);
    const QList<Prospect> all = workspace.prospects().of(batch);
    QSet<qint64> taken;
    for (const Prospect& each : all)
        taken.insert(each.candidate);
    QList<Prospect> changed;
    for (const Prospect& each : all) {
        const Candidate* const candidate = candidateFor(each, candidates, taken);
        if (!candidate || each.state == "given-up"_L1)
            continue;
        taken.insert(candidate->key);
        Prospect now = each;
        now.candidate = candidate->key;
        if (rankOf(stateOf(*candidate)) > rankOf(each.state))
            now.state = stateOf(*candidate);
        if (now.candidate != each.candidate || now.state != each.state)
            changed << now;
    }
    if (!changed.isEmpty())
        workspace.prospects().keepAll(changed);
}

qint64 keepProspect(Workspace& workspace, const Prospect& prospect)
{
    const Prospect kept = checked(prospect);
    const QList<Prospect> all = workspace.prospects().of(prospect.batch);
    for (const Prospect& each : all)
        if (each.key != kept.key && isSameUnit(each, kept.code, kept.unit))
            refuse(LocalizedText{u"“%1”已经在名录里。"_s, u"“%1” is in the register already."_s}.arg(each.unit), each.unit);
    const qint64 key = workspace.prospects().keep(kept);
    attachArrivals(workspace, prospect.batch);
    return key;
}

ProspectImport importProspects(Workspace& workspace, qint64 batch, const QString& path)
{
    const auto table = findTable(readTableFile(path), columnHeads(batchPack(workspace, batch)));
    if (table) {
        TableIntake intake(workspace.prospects().of(batch), batch);
        for (int row = table->head + 1; row < table->sheet.rows.size(); ++row)
            intake.take(*table, row);
        workspace.prospects().keepAll(intake.all());
        attachArrivals(workspace, batch);
        return intake.result();
    }
    throw Error(ErrorCode::Malformed,
                text(u"表里没有“单位名称”一列。请在表头写上单位名称、统一社会信用代码、联系人、电话、备注等。",
                     u"The workbook has no column for the unit's name. Give it a head: 单位名称, and 统一社会信用代码, 联系人, 电话, 备注 as wanted."),
                QFileInfo(path).fileName());
}

QList<LocalizedText> missingFrom(const Prospect& prospect, const BatchView& view, const CallPack& pack)
{
    QList<LocalizedText> missing;
    if (prospect.state == "given-up"_L1)
        return missing;
    const auto found = std::find_if(view.candidates.begin(), view.candidates.end(), [&](const Candidate& each) { return each.key == prospect.candidate; });
    const Candidate* const candidate = prospect.candidate == 0 || found == view.candidates.end() ? nullptr : &*found;
    if (candidate && candidate->isWithdrawn())
        return missing;
    const LocalizedText dossier = dossierMissing(candidate);
    if (!dossier.isEmpty())
        missing << dossier;
    if (prospect.online.isEmpty() && (!candidate || candidate->online.isEmpty()))
        missing << dueBy(text(u"网上申报，完成后请告知", u"the online submission, and word that it is done"), deadlineOf(pack, false));
    if (candidate && candidate->isSigned() && candidate->copies == 0 && prospect.state != "paper"_L1)
        missing << dueBy(text(u"纸质材料", u"the paper copies"), deadlineOf(pack, true));
    return missing;
}

LocalizedText reminderText(const Prospect& prospect, const BatchView& view, const CallPack& pack, const QDateTime& now)
{
    const QList<LocalizedText> missing = missingFrom(prospect, view, pack);
    if (missing.isEmpty())
        return {};
    LocalizedText words = LocalizedText{u"%1您好：\n贵单位（%2）拟按《%3》申报，目前还缺：\n"_s, u"Dear %1,\nfor the application of %2 to “%3” we still miss:\n"_s}.arg(prospect.contact, prospect.unit, pack.official);
    for (qsizetype i = 0; i < missing.size(); ++i) {
        words.zh += u"%1. %2\n"_s.arg(QString::number(i + 1), missing.at(i).zh);
        words.en += u"%1. %2\n"_s.arg(QString::number(i + 1), missing.at(i).en);
    }
    for (const CallFacts::Deadline& each : pack.facts.deadlines) {
        if (each.at < now)
            continue;
        words.zh += u"%1：%2\n"_s.arg(each.label.zh, timeWords(each.at));
        words.en += u"%1: %2\n"_s.arg(each.label.en, each.at.toString(u"yyyy-MM-dd HH:mm"_s));
    }
    const Body& body = view.batch.body;
    const QString contact = QStringList{body.contact, body.phone}.join(u' ').trimmed();
    if (!contact.isEmpty())
        words = {words.zh + u"如有疑问请联系：%1\n"_s.arg(contact), words.en + u"Questions to: %1\n"_s.arg(contact)};
    return {words.zh + body.name, words.en + body.name};
}

} // namespace jz
