// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli_desk.h"

#include "model/procedure/sample_files.h"
#include "tests/support/boost_test.h"

namespace jz::test {

using namespace Qt::StringLiterals;

CliDesk::CliDesk(bool withOperator)
{
    if (withOperator)
        run({u"dossier list"_s, u"--operator"_s, u"张三"_s, u"--unit"_s, u"示例研究院"_s});
}

CliResult CliDesk::run(QStringList arguments, const QMap<QString, QString>& faults) const
{
    const QStringList command = arguments.takeFirst().split(u' ');
    for (auto fault = faults.begin(); fault != faults.end(); ++fault)
        qputenv(fault.key().toLatin1().constData(), fault->toUtf8());
    if (!faults.isEmpty())
        qputenv("LD_PRELOAD", JZ_FAULT_SHIM);
    qputenv("ASAN_OPTIONS", "verify_asan_link_order=0");
    const CliResult result = cli(command + arguments + QStringList{u"--workspace"_s, workspace()});
    qunsetenv("LD_PRELOAD");
    for (auto fault = faults.begin(); fault != faults.end(); ++fault)
        qunsetenv(fault.key().toLatin1().constData());
    return result;
}

QString CliDesk::begin() const
{
    const CliResult result = run({u"dossier new"_s, u"kczg-2022"_s, u"--json"_s});
    BOOST_REQUIRE(result.exitCode == 0);
    return result.json().value(u"id"_s).toString();
}

QString CliDesk::importSample() const
{
    const QString values = copySample(u"sample-values.json"_s, m_folder.file(u"样例"_s), {400, 300});
    const CliResult result = run({u"dossier import"_s, values, u"--json"_s});
    BOOST_TEST_REQUIRE(result.exitCode == 0, result.err.toStdString());
    return result.json().value(u"id"_s).toString();
}

QJsonValue CliDesk::value(const QString& id, const QString& field) const
{
    return run({u"dossier show"_s, id}).json().value(u"values"_s)[field];
}

} // namespace jz::test
