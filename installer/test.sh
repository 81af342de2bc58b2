#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is needed, builds everything and runs all tests; then the same tests of model and command
# line under the address and undefined-behaviour sanitizers.
#   installer/test.sh          what every change must pass
#   installer/test.sh --long   also: clang, clang-tidy, benchmarks
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
    cmake --preset dev -B build/clang -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++
    cmake --build build/clang
    ctest --test-dir build/clang --output-on-failure
    # clang reads the compile commands of its own build: those of GCC name precompiled headers it cannot read.
    git ls-files 'model/*.cpp' 'app/*.cpp' | xargs -P "$(nproc)" -n 4 clang-tidy -p build/clang --quiet
    cmake --preset release
    cmake --build --preset release
    tests/bench/run.sh
fi
