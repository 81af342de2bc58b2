// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUuid>

namespace jz {

/// What a recommending body says about itself to one of the call's conditions on bodies.
struct Declaration
{
    QString condition; ///< id in the call's `bodyConditions`
    bool made = false; ///< declared that the condition does not apply to it
    QString by;        ///< who declares it for the body
    QDate day;
};

/// The recommending body (推荐单位) that a batch is of.
struct Body
{
    QString name;
    QString kind;      ///< of the call's quotas
    QString province;  ///< code of its division; empty for a body of the whole country
    QString contact;
    QString phone;
    QList<Declaration> declarations; ///< the last one of each condition
};

/// What a body collects for one call and sends in the end.
struct Batch
{
    qint64 key = 0;
    QString call;
    QString name;
    Body body;
    QDateTime at;      ///< when it was begun, UTC
};

/// A dossier in a batch, as its paper in force says it, and what is known beside it.
struct Candidate
{
    qint64 key = 0;           ///< 0 until it is kept
    qint64 batch = 0;
    QUuid dossier;
    QString title;            ///< the whole composed name
    QString base;             ///< its middle part, what the applicant chose
    QString category;         ///< label
    QString applicant;        ///< host institution
    QString code;             ///< its credit code
    QString place;
    QString contact;
    QString phone;
    int revision = 1;
    QByteArray fingerprint;   ///< SHA-256 of dossier.json, 32 bytes
    QByteArray paper;         ///< SHA-256 of the paper in force, which lies in the object store
    QString kind;             ///< `review`, `final`, `signed`: batchKindName()
    QString verdict;          ///< as verify --json
    QString signature;        ///< of the unit (签章): `none`, `ink`, `certificate`
    int errors = 0;
    int warnings = 0;
    int hints = 0;
    QJsonArray findings;      ///< as check --json
    QString state;            ///< `received`, `returned`, `passed`, `diverging`, …
    QString online;           ///< online submission: its number, or what was said; empty for not known
    QDate onlineDay;
    int copies = 0;           ///< paper copies registered
    QDate copiesDay;
    QDate withdrawn;          ///< invalid: it is not
    QDate acknowledged;       ///< when the body agreed to that
    QString withdrawal;       ///< why
    QString search;           ///< searchText() of its values
    QDateTime received;       ///< when the paper in force came, UTC

    bool isWithdrawn() const { return withdrawn.isValid(); }
    bool isSigned() const { return signature == QLatin1StringView("ink") || signature == QLatin1StringView("certificate"); }
};

/// A file that came for a candidate, or was made from its paper here. Nothing of it is ever removed.
struct CandidatePaper
{
    qint64 key = 0;
    qint64 candidate = 0;
    QByteArray paper;         ///< SHA-256, in the object store
    QString name;             ///< as it came
    QString kind;
    int revision = 1;
    QByteArray fingerprint;
    QString standing;         ///< `counts`, `replaced`, `diverging`, `same-file`: as it was judged when it came
    QString occasion;         ///< `receive`, `return`, `pass`, `endorse`, …
    QJsonObject detail;
    qint64 person = 0;
    QDateTime at;             ///< UTC
};

/// The order of a batch (推荐排序): the place of a dossier is where it stands, so no two have the same one.
struct Ranking
{
    qint64 key = 0;           ///< 0: nobody has ranked yet
    QList<QUuid> order;       ///< best first, each once
    int line = 0;             ///< the first `line` are recommended, the others are reserves (备选)
    QString reason;           ///< why it was changed after the decision; empty for none
    qint64 person = 0;
    QDateTime at;             ///< UTC

    QList<QUuid> recommended() const { return order.mid(0, line); }
    QList<QUuid> reserves() const { return order.mid(line); }
    /// 1 for the first; 0 for one that is not ranked.
    int place(const QUuid& dossier) const { return int(order.indexOf(dossier)) + 1; }
};

/// The decision (会议决定) that a ranking rests on and is locked by.
struct Decision
{
    qint64 key = 0;
    qint64 ranking = 0;       ///< the ranking that was decided
    QString meeting;
    QDate day;
    QString number;
    qint64 person = 0;
    QDateTime at;             ///< UTC
};

/// What a body said for one dossier: section 七 signed and sealed.
struct Endorsement
{
    qint64 key = 0;
    qint64 candidate = 0;
    QString kind;             ///< `ink`, `certificate`
    QString body;
    bool joint = false;       ///< a joint body (联合推荐单位), which has no quota
    QByteArray fingerprint;   ///< of the dossier that was endorsed: another one is not
    int revision = 1;
    QByteArray before;        ///< SHA-256 of the paper that was endorsed
    QByteArray paper;         ///< SHA-256 of what came of it: the dossier countersigned, or a signature paper (签章件)
    QString opinion;          ///< what was added to the fixed wording
    QString pages;            ///< ink: the pages that the scans showed, "5" or "5 6"
    QString signer;           ///< certificate: its fingerprint
    qint64 person = 0;
    QDateTime at;             ///< UTC
};

/// A batch that went out.
struct Sending
{
    qint64 key = 0;
    qint64 batch = 0;
    int number = 1;           ///< 1 for the first
    QByteArray bundle;        ///< SHA-256 of the file
    qint64 size = 0;
    QJsonObject content;      ///< the ranking sheet's data
    qint64 person = 0;
    QDateTime at;             ///< UTC
};

/// A parcel of paper copies.
struct Parcel
{
    qint64 key = 0;
    qint64 batch = 0;
    int number = 1;
    QString courier;
    QString waybill;
    QDate posted;             ///< invalid: not yet
    QDateTime arrived;        ///< in local time; invalid: not yet
    QJsonObject content;      ///< copies by dossier id

    bool operator==(const Parcel&) const = default;
};

/// A notice of the body's own (补充通知) that was given out.
struct SupplementRecord
{
    qint64 key = 0;
    int number = 1;
    QByteArray paper;         ///< SHA-256, in the object store
    QJsonObject data;
    QDateTime at;
};

/// A unit that means to apply (意向单位).
struct Prospect
{
    qint64 key = 0;           ///< 0 until it is kept
    qint64 batch = 0;
    QString unit;
    QString code;
    QString contact;
    QString phone;
    QString state;            ///< `intends`, `drafting`, `received`, …, `paper`
    QString online;
    QDate last;               ///< of the last contact
    QString remark;
    qint64 candidate = 0;     ///< what came from it; 0 for nothing yet
    QDateTime changed;        ///< UTC

    bool operator==(const Prospect&) const = default;
};

/// A reminder (催办) that was sent.
struct Reminder
{
    qint64 key = 0;
    qint64 prospect = 0;
    QString words;
    QString means;            ///< `mail`, `messenger`, `telephone`
    qint64 person = 0;
    QDateTime at;             ///< UTC
};

} // namespace jz
