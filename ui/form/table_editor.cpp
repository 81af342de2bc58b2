// SPDX-License-Identifier: Apache-2.0
#include "ui/form/table_editor.h"

#include "model/base/counted_text.h"
#include "model/dossier/edits.h"
#include "ui/desk/guarded.h"
#include "ui/desk/message_bar.h"
#include "ui/form/cell_delegate.h"
#include "ui/form/table_clipboard.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QToolButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

void bring(Dossier& dossier, Changes& all, const Changes& changes)
{
    for (const Change& change : changes)
        applyChange(dossier, change);
    all += changes;
}

} // namespace

TableEditor::TableEditor(DossierSession& session, const Field& field, QWidget* parent)
    : FieldEditor(session, field, parent), m_model(new RowTableModel(session, field)), m_view(new RowTableView(*m_model, this)), m_count(new QLabel(this))
{
    m_view->setObjectName(u"table"_s);
    m_view->setItemDelegate(new CellDelegate(*m_view, [this](QWidget* editor, const Column& column) { adopt(editor, column.label); }));
    adopt(m_view);
    m_count->setObjectName(u"count"_s);
    m_count->setProperty("quiet", true);
    m_count->setFont(Theme::font(TextStyle::Small));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1));
    layout->addWidget(m_view);
    auto* const buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space(1));
    buildButtons(buttons);
    layout->addLayout(buttons);
    connect(m_view, &RowTableView::wanted, this, [this](TableCommand command) { guarded(this, [&] { run(command); }); });
    connect(m_view, &RowTableView::rowDragged, this, [this](int from, int to) {
        apply(moveRow(dossier(), this->field().id, m_model->idAt(from), to));
        m_view->goTo(to, m_view->currentIndex().column());
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TableEditor::showState);
    // Leaving a cell ends the step of typing in it.
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { this->session().editor().leaveField(); });
    showState();
}

void TableEditor::buildButtons(QHBoxLayout* row)
{
    m_add = addButton(row, u"addRow"_s, u"add"_s, say(u"添加一行", u"Add a row"));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setText(say(u"添加一行", u"Add a row"));
    m_add->setToolTip(say(u"在所选行之后添加一行（Ctrl+Enter）", u"Adds a row below the one chosen (Ctrl+Enter)"));
    connect(m_add, &QToolButton::clicked, this, [this] { run(TableCommand::AddRow); });
    const auto forRows = [&](const QString& name, const QString& icon, const QString& words, TableCommand command) {
        QToolButton* const button = addButton(row, name, icon, words);
        connect(button, &QToolButton::clicked, this, [this, command] { guarded(this, [&] { run(command); }); });
        m_rowButtons << button;
    };
    forRows(u"removeRows"_s, u"remove"_s, say(u"删除所选行（Ctrl+-）", u"Remove the rows chosen (Ctrl+-)"), TableCommand::RemoveRows);
    forRows(u"moveUp"_s, u"up"_s, say(u"上移（Alt+↑）", u"Move up (Alt+↑)"), TableCommand::MoveUp);
    forRows(u"moveDown"_s, u"down"_s, say(u"下移（Alt+↓）", u"Move down (Alt+↓)"), TableCommand::MoveDown);
    row->addStretch(1);
    row->addWidget(m_count);
}

QToolButton* TableEditor::addButton(QHBoxLayout* row, const QString& name, const QString& iconName, const QString& words)
{
    auto* const button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setIconSize({Theme::space(4.5), Theme::space(4.5)});
    button->setToolTip(words);
    adopt(button, words);
    row->addWidget(button);
    return button;
}

void TableEditor::refresh(const QList<Address>&)
{
    m_model->refresh();
    showState();
}

void TableEditor::setReadOnly(bool readOnly)
{
    m_model->setReadOnly(readOnly);
    m_add->setVisible(!readOnly);
    for (QToolButton* const button : m_rowButtons)
        button->setVisible(!readOnly);
    showState();
}

void TableEditor::focusAt(const Address& place)
{
    m_view->setFocus(Qt::OtherFocusReason);
    if (const QModelIndex index = m_model->indexOf(place); index.isValid())
        m_view->goTo(index.row(), index.column());
}

void TableEditor::mark(const Findings& findings)
{
    m_model->setFindings(findings);
    Findings whole;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(whole), [](const Finding& finding) { return !finding.row; });
    markControl(m_view, whole);
}

void TableEditor::showState()
{
    const bool any = !m_view->selectedRows().isEmpty();
    for (QToolButton* const button : m_rowButtons)
        button->setEnabled(any);
    const int rows = m_model->filledRows();
    m_count->setText(rows == 0 ? QString() : say(counted(u"共 %1 行", u"%1 {row|rows}").arg(QString::number(rows))));
}

