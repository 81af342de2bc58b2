// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/signature_field_names.h"
#include "model/signature/signature_rule.h"

namespace jz {

namespace {

bool isTimestamp(const FoundSignature& found)
{
    return found.value.subFilter == "ETSI.RFC3161";
}

/// Believes of later revisions what their comparison says, and nothing of what could not be compared.
class ComparisonRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        if (report.covers != Coverage::Revision)
            return;
        const auto isOpen = [](const RevisionChange& change) { return change.kind == ChangeKind::NotCompared; };
        const bool isCompared = std::none_of(that.later.begin(), that.later.end(), [&](const RevisionStep& step) {
            return std::any_of(step.changes.begin(), step.changes.end(), isOpen);
        });
        if (isCompared)
            report.changes = ChangesSince::Permitted;
        else
            report.add(problem::laterRevision);
    }
};

class RevisionChainRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        if (report.covers == Coverage::Partial)
            return;
        if (!that.isFollowed) {
            report.changes = ChangesSince::Forbidden;
            report.add(problem::revisionSkipped);
        }
        const ByteSource& source = that.structure.source();
        const RevisionEnd last = revisionEndingAt(source, source.size());
        const bool endsWhole =
            last.startXref >= 0 && last.startXref + headerOffset(source) == that.structure.chain().first().offset;
        if (report.covers == Coverage::Revision && !endsWhole) {
            report.changes = ChangesSince::Forbidden;
            report.add(problem::bytesAfterEnd);
        }
    }
};

/// A form that was filled in after everybody had signed says what nobody signed. A certification is made for others
/// to fill in what they are meant to, if it says so.
class FillingRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        if (that.signature.value.docMdp >= 2)
            return;
        for (qsizetype i = that.later.size() - 1; i >= 0; --i) {
            const RevisionChanges& changes = that.later[i].changes;
            if (std::any_of(changes.begin(), changes.end(), isSigning))
                return;
            for (const RevisionChange& change : changes) {
                if (change.kind == ChangeKind::FieldFilled)
                    report.forbid(problem::filledAfterSigning, change);
            }
        }
    }
};

class PermissionRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        const FoundSignature& own = that.signature;
        const bool isFirst = std::none_of(that.all.begin(), that.all.end(), [&](const FoundSignature& other) {
            return other.end() >= 0 && other.end() < own.end() && !isTimestamp(other);
        });
        if (own.value.docMdp > 0 && !isFirst) {
            report.changes = ChangesSince::Forbidden;
            report.add(problem::certificationNotFirst);
        }
        for (const RevisionStep& step : that.later) {
            for (const RevisionChange& change : step.changes)
                checkChange(own, change, report);
        }
    }

private:
    static void checkChange(const FoundSignature& own, const RevisionChange& change, SignatureReport& report)
    {
        const bool isInput = isSigning(change) || change.kind == ChangeKind::FieldFilled;
        const bool addsMore = change.kind == ChangeKind::EmptyFieldAdded || change.kind == ChangeKind::VisibleFieldAdded
                              || change.kind == ChangeKind::MarkupAdded;
        if (own.value.docMdp == 1 && (isInput || addsMore))
            report.forbid(problem::changesNotAllowed, change);
        const bool isLocked = std::any_of(own.value.locks.begin(), own.value.locks.end(),
                                          [&](const FieldLock& lock) { return lock.locks(change.field); });
        // A lock is on fields that are there; one that comes new with a signature is none of them.
        if (isLocked && (change.kind == ChangeKind::FieldSigned || change.kind == ChangeKind::FieldFilled))
            report.forbid(problem::lockedFieldChanged, change);
    }
};

/// Our papers have all their fields from the beginning, and nothing in them is for anybody to fill in: what DocMDP 2
/// would allow others is not permitted here.
class OwnPaperRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        if (!that.isOwnPaper)
            return;
        for (const RevisionStep& step : that.later) {
            for (const RevisionChange& change : step.changes) {
                if (isJudgedHere(change.kind) && !isPermitted(change))
                    report.forbid(problem::notInOurPapers, change);
            }
        }
    }

private:
    /// What other papers may have; all else is forbidden everywhere and said by another rule.
    static bool isJudgedHere(ChangeKind kind) { return kind <= ChangeKind::ObjectUnused; }

    static bool isPermitted(const RevisionChange& change)
    {
        switch (change.kind) {
        case ChangeKind::FieldSigned:
            return isReservedFieldName(change.field);
        case ChangeKind::TimestampAdded:
        case ChangeKind::SecurityStore:
        case ChangeKind::FormDefaults:
        case ChangeKind::InfoDates:
        case ChangeKind::VersionDeclared:
            return true;
        default:
            return false;
        }
    }
};

class DeclarationRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        const FoundSignature& own = that.signature;
        if (!own.declared) {
            report.changes = ChangesSince::Forbidden;
            report.add(problem::signatureUndeclared);
        }
        const auto same = [&](const FoundSignature& other) { return other.value.begin == own.value.begin; };
        if (own.value.begin >= 0 && std::count_if(that.all.begin(), that.all.end(), same) > 1) {
            report.changes = ChangesSince::Forbidden;
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

std::unique_ptr<SignatureRule> makeComparisonRule()
{
    return std::make_unique<ComparisonRule>();
}

std::unique_ptr<SignatureRule> makeRevisionChainRule()
{
    return std::make_unique<RevisionChainRule>();
}

std::unique_ptr<SignatureRule> makeFillingRule()
{
    return std::make_unique<FillingRule>();
}

std::unique_ptr<SignatureRule> makePermissionRule()
{
    return std::make_unique<PermissionRule>();
}

std::unique_ptr<SignatureRule> makeOwnPaperRule()
{
    return std::make_unique<OwnPaperRule>();
}

std::unique_ptr<SignatureRule> makeDeclarationRule()
{
    return std::make_unique<DeclarationRule>();
}

SignatureRules defaultSignatureRules()
{
    SignatureRules rules;
    for (const auto make : {makeCoverageRule, makeExactGapRule, makeRevisionEndRule, makeUniqueKeyRule, makeCmsRule,
                            makeSigningCertificateRule, makeTimestampRule, makeTrustRule, makeRevocationRule,
                            makeLevelRule, makeComparisonRule, makeRevisionChainRule, makePageRule, makeAnnotationRule,
                            makeDocumentRule, makeFormRule,
                            makeSignedFieldRule, makeStructureRule, makeMetadataRule, makeSecurityStoreRule,
                            makeObjectRule, makeFillingRule, makePermissionRule, makeOwnPaperRule, makeDeclarationRule})
        rules.push_back(make());
    return rules;
}

} // namespace jz
