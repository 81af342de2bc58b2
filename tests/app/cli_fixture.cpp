// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli_fixture.h"

#include "model/procedure/sample_files.h"
#include "model/signature/new_identity.h"
#include "model/signature/passphrase.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace jz::test {

using namespace Qt::StringLiterals;

QJsonObject CliResult::json() const
{
    return QJsonDocument::fromJson(out.toUtf8()).object();
}

CliResult cli(const QStringList& arguments)
{
    // Whatever workspace there is on this computer, it is none of the tests'.
    if (!qEnvironmentVariableIsSet("JUANZONG_WORKSPACE"))
        qputenv("JUANZONG_WORKSPACE", QFile::encodeName(QDir::tempPath() + u"/juanzong-tests-have-no-workspace"_s));
    const ProcessResult result = run(QStringLiteral(JUANZONG_CLI), arguments);
    return {result.exitCode, QString::fromUtf8(result.out), QString::fromUtf8(result.err)};
}

SampleFolder::SampleFolder(const QString& sample) : values(copySample(sample, folder.path(), QSize(400, 300))) {}

QJsonObject SampleFolder::read() const
{
    return QJsonDocument::fromJson(readFile(values)).object();
}

void SampleFolder::save(const QJsonObject& sample) const
{
    writeFile(values, QJsonDocument(sample).toJson());
}

void SampleFolder::set(const QString& field, const QJsonValue& value) const
{
    QJsonObject sample = read();
    QJsonObject all = sample.value(u"values"_s).toObject();
    all.insert(field, value);
    sample.insert(u"values"_s, all);
    save(sample);
}

QString SampleFolder::passphraseFile() const
{
    const QString path = file(u"passphrase.txt"_s);
    writeFile(path, "right passphrase 口令\n");
    return path;
}

QString SampleFolder::identity(const QDateTime& from) const
{
    const QString path = file(u"identity.p12"_s);
    NewIdentity identity;
    identity.name = u"示例先进光电技术研究院"_s;
    identity.kind = KeyKind::P256;
    identity.validFrom = from;
    identity.years = 1;
    createIdentity(path, identity, Passphrase::fromFile(passphraseFile()));
    return path;
}

} // namespace jz::test
