// SPDX-License-Identifier: Apache-2.0
#include "model/signature/pdf_signer.h"

#include "model/base/error.h"
#include "model/base/output_file.h"
#include "model/pdf/signature_update.h"
#include "model/signature/cms_builder.h"
#include "model/signature/delivery_mark.h"
#include "model/signature/document_digest.h"
#include "model/signature/pdf_verifier.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

std::optional<FieldInfo> freeField(const PdfStructure& structure, SignatureRole role)
{
    for (const QString& name : fieldNames(role)) {
        for (const SignatureField& field : structure.signatureFields()) {
            if (field.name == name && !field.isSigned && !field.object.isNull())
                return FieldInfo{name, field.rect};
        }
    }
    return std::nullopt;
}

void requireSound(const PdfStructure& structure)
{
    if (const QStringList warnings = structure.warnings(); !warnings.isEmpty())
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”有损坏之处，不能在其上签章。请向发件人重新索取。"_s,
                                  u"“%1” is damaged and cannot be signed. Ask the sender for it again."_s}
                        .arg(structure.source().name()),
                    structure.source().name(), warnings.join(u"; "_s));
}

Error refused(const PdfStructure& structure, const LocalizedText& message)
{
    return Error(ErrorCode::Unsupported, message, structure.source().name());
}

LocalizedText noFieldFor(SignatureRole role)
{
    switch (role) {
    case SignatureRole::Applicant:
        return {u"文件中没有空白的申报单位签章域（可能已经签过）。"_s,
                u"The file has no free signature field of the applicant; it may be signed already."_s};
    case SignatureRole::Recommender:
        return {u"文件中没有空白的推荐单位签章域。再有单位签章，请另出签章件。"_s,
                u"The file has no free signature field of a recommending body. A further body signs a paper of its own."_s};
    case SignatureRole::Delivery:
        break;
    }
    return {u"文件中没有可用的传输校验域（可能已经加过传输校验）。"_s,
            u"The file has no free field for the delivery mark; it may be closed already."_s};
}

FieldInfo requireField(const PdfStructure& structure, SignatureRole role)
{
    if (const auto field = freeField(structure, role))
        return *field;
    throw Error(ErrorCode::NoFreeField, noFieldFor(role), structure.source().name());
}

/// The key of an installation never stands for a unit, nor a unit's for an installation.
void requireFitting(const Identity& identity, SignatureRole role)
{
    if (isDeliveryMark(identity.certificate()) == (role == SignatureRole::Delivery))
        return;
    throw Error(ErrorCode::Unusable,
                role == SignatureRole::Delivery
                    ? LocalizedText{u"这是单位的签名证书，不能用作传输校验。"_s,
                                    u"This is the identity of a unit; it does not make delivery marks."_s}
                    : LocalizedText{u"这是传输校验密钥，不能代表单位签章。请使用单位的签名证书。"_s,
                                    u"This key makes delivery marks and signs for no unit. Use the identity of the unit."_s},
                identity.name());
}

void requirePermission(const PdfStructure& structure, SignatureRole role, const QString& fieldName)
{
    const bool undeclared = !structure.undeclaredSignatures(1).isEmpty();
    bool isSigned = undeclared || !structure.certification().isNull();
    bool forbidden = false;
    for (const SignatureField& field : structure.signatureFields()) {
        if (!field.isSigned)
            continue;
        isSigned = true;
        QList<FieldLock> locks = field.value.locks;
        if (field.lock)
            locks.append(*field.lock);
        forbidden = forbidden || field.value.docMdp == 1
                    || std::any_of(locks.begin(), locks.end(), [&](const FieldLock& l) { return l.locks(fieldName); });
    }
    if (forbidden)
        throw refused(structure, {u"文件上已有的签名不允许再签章。"_s,
                                  u"A signature in the file allows no further one."_s});
    if (role == SignatureRole::Delivery && isSigned)
        throw refused(structure, {u"文件上已有签名或传输校验，不能再加传输校验。请从未签章的定稿重新开始。"_s,
                                  u"The file is signed or closed already and takes no delivery mark. Start again from the "
                                  "unsigned final revision."_s});
    if (role == SignatureRole::Applicant && isSigned)
        throw refused(structure, {u"文件上已有其他签名，申报单位须最先签章。请从未签章的定稿重新开始。"_s,
                                  u"Others have signed already; the applicant signs first. Start again from the "
                                  "unsigned final revision."_s});
}

QString codesOf(const Problems& problems)
{
    QString codes;
    for (const Problem& problem : problems)
        codes += problem.code + u' ';
    return codes.trimmed();
}

