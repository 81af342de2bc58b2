// SPDX-License-Identifier: Apache-2.0
#include "ui/form/row_table_view.h"

#include "model/dossier/value_reader.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include <set>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double mostHeight = 96; ///< in steps of Theme::space(): so that the whole table is seen in the smallest window

bool isEnter(const QKeyEvent* event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

} // namespace

RowTableView::RowTableView(RowTableModel& model, QWidget* parent) : QTableView(parent), m_model(model)
{
    setModel(&model);
    model.setParent(this);
    setProperty("cells", true);
    setWordWrap(true);
    setSelectionMode(ContiguousSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed | SelectedClicked);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setCornerButtonEnabled(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setSectionsMovable(true);
    verticalHeader()->setFirstSectionMovable(true);
    verticalHeader()->setDefaultAlignment(Qt::AlignCenter);
    verticalHeader()->setMinimumSectionSize(Theme::space(8));
    connect(verticalHeader(), &QHeaderView::sectionMoved, this, [this](int, int from, int to) { followDrag(from, to); });
    connect(verticalHeader(), &QHeaderView::sectionResized, this, &QWidget::updateGeometry);
    connect(verticalHeader(), &QHeaderView::sectionCountChanged, this, &QWidget::updateGeometry);
    verticalHeader()->viewport()->setAccessibleName(say(u"行号", u"Row numbers"));
    horizontalHeader()->viewport()->setAccessibleName(say(u"列名", u"Column names"));
}

QSize RowTableView::sizeHint() const
{
    const int rows = qMax(verticalHeader()->length(), Theme::space(8));
    const int whole = rows + horizontalHeader()->sizeHint().height() + 2 * frameWidth();
    return {Theme::space(60), qMin(whole, Theme::space(mostHeight * 100 / Theme::textPercent()))};
}

QList<int> RowTableView::selectedRows() const
{
    std::set<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedIndexes())
        rows.insert(index.row());
    if (rows.empty() && currentIndex().isValid())
        rows.insert(currentIndex().row());
    QList<int> filled;
    for (const int row : rows)
        if (!m_model.isTail(row))
            filled << row;
    return filled;
}

