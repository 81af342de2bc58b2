// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/dossier_merge.h"

#include "model/dossier/edits.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Part = Address::Part;

const QString orderColumn = u"order"_s;

QString idOf(const QJsonValue& row)
{
    return row["id"_L1].toString();
}

/// The row of that id without its id; null when there is none.
QJsonValue cellsOf(const QJsonArray& rows, const QString& id)
{
    for (const QJsonValue& row : rows) {
        if (idOf(row) != id)
            continue;
        QJsonObject cells = row.toObject();
        cells.remove("id"_L1);
        return cells;
    }
    return {};
}

QStringList ids(const QJsonArray& rows)
{
    QStringList all;
    for (const QJsonValue& row : rows)
        all.append(idOf(row));
    return all;
}

QStringList only(const QStringList& list, const QSet<QString>& wanted)
{
    QStringList kept;
    std::copy_if(list.begin(), list.end(), std::back_inserter(kept), [&](const QString& id) { return wanted.contains(id); });
    return kept;
}

QSet<QString> asSet(const QStringList& list)
{
    return {list.begin(), list.end()};
}

QJsonValue wrapped(const QJsonValue& cells)
{
    return cells.isNull() ? QJsonValue() : QJsonValue(QJsonObject{{u"cells"_s, cells}});
}

bool holdsRows(const QJsonValue& value)
{
    return value.isArray() && value.toArray().first().isObject();
}

QStringList fieldsWithRows(const QList<const Dossier*>& dossiers)
{
    QStringList fields;
    for (const Dossier* dossier : dossiers)
        for (auto value = dossier->values.begin(); value != dossier->values.end(); ++value)
            if (holdsRows(*value))
                fields.append(value.key());
    fields.removeDuplicates();
    return fields;
}

/// Rows that both added under one id with different content: theirs get ids that neither has.
void separateNewRows(const Dossier& base, const Dossier& mine, Dossier& theirs)
{
    for (const QString& field : fieldsWithRows({&mine, &theirs})) {
        const QJsonArray before = rowsOf(base, Part::Value, field);
        const QJsonArray here = rowsOf(mine, Part::Value, field);
        QJsonArray there = rowsOf(theirs, Part::Value, field);
        Dossier all;
        QJsonArray together = here;
        for (const QJsonValue& row : std::as_const(there))
            together.append(row);
        all.values.insert(field, together);
        for (auto row = there.begin(); row != there.end(); ++row) {
            const QString id = idOf(*row);
            const bool both = cellsOf(before, id).isNull() && !cellsOf(here, id).isNull();
            if (!both || cellsOf(here, id) == cellsOf(there, id))
                continue;
            QJsonObject renamed = row->toObject();
            renamed.insert(u"id"_s, freeRowId(all, field));
            *row = renamed;
            together.append(renamed);
            all.values.insert(field, together);
        }
        if (!there.isEmpty())
            theirs.values.insert(field, there);
    }
}

void separateNewFiles(const Dossier& base, const Dossier& mine, Dossier& theirs)
{
    Dossier all = mine;
    for (auto field = theirs.attachments.begin(); field != theirs.attachments.end(); ++field)
        all.attachments[u"theirs/"_s + field.key()] = *field;
    for (auto field = theirs.attachments.begin(); field != theirs.attachments.end(); ++field) {
        const QJsonArray before = rowsOf(base, Part::Attachment, field.key());
        const QJsonArray here = rowsOf(mine, Part::Attachment, field.key());
        for (Attachment& file : *field) {
            const QJsonObject other = cellsOf(here, file.name).toObject();
            const bool both = cellsOf(before, file.name).isNull() && !other.isEmpty();
            if (both && other.value("sha256"_L1).toString() != QString::fromLatin1(file.sha256.toHex()))
                file.name = freeAttachmentName(all, file.name);
        }
    }
}

int placeAfterNeighbour(const QStringList& result, const QStringList& theirs, const QString& id)
{
    for (qsizetype i = theirs.indexOf(id) - 1; i >= 0; --i)
        if (const qsizetype here = result.indexOf(theirs.at(i)); here >= 0)
            return int(here) + 1;
    return 0;
}

} // namespace

DossierMerge::DossierMerge(const Dossier& base, const Dossier& mine, const Dossier& theirs)
    : m_base(base), m_mine(mine), m_theirs(theirs)
{
    separateNewRows(m_base, m_mine, m_theirs);
    separateNewFiles(m_base, m_mine, m_theirs);
    compareFields();
    QStringList files = m_base.attachments.keys() + m_mine.attachments.keys() + m_theirs.attachments.keys();
    files.removeDuplicates();
    for (const QString& field : std::as_const(files))
        compareRows(Part::Attachment, field);
    compareReasons();
}

