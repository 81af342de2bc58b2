// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/walk/keyboard_clerk.h"

#include <QApplication>

#include <boost/test/unit_test.hpp>

namespace jz::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostStops = 60;

} // namespace

KeyboardClerk::KeyboardClerk(const QString& folder) : m_folder(folder), m_settings(folder + u"/settings.ini"_s) {}

void KeyboardClerk::start()
{
    m_program = std::make_unique<ui::Program>(m_settings, m_dialogs);
    m_program->start(m_folder + u"/资料库"_s);
    show(window());
}

void KeyboardClerk::waitForPage(const QString& name)
{
    waitFor([&] { return window().page() && window().page()->objectName() == name; });
    BOOST_REQUIRE(window().page()->objectName() == name);
}

ui::ApplicantDesk& KeyboardClerk::desk()
{
    auto* const shown = qobject_cast<ui::ApplicantDesk*>(window().page());
    BOOST_REQUIRE(shown);
    return *shown;
}

QString KeyboardClerk::field()
{
    for (const QWidget* widget = QApplication::focusWidget(); widget; widget = widget->parentWidget())
        if (const auto* const frame = qobject_cast<const ui::FieldFrame*>(widget))
            return frame->field().id;
    return {};
}

void KeyboardClerk::tabTo(const QString& wanted)
{
    const QString from = field();
    for (int stop = 0; stop < mostStops && field() != wanted; ++stop)
        key(Qt::Key_Tab);
    BOOST_REQUIRE_MESSAGE(field() == wanted, wanted.toStdString() << " is not reached from " << from.toStdString() << ", but "
                                                                   << field().toStdString());
}

void KeyboardClerk::fill(const QString& wanted, const QString& text)
{
    tabTo(wanted);
    write(text);
}

QString KeyboardClerk::keptField()
{
    return m_settings.session(m_folder + u"/资料库"_s).place.value("field"_L1).toString();
}

QString KeyboardClerk::message()
{
    const ui::BarMessage* const shown = window().messages().message();
    return shown && window().messages().isVisible() ? shown->text : QString();
}

} // namespace jz::test
