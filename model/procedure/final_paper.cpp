// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/final_paper.h"

#include "model/base/error.h"
#include "model/base/sha256.h"
#include "model/dossier/dossier_json.h"
#include "model/pdf/embedded_files.h"
#include "model/pdf/pdf_info.h"
#include "model/procedure/dossier_input.h"
#include "model/signature/pdf_verifier.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestMap = 10'000'000;
constexpr qint64 largestData = 20'000'000;

Error notForScans(const QString& paper, ErrorCode code, const LocalizedText& why)
{
    return Error(code, {u"“%1”%2。"_s.arg(paper, why.zh), u"“%1” %2."_s.arg(paper, why.en)}, paper);
}

void requireUnsigned(const QString& paper)
{
    const VerificationReport report = verifyPdf(paper, {});
    if (report.verdict == Verdict::Unreadable)
        throw notForScans(paper, ErrorCode::Malformed,
                          {u"不是 PDF 或已损坏，请选择本程序导出的定稿"_s, u"is no PDF or is damaged: choose the final PDF that this program wrote"_s});
    if (report.verdict != Verdict::Unsigned)
        throw notForScans(paper, ErrorCode::Unsupported,
                          {u"已有签名或传输校验，不能再放入扫描件。请用未签章的定稿"_s,
                           u"is signed or closed already and takes no scans: use the unsigned final PDF"_s});
}

} // namespace

PageMap readPageMap(const QString& pdf)
{
    QByteArray json;
    try {
        json = readEmbeddedFile(pdf, pageMapName(), largestMap);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::NotFound || error.code() == ErrorCode::Unsupported)
            throw notForScans(pdf, ErrorCode::Unsupported,
                              {u"不是本程序导出的定稿（或被打印、另存过）。请用原始的定稿文件"_s,
                               u"is no final PDF of this program, or was printed or saved anew by another: use the original file"_s});
        throw;
    }
    const PageMap map = parsePageMap(json, pdf);
    if (map.kind == u"dossier" && sha256(readEmbeddedFile(pdf, dossierDataName(), largestData)) != map.fingerprint)
        throw notForScans(pdf, ErrorCode::Malformed,
                          {u"中的页面清单与申报数据对不上，请重新导出定稿"_s, u"has a page list that does not belong to its data: write the final PDF again"_s});
    return map;
}

PageMap requireFinalPaper(const QString& paper)
{
    if (!looksLikePdf(paper))
        throw notForScans(paper, ErrorCode::Malformed, {u"不是 PDF，请选择本程序导出的定稿"_s, u"is no PDF: choose the final PDF that this program wrote"_s});
    requireUnsigned(paper);
    const PageMap map = readPageMap(paper);
    if (map.draft)
        throw notForScans(paper, ErrorCode::Unsupported,
                          {u"是草稿，不能放入签章扫描件。请先导出定稿，打印、签章定稿的各页"_s,
                           u"is a draft and takes no signed pages: write the final PDF, then print and sign its pages"_s});
    if (pdfInfo(paper).pages.size() != map.pages.size())
        throw notForScans(paper, ErrorCode::Malformed,
                          {u"的页数与导出时不同，可能被别的程序改过。请重新导出定稿"_s,
                           u"has not the pages it was written with; another program may have changed it. Write the final PDF again"_s});
    return map;
}

} // namespace jz
