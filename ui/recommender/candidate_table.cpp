// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/candidate_table.h"

#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QDrag>
#include <QDragMoveEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

const auto rowMime = u"application/x-juanzong-candidate"_s;
/// Widths in steps of Theme::space().
constexpr std::array<double, CandidateModel::ColumnCount> widths{13, 30, 26, 42, 34, 38, 18, 34, 20, 15, 25, 13, 28};
/// From left to right: what one decides by comes before what one knows.
constexpr std::array<int, CandidateModel::ColumnCount> shownOrder{
    CandidateModel::Place,  CandidateModel::Base,   CandidateModel::Unit,     CandidateModel::State,  CandidateModel::Files,   CandidateModel::Signature, CandidateModel::Problems,
    CandidateModel::Online, CandidateModel::Copies, CandidateModel::Category, CandidateModel::Region, CandidateModel::Contact, CandidateModel::Revision};

} // namespace

CandidateTable::CandidateTable(BatchBoard& board, QWidget* parent) : QTableView(parent), m_board(board), m_model(board), m_filter(m_model)
{
    setObjectName(u"candidates"_s);
    setAccessibleName(say(u"申报书，按推荐顺序", u"Dossiers in ranking order"));
    setAccessibleDescription(say(u"Ctrl+上下键移动，Ctrl+Shift+上下键移动名额线", u"Ctrl with up or down moves a row, with Shift the line of the quota"));
    setModel(&m_filter);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setDragEnabled(board.canWrite());
    setAcceptDrops(board.canWrite());
    setDragDropMode(board.canWrite() ? DragDrop : NoDragDrop);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(Theme::space(9));
    QHeaderView* const head = horizontalHeader();
    head->setSectionsClickable(true);
    head->setHighlightSections(false);
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    for (int i = 0; i < CandidateModel::ColumnCount; ++i)
        setColumnWidth(i, Theme::space(widths[size_t(i)]));
    for (int i = 0; i < CandidateModel::ColumnCount; ++i)
        head->moveSection(head->visualIndex(shownOrder[size_t(i)]), i);
    head->setSectionsMovable(true);
    connect(head, &QHeaderView::sectionClicked, this, &CandidateTable::sortBy);
    connect(head, &QHeaderView::customContextMenuRequested, this, &CandidateTable::chooseColumns);
    connect(&m_filter, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_resetting = true; });
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &CandidateTable::restore);
}

QUuid CandidateTable::current() const
{
    return currentIndex().isValid() ? currentIndex().data(CandidateModel::DossierRole).toUuid() : QUuid();
}

void CandidateTable::setCurrent(const QUuid& dossier)
{
    const QModelIndex index = m_filter.mapFromSource(m_model.index(m_model.rowOf(dossier), CandidateModel::Base));
    if (index.isValid() || m_filter.rowCount() > 0)
        setCurrentIndex(index.isValid() ? index : m_filter.index(0, CandidateModel::Base));
}

void CandidateTable::restore()
{
    if (m_filter.rowCount() > 0)
        setCurrent(m_chosen);
    m_resetting = false;
    if (currentIndex().isValid())
        m_chosen = current();
    Q_EMIT currentCandidateChanged();
    Q_EMIT orderShownChanged();
}

void CandidateTable::search(const QString& words)
{
    m_filter.search(words);
}

bool CandidateTable::isInOrder() const
{
    return m_sorted < 0 && !m_filter.isSearching();
}

void CandidateTable::showOrder()
{
    m_sorted = -1;
    horizontalHeader()->setSortIndicatorShown(false);
    m_filter.sort(-1);
}

void CandidateTable::sortBy(int column)
{
    if (column == CandidateModel::Place)
        return showOrder();
    const bool again = m_sorted == column && horizontalHeader()->sortIndicatorOrder() == Qt::AscendingOrder;
    const Qt::SortOrder order = again ? Qt::DescendingOrder : Qt::AscendingOrder;
    m_sorted = column;
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSortIndicator(column, order);
    m_filter.sort(column, order);
}

