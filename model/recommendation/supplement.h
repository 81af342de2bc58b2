// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"
#include "model/call/call_pack.h"

#include <QDate>
#include <QMap>

namespace jz {

/// A day of the body's own by which something is to be done.
struct SupplementDeadline
{
    QString of;   ///< id of the call's deadline that it comes before; empty: when the body itself stops receiving (收件)
    QDateTime at; ///< in the zone of the call

    bool operator==(const SupplementDeadline&) const = default;
};

/// A paper that the body wants beside what the call wants.
struct ExtraPaper
{
    QString title;
    QString remark; ///< may be empty: original or copy, how many

    bool operator==(const ExtraPaper&) const = default;
};

/// A recommending body's own notice (补充通知) to its applicants. It is laid over the call at the dossiers that go through this body, and marked
/// as local there; it changes facts alone, never the form. It travels as a paper of its own with these data inside (`supplement.json`), see
/// supplement_file.h. A later number takes the place of all earlier ones.
struct Supplement
{
    QString callId;
    QByteArray formHash;  ///< of the form that the body works with, 32 bytes
    QString from;         ///< the body; never empty
    QString bodyKind;     ///< of the call's quotas
    QString contact;      ///< whom to ask: name, telephone; may be empty
    int number = 1;       ///< 1 for the first of this body
    QDate issued;
    bool repeals = false; ///< nothing of the earlier ones holds any more (废止), and this one adds nothing
    QList<SupplementDeadline> deadlines;
    QMap<QString, int> copies; ///< paper copies, by id of the call's materials
    QList<ExtraPaper> papers;
    QString mailbox;      ///< where files go
    QString address;      ///< where paper goes
    QString fileName;     ///< how the dossier's file is to be called, with placeholders as the call's own; empty: as the call has it
    QString words;        ///< whatever else is to be said; may be empty

    bool operator==(const Supplement&) const = default;
    /// Whether it says anything, but for whom it is from.
    bool isEmpty() const;
};

/// Begins one: of this body, on this call, with that number, issued today.
Supplement newSupplement(const CallPack& pack, const QString& body, const QString& bodyKind, int number);

/// supplement.json: UTF-8, keys sorted, no blanks. The same notice gives the same bytes.
QByteArray supplementJson(const Supplement& supplement);

/// Reads it. Throws Error Malformed naming what is missing or wrong, Unsupported for another kind, a newer format or a call that is not installed;
/// `subject` is the file they came from.
Supplement parseSupplement(const QByteArray& bytes, const QString& subject);

} // namespace jz
