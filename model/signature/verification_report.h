// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/revision_change.h"
#include "model/signature/problem_code.h"
#include "model/signature/trust_list.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace jz {

/// The answer in one word, of the worst signature or delivery mark.
enum class Verdict {
    Valid,      ///< intact, nothing changed that must not, chain trusted
    Untrusted,  ///< intact and unmodified, chain not trusted
    Modified,   ///< intact, but something not permitted was changed later
    Broken,     ///< digest or CMS does not hold, or the signature does not cover its revision
    Marked,     ///< no signature, a delivery mark that holds
    Unsigned,   ///< no signature
    Unreadable, ///< no PDF that can be read
};

enum class ChangesSince { None, Permitted, Forbidden };
enum class Coverage {
    File,     ///< every byte of the file
    Revision, ///< every byte of a whole revision; more was appended later
    Partial,  ///< anything else
};

/// A time stamp (RFC 3161): of a signature, or of a whole revision of the file (ETSI.RFC3161).
struct TimestampReport
{
    QString field;       ///< of a document time stamp
    QString object;      ///< number and generation of its dictionary
    QString authority;   ///< from the certificate
    QString fingerprint; ///< SHA-256 of the certificate, 64 lower-case hex digits
    QByteArray certificate; ///< DER
    QString policy;      ///< dotted OID, the authority's
    QDateTime time;      ///< what it says; invalid when it does not hold
    bool intact = false; ///< it holds and is over what it should be
    bool trusted = false; ///< and its authority is trusted: the time is proven
};

/// One signature. A report begins with the worst of everything: a rule that is not run improves nothing.
struct SignatureReport
{
    QString field;          ///< full name of its field; empty when no field declares it
    QString signer;         ///< from the certificate, never from /Name
    QString claimedName;    ///< /Name: the signer's word
    QString fingerprint;    ///< SHA-256 of the certificate, 64 lower-case hex digits
    QByteArray certificate; ///< DER
    bool intact = false;    ///< digest and CMS hold
    bool trusted = false;
    ChangesSince changes = ChangesSince::Forbidden;
    Coverage covers = Coverage::Partial;
    QString level;          ///< `B-B`, `B-T`, `B-LT`, `B-LTA` (PAdES, as found), `CMS` (adbe.pkcs7.*), `PKCS1`, empty when unknown
    QDateTime signingTime;  ///< /M: what the signer claims
    std::optional<TimestampReport> timestamp; ///< the one inside the signature
    QDateTime provenTime;   ///< before this it was made, as a trusted time stamp says; invalid: not proven
    QString reason;         ///< /Reason: the opinion
    std::optional<TrustEntry> basis; ///< the listed certificate that the chain ends at; being expired or revoked is another matter
    QString attestedBy;     ///< the body that vouches for the certificate in this paper, see attestation.h; empty for none
    QString attestedByFingerprint;
    std::optional<bool> validWhenSigned; ///< the certificates were valid at the time the signer claims; nothing when he claims none
    bool validNow = false;  ///< … are valid now
    Problems problems;

    void add(QLatin1StringView code, const QString& object = {}, const QString& detail = {})
    {
        problems.append(makeProblem(code, object, detail));
    }
    /// A change that is not permitted, named with its object and place; at most ten of one code.
    void forbid(QLatin1StringView code, const RevisionChange& change);
    bool has(QLatin1StringView code) const;
    /// Adds problems that are not there yet.
    void add(const Problems& more);
};

/// The delivery mark (传输校验) of a file, see delivery_mark.h.
struct DeliveryReport
{
    bool whole = false;      ///< it holds and nothing was changed since that must not
    QString sender;          ///< SHA-256 of its certificate, 64 lower-case hex digits: to be remembered by who receives
    QDateTime time;          ///< what the sender claims
};

struct VerificationReport
{
    Verdict verdict = Verdict::Unreadable;
    QList<SignatureReport> signatures; ///< in the order of signing; undeclared ones last, delivery marks not among them
    std::optional<DeliveryReport> delivery;
    QList<TimestampReport> documentTimestamps; ///< ETSI.RFC3161, oldest first; nobody's signature and not in `signatures`
    Problems problems;                 ///< of the file as a whole
};

/// The verdict on one signature.
Verdict verdictOn(const SignatureReport& signature);
/// Makes the verdict of a report the worse of its own and `verdict`. Nothing is worse than `Broken`.
void worsen(VerificationReport& report, Verdict verdict);
/// The word for it in `verify --json`.
QString verdictName(Verdict verdict);

/// On what trust in a signature rests, or that it rests on nothing.
LocalizedText basisWords(const SignatureReport& signature);

/// The object of `verify --json` but for `file`, `ink` and `paper`, which the caller adds (here they are empty):
/// {"verdict", "signatures": [{"field", "signer", "fingerprint", "intact", "trusted", "changes", "covers", "level",
/// "signingTime": ISO 8601 or null, "provenTime": the same, "attestedBy": name or null, "trust": T,
/// "certificateValid": {"whenSigned": boolean or null, "now"}, "problems": [P]}], "timestamps": [{"field", "authority", "fingerprint",
/// "policy", "time", "intact", "trusted"}], "delivery": {"whole", "sender"} or null, "ink": [], "paper": null, "problems": [P]},
/// P = {"code", "object": "12 0" or null, "message"}; T = {"kind": "authority" | "office" | "body" | "expert" | "signer" | "attested" | "none",
/// "holder", "fingerprint", "by", "at", "rests", "file", "words"}, all but kind and words null where they do not apply.
QJsonObject toJson(const VerificationReport& report, Language language);
QJsonArray toJson(const Problems& problems, Language language);

} // namespace jz
