// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/pdf_info.h"

#include "model/pdf/page_import.h"
#include "model/pdf/pdf_file.h"

namespace jz {

PdfInfo pdfInfo(const QString& path)
{
    return reading(path, [&] {
        const PdfFile file = openPdf(path);
        PdfInfo info;
        info.encrypted = file.pdf->isEncrypted();
        info.repaired = file.repaired;
        for (const QPDFObjectHandle& page : file.pdf->getAllPages())
            info.pages.append(frameOf(QPDFPageObjectHelper(page)).points() * (25.4 / 72));
        QPDFObjectHandle entries = file.pdf->getTrailer().getKey("/Info");
        const auto text = [&](const char* key) {
            std::string value;
            return entries.getKeyIfDict(key).getValueAsUTF8(value) ? QString::fromStdString(value) : QString();
        };
        info.title = text("/Title");
        info.author = text("/Author");
        info.subject = text("/Subject");
        info.keywords = text("/Keywords");
        info.producer = text("/Producer");
        return info;
    });
}

int pageCount(const QString& path)
{
    return reading(path, [&] { return int(openPdf(path).pdf->getAllPages().size()); });
}

} // namespace jz
