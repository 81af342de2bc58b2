#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is needed, builds, and opens the program on the sample dossier, in a workspace of its own. On a machine without a
# display it runs the demonstration instead: a dossier from values to signature, as papers.
#   installer/run.sh [DIR]     DIR: where the papers go without a display (default: build/demo)
set -euo pipefail
cd "$(dirname "$0")/.."
papers=${1:-build/demo}

installer/install_packages.sh
cmake --preset dev -DJUANZONG_TESTS=OFF -B build/run
cmake --build build/run --target juanzong juanzong-cli
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec build/run/bin/juanzong --sample
fi
echo "没有图形界面，改为演示：从数据到签名的全部文件放在 $papers。"
echo "There is no display: the demonstration runs instead, its papers go to $papers."
build/run/bin/juanzong-cli demo "$papers"
