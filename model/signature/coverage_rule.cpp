// SPDX-License-Identifier: Apache-2.0
#include "model/signature/signature_rule.h"

namespace jz {

namespace {

class CoverageRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        const SignatureValue& value = that.signature.value;
        const QString object = value.object.isNull() ? QString() : value.object.text();
        for (const QByteArray& key : value.duplicateKeys)
            report.add(problem::duplicateKey, object, QString::fromLatin1(key));
        if (const QLatin1StringView code = placeProblem(that); !code.isEmpty()) {
            report.add(code, object);
            return;
        }
        if (value.duplicateKeys.isEmpty())
            report.covers = coverage(that.structure.source(), that.signature.end());
    }

private:
    static QLatin1StringView placeProblem(const SignatureCase& that)
    {
        const SignatureValue& value = that.signature.value;
        const ByteSource& source = that.structure.source();
        if (value.begin < 0 || value.end < 0)
            return problem::dictionaryBroken;
        if (!value.byteRange)
            return problem::byteRangeMissing;
        const auto& [first, length, second, rest] = *value.byteRange;
        if (first != 0 || length <= 0 || second <= length || rest <= 0 || second > source.size()
            || rest > source.size() - second)
            return problem::byteRangeInvalid;
        if (value.contentsBegin < 0 || value.contents.isEmpty())
            return problem::contentsMissing;
        if (length != value.contentsBegin || second != value.contentsEnd)
            return problem::byteRangeGap;
        return endProblem(that);
    }

    /// The signed bytes end with `startxref N %%EOF`, N is a section that stands in them, and the last one: what
    /// readers of that revision start from.
    static QLatin1StringView endProblem(const SignatureCase& that)
    {
        const ByteSource& source = that.structure.source();
        const qint64 end = that.signature.end();
        const RevisionEnd revision = revisionEndingAt(source, end);
        if (revision.startXref < 0)
            return problem::notARevision;
        const qint64 section = revision.startXref + headerOffset(source);
        const ByteCursor cursor(source);
        const bool table = section < end && source.bytes(skipBlanks(cursor, section), 4) == "xref";
        const bool stream = section < end && rawObjectHeadAt(source, section).has_value();
        if (!table && !stream)
            return problem::notARevision;
        // No section that readers take for newer may lie in the signed bytes.
        for (const XrefSection& known : that.structure.chain()) {
            if (known.offset == section)
                break;
            if (known.offset > section && known.offset < end && known.offset > that.signature.value.end)
                return problem::notARevision;
        }
        return {};
    }

    static Coverage coverage(const ByteSource& source, qint64 end)
    {
        // A line end behind %%EOF is no content: editors and mailers add and drop it.
        const QByteArray rest = source.bytes(end, 3);
        const bool nothing = rest.isEmpty() || rest == "\n" || rest == "\r" || rest == "\r\n";
        return nothing ? Coverage::File : Coverage::Revision;
    }
};

} // namespace

std::unique_ptr<SignatureRule> makeCoverageRule()
{
    return std::make_unique<CoverageRule>();
}

} // namespace jz
