// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/applicant/desk_window.h"

#include "tests/support/boost_test.h"
#include "ui/form/field_frame.h"

#include <QAction>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::test {

using namespace Qt::StringLiterals;

DeskWindow::DeskWindow() = default;

DeskWindow::~DeskWindow()
{
    m_window.reset();
}

void DeskWindow::open(const QUuid& id)
{
    m_id = id.isNull() ? newDossier() : id;
    m_window = std::make_unique<QWidget>();
    m_bar = new ui::MessageBar(m_window.get());
    m_desk = new ui::ApplicantDesk(*workspace, m_id, dialogs, m_window.get());
    auto* const layout = new QVBoxLayout(m_window.get());
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_desk, 1);
    show(*m_window);
}

void DeskWindow::reopen()
{
    m_window.reset();
    restart();
    open(m_id);
}

void DeskWindow::openPanel(const QString& id)
{
    find<QAction>(*m_desk, u"panel_"_s + id).trigger();
}

void DeskWindow::fill(const QString& field, const QString& text)
{
    m_desk->form().goTo({Address::Part::Value, field, {}, {}});
    press(*m_window, Qt::Key_A, Qt::ControlModifier);
    type(*m_window, text);
}

QString DeskWindow::focusedField() const
{
    for (const QWidget* widget = m_window->focusWidget(); widget; widget = widget->parentWidget())
        if (const auto* const frame = qobject_cast<const ui::FieldFrame*>(widget))
            return frame->field().id;
    return {};
}

void DeskWindow::clickEntry(ui::EntryList& list, const QString& key)
{
    const qsizetype row = list.shownKeys().indexOf(key);
    BOOST_REQUIRE_MESSAGE(row >= 0, key.toStdString() << " is not seen in " << list.objectName().toStdString());
    const QModelIndex index = list.model()->index(int(row), 0);
    list.scrollTo(index);
    clickAt(*list.viewport(), list.visualRect(index).center());
}

void DeskWindow::clickMessageAction(int number)
{
    for (QPushButton* const button : m_bar->findChildren<QPushButton*>(u"messageAction"_s))
        if (!button->isHidden() && number-- == 0)
            return click(*button);
    BOOST_FAIL("the message bar has no such button");
}

ui::Entry DeskWindow::entryWith(const ui::EntryList& list, const QString& words)
{
    for (const ui::Entry& entry : list.entries())
        if (entry.title.contains(words) || entry.text.contains(words) || entry.note.contains(words))
            return entry;
    return {};
}

} // namespace jz::test
