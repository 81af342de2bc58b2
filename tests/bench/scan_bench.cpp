// SPDX-License-Identifier: Apache-2.0
// bench_scans [PAGES [KIND]]: prints how many of so many distorted scans of each kind are matched by their code and laid over the
// printed page, the time each takes, and how many codes zbarimg reads of the same pictures. The same pictures in every run.
#include "model/exchange/scan_reader.h"
#include "model/procedure/sample_scans.h"
#include "tests/model/procedure/scans.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <random>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Kind
{
    const char* name;
    double dotsPerInch;
    Distortion distortion;
};

const QList<Kind> kinds{
    {"scanner, 300 dpi, colour", 300, {.noise = 4}},
    {"scanner, 200 dpi, JPEG 60", 200, {.noise = 6, .quality = 60}},
    {"scanner, 150 dpi, grey, JPEG 70", 150, {.noise = 6, .quality = 70, .grey = true}},
    {"scanner, 200 dpi, out of focus", 200, {.noise = 8, .blur = 1, .quality = 50}},
    {"scanner, 600 dpi, out of focus", 600, {.noise = 10, .blur = 3, .quality = 70}},
    {"phone, 12 megapixels", 330, {.noise = 6, .blur = 1, .quality = 75, .perspective = true, .shadow = true}},
    {"phone, 5 megapixels, dark", 220, {.noise = 10, .quality = 60, .perspective = true, .shadow = true}},
};

struct Tally
{
    int pages = 0;
    int matched = 0;
    int straightened = 0;
    int zbar = 0;
    double seconds = 0;
    double zbarSeconds = 0;
};

double secondsOf(QElapsedTimer& clock)
{
    return double(clock.restart()) / 1000;
}

void measure(const FinalPaper& paper, int page, const QString& scan, const QString& out, Tally& tally)
{
    const ScanReader reader;
    const MappedPage& mapped = paper.map.pages.at(page - 1);
    ++tally.pages;
    QElapsedTimer clock;
    clock.start();
    const QList<ScannedCode> codes = reader.read(scan, 0);
    for (const ScannedCode& code : codes) {
        if (code.text != mapped.code)
            continue;
        ++tally.matched;
        StraightenOrder order;
        order.file = scan;
        order.corners = code.corners;
        order.codeMm = mapped.codeRect;
        order.paper = paper.path;
        order.paperPage = page - 1;
        order.out = out;
        tally.straightened += reader.straighten(order).confirmed;
    }
    tally.seconds += secondsOf(clock);
    tally.zbar += run(u"zbarimg"_s, {u"-q"_s, u"--raw"_s, scan}).out.contains(mapped.code.toLatin1());
    tally.zbarSeconds += secondsOf(clock);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 20;
    const FinalPaper& paper = Papers::all().first;
    const ScratchFolder folder;
    std::printf("%-34s %9s %13s %12s %12s %14s\n", "kind", "matched", "straightened", "s per page", "zbar reads", "s for zbar");
    for (const Kind& kind : kinds) {
        if (argc > 2 && !QByteArray(kind.name).contains(argv[2]))
            continue;
        std::mt19937 random(11);
        std::uniform_real_distribution<double> skew(-5, 5);
        Tally tally;
        for (int i = 0; i < count; ++i) {
            const int page = i % int(paper.map.pages.size()) + 1;
            Distortion distortion = kind.distortion;
            distortion.degrees = 90 * (i % 4) + skew(random);
            const QImage clean = inkedSamplePage(paper.path, paper.map, page, {true, true, kind.dotsPerInch});
            const QString scan = savePicture(distorted(clean, distortion), folder.file(u"scan.jpg"_s), distortion.quality);
            measure(paper, page, scan, folder.file(u"out.jpg"_s), tally);
        }
        std::printf("%-34s %5d/%-3d %9d/%-3d %12.2f %8d/%-3d %14.2f\n", kind.name, tally.matched, tally.pages, tally.straightened,
                    tally.pages, tally.seconds / count, tally.zbar, tally.pages, tally.zbarSeconds / count);
        std::fflush(stdout);
    }
    return 0;
}
