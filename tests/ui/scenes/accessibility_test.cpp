// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"

#include "tests/shots/scene.h"
#include "tests/ui/scenes/seen_words.h"
#include "tests/ui/scenes/window_checks.h"
#include "ui/form/field_editor.h"

#include <QAccessible>
#include <QAction>
#include <QToolButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// Roles of things that something can be done with.
bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::EditableText:
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::Table:
    case QAccessible::List:
    case QAccessible::Tree:
    case QAccessible::Link:
    case QAccessible::PageTab:
        return true;
    default:
        return false;
    }
}

/// Buttons of tool bars are named as what they do.
QString nameOf(const QWidget& widget)
{
    const auto* const button = qobject_cast<const QToolButton*>(&widget);
    return button && button->defaultAction() ? button->defaultAction()->objectName() : widget.objectName();
}

/// Roles that a name alone does not explain: what belongs into it, which keys it takes. Buttons with words say what they do; those
/// that only show a picture do not.
bool needsDescription(const QAccessibleInterface& thing, const QWidget* widget)
{
    switch (thing.role()) {
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::Table:
    case QAccessible::List:
    case QAccessible::Tree:
        return true;
    default:
        break;
    }
    for (const QWidget* parent = widget; parent; parent = parent->parentWidget())
        if (qobject_cast<const ui::FieldEditor*>(parent))
            return thing.role() == QAccessible::RadioButton || thing.role() == QAccessible::CheckBox;
    const auto* const button = qobject_cast<const QToolButton*>(widget);
    return button && (button->text().isEmpty() || button->toolButtonStyle() == Qt::ToolButtonIconOnly);
}

QStringList problemsOf(QAccessibleInterface& thing)
{
    QStringList problems;
    const QWidget* const widget = qobject_cast<QWidget*>(thing.object());
    const QAccessible::State state = thing.state();
    const bool focusable = widget && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
    if (!isControl(thing.role()) && !focusable)
        return problems;
    const QString where = widget ? pathOf(widget) : QString();
    if (thing.text(QAccessible::Name).trimmed().isEmpty())
        problems << u"%1 has no name"_s.arg(where);
    if (needsDescription(thing, widget) && thing.text(QAccessible::Description).trimmed().isEmpty())
        problems << u"%1 has no description"_s.arg(where);
    if (focusable && (thing.role() == QAccessible::NoRole || thing.role() == QAccessible::Client))
        problems << u"%1 takes the focus and has no role"_s.arg(where);
    if (widget && nameOf(*widget).isEmpty())
        problems << u"%1 has no objectName"_s.arg(where);
    if (focusable && !state.focusable && !state.disabled)
        problems << u"%1 is not told to take the focus"_s.arg(where);
    return problems;
}

/// What is inside of tables, lists, lines of text and boxes to choose from is theirs to name.
bool isWhole(QAccessible::Role role)
{
    return role == QAccessible::Table || role == QAccessible::List || role == QAccessible::Tree || role == QAccessible::ComboBox
           || role == QAccessible::SpinBox || role == QAccessible::EditableText;
}

void walk(QAccessibleInterface* thing, QStringList& problems)
{
    if (!thing || !thing->isValid() || thing->state().invisible)
        return;
    problems += problemsOf(*thing);
    if (isWhole(thing->role()))
        return;
    for (int i = 0; i < thing->childCount(); ++i)
        walk(thing->child(i), problems);
}

} // namespace

QStringList test::accessibilityProblems(QWidget& window)
{
    QStringList problems;
    walk(QAccessible::queryAccessibleInterface(&window), problems);
    problems.removeDuplicates();
    return problems;
}

BOOST_AUTO_TEST_SUITE(accessibility)

BOOST_AUTO_TEST_CASE(a_field_is_named_by_its_label_and_described_by_its_prompt)
{
    for (const Scene& scene : formScenes()) {
        if (!scene.name.startsWith(u"form-empty"))
            continue;
        StagedScene staged(scene);
        auto* const line = staged.window().findChild<QWidget*>(u"org_name"_s);
        BOOST_REQUIRE(line);
        QAccessibleInterface* const thing = QAccessible::queryAccessibleInterface(line->focusProxy());
        BOOST_TEST(thing->text(QAccessible::Name) == u"依托单位名称"_s);
        BOOST_TEST(thing->text(QAccessible::Description) == u"（规范填写依托单位全称） 必填"_s);
    }
}

BOOST_AUTO_TEST_SUITE_END()
