// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/dossier/dossier.h"
#include "model/signature/trust_list.h"

#include <QJsonObject>

namespace jz {

/// A certificate that signed a paper.
struct PaperSigner
{
    QString fingerprint;       ///< SHA-256 of the certificate, 64 lower-case hex digits
    bool forApplicant = false; ///< in the field of the applicant
    bool holds = false;        ///< intact, and nothing was changed since that must not
};

/// A file that came to a recommending body or to the office, and what it is.
struct BatchPaper
{
    enum class Kind {
        Review,    ///< a dossier with watermark: 送审稿 or a draft
        Final,     ///< a dossier that nobody signed yet
        Signed,    ///< a dossier with a signature or with scans, closed by the delivery mark
        Slip,      ///< a return slip
        OtherPaper,///< another paper of ours: a correction statement, a participants' list, …
        Scan,      ///< scanned pages of a paper of ours, known by the codes on them: its finding says of which
        Unknown,   ///< none of ours, or damaged: its finding says what to do
    };
    enum class Standing {
        Counts,    ///< it is the one to work with
        SameFile,  ///< the same bytes came before
        Replaced,  ///< a later revision, or the signed paper of the same one, is here too
        Diverging, ///< another content of the same dossier and revision is here: only a person can choose
        NoDossier,
    };
    QString path;           ///< where its bytes lie; of files out of bundles as long as the BatchReport lives
    QString name;           ///< as it came: the path given, for files in bundles with that of the bundle before it
    Kind kind = Kind::Unknown;
    Standing standing = Standing::NoDossier;
    Dossier dossier;        ///< of dossiers
    QByteArray fingerprint; ///< SHA-256 of its dossier.json
    QByteArray sha256;      ///< of the file
    QString title;
    QString applicant;
    QString verdict;        ///< of dossiers, as verify --json
    QString signature;      ///< how the applicant signed: `none`, `ink`, `certificate`
    QList<PaperSigner> signers; ///< of dossiers and ranking sheets
    QString dataName;       ///< of an OtherPaper that is as it was sent, a ranking sheet or a signature paper: name of its data
    QByteArray data;        ///< those data
    QString sender;         ///< of its delivery mark: SHA-256 of the certificate; of a paper that was signed instead, of the signature
    QString scanOf;         ///< short id of the dossier that a Scan shows; empty when its codes name several
    Findings findings;

    bool isDossier() const { return kind == Kind::Review || kind == Kind::Final || kind == Kind::Signed; }
};

/// Looks at one file: what it is, verified, its pages against its data, checked with the rules of its call. `name` is what messages call it.
/// Rules of its own: `batch.not-understood` (an Unknown: what cannot be read), `paper.altered` (a ranking sheet or signature paper that is not as it was
/// sent), `paper.active` (scripts and what else acts by itself). Throws Error NotFound and Unreadable alone.
BatchPaper examinePaper(const QString& path, const QString& name, const TrustList& trust);

/// Everything of an examined paper as JSON, findings in both languages, and back: to be handed from one process to another. The way back
/// throws Error Malformed when it is not whole.
QJsonObject examinationJson(const BatchPaper& paper);
BatchPaper examinationFrom(const QJsonObject& json);

/// The inside of the program juanzong-paper-check, which looks at one file that came from outside and ends. A file may make a reader crash,
/// hang or take all memory; here that costs one file. PaperExaminer (paper_examiner.h) is the other side. The job and its answer:
///
///   {"file", "name", "trust": [{"certificate": base64, …as a TrustEntry}]}
///     -> examinationJson(), or workerError()
QJsonObject doExaminationJob(const QJsonObject& job);
/// Writes the trust list of a job.
QJsonArray trustJson(const TrustList& trust);

} // namespace jz
