// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/return_dialog.h"

#include "model/base/error.h"
#include "model/dossier/change.h"
#include "model/dossier/value_words.h"
#include "model/recommendation/slip_notes.h"
#include "model/recommendation/slip_words.h"
#include "model/reference/reference_data.h"
#include "ui/desk/guarded.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysUntilDue = 7;     ///< proposed
constexpr qsizetype shownValue = 160;

bool isText(const Field* field)
{
    return field && (field->type == FieldType::Text || field->type == FieldType::LongText || field->type == FieldType::CreditCode || field->type == FieldType::Mobile
                     || field->type == FieldType::Email || field->type == FieldType::Phone || field->type == FieldType::ComposedName);
}

template <typename Widget>
Widget* named(Widget* widget, const char* name, const QString& words, const QString& about = {})
{
    widget->setObjectName(QLatin1StringView(name));
    widget->setAccessibleName(words);
    widget->setAccessibleDescription(about.isEmpty() ? words : about);
    return widget;
}

} // namespace

ReturnDialog::ReturnDialog(const ReturnSlip& slip, const Dossier& dossier, const CallPack& pack, QWidget* parent)
    : QDialog(parent), m_slip(slip), m_dossier(dossier), m_pack(pack), m_tabs(new QTabWidget(this))
{
    setObjectName(u"returnDialog"_s);
    setWindowTitle(slip.passed() ? say(u"预审通过", u"Pass") : say(u"退回修改", u"Return for revision"));
    m_tabs->setObjectName(u"returnTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(buildNotes(), say(u"逐栏意见", u"Notes"));
    m_tabs->addTab(buildLetter(), say(u"说明与期限", u"Letter and date"));
    m_preview = named(new QPlainTextEdit(this), "slipPreview", say(u"申报单位将看到的文字", u"What the applicant reads"));
    m_preview->setReadOnly(true);
    m_tabs->addTab(m_preview, say(u"预览", u"Preview"));
    auto* const buttons = new QDialogButtonBox(this);
    auto* const write = new QPushButton(slip.passed() ? say(u"写成预审通过通知…", u"Write the notice…") : say(u"写成修改意见…", u"Write the slip…"), buttons);
    write->setObjectName(u"writeSlip"_s);
    write->setProperty("primary", true);
    buttons->addButton(write, QDialogButtonBox::ActionRole);
    buttons->addButton(say(u"取消", u"Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"cancel"_s);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::space(3));
    layout->addWidget(new WrappedLabel(slip.title + u"　"_s + slip.applicant, this));
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    resize(QSize(Theme::space(190), Theme::space(140)).boundedTo(screen()->availableSize() * 0.95));
    if (slip.passed())
        m_tabs->setCurrentIndex(1);
    else
        addNote();
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int index) {
        if (m_tabs->widget(index) == m_preview)
            preview();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(write, &QPushButton::clicked, this, [this] {
        if (guarded(this, [this] { (void)this->slip(); }))
            accept();
    });
}

QWidget* ReturnDialog::buildNotes()
{
    auto* const page = new QWidget(this);
    m_list = named(new QListWidget(page), "noteList", say(u"意见", u"Notes"), say(u"选中一条，在右边修改", u"Choose one to change it at the right"));
    auto* const add = named(new QPushButton(icon(u"add"), say(u"再加一条", u"Add a note"), page), "addNote", say(u"再加一条", u"Add a note"));
    m_remove = named(new QPushButton(icon(u"remove"), say(u"删除这条", u"Remove it"), page), "removeNote", say(u"删除这条", u"Remove it"));
    auto* const left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    auto* const below = new QHBoxLayout;
    below->addWidget(add);
    below->addWidget(m_remove);
    below->addStretch(1);
    left->addLayout(below);
    m_editor = buildNoteEditor();
    auto* const scroll = new QScrollArea(page);
    scroll->setObjectName(u"noteScroll"_s);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_editor);
    auto* const layout = new QBoxLayout(Theme::isTextLarge() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, page);
    layout->setContentsMargins(0, Theme::space(3), 0, 0);
    layout->setSpacing(Theme::space(4));
    layout->addLayout(left, 2);
    layout->addWidget(scroll, 3);
    connect(add, &QPushButton::clicked, this, &ReturnDialog::addNote);
    connect(m_remove, &QPushButton::clicked, this, &ReturnDialog::removeNote);
    connect(m_list, &QListWidget::currentRowChanged, this, &ReturnDialog::showNote);
    return page;
}

QWidget* ReturnDialog::buildNoteEditor()
{
    auto* const editor = new QWidget(this);
    m_field = named(new QComboBox(editor), "noteField", say(u"哪一栏", u"Field"));
    m_row = named(new QComboBox(editor), "noteRow", say(u"第几行", u"Row"));
    m_column = named(new QComboBox(editor), "noteColumn", say(u"哪一列", u"Column"));
    m_value = new WrappedLabel(editor);
    m_value->setProperty("quiet", true);
    m_words = named(new QPlainTextEdit(editor), "noteWords", say(u"意见", u"What is wrong"));
    m_words->setPlaceholderText(say(u"哪里不对、要改成怎样", u"What is wrong, and what is asked for"));
    m_words->setTabChangesFocus(true);
    m_quote = named(new QLineEdit(editor), "noteQuote", say(u"所指文字", u"Words meant"));
    m_quote->setToolTip(say(u"可不填：意见所指的原文", u"May stay empty: the words that are meant"));
    m_proposed = named(new QLineEdit(editor), "noteProposed", say(u"建议改为", u"Proposed"));
    m_proposed->setToolTip(say(u"可不填：申报单位点一下即可采用", u"May stay empty: the applicant takes it with a click"));
    for (QComboBox* const each : {m_field, m_row, m_column})
        each->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* const form = new QFormLayout(editor);
    form->setContentsMargins({});
    form->setVerticalSpacing(Theme::space(2));
    for (QWidget* const each : {static_cast<QWidget*>(m_field), static_cast<QWidget*>(m_row), static_cast<QWidget*>(m_column)})
        form->addRow(each->accessibleName(), each);
    form->addRow(QString(), m_value);
    for (QWidget* const each : {static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_quote), static_cast<QWidget*>(m_proposed)})
        form->addRow(each->accessibleName(), each);
    fillFields();
    connect(m_field, &QComboBox::activated, this, [this] {
        fillRows();
        keepNote();
    });
    connect(m_row, &QComboBox::activated, this, [this] {
        fillColumns();
        keepNote();
    });
    connect(m_column, &QComboBox::activated, this, &ReturnDialog::keepNote);
    connect(m_words, &QPlainTextEdit::textChanged, this, &ReturnDialog::keepNote);
    connect(m_quote, &QLineEdit::textEdited, this, &ReturnDialog::keepNote);
    connect(m_proposed, &QLineEdit::textEdited, this, &ReturnDialog::keepNote);
    return editor;
}

QWidget* ReturnDialog::buildLetter()
{
    auto* const page = new QWidget(this);
    m_letter = named(new QPlainTextEdit(m_slip.letter, page), "letter", say(u"说明", u"Letter"));
    m_letter->setTabChangesFocus(true);
    m_letter->setPlaceholderText(say(u"可不填：总的说明", u"May stay empty: what is said beside the notes"));
    m_contact = named(new QLineEdit(m_slip.contact, page), "contact", say(u"联系人、电话", u"Whom to ask"));
    m_hasDue = named(new QCheckBox(say(u"请在此日期前报回", u"Wanted back by"), page), "hasDue", say(u"有期限", u"There is a date"));
    m_due = named(new QDateEdit(QDate::currentDate().addDays(daysUntilDue), page), "due", say(u"期限", u"By"));
    m_due->setCalendarPopup(true);
    m_due->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_hasDue->setChecked(!m_slip.passed());
    m_due->setEnabled(m_hasDue->isChecked());
    connect(m_hasDue, &QCheckBox::toggled, m_due, &QWidget::setEnabled);
    auto* const due = new QHBoxLayout;
    due->addWidget(m_hasDue);
    due->addWidget(m_due);
    due->addStretch(1);
    auto* const form = new QFormLayout(page);
    form->setContentsMargins(0, Theme::space(3), 0, 0);
    form->setVerticalSpacing(Theme::space(2));
    form->addRow(m_letter->accessibleName(), m_letter);
    form->addRow(m_contact->accessibleName(), m_contact);
    form->addRow(QString(), due);
    return page;
}

void ReturnDialog::fillFields()
{
    m_field->addItem(say(u"整份申报书", u"The dossier as a whole"), QString());
    for (const Section& section : m_pack.sections)
        for (const Field& field : section.fields)
            if (field.hasValue() || field.type == FieldType::Attachments)
                m_field->addItem(QStringList{section.number, field.label.isEmpty() ? section.title : field.label}.join(u' ').simplified(), field.id);
}

void ReturnDialog::fillRows()
{
    const Field* const field = m_pack.field(m_field->currentData().toString());
    const Address::Part part = field && field->type == FieldType::Attachments ? Address::Part::Attachment : Address::Part::Value;
    const QJsonArray rows = field ? rowsOf(m_dossier, part, field->id) : QJsonArray();
    m_row->clear();
    m_row->addItem(say(u"整栏", u"The whole field"), QString());
    for (int i = 0; i < rows.size(); ++i) {
        const QString id = rows.at(i)["id"_L1].toString();
        m_row->addItem(part == Address::Part::Attachment ? id : say(text(u"第 %1 行", u"row %1").arg(QString::number(i + 1))), id);
    }
    m_row->setEnabled(rows.size() > 0);
    fillColumns();
}

void ReturnDialog::fillColumns()
{
    const Field* const field = m_pack.field(m_field->currentData().toString());
    m_column->clear();
    m_column->addItem(say(u"整行", u"The whole row"), QString());
    if (field && !m_row->currentData().toString().isEmpty())
        for (const Column& column : field->columns)
            m_column->addItem(column.label, column.id);
    m_column->setEnabled(m_column->count() > 1);
}

void ReturnDialog::addNote()
{
    m_notes << Note{};
    listNotes();
    m_list->setCurrentRow(int(m_notes.size()) - 1);
    m_field->setFocus();
}

void ReturnDialog::removeNote()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_notes.removeAt(row);
    listNotes();
    m_list->setCurrentRow(std::min(row, int(m_notes.size()) - 1));
    showNote();
}

