// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/sha256.h"
#include "model/workspace/workspace.h"
#include "tests/app/body_desk.h"

namespace jz::test {

/// An office's desk: a review that was begun, two dossiers received, two experts, everything assigned to both; and an expert's laptop.
struct ReviewDesk : BatchDesk
{
    ReviewDesk()
    {
        print(u"甲.pdf"_s, first);
        set(u"base_name"_s, u"智能农机"_s);
        print(u"乙.pdf"_s, second);
        const CliResult begun = office({u"new"_s, u"年度评审"_s});
        BOOST_REQUIRE_MESSAGE(begun.exitCode == 0, begun.err.toStdString());
        writeFile(passphrase, "4821-7390-5562\n");
        writeFile(wrongPassphrase, "0000-0000\n");
        fill();
    }
    CliResult office(QStringList arguments) const
    {
        arguments.prepend(u"office"_s);
        return cli(arguments + QStringList{u"--json"_s, u"--workspace"_s, workspace});
    }
    /// On the laptop.
    CliResult review(QStringList arguments) const
    {
        arguments.prepend(u"review"_s);
        return cli(arguments + QStringList{u"--json"_s, u"--workspace"_s, laptop, u"--operator"_s, u"周文"_s});
    }
    /// Makes the bundle of 周文; its file.
    QString bundle(const QStringList& more = {}) const
    {
        const CliResult made = office(QStringList{u"panels"_s, u"make"_s, file(u"包"_s), u"--expert"_s, u"周文"_s, u"--date"_s, u"2030-06-01"_s, u"--bundle-passphrase-file"_s, passphrase} + more);
        BOOST_REQUIRE_MESSAGE(made.exitCode == 0, made.err.toStdString());
        return made.json()[u"panels"_s][0][u"file"_s].toString();
    }
    CliResult open(const QString& path) const { return review({u"open"_s, path, u"--bundle-passphrase-file"_s, passphrase}); }

    QString laptop = file(u"专家资料库"_s);
    QString passphrase = file(u"包口令.txt"_s);
    QString wrongPassphrase = file(u"错口令.txt"_s);

private:
    void fill() const
    {
        Workspace desk(workspace);
        const ReviewRound round = *desk.intakes().lastRound();
        const qint64 person = desk.operators().current().key;
        ReceivedBundle bundle;
        bundle.round = round.key;
        bundle.bundle = sha256("bundle");
        bundle.paper = sha256("sheet");
        bundle.body = u"湖北省科协"_s;
        bundle.kind = u"provincial"_s;
        bundle.person = person;
        QList<Submission> submissions{submission(desk, first, u"甲.pdf"_s, u"光电子器件"_s), submission(desk, second, u"乙.pdf"_s, u"智能农机"_s)};
        desk.intakes().add(bundle, submissions, {});
        Expert zhou;
        zhou.name = u"周文"_s;
        zhou.unit = u"某大学"_s;
        Expert wu = zhou;
        wu.name = u"吴声"_s;
        const QList<qint64> experts = desk.experts().keep({zhou, wu});
        AssignmentRecord assigned;
        assigned.mode = u"hand"_s;
        assigned.person = person;
        for (const qint64 expert : experts)
            for (const QString& dossier : {first, second})
                assigned.pairs << ReviewPair(QUuid::fromString(dossier), expert);
        desk.experts().assign(round.key, assigned);
    }
    Submission submission(Workspace& desk, const QString& id, const QString& name, const QString& base) const
    {
        Submission each;
        each.dossier = QUuid::fromString(id);
        each.title = base + u"产学研协作创新基地"_s;
        each.base = base;
        each.category = u"iur"_s;
        each.applicant = u"示例先进光电技术研究院"_s;
        each.paper = desk.objects().add(file(name));
        each.fingerprint = sha256(id.toUtf8());
        return each;
    }
};

} // namespace jz::test
