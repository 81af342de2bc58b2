// SPDX-License-Identifier: Apache-2.0
// How long the event loop of the windows stands still while the recommending body's desk, drawn offscreen, receives a bundle.
//   bench_receiving_desk BUNDLE.zip
#include "model/call/call_pack_reader.h"
#include "tests/bench/window_timing.h"
#include "ui/recommender/candidate_panel.h"
#include "ui/recommender/candidate_table.h"
#include "ui/recommender/recommender_desk.h"

#include <QDialog>

#include <algorithm>
#include <cstdio>

using namespace jz;
using namespace jz::bench;
using namespace Qt::StringLiterals;

namespace {

/// What the desk tells is shown, and put away at once.
class ShownDialogs : public NoDialogs
{
public:
    bool run(QDialog& dialog) override
    {
        dialog.show();
        QMetaObject::invokeMethod(&dialog, &QDialog::reject, Qt::QueuedConnection);
        dialog.exec();
        return false;
    }
};

void tell(const char* what, std::vector<double> answers)
{
    std::sort(answers.begin(), answers.end());
    std::printf("%-52s %zu answers, 99 %% %.1f ms, 99.9 %% %.1f ms, longest %.1f ms\n", what, answers.size(), answers[answers.size() * 99 / 100],
                answers[answers.size() * 999 / 1000], answers.back());
}

void receiveIn(Workspace& workspace, const QString& bundle)
{
    const qint64 person = workspace.operators().current().key;
    Batch batch;
    batch.call = builtInCallPackIds().constFirst();
    batch.name = u"示例"_s;
    batch.body = {u"湖北省科学技术协会"_s, u"provincial"_s, u"42"_s, {}, {}, {}};
    workspace.batches().add(batch, person);
    ShownDialogs dialogs;
    ui::RecommenderDesk desk(workspace, dialogs, nullptr);
    desk.resize(1366, 768);
    desk.show();
    quiet(1000);
    qsizetype count = -1;
    QObject::connect(&desk, &ui::RecommenderDesk::received, &desk, [&](const QList<ReceivedPaper>& papers) { count = papers.size(); });
    Heartbeat heartbeat;
    quiet(500);
    (void)heartbeat.take();
    QElapsedTimer clock;
    clock.start();
    desk.receive({bundle});
    while (count < 0)
        quiet(100);
    const double seconds = double(clock.elapsed()) / 1e3;
    quiet(1000); // the picture with all of them
    tell("event loop while receiving", heartbeat.take());
    std::printf("%d files in %.1f s, %d rows, %.0f MB resident\n", int(count), seconds, desk.table().model()->rowCount(), residentMb());
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2)
        return 2;
    const OffscreenProgram program(argc, argv);
    const QTemporaryDir folder;
    prepare(folder.filePath(u"ws"_s), [&](Workspace& workspace) { receiveIn(workspace, QString::fromLocal8Bit(argv[1])); });
    return 0;
}
