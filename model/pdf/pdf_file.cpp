// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/pdf_file.h"

#include "model/base/json_file.h"

#include <qpdf/QPDFExc.hh>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

Error passwordNeeded(const QString& path)
{
    return Error(ErrorCode::Unsupported,
                 LocalizedText{u"“%1”设有打开密码。请向提供者索取不设密码的文件，或去除密码后再选。"_s,
                               u"“%1” needs a password. Ask for a file without one, or remove the password and "
                               "choose the file again."_s}
                     .arg(path),
                 path);
}

std::shared_ptr<QPDF> process(const QString& path, bool recover)
{
    auto pdf = QPDF::create();
    pdf->setSuppressWarnings(true);
    pdf->setAttemptRecovery(recover);
    pdf->processFile(QFile::encodeName(path).constData());
    return pdf;
}

} // namespace

Error damagedPdf(const QString& path, const QString& detail)
{
    return Error(ErrorCode::Malformed,
                 LocalizedText{u"“%1”不是完整的 PDF 文件（可能没有传完或已损坏）。请重新获取或重新导出这个文件。"_s,
                               u"“%1” is not a complete PDF (it may be truncated or damaged). Get the file again or "
                               "export it anew."_s}
                     .arg(path),
                 path, detail);
}

void rethrowAsError(const QString& path)
{
    try {
        throw;
    } catch (const Error&) {
        throw;
    } catch (const QPDFExc& problem) {
        if (problem.getErrorCode() == qpdf_e_password)
            throw passwordNeeded(path);
        throw damagedPdf(path, QString::fromStdString(problem.getMessageDetail()));
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::TooLarge,
                    LocalizedText{u"内存不足，无法处理“%1”。请关闭其他程序后再试。"_s,
                                  u"There is not enough memory for “%1”. Close other programs and try again."_s}
                        .arg(path),
                    path);
    } catch (const std::exception& problem) {
        throw damagedPdf(path, QString::fromUtf8(problem.what()));
    }
}

PdfFile openPdf(const QString& path)
{
    QFile file(path);
    openForReading(file);
    file.close();
    try {
        auto pdf = process(path, false);
        if (!pdf->getAllPages().empty() && !pdf->anyWarnings())
            return {pdf, false};
    } catch (const QPDFExc& problem) {
        if (problem.getErrorCode() == qpdf_e_password)
            throw passwordNeeded(path);
    } catch (const std::exception&) {
        // The second try tells what is wrong.
    }
    return reading(path, [&] {
        auto pdf = process(path, true);
        if (pdf->getAllPages().empty())
            throw damagedPdf(path, u"no pages"_s);
        return PdfFile{pdf, true};
    });
}

} // namespace jz
