// SPDX-License-Identifier: Apache-2.0
// Each kind of change that is never permitted, and the code it gets. A kind belongs to exactly one rule.
#include "model/signature/signature_rule.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Codes = QList<std::pair<ChangeKind, QLatin1StringView>>;

/// How many changes of one code are named; one is enough for the verdict.
constexpr qsizetype mostNamed = 10;

class ForbiddenKindsRule : public SignatureRule
{
public:
    explicit ForbiddenKindsRule(Codes codes) : m_codes(std::move(codes)) {}

    void check(const SignatureCase& that, SignatureReport& report) const final
    {
        for (const RevisionStep& step : that.later) {
            for (const RevisionChange& change : step.changes) {
                for (const auto& [kind, code] : m_codes) {
                    if (change.kind == kind && isForbidden(that, step, change))
                        report.forbid(code, change);
                }
            }
        }
    }

private:
    virtual bool isForbidden(const SignatureCase&, const RevisionStep&, const RevisionChange&) const { return true; }

    Codes m_codes;
};

class AnnotationRule final : public ForbiddenKindsRule
{
public:
    AnnotationRule()
        : ForbiddenKindsRule({{ChangeKind::Annotation, problem::annotationChanged},
                              {ChangeKind::Appearance, problem::appearanceChanged},
                              {ChangeKind::MarkupAdded, problem::annotationChanged}})
    {
    }

private:
    bool isForbidden(const SignatureCase& that, const RevisionStep&, const RevisionChange& change) const override
    {
        // DocMDP 3 lets people write notes into the paper.
        return change.kind != ChangeKind::MarkupAdded
               || std::none_of(that.all.begin(), that.all.end(),
                               [](const FoundSignature& found) { return found.declared && found.value.docMdp == 3; });
    }
};

class FormRule final : public ForbiddenKindsRule
{
public:
    FormRule()
        : ForbiddenKindsRule({{ChangeKind::Form, problem::formChanged},
                              {ChangeKind::FieldAdded, problem::fieldAdded},
                              {ChangeKind::VisibleFieldAdded, problem::fieldAdded},
                              {ChangeKind::FieldRemoved, problem::fieldRemoved},
                              {ChangeKind::FieldChanged, problem::fieldChanged}})
    {
    }

private:
    /// A field that can be seen and stays empty shows whatever its maker drew; one that is signed later does not
    /// stay so.
    bool isForbidden(const SignatureCase& that, const RevisionStep&, const RevisionChange& change) const override
    {
        return change.kind != ChangeKind::VisibleFieldAdded
               || std::none_of(that.later.begin(), that.later.end(), [&](const RevisionStep& step) {
                      return std::any_of(step.changes.begin(), step.changes.end(), [&](const RevisionChange& other) {
                          return other.kind == ChangeKind::FieldSigned && other.field == change.field;
                      });
                  });
    }
};

} // namespace

bool isSigning(const RevisionChange& change)
{
    return change.kind == ChangeKind::FieldSigned || change.kind == ChangeKind::SignatureFieldAdded;
}

void SignatureReport::forbid(QLatin1StringView code, const RevisionChange& change)
{
    changes = ChangesSince::Forbidden;
    const auto same = [&](const Problem& p) { return p.code == code; };
    if (std::count_if(problems.begin(), problems.end(), same) < mostNamed)
        add(code, change.object.isNull() ? QString() : change.object.text(),
            !change.field.isEmpty() ? change.field : !change.path.isEmpty() ? change.path : change.object.text());
}

std::unique_ptr<SignatureRule> makePageRule()
{
    return std::make_unique<ForbiddenKindsRule>(Codes{{ChangeKind::PageContent, problem::pageContentChanged},
                                                      {ChangeKind::PageTree, problem::pagesChanged},
                                                      {ChangeKind::Resource, problem::resourceChanged},
                                                      {ChangeKind::Font, problem::fontChanged}});
}

std::unique_ptr<SignatureRule> makeAnnotationRule()
{
    return std::make_unique<AnnotationRule>();
}

std::unique_ptr<SignatureRule> makeDocumentRule()
{
    return std::make_unique<ForbiddenKindsRule>(
        Codes{{ChangeKind::Names, problem::namesChanged},
              {ChangeKind::EmbeddedFile, problem::embeddedFileChanged},
              {ChangeKind::Script, problem::scriptChanged},
              {ChangeKind::OptionalContent, problem::optionalContentChanged},
              {ChangeKind::RootRedirected, problem::rootRedirected},
              {ChangeKind::Other, problem::objectChanged}});
}

std::unique_ptr<SignatureRule> makeFormRule()
{
    return std::make_unique<FormRule>();
}

std::unique_ptr<SignatureRule> makeSignedFieldRule()
{
    return std::make_unique<ForbiddenKindsRule>(
        Codes{{ChangeKind::SignedFieldChanged, problem::signedFieldChanged},
              {ChangeKind::SignatureReused, problem::signatureReused}});
}

std::unique_ptr<SignatureRule> makeStructureRule()
{
    return std::make_unique<ForbiddenKindsRule>(Codes{{ChangeKind::Structure, problem::structureChanged}});
}

std::unique_ptr<SignatureRule> makeMetadataRule()
{
    return std::make_unique<ForbiddenKindsRule>(Codes{{ChangeKind::Metadata, problem::metadataChanged}});
}

std::unique_ptr<SignatureRule> makeSecurityStoreRule()
{
    return std::make_unique<ForbiddenKindsRule>(
        Codes{{ChangeKind::SecurityStoreInvalid, problem::securityStoreInvalid}});
}

std::unique_ptr<SignatureRule> makeObjectRule()
{
    return std::make_unique<ForbiddenKindsRule>(
        Codes{{ChangeKind::Encryption, problem::encryptionChanged},
              {ChangeKind::GenerationChanged, problem::generationChanged},
              {ChangeKind::ObjectRedirected, problem::objectRedirected},
              {ChangeKind::ObjectBroken, problem::objectBroken},
              {ChangeKind::HybridUpdate, problem::hybridUpdate},
              {ChangeKind::BytesUnaccounted, problem::bytesUnaccounted}});
}

} // namespace jz
