// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"
#include "model/pdf/assembly_plan.h"
#include "model/print/attachment_pages.h"
#include "model/print/text_shaper.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

namespace jz {

/// The print of a dossier as it would come out now.
struct PreviewedPaper
{
    QByteArray pdf;                     ///< all its pages; those of attachments have their headings and footers only
    QStringList pages;                  ///< by page: what it shows, in a form that only equal pages share
    QList<QList<FieldPlace>> places;    ///< by page
    AssemblyPlan whole;                 ///< brings the attachments onto their pages (assemblePdf())
    bool isWhole() const { return whole.placements.isEmpty(); }
};

/// Prints one dossier again and again while it is being filled in: the form as writeDossier() prints it, with the same pages, numbers and
/// fingerprints. Fonts and attachments stay open between two prints, so that one takes a tenth of a second. Lives in one thread.
class DossierPreview
{
public:
    /// The pack must outlive it.
    explicit DossierPreview(const CallPack& pack);

    /// Files of attachments are found by their paths; those without a readable one are left out. None when `isOutdated` says, between two
    /// parts of the work, that nobody wants it any more. Throws Error NotWritable (memory).
    std::optional<PreviewedPaper> print(const Dossier& dossier, bool draft, const std::function<bool()>& isOutdated);

private:
    QList<AttachmentEntry> entriesOf(Dossier& dossier);
    AttachmentSource sourceOf(const Attachment& attachment);

    const CallPack& m_pack;
    TextShaper m_shaper;
    std::shared_ptr<QTemporaryDir> m_scratch;
    QHash<QString, AttachmentSource> m_sources; ///< by content and use
};

} // namespace jz
