// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/support/windows.h"
#include "ui/form/form_view.h"
#include "ui/form/section_card.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Form : DeskFixture
{
    Form() : session(*workspace, newDossier(), dialogs), view(session, nullptr) { show(view); }

    void go(const QString& field) { view.goTo({Address::Part::Value, field, {}, {}}); }
    ui::FieldFrame& frame(const QString& field) { return *view.frame(field); }
    /// What is said below a field.
    QStringList said(const QString& field)
    {
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QStringList words;
        for (const QLabel* const label : frame(field).findChildren<QLabel*>(u"finding"_s))
            words << label->text();
        return words;
    }
    QString edge(const QString& field) { return frame(field).editor()->focusProxy()->property("severity").toString(); }

    ui::DossierSession session;
    ui::FormView view;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(field_frame, Form)

BOOST_AUTO_TEST_CASE(a_fresh_form_complains_of_nothing)
{
    BOOST_TEST(!session.findings().isEmpty());
    for (const ui::FieldFrame* const each : view.frames()) {
        BOOST_TEST(said(each->field().id) == QStringList());
        if (each->editor() && each->editor()->focusProxy())
            BOOST_TEST(edge(each->field().id) == QString());
    }
}

BOOST_AUTO_TEST_CASE(what_has_to_be_filled_in_says_so_beside_its_label)
{
    BOOST_TEST(find<QLabel>(frame(u"address"_s), u"label"_s).accessibleName() == u"通讯地址 必填"_s);
    BOOST_TEST(find<QLabel>(frame(u"hardware"_s), u"label"_s).accessibleName() == u"硬件标准"_s);
}

BOOST_AUTO_TEST_CASE(a_field_left_empty_says_that_it_has_to_be_filled_in)
{
    go(u"address"_s);
    BOOST_TEST(said(u"address"_s) == QStringList());
    press(view, Qt::Key_Tab);
    BOOST_TEST(said(u"address"_s) == QStringList{u"“通讯地址”未填写。请填写。"_s});
    BOOST_TEST(edge(u"address"_s) == u"error"_s);
    BOOST_TEST(said(u"contact_name"_s) == QStringList());
}

BOOST_AUTO_TEST_CASE(wrong_content_is_told_while_it_is_typed)
{
    go(u"contact_email"_s);
    type(view, u"a"_s);
    BOOST_TEST(said(u"contact_email"_s).size() == 1);
    BOOST_TEST(edge(u"contact_email"_s) == u"error"_s);
    type(view, u"@example.cn"_s);
    BOOST_TEST(said(u"contact_email"_s) == QStringList());
    BOOST_TEST(edge(u"contact_email"_s) == QString());
}

BOOST_AUTO_TEST_CASE(who_asks_for_the_check_is_told_of_every_empty_field)
{
    session.noteCheck();
    BOOST_TEST(said(u"address"_s).size() == 1);
    BOOST_TEST(said(u"contact_name"_s).size() == 1);
    BOOST_TEST(said(u"hardware"_s) == QStringList());
}

BOOST_AUTO_TEST_CASE(nothing_moves_under_a_mouse_that_is_pressed)
{
    go(u"address"_s);
    QWidget* const next = frame(u"contact_name"_s).editor()->focusProxy();
    hold(*next);
    BOOST_TEST(next->hasFocus());
    const QPoint place = next->mapToGlobal(QPoint(0, 0));
    QApplication::processEvents();
    BOOST_TEST((next->mapToGlobal(QPoint(0, 0)) == place));
    letGo(*next);
    waitFor([&] { return !said(u"address"_s).isEmpty(); });
}

BOOST_AUTO_TEST_CASE(the_wording_of_an_opinion_has_the_name_of_the_unit)
{
    go(u"org_name"_s);
    type(view, u"示例研究院"_s);
    QStringList words;
    for (const QLabel* const label : view.findChildren<QLabel*>(u"wording"_s))
        words << label->text();
    BOOST_REQUIRE(words.size() == 2);
    BOOST_TEST(words.at(1).startsWith(u"同意推荐示例研究院申报"_s));
}

BOOST_AUTO_TEST_CASE(lines_do_not_grow_with_the_window)
{
    view.resize(2400, 900);
    waitFor([&] { return view.widget()->width() > 2000; });
    for (const ui::FieldFrame* const each : view.frames())
        BOOST_TEST(each->width() <= ui::Theme::space(200));
}

BOOST_AUTO_TEST_SUITE_END()
