// SPDX-License-Identifier: Apache-2.0
// What the table of the recommending body's desk costs, drawn offscreen: reading the batch, scrolling, searching, sorting, moving a row, each from the
// key or click to the picture.
//   bench_table [ROWS [TURNS]]    default: 10000 rows, 21 turns
#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_summary.h"
#include "model/procedure/dossier_import.h"
#include "model/procedure/open_dossier.h"
#include "model/procedure/sample_files.h"
#include "tests/bench/window_timing.h"
#include "ui/recommender/candidate_panel.h"
#include "ui/recommender/candidate_table.h"
#include "ui/recommender/recommender_desk.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPdfWriter>
#include <QPainter>

#include <cstdio>

using namespace jz;
using namespace jz::bench;
using namespace Qt::StringLiterals;

namespace {

const QStringList subjects{u"光电子器件"_s, u"智能农机"_s, u"生物医药"_s, u"新能源汽车"_s, u"海洋装备"_s, u"量子测量"_s, u"稀土材料"_s};
const QStringList places{u"湖北省武汉市"_s, u"湖北省宜昌市"_s, u"湖北省襄阳市"_s, u"湖北省荆州市"_s};

QUuid idOf(int number)
{
    return QUuid::createUuidV5(QUuid(), QString::number(number));
}

/// Number `number` of a batch: as long a text to search as that of a full dossier.
Candidate candidate(qint64 batch, int number, const QByteArray& paper, const QString& text)
{
    Candidate made;
    made.batch = batch;
    made.dossier = idOf(number);
    made.base = subjects.at(number % subjects.size()) + QString::number(number);
    made.applicant = u"示例第%1研究院"_s.arg(number);
    made.title = u"科创中国 %1 %2 创新基地"_s.arg(made.applicant, made.base);
    made.category = number % 2 == 0 ? u"产学研协作"_s : u"创新创业孵化"_s;
    made.code = u"CODE%1"_s.arg(number, 14, 10, QChar(u'0'));
    made.place = places.at(number % places.size());
    made.contact = u"联系人%1"_s.arg(number % 97);
    made.phone = QString::number(13900000000LL + number);
    made.fingerprint = QByteArray::number(number).rightJustified(32, '0');
    made.paper = paper;
    made.kind = u"signed"_s;
    made.verdict = u"untrusted"_s;
    made.signature = number % 3 == 0 ? u"ink"_s : u"certificate"_s;
    made.state = u"received"_s;
    made.warnings = number % 5;
    made.copies = number % 6;
    made.received = QDateTime::currentDateTimeUtc();
    made.search = searchWord(made.title) + u'\n' + text;
    return made;
}

void fill(Workspace& workspace, const QString& folder, int rows)
{
    Findings findings;
    const qint64 person = workspace.operators().current().key;
    const QUuid full = importDossier(workspace, copySample(u"sample-limits.json"_s, folder + u"/in"_s, {80, 60}), person, findings).id;
    const QString text = searchText(OpenDossier(workspace, full, person, u"bench"_s).editor().dossier());
    std::printf("%d rows, %d characters to search in each\n", rows, int(text.size()));
    const QString page = folder + u"/page.pdf"_s;
    {
        QPdfWriter writer(page);
        QPainter painter(&writer);
        painter.drawText(100, 100, u"page"_s);
    }
    const QByteArray paper = workspace.objects().add(page);
    BatchStore& store = workspace.batches();
    Batch batch;
    batch.call = builtInCallPackIds().constFirst();
    batch.name = u"示例"_s;
    batch.body = {u"湖北省科学技术协会"_s, u"provincial"_s, u"42"_s, {}, {}, {}};
    const qint64 key = store.add(batch, person);
    store.together([&] {
        for (int i = 0; i < rows; ++i)
            store.keep(candidate(key, i, paper, text));
    });
}

/// Does `act` that many times, each until the table is painted.
template <typename Act>
void measure(const QString& what, QWidget* seen, int turns, const Act& act)
{
    Times times;
    PaintWatch watch(seen);
    for (int i = 0; i < turns; ++i) {
        QApplication::processEvents();
        watch.forget();
        const Stopwatch stopwatch;
        act(i);
        watch.wait();
        stopwatch.stop(times);
    }
    print(what, times);
}

void measureAll(Workspace& workspace, int turns)
{
    NoDialogs dialogs;
    Times opening;
    std::unique_ptr<ui::RecommenderDesk> desk;
    {
        const Stopwatch stopwatch;
        desk = std::make_unique<ui::RecommenderDesk>(workspace, dialogs, nullptr);
        desk->resize(1366, 768);
        desk->show();
        PaintWatch watch(desk->table().viewport());
        watch.wait();
        stopwatch.stop(opening);
    }
    print(u"the desk opened"_s, opening);
    desk->panel().goToTab(u"findings"_s);
    ui::CandidateTable& table = desk->table();
    table.setFocus();
    quiet();
    measure(u"scrolled by a page"_s, table.viewport(), turns, [&](int i) { pressKey(&table, i % 8 < 4 ? Qt::Key_PageDown : Qt::Key_PageUp, {}); });
    auto* const search = desk->findChild<QLineEdit*>(u"searchCandidates"_s);
    const QStringList words{u"光电"_s, u"光电子"_s, u"光电子器件1"_s, u"襄阳"_s, u"没有这个词"_s, {}};
    measure(u"searched"_s, table.viewport(), turns, [&](int i) { search->setText(words.at(i % words.size())); });
    search->clear();
    quiet();
    const QList<int> columns{ui::CandidateModel::Base, ui::CandidateModel::Problems, ui::CandidateModel::Unit, ui::CandidateModel::Place};
    measure(u"sorted by a column"_s, table.viewport(), turns, [&](int i) { Q_EMIT table.horizontalHeader()->sectionClicked(columns.at(i % columns.size())); });
    table.showOrder();
    table.setCurrent(idOf(2));
    quiet();
    measure(u"a row moved"_s, table.viewport(), turns, [&](int i) { Q_EMIT table.moveWanted(idOf(2), i % 2 == 0 ? 2 : 3); });
    std::printf("%.0f MB resident\n", residentMb());
}

} // namespace

int main(int argc, char** argv)
{
    const OffscreenProgram program(argc, argv);
    const int rows = argc > 1 ? std::atoi(argv[1]) : 10000;
    const int turns = argc > 2 ? std::atoi(argv[2]) : 21;
    const QTemporaryDir folder;
    prepare(folder.filePath(u"ws"_s), [&](Workspace& workspace) {
        fill(workspace, folder.path(), rows);
        measureAll(workspace, turns);
    });
    return 0;
}
