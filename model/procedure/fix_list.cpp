// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/fix_list.h"

#include "model/base/json_file.h"
#include "model/dossier/edits.h"
#include "model/procedure/office_route.h"
#include "model/recommendation/slip_words.h"

#include <algorithm>
#include <array>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr auto allFields = "*"_L1;

std::optional<KeptSlip> slipFrom(const Record& record)
{
    const QJsonObject data = record.detail.value("slip"_L1).toObject();
    if (data.isEmpty())
        return {}; // a pre-review that was told by telephone
    try {
        KeptSlip kept;
        kept.key = record.key;
        kept.slip = parseReturnSlip(canonicalJson(data), record.who);
        kept.fingerprint = QByteArray::fromHex(record.detail.value("fingerprint"_L1).toString().toLatin1());
        kept.sender = record.detail.value("sender"_L1).toString();
        kept.paper = record.paper;
        kept.person = record.person;
        kept.opened = record.at;
        return kept;
    } catch (const Error&) {
        return {}; // of a newer format: its paper is still kept
    }
}

FixItem::State stateFrom(const QString& name)
{
    for (const FixItem::State state : {FixItem::State::Done, FixItem::State::Answered})
        if (name == fixStateName(state))
            return state;
    return FixItem::State::Open;
}

void followRecord(FixList& list, const Record& record)
{
    if (record.kind == record::unlocked)
        list.unlocked << record.detail.value("field"_L1).toString();
    if (record.kind != record::fix)
        return;
    const qint64 slip = record.detail.value("slip"_L1).toInteger();
    const int number = record.detail.value("note"_L1).toInt();
    for (FixItem& item : list.items) {
        if (item.slip != slip || item.number != number)
            continue;
        item.state = stateFrom(record.detail.value("state"_L1).toString());
        item.answer = record.detail.value("answer"_L1).toString();
    }
}

[[noreturn]] void rowIsGone()
{
    throw Error(ErrorCode::NotFound, {u"意见所指的那一行已经删除，建议值没有填入。请看意见的文字，在相应位置修改。"_s,
                                      u"The row that the note is about was removed; the value was not filled in. Read the note and change what it means."_s});
}

} // namespace

int FixList::open() const
{
    return int(std::count_if(items.begin(), items.end(), [](const FixItem& item) { return item.state == FixItem::State::Open; }));
}

bool FixList::opens(const QString& field) const
{
    const auto names = [](const FixItem& item) { return !item.note.place.field.isEmpty(); };
    if (std::none_of(items.begin(), items.end(), names) || unlocked.contains(allFields) || unlocked.contains(field))
        return true;
    return std::any_of(items.begin(), items.end(), [&](const FixItem& item) { return item.note.place.field == field; });
}

QDate FixList::due() const
{
    QDate earliest;
    for (const KeptSlip& kept : slips)
        if (kept.slip.due.isValid() && (!earliest.isValid() || kept.slip.due < earliest))
            earliest = kept.slip.due;
    return earliest;
}

QList<KeptSlip> slipsOf(Workspace& workspace, qint64 dossier)
{
    QList<KeptSlip> slips;
    const QList<Record> records = workspace.records().of(dossier);
    for (const Record& record : records) {
        if (record.kind != record::returnSlip && record.kind != record::preReview)
            continue;
        if (const std::optional<KeptSlip> kept = slipFrom(record))
            slips << *kept;
    }
    return slips;
}

FixList fixListOf(Workspace& workspace, const OpenDossier& dossier)
{
    FixList list;
    const int revision = dossier.editor().dossier().revision;
    const QList<KeptSlip> slips = slipsOf(workspace, dossier.key());
    for (const KeptSlip& kept : slips) {
        if (kept.slip.passed() || kept.slip.revision != revision - 1)
            continue;
        list.slips << kept;
        for (int i = 0; i < kept.slip.notes.size(); ++i)
            list.items << FixItem{kept.key, i, kept.slip.notes.at(i), FixItem::State::Open, {}};
    }
    if (list.isEmpty())
        return list;
    const QList<Record> records = workspace.records().of(dossier.key());
    for (const Record& record : records)
        if (record.revision == revision)
            followRecord(list, record);
    return list;
}

bool hasProposed(const FixItem& item, const Dossier& dossier)
{
    const Address& place = item.note.place;
    if (!item.note.hasProposal())
        return false;
    if (place.row.isEmpty()) {
        const QJsonValue value = dossier.values.value(place.field);
        return value == item.note.proposed || (value.isUndefined() && item.note.proposed == QJsonValue(QString()));
    }
    const QJsonArray rows = rowsOf(dossier, place.part, place.field);
    return std::any_of(rows.begin(), rows.end(), [&](const QJsonValue& row) {
        return row["id"_L1].toString() == place.row && row[place.column] == item.note.proposed;
    });
}

void acceptProposal(OpenDossier& dossier, const FixItem& item)
{
    const Address& place = item.note.place;
    if (!place.row.isEmpty()) {
        const QJsonArray rows = rowsOf(dossier.editor().dossier(), place.part, place.field);
        if (std::none_of(rows.begin(), rows.end(), [&](const QJsonValue& row) { return row["id"_L1].toString() == place.row; }))
            rowIsGone();
    }
    const Findings findings = place.row.isEmpty() ? dossier.fillIn(place.field, item.note.proposed)
                                                  : dossier.fillInCell(place.field, place.row, place.column, item.note.proposed);
    if (!findings.isEmpty())
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"建议的值不合这一栏的要求，没有填入：%1"_s, u"The proposed value does not fit this field and was not filled in: %1"_s}.arg(
                        findings.first().message));
    markFix(dossier, item, FixItem::State::Done);
}

void markFix(OpenDossier& dossier, const FixItem& item, FixItem::State state, const QString& answer)
{
    if (state == FixItem::State::Answered && answer.trimmed().isEmpty())
        throw Error(ErrorCode::Usage, {u"没有写答复。请写明为什么不改，或改成了什么。"_s, u"The answer is empty: say why it is not changed, or how."_s}, u"answer"_s);
    Record record;
    record.kind = record::fix;
    record.detail = {{u"slip"_s, item.slip}, {u"note"_s, item.number}, {u"state"_s, fixStateName(state)}, {u"answer"_s, answer.trimmed()}};
    dossier.writeDownHere(record);
}

void unlockField(OpenDossier& dossier, const QString& field)
{
    Record record;
    record.kind = record::unlocked;
    record.detail = {{u"field"_s, field}};
    dossier.writeDownHere(record);
}

QString fixStateName(FixItem::State state)
{
    static const std::array names{u"open"_s, u"done"_s, u"answered"_s};
    return names.at(size_t(state));
}

LocalizedText fixStateWord(FixItem::State state)
{
    switch (state) {
    case FixItem::State::Open:
        return text(u"待处理", u"open");
    case FixItem::State::Done:
        return text(u"已改", u"done");
    case FixItem::State::Answered:
        return text(u"已答复", u"answered");
    }
    return {};
}

QString fixAnswers(const FixList& list, const Dossier& dossier, const CallPack& pack)
{
    QStringList lines{u"【修改说明】"_s};
    for (qsizetype i = 0; i < list.items.size(); ++i) {
        const FixItem& item = list.items.at(i);
        QString line = u"%1. %2：%3\n   "_s.arg(QString::number(i + 1), slipPlace(item.note, dossier, pack), item.note.words);
        line += item.answer.isEmpty() ? fixStateWord(item.state).zh : u"答复：%1"_s.arg(item.answer);
        lines << line;
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace jz
