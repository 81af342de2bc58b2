// SPDX-License-Identifier: Apache-2.0
#include "tests/app/review_office.h"

#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_json.h"
#include "model/dossier/dossier_summary.h"
#include "model/pdf/embedded_files.h"
#include "tests/support/boost_test.h"

namespace jz::test {

using namespace Qt::StringLiterals;

ReviewOffice::ReviewOffice()
{
    const CliResult begun = office({u"new"_s, u"年度评审"_s});
    BOOST_REQUIRE_MESSAGE(begun.exitCode == 0, begun.err.toStdString());
}

void ReviewOffice::inWorkspace(const std::function<void(Workspace&, qint64, qint64)>& work) const
{
    Workspace opened(workspace(), Workspace::Mode::Write);
    work(opened, opened.intakes().rounds().last().key, opened.operators().all().first().key);
}

void ReviewOffice::addDossier(const QString& id, const QJsonObject& values) const
{
    const SampleFolder sample;
    QJsonObject json = sample.read();
    QJsonObject all = json[u"values"_s].toObject();
    for (auto each = values.begin(); each != values.end(); ++each)
        all[each.key()] = each.value();
    json[u"values"_s] = all;
    json.remove(u"attachments"_s);
    sample.save(json);
    const QString paper = sample.file(u"稿.pdf"_s);
    const CliResult printed = cli({u"render"_s, sample.values, paper, u"--id"_s, fullId(id)});
    BOOST_REQUIRE_MESSAGE(printed.exitCode == 0, printed.err.toStdString());
    inWorkspace([&](Workspace& opened, qint64 round, qint64 person) {
        const QByteArray data = readEmbeddedFile(paper, dossierDataName(), 1'000'000);
        const Dossier dossier = parseDossierJson(data, paper);
        const CallPack pack = builtInCallPack(dossier.callId);
        ReceivedBundle bundle;
        bundle.round = round;
        bundle.bundle = bundle.paper = opened.objects().add(paper);
        bundle.body = dossier.text(u"recommender"_s);
        bundle.kind = u"provincial"_s;
        bundle.person = person;
        Submission submission;
        submission.dossier = dossier.id;
        submission.rank = 1;
        submission.title = summaryOf(dossier, pack).title;
        submission.category = dossier.text(u"category"_s);
        submission.applicant = dossier.text(u"org_name"_s);
        submission.code = dossier.text(u"uscc"_s);
        submission.fingerprint = dossierFingerprint(data);
        submission.paper = bundle.paper;
        submission.search = searchText(dossier);
        opened.intakes().add(bundle, {submission}, {});
        opened.intakes().admit(round, {dossier.id, true, {}, person, {}});
    });
}

qint64 ReviewOffice::addExpert(const QString& name, const QString& unit, const QStringList& more) const
{
    const CliResult added = office(QStringList{u"experts add"_s, name, u"--unit"_s, unit, u"--purpose"_s, u"本次评审"_s, u"--delete-on"_s, u"2099-12-31"_s} + more);
    BOOST_REQUIRE_MESSAGE(added.exitCode == 0, added.err.toStdString());
    return added.json()[u"number"_s].toInteger();
}

void ReviewOffice::sendBundle(const QString& number, qint64 expert, const QStringList& dossiers) const
{
    inWorkspace([&](Workspace& opened, qint64 round, qint64 person) {
        QJsonArray list;
        for (const QString& each : dossiers)
            list.append(QJsonObject{{u"dossier"_s, fullId(each)}});
        PanelBundle bundle;
        bundle.expert = expert;
        bundle.number = number;
        bundle.secret = QByteArray(32, 'x');
        bundle.bundle = QByteArray(32, 'y');
        bundle.content = {{u"dossiers"_s, list}};
        bundle.person = person;
        opened.scores().addBundle(round, bundle, u"重发"_s);
    });
}

} // namespace jz::test
