// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"

#include <QLatin1StringView>
#include <QList>

namespace jz {

/// Something that verification noticed about a file or a signature.
struct Problem
{
    QString code;          ///< one of the codes below: stable, for programs
    QString object;        ///< number and generation of the object concerned, `12 0`; empty for none
    LocalizedText message; ///< for people
};

using Problems = QList<Problem>;

/// All codes there are. Texts may change, codes do not. In brackets: what the signature becomes by it; `note`
/// changes nothing.
namespace problem {

// The place of the signature in the file.
inline constexpr QLatin1StringView byteRangeMissing{"byte-range-missing"};       ///< /ByteRange is not four whole numbers [broken]
inline constexpr QLatin1StringView byteRangeInvalid{"byte-range-invalid"};       ///< not from 0, past the end, overlapping [broken]
inline constexpr QLatin1StringView byteRangeGap{"byte-range-gap"};               ///< what is left out is not exactly /Contents [broken]
inline constexpr QLatin1StringView notARevision{"not-a-revision"};               ///< the signed bytes do not end as a revision does [broken]
inline constexpr QLatin1StringView contentsMissing{"contents-missing"};          ///< /Contents is no hex string, or empty [broken]
inline constexpr QLatin1StringView dictionaryBroken{"dictionary-broken"};        ///< the signature dictionary cannot be read where it stands [broken]
inline constexpr QLatin1StringView duplicateKey{"duplicate-key"};                ///< a key stands twice in the signature dictionary [broken]
inline constexpr QLatin1StringView rangesOverlap{"ranges-overlap"};              ///< two signatures do not lie one after the other [broken]
inline constexpr QLatin1StringView subFilterUnknown{"subfilter-unknown"};        ///< a kind of signature this program cannot check [broken]

// The signature itself (CMS, RFC 5652).
inline constexpr QLatin1StringView cmsBroken{"cms-broken"};                      ///< /Contents is no CMS signed data [broken]
inline constexpr QLatin1StringView cmsSigners{"cms-signers"};                    ///< not exactly one signer [broken]
inline constexpr QLatin1StringView cmsContent{"cms-content"};                    ///< it carries content of its own though detached [broken]
inline constexpr QLatin1StringView digestNotAccepted{"digest-not-accepted"};     ///< MD5, or no digest algorithm at all [broken]
inline constexpr QLatin1StringView signerCertificateMissing{"signer-certificate-missing"}; ///< [broken]
inline constexpr QLatin1StringView attributesMissing{"attributes-missing"};      ///< signed attributes missing or of another content [broken]
inline constexpr QLatin1StringView digestMismatch{"digest-mismatch"};            ///< the signed bytes were changed [broken]
inline constexpr QLatin1StringView signatureInvalid{"signature-invalid"};        ///< the key of the certificate did not make it [broken]
inline constexpr QLatin1StringView signingCertificateMissing{"signing-certificate-missing"}; ///< PAdES demands it [broken]
inline constexpr QLatin1StringView signingCertificateMismatch{"signing-certificate-mismatch"}; ///< it names another certificate [broken]
inline constexpr QLatin1StringView timestampInvalid{"timestamp-invalid"};        ///< the time stamp is broken or of another signature [broken]
inline constexpr QLatin1StringView paddingNotZero{"padding-not-zero"};           ///< bytes behind the CMS in /Contents [note]
inline constexpr QLatin1StringView weakDigest{"weak-digest"};                    ///< SHA-1 [note]
inline constexpr QLatin1StringView weakKey{"weak-key"};                          ///< RSA under 2048 bits [note]

// Changes after the signature.
inline constexpr QLatin1StringView laterRevision{"later-revision-not-examined"}; ///< something was added later that cannot be compared: too large, too damaged [modified]
inline constexpr QLatin1StringView bytesAfterEnd{"bytes-after-end"};             ///< the file does not end with a whole revision [modified]
inline constexpr QLatin1StringView revisionSkipped{"revision-skipped"};          ///< readers no longer see the signed revision [modified]
inline constexpr QLatin1StringView pageContentChanged{"page-content-changed"};   ///< what a page shows [modified]
inline constexpr QLatin1StringView pagesChanged{"pages-changed"};                ///< pages added, removed, reordered, boxes [modified]
inline constexpr QLatin1StringView resourceChanged{"resource-changed"};          ///< pictures, forms, colours of a page [modified]
inline constexpr QLatin1StringView fontChanged{"font-changed"};                  ///< [modified]
inline constexpr QLatin1StringView annotationChanged{"annotation-changed"};      ///< added, removed or changed [modified]
inline constexpr QLatin1StringView appearanceChanged{"appearance-changed"};      ///< what an annotation or field shows [modified]
inline constexpr QLatin1StringView namesChanged{"names-changed"};                ///< name trees, destinations, bookmarks [modified]
inline constexpr QLatin1StringView embeddedFileChanged{"embedded-file-changed"}; ///< attachments and data inside [modified]
inline constexpr QLatin1StringView scriptChanged{"script-changed"};              ///< actions and JavaScript [modified]
inline constexpr QLatin1StringView optionalContentChanged{"optional-content-changed"}; ///< layers [modified]
inline constexpr QLatin1StringView rootRedirected{"root-redirected"};            ///< the trailer names another catalog [modified]
inline constexpr QLatin1StringView objectChanged{"object-changed"};              ///< anything else that differs [modified]
inline constexpr QLatin1StringView formChanged{"form-changed"};                  ///< [modified]
inline constexpr QLatin1StringView fieldAdded{"field-added"};                    ///< a field that is no signature, or an empty one that shows [modified]
inline constexpr QLatin1StringView fieldRemoved{"field-removed"};                ///< [modified]
inline constexpr QLatin1StringView fieldChanged{"field-changed"};                ///< more of a field than its value [modified]
inline constexpr QLatin1StringView signedFieldChanged{"signed-field-changed"};   ///< a signed field: value, picture, place [modified]
inline constexpr QLatin1StringView structureChanged{"structure-changed"};        ///< the tags of a tagged PDF [modified]
inline constexpr QLatin1StringView metadataChanged{"metadata-changed"};          ///< replaced by what is no XMP [modified]
inline constexpr QLatin1StringView securityStoreInvalid{"security-store-invalid"}; ///< /DSS holds what does not belong there [modified]
inline constexpr QLatin1StringView encryptionChanged{"encryption-changed"};      ///< [modified]
inline constexpr QLatin1StringView generationChanged{"generation-changed"};      ///< an object in use got another generation [modified]
inline constexpr QLatin1StringView objectRedirected{"object-redirected"};        ///< an entry points into earlier bytes [modified]
inline constexpr QLatin1StringView objectBroken{"object-broken"};                ///< a later object is not where or what it should be [modified]
inline constexpr QLatin1StringView hybridUpdate{"hybrid-update"};                ///< a later revision with two cross-reference sections [modified]
inline constexpr QLatin1StringView bytesUnaccounted{"bytes-unaccounted"};        ///< later bytes that belong to no object [modified]
inline constexpr QLatin1StringView filledAfterSigning{"filled-after-signing"};   ///< a field filled in after the last signature [modified]
inline constexpr QLatin1StringView lockedFieldChanged{"locked-field-changed"};   ///< a field that the signature locks [modified]
inline constexpr QLatin1StringView notInOurPapers{"not-permitted-in-our-papers"}; ///< allowed in other papers, not in ours [modified]
inline constexpr QLatin1StringView signatureUndeclared{"signature-undeclared"};  ///< no signature field shows it (any more) [modified]
inline constexpr QLatin1StringView signatureReused{"signature-reused"};          ///< two fields show one signature [modified]
inline constexpr QLatin1StringView certificationNotFirst{"certification-not-first"}; ///< certifies what others signed before [modified]
inline constexpr QLatin1StringView changesNotAllowed{"changes-not-allowed"};     ///< signed or changed after a signature that forbids it [modified]

// Who signed.
inline constexpr QLatin1StringView chainUntrusted{"chain-untrusted"};            ///< no issuer in the trust list [untrusted]
inline constexpr QLatin1StringView certificateExpired{"certificate-expired"};    ///< [untrusted]
inline constexpr QLatin1StringView certificateNotYetValid{"certificate-not-yet-valid"}; ///< [untrusted]
inline constexpr QLatin1StringView certificateExpiredSince{"certificate-expired-since"}; ///< after the proven time [note]
inline constexpr QLatin1StringView certificateRevoked{"certificate-revoked"};    ///< as the file itself says, before the proven time or without one [untrusted]
inline constexpr QLatin1StringView revokedAfterSigning{"revoked-after-signing"}; ///< after the proven time [note]
inline constexpr QLatin1StringView timestampUntrusted{"timestamp-untrusted"};    ///< it holds, but its authority is not trusted: no time is proven [note]
inline constexpr QLatin1StringView validationDataBroken{"validation-data-broken"}; ///< a CRL or OCSP response that cannot be read, or not by the issuer [note]
inline constexpr QLatin1StringView validationDataForeign{"validation-data-foreign"}; ///< about no certificate of the file [note]
inline constexpr QLatin1StringView validationDataStale{"validation-data-stale"}; ///< too old to say anything good [note]
inline constexpr QLatin1StringView keyUsage{"key-usage"};                        ///< the certificate is not for signing documents [untrusted]
inline constexpr QLatin1StringView signingTimeOutside{"signing-time-outside-validity"}; ///< the time the signer claims is not within the certificate's [note]
inline constexpr QLatin1StringView selfIssued{"self-issued"};                    ///< nobody but the holder vouches for the name [note]

// The file as a whole.
inline constexpr QLatin1StringView fileUnreadable{"file-unreadable"};            ///< [unreadable; broken when a signature can be seen]
inline constexpr QLatin1StringView fileEncrypted{"file-encrypted"};              ///< needs a password; holds no signature [note]
inline constexpr QLatin1StringView tooManySignatures{"too-many-signatures"};     ///< more than are examined [broken]
inline constexpr QLatin1StringView documentTimestampInvalid{"document-timestamp-invalid"}; ///< [broken]

// A paper of ours: its pages against the data inside it.
inline constexpr QLatin1StringView textDiffers{"text-differs"};                  ///< a page says something else than the data [textMatches false]
inline constexpr QLatin1StringView textForeign{"text-foreign"};                  ///< text that is neither template nor value [textMatches false]
inline constexpr QLatin1StringView textInvisible{"text-invisible"};              ///< text that no eye sees [textMatches false]
inline constexpr QLatin1StringView textNotComparable{"text-not-comparable"};     ///< a scanned page, or one whose text cannot be read [note]
inline constexpr QLatin1StringView fontNotEmbedded{"font-not-embedded"};         ///< looks different on every machine [note]
inline constexpr QLatin1StringView attachmentDiffers{"attachment-differs"};      ///< a file inside is not the one listed [textMatches false]
inline constexpr QLatin1StringView paperResaved{"paper-resaved"};                ///< a paper of ours that another program printed or saved anew [note]
inline constexpr QLatin1StringView endorsementNotClosed{"endorsement-not-closed"}; ///< a signature paper (签章件) whose delivery mark is missing or does not hold [note]
inline constexpr QLatin1StringView endorsementElsewhere{"endorsement-elsewhere"}; ///< a signature paper beside another dossier than its own [note]
inline constexpr QLatin1StringView endorsementOutdated{"endorsement-outdated"};  ///< its own dossier, but other content than was signed [note]

} // namespace problem

/// A problem with its words; `detail` fills the `%1` of those that have one.
Problem makeProblem(QLatin1StringView code, const QString& object = {}, const QString& detail = {});
/// The same with a detail that is itself words.
Problem makeProblem(QLatin1StringView code, const QString& object, const LocalizedText& detail);

} // namespace jz
