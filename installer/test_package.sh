#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the packages and tries them on a clean Debian 12 in a folder of its own (debootstrap; root and a network are needed): installs
# the .deb, starts the program from its menu entry on a virtual screen, opens a bundle as a double click would, runs the command
# line, removes the package, and looks that nothing stays. Then runs the unpacked .tar.gz as an ordinary user.
#   installer/test_package.sh [FOLDER]     FOLDER: where the clean system goes (default: a temporary folder, removed afterwards)
set -euo pipefail
cd "$(dirname "$0")/.."
id=io.github.juanzong.juanzong

installer/install_packages.sh installer/packages-long.txt
desktop-file-validate "installer/linux/$id.desktop"
appstreamcli validate --no-net "installer/linux/$id.metainfo.xml"
cmake --preset release
cmake --build --preset release --target all
(cd build/release && cpack -B packages)
deb=$(ls build/release/packages/juanzong_*.deb)
lintian --fail-on error "$deb"

clean=${1:-$(mktemp -d)}
[ $# -gt 0 ] || trap 'umount -q "$clean"/proc "$clean"/dev || true; rm -rf "$clean"' EXIT
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -1)
[ -e "$clean/etc/debian_version" ] || debootstrap --variant=minbase bookworm "$clean" "$mirror"
mountpoint -q "$clean/proc" || mount -t proc proc "$clean/proc"
mountpoint -q "$clean/dev" || mount --bind /dev "$clean/dev"
cp "$deb" build/release/packages/juanzong-*.tar.gz "$clean/tmp/"
in_clean() { chroot "$clean" /usr/bin/env -i DEBIAN_FRONTEND=noninteractive HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"; }
in_clean apt-get -qq update
in_clean apt-get -qq install -y --no-install-recommends "/tmp/$(basename "$deb")" >/dev/null
# What a desktop brings along: a screen, a window to look for, the menu.
in_clean apt-get -qq install -y --no-install-recommends xvfb xauth x11-utils libglib2.0-bin shared-mime-info desktop-file-utils dex >/dev/null
install -m 755 installer/linux/try_installed.sh "$clean/tmp/"
in_clean useradd -m clerk 2>/dev/null || true
in_clean su clerk -c "/tmp/try_installed.sh /usr $id"
in_clean apt-get -qq purge -y juanzong >/dev/null
left=$(in_clean find /usr /etc /var/lib -iname '*juanzong*' ! -path '/var/lib/dpkg/*' ! -path '/var/lib/apt/*')
[ -z "$left" ] || { echo "Left behind after removing: $left" >&2; exit 1; }
# The libraries stay for the unpacked folder, which brings the programs alone.
in_clean su clerk -c 'mkdir -p ~/unpacked && tar -xzf /tmp/juanzong-*.tar.gz -C ~/unpacked --strip-components=1 && /tmp/try_installed.sh ~/unpacked'
echo "The package installs, starts, opens a bundle and goes; the unpacked folder runs."
