// SPDX-License-Identifier: Apache-2.0
// Apart from page_map.cpp: who only reads a map needs nothing that draws.
#include "model/pdf/signature_field_names.h"
#include "model/print/page_map.h"
#include "model/print/painter.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString roleOf(const SignatureFieldPlan& field)
{
    return field.name == applicantFieldName() ? u"applicant"_s : u"recommender"_s;
}

bool hasWords(const Page& page, const QRectF& area)
{
    return std::any_of(page.blocks.begin(), page.blocks.end(), [&](const Block& block) {
        return block.kind == Block::Kind::Text && area.intersects(block.rect);
    });
}

/// Hundredths of a millimetre: the same on every machine.
QRectF rounded(const QRectF& rect)
{
    const auto part = [](double mm) { return qRound(mm * 100) / 100.0; };
    return {part(rect.x()), part(rect.y()), part(rect.width()), part(rect.height())};
}

} // namespace

QList<MappedPage> mappedPages(const Paper& paper)
{
    QList<MappedPage> pages;
    for (qsizetype i = 0; i < paper.pages.size(); ++i) {
        const Page& page = paper.pages.at(i);
        MappedPage mapped{page.size, page.fingerprint(), {}, {}, i < paper.formPages, {}};
        for (const Block& block : page.footer) {
            if (block.kind == Block::Kind::Code) {
                mapped.code = block.text;
                mapped.codeRect = rounded(codeSymbol(block));
            }
        }
        for (const SignatureFieldPlan& field : paper.signatureFields) {
            if (field.page == i && hasWords(page, field.rectMm))
                mapped.areas.append({roleOf(field), rounded(field.rectMm)});
        }
        pages.append(mapped);
    }
    return pages;
}

} // namespace jz
