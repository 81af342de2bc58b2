// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace jz {

/// A review of one call at the office (考察论证): all that follows belongs to one.
struct ReviewRound
{
    qint64 key = 0;
    QString call;
    QString name;
    QJsonObject rules;        ///< how results are made, see model/review/round_rules.h
    QDateTime at;             ///< when it was begun, UTC
};

/// A bundle of a recommending body as it came.
struct ReceivedBundle
{
    qint64 key = 0;
    qint64 round = 0;
    QByteArray bundle;        ///< SHA-256 of the file, in the object store
    QString name;             ///< as it came
    QString body;
    QString kind;             ///< of the call's quotas
    int number = 1;           ///< of the sending: a later one replaces an earlier one
    QJsonObject sheet;        ///< the ranking sheet's data
    QByteArray paper;         ///< SHA-256 of the ranking sheet
    QString sender;           ///< who signed or closed the ranking sheet: SHA-256 of the certificate, 64 lower-case hex digits
    QJsonArray findings;      ///< of the bundle, as check --json
    QString standing;         ///< `counts`, `replaced`
    qint64 person = 0;
    QDateTime at;             ///< UTC
};

/// A dossier as a bundle brought it. One base may come through two bodies: then there are two.
struct Submission
{
    qint64 key = 0;
    qint64 intake = 0;
    QString body;             ///< of the intake; read only
    QUuid dossier;
    int rank = 0;             ///< 1 for the first on the ranking sheet; 0: not on it
    QString title;            ///< the whole composed name
    QString base;             ///< its middle part
    QString category;         ///< id of the call's option
    QString applicant;        ///< host institution
    QString code;             ///< its credit code
    QString place;
    int revision = 1;
    QByteArray fingerprint;   ///< SHA-256 of dossier.json
    QByteArray paper;         ///< SHA-256 of the dossier, in the object store
    QString verdict;          ///< as verify --json
    QString signature;        ///< of the unit: `none`, `ink`, `certificate`
    QJsonArray endorsed;      ///< signatures of bodies that the ranking sheet names: {"body", "joint", "kind", "signer", "file", "sha256", "found"}; ink papers are objects
    QJsonArray findings;      ///< as check --json
    QString search;           ///< searchText() of its values
};

/// Paper copies that arrived, as a clerk registered it. The time of a file or a signature is never taken for it.
struct Arrival
{
    QUuid dossier;
    QDateTime arrived;        ///< local time; invalid: not arrived
    int copies = 0;
    QString remark;
    qint64 person = 0;
    QDateTime at;             ///< UTC
};

/// Whether a dossier goes to the experts, as a person decided.
struct Admission
{
    QUuid dossier;
    bool admitted = false;
    QString reason;
    qint64 person = 0;
    QDateTime at;             ///< UTC
};

/// An expert (专家) of the register. One that was deleted keeps its key and nothing else.
struct Expert
{
    qint64 key = 0;           ///< 0 until it is kept
    QString name;
    QString unit;
    QString unitCode;         ///< credit code of the unit; may be empty
    QStringList aliases;      ///< other names of the unit: short, former, of parts
    QString field;
    QString title;
    QString mail;
    QString phone;
    QStringList categories;   ///< ids of the call's options; empty: all
    int load = 0;             ///< most dossiers; 0: none of their own
    QString panel;            ///< group (专家组); empty for none
    QStringList declared;     ///< units and people that they named as conflicts
    QString remark;
    QString purpose;          ///< what the record is kept for
    QDate deleteOn;           ///< when it has to be deleted
    QDate deleted;            ///< invalid: it is not
    QDateTime changed;        ///< UTC

    bool isDeleted() const { return deleted.isValid(); }
};

/// What was decided on one expert and one dossier.
struct ConflictDecision
{
    qint64 expert = 0;
    QUuid dossier;
    QString decision;         ///< `excluded` by a person, `cleared` by a person, `declared` by the expert
    QString reason;
    qint64 person = 0;
    QDateTime at;             ///< UTC
};

/// One expert for one dossier.
using ReviewPair = QPair<QUuid, qint64>; ///< dossier, expert

/// Who scores what (分派).
struct AssignmentRecord
{
    qint64 key = 0;           ///< 0: there is none
    QString mode;             ///< `groups`, `flow`, `hand`, `replacement`
    QList<ReviewPair> pairs;
    QJsonObject detail;       ///< seed, cost, rules, shortages: what reproduces it
    QString reason;
    qint64 person = 0;
    QDateTime at;             ///< UTC
};

/// A panel bundle (评审包) that was made for an expert.
struct PanelBundle
{
    qint64 key = 0;
    qint64 expert = 0;
    QString number;           ///< of its own, never given twice
    QByteArray secret;        ///< 32 bytes
    QByteArray bundle;        ///< SHA-256 of the file
    qint64 size = 0;
    QJsonObject content;      ///< panel.json, and `originals`: SHA-256 of the dossier behind each paper
    QDateTime revoked;        ///< UTC; invalid: in force
    QString reason;           ///< why it was revoked
    qint64 person = 0;
    QDateTime at;             ///< UTC

    bool isInForce() const { return !revoked.isValid(); }
};

/// A score sheet (评分表) that was accepted.
struct ScoreSheetRecord
{
    qint64 key = 0;
    qint64 expert = 0;
    QString panel;            ///< number of its bundle
    int version = 1;
    QByteArray paper;         ///< SHA-256: the sheet, or the photo of a paper one
    QString name;             ///< as it came
    QString source;           ///< `file`, `spreadsheet`, `paper`
    QString standing;         ///< `counts`, `replaced`
    QJsonObject content;      ///< its data
    qint64 person = 0;
    QDateTime at;             ///< UTC
};

/// A paper sheet as one person typed it in.
struct TypedSheet
{
    qint64 key = 0;
    qint64 expert = 0;
    int pass = 1;             ///< 1, 2: the second time is blind
    QByteArray photo;         ///< SHA-256; empty for none
    QJsonObject content;
    qint64 person = 0;
    QDateTime at;             ///< UTC
};

/// Scores struck out (作废): shown, counted nowhere.
struct Annulment
{
    qint64 expert = 0;
    QUuid dossier;            ///< null: all of the expert's
    bool annulled = true;     ///< false takes an earlier one back
    QString reason;
    qint64 person = 0;
    QDateTime at;             ///< UTC
};

} // namespace jz
