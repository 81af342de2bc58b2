// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/compare_dialog.h"

#include "model/base/counted_text.h"
#include "model/dossier/dossier_summary.h"
#include "model/dossier/edits.h"
#include "model/dossier/value_words.h"
#include "ui/desk/guarded.h"
#include "ui/desk/message_bar.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace jz::ui {

using namespace Qt::StringLiterals;

Changes inFormOrder(const Changes& changes, const CallPack& pack)
{
    QHash<QString, int> order;
    for (const Section& section : pack.sections)
        for (const Field& field : section.fields)
            order.insert(field.id, int(order.size()));
    Changes sorted = changes;
    std::stable_sort(sorted.begin(), sorted.end(), [&](const Change& a, const Change& b) {
        return order.value(a.address.field, int(order.size())) < order.value(b.address.field, int(order.size()));
    });
    return sorted;
}

CompareDialog::CompareDialog(DossierSession& session, const std::optional<ComparedState>& from, QWidget* parent)
    : QDialog(parent), m_session(session), m_states(statesOf(session)), m_from(chooser(u"compareFrom"_s, say(u"原来", u"Before"))),
      m_to(chooser(u"compareTo"_s, say(u"后来", u"After"))), m_summary(new QLabel(this)),
      m_table(new ComparisonTable({say(u"原来", u"Before"), say(u"后来", u"After")}, this))
{
    setObjectName(u"compareDialog"_s);
    setWindowTitle(say(u"比较两稿", u"Compare two states"));
    if (from)
        m_states.insert(1, *from);
    for (QComboBox* const side : {m_from, m_to}) {
        for (const ComparedState& state : std::as_const(m_states))
            side->addItem(state.label);
        side->addItem(say(u"另一个文件…", u"Another file…"));
    }
    m_from->setCurrentIndex(1);
    build();
    compare();
    for (QComboBox* const side : {m_from, m_to})
        connect(side, &QComboBox::activated, this, [this, side](int index) {
            guarded(this, [&] {
                if (index == m_states.size())
                    addFile(side);
                compare();
            });
        });
    connect(m_table, &ComparisonTable::placeWanted, this, [this] { m_go->click(); });
    connect(m_table, &QTableWidget::currentCellChanged, this, &CompareDialog::showActions);
}

QComboBox* CompareDialog::chooser(const QString& name, const QString& words)
{
    auto* const made = new QComboBox(this);
    made->setObjectName(name);
    made->setAccessibleName(words);
    made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    made->setAccessibleDescription(say(u"留存的各稿，或另选一个文件", u"States that are kept, or a file"));
    return made;
}

void CompareDialog::build()
{
    m_table->setObjectName(u"compareTable"_s);
    m_table->setAccessibleName(say(u"两稿的不同", u"Differences"));
    m_table->setAccessibleDescription(say(u"每行一处：栏目、原来、后来", u"A place in each row: field, before, after"));
    m_summary->setObjectName(u"compareSummary"_s);
    // One below the other: what they name is long.
    auto* const top = new QGridLayout;
    top->setSpacing(Theme::space(2));
    top->setColumnStretch(1, 1);
    top->addWidget(new QLabel(say(u"从", u"From"), this), 0, 0);
    top->addWidget(m_from, 0, 1);
    top->addWidget(new QLabel(say(u"到", u"to"), this), 1, 0);
    top->addWidget(m_to, 1, 1);
    m_go = new QPushButton(say(u"前往此栏", u"Go to the field"), this);
    m_go->setObjectName(u"compareGo"_s);
    m_go->setProperty("primary", true);
    m_restore = new QPushButton(say(u"取回此处原来的内容", u"Bring back what was here"), this);
    m_restore->setObjectName(u"compareRestore"_s);
    auto* const close = new QPushButton(say(u"关闭", u"Close"), this);
    close->setObjectName(u"compareClose"_s);
    for (QPushButton* const button : {m_go, m_restore, close}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
    }
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (m_table->currentRow() < 0)
            return;
        m_wanted = m_changes.at(m_table->currentRow()).address;
        accept();
    });
    connect(m_restore, &QPushButton::clicked, this, [this] { guarded(this, [this] { restore(); }); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* const below = new QHBoxLayout;
    below->setSpacing(Theme::space(2));
    below->addWidget(m_restore);
    below->addStretch(1);
    below->addWidget(close);
    below->addWidget(m_go);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(5), Theme::space(5), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(3));
    auto* const bar = new MessageBar(this);
    layout->addWidget(bar);
    layout->addLayout(top);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addLayout(below);
    resize(QSize(Theme::space(260), Theme::space(160)).boundedTo(screen()->availableSize() * 0.95));
}

Dossier CompareDialog::read(const QComboBox* side) const
{
    return m_states.at(side->currentIndex()).read();
}

void CompareDialog::addFile(QComboBox* side)
{
    const int before = side == m_to ? 0 : 1;
    side->setCurrentIndex(before);
    const QString path = m_session.dialogs().openFile(
        this, {say(u"比较哪个文件", u"Compare with which file"), say(u"申报书 (*.pdf *.json)", u"Dossiers (*.pdf *.json)"), {}});
    if (path.isEmpty())
        return;
    m_states.append(stateInFile(path, this));
    for (QComboBox* const each : {m_from, m_to})
        each->insertItem(int(m_states.size()) - 1, m_states.last().label);
    side->setCurrentIndex(int(m_states.size()) - 1);
}

void CompareDialog::compare()
{
    const Dossier from = read(m_from);
    const Dossier to = read(m_to);
    m_changes = inFormOrder(changesBetween(from, to), m_session.pack());
    m_table->clearRows();
    for (const Change& change : std::as_const(m_changes)) {
        const auto words = [&](const QJsonValue& value) {
            return say(valueWords(value, change.address, m_session.pack(), m_session.reference().divisions));
        };
        const Dossier& counted = change.now.isNull() && change.address.isRow() ? from : to;
        const QString was = words(change.was);
        const QString now = words(change.now);
        m_table->addRow(say(placeLabel(change.address, counted, m_session.pack())), {},
                        {ComparedText::before(was, now), ComparedText::after(was, now)});
    }
    m_table->fit();
    m_summary->setText(m_changes.isEmpty() ? say(u"两稿内容相同。", u"They are the same.")
                                           : say(counted(u"%1 处不同", u"%1 {difference|differences}").arg(QString::number(m_changes.size()))));
    if (!m_changes.isEmpty())
        m_table->setCurrentCell(0, 0);
    showActions();
}

void CompareDialog::showActions()
{
    m_go->setEnabled(m_table->currentRow() >= 0);
    m_restore->setVisible(m_to->currentIndex() == 0 && m_session.canEdit());
    m_restore->setEnabled(m_table->currentRow() >= 0);
}

void CompareDialog::restore()
{
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    const Change& change = m_changes.at(row);
    m_session.apply(setPlace(m_session.dossier(), change.address, change.was));
    compare();
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(qMin(row, m_table->rowCount() - 1), 0);
}

} // namespace jz::ui
