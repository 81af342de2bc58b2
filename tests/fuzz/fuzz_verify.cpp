// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/fuzz_verify.h"

#include "model/signature/pdf_verifier.h"

#include <cstring>

namespace {

class MemoryBytes final : public jz::ByteSource
{
public:
    MemoryBytes(const uint8_t* data, size_t size) : m_data(data), m_size(static_cast<qint64>(size)) {}
    qint64 size() const override { return m_size; }
    QString name() const override { return QStringLiteral("fuzz.pdf"); }
    qint64 read(qint64 offset, char* to, qint64 length) const override
    {
        if (offset < 0 || offset >= m_size || length <= 0)
            return 0;
        const qint64 count = std::min(length, m_size - offset);
        std::memcpy(to, m_data + offset, static_cast<size_t>(count));
        return count;
    }

private:
    const uint8_t* m_data;
    qint64 m_size;
};

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const MemoryBytes source(data, size);
    const jz::VerificationReport report = jz::PdfVerifier().verify(source, jz::TrustList());
    // Reports become JSON whatever names and texts the file holds.
    jz::toJson(report, jz::Language::English);
    return 0;
}