QString ReturnDialog::labelOf(const Note& note) const
{
    const int index = m_field->findData(note.field);
    const QString words = note.words.simplified();
    return m_field->itemText(std::max(0, index)) + (words.isEmpty() ? QString() : u"：" + words);
}

void ReturnDialog::listNotes()
{
    const int row = m_list->currentRow();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Note& note : std::as_const(m_notes))
        m_list->addItem(labelOf(note));
    m_list->setCurrentRow(row);
}

void ReturnDialog::showNote()
{
    const Note note = m_notes.value(m_list->currentRow());
    m_showing = true;
    m_editor->setEnabled(m_list->currentRow() >= 0);
    m_remove->setEnabled(m_list->currentRow() >= 0);
    m_field->setCurrentIndex(std::max(0, m_field->findData(note.field)));
    fillRows();
    m_row->setCurrentIndex(std::max(0, m_row->findData(note.row)));
    fillColumns();
    m_column->setCurrentIndex(std::max(0, m_column->findData(note.column)));
    m_words->setPlainText(note.words);
    m_quote->setText(note.quote);
    m_proposed->setText(note.proposed);
    m_showing = false;
    showValue();
}

void ReturnDialog::keepNote()
{
    const int row = m_list->currentRow();
    if (m_showing || row < 0)
        return;
    m_notes[row] = {m_field->currentData().toString(), m_row->currentData().toString(), m_column->currentData().toString(), m_words->toPlainText(), m_quote->text(),
                    m_proposed->text()};
    m_list->item(row)->setText(labelOf(m_notes.at(row)));
    showValue();
}