void RowTableView::goTo(int row, int column)
{
    const QModelIndex index = m_model.index(qBound(0, row, m_model.rowCount() - 1), qBound(0, column, m_model.columnCount() - 1));
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

void RowTableView::goOn(bool forward)
{
    const QModelIndex at = currentIndex();
    const int columns = m_model.columnCount();
    const int next = at.row() * columns + at.column() + (forward ? 1 : -1);
    const bool ends = forward ? next >= m_model.rowCount() * columns || (!m_model.isReadOnly() && m_model.isTail(at.row())) : next < 0;
    if (!at.isValid() || ends)
        QAbstractScrollArea::focusNextPrevChild(forward);
    else
        goTo(next / columns, next % columns);
}

void RowTableView::goBy(int rows)
{
    goTo(currentIndex().row() + rows, currentIndex().column());
}

bool RowTableView::edit(const QModelIndex& index, EditTrigger trigger, QEvent* event)
{
    // A click that gives the table the focus chooses a cell; only the next one writes in it.
    m_replacing = trigger == AnyKeyPressed;
    const bool opened = QTableView::edit(index, trigger, event);
    m_replacing = false;
    return opened;
}

bool RowTableView::commandFor(const QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    std::optional<TableCommand> command;
    if (event->matches(QKeySequence::Copy))
        command = TableCommand::Copy;
    else if (event->matches(QKeySequence::Cut))
        command = TableCommand::Cut;
    else if (event->matches(QKeySequence::Paste))
        command = TableCommand::Paste;
    else if (modifiers == Qt::ControlModifier && isEnter(event))
        command = TableCommand::AddRow;
    else if (modifiers == Qt::ControlModifier && (event->key() == Qt::Key_Minus || event->key() == Qt::Key_Delete))
        command = TableCommand::RemoveRows;
    else if (modifiers == Qt::AltModifier && event->key() == Qt::Key_Up)
        command = TableCommand::MoveUp;
    else if (modifiers == Qt::AltModifier && event->key() == Qt::Key_Down)
        command = TableCommand::MoveDown;
    else if (modifiers == Qt::NoModifier && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        command = TableCommand::Clear;
    if (command)
        Q_EMIT wanted(*command);
    return command.has_value();
}

bool RowTableView::moveBy(const QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool back = event->key() == Qt::Key_Backtab || (modifiers & Qt::ShiftModifier);
    if (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab) {
        if (modifiers & Qt::ControlModifier)
            QAbstractScrollArea::focusNextPrevChild(!back);
        else
            goOn(!back);
        return true;
    }
    if (!isEnter(event) || (modifiers & ~Qt::ShiftModifier))
        return false;
    goBy(back ? -1 : 1);
    return true;
}

void RowTableView::keyPressEvent(QKeyEvent* event)
{
    if (commandFor(event) || moveBy(event))
        return event->accept();
    if (m_model.isBoolean(currentIndex()) && !m_model.isReadOnly()) {
        if (event->key() == Qt::Key_Space)
            return turnBoolean(currentIndex());
        if (event->key() == Qt::Key_F2)
            return offerBoolean(currentIndex());
        if (!(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && typeBoolean(event->text()))
            return;
    }
    QTableView::keyPressEvent(event);
}

bool RowTableView::typeBoolean(const QString& typed)
{
    const QModelIndex at = currentIndex();
    const std::optional<bool> said = booleanFromWord(typed, m_model.columnAt(at.column()));
    if (said)
        m_model.setData(at, *said, Qt::UserRole);
    return said.has_value();
}

void RowTableView::turnBoolean(const QModelIndex& index)
{
    const Column& column = m_model.columnAt(index.column());
    const QString now = index.data().toString();
    const QVariant next = now.isEmpty() ? QVariant(true) : now == column.trueLabel ? QVariant(false) : QVariant();
    m_model.setData(index, next, Qt::UserRole);
}

void RowTableView::offerBoolean(const QModelIndex& index)
{
    const Column& column = m_model.columnAt(index.column());
    auto* const menu = new QMenu(this);
    menu->setObjectName(u"booleanMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex place = index;
    const auto offer = [&](const QString& label, const QVariant& value) {
        QAction* const action = menu->addAction(label, this, [this, place, value] { m_model.setData(place, value, Qt::UserRole); });
        if (value.isValid() && label == index.data().toString())
            menu->setActiveAction(action);
    };
    offer(column.trueLabel, true);
    offer(column.falseLabel, false);
    offer(say(u"（不填）", u"(leave empty)"), {});
    menu->popup(viewport()->mapToGlobal(visualRect(index).bottomLeft()));
}

void RowTableView::inputMethodEvent(QInputMethodEvent* event)
{
    const QModelIndex at = currentIndex();
    if (m_model.isBoolean(at) && !m_model.isReadOnly()) {
        typeBoolean(event->commitString());
        return event->accept();
    }
    const bool whole = !event->commitString().isEmpty() && event->preeditString().isEmpty();
    if (whole && state() != EditingState && edit(at, AnyKeyPressed, nullptr)) {
        QCoreApplication::sendEvent(indexWidget(at), event);
        return;
    }
    QTableView::inputMethodEvent(event);
}

void RowTableView::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex at = indexAt(event->position().toPoint());
    // The arrow at its end opens the choice.
    const bool onArrow = m_model.isBoolean(at) && event->position().x() > visualRect(at).right() - Theme::space(7);
    if (event->button() == Qt::LeftButton && onArrow && !m_model.isReadOnly() && at == currentIndex())
        offerBoolean(at);
}

void RowTableView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    if (m_model.isBoolean(at) && !m_model.isReadOnly())
        return turnBoolean(at);
    QTableView::mouseDoubleClickEvent(event);
}

void RowTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    // Words for yes and no may come out of an input method too.
    setAttribute(Qt::WA_InputMethodEnabled, current.isValid() && !m_model.isReadOnly());
}

void RowTableView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid())
        goTo(0, 0);
    else if (event->reason() == Qt::TabFocusReason)
        goTo(0, 0);
    else if (event->reason() == Qt::BacktabFocusReason)
        goTo(m_model.rowCount() - 1, m_model.columnCount() - 1);
}

void RowTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

void RowTableView::dataChanged(const QModelIndex& from, const QModelIndex& to, const QList<int>& roles)
{
    QTableView::dataChanged(from, to, roles);
    for (int row = from.row(); row <= to.row(); ++row)
        resizeRowToContents(row);
}

void RowTableView::rowsInserted(const QModelIndex& parent, int first, int last)
{
    QTableView::rowsInserted(parent, first, last);
    for (int row = first; row <= last; ++row)
        resizeRowToContents(row);
}

void RowTableView::shareWidth()
{
    double all = 0;
    for (int i = 0; i < m_model.columnCount(); ++i)
        all += m_model.columnAt(i).width;
    int left = viewport()->width();
    for (int i = 0; i < m_model.columnCount(); ++i) {
        const bool last = i == m_model.columnCount() - 1;
        const int width = last ? left : int(viewport()->width() * m_model.columnAt(i).width / all);
        setColumnWidth(i, qMax(width, Theme::space(10)));
        left -= width;
    }
    resizeRowsToContents();
    updateGeometry();
}

void RowTableView::followDrag(int from, int to)
{
    if (m_bringingBack)
        return;
    // The rows of the dossier are moved, not their pictures in the view.
    m_bringingBack = true;
    verticalHeader()->moveSection(to, from);
    m_bringingBack = false;
    if (!m_model.isTail(from))
        Q_EMIT rowDragged(from, qMin(to, m_model.filledRows() - 1));
}

} // namespace jz::ui
