// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/paper_signing.h"

#include "model/base/json_file.h"
#include "model/call/call_pack_reader.h"
#include "model/print/dossier_paper.h"
#include "model/print/signature_appearance.h"
#include "model/procedure/dossier_input.h"
#include "model/signature/pdf_signer.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestSeal = 5'000'000;

/// The identity's fingerprint in groups of four, enough of it to compare with a paper.
QString shownFingerprint(const QString& fingerprint)
{
    QStringList groups;
    for (int i = 0; i < 32; i += 4)
        groups << fingerprint.mid(i, 4).toUpper();
    return groups.join(u' ');
}

/// Any installed pack names the typefaces of Chinese office papers.
Fonts paperFonts()
{
    const QStringList ids = builtInCallPackIds();
    return fontsOf(builtInCallPack(ids.first()));
}

} // namespace

void signPaper(const QString& in, const QString& out, const SigningOrder& order)
{
    if (!looksLikePdf(in))
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”不是 PDF 文件，无法签名。请选择要签名的申报书 PDF。"_s,
                                  u"“%1” is not a PDF and cannot be signed. Choose the dossier to sign."_s}
                        .arg(in),
                    in);
    const std::optional<FieldInfo> field = firstFreeField(in, order.role);
    if (!field)
        throw Error(ErrorCode::NoFreeField,
                    LocalizedText{u"“%1”里没有可签的空白签名栏：它不是本程序的申报书，或该角色的签名栏已签满。请核对文件和角色。"_s,
                                  u"“%1” has no free signature field for this role: it is no dossier of ours, or all are "
                                  "signed. Check the file and the role."_s}
                        .arg(in),
                    in);
    SignRequest request{order.role, order.identity, {}, order.name, order.opinion, order.time};
    AppearanceContent content;
    content.size = QSizeF(toMm(field->rect.width()), toMm(field->rect.height()));
    content.signer = order.name.isEmpty() ? order.identity.name() : order.name;
    content.date = order.time.toString(u"yyyy年M月d日 HH:mm"_s);
    content.fingerprint = shownFingerprint(order.identity.fingerprint());
    content.opinion = order.opinion;
    if (!order.sealPath.isEmpty())
        content.sealPng = readWholeFile(order.sealPath, largestSeal);
    TextShaper shaper(paperFonts());
    request.appearance = drawSignatureAppearance(content, shaper);
    signPdf(in, out, request);
}

} // namespace jz
