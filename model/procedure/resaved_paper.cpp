// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/resaved_paper.h"

#include "model/base/error.h"
#include "model/call/call_pack_reader.h"
#include "model/pdf/page_text.h"
#include "model/pdf/pdf_info.h"
#include "model/print/paper_words.h"
#include "model/print/printed_parts.h"

#include <QJsonObject>
#include <QRegularExpression>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int pagesLookedAt = 5;

/// The words of the footer that name a paper: its id, and which draft it is or the number of a participants' list.
QRegularExpression identityPattern(const CallPack& pack)
{
    const QJsonObject words = pack.print.value(u"footer"_s).toObject();
    const auto pattern = [](const QString& line, const QString& placeholder, const QString& value) {
        return QRegularExpression::escape(withoutBlanks(line)).replace(QRegularExpression::escape(placeholder), value);
    };
    const QString number = u"(\\d{1,2})"_s;
    return QRegularExpression(pattern(words.value(u"id"_s).toString(), u"{id}"_s, u"([A-Z2-7]{5}-[A-Z2-7]{5})"_s) + u"(?:"
                              + pattern(words.value(u"revision"_s).toString(), u"{revision}"_s, number) + u'|'
                              + pattern(participantsNumber(pack), u"{revision}"_s, number) + u')');
}

} // namespace

LocalizedText ResavedPaper::words() const
{
    const QString by = producer.isEmpty() ? QString() : QString(u"，"_s + producer);
    const QString byEnglish = producer.isEmpty() ? QString() : QString(u", "_s + producer);
    return isList ? LocalizedText{u"参与方名单，编号 %1，第 %2 号%3"_s.arg(id, revision, by),
                                  u"participants' list, id %1, number %2%3"_s.arg(id, revision, byEnglish)}
                  : LocalizedText{u"编号 %1，第 %2 稿%3"_s.arg(id, revision, by), u"id %1, revision %2%3"_s.arg(id, revision, byEnglish)};
}

std::optional<ResavedPaper> recognisedCopy(const PdfStructure& structure)
{
    try {
        PageTextReader pages(structure);
        for (int i = 0; i < std::min(pages.pageCount(), pagesLookedAt); ++i) {
            const QString text = withoutBlanks(pages.page(i).compact());
            for (const QString& id : builtInCallPackIds()) {
                // A print for reading has footers like these and never had data.
                if (text.contains(withoutBlanks(readingPurpose(builtInCallPack(id)))))
                    return std::nullopt;
                const QRegularExpressionMatch match = identityPattern(builtInCallPack(id)).match(text);
                const bool isList = !match.captured(3).isEmpty();
                if (match.hasMatch())
                    return ResavedPaper{match.captured(1), match.captured(isList ? 3 : 2), isList,
                                        pdfInfo(structure.source().name()).producer};
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
