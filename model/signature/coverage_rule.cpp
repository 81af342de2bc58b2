// SPDX-License-Identifier: Apache-2.0
#include "model/signature/signature_rule.h"

namespace jz {

namespace {

void worsen(const SignatureCase& that, SignatureReport& report, QLatin1StringView code, const QString& detail = {})
{
    const ObjectId object = that.signature.value.object;
    report.covers = Coverage::Partial;
    report.changes = ChangesSince::Forbidden;
    report.add(code, object.isNull() ? QString() : object.text(), detail);
}

class CoverageRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        const auto& range = that.signature.value.byteRange;
        if (!range)
            return worsen(that, report, problem::byteRangeMissing);
        const auto& [first, length, second, rest] = *range;
        const ByteSource& source = that.structure.source();
        if (first != 0 || length <= 0 || second <= length || rest <= 0 || second > source.size()
            || rest > source.size() - second)
            return worsen(that, report, problem::byteRangeInvalid);
        // A line end behind %%EOF is no content: editors and mailers add and drop it.
        const QByteArray behind = source.bytes(that.signature.end(), 3);
        const bool nothing = behind.isEmpty() || behind == "\n" || behind == "\r" || behind == "\r\n";
        report.covers = nothing ? Coverage::File : Coverage::Revision;
        if (nothing)
            report.changes = ChangesSince::None;
    }
};

/// The base of the rules on ranges: where there is no usable one, the coverage rule has said so.
class RangeRule : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const final
    {
        if (!report.has(problem::byteRangeMissing) && !report.has(problem::byteRangeInvalid)
            && that.signature.value.byteRange)
            checkRange(that, report);
    }

private:
    virtual void checkRange(const SignatureCase& that, SignatureReport& report) const = 0;
};

class ExactGapRule final : public RangeRule
{
    void checkRange(const SignatureCase& that, SignatureReport& report) const override
    {
        const SignatureValue& value = that.signature.value;
        const auto& range = *value.byteRange;
        if (value.begin < 0 || value.end < 0)
            worsen(that, report, problem::dictionaryBroken);
        else if (value.contentsBegin < 0 || value.contents.isEmpty())
            worsen(that, report, problem::contentsMissing);
        else if (range[1] != value.contentsBegin || range[2] != value.contentsEnd)
            worsen(that, report, problem::byteRangeGap);
    }
};

class RevisionEndRule final : public RangeRule
{
    void checkRange(const SignatureCase& that, SignatureReport& report) const override
    {
        if (!endsAsRevision(that))
            worsen(that, report, problem::notARevision);
    }

    /// The signed bytes end with `startxref N %%EOF`, N is a section that stands in them, and the last one: what
    /// readers of that revision start from.
    static bool endsAsRevision(const SignatureCase& that)
    {
        const ByteSource& source = that.structure.source();
        const qint64 end = that.signature.end();
        const RevisionEnd revision = revisionEndingAt(source, end);
        if (revision.startXref < 0)
            return false;
        const qint64 section = revision.startXref + headerOffset(source);
        const ByteCursor cursor(source);
        const bool table = section < end && source.bytes(skipBlanks(cursor, section), 4) == "xref";
        const bool stream = section < end && rawObjectHeadAt(source, section).has_value();
        if (!table && !stream)
            return false;
        // No section that readers take for newer may lie in the signed bytes.
        for (const XrefSection& known : that.structure.chain()) {
            if (known.offset == section)
                break;
            if (known.offset > section && known.offset < end && known.offset > that.signature.value.end)
                return false;
        }
        return true;
    }
};

class UniqueKeyRule final : public SignatureRule
{
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        for (const QByteArray& key : that.signature.value.duplicateKeys)
            worsen(that, report, problem::duplicateKey, QString::fromLatin1(key));
    }
};

} // namespace

std::unique_ptr<SignatureRule> makeCoverageRule()
{
    return std::make_unique<CoverageRule>();
}

std::unique_ptr<SignatureRule> makeExactGapRule()
{
    return std::make_unique<ExactGapRule>();
}

std::unique_ptr<SignatureRule> makeRevisionEndRule()
{
    return std::make_unique<RevisionEndRule>();
}

std::unique_ptr<SignatureRule> makeUniqueKeyRule()
{
    return std::make_unique<UniqueKeyRule>();
}

} // namespace jz
