// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"

#include "tests/shots/scene.h"
#include "tests/ui/scenes/seen_words.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QTabBar>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int slack = 1; ///< pixels by which rounding may be off

bool isTooSmall(const QWidget& widget)
{
    if (const auto* const label = qobject_cast<const QLabel*>(&widget)) {
        if (label->text().isEmpty())
            return false;
        if (label->wordWrap())
            return label->heightForWidth(label->width()) > label->height() + slack;
        return label->sizeHint().width() > label->width() + slack || label->sizeHint().height() > label->height() + slack;
    }
    if (const auto* const button = qobject_cast<const QAbstractButton*>(&widget))
        return button->sizeHint().width() > button->width() + slack || button->minimumSizeHint().height() > button->height() + slack;
    if (const auto* const choice = qobject_cast<const QComboBox*>(&widget))
        return choice->fontMetrics().horizontalAdvance(choice->currentText()) + ui::Theme::space(8) > choice->width() + slack;
    if (const auto* const line = qobject_cast<const QLineEdit*>(&widget))
        return line->fontMetrics().horizontalAdvance(line->placeholderText()) + ui::Theme::space(3) > line->width() + slack
               || line->fontMetrics().height() > line->height();
    return false;
}

/// The area that scrolls what the widget is in; null when nothing does.
const QScrollArea* scrollerOf(const QWidget& widget)
{
    for (const QWidget* parent = widget.parentWidget(); parent && !widget.isWindow(); parent = parent->parentWidget())
        if (const auto* const area = qobject_cast<const QScrollArea*>(parent))
            return area;
    return nullptr;
}

bool isInsideOfView(const QWidget& widget)
{
    for (const QWidget* parent = widget.parentWidget(); parent; parent = parent->parentWidget())
        if (qobject_cast<const QAbstractScrollArea*>(parent) && !qobject_cast<const QScrollArea*>(parent))
            return true;
    return false;
}

/// The line in a spin box, the button that clears a line.
bool isPartOfControl(const QWidget& widget)
{
    const QWidget* const parent = widget.parentWidget();
    return qobject_cast<const QLineEdit*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent);
}

/// Whether something of the widget lies outside of what can be brought into sight.
bool isOutside(const QWidget& widget, const QWidget& window)
{
    if (const QScrollArea* const area = scrollerOf(widget)) {
        const QPoint corner = widget.mapTo(area->widget(), QPoint(0, 0));
        const QRect rect(corner, widget.size());
        const bool scrolls = area->horizontalScrollBar()->maximum() > 0 && area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
        return rect.left() < -slack || rect.right() > area->widget()->width() + slack
               || (!scrolls && area->widget()->width() > area->viewport()->width() + slack);
    }
    const QRect rect(widget.mapTo(&window, QPoint(0, 0)), widget.size());
    return !window.rect().adjusted(-slack, -slack, slack, slack).contains(rect);
}

QStringList cutOff(const QWidget& window)
{
    QStringList found;
    for (const QWidget* const widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->size().isEmpty() || isInsideOfView(*widget) || isPartOfControl(*widget))
            continue;
        const bool says = qobject_cast<const QLabel*>(widget) || qobject_cast<const QAbstractButton*>(widget)
                          || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QLineEdit*>(widget);
        if (widget->objectName() == u"qt_toolbar_ext_button")
            found << u"a tool bar is too long"_s;
        else if (says && isTooSmall(*widget))
            found << u"%1 is too small: %2 × %3 of %4 × %5"_s.arg(pathOf(widget), QString::number(widget->width()), QString::number(widget->height()),
                                                                QString::number(widget->sizeHint().width()), QString::number(widget->sizeHint().height()));
        else if (says && isOutside(*widget, window))
            found << u"%1 lies outside"_s.arg(pathOf(widget));
    }
    return found;
}

/// Looks at every scene with text of that size on a screen of that size.
void checkAll(int text, QSize screen)
{
    ui::Theme::apply(ui::ThemeChoice::Light, text);
    for (const Language language : {Language::Chinese, Language::English}) {
        ui::setLanguage(language);
        for (const Scene& scene : allScenes()) {
            if (scene.name.startsWith(u"style-"))
                continue;
            const bool dialog = scene.size.isEmpty();
            StagedScene staged(scene, dialog ? QSize() : QSize(screen.width(), qMax(screen.height(), scene.size.height() * text / 100)));
            BOOST_TEST_CONTEXT(scene.name.toStdString() << (language == Language::Chinese ? " in Chinese" : " in English"))
            {
                BOOST_TEST(cutOff(staged.window()) == QStringList());
                const QSize least = staged.window().size();
                BOOST_TEST((!dialog || (least.width() <= screen.width() && least.height() <= screen.height())),
                           "the dialog of " << least.width() << " × " << least.height() << " is larger than the screen");
                BOOST_TEST((dialog || staged.window().width() <= screen.width()),
                           "the window is " << staged.window().width() << " wide");
            }
        }
    }
    ui::setLanguage(Language::Chinese);
    ui::Theme::apply(ui::ThemeChoice::Light, 100);
}

} // namespace

BOOST_AUTO_TEST_SUITE(fit)

BOOST_AUTO_TEST_CASE(nothing_is_cut_off_on_an_office_laptop_with_larger_text)
{
    checkAll(125, {1366, 768});
}

BOOST_AUTO_TEST_CASE(nothing_is_cut_off_with_text_of_twice_the_size)
{
    checkAll(200, {1920, 1080});
}

BOOST_AUTO_TEST_SUITE_END()
