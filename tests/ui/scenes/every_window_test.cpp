// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"

#include "tests/shots/scene.h"
#include "tests/ui/scenes/seen_words.h"
#include "tests/ui/scenes/window_checks.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
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
    // What has just changed its words is laid out at the next turn of the event loop.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
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

struct Variant
{
    Language language;
    int text; ///< its size in percent
    QSize screen;
};

/// Whatever is the same at every size of text is asked once for a language.
void checkScene(const Scene& scene, const Variant& variant)
{
    const bool once = variant.text < 200;
    const bool probe = scene.name.startsWith(u"style-");
    const bool dialog = scene.size.isEmpty();
    const QSize& screen = variant.screen;
    StagedScene staged(scene, dialog ? QSize() : QSize(screen.width(), qMax(screen.height(), scene.size.height() * variant.text / 100)));
    QWidget& window = staged.window();
    if (!probe) {
        BOOST_TEST(cutOff(window) == QStringList());
        BOOST_TEST((!dialog || (window.width() <= screen.width() && window.height() <= screen.height())),
                   "the dialog of " << window.width() << " × " << window.height() << " is larger than the screen");
        BOOST_TEST((dialog || window.width() <= screen.width()), "the window is " << window.width() << " wide");
        if (once)
            BOOST_TEST(untranslatedWords(window, variant.language) == QStringList());
    }
    if (once && variant.language == Language::Chinese) {
        QStringList problems = accessibilityProblems(window);
        if (probe) // shows how controls look, not what they are for
            problems.removeIf([](const QString& problem) { return problem.endsWith(u"has no description"_s); });
        BOOST_TEST(problems == QStringList());
        BOOST_TEST(focusHolders(window) == QStringList());
    }
}

void checkAll(const Variant& variant)
{
    ui::Theme::apply(ui::ThemeChoice::Light, variant.text);
    ui::setLanguage(variant.language);
    ui::translateQt(variant.language);
    for (const Scene& scene : allScenes()) {
        if (variant.text == 200 && scene.name.startsWith(u"style-"))
            continue;
        // JUANZONG_SCENES=recommender: while working on a room, its scenes alone.
        if (!scene.name.startsWith(qEnvironmentVariable("JUANZONG_SCENES")))
            continue;
        BOOST_TEST_CONTEXT(scene.name.toStdString())
        checkScene(scene, variant);
    }
    ui::setLanguage(Language::Chinese);
    ui::translateQt(Language::Chinese);
    ui::Theme::apply(ui::ThemeChoice::Light, 100);
}

} // namespace

BOOST_AUTO_TEST_SUITE(every_window)

BOOST_AUTO_TEST_CASE(fits_an_office_laptop_with_larger_text_in_chinese_and_is_named_and_reached_by_keyboard)
{
    checkAll({Language::Chinese, 125, {1366, 768}});
}

BOOST_AUTO_TEST_CASE(fits_an_office_laptop_with_larger_text_in_english_and_speaks_it)
{
    checkAll({Language::English, 125, {1366, 768}});
}

BOOST_AUTO_TEST_CASE(fits_with_text_of_twice_the_size_in_chinese)
{
    checkAll({Language::Chinese, 200, {1920, 1080}});
}

BOOST_AUTO_TEST_CASE(fits_with_text_of_twice_the_size_in_english)
{
    checkAll({Language::English, 200, {1920, 1080}});
}

BOOST_AUTO_TEST_SUITE_END()