DossierMerge DossierMerge::withoutBase(const Dossier& mine, const Dossier& theirs)
{
    DossierMerge merge(mine, mine, theirs);
    merge.m_hasBase = false;
    for (MergeItem& item : merge.m_items)
        item.take = MergeItem::Take::Mine;
    return merge;
}

void DossierMerge::addItem(const Address& place, const QJsonValue& was, const QJsonValue& mine, const QJsonValue& theirs)
{
    if (theirs == was || theirs == mine)
        return;
    const bool conflict = mine != was;
    m_items.append({place, was, mine, theirs, conflict ? MergeItem::Kind::Conflict : MergeItem::Kind::TheirsOnly,
                    conflict ? MergeItem::Take::Mine : MergeItem::Take::Theirs});
}

void DossierMerge::compareFields()
{
    const QStringList withRows = fieldsWithRows({&m_base, &m_mine, &m_theirs});
    QStringList fields = m_base.values.keys() + m_mine.values.keys() + m_theirs.values.keys();
    fields.removeDuplicates();
    for (const QString& field : std::as_const(fields)) {
        if (withRows.contains(field)) {
            compareRows(Part::Value, field);
            continue;
        }
        const auto valueIn = [&](const Dossier& dossier) {
            return dossier.values.contains(field) ? dossier.values.value(field) : QJsonValue();
        };
        addItem({Part::Value, field, {}, {}}, valueIn(m_base), valueIn(m_mine), valueIn(m_theirs));
    }
}

void DossierMerge::compareRows(Part part, const QString& field)
{
    const QJsonArray base = rowsOf(m_base, part, field);
    const QJsonArray mine = rowsOf(m_mine, part, field);
    const QJsonArray theirs = rowsOf(m_theirs, part, field);
    QStringList all = ids(theirs) + ids(mine) + ids(base);
    all.removeDuplicates();
    for (const QString& id : std::as_const(all)) {
        const QJsonValue was = cellsOf(base, id);
        const QJsonValue here = cellsOf(mine, id);
        const QJsonValue there = cellsOf(theirs, id);
        if (was.isNull() || here.isNull() || there.isNull()) {
            addItem({part, field, id, {}}, wrapped(was), wrapped(here), wrapped(there));
            continue;
        }
        QStringList columns = was.toObject().keys() + here.toObject().keys() + there.toObject().keys();
        columns.removeDuplicates();
        for (const QString& column : std::as_const(columns)) {
            const auto cell = [&](const QJsonValue& row) {
                return row.toObject().contains(column) ? row.toObject().value(column) : QJsonValue();
            };
            addItem({part, field, id, column}, cell(was), cell(here), cell(there));
        }
    }
    const QSet<QString> common = asSet(ids(base)) & asSet(ids(mine)) & asSet(ids(theirs));
    const auto order = [&](const QJsonArray& rows) { return QJsonArray::fromStringList(only(ids(rows), common)); };
    addItem({part, field, {}, orderColumn}, order(base), order(mine), order(theirs));
}

void DossierMerge::compareReasons()
{
    QStringList fields = m_base.reasons.keys() + m_mine.reasons.keys() + m_theirs.reasons.keys();
    fields.removeDuplicates();
    for (const QString& field : std::as_const(fields)) {
        const auto reason = [&](const Dossier& dossier) {
            return dossier.reasons.contains(field) ? QJsonValue(dossier.reasons.value(field)) : QJsonValue();
        };
        addItem({Part::Reason, field, {}, {}}, reason(m_base), reason(m_mine), reason(m_theirs));
    }
}

void DossierMerge::takeTheirs(const MergeItem& item, Dossier& result) const
{
    const Address& place = item.place;
    if (place.column == orderColumn && place.row.isEmpty()) {
        int to = 0;
        const QJsonArray order = item.theirs.toArray();
        for (const QJsonValue& id : order)
            applyChange(result, {{place.part, place.field, id.toString(), {}}, QJsonObject(), QJsonObject{{u"at"_s, to++}}});
        return;
    }
    if (!place.isRow()) {
        applyChange(result, {place, item.mine, item.theirs});
        return;
    }
    if (item.theirs.isNull()) {
        applyChange(result, {place, item.mine, {}});
        return;
    }
    const int at = placeAfterNeighbour(ids(rowsOf(result, place.part, place.field)),
                                       ids(rowsOf(m_theirs, place.part, place.field)), place.row);
    applyChange(result, {place, {}, QJsonObject{{u"at"_s, at}, {u"cells"_s, item.theirs["cells"_L1]}}});
}

Changes DossierMerge::changes() const
{
    Dossier result = m_mine;
    for (const MergeItem& item : m_items)
        if (item.take == MergeItem::Take::Theirs)
            takeTheirs(item, result);
    return changesBetween(m_mine, result);
}

} // namespace jz
