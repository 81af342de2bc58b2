// SPDX-License-Identifier: Apache-2.0
// What a verdict says in words (windows.md): one sentence on the file, one on the unit's signature, and what to do.
#pragma once

#include "model/procedure/paper_verification.h"
#include "ui/desk/message_bar.h"

namespace jz::ui {

/// A sentence and how much it weighs.
struct VerdictLine
{
    BarMessage::Kind kind = BarMessage::Kind::Hint;
    QString text;
};

struct VerdictWords
{
    VerdictLine file;   ///< is it whole, was it changed since
    VerdictLine seal;   ///< 签章: by whom, and is that trusted; ink that was scanned
    QString remedy;     ///< what to ask the sender for; empty when there is nothing to ask
};

VerdictWords wordsOf(const PaperReport& report);

/// What to write to the sender of `file`: what is the matter with it and what he is asked for. Empty when there is nothing to ask.
QString wordsForSender(const PaperReport& report, const QString& file);

/// The first signature whose signer could be trusted from here on: intact, and its certificate not listed. Null when there is none.
const SignatureReport* untrustedSignature(const PaperReport& report);

/// Everything that is known, for who wants to know: each signature, what changed, text against data, the ink. Rich text whose
/// words are the report's; nothing in it is a link.
QString verdictDetails(const PaperReport& report);

} // namespace jz::ui
