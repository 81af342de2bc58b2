// SPDX-License-Identifier: Apache-2.0
#include "ui/reading/verdict_words.h"

#include "ui/reading/trust_dialog.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

/// Rich text put together line by line; everything that comes in is plain.
class Details
{
public:
    void heading(const QString& words) { m_html += u"<h4 style=\"margin:12px 0 4px 0\">"_s + words.toHtmlEscaped() + u"</h4>"_s; }

    void line(const QString& label, const QString& value)
    {
        if (!value.isEmpty())
            m_html += u"<p style=\"margin:2px 0\"><span style=\"color:%1\">%2</span> %3</p>"_s.arg(Theme::colours().quiet.name(), label.toHtmlEscaped(),
                                                                                                  value.toHtmlEscaped());
    }

    void problem(const QString& words, const QString& code)
    {
        m_html += u"<p style=\"margin:2px 0\"><span style=\"color:%1\">•</span> %2 <span style=\"color:%3\">%4</span></p>"_s.arg(
            Theme::colours().error.name(), words.toHtmlEscaped(), Theme::colours().quiet.name(), code.toHtmlEscaped());
    }

    const QString& html() const { return m_html; }

private:
    QString m_html;
};

QString yesNo(bool is)
{
    return is ? say(u"是", u"yes") : say(u"否", u"no");
}

QString changesWord(ChangesSince changes)
{
    switch (changes) {
    case ChangesSince::None:
        return say(u"没有", u"none");
    case ChangesSince::Permitted:
        return say(u"只有允许的补充", u"only what is permitted");
    case ChangesSince::Forbidden:
        break;
    }
    return say(u"有不允许的改动，或无法核对", u"some that are not permitted, or that cannot be compared");
}

QString minute(const QDateTime& at)
{
    return at.isValid() ? at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

void addProblems(Details& details, const Problems& problems)
{
    for (const Problem& problem : problems)
        details.problem(say(problem.message), problem.object.isEmpty() ? problem.code : QString(problem.code + u" · " + problem.object));
}

void addSignature(Details& details, const SignatureReport& signature, int number)
{
    details.heading(say(text(u"签名 %1：%2", u"Signature %1: %2").arg(QString::number(number), signature.signer)));
    details.line(say(u"完好：", u"Intact:"), yesNo(signature.intact));
    details.line(say(u"签名之后的改动：", u"Changes since:"), changesWord(signature.changes));
    details.line(say(u"可信依据：", u"Trust rests on:"), say(basisWords(signature)));
    details.line(say(u"签名人自称的时间：", u"Time the signer claims:"), minute(signature.signingTime));
    if (signature.timestamp)
        details.line(signature.timestamp->trusted ? say(u"时间戳证明的时间：", u"Time proven by a time stamp:")
                                                  : say(u"时间戳（机构不在可信之列，不作依据）：", u"Time stamp (its authority is not trusted, it proves nothing):"),
                     minute(signature.timestamp->time));
    details.line(say(u"签名人自称的名称（不作依据）：", u"Name the signer claims (proves nothing):"), signature.claimedName);
    details.line(say(u"签署意见：", u"Opinion:"), signature.reason);
    details.line(say(u"证书指纹：", u"Fingerprint of the certificate:"), spokenFingerprint(signature.fingerprint));
    addProblems(details, signature.problems);
}

void addPaper(Details& details, const PaperReport& report)
{
    if (!report.paper)
        return;
    details.heading(say(u"文件内容", u"The paper"));
    details.line(say(u"编号：", u"Id:"), report.paper->id);
    details.line(say(u"稿次：", u"Revision:"), QString::number(report.paper->revision));
    const std::optional<bool> matches = report.paper->textMatches;
    details.line(say(u"页面文字与内附数据：", u"Pages against data:"),
                 !matches ? say(u"无法比较", u"cannot be compared") : *matches ? say(u"一致", u"the same") : say(u"不一致", u"different"));
}

void addInk(Details& details, const PaperReport& report)
{
    for (const InkRole& role : report.ink) {
        details.heading(role.role == u"applicant" ? say(u"申报单位纸质签章", u"The applicant's ink") : say(u"推荐单位纸质签章", u"The recommending body's ink"));
        QStringList pages;
        for (const int page : role.pages)
            pages << QString::number(page);
        details.line(say(u"页：", u"Pages:"), pages.join(say(u"、", u", ")));
        details.line(say(u"已按二维码与本稿配对：", u"Matched to this revision by their codes:"), yesNo(role.matched));
        for (const InkProblem& problem : role.problems)
            addProblems(details, {worded(problem)});
    }
}

void addMemory(Details& details, const PaperReport& report)
{
    if (!report.memory || !report.memory->kept)
        return;
    details.heading(say(u"以前的核验", u"Verified before"));
    details.line(say(u"时间：", u"On:"), QString(minute(report.memory->kept->at) + u' ' + report.memory->kept->by).trimmed());
    for (const KeptSignature& signature : report.memory->keptSignatures)
        details.line(say(text(u"%1：", u"%1:").arg(signature.signer)), say(signature.words()));
}

} // namespace

QString verdictDetails(const PaperReport& report)
{
    Details details;
    addProblems(details, report.signatures.problems);
    addPaper(details, report);
    for (qsizetype i = 0; i < report.signatures.signatures.size(); ++i)
        addSignature(details, report.signatures.signatures.at(i), int(i) + 1);
    addInk(details, report);
    if (const auto& delivery = report.signatures.delivery) {
        details.heading(say(u"传输校验", u"Delivery mark"));
        details.line(say(u"成立：", u"Holds:"), yesNo(delivery->whole));
        details.line(say(u"发件人标识：", u"Sender:"), spokenFingerprint(delivery->sender));
        details.line(say(u"时间：", u"Time:"), minute(delivery->time));
    }
    addMemory(details, report);
    details.heading(say(u"请注意", u"Mind"));
    details.line({}, say(u"印章图片、打印的名称和日期都不能证明是谁签署的；证书或纸质原件才算数。",
                         u"A picture of a seal, a printed name or date prove nothing about who signed; the certificate or the paper original counts."));
    return details.html();
}

} // namespace jz::ui
