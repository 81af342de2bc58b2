// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/resaved_paper.h"

#include "model/base/error.h"
#include "model/call/call_pack_reader.h"
#include "model/pdf/page_text.h"
#include "model/pdf/pdf_info.h"
#include "model/print/printed_parts.h"

#include <QJsonObject>
#include <QRegularExpression>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int pagesLookedAt = 5;

/// The words of the footer that name a paper: its id and revision.
QRegularExpression identityPattern(const CallPack& pack)
{
    const QJsonObject words = pack.print.value(u"footer"_s).toObject();
    const auto line = [&words](const char* name, const QString& placeholder, const QString& pattern) {
        const QString text = QRegularExpression::escape(withoutBlanks(words.value(QLatin1String(name)).toString()));
        return QString(text).replace(QRegularExpression::escape(placeholder), pattern);
    };
    return QRegularExpression(line("id", u"{id}"_s, u"([A-Z2-7]{5}-[A-Z2-7]{5})"_s)
                              + line("revision", u"{revision}"_s, u"(\\d{1,2})"_s));
}

} // namespace

LocalizedText ResavedPaper::words() const
{
    const QString by = producer.isEmpty() ? QString() : QString(u"，"_s + producer);
    const QString byEnglish = producer.isEmpty() ? QString() : QString(u", "_s + producer);
    return {u"编号 %1，第 %2 稿%3"_s.arg(id, revision, by), u"id %1, revision %2%3"_s.arg(id, revision, byEnglish)};
}

std::optional<ResavedPaper> recognisedCopy(const PdfStructure& structure)
{
    try {
        PageTextReader pages(structure);
        for (int i = 0; i < std::min(pages.pageCount(), pagesLookedAt); ++i) {
            const QString text = withoutBlanks(pages.page(i).compact());
            for (const QString& id : builtInCallPackIds()) {
                const QRegularExpressionMatch match = identityPattern(builtInCallPack(id)).match(text);
                if (match.hasMatch())
                    return ResavedPaper{match.captured(1), match.captured(2), pdfInfo(structure.source().name()).producer};
            }
        }
    } catch (const Error&) {
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<ResavedPaper> recognisedCopy(const QString& path)
{
    try {
        const FileBytes source(path);
        return recognisedCopy(PdfStructure(source));
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace jz
