#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Measures the release build against other programs; the ratios stand in README.md beside this file.
#   tests/bench/run.sh [BUILD FOLDER] [windows]    default: build/release; windows: the applicant's windows alone
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=$(cd "${1:-build/release}/bin" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

if [ "${2:-}" = windows ]; then
    "$bin/bench_windows" 300
    LD_PRELOAD=$(find "$bin/.." -name libjz_slow_disk.so) JZ_FAULT_SLOW=15 "$bin/bench_windows" 100
    for rows in 200 1000 10000; do "$bin/bench_table" $rows; done
    "$bin/bench_inputs" inputs large
    "$bin/juanzong-cli" render inputs/large/values.json large.pdf > /dev/null 2>&1
    "$bin/bench_pages" large.pdf
    "$bin/bench_many_pages"
    exit
fi

"$bin/bench_check"
"$bin/bench_results"
"$bin/bench_scans" 20
"$bin/bench_edits"
echo "with every fdatasync slowed to 15 ms:"
LD_PRELOAD=$(find "$bin/.." -name libjz_slow_disk.so) JZ_FAULT_SLOW=15 "$bin/bench_edits" latency
"$bin/bench_windows" 300
LD_PRELOAD=$(find "$bin/.." -name libjz_slow_disk.so) JZ_FAULT_SLOW=15 "$bin/bench_windows" 100
for rows in 200 1000 10000; do "$bin/bench_table" $rows; done

"$bin/bench_inputs" inputs
(cd inputs/full/odt && zip -q -0 ../full.odt mimetype && zip -q -r ../full.odt . -x mimetype)
measure() { "$bin/bench_processes" "$@"; }
measure 3 "render, full dossier / LibreOffice" "$bin/juanzong-cli render inputs/full/values.json full.pdf" \
    -- "soffice --headless --convert-to pdf --outdir $work inputs/full/full.odt"
measure 3 "render, 180 MB in nine files" "$bin/juanzong-cli render inputs/large/values.json large.pdf"
"$bin/bench_pages" large.pdf
"$bin/bench_many_pages"
measure 3 "render, 180 MB in one file" "$bin/juanzong-cli render inputs/one/values.json one.pdf"

measure 3 "attach 100 photos of 5 MB / one thread" "$bin/bench_attach inputs/photos 0" -- "$bin/bench_attach inputs/photos 1"

echo passphrase > passphrase.txt
"$bin/juanzong-cli" identity new --name Bench --out id.p12 --passphrase-file passphrase.txt > /dev/null
mkdir nss && certutil -N -d sql:nss --empty-password
echo > empty.txt
pk12util -i id.p12 -d sql:nss -w passphrase.txt -k empty.txt > /dev/null
nick=$(certutil -L -d sql:nss | awk 'NR > 4 && NF { print $1; exit }')

cli="$bin/juanzong-cli"
keys="--identity id.p12 --passphrase-file passphrase.txt"
pdfsig="pdfsig -nssdir $work/nss"
# sign_both VALUES NAME: NAME-signed.pdf by the applicant, NAME-two.pdf by the recommending body as well
sign_both() {
    "$cli" render "$1" "$2.pdf" > /dev/null 2>&1
    "$cli" sign "$2.pdf" "$2-signed.pdf" --role applicant $keys > /dev/null
    "$cli" sign "$2-signed.pdf" "$2-two.pdf" --role recommender $keys > /dev/null
}

# Sign and verify beside pdfsig, the file growing from 150 KB to 200 MB.
for size in small five large; do
    sign_both "inputs/$size/values.json" "$size"
    ls -l "$size.pdf" | awk '{ print $NF, $5 / 1e6, "MB" }'
    runs=7; [ "$size" = large ] && runs=3
    measure $runs "sign $size / pdfsig -add-signature" "$cli sign $size.pdf out.pdf --role applicant $keys" \
        -- "$pdfsig -nick $nick -add-signature $size.pdf out-pdfsig.pdf"
    measure $runs "verify $size / pdfsig" "$cli verify $size-signed.pdf" -- "$pdfsig $size-signed.pdf"
    measure $runs "verify $size, two signatures / pdfsig" "$cli verify $size-two.pdf" -- "$pdfsig $size-two.pdf"
done

# The same with many objects: the second signature has all of them compared.
for count in 15000 30000 60000; do
    sign_both "inputs/objects-$count/values.json" "objects-$count"
    measure 3 "verify $count objects, two signatures / pdfsig" "$cli verify objects-$count-two.pdf" -- "$pdfsig objects-$count-two.pdf"
done

# 500 dossiers of 5 MB with two signatures, on all cores: twenty, and copies of them.
mkdir many
for i in $(seq 1 20); do
    sign_both "inputs/many/$i/values.json" "inputs/many/$i/paper"
    mv "inputs/many/$i/paper-two.pdf" "many/$i.pdf"
done
"$bin/bench_batch" "verify 500 dossiers, two signatures / pdfsig" many 500 "$cli verify" -- "$pdfsig"

# A bundle of 200 signed dossiers, received by the recommending body.
"$bin/bench_inputs" inputs received
(cd inputs/received && zip -q -0 ../received.zip ./*.pdf)
"$bin/bench_receiving" inputs/received.zip --benchmark_repetitions=5 --benchmark_enable_random_interleaving=true
"$bin/bench_receiving_desk" inputs/received.zip
