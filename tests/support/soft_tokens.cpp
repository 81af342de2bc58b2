// SPDX-License-Identifier: Apache-2.0
#include "tests/support/soft_tokens.h"

#include <QDir>
#include <QDirIterator>

#include <stdexcept>

namespace jz::test {

using namespace Qt::StringLiterals;

namespace {

void call(const QString& program, const QStringList& arguments)
{
    const ProcessResult result = run(program, arguments);
    if (result.exitCode != 0)
        throw std::runtime_error(program.toStdString() + ' ' + arguments.join(u' ').toStdString() + ": "
                                 + result.err.toStdString() + result.out.toStdString());
}

} // namespace

QString softTokenModule()
{
    for (const QString& path : {u"/usr/lib/softhsm/libsofthsm2.so"_s, u"/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"_s}) {
        if (QFile::exists(path))
            return path;
    }
    return {};
}

SoftTokens::SoftTokens()
{
    QDir().mkpath(m_folder.file(u"tokens"_s));
    writeFile(m_folder.file(u"softhsm2.conf"_s),
              "directories.tokendir = " + m_folder.file(u"tokens"_s).toUtf8() + "\nlog.level = ERROR\n");
    qputenv("SOFTHSM2_CONF", m_folder.file(u"softhsm2.conf"_s).toUtf8());
}

void SoftTokens::add(const QString& label) const
{
    call(u"softhsm2-util"_s, {u"--init-token"_s, u"--free"_s, u"--label"_s, label, u"--so-pin"_s, u"12345678"_s, u"--pin"_s, pin()});
}

void SoftTokens::put(const QString& label, const QString& id, const QString& certificate, const QString& key) const
{
    if (!key.isEmpty())
        call(u"softhsm2-util"_s, {u"--import"_s, key, u"--token"_s, label, u"--label"_s, id, u"--id"_s, id, u"--pin"_s, pin()});
    const QString der = m_folder.file(u"certificate.der"_s);
    call(u"openssl"_s, {u"x509"_s, u"-in"_s, certificate, u"-outform"_s, u"DER"_s, u"-out"_s, der});
    call(u"pkcs11-tool"_s, {u"--module"_s, softTokenModule(), u"--token-label"_s, label, u"--login"_s, u"--pin"_s, pin(),
                            u"--write-object"_s, der, u"--type"_s, u"cert"_s, u"--id"_s, id, u"--label"_s, id});
}

void SoftTokens::pullOut(const QString& label) const
{
    QDirIterator files(m_folder.file(u"tokens"_s), {u"token.object"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (readFile(path).contains(label.toUtf8()))
            QFileInfo(path).dir().removeRecursively();
    }
}

} // namespace jz::test
