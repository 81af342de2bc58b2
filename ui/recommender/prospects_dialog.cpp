// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/prospects_dialog.h"

#include "model/base/error.h"
#include "model/procedure/prospect_register.h"
#include "ui/desk/copy_button.h"
#include "ui/desk/guarded.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

ProspectsDialog::ProspectsDialog(BatchBoard& board, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent), m_board(board), m_dialogs(dialogs), m_list(new QTreeWidget(this))
{
    setObjectName(u"prospectsDialog"_s);
    setWindowTitle(say(u"意向单位与催办", u"Units and reminders"));
    m_list->setObjectName(u"prospects"_s);
    m_list->setAccessibleName(say(u"意向单位", u"Units that mean to apply"));
    m_list->setAccessibleDescription(say(u"可按 Ctrl 选几个", u"Several with Ctrl"));
    m_list->setRootIsDecorated(false);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHeaderLabels({say(u"单位", u"Unit"), say(u"状态", u"State"), say(u"联系人", u"Contact"), say(u"最近联系", u"Last contact")});
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setMinimumSectionSize(Theme::space(15));
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_said = new WrappedLabel(this);
    m_said->setObjectName(u"prospectsSaid"_s);
    m_said->setProperty("quiet", true);
    auto* const inside = new QWidget;
    auto* const right = new QVBoxLayout(inside);
    right->addWidget(buildEditor());
    right->addLayout(buildReminder(), 1);
    auto* const scroll = new QScrollArea(this);
    scroll->setObjectName(u"unitScroll"_s);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    auto* const sides = new QBoxLayout(Theme::isTextLarge() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    sides->setSpacing(Theme::space(4));
    sides->addWidget(m_list, 6);
    sides->addWidget(scroll, 5);
    auto* const import = new QPushButton(icon(u"import"), say(u"从表格导入…", u"From a workbook…"), this);
    import->setObjectName(u"importUnits"_s);
    import->setAutoDefault(false);
    import->setEnabled(m_board.canWrite());
    connect(import, &QPushButton::clicked, this, [this] { guarded(this, [this] { importTable(); }); });
    auto* const buttons = new QDialogButtonBox(this);
    buttons->addButton(import, QDialogButtonBox::ActionRole);
    buttons->addButton(say(u"完成", u"Done"), QDialogButtonBox::AcceptRole)->setObjectName(u"done"_s);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(sides, 1);
    layout->addWidget(m_said);
    layout->addWidget(buttons);
    resize(QSize(Theme::space(220), Theme::space(150)).boundedTo(screen()->availableSize() * 0.95));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ProspectsDialog::goTo);
    const QList<Prospect> all = board.workspace().prospects().of(board.key());
    refresh(all.isEmpty() ? 0 : all.first().key);
}

QWidget* ProspectsDialog::buildEditor()
{
    auto* const editor = new QWidget(this);
    auto* const form = new QFormLayout(editor);
    form->setContentsMargins({});
    form->setVerticalSpacing(Theme::space(1.5));
    const auto line = [&](const char* name, const QString& words) {
        auto* const made = new QLineEdit(editor);
        made->setObjectName(QLatin1StringView(name));
        made->setAccessibleName(words);
        made->setAccessibleDescription(words);
        form->addRow(words, made);
        return made;
    };
    m_unit = line("unitName", say(u"单位名称", u"Unit"));
    m_code = line("unitCode", say(u"信用代码", u"Credit code"));
    m_contact = line("unitContact", say(u"联系人", u"Contact"));
    m_phone = line("unitPhone", say(u"电话", u"Telephone"));
    m_state = new QComboBox(editor);
    m_state->setObjectName(u"unitState"_s);
    m_state->setAccessibleName(say(u"状态", u"State"));
    m_state->setAccessibleDescription(say(u"收到申报书后自动更新", u"Follows what comes from the unit"));
    const QList<ProspectState> states = prospectStates();
    for (const ProspectState& state : states)
        m_state->addItem(say(state.word), state.id);
    form->addRow(m_state->accessibleName(), m_state);
    m_online = line("unitOnline", say(u"网上申报", u"Online"));
    m_remark = line("unitRemark", say(u"备注", u"Remark"));
    auto* const row = new QHBoxLayout;
    const auto button = [&](const char* name, const QString& words, void (ProspectsDialog::*run)()) {
        auto* const made = new QPushButton(words, editor);
        made->setObjectName(QLatin1StringView(name));
        made->setAutoDefault(false);
        made->setEnabled(m_board.canWrite());
        row->addWidget(made);
        connect(made, &QPushButton::clicked, this, [this, run] { guarded(this, [this, run] { (this->*run)(); }); });
        return made;
    };
    button("keepUnit", say(u"保存", u"Keep"), &ProspectsDialog::keepUnit)->setProperty("primary", true);
    button("addUnit", say(u"新单位", u"New unit"), &ProspectsDialog::addUnit);
    button("removeUnit", say(u"删除", u"Remove"), &ProspectsDialog::removeUnit);
    row->addStretch(1);
    form->addRow(row);
    return editor;
}

