#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Other programs as judges of our signatures, and as programs that append to our papers: PDFBox (with Bouncy Castle) and
# pdfsig. Needs packages-long.txt.
#   tests/judges/run.sh [BUILD FOLDER]    default: build/dev
set -euo pipefail
cd "$(dirname "$0")/../.."
cli="$(cd "${1:-build/dev}/bin" && pwd)/juanzong-cli"
judge="$PWD/tests/judges/PdfBoxJudge.java"
values="$PWD/resources/samples/sample-values.json"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

jars=$(printf '/usr/share/java/%s.jar:' pdfbox2 fontbox2 commons-logging bcprov bcpkix bcutil)
javac -cp "$jars" -d classes "$judge" 2> javac.log
pdfbox() { java -cp "$jars:classes" PdfBoxJudge "$@" 2>> pdfbox.log; }
failures=0
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }

# FILE COUNT: so many signatures, each intact for PDFBox and for pdfsig.
confirm() {
    local said
    said=$(pdfbox verify "$1") && grep -q "^$2 signatures$" <<< "$said" || fail "PDFBox on $1: $said"
    [ "$(pdfsig -nocert "$1" | grep -c 'Signature is Valid\.')" = "$2" ] || fail "pdfsig on $1"
    "$cli" verify "$1" --json > verdict.json && grep -q '"verdict": "untrusted"' verdict.json || fail "our verdict on $1"
    echo "confirmed by PDFBox and pdfsig: $1, $2 signatures"
}
# IN OUT ROLE IDENTITY
sign() { "$cli" sign "$1" "$2" --role "$3" --identity "$4.p12" --passphrase-file passphrase.txt > sign.log 2>&1; }
# The same, to be refused; the reason is shown.
refused() {
    if sign "$@"; then fail "$1 was countersigned"; else echo "refused: $1: $(grep -v 详情 sign.log | tail -n 1)"; fi
    [ ! -e "$2" ] || fail "$2 was written"
}
# A verdict of ours that is expected.
verdict() {
    "$cli" verify "$1" --json > verdict.json || true
    grep -q "\"verdict\": \"$2\"" verdict.json || fail "$1 is not $2: $(grep -E '"(verdict|code)"' verdict.json | tr -d '\n')"
}

echo "a passphrase" > passphrase.txt
for unit in applicant first second; do
    "$cli" identity new --name "$unit" --out "$unit.p12" --passphrase-file passphrase.txt > /dev/null
done
"$cli" render "$values" final.pdf > /dev/null 2>&1

sign final.pdf one.pdf applicant applicant
confirm one.pdf 1
sign one.pdf two.pdf recommender first
confirm two.pdf 2
sign two.pdf three.pdf recommender second
confirm three.pdf 3

# PDFBox is a judge that can say no: one byte of the first revision bent.
python3 -c 'd = bytearray(open("three.pdf", "rb").read()); d[3000] ^= 1; open("bent.pdf", "wb").write(d)'
pdfbox verify bent.pdf > /dev/null && fail "PDFBox accepts a bent file"

# PDFBox appended a date: countersigning goes on.
pdfbox append one.pdf dated.pdf
verdict dated.pdf untrusted
sign dated.pdf dated-two.pdf recommender first || fail "not countersigned after PDFBox: $(cat sign.log)"
confirm dated-two.pdf 2
# … before anybody signed, too.
pdfbox append final.pdf dated-final.pdf
sign dated-final.pdf dated-one.pdf applicant applicant || fail "not signed after PDFBox: $(cat sign.log)"
confirm dated-one.pdf 1
# PDFBox appended a note: nobody is to lend his name to that.
pdfbox note one.pdf noted.pdf
verdict noted.pdf modified
refused noted.pdf noted-two.pdf recommender first

mkdir nss && certutil -N -d sql:nss --empty-password
echo > empty.txt
pk12util -i first.p12 -d sql:nss -w passphrase.txt -k empty.txt > /dev/null
nick=$(certutil -L -d sql:nss | awk 'NR > 4 && NF { print $1; exit }')
# pdfsig signed a field that we reserved: a signature like ours.
pdfsig -nssdir sql:nss -nick "$nick" -etsi -sign Recommender1 one.pdf poppler-two.pdf > pdfsig.log 2>&1
verdict poppler-two.pdf untrusted
sign poppler-two.pdf poppler-three.pdf recommender second || fail "not countersigned after pdfsig: $(cat sign.log)"
confirm poppler-three.pdf 3
# pdfsig added a field of its own: more than our papers permit.
pdfsig -nssdir sql:nss -nick "$nick" -add-signature -new-signature-field-name Extra one.pdf poppler-added.pdf > pdfsig.log 2>&1
verdict poppler-added.pdf modified
refused poppler-added.pdf poppler-added-two.pdf recommender second
# … and before the applicant, who is to be the first.
pdfsig -nssdir sql:nss -nick "$nick" -add-signature -new-signature-field-name Extra final.pdf poppler-first.pdf > pdfsig.log 2>&1
refused poppler-first.pdf poppler-first-one.pdf applicant applicant

[ "$failures" = 0 ] && echo "all judges agree"
