#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is needed, builds, and runs the demonstration: a dossier from values to signature.
#   installer/run.sh [DIR]     DIR: where the papers go (default: build/demo)
set -euo pipefail
cd "$(dirname "$0")/.."
papers=${1:-build/demo}

installer/install_packages.sh
cmake --preset dev -DJUANZONG_TESTS=OFF -B build/run
cmake --build build/run --target juanzong-cli
build/run/bin/juanzong-cli demo "$papers"
