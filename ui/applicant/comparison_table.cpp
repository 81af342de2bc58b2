// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/comparison_table.h"

#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextDocument>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int htmlRole = Qt::UserRole;
constexpr int choiceRole = Qt::UserRole + 1; ///< whether the cell can be chosen

QString htmlOf(const QString& text)
{
    return text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

QString htmlOf(const ComparedText& compared)
{
    const Colours& colours = Theme::colours();
    QString html;
    for (const TextPiece& piece : compared.pieces) {
        if (piece.kind == TextPiece::Kind::Same)
            html += htmlOf(piece.text);
        else if (piece.kind == TextPiece::Kind::Gone)
            html += u"<span style='background:%1;color:%2;text-decoration:line-through'>%3</span>"_s.arg(
                colours.errorSoft.name(), colours.error.name(), htmlOf(piece.text));
        else
            html += u"<span style='background:%1;color:%2;text-decoration:underline'>%3</span>"_s.arg(
                colours.goodSoft.name(), colours.good.name(), htmlOf(piece.text));
    }
    return html;
}

/// Draws marked text, and in cells that can be chosen whether they are.
class ComparedDelegate : public QStyledItemDelegate
{
public:
    explicit ComparedDelegate(QTableWidget* table) : QStyledItemDelegate(table), m_table(table) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const int width = m_table->columnWidth(index.column());
        QTextDocument document;
        lay(document, index, width);
        return {width, int(document.size().height()) + 2 * Theme::space(1)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& colours = Theme::colours();
        const bool chosen = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        painter->save();
        painter->fillRect(option.rect, chosen ? colours.accentSoft : colours.surface);
        painter->translate(option.rect.topLeft());
        if (index.data(choiceRole).toBool())
            painter->drawPixmap(Theme::space(2), Theme::space(1.5),
                                iconPixmap(chosen ? u"good" : u"circle", Theme::space(4), chosen ? colours.accent : colours.quiet,
                                           m_table->devicePixelRatioF()));
        QTextDocument document;
        lay(document, index, option.rect.width());
        painter->translate(left(index), Theme::space(1));
        document.drawContents(painter, QRectF(0, 0, option.rect.width(), option.rect.height()));
        painter->restore();
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(colours.accent, 2));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
    }

    /// The table chooses, one cell of a row; no cell is ticked by itself.
    bool editorEvent(QEvent*, QAbstractItemModel*, const QStyleOptionViewItem&, const QModelIndex&) override { return false; }

private:
    static int left(const QModelIndex& index) { return index.data(choiceRole).toBool() ? Theme::space(8) : Theme::space(2); }

    static void lay(QTextDocument& document, const QModelIndex& index, int width)
    {
        document.setDefaultFont(Theme::font(TextStyle::Body));
        document.setDocumentMargin(0);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        document.setDefaultTextOption(option);
        document.setHtml(u"<span style='color:%1'>%2</span>"_s.arg(Theme::colours().text.name(), index.data(htmlRole).toString()));
        document.setTextWidth(qMax(Theme::space(10), width - left(index) - Theme::space(2)));
    }

    QTableWidget* m_table;
};

} // namespace

ComparedText ComparedText::plain(const QString& text)
{
    return text.isEmpty() ? ComparedText{} : ComparedText{{{TextPiece::Kind::Same, text}}};
}

ComparedText ComparedText::before(const QString& was, const QString& now)
{
    ComparedText compared{textDifference(was, now)};
    compared.pieces.removeIf([](const TextPiece& piece) { return piece.kind == TextPiece::Kind::Came; });
    return compared;
}

ComparedText ComparedText::after(const QString& was, const QString& now)
{
    ComparedText compared{textDifference(was, now)};
    compared.pieces.removeIf([](const TextPiece& piece) { return piece.kind == TextPiece::Kind::Gone; });
    return compared;
}

QString ComparedText::text() const
{
    QString all;
    for (const TextPiece& piece : pieces)
        all += piece.text;
    return all;
}

ComparisonTable::ComparisonTable(const QStringList& headers, QWidget* parent) : QTableWidget(0, int(headers.size()) + 1, parent)
{
    setHorizontalHeaderLabels(QStringList{say(u"栏目", u"Field")} + headers);
    setItemDelegate(new ComparedDelegate(this));
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Interactive);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    setColumnWidth(0, Theme::space(44));
    connect(this, &QTableWidget::cellDoubleClicked, this, [this](int row, int column) {
        if (!canChoose(model()->index(row, column)))
            Q_EMIT placeWanted(row);
    });
}

void ComparisonTable::clearRows()
{
    setRowCount(0);
}

void ComparisonTable::addRow(const QString& place, const QString& remark, const QList<ComparedText>& texts)
{
    const int row = rowCount();
    insertRow(row);
    auto* const name = new QTableWidgetItem(remark.isEmpty() ? place : QString(place + u'\n' + remark));
    QString html = u"<b>"_s + htmlOf(place) + u"</b>"_s;
    if (!remark.isEmpty())
        html += u"<br><span style='color:%1'>▲ %2</span>"_s.arg(Theme::colours().warning.name(), htmlOf(remark));
    name->setData(htmlRole, html);
    setItem(row, 0, name);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QString words = texts.at(i).text();
        auto* const cell = new QTableWidgetItem(words.isEmpty() ? say(u"（空）", u"(empty)") : words);
        cell->setData(htmlRole, words.isEmpty() ? u"<span style='color:%1'>%2</span>"_s.arg(Theme::colours().quiet.name(), cell->text())
                                                : htmlOf(texts.at(i)));
        const bool choice = m_choiceFrom >= 0 && i + 1 >= m_choiceFrom;
        cell->setData(choiceRole, choice);
        if (choice)
            cell->setCheckState(Qt::Unchecked);
        setItem(row, int(i) + 1, cell);
    }
}

void ComparisonTable::setChosen(int row, int column)
{
    for (int each = qMax(0, m_choiceFrom); each < columnCount(); ++each)
        item(row, each)->setCheckState(each == column ? Qt::Checked : Qt::Unchecked);
}

int ComparisonTable::chosen(int row) const
{
    for (int each = qMax(0, m_choiceFrom); each < columnCount(); ++each)
        if (item(row, each)->checkState() == Qt::Checked)
            return each;
    return -1;
}

void ComparisonTable::fit()
{
    resizeRowsToContents();
}

bool ComparisonTable::canChoose(const QModelIndex& index) const
{
    return index.isValid() && index.data(choiceRole).toBool();
}

void ComparisonTable::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex index = currentIndex();
    if (event->key() == Qt::Key_Space && canChoose(index)) {
        setChosen(index.row(), index.column());
        Q_EMIT choiceMade(index.row(), index.column());
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && index.isValid()) {
        Q_EMIT placeWanted(index.row());
    } else {
        QTableWidget::keyPressEvent(event);
    }
}

void ComparisonTable::mouseReleaseEvent(QMouseEvent* event)
{
    QTableWidget::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !canChoose(index))
        return;
    setChosen(index.row(), index.column());
    Q_EMIT choiceMade(index.row(), index.column());
}

void ComparisonTable::showEvent(QShowEvent* event)
{
    // Rows that came before the columns had their widths were measured for other ones.
    fit();
    QTableWidget::showEvent(event);
}

void ComparisonTable::resizeEvent(QResizeEvent* event)
{
    QTableWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
}

} // namespace jz::ui
