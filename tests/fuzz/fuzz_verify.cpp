// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/fuzz_verify.h"

#include "model/base/error.h"
#include "model/pdf/embedded_files.h"
#include "model/pdf/page_text.h"
#include "model/pdf/pdf_structure.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/paper_verification.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

/// The input as a file of its own: that is what people verify.
QString written(const uint8_t* data, size_t size)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(u"input.pdf"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)
        || file.write(reinterpret_cast<const char*>(data), static_cast<qint64>(size)) != static_cast<qint64>(size))
        std::abort();
    return path;
}

/// An Error is an answer; anything else that is thrown ends the run.
template <typename Read>
void answers(const Read& read)
{
    try {
        read();
    } catch (const jz::Error&) {
    }
}

/// Of files that are no papers of ours, too: with the pages of those it is called only after their data were read.
void readPages(const QString& path)
{
    constexpr int mostPages = 4;
    const jz::FileBytes source(path);
    const jz::PdfStructure structure(source);
    jz::PageTextReader reader(structure);
    for (int i = 0; i < std::min(reader.pageCount(), mostPages); ++i)
        reader.page(i).compact();
}

void readFiles(const QString& path)
{
    constexpr qint64 largest = 4'000'000;
    for (const jz::EmbeddedFileInfo& file : jz::listEmbeddedFiles(path))
        answers([&] { jz::readEmbeddedFile(path, file.name, largest); });
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QString path = written(data, size);
    const jz::PaperReport report = jz::verifyPaper(path, jz::TrustList());
    // Reports become JSON whatever names and texts the file holds.
    jz::toJson(report, jz::Language::English);
    answers([&] { readPages(path); });
    answers([&] { readFiles(path); });
    answers([&] { jz::readDossierData(path); });
    return 0;
}
