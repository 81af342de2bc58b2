// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/returning.h"

#include "model/base/error.h"
#include "model/procedure/batch_pack.h"
#include "model/procedure/dossier_input.h"
#include "model/recommendation/batch.h"
#include "model/recommendation/return_slip_file.h"
#include "model/recommendation/slip_notes.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Met = NoteOutcome::Met;

/// Whether a change is at the place of a note, or inside it.
bool touches(const Change& change, const Address& place)
{
    const Address& changed = change.address;
    if (changed.part != place.part || changed.field != place.field)
        return false;
    if (!place.row.isEmpty() && changed.row != place.row)
        return false;
    return place.column.isEmpty() || changed.column.isEmpty() || changed.column == place.column;
}

/// The value at a place; null when it is not there.
QJsonValue valueAt(const Dossier& dossier, const Address& place)
{
    if (place.row.isEmpty())
        return place.part == Address::Part::Value ? dossier.values.value(place.field) : QJsonValue();
    const QJsonArray rows = rowsOf(dossier, place.part, place.field);
    for (const QJsonValue& row : rows)
        if (row["id"_L1].toString() == place.row)
            return place.column.isEmpty() ? row : row[place.column];
    return {};
}

Met metIn(const SlipNote& note, const Resubmission& resubmission)
{
    if (note.place.field.isEmpty())
        return Met::Unknown;
    if (note.hasProposal() && valueAt(resubmission.now, note.place) == note.proposed)
        return Met::Proposal;
    const bool changed = std::any_of(resubmission.changes.begin(), resubmission.changes.end(), [&](const Change& each) { return touches(each, note.place); });
    return changed ? Met::Changed : Met::Unchanged;
}

Candidate candidateOf(Workspace& workspace, qint64 batch, const QUuid& dossier)
{
    if (const std::optional<Candidate> found = workspace.batches().candidate(batch, dossier))
        return *found;
    throw Error(ErrorCode::NotFound, text(u"这一批里没有这份申报书。", u"This dossier is not in the batch."), dossier.toString(QUuid::WithoutBraces));
}

CandidatePaper entryOf(const Candidate& candidate, const QString& occasion, qint64 person)
{
    CandidatePaper entry;
    entry.candidate = candidate.key;
    entry.paper = candidate.paper;
    entry.kind = candidate.kind;
    entry.revision = candidate.revision;
    entry.fingerprint = candidate.fingerprint;
    entry.standing = u"counts"_s;
    entry.occasion = occasion;
    entry.person = person;
    return entry;
}

/// Writes a changed candidate down with what happened; after a decision, the ranking without or with it too.
void keepChanged(Workspace& workspace, const Candidate& candidate, const CandidatePaper& entry, const QString& reason)
{
    BatchStore& store = workspace.batches();
    store.together([&] {
        store.keep(candidate);
        store.addPaper(entry);
        if (store.ranking(candidate.batch).key == 0)
            return;
        Ranking ranking = batchView(workspace, candidate.batch, batchPack(workspace, candidate.batch)).ranking;
        ranking.reason = reason;
        ranking.person = entry.person;
        store.rank(candidate.batch, ranking);
    });
}

} // namespace

ReturnSlip slipOn(const Candidate& candidate, const Dossier& dossier, const Batch& batch, const CallPack& pack)
{
    ReturnSlip slip = slipOn(dossier, candidate.fingerprint, pack);
    slip.from = batch.body.name;
    slip.contact = QStringList{batch.body.contact, batch.body.phone}.join(u' ').trimmed();
    slip.issued = QDate::currentDate();
    return slip;
}

void returnCandidate(Workspace& workspace, const Candidate& candidate, const ReturnSlip& slip, const Identity& deliveryKey, const QString& out, qint64 person, const Aside& aside)
{
    const CallPack& pack = batchPack(workspace, candidate.batch);
    CandidatePaper entry = entryOf(candidate, slip.passed() ? u"pass"_s : u"return"_s, person);
    aside([&] {
        writeReturnSlip(slip, readDossierData(workspace.objects().path(candidate.paper)), pack, deliveryKey, out);
        entry.paper = workspace.objects().add(out);
    });
    entry.kind = u"slip"_s;
    entry.detail = {{u"returned"_s, QString::fromLatin1(candidate.paper.toHex())}, {u"notes"_s, int(slip.notes.size())}, {u"due"_s, slip.due.toString(Qt::ISODate)}};
    Candidate changed = *workspace.batches().candidate(candidate.batch, candidate.dossier);
    if (changed.paper != candidate.paper)
        throw Error(ErrorCode::Usage,
                    text(u"写意见时又收到了这份申报书的新文件，意见没有登记。请看过新的一份再写。", u"Another paper of this dossier came meanwhile; the slip was not registered. Look at that one first."),
                    candidate.title);
    changed.state = slip.passed() ? u"passed"_s : u"returned"_s;
    BatchStore& store = workspace.batches();
    store.together([&] {
        store.keep(changed);
        store.addPaper(entry);
    });
}

