// SPDX-License-Identifier: Apache-2.0
#include "model/signature/verification_report.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString changesName(Changes changes)
{
    return changes == Changes::None ? u"none"_s : changes == Changes::Permitted ? u"permitted"_s : u"forbidden"_s;
}

QString coverageName(Coverage coverage)
{
    return coverage == Coverage::File ? u"file"_s : coverage == Coverage::Revision ? u"revision"_s : u"partial"_s;
}

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject signatureJson(const SignatureReport& signature, Language language)
{
    return {{u"field"_s, signature.field},
            {u"signer"_s, signature.signer},
            {u"fingerprint"_s, signature.fingerprint},
            {u"intact"_s, signature.intact},
            {u"trusted"_s, signature.trusted},
            {u"changes"_s, changesName(signature.changes)},
            {u"covers"_s, coverageName(signature.covers)},
            {u"level"_s, signature.level},
            {u"signingTime"_s, textOrNull(signature.signingTime.toString(Qt::ISODate))},
            {u"problems"_s, toJson(signature.problems, language)}};
}

/// Later is worse.
int badness(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Valid: return 0;
    case Verdict::Untrusted: return 1;
    case Verdict::Modified: return 2;
    default: return 3;
    }
}

} // namespace

bool SignatureReport::has(QLatin1StringView code) const
{
    return std::any_of(problems.begin(), problems.end(), [&](const Problem& p) { return p.code == code; });
}

Verdict verdictOn(const SignatureReport& signature)
{
    if (!signature.intact || signature.covers == Coverage::Partial)
        return Verdict::Broken;
    if (signature.changes == Changes::Forbidden)
        return Verdict::Modified;
    return signature.trusted ? Verdict::Valid : Verdict::Untrusted;
}

void worsen(VerificationReport& report, Verdict verdict)
{
    if (badness(verdict) > badness(report.verdict))
        report.verdict = verdict;
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Valid: return u"valid"_s;
    case Verdict::Untrusted: return u"untrusted"_s;
    case Verdict::Modified: return u"modified"_s;
    case Verdict::Broken: return u"broken"_s;
    case Verdict::Marked: return u"marked"_s;
    case Verdict::Unsigned: return u"unsigned"_s;
    case Verdict::Unreadable: break;
    }
    return u"unreadable"_s;
}

QJsonArray toJson(const Problems& problems, Language language)
{
    QJsonArray array;
    for (const Problem& problem : problems)
        array.append(QJsonObject{{u"code"_s, problem.code},
                                 {u"object"_s, textOrNull(problem.object)},
                                 {u"message"_s, problem.message.in(language)}});
    return array;
}

QJsonObject toJson(const VerificationReport& report, Language language)
{
    QJsonArray signatures;
    for (const SignatureReport& signature : report.signatures)
        signatures.append(signatureJson(signature, language));
    return {{u"verdict"_s, verdictName(report.verdict)},
            {u"signatures"_s, signatures},
            {u"delivery"_s, report.delivery ? QJsonValue(QJsonObject{{u"whole"_s, report.delivery->whole},
                                                                     {u"sender"_s, report.delivery->sender}})
                                            : QJsonValue()},
            {u"ink"_s, QJsonArray()},
            {u"paper"_s, QJsonValue()},
            {u"problems"_s, toJson(report.problems, language)}};
}

} // namespace jz
