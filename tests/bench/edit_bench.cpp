// SPDX-License-Identifier: Apache-2.0
// What a key press costs: one edit of a full dossier from the call to its committed row with the findings updated, beside a bare
// commit of one row in the same run; what 100,000 edits leave in memory; how long a workspace takes to open and list.
#include "model/dossier/dossier_json.h"
#include "model/dossier/edits.h"
#include "model/procedure/dossier_import.h"
#include "model/procedure/open_dossier.h"
#include "model/procedure/sample_files.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

struct Spread
{
    double median = 0;
    double high = 0; ///< 99th percentile
    double most = 0;
};

/// Milliseconds of `count` runs.
template<typename Action>
Spread measure(int count, Action action)
{
    std::vector<double> times;
    times.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        QElapsedTimer timer;
        timer.start();
        action(i);
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times[times.size() * 99 / 100], times.back()};
}

void print(const char* what, const Spread& spread)
{
    std::printf("%-46s median %7.3f ms   99 %% %7.3f ms   most %7.3f ms\n", what, spread.median, spread.high, spread.most);
}

double residentMb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray& line : lines)
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

QUuid importLimits(Workspace& workspace, const QString& folder, qint64 person)
{
    Findings findings;
    return importDossier(workspace, copySample(u"sample-limits.json"_s, folder, {100, 80}), person, findings).id;
}

void editLatency(int count)
{
    const QTemporaryDir folder;
    Workspace workspace(folder.filePath(u"ws"_s));
    const qint64 person = workspace.operators().add(u"bench"_s, u"bench"_s).key;
    const QUuid id = importLimits(workspace, folder.filePath(u"in"_s), person);
    Database& database = workspace.database();
    database.run(u"CREATE TABLE bare (key INTEGER PRIMARY KEY, text TEXT)"_s);
    const Spread bare = measure(count, [&](int i) {
        Transaction transaction(database);
        database.run(u"INSERT INTO bare (text) VALUES (?)"_s, {QString::number(i)});
        transaction.commit();
    });
    OpenDossier dossier(workspace, id, person, u"bench"_s);
    const QString field = dossier.pack().sections.first().fields.first().id;
    qsizetype seen = 0;
    const Spread edit = measure(count, [&](int i) {
        dossier.editor().leaveField();
        dossier.editor().apply(setValue(dossier.editor().dossier(), field, u"值%1"_s.arg(i)));
        seen += dossier.findings().size();
    });
    const Spread typing = measure(count, [&](int i) {
        dossier.editor().apply(setValue(dossier.editor().dossier(), field, u"打字%1"_s.arg(i)), DossierEditor::Manner::Typing);
        seen += dossier.findings().size();
    });
    print("bare commit of one row", bare);
    print("edit, a step each, findings updated", edit);
    print("typing, one step that grows, findings updated", typing);
    std::printf("above the bare commit: median %.3f ms, 99 %% %.3f ms (%lld findings)\n", edit.median - bare.median, edit.high - bare.high,
                static_cast<long long>(seen));
}

void manyEdits(int count)
{
    const QTemporaryDir folder;
    Workspace workspace(folder.filePath(u"ws"_s));
    const qint64 person = workspace.operators().add(u"bench"_s, u"bench"_s).key;
    OpenDossier dossier(workspace, importLimits(workspace, folder.filePath(u"in"_s), person), person, u"bench"_s);
    const QString field = dossier.pack().sections.first().fields.first().id;
    for (int done = 0; done <= count; ++done) {
        if (done % (count / 4) == 0)
            std::printf("after %6d edits: %6.1f MB resident\n", done, residentMb());
        dossier.editor().leaveField();
        dossier.editor().apply(setValue(dossier.editor().dossier(), field, u"值%1"_s.arg(done)));
    }
    QElapsedTimer timer;
    timer.start();
    const OpenDossier again(workspace, dossier.entry().id, person, u"bench"_s);
    std::printf("opening it again: %.1f ms\n", double(timer.nsecsElapsed()) / 1e6);
}

void manyDossiers(int count)
{
    const QTemporaryDir folder;
    {
        Workspace workspace(folder.path());
        const qint64 person = workspace.operators().add(u"bench"_s, u"bench"_s).key;
        Dossier dossier;
        dossier.callId = u"bench"_s;
        dossier.formHash = QByteArray(32, 'h');
        for (int i = 0; i < count; ++i) {
            dossier.id = QUuid::createUuid();
            workspace.dossiers().create(dossier, {u"光电子器件产学研协作创新基地%1"_s.arg(i), u"示例研究院%1"_s.arg(i), 50}, person, u"bench"_s);
        }
    }
    qsizetype listed = 0;
    const Spread open = measure(7, [&](int) {
        Workspace workspace(folder.path());
        listed = workspace.dossiers().list().size();
    });
    std::printf("%6lld dossiers: ", static_cast<long long>(listed));
    print("open, list, close", open);
    const Spread listing = measure(7, [&](int i) {
        static Workspace* workspace = nullptr;
        if (i == 0)
            workspace = new Workspace(folder.path());
        listed = workspace->dossiers().list().size();
        if (i == 6)
            delete workspace;
    });
    print("                list alone", listing);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (argc > 1 && QByteArray(argv[1]) == "latency") {
        editLatency(4000);
        return 0;
    }
    editLatency(4000);
    manyEdits(100'000);
    for (const int count : {100, 1000, 10'000})
        manyDossiers(count);
    return 0;
}
