// SPDX-License-Identifier: Apache-2.0
#include "ui/reading/verdict_words.h"

#include "ui/style/language.h"

#include <algorithm>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

using Kind = BarMessage::Kind;

bool hasProblem(const Problems& problems, QLatin1StringView code)
{
    return std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) { return problem.code == code; });
}

QString day(const QDateTime& at)
{
    return at.toLocalTime().toString(u"yyyy-MM-dd"_s);
}

bool addedToLater(const VerificationReport& report)
{
    return std::any_of(report.signatures.begin(), report.signatures.end(),
                       [](const SignatureReport& signature) { return signature.changes == ChangesSince::Permitted; });
}

/// A delivery mark that holds: whole, and since when its sender is known here.
VerdictLine markedLine(const PaperReport& report)
{
    if (!report.memory)
        return {Kind::Good, say(u"文件完整，此后未作改动（传输校验成立）。", u"The file is whole and was not changed since (its delivery mark holds).")};
    if (report.memory->otherSender)
        return {Kind::Warning, say(text(u"文件完整，但与 %1 收到的同一份申报书不是同一发件人。", u"The file is whole, but it does not come from the sender of %1's "
                                                                                     u"file of the same dossier.")
                                       .arg(day(report.memory->otherSender->at)))};
    if (!report.memory->senderSince.isValid())
        return {Kind::Good, say(u"文件完整，此后未作改动；首次收到此发件人的文件。",
                                u"The file is whole and was not changed since; it is the first of this sender.")};
    return {Kind::Good, say(text(u"文件完整，与 %1 首次收到时为同一发件人。", u"The file is whole and of the sender first seen on %1.")
                                .arg(day(report.memory->senderSince)))};
}

VerdictLine fileLine(const PaperReport& report)
{
    if (hasProblem(report.signatures.problems, problem::paperResaved))
        return {Kind::Error, say(u"此文件被其他软件另存或打印成了 PDF，内附的数据和签名已丢失。",
                                 u"Another program saved or printed this file anew: the data and signatures inside are lost.")};
    if (report.paper && report.paper->textMatches == false)
        return {Kind::Error, say(u"页面上的文字与文件内附的数据不一致。", u"The pages say something else than the data inside the file.")};
    switch (report.signatures.verdict) {
    case Verdict::Valid:
    case Verdict::Untrusted:
        return {Kind::Good, addedToLater(report.signatures)
                                ? say(u"文件完整；签名后只有允许的补充（如会签），内容未作改动。",
                                      u"The file is whole; after the signature only what is permitted was added, such as another signature.")
                                : say(u"文件完整，此后未作改动。", u"The file is whole and was not changed since.")};
    case Verdict::Marked:
        return markedLine(report);
    case Verdict::Modified:
        return {Kind::Error, say(u"签名之后，文件被改动过。", u"The file was changed after it was signed.")};
    case Verdict::Broken:
        return {Kind::Error, say(u"签名不成立：文件被改动，或没有传完整。", u"The signature does not hold: the file was changed or is not complete.")};
    case Verdict::Unreadable:
        return {Kind::Error, say(u"此文件不是可以读取的 PDF，可能已损坏。", u"This is no PDF that can be read; it may be damaged.")};
    case Verdict::Unsigned:
        break;
    }
    return {Kind::Hint, say(u"文件没有签名，也没有传输校验，无法判断是否被改动。",
                            u"The file has neither signature nor delivery mark: nobody can tell whether it was changed.")};
}

QString pagesOf(const InkRole& role)
{
    QStringList numbers;
    for (const int page : role.pages)
        numbers << QString::number(page);
    return numbers.join(say(u"、", u", "));
}

VerdictLine inkLine(const PaperReport& report)
{
    QStringList numbers;
    for (const InkRole& role : report.ink) {
        if (!role.matched || !role.problems.isEmpty())
            return {Kind::Warning, say(text(u"纸质签章扫描件第 %1 页未能全部核对，请看详情并与纸质原件核对。",
                                            u"Not all of the scanned signed pages (%1) could be matched: see the details and the paper original.")
                                           .arg(pagesOf(role)))};
        numbers << pagesOf(role);
    }
    const QString revision = QString::number(report.paper ? report.paper->revision : 1);
    return {Kind::Good, say(text(u"纸质签章扫描件第 %1 页已核对，与本稿（第 %2 稿）一致；以纸质原件为准。",
                                 u"The scanned signed pages (%1) match this revision (%2); the paper original decides.")
                                .arg(numbers.join(say(u"、", u", ")), revision))};
}

QString signatureSentence(const SignatureReport& signature)
{
    const QString who = signature.signer.isEmpty() ? say(u"不明的签名人", u"an unknown signer") : signature.signer;
    const QString when = signature.signingTime.isValid() ? day(signature.signingTime) : say(u"不明日期", u"an unknown day");
    const LocalizedText trust = signature.basis ? text(u"可信依据：%1", u"trust rests on: %1") : text(u"证书%1", u"the certificate is %1");
    return say(text(u"由“%1”的证书于 %2 签名；%3。", u"Signed by the certificate of “%1” on %2; %3.")
                   .arg(who, when, trust.arg(basisWords(signature))));
}

