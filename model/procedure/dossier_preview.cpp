// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/dossier_preview.h"

#include "model/base/sha256.h"
#include "model/dossier/dossier_json.h"
#include "model/exchange/attachment_examination.h"
#include "model/print/dossier_paper.h"
#include "model/print/painter.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/dossier_output.h"
#include "model/reference/reference_data.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// Everything on a page, footer and watermark too.
QString identityOf(const Page& page, const QString& watermark)
{
    QString said = page.fingerprint() + watermark;
    for (const Block& block : page.footer)
        said += u'\n' + block.text;
    return said;
}

} // namespace

DossierPreview::DossierPreview(const CallPack& pack) : m_pack(pack), m_shaper(fontsOf(pack)), m_scratch(std::make_shared<QTemporaryDir>()) {}

AttachmentSource DossierPreview::sourceOf(const Attachment& attachment)
{
    const QString key = u"%1 %2 %3 %4"_s.arg(attachment.path, attachment.pages).arg(attachment.turn).arg(attachment.name);
    const auto known = m_sources.constFind(key);
    if (known != m_sources.constEnd())
        return *known;
    return *m_sources.insert(key, inspectNamed(attachment, m_scratch->path(), {attachment.pages, attachment.turn}));
}

QList<AttachmentEntry> DossierPreview::entriesOf(Dossier& dossier)
{
    QList<AttachmentEntry> entries;
    for (const Section& section : m_pack.sections) {
        for (const Field& field : section.fields) {
            QList<Attachment> usable;
            for (const Attachment& attachment : dossier.attachments.value(field.id)) {
                try {
                    if (!attachment.path.isEmpty())
                        entries << attachmentEntry(field, attachment, sourceOf(attachment));
                    if (!attachment.path.isEmpty())
                        usable << attachment;
                } catch (const Error&) {
                    // A finding says so where the file stands.
                }
            }
            if (dossier.attachments.contains(field.id))
                dossier.attachments[field.id] = usable;
        }
    }
    return entries;
}

std::optional<PreviewedPaper> DossierPreview::print(const Dossier& dossier, bool draft, const std::function<bool()>& isOutdated)
{
    Dossier printed = dossier;
    const QList<AttachmentEntry> entries = entriesOf(printed);
    if (isOutdated())
        return std::nullopt;
    const Paper paper = layoutDossier({m_pack, printed, entries, dossierFingerprint(dossierJson(printed)), divisionName, draft}, m_shaper);
    if (isOutdated())
        return std::nullopt;
    PreviewedPaper made;
    made.pdf = drawPaper(paper, m_shaper);
    for (const Page& page : paper.pages) {
        made.pages << identityOf(page, paper.watermark);
        made.places << page.places;
    }
    made.whole.skeleton = made.pdf;
    for (const AttachmentEntry& entry : entries)
        made.whole.attachments << entry.source;
    made.whole.placements = paper.placements;
    made.whole.bookmarks = paper.bookmarks;
    return made;
}

} // namespace jz
