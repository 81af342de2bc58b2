// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/base/error.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>

#include <exception>
#include <functional>
#include <memory>

namespace jz {

/// An opened PDF. qpdf reads it piece by piece as long as `pdf` lives.
struct PdfFile
{
    std::shared_ptr<QPDF> pdf;
    bool repaired = false; ///< qpdf had to rebuild its cross-reference table or reported other damage
};

/// Opens a PDF with an empty password. A damaged one is repaired where qpdf can.
/// Throws Error NotFound, Unreadable, Malformed, or Unsupported for one that needs a password.
PdfFile openPdf(const QString& path);

/// Error Malformed: the file is a damaged or truncated PDF, or none at all. `detail` is for the log.
Error damagedPdf(const QString& path, const QString& detail);

/// What went wrong in qpdf, in the words of this program; Errors of our own pass unchanged.
/// To be called from a catch block; `path` is the file that was being read.
[[noreturn]] void rethrowAsError(const QString& path);

/// Runs `body` and translates what qpdf throws.
template<typename Body>
auto reading(const QString& path, Body body)
{
    try {
        return body();
    } catch (...) {
        rethrowAsError(path);
    }
}

/// Takes bytes piece by piece.
using ByteSink = std::function<void(const char* data, qint64 size)>;

/// The end of a chain of qpdf's pipelines: hands its bytes to a sink.
class SinkPipeline : public Pipeline
{
public:
    explicit SinkPipeline(ByteSink sink) : Pipeline("sink", nullptr), m_sink(std::move(sink)) {}
    void write(const unsigned char* data, size_t size) override
    {
        m_sink(reinterpret_cast<const char*>(data), static_cast<qint64>(size));
    }
    void finish() override {}

private:
    ByteSink m_sink;
};

/// QString to the UTF-8 that qpdf's Unicode strings take.
inline std::string utf8(const QString& text)
{
    return text.toStdString();
}

} // namespace jz