/// Whoever signs behind an alteration lends it his name: the earlier signatures have to hold, and nothing that is
/// not permitted may have happened after them.
void requireUnaltered(const SignatureReport& earlier, const QString& file)
{
    const bool holds = earlier.intact && earlier.covers != Coverage::Partial;
    if (holds && earlier.changes != ChangesSince::Forbidden)
        return;
    const QString who = earlier.signer.isEmpty() ? earlier.field : earlier.signer;
    // Problems of the signature itself come first, those of later changes last.
    const LocalizedText why = earlier.problems.isEmpty() ? LocalizedText{}
                              : holds                    ? earlier.problems.last().message
                                                         : earlier.problems.first().message;
    const LocalizedText what =
        holds ? LocalizedText{u"文件在“%1”签名之后被改动，没有签章：%2请向发件人索取原始文件。"_s,
                              u"The file was changed after “%1” had signed it; nothing was signed. %2 Ask the sender for "
                              "the original."_s}
              : LocalizedText{u"文件上“%1”的签名不成立，没有签章：%2请向发件人索取原始文件。"_s,
                              u"The signature of “%1” in the file does not hold; nothing was signed. %2 Ask the sender "
                              "for the original."_s};
    throw Error(ErrorCode::Unusable, {what.zh.arg(who, why.zh), what.en.arg(who, why.en)}, file,
                codesOf(earlier.problems));
}

void requireVerified(const VerificationReport& report, const QString& field, const QString& file)
{
    if (report.verdict == Verdict::Marked && field == deliveryFieldName())
        return;
    const SignatureReport* own = nullptr;
    for (const SignatureReport& signature : report.signatures) {
        if (signature.field == field)
            own = &signature;
        else
            requireUnaltered(signature, file);
    }
    const bool isGood = report.verdict == Verdict::Valid || report.verdict == Verdict::Untrusted;
    if (isGood && own && own->covers == Coverage::File && own->changes == ChangesSince::None)
        return;
    throw Error(ErrorCode::Unusable,
                {u"签章后的文件未通过核验，没有保存。请先核验原文件。"_s,
                 u"The signed file does not verify and was not saved. Verify the original first."_s},
                file, codesOf(report.problems) + u' ' + codesOf(own ? own->problems : Problems()));
}

/// Copies the file and its new revision, and takes the digest of what goes to the disk: the source must not have
/// changed since it was signed.
void writeOut(const ByteSource& whole, const std::array<qint64, 4>& range, const QByteArray& digest,
              const QString& path)
{
    OutputFile file(path);
    const ssl::DigestContext context(EVP_MD_CTX_new());
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    constexpr qint64 step = 256 * 1024;
    QByteArray piece(step, Qt::Uninitialized);
    for (qint64 at = 0; at < whole.size();) {
        const bool inGap = at >= range[1] && at < range[2];
        const qint64 end = at < range[1] ? range[1] : inGap ? range[2] : whole.size();
        const qint64 count = whole.read(at, piece.data(), std::min(step, end - at));
        if (count <= 0)
            break;
        if (!inGap)
            EVP_DigestUpdate(context.get(), piece.constData(), static_cast<size_t>(count));
        file.write(piece.constData(), count);
        at += count;
    }
    QByteArray written(32, Qt::Uninitialized);
    EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(written.data()), nullptr);
    if (written != digest || file.size() != whole.size())
        throw Error(ErrorCode::Unreadable,
                    LocalizedText{u"签章时“%1”被其他程序改动，没有保存。请重试。"_s,
                                  u"“%1” was changed by another program while it was signed; nothing was saved. Try "
                                  "again."_s}
                        .arg(whole.name()),
                    whole.name());
    file.commit();
}

} // namespace

std::optional<FieldInfo> firstFreeField(const QString& path, SignatureRole role)
{
    const FileBytes source(path);
    return freeField(PdfStructure(source), role);
}

void signPdf(const QString& in, const QString& out, const SignRequest& request)
{
    requireFitting(request.identity, request.role);
    request.identity.requireValidAt(QDateTime::currentDateTimeUtc());
    const FileBytes source(in);
    const PdfStructure structure(source);
    requireSound(structure);
    const FieldInfo field = requireField(structure, request.role);
    requirePermission(structure, request.role, field.name);

    SignatureUpdate update;
    update.field = field.name;
    update.certify = request.role != SignatureRole::Recommender;
    update.appearance = request.appearance;
    update.name = request.name.isEmpty() ? request.identity.name() : request.name;
    update.reason = request.reason;
    update.time = request.time.isValid() ? request.time : QDateTime::currentDateTime();
    update.subFilter = "ETSI.CAdES.detached";
    update.contentsSize = request.contentsSize;
    PreparedSignature prepared = prepareSignature(structure, update);
    // Preparing has read more objects than were read before.
    requireSound(structure);

    const AppendedBytes whole(source, prepared.tail);
    const QByteArray digest = rangeDigest(whole, prepared.byteRange, EVP_sha256());
    prepared.setContents(buildCms(request.identity, digest));
    requireVerified(PdfVerifier().verify(whole, TrustList()), field.name, in);
    writeOut(whole, prepared.byteRange, digest, out);
}

} // namespace jz
