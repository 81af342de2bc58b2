// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/block.h"

#include <QJsonObject>
#include <QUuid>

namespace jz {

/// Room on a page for the signature and seal of a role.
struct SignatureArea
{
    QString role;  ///< `applicant` or `recommender`
    QRectF rect;   ///< mm from the top left of the page

    bool operator==(const SignatureArea&) const = default;
};

/// What a printed page is known by.
struct MappedPage
{
    QSizeF size;         ///< mm
    QString fingerprint; ///< as Page::fingerprint()
    QString code;        ///< text of its code; empty for a page without one
    QRectF codeRect;     ///< dark modules of the code, mm
    bool isForm = false; ///< of the form itself, not an attachment
    QList<SignatureArea> areas;

    bool operator==(const MappedPage&) const = default;
};

/// The pages of a paper as data (页面清单). It lies in the paper as `pages.json`, so that scans can be matched and two
/// revisions compared without drawing a page. A claim of the paper like all it carries; whether the paper is whole is
/// for its signature or delivery mark to say.
struct PageMap
{
    QString kind;            ///< `dossier`, `correction`, `seal-request`, `participants`, `return-slip`, `supplement` …
    QUuid id;                ///< of the paper; of a dossier its own
    int revision = 1;        ///< of a participants' list its number
    QByteArray fingerprint;  ///< SHA-256 of the data it rests on (dossier.json, participants.json), 32 bytes
    QString callId;          ///< whose words the paper speaks
    bool draft = false;
    QList<MappedPage> pages;

    bool operator==(const PageMap&) const = default;
};

/// Name under which the map lies in a paper.
QString pageMapName();

/// The pages of a laid-out paper with footers; the other members are left for the caller. Only those signature fields
/// become areas in which words for pen and seal are printed.
QList<MappedPage> mappedPages(const Paper& paper);

QByteArray pageMapJson(const PageMap& map);
/// Throws Error Malformed naming `subject` when it is no page map.
PageMap parsePageMap(const QByteArray& json, const QString& subject);

/// What becomes of one printed page when the paper changes.
struct PageChange
{
    int page = 0;            ///< 1-based, in the new revision
    int before = 0;          ///< page of the old revision with the same content; 0: it has to be printed anew
    QStringList signAnew;    ///< roles that have to sign and seal the new page

    bool staysGood() const { return before > 0; }
};

/// Which pages of `now` stay good from the printed (and signed) pages of `before`, by their fingerprints, and which
/// must be printed and, where they bear signature and seal, signed anew. In page order. Two pages of the same content
/// are told apart by their number.
QList<PageChange> comparePages(const PageMap& before, const PageMap& now);

} // namespace jz