QString ReturnDialog::currentValue() const
{
    const Field* const field = m_pack.field(m_field->currentData().toString());
    if (!field || field->type == FieldType::Attachments)
        return {};
    Address place;
    place.field = field->id;
    QJsonValue value = m_dossier.values.value(field->id);
    if (const QString row = m_row->currentData().toString(); !row.isEmpty()) {
        const QJsonArray rows = value.toArray();
        for (const QJsonValue& each : rows)
            if (each["id"_L1].toString() == row)
                value = m_column->currentData().toString().isEmpty() ? each : each[m_column->currentData().toString()];
        place.row = row;
        place.column = m_column->currentData().toString();
        if (place.column.isEmpty())
            return {};
    }
    return say(valueWords(value, place, m_pack, builtInReferenceData().divisions));
}

void ReturnDialog::showValue()
{
    const QString value = currentValue();
    m_value->setText(value.isEmpty() ? QString() : say(text(u"现在是：%1", u"Now: %1").arg(value.size() > shownValue ? QString(value.first(shownValue) + u"…") : value)));
    const Field* const field = m_pack.field(m_field->currentData().toString());
    const bool isCell = field && !m_column->currentData().toString().isEmpty();
    m_proposed->setEnabled(isCell || (isText(field) && m_row->currentData().toString().isEmpty()));
}

QJsonObject ReturnDialog::notesFile() const
{
    QJsonArray notes;
    for (const Note& note : m_notes) {
        if (note.words.trimmed().isEmpty() && note.field.isEmpty())
            continue;
        QJsonObject each{{u"words"_s, note.words}};
        for (const auto& [name, content] : {std::pair{u"field"_s, note.field}, {u"row"_s, note.row}, {u"column"_s, note.column}, {u"quote"_s, note.quote}, {u"proposed"_s, note.proposed}})
            if (!content.isEmpty())
                each.insert(name, content);
        notes.append(each);
    }
    QJsonObject file{{u"letter"_s, m_letter->toPlainText().trimmed()}, {u"contact"_s, m_contact->text().trimmed()}, {u"notes"_s, notes}};
    if (m_hasDue->isChecked())
        file.insert(u"due"_s, m_due->date().toString(Qt::ISODate));
    return file;
}

ReturnSlip ReturnDialog::slip() const
{
    ReturnSlip slip = m_slip;
    readSlipNotes(slip, notesFile(), m_dossier, m_pack, windowTitle());
    requireComplete(slip);
    return slip;
}

void ReturnDialog::preview()
{
    guarded(this, [this] { m_preview->setPlainText(slipText(slip(), m_dossier, m_pack)); });
}

} // namespace jz::ui
