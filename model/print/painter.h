// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/block.h"
#include "model/print/text_shaper.h"

#include <QImage>

namespace jz {

/// Draws a paper as PDF with Cairo: vector text with embedded subset fonts, codes as filled squares, the
/// watermark as outlines below everything (so that it is not part of the text). Attachment pages show
/// heading and footer only: model/pdf places their content. A picture hides the watermark there, so it stands
/// once more in their footer, small.
///
/// The bytes are the same for the same paper and fonts. Throws Error NotWritable when Cairo fails (memory).
QByteArray drawPaper(const Paper& paper, TextShaper& shaper);

/// The dark modules of a code block: its rectangle without the quiet zone, mm.
QRectF codeSymbol(const Block& block);

/// Draws the blocks of one page as a picture on white, as a scanner would see it.
QImage drawPageImage(const Page& page, double dotsPerInch, TextShaper& shaper);

} // namespace jz
