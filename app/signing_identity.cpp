// SPDX-License-Identifier: Apache-2.0
#include "app/signing_identity.h"

#include "app/secret_prompt.h"
#include "model/signature/token.h"

#include <QFileInfo>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

/// MODULE[:LABEL]. A colon of the path itself (a drive) is none that a label follows.
struct TokenName
{
    QString module;
    QString label;

    explicit TokenName(const QString& text) : module(text)
    {
        const qsizetype colon = text.lastIndexOf(u':');
        const bool isLabel = colon > 0 && !text.mid(colon).contains(u'/') && !text.mid(colon).contains(u'\\');
        if (!isLabel || QFileInfo::exists(text))
            return;
        module = text.first(colon);
        label = text.mid(colon + 1);
    }
};

} // namespace

QList<Option> identityOptions()
{
    return {
        {u"identity"_s, u"ID.p12"_s, text(u"签名证书文件（PKCS#12，或 PEM）", u"signing identity (PKCS#12, or PEM)")},
        {u"passphrase-file"_s, u"F"_s, text(u"口令所在文件，取第一行（口令从不写在命令行上）", u"file whose first line is the passphrase (never given on the command line)")},
        {u"token"_s, u"MODULE[:LABEL]"_s, text(u"UKey：驱动（PKCS#11 模块）的路径，多个 UKey 时加名称或序列号", u"a UKey: path of its PKCS#11 module; label or serial number when there are several")},
        {u"certificate"_s, u"FINGERPRINT"_s, text(u"UKey 中有多张证书时，用哪张：指纹或其前 8 位以上", u"which certificate of the token: its fingerprint, or 8 or more of its first digits")},
        {u"pin-file"_s, u"F"_s, text(u"PIN 所在文件，取第一行；不给则在终端上询问", u"file whose first line is the PIN; asked on the terminal when not given")},
    };
}

Identity identityOf(const Call& call)
{
    if (call.has(u"token"_s) == call.has(u"identity"_s))
        throw Error(ErrorCode::Usage,
                    text(u"请用 --identity 指定签名证书文件，或用 --token 指定 UKey，二者取一。",
                         u"Give either --identity, a file, or --token, a UKey."),
                    u"identity"_s);
    if (!call.has(u"token"_s))
        return Identity::load(call.value(u"identity"_s), Passphrase::fromFile(call.required(u"passphrase-file"_s)));
    const TokenName name(call.value(u"token"_s));
    const TokenModule module(name.module);
    const Passphrase pin = call.has(u"pin-file"_s) ? Passphrase::fromFile(call.value(u"pin-file"_s))
                                                   : askSecret(text(u"UKey 的 PIN（不显示）：", u"PIN of the token (not shown): "), u"pin-file"_s);
    return module.open({name.label, call.value(u"certificate"_s)}, pin);
}

QString tokenModuleOf(const Call& call)
{
    return TokenName(call.value(u"token"_s)).module;
}

} // namespace jz::cli