VerdictLine signatureLine(const VerificationReport& report)
{
    // The worst decides the colour; with several, the first is named and the others are counted.
    const bool allTrusted = std::all_of(report.signatures.begin(), report.signatures.end(),
                                        [](const SignatureReport& signature) { return signature.trusted; });
    const auto worst = std::max_element(report.signatures.begin(), report.signatures.end(), [](const auto& one, const auto& other) {
        return verdictOn(one) == Verdict::Valid && verdictOn(other) != Verdict::Valid;
    });
    QString sentence = signatureSentence(*worst);
    if (report.signatures.size() > 1)
        sentence += say(text(u"（共 %1 个签名，见详情）", u" (%1 signatures in all: see the details)").arg(QString::number(report.signatures.size())));
    if (report.verdict == Verdict::Broken || report.verdict == Verdict::Modified)
        return {Kind::Error, say(u"不能作为签章采用。", u"Not to be taken as the unit's signature. ") + sentence};
    return {allTrusted ? Kind::Good : Kind::Warning, sentence};
}

VerdictLine sealLine(const PaperReport& report)
{
    if (!report.signatures.signatures.isEmpty())
        return signatureLine(report.signatures);
    if (!report.ink.isEmpty())
        return inkLine(report);
    if (report.endorsement)
        return {report.isWholeEndorsement() ? Kind::Good : Kind::Warning,
                say(signaturePaperWords(*report.endorsement)) + say(u"请与申报书上的编号、稿次和校验码对照；以纸质原件为准。",
                                                                     u" Compare id, revision and fingerprint with the dossier; the paper original decides.")};
    return {Kind::Hint, say(u"没有单位签章。", u"No unit has signed it.")};
}

QString remedyOf(const PaperReport& report)
{
    const Verdict verdict = report.signatures.verdict;
    if (hasProblem(report.signatures.problems, problem::paperResaved))
        return say(u"请向发件人索要程序导出的原文件，并请对方不要用其他软件另存或打印成 PDF。",
                   u"Ask the sender for the file as the program wrote it, neither saved nor printed to PDF by another program.");
    if (verdict == Verdict::Broken || verdict == Verdict::Modified || (report.paper && report.paper->textMatches == false))
        return say(u"请不要采用这个文件，并请发件人重新发送原文件；详情中写明了发现的改动。",
                   u"Do not use this file; ask the sender for the original. The details say what was changed.");
    if (verdict == Verdict::Unreadable)
        return say(u"请重新获取这个文件。", u"Get the file again.");
    if (verdict == Verdict::Untrusted)
        return say(u"要确认签名人，请给对方打电话，逐位核对证书指纹（见详情）。",
                   u"To be sure of the signer, call him and compare the certificate's fingerprint digit by digit (see the details).");
    return {};
}

} // namespace

VerdictWords wordsOf(const PaperReport& report)
{
    return {fileLine(report), sealLine(report), remedyOf(report)};
}

QString wordsForSender(const PaperReport& report, const QString& file)
{
    const LocalizedText intro = text(u"您好！收到您发来的“%1”。", u"Hello, I received “%1” from you. ");
    LocalizedText ask;
    const Verdict verdict = report.signatures.verdict;
    if (hasProblem(report.signatures.problems, problem::paperResaved))
        ask = text(u"它被其他软件另存或打印成了 PDF，内附的数据和签名都丢失了。请发来程序导出的原文件，不要用其他软件打开后另存，也不要打印成 PDF。",
                   u"Another program saved or printed it anew, and the data and signatures inside are lost. Please send the file as the program wrote it.");
    else if (verdict == Verdict::Broken)
        ask = text(u"核验时签名不成立：文件没有传完整，或中途被改动。请重新发来原文件，最好压缩后发送。",
                   u"Its signature does not hold: it was cut off or changed on the way. Please send the original again, zipped if possible.");
    else if (verdict == Verdict::Modified)
        ask = text(u"核验发现签名之后文件又被改动。请发来签名后未再编辑的原文件；如确需修改，请改好后重新签章。",
                   u"It was changed after it was signed. Please send the file as it was signed; if a change is needed, sign it again after.");
    else if (report.paper && report.paper->textMatches == false)
        ask = text(u"核验发现页面上的文字与内附的数据不一致。请用程序重新导出、重新签章后发来。",
                   u"Its pages say something else than the data inside. Please write it anew with the program, sign it and send it.");
    else if (verdict == Verdict::Unreadable)
        ask = text(u"这个文件打不开。请重新发来，最好压缩后发送。", u"The file cannot be opened. Please send it again, zipped if possible.");
    else if (const SignatureReport* const signature = untrustedSignature(report))
        ask = text(u"签名证书的名称是“%1”。我会打电话与您核对证书指纹，请把您程序里显示的指纹准备好。",
                   u"The certificate calls its holder “%1”. I am going to call you to compare its fingerprint: please have it at hand.")
                  .arg(signature->signer);
    return ask.isEmpty() ? QString() : QString(say(intro.arg(file)) + say(ask));
}

const SignatureReport* untrustedSignature(const PaperReport& report)
{
    for (const SignatureReport& signature : report.signatures.signatures)
        if (verdictOn(signature) == Verdict::Untrusted && !signature.basis && !signature.certificate.isEmpty())
            return &signature;
    return nullptr;
}

} // namespace jz::ui
