// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/change.h"

#include "model/dossier/dossier_json.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// The file that these cells describe; what they leave out has its default.
Attachment attachmentOf(const QString& name, const QJsonObject& cells)
{
    Attachment plain;
    plain.name = name;
    QJsonObject object = attachmentJson(plain);
    for (auto cell = cells.begin(); cell != cells.end(); ++cell)
        if (cell.key() != "name"_L1)
            object.insert(cell.key(), *cell);
    try {
        return attachmentFromJson(object, {}, name);
    } catch (const Error&) {
        // Cells that are none come from a damaged journal alone, and its check names them.
        return plain;
    }
}

int indexOf(const QJsonArray& rows, const QString& id)
{
    for (int i = 0; i < rows.size(); ++i)
        if (rows.at(i).toObject().value("id"_L1).toString() == id)
            return i;
    return -1;
}

void storeRows(Dossier& dossier, const QString& field, const QJsonArray& rows)
{
    if (rows.isEmpty())
        dossier.values.remove(field);
    else
        dossier.values.insert(field, rows);
}

bool changeRowOfTable(Dossier& dossier, const Change& change)
{
    QJsonArray rows = rowsOf(dossier, change.address.part, change.address.field);
    const int place = indexOf(rows, change.address.row);
    const int to = change.now.toObject().value("at"_L1).toInt();
    const bool comes = change.was.isNull();
    if (comes == (place >= 0) || to < 0 || to > rows.size() - (comes ? 0 : 1))
        return false;
    QJsonObject row = change.now.toObject().value("cells"_L1).toObject();
    if (!comes)
        row = rows.takeAt(place).toObject();
    row.insert(u"id"_s, change.address.row);
    if (!change.now.isNull())
        rows.insert(to, row);
    storeRows(dossier, change.address.field, rows);
    return true;
}

bool changeRowOfFiles(Dossier& dossier, const Change& change)
{
    QList<Attachment>& files = dossier.attachments[change.address.field];
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&](const Attachment& file) { return file.name == change.address.row; });
    const bool comes = change.was.isNull();
    const int to = change.now.toObject().value("at"_L1).toInt();
    const bool fits = comes == (found == files.end()) && to >= 0 && to <= files.size() - (comes ? 0 : 1);
    if (fits) {
        Attachment file = comes ? attachmentOf(change.address.row, change.now.toObject().value("cells"_L1).toObject())
                                : files.takeAt(found - files.begin());
        if (!change.now.isNull())
            files.insert(to, file);
    }
    if (files.isEmpty())
        dossier.attachments.remove(change.address.field);
    return fits;
}

void setOrRemove(QJsonObject& object, const QString& key, const QJsonValue& value)
{
    if (value.isNull() || value.isUndefined())
        object.remove(key);
    else
        object.insert(key, value);
}

bool changeCellOfTable(Dossier& dossier, const Change& change)
{
    QJsonArray rows = dossier.values.value(change.address.field).toArray();
    const int place = indexOf(rows, change.address.row);
    if (place < 0)
        return false;
    QJsonObject row = rows.at(place).toObject();
    setOrRemove(row, change.address.column, change.now);
    rows[place] = row;
    dossier.values.insert(change.address.field, rows);
    return true;
}

bool changePropertyOfFile(Dossier& dossier, const Change& change)
{
    const auto field = dossier.attachments.find(change.address.field);
    if (field == dossier.attachments.end())
        return false;
    for (Attachment& file : *field) {
        if (file.name != change.address.row)
            continue;
        QJsonObject cells = attachmentJson(file);
        setOrRemove(cells, change.address.column, change.now);
        const QString path = change.address.column == "sha256"_L1 ? QString() : file.path;
        file = attachmentOf(file.name, cells);
        file.path = path;
        return true;
    }
    return false;
}

bool changeField(Dossier& dossier, const Change& change)
{
    if (change.address.part == Address::Part::Value)
        setOrRemove(dossier.values, change.address.field, change.now);
    else if (change.now.isNull())
        dossier.reasons.remove(change.address.field);
    else
        dossier.reasons.insert(change.address.field, change.now.toString());
    return true;
}

QJsonObject withoutId(QJsonObject row)
{
    row.remove("id"_L1);
    return row;
}

/// Finds what turns one list of rows into another.
class RowComparison
{
public:
    RowComparison(Address::Part part, QString field, QJsonArray from, const QJsonArray& to)
        : m_part(part), m_field(std::move(field)), m_rows(std::move(from)), m_to(to)
    {
    }

    Changes changes()
    {
        removeRows();
        for (int i = 0; i < m_to.size(); ++i)
            bringRow(i);
        return m_changes;
    }

private:
    void add(const QString& row, const QString& column, const QJsonValue& was, const QJsonValue& now)
    {
        m_changes.append({{m_part, m_field, row, column}, was, now});
    }

