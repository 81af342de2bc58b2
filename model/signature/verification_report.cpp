// SPDX-License-Identifier: Apache-2.0
#include "model/signature/verification_report.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString changesName(ChangesSince changes)
{
    return changes == ChangesSince::None ? u"none"_s : changes == ChangesSince::Permitted ? u"permitted"_s : u"forbidden"_s;
}

QString coverageName(Coverage coverage)
{
    return coverage == Coverage::File ? u"file"_s : coverage == Coverage::Revision ? u"revision"_s : u"partial"_s;
}

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject trustJson(const SignatureReport& signature, Language language)
{
    QJsonObject json{{u"kind"_s, u"none"_s}, {u"holder"_s, {}}, {u"fingerprint"_s, {}}, {u"by"_s, {}},
                     {u"at"_s, {}},          {u"rests"_s, {}},  {u"file"_s, {}}};
    if (signature.basis) {
        json = toJson(*signature.basis);
    } else if (!signature.attestedBy.isEmpty()) {
        json.insert(u"kind"_s, u"attested"_s);
        json.insert(u"holder"_s, signature.attestedBy);
        json.insert(u"fingerprint"_s, signature.attestedByFingerprint);
    }
    json.insert(u"words"_s, basisWords(signature).in(language));
    return json;
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
            {u"attestedBy"_s, textOrNull(signature.attestedBy)},
            {u"trust"_s, trustJson(signature, language)},
            {u"certificateValid"_s,
             QJsonObject{{u"whenSigned"_s, signature.validWhenSigned ? QJsonValue(*signature.validWhenSigned) : QJsonValue()},
                         {u"now"_s, signature.validNow}}},
            {u"provenTime"_s, textOrNull(signature.provenTime.toString(Qt::ISODate))},
            {u"problems"_s, toJson(signature.problems, language)}};
}

QJsonArray timestampsJson(const QList<TimestampReport>& timestamps)
{
    QJsonArray array;
    for (const TimestampReport& stamp : timestamps)
        array.append(QJsonObject{{u"field"_s, stamp.field},
                                 {u"authority"_s, stamp.authority},
                                 {u"fingerprint"_s, stamp.fingerprint},
                                 {u"policy"_s, textOrNull(stamp.policy)},
                                 {u"time"_s, textOrNull(stamp.time.toString(Qt::ISODate))},
                                 {u"intact"_s, stamp.intact},
                                 {u"trusted"_s, stamp.trusted}});
    return array;
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

void SignatureReport::add(const Problems& more)
{
    for (const Problem& problem : more) {
        const bool isKnown = std::any_of(problems.begin(), problems.end(), [&](const Problem& other) {
            return other.code == problem.code && other.object == problem.object && other.message.zh == problem.message.zh;
        });
        if (!isKnown)
            problems.append(problem);
    }
}

Verdict verdictOn(const SignatureReport& signature)
{
    if (!signature.intact || signature.covers == Coverage::Partial)
        return Verdict::Broken;
    if (signature.changes == ChangesSince::Forbidden)
        return Verdict::Modified;
    return signature.trusted ? Verdict::Valid : Verdict::Untrusted;
}

void worsen(VerificationReport& report, Verdict verdict)
{
    if (badness(verdict) > badness(report.verdict))
        report.verdict = verdict;
}

LocalizedText basisWords(const SignatureReport& signature)
{
    if (signature.basis)
        return signature.basis->words();
    if (!signature.attestedBy.isEmpty())
        return LocalizedText{u"不在可信签名人中；由“%1”的会签证明"_s, u"not listed; attested by “%1”, who countersigned"_s}.arg(signature.attestedBy);
    return {u"不在可信签名人中"_s, u"not listed"_s};
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
            {u"timestamps"_s, timestampsJson(report.documentTimestamps)},
            {u"delivery"_s, report.delivery ? QJsonValue(QJsonObject{{u"whole"_s, report.delivery->whole},
                                                                     {u"sender"_s, report.delivery->sender}})
                                            : QJsonValue()},
            {u"ink"_s, QJsonArray()},
            {u"paper"_s, QJsonValue()},
            {u"problems"_s, toJson(report.problems, language)}};
}

} // namespace jz
