// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/data_paper.h"

#include "model/base/error.h"
#include "model/pdf/assemble.h"
#include "model/pdf/embedded_files.h"
#include "model/pdf/signature_field_names.h"
#include "model/print/painter.h"
#include "model/signature/pdf_signer.h"
#include "model/signature/pdf_verifier.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void otherPaper(const QString& path, const PaperKindWords& words, const QString& detail)
{
    throw Error(ErrorCode::Unsupported,
                LocalizedText{u"“%1”不是%2，或被打印、另存过。请用%3发来的原始 PDF 文件。"_s,
                              u"“%1” is no %2, or was printed or saved anew. Use the original PDF that %3 sent."_s}
                    .arg(path, words.kind, words.sender),
                path, detail);
}

[[noreturn]] void altered(const QString& path, const PaperKindWords& words)
{
    throw Error(ErrorCode::Malformed,
                LocalizedText{u"“%1”在发出以后被改动过，或在传送中损坏，内容不可信，没有读入。请向%2重新索取原始文件。"_s,
                              u"“%1” was altered after it was sent, or damaged on its way: it cannot be relied on and was not taken in. Ask "
                              "%2 for the original file again."_s}
                    .arg(path, words.sender),
                path);
}

[[noreturn]] void notClosed(const QString& path, const PaperKindWords& words)
{
    throw Error(ErrorCode::Unsupported,
                LocalizedText{u"“%1”没有传输校验，看不出是否完整，没有读入。它可能被另存过：请向%2索取原始文件。"_s,
                              u"“%1” has no delivery mark, so nobody can tell whether it is whole; it was not taken in. It may have been saved anew: ask "
                              "%2 for the original file."_s}
                    .arg(path, words.sender),
                path);
}

/// The sender of a file that is as it was sent.
QString requireWhole(const QString& path, const PaperKindWords& words)
{
    const VerificationReport report = verifyPdf(path, {});
    switch (report.verdict) {
    case Verdict::Unreadable:
    case Verdict::Broken:
    case Verdict::Modified:
        altered(path, words);
    case Verdict::Unsigned:
        notClosed(path, words);
    case Verdict::Valid:
    case Verdict::Untrusted:
    case Verdict::Marked:
        break;
    }
    if (!report.delivery && report.signatures.isEmpty())
        notClosed(path, words);
    // Bytes behind the mark change nothing that anybody sees. Still, no paper leaves with them.
    const bool padded = std::any_of(report.problems.begin(), report.problems.end(), [](const Problem& each) { return each.code == problem::paddingNotZero; });
    if (padded || (report.delivery && !report.delivery->whole))
        altered(path, words);
    return report.delivery ? report.delivery->sender : QString();
}

} // namespace

void assembleDataPaper(const DataPaper& content, const CallPack& pack, TextShaper& shaper, const QString& out)
{
    AssemblyPlan plan;
    plan.skeleton = drawPaper(content.paper, shaper);
    plan.bookmarks = content.paper.bookmarks;
    plan.signatureFields = content.paper.signatureFields;
    plan.signatureFields << SignatureFieldPlan{deliveryFieldName(), 0, QRectF(), u"传输校验"_s};
    plan.attachments = content.pictures;
    plan.placements = content.placements;
    PageMap map = content.map;
    map.pages = mappedPages(content.paper);
    plan.embeddedFiles << EmbeddedFilePlan{content.dataName, "application/json", content.dataTitle, "Source", content.data, {}}
                       << EmbeddedFilePlan{pageMapName(), "application/json", u"页面清单"_s, "Data", pageMapJson(map), {}};
    plan.title = content.title;
    plan.author = content.author;
    plan.subject = pack.official;
    plan.keywords = u"juanzong "_s + content.keyword;
    assemblePdf(plan, out);
}

void writeDataPaper(const DataPaper& content, const CallPack& pack, TextShaper& shaper, const Identity& deliveryKey, const QString& out)
{
    const QTemporaryDir scratch;
    const QString open = scratch.filePath(u"open.pdf"_s);
    assembleDataPaper(content, pack, shaper, open);
    signPdf(open, out, SignRequest{SignatureRole::Delivery, deliveryKey, {}, {}, {}, {}});
}

ClosedData readClosedData(const QString& path, const QString& dataName, qint64 largest, const PaperKindWords& words)
{
    ClosedData closed;
    try {
        closed.bytes = readEmbeddedFile(path, dataName, largest);
    } catch (const Error& error) {
        if ((error.code() == ErrorCode::NotFound && !QFileInfo::exists(path)) || error.code() == ErrorCode::Unreadable)
            throw;
        // A paper that lost a byte may not be readable as a PDF any more.
        if (error.code() == ErrorCode::Malformed)
            altered(path, words);
        otherPaper(path, words, error.detail());
    }
    closed.sender = requireWhole(path, words);
    return closed;
}

bool carriesData(const QString& path, const QString& dataName)
{
    try {
        if (!QFileInfo(path).isFile())
            return false;
        const QList<EmbeddedFileInfo> files = listEmbeddedFiles(path);
        return std::any_of(files.begin(), files.end(), [&](const EmbeddedFileInfo& file) { return file.name == dataName; });
    } catch (const Error&) {
        return false;
    }
}

} // namespace jz