    void removeRows()
    {
        QSet<QString> kept;
        for (const QJsonValue& row : m_to)
            kept.insert(row["id"_L1].toString());
        for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
            const QJsonObject row = m_rows.at(i).toObject();
            const QString id = row.value("id"_L1).toString();
            if (kept.contains(id))
                continue;
            add(id, {}, QJsonObject{{u"at"_s, i}, {u"cells"_s, withoutId(row)}}, {});
            m_rows.removeAt(i);
        }
    }

    void bringRow(int place)
    {
        const QJsonObject wanted = m_to.at(place).toObject();
        const QString id = wanted.value("id"_L1).toString();
        const int here = indexOf(m_rows, id);
        if (here < 0) {
            add(id, {}, {}, QJsonObject{{u"at"_s, place}, {u"cells"_s, withoutId(wanted)}});
            m_rows.insert(place, wanted);
            return;
        }
        if (here != place) {
            add(id, {}, QJsonObject{{u"at"_s, here}}, QJsonObject{{u"at"_s, place}});
            m_rows.insert(place, m_rows.takeAt(here));
        }
        changeCells(id, m_rows.at(place).toObject(), wanted);
    }

    void changeCells(const QString& id, const QJsonObject& had, const QJsonObject& wanted)
    {
        QStringList columns = had.keys() + wanted.keys();
        columns.removeDuplicates();
        for (const QString& column : std::as_const(columns)) {
            const QJsonValue was = had.contains(column) ? had.value(column) : QJsonValue();
            const QJsonValue now = wanted.contains(column) ? wanted.value(column) : QJsonValue();
            if (was != now)
                add(id, column, was, now);
        }
    }

    Address::Part m_part;
    QString m_field;
    QJsonArray m_rows;
    const QJsonArray& m_to;
    Changes m_changes;
};

bool holdsRows(const QJsonValue& value)
{
    return value.isArray() && value.toArray().first().isObject();
}

void compareValues(const Dossier& from, const Dossier& to, Changes& changes)
{
    QStringList fields = from.values.keys() + to.values.keys();
    fields.removeDuplicates();
    for (const QString& field : std::as_const(fields)) {
        const QJsonValue was = from.values.contains(field) ? from.values.value(field) : QJsonValue();
        const QJsonValue now = to.values.contains(field) ? to.values.value(field) : QJsonValue();
        if (was == now)
            continue;
        if (holdsRows(was) || holdsRows(now)) {
            const QJsonArray rows = now.toArray();
            changes += RowComparison(Address::Part::Value, field, was.toArray(), rows).changes();
        } else {
            changes.append({{Address::Part::Value, field, {}, {}}, was, now});
        }
    }
}

void compareAttachments(const Dossier& from, const Dossier& to, Changes& changes)
{
    QStringList fields = from.attachments.keys() + to.attachments.keys();
    fields.removeDuplicates();
    for (const QString& field : std::as_const(fields)) {
        const QJsonArray now = rowsOf(to, Address::Part::Attachment, field);
        changes += RowComparison(Address::Part::Attachment, field, rowsOf(from, Address::Part::Attachment, field), now)
                       .changes();
    }
}

QJsonValue reasonOf(const Dossier& dossier, const QString& field)
{
    return dossier.reasons.contains(field) ? QJsonValue(dossier.reasons.value(field)) : QJsonValue();
}

} // namespace

QJsonArray rowsOf(const Dossier& dossier, Address::Part part, const QString& field)
{
    if (part == Address::Part::Value)
        return dossier.values.value(field).toArray();
    QJsonArray rows;
    for (const Attachment& attachment : dossier.attachments.value(field)) {
        QJsonObject cells = attachmentJson(attachment);
        cells.insert(u"id"_s, attachment.name);
        rows.append(cells);
    }
    return rows;
}

bool applyChange(Dossier& dossier, const Change& change)
{
    const bool ofFiles = change.address.part == Address::Part::Attachment;
    if (change.address.row.isEmpty())
        return !ofFiles && changeField(dossier, change);
    if (change.address.part == Address::Part::Reason)
        return false;
    if (change.address.column.isEmpty())
        return ofFiles ? changeRowOfFiles(dossier, change) : changeRowOfTable(dossier, change);
    return ofFiles ? changePropertyOfFile(dossier, change) : changeCellOfTable(dossier, change);
}

Changes inverse(const Changes& changes)
{
    Changes back;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        back.append({change->address, change->now, change->was});
    return back;
}

Changes changesBetween(const Dossier& from, const Dossier& to)
{
    Changes changes;
    compareValues(from, to, changes);
    compareAttachments(from, to, changes);
    QStringList reasons = from.reasons.keys() + to.reasons.keys();
    reasons.removeDuplicates();
    for (const QString& field : std::as_const(reasons))
        if (from.reasons.value(field) != to.reasons.value(field))
            changes.append({{Address::Part::Reason, field, {}, {}}, reasonOf(from, field), reasonOf(to, field)});
    return changes;
}

} // namespace jz
