// SPDX-License-Identifier: Apache-2.0
// Receiving a bundle of dossiers into a workspace, beside unzip, sha256sum and pdfsig over the same bundle.
//   bench_receiving BUNDLE.zip [options of Google Benchmark]
// "one by one" runs the three programs as one types them, "on all cores" hashes and verifies as many files at a time as there are cores. `processor_s` is
// the time that processors computed for it, which other work on the machine changes little; `cores` is that by time on the clock. With --benchmark_enable_random_interleaving=true and repetitions the sides take turns.
#include "model/call/call_pack_reader.h"
#include "model/procedure/receiving.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace jz;
using namespace Qt::StringLiterals;

QString bundle;

double computed(int who)
{
    rusage usage{};
    getrusage(who, &usage);
    const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Of this process and of all that it waited for.
double computed()
{
    return computed(RUSAGE_SELF) + computed(RUSAGE_CHILDREN);
}

/// One round on a fresh disk: `prepare` is not timed, what it returns is. What lies on the disk is brought there before, so that no side pays for the other.
template <typename Prepare>
void measure(benchmark::State& state, const Prepare& prepare)
{
    double wall = 0;
    double processors = 0;
    for (auto round : state) {
        (void)round;
        const QTemporaryDir folder;
        auto act = prepare(folder.path());
        sync();
        QElapsedTimer clock;
        clock.start();
        const double before = computed();
        act();
        processors += computed() - before;
        const double seconds = double(clock.nsecsElapsed()) / 1e9;
        state.SetIterationTime(seconds);
        wall += seconds;
    }
    state.counters["cores"] = processors / wall;
    state.counters["processor_s"] = processors / double(state.iterations());
    state.SetBytesProcessed(int64_t(state.iterations()) * QFileInfo(bundle).size());
}

void received(benchmark::State& state)
{
    measure(state, [](const QString& folder) {
        auto workspace = std::make_shared<Workspace>(folder + u"/ws"_s);
        workspace->operators().setCurrent(workspace->operators().add(u"王芳"_s, u"示例"_s).key);
        const qint64 person = workspace->operators().current().key;
        Batch batch;
        batch.call = builtInCallPackIds().constFirst();
        batch.name = u"示例"_s;
        batch.body = {u"湖北省科学技术协会"_s, u"provincial"_s, u"42"_s, {}, {}, {}};
        const qint64 key = workspace->batches().add(batch, person);
        return [=] {
            const QList<ReceivedPaper> papers = receive(*workspace, key, {bundle}, person);
            for (const ReceivedPaper& each : papers) {
                if (each.outcome == ReceivedPaper::Outcome::Added)
                    continue;
                std::fprintf(stderr, "not taken in: %s\n", qPrintable(each.paper.name));
                std::exit(1);
            }
        };
    });
}

void others(benchmark::State& state, bool onAllCores)
{
    const QString threads = QString::number(onAllCores ? std::max(1U, std::thread::hardware_concurrency()) : 1U);
    measure(state, [&](const QString& folder) {
        const QByteArray command = u"cd '%1' && unzip -q '%2' && find . -name '*.pdf' -print0 | xargs -0 -n 10 -P %3 sha256sum > sums"
                                    " && find . -name '*.pdf' -print0 | xargs -0 -n 1 -P %3 pdfsig > report"_s.arg(folder, bundle, threads).toUtf8();
        return [command] {
            if (std::system(command.constData()) != 0)
                std::exit(1);
        };
    });
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (argc != 2)
        return 2;
    bundle = QFileInfo(QString::fromLocal8Bit(argv[1])).absoluteFilePath();
    const auto add = [](const char* name, const auto& act) {
        benchmark::RegisterBenchmark(name, act)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);
    };
    add("receive", received);
    add("unzip, sha256sum, pdfsig on all cores", [](benchmark::State& state) { others(state, true); });
    add("unzip, sha256sum, pdfsig one by one", [](benchmark::State& state) { others(state, false); });
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
