// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/panel_intake.h"

#include "model/base/error.h"
#include "model/base/sha256.h"
#include "model/exchange/bundle.h"
#include "model/review/panel_letter.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void noPanel(const QString& bundle)
{
    throw Error(ErrorCode::Unsupported,
                LocalizedText{u"“%1”里没有评审任务书，不是评审包。请用办公室发来的 .jzb 文件。"_s, u"There is no panel letter in “%1”: it is no panel bundle. Use the .jzb file that the office sent."_s}.arg(bundle), bundle);
}

void requirePassphrase(const BundleReader& reader, const QString& bundle)
{
    const Findings& findings = reader.findings();
    if (std::any_of(findings.begin(), findings.end(), [](const Finding& each) { return each.rule == u"bundle.encrypted"; }))
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"评审包“%1”有口令。请把办公室电话告知的口令存入文件，用 --bundle-passphrase-file 给出。"_s,
                                  u"The bundle “%1” has a passphrase. Put what the office told by telephone into a file and name it with --bundle-passphrase-file."_s}
                        .arg(bundle),
                    bundle);
}

} // namespace

UnpackedPanel unpackPanel(const QString& bundle, const Passphrase* passphrase)
{
    const BundleReader reader(bundle, {}, passphrase);
    if (!passphrase)
        requirePassphrase(reader, bundle);
    UnpackedPanel unpacked;
    unpacked.scratch = std::make_shared<QTemporaryDir>();
    const QList<BundleEntry>& entries = reader.entries();
    const auto extracted = [&](qsizetype i) {
        const QString path = unpacked.scratch->filePath(u"%1.pdf"_s.arg(i));
        try {
            reader.extract(i, path);
        } catch (const Error& error) {
            throw Error(error.code(), error.message(), bundle, error.detail());
        }
        return path;
    };
    qsizetype letter = -1;
    for (qsizetype i = 0; i < entries.size() && letter < 0; ++i) {
        if (!entries.at(i).name.endsWith(u".pdf"_s, Qt::CaseInsensitive))
            continue;
        const QString path = extracted(i);
        if (isPanelLetter(path) || i == 0) { // the letter comes first: what is wrong with it is said
            unpacked.panel = readPanelLetter(path).panel;
            unpacked.letter = path;
            letter = i;
        }
    }
    if (letter < 0)
        noPanel(bundle);
    for (const PanelDossier& each : unpacked.panel.dossiers) {
        const auto found = std::find_if(entries.begin(), entries.end(), [&](const BundleEntry& entry) { return entry.name == each.file; });
        const QString path = found == entries.end() ? QString() : extracted(found - entries.begin());
        if (path.isEmpty() || sha256OfFile(path) != each.sha256)
            throw Error(ErrorCode::Malformed,
                        (path.isEmpty() ? LocalizedText{u"评审包“%1”缺少“%2”，没有读入。请向办公室重新索取。"_s, u"The bundle “%1” lacks “%2”; it was not taken in. Ask the office for it again."_s}
                                        : LocalizedText{u"评审包“%1”里的“%2”不是任务书所列的文件，没有读入。请向办公室重新索取。"_s, u"“%2” in the bundle “%1” is not the file that the letter names; it was not taken in. Ask the office for it again."_s})
                            .arg(bundle, each.file),
                        bundle, each.file);
        unpacked.papers << path;
    }
    return unpacked;
}

} // namespace jz
