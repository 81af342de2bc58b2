#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Measures the release build against other programs; the ratios stand in README.md beside this file.
#   tests/bench/run.sh [BUILD FOLDER]    default: build/release
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=$(cd "${1:-build/release}/bin" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

"$bin/bench_check"
"$bin/bench_scans" 20
"$bin/bench_edits"
echo "with every fdatasync slowed to 15 ms:"
LD_PRELOAD=$(find "$bin/.." -name libjz_slow_disk.so) JZ_FAULT_SLOW=15 "$bin/bench_edits" latency

"$bin/bench_inputs" inputs
(cd inputs/full/odt && zip -q -0 ../full.odt mimetype && zip -q -r ../full.odt . -x mimetype)
measure() { "$bin/bench_processes" "$@"; }
measure 3 "render, full dossier / LibreOffice" "$bin/juanzong-cli render inputs/full/values.json full.pdf" \
    -- "soffice --headless --convert-to pdf --outdir $work inputs/full/full.odt"
measure 3 "render, 180 MB in nine files" "$bin/juanzong-cli render inputs/large/values.json large.pdf"
measure 3 "render, 180 MB in one file" "$bin/juanzong-cli render inputs/one/values.json one.pdf"

measure 3 "attach 100 photos of 5 MB / one thread" "$bin/bench_attach inputs/photos 0" -- "$bin/bench_attach inputs/photos 1"

echo passphrase > passphrase.txt
"$bin/juanzong-cli" identity new --name Bench --out id.p12 --passphrase-file passphrase.txt > /dev/null
mkdir nss && certutil -N -d sql:nss --empty-password
echo > empty.txt
pk12util -i id.p12 -d sql:nss -w passphrase.txt -k empty.txt > /dev/null
nick=$(certutil -L -d sql:nss | awk 'NR > 4 && NF { print $1; exit }')

# A paper of about 5 MB: the sample with one large photo.
mkdir five && cp inputs/full/photo-1.jpg five/licence.jpg && cp inputs/full/photo-2.jpg five/cleanroom.jpg
cat > five/values.json <<'JSON'
{"call": "kczg-2022", "values": {"org_name": "示例"}, "attachments": {"uscc_scan": ["licence.jpg"], "hardware_photos": ["cleanroom.jpg"]}}
JSON
"$bin/juanzong-cli" render five/values.json five.pdf > /dev/null 2>&1
sign="$bin/juanzong-cli sign --role applicant --identity id.p12 --passphrase-file passphrase.txt"
ls -l five.pdf large.pdf | awk '{ print $NF, $5 / 1e6, "MB" }'
measure 7 "sign 5 MB / pdfsig -add-signature" "$sign five.pdf five-signed.pdf" \
    -- "pdfsig -nssdir $work/nss -nick $nick -add-signature five.pdf five-pdfsig.pdf"
measure 7 "verify 5 MB / pdfsig" "$bin/juanzong-cli verify five-signed.pdf" -- "pdfsig -nssdir $work/nss five-signed.pdf"
measure 3 "sign 200 MB" "$sign large.pdf large-signed.pdf"
measure 3 "verify 200 MB / pdfsig" "$bin/juanzong-cli verify large-signed.pdf" -- "pdfsig -nssdir $work/nss large-signed.pdf"
