// SPDX-License-Identifier: Apache-2.0
#include "tests/app/trust_desk_fixture.h"

#include "model/procedure/sample_files.h"
#include "model/signature/new_identity.h"
#include "tests/support/boost_test.h"

#include <QFile>

namespace jz::test {

using namespace Qt::StringLiterals;

TrustDesk::TrustDesk()
{
    writeFile(passphraseFile(), "口令 pass-1\n");
}

QString TrustDesk::passphraseFile() const
{
    return file(u"口令.txt"_s);
}

void TrustDesk::mustRun(const QStringList& arguments) const
{
    const CliResult result = cli(arguments);
    BOOST_TEST_REQUIRE(result.exitCode == 0, result.err.toStdString());
}

QString TrustDesk::identity(const QString& name) const
{
    const QString path = file(name + u".p12"_s);
    if (QFile::exists(path))
        return path;
    NewIdentity identity;
    identity.name = name;
    identity.kind = KeyKind::P256;
    createIdentity(path, identity, Passphrase::fromFile(passphraseFile()));
    return path;
}

QString TrustDesk::certificate(const QString& name) const
{
    const QString path = file(name + u".pem"_s);
    mustRun({u"identity"_s, u"certificate"_s, identity(name), path, u"--passphrase-file"_s, passphraseFile()});
    return path;
}

QString TrustDesk::expiredCertificate() const
{
    NewIdentity identity;
    identity.name = u"过期单位"_s;
    identity.kind = KeyKind::P256;
    identity.validFrom = QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
    identity.years = 1;
    createIdentity(file(u"expired.p12"_s), identity, Passphrase::fromFile(passphraseFile()));
    mustRun({u"identity"_s, u"certificate"_s, file(u"expired.p12"_s), file(u"expired.pem"_s), u"--passphrase-file"_s, passphraseFile()});
    return file(u"expired.pem"_s);
}

QString TrustDesk::paper() const
{
    const QString path = file(u"申报书.pdf"_s);
    if (!QFile::exists(path))
        mustRun({u"render"_s, copySample(u"sample-values.json"_s, file(u"样例"_s), {400, 300}), path});
    return path;
}

QString TrustDesk::signedPaper(const QString& name) const
{
    const QString path = file(u"已签章 %1.pdf"_s.arg(name));
    mustRun({u"sign"_s, paper(), path, u"--role"_s, u"applicant"_s, u"--identity"_s, identity(name), u"--passphrase-file"_s, passphraseFile()});
    return path;
}

QString TrustDesk::countersigned(const QString& paper, const QString& name) const
{
    const QString path = file(u"已推荐 %1.pdf"_s.arg(name));
    mustRun({u"sign"_s, paper, path, u"--role"_s, u"recommender"_s, u"--identity"_s, identity(name), u"--passphrase-file"_s, passphraseFile()});
    return path;
}

} // namespace jz::test
