// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/text_shaper.h"
#include "model/review/panel.h"
#include "model/signature/identity.h"

#include "model/call/call_pack.h"

namespace jz {

/// Lays out the panel letter (评审任务书): who is asked to judge what until when, the dossiers with their hosts and the people named in them, what is promised,
/// how to go about it. Words: `paper.panelLetter` of the pack, where it has any. A pure function of content and fonts. `id` is of the paper.
Paper layoutPanelLetter(const Panel& panel, const CallPack& pack, const QUuid& id, TextShaper& shaper);
/// 评审任务书
QString panelLetterTitle(const CallPack& pack);

/// A panel letter as it came in a file.
struct ReceivedPanel
{
    Panel panel;
    QString sender; ///< of the delivery mark
};

/// Writes the letter with the panel's data inside, closed by the delivery mark. `out` appears whole or not at all. Throws Error as writeDataPaper().
void writePanelLetter(const Panel& panel, const CallPack& pack, const Identity& deliveryKey, const QString& out);

/// Whether a file is a PDF with a panel's data inside; says nothing about whether it is whole.
bool isPanelLetter(const QString& path);
/// Reads a letter. Any file may be given: errors as readClosedData() and parsePanel().
ReceivedPanel readPanelLetter(const QString& path);

} // namespace jz