QLayout* ProspectsDialog::buildReminder()
{
    auto* const write = new QPushButton(icon(u"note"), say(u"写催办文字", u"Write reminders"), this);
    write->setObjectName(u"writeReminders"_s);
    write->setAutoDefault(false);
    write->setEnabled(m_board.canWrite());
    m_words = new QPlainTextEdit(this);
    m_words->setObjectName(u"reminderWords"_s);
    m_words->setAccessibleName(say(u"催办文字", u"Reminders"));
    m_words->setAccessibleDescription(say(u"每个选中的单位一段，已留存；再选中一个单位时是以前催办过的", u"One for each unit chosen, kept; of a unit chosen later, what it was told before"));
    m_words->setReadOnly(true);
    m_words->setPlaceholderText(say(u"每个单位一段：缺什么、什么时候要。可贴到邮件或即时消息里，并留存。", u"A text for each unit: what it lacks, by when. Paste it into mail or messenger; it is kept."));
    auto* const copy = new CopyButton(*m_words, say(u"复制文字", u"Copy the text"), this);
    copy->setObjectName(u"copyReminders"_s);
    auto* const acts = new QHBoxLayout;
    acts->addWidget(write);
    acts->addWidget(copy);
    acts->addStretch(1);
    auto* const layout = new QVBoxLayout;
    layout->addLayout(acts);
    layout->addWidget(m_words, 1);
    connect(write, &QPushButton::clicked, this, [this] { guarded(this, [this] { remind(); }); });
    return layout;
}

void ProspectsDialog::refresh(qint64 key)
{
    const QSignalBlocker quiet(m_list);
    m_all = m_board.workspace().prospects().of(m_board.key());
    m_list->clear();
    for (const Prospect& each : std::as_const(m_all)) {
        auto* const item = new QTreeWidgetItem(m_list, {each.unit, say(prospectStateWord(each.state)), each.contact + u' ' + each.phone, each.last.toString(Qt::ISODate)});
        item->setData(0, Qt::UserRole, each.key);
        item->setToolTip(0, each.unit);
        if (each.key == key)
            m_list->setCurrentItem(item);
    }
    showUnit();
}

Prospect ProspectsDialog::chosen() const
{
    const QTreeWidgetItem* const item = m_list->currentItem();
    const qint64 key = item ? item->data(0, Qt::UserRole).toLongLong() : 0;
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const Prospect& each) { return key != 0 && each.key == key; });
    return found == m_all.end() ? Prospect{} : *found;
}

void ProspectsDialog::showUnit()
{
    m_shown = chosen();
    m_shown.batch = m_board.key();
    m_unit->setText(m_shown.unit);
    m_code->setText(m_shown.code);
    m_contact->setText(m_shown.contact);
    m_phone->setText(m_shown.phone);
    m_state->setCurrentIndex(std::max(0, m_state->findData(m_shown.state)));
    m_online->setText(m_shown.online);
    m_remark->setText(m_shown.remark);
    m_shown.state = m_state->currentData().toString();
    showReminders();
}

void ProspectsDialog::showReminders()
{
    QStringList texts;
    const QList<Reminder> kept = m_shown.key ? m_board.workspace().prospects().reminders(m_shown.key) : QList<Reminder>();
    for (auto each = kept.rbegin(); each != kept.rend(); ++each)
        texts << say(text(u"——%1 催办——", u"—— reminded %1 ——").arg(each->at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s))) + u'\n' + each->words;
    m_words->setPlainText(texts.join(u"\n\n"_s));
}

