// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recommendation/batch.h"
#include "model/signature/identity.h"

namespace jz {

/// Who signed section 七 of a dossier, as the sender of a batch says: what a receiver has to find.
struct ExpectedSignature
{
    QString body;
    bool joint = false;
    QString kind;       ///< `certificate`, `ink`
    QString signer;     ///< certificate: its SHA-256, 64 lower-case hex digits
    QString file;       ///< ink: the signature paper (签章件) in the bundle
    QByteArray sha256;  ///< ink: of that file

    bool operator==(const ExpectedSignature&) const = default;
};

/// A dossier on a ranking sheet. Its place is where it stands.
struct SheetDossier
{
    QUuid dossier;
    int revision = 1;
    QByteArray fingerprint; ///< SHA-256 of dossier.json
    QString title;
    QString category;
    QString applicant;
    QString code;
    QString place;
    QString contact;
    QString phone;
    QString online;         ///< online submission as registered; may be empty
    QString signature;      ///< of its unit: `ink`, `certificate`
    QString file;           ///< in the bundle
    QByteArray sha256;      ///< of that file
    QList<ExpectedSignature> signatures;

    bool operator==(const SheetDossier&) const = default;
};

/// A ranking sheet (推荐排序表): what a recommending body sends with a batch. A paper of its own with these data inside (`ranking.json`).
struct RankingSheet
{
    QString callId;
    QByteArray formHash;
    QString body;
    QString bodyKind;       ///< of the call's quotas
    int quota = 0;
    QString contact;
    QString phone;
    int number = 1;         ///< of the sending, 1–99: a later one replaces an earlier one
    QDate issued;
    QString meeting;        ///< the decision it rests on; empty for none
    QDate decided;
    QString document;       ///< number of the minutes or document
    QStringList declared;   ///< ids of the call's conditions that were declared not to apply
    QList<SheetDossier> dossiers; ///< recommended, best first

    bool operator==(const RankingSheet&) const = default;
};

/// ranking.json: UTF-8, keys sorted, no blanks.
QByteArray rankingSheetJson(const RankingSheet& sheet);
QJsonObject toJson(const RankingSheet& sheet);
/// Reads it back. `subject` is named in errors. Throws Error Malformed (broken JSON, a part missing, of the wrong type or twice; more than 500 dossiers) and
/// Unsupported (another kind, a newer format).
RankingSheet parseRankingSheet(const QByteArray& bytes, const QString& subject);

/// What changed from one sending to the next, a sentence each: dossiers that came, went, moved, or whose file is another.
QList<LocalizedText> changesBetween(const RankingSheet& before, const RankingSheet& now);

/// Name under which the data lie in a sheet.
QString rankingDataName();

/// A ranking sheet as it came in a file.
struct ReceivedSheet
{
    RankingSheet sheet;
    QByteArray data;
    QString sender; ///< of the delivery mark; empty for a sheet signed by certificate
};

/// Writes the sheet: the printed table, its data inside, signed with the body's identity when there is one, else closed by the delivery mark. `out` appears
/// whole or not at all. Throws Error as writeDataPaper().
void writeRankingSheet(const RankingSheet& sheet, const CallPack& pack, const Identity& deliveryKey, const QString& out);
/// The same with an empty field for the body's signature, not closed: to be signed by signPaper().
void writeOpenRankingSheet(const RankingSheet& sheet, const CallPack& pack, const QString& out);

bool isRankingSheet(const QString& path);
/// Reads a sheet. Any file may be given: errors as readClosedData() and parseRankingSheet().
ReceivedSheet readRankingSheet(const QString& path);

} // namespace jz
