// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/text_comparison.h"

#include "model/dossier/dossier_json.h"
#include "model/pdf/embedded_files.h"
#include "model/pdf/page_text.h"
#include "model/print/page_map.h"
#include "model/procedure/ink_report.h"
#include "model/procedure/text_matcher.h"
#include "model/reference/reference_data.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostProblems = 50;
constexpr qint64 largestAttachment = 250'000'000;

/// The footer of a page as one pattern over text without blanks; numbers and fingerprints may be any.
QRegularExpression footerPattern(const CallPack& pack)
{
    const QJsonObject words = pack.print.value(u"footer"_s).toObject();
    const auto line = [&words](const char* name) {
        QString text = QRegularExpression::escape(withoutBlanks(words.value(QLatin1String(name)).toString()));
        static const QRegularExpression placeholder(u"\\\\\\{[a-z]+\\\\\\}"_s);
        return text.replace(placeholder, u"[0-9A-Za-z-]+"_s);
    };
    return QRegularExpression(line("page") + line("id") + line("revision") + line("pageFingerprint") + u"(?:"
                              + line("fingerprint") + u")?$");
}

class Comparison
{
public:
    Comparison(const PdfStructure& paper, const Dossier& dossier, const CallPack& pack)
        : m_structure(paper), m_reader(paper), m_dossier(dossier), m_pack(pack)
    {
    }

    TextComparison run()
    {
        readPages();
        if (m_readable) {
            compareText();
            m_result.matches = !m_differs;
        }
        compareAttachments();
        if (m_differs)
            m_result.matches = false;
        return m_result;
    }

private:
    void add(QLatin1StringView code, const LocalizedText& detail)
    {
        if (m_result.problems.size() < mostProblems)
            m_result.problems.append(makeProblem(code, {}, detail));
    }

    void readPages()
    {
        const QRegularExpression footer = footerPattern(m_pack);
        const QString contents = withoutBlanks(m_pack.print.value(u"contentsTitle"_s).toString());
        const int count = m_reader.pageCount();
        for (int i = 0; i < count; ++i) {
            PageText page = m_reader.page(i);
            const bool isScan = page.runs.isEmpty() && page.pictures > 0;
            if (isScan || !page.isComplete || page.compact().contains(QChar(QChar::ReplacementCharacter))) {
                add(problem::textNotComparable, number(i));
                m_readable = m_readable && isScan && i > 0;
                // Scanned pages stand behind the form; what follows them is no text of ours.
                if (isScan)
                    break;
                continue;
            }
            if (!contents.isEmpty() && withoutBlanks(page.compact()).startsWith(contents)) {
                readContents(i);
                break;
            }
            nameUnseen(page, i);
            QString text = withoutBlanks(page.compact());
            const QRegularExpressionMatch match = footer.match(text);
            if (match.hasMatch())
                text.truncate(match.capturedStart());
            m_pages.append(text);
        }
        m_readable = m_readable && !m_pages.isEmpty();
    }

    /// The list of attachments: a page with its title, then pages that begin with the columns' names again.
    void readContents(int first)
    {
        QString columns;
        for (const QJsonValue& column : m_pack.print.value(u"contentsColumns"_s).toArray())
            columns += withoutBlanks(column.toString());
        QString text = withoutBlanks(m_reader.page(first).compact());
        for (int i = first + 1; !text.isEmpty() && (i == first + 1 || text.startsWith(columns)); ++i) {
            m_contents += text;
            text = columns.isEmpty() ? QString() : withoutBlanks(m_reader.page(i).compact());
        }
    }

    static LocalizedText number(int page)
    {
        return {u"第 %1 页"_s.arg(page + 1), u"page %1"_s.arg(page + 1)};
    }

    /// Names what the eye does not see, and takes it out of the text that is compared.
    void nameUnseen(PageText& page, int index)
    {
        const auto unseen = [](const TextRun& run) {
            return run.isInvisible || run.isWhite || run.isOutside || run.isCovered;
        };
        QString hidden;
        for (const TextRun& run : page.runs)
            hidden += unseen(run) ? run.text : QString();
        page.runs.removeIf(unseen);
        if (!hidden.trimmed().isEmpty()) {
            const QString excerpt = hidden.left(40);
            const LocalizedText where = number(index);
            add(problem::textInvisible, {where.zh + u"：" + excerpt, where.en + u": " + excerpt});
            m_differs = true;
        }
        for (const QString& font : page.fontsNotEmbedded) {
            if (!m_fonts.contains(font))
                add(problem::fontNotEmbedded, {font, font});
            m_fonts.append(font);
        }
    }

    void compareText()
    {
        const QList<PrintedRow> rows = printedRows({m_pack, m_dossier, {}, QByteArray(32, '\0'), divisionName, false});
        for (const TextMatcher::Mismatch& mismatch : TextMatcher(m_pages).compare(rows)) {
            m_differs = true;
            const LocalizedText where = number(mismatch.page - 1);
            const QString label = labelOf(mismatch.field);
            if (mismatch.expected.isEmpty())
                add(problem::textForeign, {where.zh + u"：" + mismatch.found, where.en + u": " + mismatch.found});
            else
                add(problem::textDiffers,
                    {u"%1，%2：数据为“%3”，页面为“%4”"_s.arg(where.zh, label, mismatch.expected, mismatch.found),
                     u"%1, %2: the data say “%3”, the page says “%4”"_s.arg(where.en, label, mismatch.expected,
                                                                             mismatch.found)});
        }
    }

    QString labelOf(const QString& id) const
    {
        for (const Section& section : m_pack.sections) {
            for (const Field& field : section.fields) {
                if (field.id == id)
                    return field.label;
            }
        }
        return id.isEmpty() ? u"—"_s : id;
    }

    void compareAttachments()
    {
        QMap<QString, EmbeddedFileDigest> unlisted;
        for (const EmbeddedFileDigest& file : EmbeddedFiles(m_structure).digests(largestAttachment))
            unlisted.insert(file.name, file);
        for (const QString& own : {dossierDataName(), pageMapName(), inkReportName()})
            unlisted.remove(own);
        for (const QList<Attachment>& attachments : m_dossier.attachments) {
            for (const Attachment& attachment : attachments) {
                const auto file = unlisted.find(attachment.name);
                const bool isListed = m_contents.isEmpty() || m_contents.contains(withoutBlanks(attachment.name));
                if (file == unlisted.end() || file->size != attachment.size || file->sha256 != attachment.sha256
                    || !isListed)
                    differ(attachment.name);
                unlisted.remove(attachment.name);
            }
        }
        for (const QString& name : unlisted.keys())
            differ(name);
    }

    void differ(const QString& name)
    {
        m_differs = true;
        add(problem::attachmentDiffers, {name, name});
    }

    const PdfStructure& m_structure;
    PageTextReader m_reader;
    const Dossier& m_dossier;
    const CallPack& m_pack;
    TextComparison m_result;
    QStringList m_pages;
    QString m_contents; ///< the pages with the list of attachments
    QStringList m_fonts;
    bool m_readable = true;
    bool m_differs = false;
};

} // namespace

TextComparison compareTextWithData(const PdfStructure& paper, const Dossier& dossier, const CallPack& pack)
{
    return Comparison(paper, dossier, pack).run();
}

} // namespace jz