Prospect ProspectsDialog::typed() const
{
    Prospect unit = m_shown;
    unit.unit = m_unit->text().trimmed();
    unit.code = m_code->text().trimmed();
    unit.contact = m_contact->text().trimmed();
    unit.phone = m_phone->text().trimmed();
    unit.state = m_state->currentData().toString();
    unit.online = m_online->text().trimmed();
    unit.remark = m_remark->text().trimmed();
    return unit;
}

bool ProspectsDialog::settle()
{
    const Prospect unit = typed();
    if (unit == m_shown || !m_board.canWrite())
        return true;
    try {
        const qint64 key = keepProspect(m_board.workspace(), unit);
        m_shown = unit;
        m_shown.key = key;
        // The list may be in the middle of a click.
        QMetaObject::invokeMethod(this, [this] { guarded(this, [this] { refresh(chosen().key); }); }, Qt::QueuedConnection);
        return true;
    } catch (const Error& error) {
        return m_dialogs.ask(this, {say(u"还没有保存", u"Not kept yet"), say(error.message()), {say(u"放弃这些改动", u"Drop these changes")}}) == 0;
    }
}

void ProspectsDialog::goTo(QTreeWidgetItem*, QTreeWidgetItem* before)
{
    guarded(this, [&] {
        if (settle()) {
            showUnit();
            return;
        }
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentItem(before);
    });
}

void ProspectsDialog::done(int result)
{
    guarded(this, [&] {
        if (settle())
            QDialog::done(result);
    });
}

void ProspectsDialog::addUnit()
{
    if (!settle())
        return;
    refresh(0);
    m_unit->setFocus();
}

void ProspectsDialog::keepUnit()
{
    refresh(keepProspect(m_board.workspace(), typed()));
}

void ProspectsDialog::removeUnit()
{
    const Prospect unit = chosen();
    if (unit.key == 0)
        return;
    const Question question{say(u"删除意向单位", u"Remove the unit"), say(text(u"删除“%1”和它的催办记录；收到的申报书不受影响。", u"Removes “%1” and its reminders. Dossiers that came stay.").arg(unit.unit)),
                            {say(u"删除", u"Remove")}};
    if (m_dialogs.ask(this, question) != 0)
        return;
    m_board.workspace().prospects().remove(unit.key);
    const QTreeWidgetItem* const next = m_list->itemBelow(m_list->currentItem());
    refresh(next ? next->data(0, Qt::UserRole).toLongLong() : 0);
}

void ProspectsDialog::importTable()
{
    if (!settle())
        return;
    const QString path = m_dialogs.openFile(this, {say(u"导入意向单位", u"Take units out of a table"), say(u"表格 (*.xlsx);;所有文件 (*)", u"Workbooks (*.xlsx);;All files (*)"), {}});
    if (path.isEmpty())
        return;
    const ProspectImport taken = importProspects(m_board.workspace(), m_board.key(), path);
    QStringList said{say(text(u"新增 %1 个单位，更新 %2 个。", u"%1 new, %2 changed.").arg(QString::number(taken.added), QString::number(taken.changed)))};
    for (const Finding& each : taken.findings)
        said << say(each.message);
    m_said->setText(said.join(u' '));
    refresh(m_shown.key);
}

void ProspectsDialog::remind()
{
    if (!settle())
        return;
    QStringList texts;
    const QList<QTreeWidgetItem*> items = m_list->selectedItems();
    for (const QTreeWidgetItem* const item : items) {
        const qint64 key = item->data(0, Qt::UserRole).toLongLong();
        const auto unit = std::find_if(m_all.begin(), m_all.end(), [&](const Prospect& each) { return each.key == key; });
        const QString words = say(reminderText(*unit, m_board.view(), m_board.pack(), QDateTime::currentDateTime()));
        if (words.isEmpty())
            continue; // nothing is missing
        m_board.workspace().prospects().remind({0, key, words, u"messenger"_s, m_board.person(), {}});
        texts << words;
    }
    if (items.isEmpty())
        throw Error(ErrorCode::Usage, text(u"请先选中要催办的单位（可按 Ctrl 选几个）。", u"Choose the units first; several with Ctrl."));
    m_said->setText(texts.isEmpty() ? say(u"选中的单位不缺什么，不用催。", u"The units chosen lack nothing.") : QString());
    refresh(m_shown.key);
    m_words->setPlainText(texts.join(u"\n\n"_s));
}

} // namespace jz::ui
