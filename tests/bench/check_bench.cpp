// SPDX-License-Identifier: Apache-2.0
// How long one check of a full dossier takes, files aside: it runs at every key press.
#include "model/dossier/checker.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/sample_files.h"
#include "model/reference/reference_data.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QTemporaryDir>

namespace {

using namespace jz;

void checkSample(benchmark::State& state, const char* sample)
{
    const QTemporaryDir folder;
    const DossierInput input = openDossier(copySample(QString::fromLatin1(sample), folder.path(), {100, 80}));
    const Checker checker(*input.file.pack, builtInReferenceData());
    for (auto round : state) {
        (void)round;
        benchmark::DoNotOptimize(checker.check(input.file.dossier));
    }
}

BENCHMARK_CAPTURE(checkSample, sample, "sample-values.json")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(checkSample, limits, "sample-limits.json")->Unit(benchmark::kMicrosecond);

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
