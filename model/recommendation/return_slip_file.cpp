// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/return_slip_file.h"

#include "model/base/sha256.h"
#include "model/pdf/assemble.h"
#include "model/pdf/embedded_files.h"
#include "model/pdf/signature_field_names.h"
#include "model/print/dossier_paper.h"
#include "model/print/page_map.h"
#include "model/print/painter.h"
#include "model/recommendation/return_slip_paper.h"
#include "model/recommendation/slip_notes.h"
#include "model/recommendation/slip_words.h"
#include "model/signature/pdf_signer.h"
#include "model/signature/pdf_verifier.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestData = 8'000'000;

[[noreturn]] void noSlip(const QString& path, const QString& detail = {})
{
    throw Error(ErrorCode::Unsupported,
                LocalizedText{u"“%1”不是修改意见，或被打印、另存过。请用推荐单位发来的原始 PDF 文件。"_s,
                              u"“%1” is no return slip, or was printed or saved anew. Use the original PDF that the recommending body sent."_s}
                    .arg(path),
                path, detail);
}

[[noreturn]] void altered(const QString& path)
{
    throw Error(ErrorCode::Malformed,
                LocalizedText{u"“%1”在发出以后被改动过，或在传送中损坏，内容不可信，没有读入。请向推荐单位重新索取原始文件。"_s,
                              u"“%1” was altered after it was sent, or damaged on its way: it cannot be relied on and was not taken in. Ask the "
                              "recommending body for the original file again."_s}
                    .arg(path),
                path);
}

[[noreturn]] void notClosed(const QString& path)
{
    throw Error(ErrorCode::Unsupported,
                LocalizedText{u"“%1”没有传输校验，看不出是否完整，没有读入。它可能被另存过：请向推荐单位索取原始文件。"_s,
                              u"“%1” has no delivery mark, so nobody can tell whether it is whole; it was not taken in. It may have been saved anew: ask "
                              "the recommending body for the original file."_s}
                    .arg(path),
                path);
}

/// The sender of a file that is as it was sent.
QString requireWhole(const QString& path)
{
    const VerificationReport report = verifyPdf(path, {});
    switch (report.verdict) {
    case Verdict::Unreadable:
    case Verdict::Broken:
    case Verdict::Modified:
        altered(path);
    case Verdict::Unsigned:
        notClosed(path);
    case Verdict::Valid:
    case Verdict::Untrusted:
    case Verdict::Marked:
        break;
    }
    if (!report.delivery)
        notClosed(path);
    // Bytes behind the mark change nothing that anybody sees. Still, no slip leaves with them.
    const bool padded = std::any_of(report.problems.begin(), report.problems.end(), [](const Problem& each) { return each.code == problem::paddingNotZero; });
    if (!report.delivery->whole || padded)
        altered(path);
    return report.delivery->sender;
}

AssemblyPlan planOf(const ReturnSlip& slip, const Dossier& dossier, const CallPack& pack)
{
    const QByteArray data = returnSlipJson(slip);
    const QByteArray fingerprint = sha256(data);
    static const QUuid slips(u"7e0b3f1c-52d5-4c0e-8a43-6d5f8f3a1b90"_s);
    const QUuid id = QUuid::createUuidV5(slips, fingerprint);
    TextShaper shaper(fontsOf(pack));
    const Paper paper = layoutReturnSlip({pack, slip, dossier, id, fingerprint}, shaper);
    AssemblyPlan plan;
    plan.skeleton = drawPaper(paper, shaper);
    plan.bookmarks = paper.bookmarks;
    plan.signatureFields << SignatureFieldPlan{deliveryFieldName(), 0, QRectF(), u"传输校验"_s};
    const PageMap map{slipPaperKind(), id, slip.revision, fingerprint, pack.id, false, mappedPages(paper)};
    plan.embeddedFiles << EmbeddedFilePlan{slipDataName(), "application/json", u"修改意见数据"_s, "Source", data, {}}
                       << EmbeddedFilePlan{pageMapName(), "application/json", u"页面清单"_s, "Data", pageMapJson(map), {}};
    plan.title = slip.title.isEmpty() ? slipTitle(slip, pack) : QString(slip.title + u"　"_s + slipTitle(slip, pack));
    plan.author = slip.from;
    plan.subject = pack.official;
    plan.keywords = u"juanzong return-slip"_s;
    plan.language = u"zh-CN"_s;
    plan.producer = u"Juanzong " JUANZONG_VERSION ""_s;
    return plan;
}

} // namespace

QString slipDataName()
{
    return u"return-slip.json"_s;
}

QString slipPaperKind()
{
    return u"return-slip"_s;
}

void writeReturnSlip(const ReturnSlip& slip, const Dossier& dossier, const CallPack& pack, const Identity& deliveryKey, const QString& out)
{
    requireComplete(slip);
    const QTemporaryDir scratch;
    const QString open = scratch.filePath(u"open.pdf"_s);
    assemblePdf(planOf(slip, dossier, pack), open);
    signPdf(open, out, SignRequest{SignatureRole::Delivery, deliveryKey, {}, {}, {}, {}});
}

bool isReturnSlip(const QString& path)
{
    try {
        if (!QFileInfo(path).isFile())
            return false;
        const QList<EmbeddedFileInfo> files = listEmbeddedFiles(path);
        return std::any_of(files.begin(), files.end(), [](const EmbeddedFileInfo& file) { return file.name == slipDataName(); });
    } catch (const Error&) {
        return false;
    }
}

ReceivedSlip readReturnSlip(const QString& path)
{
    ReceivedSlip received;
    try {
        received.data = readEmbeddedFile(path, slipDataName(), largestData);
    } catch (const Error& error) {
        if ((error.code() == ErrorCode::NotFound && !QFileInfo::exists(path)) || error.code() == ErrorCode::Unreadable)
            throw;
        // A slip that lost a byte may not be readable as a PDF any more.
        if (error.code() == ErrorCode::Malformed)
            altered(path);
        noSlip(path, error.detail());
    }
    received.sender = requireWhole(path);
    received.slip = parseReturnSlip(received.data, path);
    return received;
}

} // namespace jz
