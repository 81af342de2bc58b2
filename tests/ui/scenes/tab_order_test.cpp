// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"

#include "tests/support/windows.h"
#include "tests/ui/scenes/seen_words.h"
#include "tests/ui/scenes/window_checks.h"
#include "ui/form/form_view.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDateTimeEdit>
#include <QSet>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostStops = 2000;

struct WholeForm : DeskFixture
{
    WholeForm() : session(*workspace, newDossier(), dialogs), view(session, nullptr) { show(view); }

    int placeOf(const QWidget* widget) const
    {
        for (qsizetype i = 0; i < view.frames().size(); ++i)
            if (view.frames().at(i)->isAncestorOf(widget))
                return int(i);
        return -1;
    }

    ui::DossierSession session;
    ui::FormView view;
};

/// Where within a widget the focus is: a cell of a table, year, month or day of a date.
QVariant partOf(const QWidget* widget)
{
    if (const auto* const table = qobject_cast<const QAbstractItemView*>(widget))
        return QPoint(table->currentIndex().column(), table->currentIndex().row());
    if (const auto* const date = qobject_cast<const QDateTimeEdit*>(widget))
        return date->currentSectionIndex();
    return {};
}

/// Presses Tab until another widget has the focus; it goes through the parts of some first.
void tabOn(QWidget& window)
{
    QWidget* const before = QApplication::focusWidget();
    QVariant part;
    do {
        part = partOf(before);
        press(window, Qt::Key_Tab);
    } while (QApplication::focusWidget() == before && partOf(before) != part);
}

} // namespace

QStringList test::focusHolders(QWidget& window)
{
    QStringList holders;
    if (!QApplication::focusWidget())
        press(window, Qt::Key_Tab);
    QSet<QWidget*> seen;
    QWidget* focus = QApplication::focusWidget();
    while (focus && !seen.contains(focus)) {
        seen.insert(focus);
        tabOn(window);
        if (QApplication::focusWidget() == focus && seen.size() > 1)
            holders << pathOf(focus);
        focus = QApplication::focusWidget();
    }
    return holders;
}

BOOST_AUTO_TEST_SUITE(tab_order)

BOOST_FIXTURE_TEST_CASE(tab_walks_through_every_field_in_the_order_of_the_form, WholeForm)
{
    view.goTo({Address::Part::Value, view.frames().constFirst()->field().id, {}, {}});
    QWidget* const first = QApplication::focusWidget();
    BOOST_REQUIRE(first);
    QSet<int> seen;
    int last = -1;
    for (int stop = 0; stop < mostStops; ++stop) {
        QWidget* const focus = QApplication::focusWidget();
        const int place = placeOf(focus);
        BOOST_TEST(place >= last, pathOf(focus).toStdString() << " comes too late");
        last = place;
        seen.insert(place);
        BOOST_TEST(!focus->visibleRegion().isEmpty(), pathOf(focus).toStdString() << " has the focus and is not seen");
        tabOn(view);
        if (QApplication::focusWidget() == first)
            break;
        BOOST_REQUIRE_MESSAGE(QApplication::focusWidget() != focus, pathOf(focus).toStdString() << " does not let go");
    }
    for (qsizetype i = 0; i < view.frames().size(); ++i)
        if (view.frames().at(i)->editor())
            BOOST_TEST(seen.contains(int(i)), view.frames().at(i)->field().id.toStdString() << " is not reached");
}

BOOST_FIXTURE_TEST_CASE(shift_tab_goes_back, WholeForm)
{
    view.goTo({Address::Part::Value, view.frames().constFirst()->field().id, {}, {}});
    QWidget* const first = QApplication::focusWidget();
    press(view, Qt::Key_Tab);
    BOOST_REQUIRE(QApplication::focusWidget() != first);
    press(view, Qt::Key_Backtab, Qt::ShiftModifier);
    BOOST_TEST((QApplication::focusWidget() == first));
}

BOOST_AUTO_TEST_SUITE_END()
