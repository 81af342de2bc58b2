// SPDX-License-Identifier: Apache-2.0
#include "model/signature/signature_rule.h"

namespace jz {

namespace {

/// Until later revisions are compared object by object, each of them counts as a change that is not permitted.
class LaterRevisionRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        if (report.covers == Coverage::Partial)
            return;
        const ByteSource& source = that.structure.source();
        if (!isFollowed(that)) {
            report.changes = Changes::Forbidden;
            report.add(problem::revisionSkipped);
        }
        if (report.covers == Coverage::File)
            return;
        report.changes = Changes::Forbidden;
        report.add(problem::laterRevision);
        if (revisionEndingAt(source, source.size()).startXref < 0)
            report.add(problem::bytesAfterEnd);
    }

private:
    /// Readers that start from the end of the file come by the section with which the signed revision ends.
    static bool isFollowed(const SignatureCase& that)
    {
        const ByteSource& source = that.structure.source();
        const qint64 section = revisionEndingAt(source, that.signature.end()).startXref + headerOffset(source);
        const QList<XrefSection>& chain = that.structure.chain();
        return std::any_of(chain.begin(), chain.end(),
                           [&](const XrefSection& known) { return known.offset == section; });
    }
};

class PermissionRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        const FoundSignature& own = that.signature;
        const bool isFirst = std::none_of(that.all.begin(), that.all.end(), [&](const FoundSignature& other) {
            return other.end() >= 0 && other.end() < own.end() && other.value.subFilter != "ETSI.RFC3161";
        });
        if (own.value.docMdp > 0 && !isFirst)
            forbid(report, problem::certificationNotFirst);
        const bool violated = std::any_of(that.all.begin(), that.all.end(), [&](const FoundSignature& later) {
            return later.end() > own.end() && later.declared && forbids(own, later);
        });
        if (violated)
            forbid(report, problem::changesNotAllowed);
    }

private:
    static bool forbids(const FoundSignature& earlier, const FoundSignature& later)
    {
        const bool locked = std::any_of(earlier.value.locks.begin(), earlier.value.locks.end(),
                                        [&](const FieldLock& lock) { return lock.locks(later.field); });
        const bool isTimestamp = later.value.subFilter == "ETSI.RFC3161";
        return locked || (earlier.value.docMdp == 1 && !isTimestamp);
    }

    static void forbid(SignatureReport& report, QLatin1StringView code)
    {
        report.changes = Changes::Forbidden;
        report.add(code);
    }
};

class DeclarationRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        const FoundSignature& own = that.signature;
        if (!own.declared) {
            report.changes = Changes::Forbidden;
            report.add(problem::signatureUndeclared);
        }
        const auto same = [&](const FoundSignature& other) { return other.value.begin == own.value.begin; };
        if (own.value.begin >= 0 && std::count_if(that.all.begin(), that.all.end(), same) > 1) {
            report.changes = Changes::Forbidden;
            report.add(problem::signatureReused);
        }
        const bool overlaps = std::any_of(that.all.begin(), that.all.end(), [&](const FoundSignature& other) {
            return other.end() >= 0 && other.end() < own.end() && own.value.begin < other.end();
        });
        if (overlaps) {
            report.covers = Coverage::Partial;
            report.add(problem::rangesOverlap);
        }
    }
};

} // namespace

std::unique_ptr<SignatureRule> makeLaterRevisionRule()
{
    return std::make_unique<LaterRevisionRule>();
}

std::unique_ptr<SignatureRule> makePermissionRule()
{
    return std::make_unique<PermissionRule>();
}

std::unique_ptr<SignatureRule> makeDeclarationRule()
{
    return std::make_unique<DeclarationRule>();
}

SignatureRules defaultSignatureRules()
{
    SignatureRules rules;
    rules.push_back(makeCoverageRule());
    rules.push_back(makeExactGapRule());
    rules.push_back(makeRevisionEndRule());
    rules.push_back(makeUniqueKeyRule());
    rules.push_back(makeCmsRule());
    rules.push_back(makeSigningCertificateRule());
    rules.push_back(makeTimestampRule());
    rules.push_back(makeTrustRule());
    rules.push_back(makeLaterRevisionRule());
    rules.push_back(makePermissionRule());
    rules.push_back(makeDeclarationRule());
    return rules;
}

} // namespace jz
