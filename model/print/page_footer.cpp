// SPDX-License-Identifier: Apache-2.0
#include "model/print/page_footer.h"

#include "model/base/sha256.h"
#include "model/print/page_code.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr double zone = 33;       ///< height of the footer, from the bottom edge of the page
constexpr double leftEdge = 28;
constexpr double rightEdge = 26;
constexpr double smallCode = 18;
constexpr double largeCode = 24;
constexpr double lineHeight = 4.6;
const TextStyle lineStyle{FontRole::Song, 9, 13, Align::Left, 0};

/// Groups of `size` characters joined by hyphens.
QString grouped(const QString& text, int size)
{
    QStringList groups;
    for (int i = 0; i < text.size(); i += size)
        groups << text.mid(i, size);
    return groups.join(u'-');
}

} // namespace

void addFooters(Paper& paper, const FooterContent& content)
{
    const QString id = shortId(content.id);
    for (qsizetype i = 0; i < paper.pages.size(); ++i) {
        Page& page = paper.pages[i];
        const bool full = i == 0 || page.bearsSignature;
        PageCode code{id, content.revision, int(i) + 1, page.fingerprint(), {}};
        if (full)
            code.dataFingerprint = base32(content.dataFingerprint.left(10));
        const auto words = [&](const char* name) { return content.words.value(QLatin1String(name)).toString(); };
        QStringList lines{
            words("page").replace(u"{page}"_s, QString::number(i + 1)).replace(u"{pages}"_s, QString::number(paper.pages.size())),
            words("id").replace(u"{id}"_s, grouped(id, 5)) + u"　"
                + words("revision").replace(u"{revision}"_s, QString::number(content.revision)),
            words("pageFingerprint").replace(u"{fingerprint}"_s, grouped(code.pageFingerprint, 4))};
        if (full)
            lines << words("fingerprint").replace(u"{fingerprint}"_s, QString::fromLatin1(content.dataFingerprint.toHex().left(8)));
        const double size = full ? largeCode : smallCode;
        const double top = page.size.height() - zone;
        double y = top + 1;
        for (const QString& line : lines) {
            page.footer << Block{Block::Kind::Text, QRectF(leftEdge, y, 110, lineHeight), line, lineStyle, 0, {}};
            y += lineHeight;
        }
        const QRectF square(page.size.width() - rightEdge - size, top, size, size);
        page.footer << Block{Block::Kind::Code, square, code.text(), {}, 0, {}};
    }
}

} // namespace jz