void TableEditor::run(TableCommand command)
{
    if (command != TableCommand::Copy && (m_model->isReadOnly() || !session().canEdit()))
        return;
    switch (command) {
    case TableCommand::AddRow:
        return addRow();
    case TableCommand::RemoveRows:
        return removeRows();
    case TableCommand::MoveUp:
        return moveRows(-1);
    case TableCommand::MoveDown:
        return moveRows(1);
    case TableCommand::Clear:
        return clearCells();
    case TableCommand::Copy:
        return copy();
    case TableCommand::Cut:
        copy();
        return clearCells();
    case TableCommand::Paste:
        return paste();
    }
}

void TableEditor::addRow()
{
    const int row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() : m_model->filledRows();
    const int place = qMin(row + 1, m_model->filledRows());
    apply(insertRow(dossier(), field().id, place, {{u"id"_s, freeRowId(dossier(), field().id)}}));
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->goTo(place, 0);
}

void TableEditor::removeRows()
{
    const QList<int> rows = m_view->selectedRows();
    if (rows.isEmpty())
        return;
    const int column = m_view->currentIndex().column();
    Dossier with = dossier();
    Changes all;
    for (const int row : rows)
        bring(with, all, removeRow(with, field().id, m_model->idAt(row)));
    apply(all);
    m_view->goTo(rows.first(), column);
}

void TableEditor::moveRows(int by)
{
    const QList<int> rows = m_view->selectedRows();
    if (rows.isEmpty() || rows.first() + by < 0 || rows.last() + by >= m_model->filledRows())
        return;
    // The row that stands in their way changes to their other side.
    const int other = by < 0 ? rows.first() - 1 : rows.last() + 1;
    apply(moveRow(dossier(), field().id, m_model->idAt(other), by < 0 ? rows.last() : rows.first()));
}

void TableEditor::clearCells()
{
    Dossier with = dossier();
    Changes all;
    const QModelIndexList chosen = m_view->selectionModel()->selectedIndexes();
    for (const QModelIndex& index : chosen)
        if (!m_model->isTail(index.row()))
            bring(with, all, setCell(with, field().id, m_model->idAt(index.row()), m_model->columnAt(index.column()).id, {}));
    apply(all);
}

TextBlock TableEditor::selection() const
{
    TextBlock block;
    const QItemSelection chosen = m_view->selectionModel()->selection();
    if (chosen.isEmpty())
        return block;
    const QItemSelectionRange& range = chosen.first();
    for (int row = range.top(); row <= range.bottom() && !m_model->isTail(row); ++row) {
        QStringList cells;
        for (int column = range.left(); column <= range.right(); ++column)
            cells << m_model->index(row, column).data().toString();
        block << cells;
    }
    return block;
}

void TableEditor::copy()
{
    const TextBlock block = selection();
    if (!block.isEmpty())
        QApplication::clipboard()->setMimeData(clipboardOf(block));
}

void TableEditor::paste()
{
    const QMimeData* const clipboard = QApplication::clipboard()->mimeData();
    std::optional<TextBlock> block = clipboard ? tableOn(*clipboard) : std::nullopt;
    const QModelIndex at = m_view->currentIndex();
    if (!block || !at.isValid())
        return;
    const Column& column = m_model->columnAt(at.column());
    if (column.type == ColumnType::LongText && !hasCells(*clipboard))
        block = TextBlock{{clipboard->text()}};
    // Into a part that is chosen, or from the current cell on.
    const QItemSelection chosen = m_view->selectionModel()->selection();
    const int row = qMin(chosen.isEmpty() ? at.row() : chosen.first().top(), m_model->filledRows());
    const int first = chosen.isEmpty() ? at.column() : chosen.first().left();
    const PlacedBlock placed = placeBlock(*block, field(), m_model->columnAt(first).id, row);
    apply(fillRows(dossier(), field().id, row, placed));
    m_view->goTo(row + int(placed.rows.size()), first);
    tellPasted(placed);
}

void TableEditor::tellPasted(const PlacedBlock& placed)
{
    MessageBar* const bar = MessageBar::of(this);
    if (!bar)
        return;
    const QString topic = u"paste_"_s + field().id;
    bar->clear(topic);
    if (placed.remarks.isEmpty())
        return;
    QString words = say(counted(u"“%1”已粘贴 %2 行。", u"%2 {row was|rows were} pasted into “%1”.").arg(field().label, QString::number(placed.rows.size())));
    for (const LocalizedText& remark : placed.remarks)
        words += say(text(u"", u" ")) + say(remark);
    words += say(u"原内容仍在剪贴板中；要取消这次粘贴请按撤销。", u" It is all still on the clipboard; undo takes the pasting back.");
    bar->show({BarMessage::Kind::Warning, words, {}, {}, topic});
}

} // namespace jz::ui