void CandidateTable::chooseColumns(const QPoint& at)
{
    QMenu menu(this);
    for (int i = CandidateModel::Base + 1; i < CandidateModel::ColumnCount; ++i) {
        QAction* const action = menu.addAction(m_model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(i));
        connect(action, &QAction::toggled, this, [this, i](bool shown) { setColumnHidden(i, !shown); });
    }
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

QStringList CandidateTable::hiddenColumns() const
{
    QStringList ids;
    for (int i = 0; i < CandidateModel::ColumnCount; ++i)
        if (isColumnHidden(i))
            ids << CandidateModel::columnId(i);
    return ids;
}

void CandidateTable::hideColumns(const QStringList& ids)
{
    for (int i = 0; i < CandidateModel::ColumnCount; ++i)
        setColumnHidden(i, ids.contains(CandidateModel::columnId(i)));
}

void CandidateTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (m_resetting || !current.isValid())
        return;
    m_chosen = this->current();
    Q_EMIT currentCandidateChanged();
}

void CandidateTable::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    const bool moves = step != 0 && event->modifiers().testFlag(Qt::ControlModifier);
    if (!moves)
        return QTableView::keyPressEvent(event);
    if (!m_board.canWrite())
        return;
    if (!isInOrder())
        return; // what moves then is not seen to move
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        Q_EMIT lineWanted(m_board.view().ranking.line + step);
    else if (m_board.view().ranking.place(current()) > 0)
        Q_EMIT moveWanted(current(), m_board.view().ranking.place(current()) + step);
}

void CandidateTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!isInOrder() || !m_board.exists())
        return;
    QPainter painter(viewport());
    const int line = m_board.view().ranking.line;
    const int count = int(m_board.view().ranking.order.size());
    if (count == 0)
        return;
    const int y = line == 0 ? 0 : rowViewportPosition(line - 1) + rowHeight(line - 1);
    painter.setPen(QPen(Theme::colours().accent, Theme::space(0.5)));
    painter.drawLine(0, y, viewport()->width(), y);
    const QString words = say(text(u"以上为推荐（名额 %1）", u"recommended above (quota %1)").arg(QString::number(m_board.quota())));
    painter.setFont(Theme::font(TextStyle::Small));
    const QRect room = QFontMetrics(painter.font()).boundingRect(words).adjusted(-Theme::space(2), 0, Theme::space(2), 0);
    QRect label(QPoint(0, 0), room.size());
    label.moveRight(viewport()->width() - Theme::space(2));
    // Between the words of the two rows, over their edges alone.
    label.moveTop(std::max(0, y - label.height() / 2));
    painter.setBrush(Theme::colours().accent);
    painter.setPen(Qt::NoPen);
    painter.drawRect(label);
    painter.setPen(Theme::colours().onAccent);
    painter.drawText(label, Qt::AlignCenter, words);
}

void CandidateTable::startDrag(Qt::DropActions)
{
    if (!isInOrder() || m_board.view().ranking.place(current()) == 0)
        return;
    auto* const row = new QMimeData;
    row->setData(rowMime, current().toByteArray());
    auto* const drag = new QDrag(this);
    drag->setMimeData(row);
    drag->exec(Qt::MoveAction);
}

void CandidateTable::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasFormat(rowMime))
        event->acceptProposedAction();
    else
        event->ignore(); // files are the desk's
}

void CandidateTable::dragMoveEvent(QDragMoveEvent* event)
{
    if (event->mimeData()->hasFormat(rowMime))
        event->acceptProposedAction();
    else
        event->ignore();
}

int CandidateTable::rowUnder(const QPoint& point) const
{
    const int row = rowAt(point.y());
    if (row < 0)
        return int(m_board.view().ranking.order.size());
    return point.y() > rowViewportPosition(row) + rowHeight(row) / 2 ? row + 1 : row;
}

void CandidateTable::dropEvent(QDropEvent* event)
{
    if (!event->mimeData()->hasFormat(rowMime))
        return event->ignore();
    const QUuid dossier = QUuid::fromString(QString::fromLatin1(event->mimeData()->data(rowMime)));
    const int from = m_board.view().ranking.place(dossier) - 1;
    const int to = rowUnder(event->position().toPoint());
    event->acceptProposedAction();
    Q_EMIT moveWanted(dossier, to > from ? to : to + 1);
}

} // namespace jz::ui
