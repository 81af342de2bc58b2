// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QUuid>

namespace jz {

/// A file that belongs to a field. Everything but `path` is stored in dossier.json; `path` says where the bytes
/// are on this machine and never leaves it.
struct Attachment
{
    QString name;         ///< file name without folder, unique within the dossier
    QString kind;         ///< id of one of the field's kinds; empty when it has none
    QString caption;
    qint64 size = 0;      ///< bytes, as embedded
    QByteArray sha256;    ///< 32 bytes, as embedded; empty until the file has been prepared for embedding
    QString path;
    QString pages = {};   ///< pages that are printed, as in page_choice.h ("1-3,5"); empty: all of them
    int turn = 0;         ///< how its pages are turned by the user, clockwise: 0, 90, 180 or 270 degrees
    bool originalInside = true; ///< false: printed only; size and SHA-256 are those the original would have inside

    bool operator==(const Attachment&) const = default;
};

/// One revision of an application (申报书): what its units filled in, nothing about the procedure.
///
/// `values` maps field ids to values of these shapes: text, codes, names, divisions and options: string;
/// multiple choice, links, recommending bodies: array of strings; boolean: boolean or null; tables: array of
/// objects by column id; phases: array of {goal, from, to} with months as "yyyy-MM". Every row carries its
/// stable id in `id` (r1, r2, …). An absent key is an empty value.
struct Dossier
{
    QString callId;
    QString callVersion;
    QByteArray formHash;
    QUuid id;
    int revision = 1;
    QByteArray parent;    ///< fingerprint of the revision this one came from; empty for the first
    QJsonObject values;
    QMap<QString, QList<Attachment>> attachments;  ///< by field id
    QMap<QString, QString> reasons;                ///< field id -> why a format error there is right as it is

    /// The value as text; empty for absent values and other shapes.
    QString text(const QString& fieldId) const { return values.value(fieldId).toString(); }
};

} // namespace jz
