// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/sha256.h"
#include "model/call/call_pack_reader.h"
#include "model/review/panel.h"
#include "model/review/score_sheet_paper.h"
#include "model/signature/delivery_key.h"
#include "model/workspace/workspace.h"
#include "tests/app/cli_desk.h"
#include "tests/support/boost_test.h"

namespace jz::test {

/// An office whose experts have their bundles: six dossiers, five experts who score all of them.
class ScoreDesk : public CliDesk
{
public:
    static constexpr int experts = 5;
    static constexpr int dossiers = 6;

    const CallPack& pack = *findBuiltInCallPack(builtInCallPackIds().first());
    QList<Submission> submissions;
    QList<Panel> panels; ///< by expert, from 0

    ScoreDesk()
    {
        BOOST_TEST_REQUIRE(run({QStringLiteral("office new"), QStringLiteral("评审"), QStringLiteral("--call"), pack.id}).exitCode == 0);
        Workspace workspace(this->workspace());
        round = workspace.intakes().rounds().first();
        person = workspace.operators().current().key;
        receive(workspace);
        handOut(workspace);
    }

    CliResult office(const QString& command, const QStringList& more = {}) const { return run(QStringList{QStringLiteral("office ") + command} + more + QStringList{QStringLiteral("--json")}); }

    QUuid dossier(int at) const { return submissions.at(at).dossier; }
    QString id(int at) const { return dossier(at).toString(QUuid::WithoutBraces); }

    /// What an expert could have scored: better dossiers get more, every expert is severe in a way of his own.
    ScoreSheet sheet(int expert, int version = 1) const
    {
        const Panel& panel = panels.at(expert);
        ScoreSheet made{panel.callId, panel.formHash, panel.number, panel.expert, version, QStringLiteral("accepted"), {}, QDate(2030, 6, 1), QDate(2030, 6, 10), {}, {}, {}};
        for (const PanelDossier& each : panel.dossiers) {
            DossierScores scores{each.dossier, each.sha256, {}, {}, QStringLiteral("agree"), false, {}, {}};
            int step = 0;
            for (const Criterion& criterion : rubricOf(pack, each.category).criteria)
                scores.points.insert(criterion.id, criterion.most - 50 * ((each.number * 2 + expert * 3 + ++step * (expert + 1)) % 9));
            made.dossiers << scores;
        }
        return bound(made, expert);
    }
    ScoreSheet bound(ScoreSheet sheet, int expert) const
    {
        sheet.binding = bindingOf(sheet, panels.at(expert).secret);
        return sheet;
    }
    QString file(const ScoreSheet& sheet, const QString& name) const
    {
        const QString path = folder().file(name);
        Panel panel;
        panel = panels.first();
        writeScoreSheet(sheet, panel, pack, openDeliveryKey(folder().file(QStringLiteral("keys")), nullptr).identity, path);
        return path;
    }
    QString file(int expert, int version = 1) const { return file(sheet(expert, version), QStringLiteral("评分表-%1-%2.pdf").arg(expert).arg(version)); }

    void collectAll() const
    {
        QStringList files;
        for (int i = 0; i < experts; ++i)
            files << file(i);
        const CliResult result = office(QStringLiteral("collect"), files);
        BOOST_TEST_REQUIRE(result.exitCode == 0, result.err.toStdString() + result.out.toStdString());
    }
    QJsonObject results(const QStringList& more = {}) const { return office(QStringLiteral("results"), more).json(); }
    static QJsonObject of(const QJsonObject& results, const QString& id)
    {
        for (const QJsonValue& each : results[QStringLiteral("dossiers")].toArray())
            if (each[QStringLiteral("dossier")].toString() == id)
                return each.toObject();
        return {};
    }

    ReviewRound round;
    qint64 person = 0;

private:
    void receive(Workspace& workspace)
    {
        ReceivedBundle bundle;
        bundle.name = QStringLiteral("报送包.jzb");
        bundle.body = QStringLiteral("某省科协");
        bundle.bundle = bundle.paper = sha256("bundle");
        bundle.person = person;
        const QStringList categories = pack.rubric.value(QStringLiteral("categories")).toObject().keys();
        for (int i = 0; i < dossiers; ++i) {
            Submission each;
            each.title = QStringLiteral("第%1创新基地").arg(i + 1);
            each.base = each.title;
            each.dossier = QUuid::createUuidV5(QUuid(), each.title);
            each.applicant = QStringLiteral("第%1研究院").arg(i + 1);
            each.rank = i + 1;
            each.category = categories.at(i > 3 ? 1 : 0);
            each.fingerprint = each.paper = sha256(each.title.toUtf8());
            submissions << each;
        }
        bundle.round = round.key;
        workspace.intakes().add(bundle, submissions, {});
    }
    void handOut(Workspace& workspace)
    {
        AssignmentRecord assignment;
        assignment.mode = QStringLiteral("groups");
        assignment.person = person;
        QList<Expert> people;
        for (int j = 0; j < experts + 2; ++j) {
            Expert expert;
            expert.name = QStringLiteral("专家%1").arg(QChar(u'甲' + j));
            expert.unit = QStringLiteral("第%1大学").arg(j + 1);
            people << expert;
        }
        const QList<qint64> keys = workspace.experts().keep(people);
        for (int j = 0; j < experts; ++j) {
            panels << panel(people.at(j).name, j);
            keep(workspace, panels.last(), keys.at(j));
            for (const Submission& each : submissions)
                assignment.pairs << ReviewPair{each.dossier, keys.at(j)};
        }
        workspace.experts().assign(round.key, assignment);
        expertKeys = keys;
    }
    Panel panel(const QString& name, int expert) const
    {
        Panel made{pack.id, pack.formHash, round.name, QStringLiteral("P-%1").arg(expert + 1), name, sha256(name.toUtf8()), false, QDate(2030, 6, 15), {}, {}};
        for (int i = 0; i < dossiers; ++i)
            made.dossiers << PanelDossier{i + 1, dossier(i), submissions.at(i).title, submissions.at(i).applicant, submissions.at(i).category, {}, QStringLiteral("%1.pdf").arg(i + 1), submissions.at(i).paper};
        return made;
    }
    void keep(Workspace& workspace, const Panel& panel, qint64 expert) const
    {
        PanelBundle bundle;
        bundle.expert = expert;
        bundle.number = panel.number;
        bundle.secret = panel.secret;
        bundle.bundle = sha256(panel.number.toUtf8());
        bundle.content = toJson(panel);
        bundle.person = person;
        workspace.scores().addBundle(round.key, bundle, {});
    }

public:
    QList<qint64> expertKeys;
};

} // namespace jz::test
