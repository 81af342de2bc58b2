// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/app/cli_desk.h"
#include "tests/support/boost_test.h"

namespace jz::test {

using namespace Qt::StringLiterals;

/// A heap of files: the sample as values, to be changed and printed.
struct BatchDesk : SampleFolder
{
    /// Prints the sample as it is now. The id keeps revisions of one dossier together.
    void print(const QString& name, const QString& dossier, int revision = 1, bool draft = false) const
    {
        QStringList arguments{u"render"_s, values, file(name), u"--id"_s, dossier, u"--revision"_s, QString::number(revision)};
        if (draft)
            arguments << u"--draft"_s;
        const CliResult result = cli(arguments);
        BOOST_REQUIRE_MESSAGE(result.exitCode == 0, result.err.toStdString());
    }
    CliResult check(const QStringList& files, const QStringList& more = {}) const
    {
        QStringList arguments{u"batch"_s, u"check"_s};
        for (const QString& name : files)
            arguments << file(name);
        return cli(arguments + QStringList{u"--json"_s, u"--workspace"_s, workspace} + more);
    }
    /// The papers by file name: "kind standing".
    static QStringList summary(const QJsonObject& report)
    {
        QStringList lines;
        for (const QJsonValue& paper : report[u"papers"_s].toArray())
            lines << paper[u"file"_s].toString().section(u'/', -1) + u' ' + paper[u"kind"_s].toString() + u' ' + paper[u"standing"_s].toString();
        return lines;
    }
    static QStringList rules(const QJsonValue& findings)
    {
        QStringList names;
        for (const QJsonValue& finding : findings.toArray())
            if (finding[u"rule"_s].toString().startsWith(u"batch."_s))
                names << finding[u"rule"_s].toString();
        return names;
    }
    static QStringList rulesOf(const QJsonObject& report, int paper) { return rules(report[u"papers"_s][paper][u"findings"_s]); }

    BatchDesk()
    {
        cli({u"dossier"_s, u"new"_s, u"kczg-2022"_s, u"--workspace"_s, workspace, u"--operator"_s, u"李四"_s});
    }

    QString workspace = file(u"资料库"_s);
    QString first = u"11111111-2222-4333-8444-555555555555"_s;
    QString second = u"21111111-2222-4333-8444-555555555555"_s;
};

/// A recommending body's desk: a batch that was begun, and files to come.
struct BodyDesk : BatchDesk
{
    CliResult batch(QStringList arguments) const
    {
        arguments.prepend(u"batch"_s);
        return cli(arguments + QStringList{u"--json"_s, u"--workspace"_s, workspace});
    }
    CliResult add(const QStringList& names) const
    {
        QStringList arguments{u"add"_s};
        for (const QString& name : names)
            arguments << file(name);
        return batch(arguments);
    }
    static QStringList outcomes(const QJsonObject& report)
    {
        QStringList lines;
        for (const QJsonValue& paper : report[u"papers"_s].toArray())
            lines << paper[u"file"_s].toString().section(u'/', -1) + u' ' + paper[u"outcome"_s].toString();
        return lines;
    }
    /// The ids in their order, a reserve in brackets.
    QStringList order() const
    {
        QStringList lines;
        const QJsonObject list = batch({u"list"_s}).json();
        for (const QJsonValue& each : list[u"candidates"_s].toArray()) {
            const QString id = each[u"dossier"_s].toString().first(2);
            lines << (each[u"recommended"_s].toBool() ? id : u'(' + id + u')');
        }
        return lines;
    }

    /// Prints the sample as it is now and has its unit sign it with a certificate.
    void printSigned(const QString& name, const QString& dossier, int revision = 1) const
    {
        print(u"未签.pdf"_s, dossier, revision);
        const CliResult result = cli({u"sign"_s, file(u"未签.pdf"_s), file(name), u"--role"_s, u"applicant"_s, u"--identity"_s, identity(), u"--passphrase-file"_s,
                                      passphraseFile()});
        BOOST_REQUIRE_MESSAGE(result.exitCode == 0, result.err.toStdString());
    }

    BodyDesk()
    {
        const CliResult begun = batch({u"new"_s, u"湖北省科协"_s, u"--call"_s, u"kczg-2022"_s});
        BOOST_REQUIRE_MESSAGE(begun.exitCode == 0, begun.err.toStdString());
        BOOST_TEST(begun.json()[u"quota"_s].toInt() == 3);
    }
};

} // namespace jz::test