std::optional<Resubmission> resubmissionOf(Workspace& workspace, const Candidate& candidate)
{
    const QList<CandidatePaper> papers = workspace.batches().papers(candidate.key);
    const auto returned = std::find_if(papers.rbegin(), papers.rend(), [](const CandidatePaper& each) { return each.occasion == "return"_L1; });
    if (returned == papers.rend() || returned->fingerprint == candidate.fingerprint)
        return {};
    Resubmission result;
    result.slip = readReturnSlip(workspace.objects().path(returned->paper)).slip;
    result.returned = readDossierData(workspace.objects().path(QByteArray::fromHex(returned->detail.value("returned"_L1).toString().toLatin1())));
    result.now = readDossierData(workspace.objects().path(candidate.paper));
    result.changes = changesBetween(result.returned, result.now);
    for (const SlipNote& note : std::as_const(result.slip.notes))
        result.notes << NoteOutcome{note, metIn(note, result)};
    return result;
}

QString metName(Met met)
{
    return QStringList{u"unchanged"_s, u"changed"_s, u"proposal"_s, u"unknown"_s}.at(qsizetype(met));
}

LocalizedText metWord(Met met)
{
    switch (met) {
    case Met::Unchanged: return text(u"未改", u"unchanged");
    case Met::Changed: return text(u"已改", u"changed");
    case Met::Proposal: return text(u"已按建议改", u"as proposed");
    case Met::Unknown: break;
    }
    return text(u"请人工核对", u"look yourself");
}

void withdraw(Workspace& workspace, qint64 batch, const QUuid& dossier, const Withdrawal& withdrawal, qint64 person)
{
    if (withdrawal.reason.trimmed().isEmpty())
        throw Error(ErrorCode::Usage, text(u"请写明撤回的理由（如：改由另一推荐单位报送）。", u"Give the reason of the withdrawal, e.g. that another body recommends it."), u"reason"_s);
    Candidate candidate = candidateOf(workspace, batch, dossier);
    candidate.withdrawn = withdrawal.day.isValid() ? withdrawal.day : QDate::currentDate();
    candidate.acknowledged = withdrawal.acknowledged;
    candidate.withdrawal = withdrawal.reason.trimmed();
    CandidatePaper entry = entryOf(candidate, u"withdraw"_s, person);
    entry.detail = {{u"reason"_s, candidate.withdrawal},
                    {u"day"_s, candidate.withdrawn.toString(Qt::ISODate)},
                    {u"acknowledged"_s, candidate.acknowledged.toString(Qt::ISODate)}};
    keepChanged(workspace, candidate, entry, LocalizedText{u"撤回：%1"_s, u"withdrawn: %1"_s}.arg(candidate.withdrawal).zh);
}

void takeWithdrawalBack(Workspace& workspace, qint64 batch, const QUuid& dossier, qint64 person)
{
    Candidate candidate = candidateOf(workspace, batch, dossier);
    if (!candidate.isWithdrawn())
        throw Error(ErrorCode::Usage, text(u"这份申报书没有撤回。", u"This dossier is not withdrawn."), dossier.toString(QUuid::WithoutBraces));
    candidate.withdrawn = {};
    candidate.acknowledged = {};
    candidate.withdrawal.clear();
    keepChanged(workspace, candidate, entryOf(candidate, u"restore"_s, person), u"取消撤回"_s);
}

LocalizedText withdrawalText(const Candidate& candidate, const Batch& batch)
{
    const QDate day = candidate.acknowledged.isValid() ? candidate.acknowledged : QDate::currentDate();
    return LocalizedText{u"%1：\n你单位关于“%2”的撤回已收到（理由：%3），%4同意撤回，不再推荐该申报书。你单位可以通过其他推荐渠道申报。\n%4\n%5"_s,
                         u"%1:\nYour withdrawal of “%2” has been received (reason: %3). %4 agrees and no longer recommends this dossier; you may apply through another "
                         "channel.\n%4\n%5"_s}
        .arg(candidate.applicant, candidate.title, candidate.withdrawal, batch.body.name, day.toString(Qt::ISODate));
}

} // namespace jz
