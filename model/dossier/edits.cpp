// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/edits.h"

#include "model/dossier/dossier_json.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Part = Address::Part;

QJsonValue stored(const QJsonValue& value)
{
    const bool nothing = value.isUndefined() || (value.isString() && value.toString().isEmpty())
                         || (value.isArray() && value.toArray().isEmpty());
    return nothing ? QJsonValue() : value;
}

Changes change(const Address& address, const QJsonValue& was, const QJsonValue& now)
{
    const QJsonValue before = stored(was);
    const QJsonValue after = stored(now);
    return before == after ? Changes() : Changes{{address, before, after}};
}

int rowIndex(const QJsonArray& rows, const QString& row)
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const QJsonValue& each) { return each["id"_L1].toString() == row; });
    return found == rows.end() ? -1 : int(found - rows.begin());
}

int fileIndex(const QList<Attachment>& files, const QString& name)
{
    const auto found = std::find_if(files.begin(), files.end(), [&](const Attachment& file) { return file.name == name; });
    return found == files.end() ? -1 : int(found - files.begin());
}

Changes move(const Address& address, int from, int to, qsizetype count)
{
    to = std::clamp(to, 0, int(count) - 1);
    if (from < 0 || from == to)
        return {};
    return {{address, QJsonObject{{u"at"_s, from}}, QJsonObject{{u"at"_s, to}}}};
}

QJsonObject placed(int at, QJsonObject cells)
{
    cells.remove("id"_L1);
    return {{u"at"_s, at}, {u"cells"_s, cells}};
}

/// A row (or file) brought to what a change had there: null, {"at", "cells"} or, of one that only moved, {"at"}.
void setRow(Dossier& dossier, const Address& place, const QJsonValue& wanted)
{
    const QJsonArray rows = rowsOf(dossier, place.part, place.field);
    const int here = rowIndex(rows, place.row);
    const QJsonValue cells = wanted["cells"_L1];
    if (wanted.isNull() || (here >= 0 && cells.isObject())) {
        if (here >= 0)
            applyChange(dossier, {place, placed(here, rows.at(here).toObject()), {}});
        if (wanted.isNull())
            return;
    }
    const qsizetype others = rows.size() - (here >= 0 ? 1 : 0);
    const int at = std::clamp(wanted["at"_L1].toInt(), 0, int(others));
    if (cells.isObject())
        applyChange(dossier, {place, {}, QJsonObject{{u"at"_s, at}, {u"cells"_s, cells}}});
    else if (here >= 0)
        applyChange(dossier, {place, QJsonObject{{u"at"_s, here}}, QJsonObject{{u"at"_s, at}}});
}

} // namespace

Changes setValue(const Dossier& dossier, const QString& field, const QJsonValue& value)
{
    const QJsonValue was = dossier.values.value(field);
    const bool rows = (was.isArray() && was.toArray().first().isObject())
                      || (value.isArray() && value.toArray().first().isObject());
    if (!rows)
        return change({Part::Value, field, {}, {}}, was, value);
    Dossier from, to;
    from.values.insert(field, was);
    to.values.insert(field, value.toArray());
    return changesBetween(from, to);
}

Changes setCell(const Dossier& dossier, const QString& field, const QString& row, const QString& column,
                const QJsonValue& value)
{
    const QJsonArray rows = dossier.values.value(field).toArray();
    const int place = rowIndex(rows, row);
    if (place < 0 || column.isEmpty())
        return {};
    return change({Part::Value, field, row, column}, rows.at(place).toObject().value(column), value);
}

Changes setReason(const Dossier& dossier, const QString& field, const QString& reason)
{
    return change({Part::Reason, field, {}, {}}, dossier.reasons.value(field), reason.trimmed());
}

QString freeRowId(const Dossier& dossier, const QString& field)
{
    const QJsonArray rows = dossier.values.value(field).toArray();
    QSet<QString> used;
    for (const QJsonValue& row : rows)
        used.insert(row["id"_L1].toString());
    qsizetype next = rows.size() + 1;
    while (used.contains(u"r%1"_s.arg(next)))
        ++next;
    return u"r%1"_s.arg(next);
}

Changes insertRow(const Dossier& dossier, const QString& field, int at, const QJsonObject& cells)
{
    const QJsonArray rows = dossier.values.value(field).toArray();
    const QString id = cells.value("id"_L1).toString();
    if (id.isEmpty() || rowIndex(rows, id) >= 0)
        return {};
    const int place = at < 0 || at > rows.size() ? int(rows.size()) : at;
    return {{{Part::Value, field, id, {}}, {}, placed(place, cells)}};
}

Changes removeRow(const Dossier& dossier, const QString& field, const QString& row)
{
    const QJsonArray rows = dossier.values.value(field).toArray();
    const int place = rowIndex(rows, row);
    if (place < 0)
        return {};
    return {{{Part::Value, field, row, {}}, placed(place, rows.at(place).toObject()), {}}};
}

Changes moveRow(const Dossier& dossier, const QString& field, const QString& row, int to)
{
    const QJsonArray rows = dossier.values.value(field).toArray();
    return move({Part::Value, field, row, {}}, rowIndex(rows, row), to, rows.size());
}

QString freeAttachmentName(const Dossier& dossier, const QString& wanted)
{
    QStringList taken{dossierDataName()};
    for (const QList<Attachment>& files : dossier.attachments)
        for (const Attachment& file : files)
            taken.append(file.name);
    const QFileInfo info(wanted);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    QString name = wanted;
    for (int n = 2; taken.contains(name, Qt::CaseInsensitive); ++n)
        name = wanted.chopped(suffix.size()) + u" (%1)"_s.arg(n) + suffix;
    return name;
}

Changes addAttachment(const Dossier& dossier, const QString& field, const Attachment& attachment)
{
    const QList<Attachment> files = dossier.attachments.value(field);
    if (attachment.name.isEmpty() || fileIndex(files, attachment.name) >= 0)
        return {};
    return {{{Part::Attachment, field, attachment.name, {}}, {}, placed(int(files.size()), attachmentJson(attachment))}};
}

Changes removeAttachment(const Dossier& dossier, const QString& field, const QString& name)
{
    const QList<Attachment> files = dossier.attachments.value(field);
    const int place = fileIndex(files, name);
    if (place < 0)
        return {};
    return {{{Part::Attachment, field, name, {}}, placed(place, attachmentJson(files.at(place))), {}}};
}

Changes moveAttachment(const Dossier& dossier, const QString& field, const QString& name, int to)
{
    const QList<Attachment> files = dossier.attachments.value(field);
    return move({Part::Attachment, field, name, {}}, fileIndex(files, name), to, files.size());
}

Changes setAttachmentProperty(const Dossier& dossier, const QString& field, const QString& name,
                              const QString& property, const QJsonValue& value)
{
    const QList<Attachment> files = dossier.attachments.value(field);
    const int place = fileIndex(files, name);
    if (place < 0)
        return {};
    return change({Part::Attachment, field, name, property}, attachmentJson(files.at(place)).value(property), value);
}

Changes setPlace(const Dossier& dossier, const Address& place, const QJsonValue& wanted)
{
    Dossier to = dossier;
    if (place.isRow())
        setRow(to, place, wanted);
    else
        applyChange(to, {place, {}, stored(wanted)});
    return changesBetween(dossier, to);
}

Changes bringBack(const Dossier& dossier, const Changes& changes)
{
    Dossier to = dossier;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        const Changes back = setPlace(to, change->address, change->was);
        for (const Change& each : back)
            applyChange(to, each);
    }
    return changesBetween(dossier, to);
}

} // namespace jz
