// SPDX-License-Identifier: Apache-2.0
#include "ui/form/cell_delegate.h"

#include "ui/form/table_clipboard.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int wrapping = Qt::TextWordWrap | Qt::TextWrapAnywhere;

QMargins cellMargins()
{
    return {Theme::space(2), Theme::space(1.5), Theme::space(2), Theme::space(1.5)};
}

/// Room at the end of a cell for the mark of a finding and for the arrow of a choice.
int roomForMarks(const RowTableModel& model, const QModelIndex& index)
{
    const bool marked = model.severityAt(index.row(), model.columnAt(index.column()).id).has_value();
    const bool chooses = model.isBoolean(index) && !model.isReadOnly();
    return (marked ? Theme::space(5) : 0) + (chooses ? Theme::space(5) : 0);
}

} // namespace

CellText::CellText(const RowTableModel& model, const QModelIndex& place, QWidget* parent)
    : QPlainTextEdit(parent), m_column(model.columnAt(place.column())), m_place(place), m_before(place.data(Qt::EditRole).toString()),
      m_beganRow(model.isTail(place.row()))
{
    setObjectName(u"cellText"_s);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(Theme::space(0.5));
}

void CellText::insertFromMimeData(const QMimeData* source)
{
    const std::optional<TextBlock> block = tableOn(*source);
    if (!block)
        return;
    if (!hasCells(*source))
        insertPlainText(RowTableModel::tidied(source->text(), m_column));
    else if (block->size() == 1 && block->first().size() == 1)
        insertPlainText(RowTableModel::tidied(block->first().first(), m_column));
    else
        Q_EMIT blockPasted();
}

CellDelegate::CellDelegate(RowTableView& view, std::function<void(QWidget*, const Column&)> adopt)
    : QStyledItemDelegate(&view), m_view(view), m_adopt(std::move(adopt))
{
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem box = option;
    initStyleOption(&box, index);
    const RowTableModel& model = m_view.rows();
    const bool invites = box.text.isEmpty() && model.filledRows() == 0 && index.column() == 0 && !model.isReadOnly();
    const QString shown = invites ? say(u"在此填写，或粘贴表格", u"Type here or paste a table") : box.text;
    box.text.clear();
    m_view.style()->drawControl(QStyle::CE_ItemViewItem, &box, painter, &m_view);
    painter->save();
    QRect inner = option.rect.marginsRemoved(cellMargins());
    paintMarks(*painter, option.rect, index);
    inner.setWidth(inner.width() - roomForMarks(model, index));
    painter->setPen(invites ? Theme::colours().quiet : Theme::colours().text);
    painter->drawText(inner, wrapping | Qt::AlignVCenter | Qt::AlignLeft, shown);
    painter->restore();
}

void CellDelegate::paintMarks(QPainter& painter, const QRect& cell, const QModelIndex& index) const
{
    const RowTableModel& model = m_view.rows();
    const int size = Theme::space(4);
    QRect place(cell.right() - cellMargins().right() - size, cell.center().y() - size / 2, size, size);
    const qreal ratio = painter.device()->devicePixelRatioF();
    if (model.isBoolean(index) && !model.isReadOnly()) {
        painter.drawPixmap(place, iconPixmap(u"chevron-down", size, Theme::colours().quiet, ratio));
        place.translate(-Theme::space(5), 0);
    }
    if (const auto severity = model.severityAt(index.row(), model.columnAt(index.column()).id))
        painter.drawPixmap(place, severityPixmap(*severity, size, ratio));
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int width = m_view.columnWidth(index.column()) - cellMargins().left() - cellMargins().right() - roomForMarks(m_view.rows(), index);
    const QRect room(0, 0, qMax(width, 1), QWIDGETSIZE_MAX);
    const int height = option.fontMetrics.boundingRect(room, wrapping, index.data().toString()).height();
    return {width, qMax(height, option.fontMetrics.height()) + cellMargins().top() + cellMargins().bottom()};
}

QWidget* CellDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    auto* const editor = new CellText(m_view.rows(), index, parent);
    m_adopt(editor, editor->column());
    auto* const self = const_cast<CellDelegate*>(this);
    connect(editor, &QPlainTextEdit::textChanged, self, [self, editor] { Q_EMIT self->commitData(editor); });
    connect(editor, &CellText::blockPasted, self, [self, editor] {
        self->close(*editor);
        Q_EMIT self->m_view.wanted(TableCommand::Paste);
    });
    return editor;
}

void CellDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* const text = static_cast<CellText*>(editor);
    const QString value = index.data(Qt::EditRole).toString();
    // What is being typed differs from what is kept by no more than its ends.
    if (text->toPlainText() == value)
        return;
    const QSignalBlocker quiet(text);
    text->setPlainText(value);
    text->moveCursor(QTextCursor::End);
    if (m_view.isReplacing())
        text->selectAll();
}

void CellDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    model->setData(index, static_cast<CellText*>(editor)->toPlainText(), Qt::EditRole);
}

void CellDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    editor->setGeometry(option.rect);
}

bool CellDelegate::eventFilter(QObject* watched, QEvent* event)
{
    auto* const editor = qobject_cast<CellText*>(watched);
    if (editor && event->type() == QEvent::KeyPress && handleKey(*editor, *static_cast<QKeyEvent*>(event)))
        return true;
    if (editor && event->type() == QEvent::FocusOut)
        leave(*editor);
    return QStyledItemDelegate::eventFilter(watched, event);
}

bool CellDelegate::handleKey(CellText& editor, const QKeyEvent& key)
{
    const Qt::KeyboardModifiers modifiers = key.modifiers() & ~Qt::KeypadModifier;
    const auto after = [&](auto act) {
        close(editor);
        act();
        return true;
    };
    switch (key.key()) {
    case Qt::Key_Escape:
        editor.setPlainText(editor.before());
        return after([] {});
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return after([&] { m_view.goOn(key.key() == Qt::Key_Tab && !(modifiers & Qt::ShiftModifier)); });
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (modifiers == Qt::ControlModifier)
            return after([&] { Q_EMIT m_view.wanted(TableCommand::AddRow); });
        if (modifiers != Qt::NoModifier && editor.column().type == ColumnType::LongText)
            return false;
        return after([&] { m_view.goBy(modifiers == Qt::ShiftModifier ? -1 : 1); });
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const bool up = key.key() == Qt::Key_Up;
        if (modifiers == Qt::AltModifier)
            return after([&] { Q_EMIT m_view.wanted(up ? TableCommand::MoveUp : TableCommand::MoveDown); });
        QTextCursor cursor = editor.textCursor();
        const bool stays = cursor.movePosition(up ? QTextCursor::Up : QTextCursor::Down);
        return modifiers == Qt::NoModifier && !stays && after([&] { m_view.goBy(up ? -1 : 1); });
    }
    default:
        return false;
    }
}

void CellDelegate::leave(CellText& editor)
{
    RowTableModel& model = m_view.rows();
    if (!editor.place().isValid())
        return;
    model.setData(editor.place(), RowTableModel::tidied(editor.toPlainText(), editor.column()), Qt::EditRole);
    if (!editor.beganRow())
        return;
    // A row that was begun and taken back is none. It goes when the editor has gone.
    const QString id = model.idAt(editor.place().row());
    QMetaObject::invokeMethod(&model, [&model, id] { model.dropIfEmpty(id); }, Qt::QueuedConnection);
}

void CellDelegate::close(CellText& editor)
{
    leave(editor);
    Q_EMIT closeEditor(&editor, NoHint);
}

} // namespace jz::ui
