// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/certificate_worth.h"

#include "model/signature/certificate_file.h"
#include "ui/style/language.h"

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QString grouped(const QString& fingerprint)
{
    QStringList groups;
    for (qsizetype i = 0; i < fingerprint.size(); i += 4)
        groups << fingerprint.mid(i, 4).toUpper();
    return groups.join(u' ');
}

QString day(const QDateTime& moment)
{
    return moment.toLocalTime().date().toString(Qt::ISODate);
}

} // namespace

QString worthOf(const Identity& identity)
{
    QStringList lines;
    lines << say(text(u"证书持有人：%1　有效期：%2 至 %3", u"Holder: %1, valid from %2 to %3").arg(identity.name(), day(identity.validFrom()), day(identity.validTo())));
    const QDateTime now = QDateTime::currentDateTime();
    if (now > identity.validTo())
        lines << say(u"证书已过期，不能用来签名。", u"It has expired and cannot sign.");
    else if (now < identity.validFrom())
        lines << say(u"证书还没有生效，不能用来签名。", u"It is not valid yet and cannot sign.");
    if (identity.isSelfIssued())
        lines << say(u"这是自签证书：没有机构担保持有人是谁。收件方要先用电话核对下面的指纹、列为可信签名人，才会显示为可信；否则显示“证书未列入可信签名人”。",
                     u"It vouches for itself: nobody has checked who its holder is. Whoever receives it compares the fingerprint below by telephone and lists it as "
                     u"trusted; until then it shows as not trusted.");
    else
        lines << say(text(u"由“%1”签发。收件方信任该机构时显示为可信；否则要用电话核对指纹。",
                          u"Issued by “%1”. It shows as trusted where that authority is trusted; elsewhere the fingerprint is compared by telephone.")
                         .arg(summaryOfCertificate(identity.certificate(), identity.fingerprint()).issuer));
    lines << say(text(u"指纹：%1", u"Fingerprint: %1").arg(grouped(identity.fingerprint())));
    return lines.join(u'\n');
}

QString pinWords(TokenInfo::Pin pin)
{
    switch (pin) {
    case TokenInfo::Pin::Fine: return {};
    case TokenInfo::Pin::Low: return say(u"，PIN 剩余次数不多", u", few tries of the PIN are left");
    case TokenInfo::Pin::LastTry: return say(u"，PIN 只剩最后一次机会", u", one try of the PIN is left");
    case TokenInfo::Pin::Locked: break;
    }
    return say(u"，已锁定", u", locked");
}

} // namespace jz::ui
