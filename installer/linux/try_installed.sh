#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Tries an installed program as its user would, on a virtual screen: part of installer/test_package.sh.
#   try_installed.sh PREFIX [ID]     with ID also through its menu entry and by opening a bundle
set -euo pipefail
prefix=$1
id=${2:-}
home=$(mktemp -d)
export HOME=$home XDG_RUNTIME_DIR=$home LANG=C.UTF-8 PATH="$prefix/bin:$PATH"
cd "$home"

juanzong-cli --version
juanzong-cli demo papers >demo.txt
juanzong-cli verify "$(find papers -name '*.pdf' | sort | head -1)" --json >/dev/null || [ $? = 1 ]
[ "$(juanzong-cli --lang en verify none.pdf 2>&1 || true)" != "" ]

# Runs a command on a screen of its own until a window of the program is there; the title is printed.
on_screen() {
    xvfb-run -a bash -c '
        "$@" & started=$!
        for _ in $(seq 150); do
            if title=$(xwininfo -root -tree | grep -m1 "\"juanzong\" \"juanzong\"\|(\"juanzong\" "); then echo "$title"; break; fi
            sleep 0.2
        done
        [ -n "${title:-}" ] || { echo "no window appeared: $*" >&2; exit 1; }
        sleep 2; kill $started $(pidof juanzong) 2>/dev/null || true' on_screen "$@"
}
on_screen juanzong
if [ -n "$id" ]; then
    on_screen dex "/usr/share/applications/$id.desktop"
    bundle=$home/报送包.jzb
    juanzong-cli package "$(find papers -name "*已签*.pdf" | sort | head -1)" "$bundle"
    [ "$(gio info -a standard::content-type "$bundle" | grep -o 'application/.*')" = "application/vnd.juanzong.bundle+zip" ]
    cp "$bundle" "$home/renamed.bin"
    [ "$(gio info -a standard::content-type "$home/renamed.bin" | grep -o 'application/.*')" = "application/vnd.juanzong.bundle+zip" ]
    on_screen gio open "$bundle"
fi
rm -rf "$home"
