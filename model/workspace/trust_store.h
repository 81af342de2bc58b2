// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/database.h"

#include <QDate>

#include <functional>
#include <optional>

namespace jz {

/// A certificate that was taken as trusted (可信签名人), now or once. It is never changed, only removed, and stays on record then.
struct TrustRecord
{
    qint64 key = 0;
    QString fingerprint;     ///< SHA-256 of the certificate, 64 lower-case hex digits
    QByteArray certificate;  ///< DER
    QString kind;            ///< `authority`, `office`, `body`, `expert`, `signer`
    QString name;            ///< as who listed it calls the holder
    QString rests;           ///< on what trust in it rests, in words; may be empty
    qint64 list = 0;         ///< the participants' list it came from; 0 for none
    QDate until;             ///< the last day on which it is trusted; invalid for no end
    QString by;              ///< who listed it
    QDateTime at;            ///< when, UTC
    QDateTime removed;       ///< when it was removed, UTC; invalid while it is listed
    QString removedBy;
    QString why;             ///< it was removed

    bool isRemoved() const { return removed.isValid(); }
    /// Trusted on that day, as far as this record says.
    bool counts(QDate day) const { return !isRemoved() && (!until.isValid() || day <= until); }
};

/// A participants' list (参与方名单) that was taken in.
struct ParticipantsRecord
{
    qint64 key = 0;
    QString call;
    int number = 0;
    QDate issued;
    QString office;   ///< who signed it, by the certificate
    QString signer;   ///< fingerprint of that certificate
    QByteArray paper; ///< SHA-256 of the PDF in the object store
    QDateTime at;     ///< when it was taken in, UTC
};

/// Whom a workspace trusts.
class TrustStore
{
public:
    TrustStore(Database& database, std::function<void()> committed) : m_database(database), m_committed(std::move(committed)) {}

    /// All that ever were, in the order in which they were listed.
    QList<TrustRecord> all();
    /// Those that are not removed; some of them may have come to their last day.
    QList<TrustRecord> listed();
    /// Lists a certificate; `key`, `by`, `at` and what is said of removal are not read.
    void add(const TrustRecord& record, qint64 person);
    /// Lists a certificate in the place of an earlier record of it, which ends.
    void replace(const TrustRecord& earlier, const TrustRecord& record, qint64 person, const QString& why);
    /// Removes it. What came from participants' lists signed with a certificate falls with it when that was listed as an
    /// office's. Returns how many fell beside it.
    int remove(const TrustRecord& record, qint64 person, const QString& why);

    /// The list of a call taken in last, which is the one of the highest number.
    std::optional<ParticipantsRecord> participants(const QString& call);
    std::optional<ParticipantsRecord> participants(qint64 key);
    /// Takes a list in: its entries are listed, those of the earlier lists of the call are removed. All or nothing.
    void replaceParticipants(const ParticipantsRecord& list, const QList<TrustRecord>& entries, qint64 person, const QString& why);

private:
    void insert(const TrustRecord& record, qint64 person, const QDateTime& at);
    void end(qint64 key, qint64 person, const QDateTime& at, const QString& why);

    Database& m_database;
    std::function<void()> m_committed;
};

/// A verdict that was once given on a file.
struct KeptVerdict
{
    QByteArray file;   ///< SHA-256 of its bytes
    QString verdict;
    QByteArray basis;  ///< JSON: on what trust it rested
    QString sender;    ///< fingerprint of a delivery mark that held; empty for none
    QString dossier;   ///< id of the paper; empty when it is none of ours
    QString by;        ///< who was at work; empty when nobody
    QDateTime at;      ///< UTC
};

/// The verdicts a workspace gave: what a file was found to be, and from which senders papers came.
class VerdictStore
{
public:
    VerdictStore(Database& database, std::function<void()> committed) : m_database(database), m_committed(std::move(committed)) {}

    /// The verdict on these bytes to show beside a new one: the last `valid` one, else the last.
    std::optional<KeptVerdict> on(const QByteArray& file);
    /// Keeps a verdict unless the last one on the same bytes says the same on the same basis. `by` and `at` are not read.
    void keep(const KeptVerdict& verdict, qint64 person);

    /// When the first file of that sender was verified here; invalid when none was.
    QDateTime senderSince(const QString& sender);
    /// The last file of a dossier that came from another sender than this one; nothing when all came from this one.
    std::optional<KeptVerdict> otherSender(const QString& dossier, const QString& sender);

private:
    std::optional<KeptVerdict> first(const QString& condition, const QVariantList& values);

    Database& m_database;
    std::function<void()> m_committed;
};

} // namespace jz
