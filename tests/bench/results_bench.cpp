// SPDX-License-Identifier: Apache-2.0
// How long aggregating the scores of a large review takes, with 2,000 draws: under a second for 600 dossiers.
#include "model/review/review_data.h"

#include <benchmark/benchmark.h>

#include <random>

namespace {

using namespace jz;

ReviewData scoresOf(int dossiers)
{
    const int experts = 130;
    std::mt19937_64 engine(7);
    ReviewData data;
    for (int j = 0; j < experts; ++j)
        data.experts << ScoringExpert{j + 1, {}};
    for (int i = 0; i < dossiers; ++i) {
        data.dossiers << ScoredDossier{QUuid::createUuidV5(QUuid(), QString::number(i)), QString::number(i), {}, {}, {}, {}};
        for (int k = 0; k < 5; ++k) {
            const int expert = (i * 7 + k * 26 + i / experts) % experts;
            data.scores << GivenSheetScore{{expert, i, {{QStringLiteral("a"), int(engine() % 80) * 50}, {QStringLiteral("b"), int(engine() % 100) * 50}}, false}, ScoreStanding::Counts, {}, false, {}};
        }
    }
    data.rules.outcome.line = dossiers / 3;
    return data;
}

void aggregate(benchmark::State& state)
{
    const ReviewData data = scoresOf(int(state.range(0)));
    for (auto round : state) {
        (void)round;
        benchmark::DoNotOptimize(resultsOf(data));
    }
    state.SetComplexityN(state.range(0));
}

BENCHMARK(aggregate)->Arg(75)->Arg(150)->Arg(300)->Arg(600)->Arg(1200)->Unit(benchmark::kMillisecond)->Complexity(benchmark::oN);

} // namespace

BENCHMARK_MAIN();
