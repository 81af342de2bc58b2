#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is needed, builds everything and runs all tests; then the same tests of model and command
# line under the address and undefined-behaviour sanitizers.
#   installer/test.sh          what every change must pass
#   installer/test.sh --long   also: PDFBox as a judge, clang, clang-tidy, fuzzing for half an hour, benchmarks, the package on a clean system
set -euo pipefail
cd "$(dirname "$0")/.."

installer/install_packages.sh
cmake --preset dev
cmake --build --preset dev
ctest --preset dev

cmake --preset asan
cmake --build --preset asan
ctest --preset asan

if [ "${1:-}" = --long ]; then
    installer/install_packages.sh installer/packages-long.txt
    tests/judges/run.sh
    cmake --preset dev -B build/clang -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++
    cmake --build build/clang
    ctest --test-dir build/clang --output-on-failure
    # clang reads the compile commands of its own build: those of GCC name precompiled headers it cannot read.
    git ls-files 'model/*.cpp' 'app/*.cpp' | xargs -P "$(nproc)" -n 4 clang-tidy -p build/clang --quiet
    # New hostile inputs are looked for in a copy of the kept corpus; a finding ends the run with its file.
    cmake --preset fuzz
    cmake --build --preset fuzz
    found="$(mktemp -d)"
    cp tests/fuzz/corpus/* "$found"
    build/fuzz/bin/fuzz_verify -max_total_time=1800 -timeout=10 -rss_limit_mb=2048 -max_len=60000 "$found"
    cmake --preset release
    cmake --build --preset release
    tests/bench/run.sh
    installer/test_package.sh
fi
