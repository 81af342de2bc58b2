// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/edits.h"
#include "tests/ui/form/form_fixture.h"

#include <QApplication>
#include <QJsonArray>
#include <QToolButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Links : Form
{
    Links() { goTo(u"work_links"_s); }

    QLineEdit& row(int number) { return find<QLineEdit>(*view, u"row_work_links_"_s + QString::number(number)); }
    bool hasRow(int number) { return view->findChild<QLineEdit*>(u"row_work_links_"_s + QString::number(number)) != nullptr; }
    QToolButton& button(const QString& what, int number)
    {
        return find<QToolButton>(*view, what + u"_row_work_links_"_s + QString::number(number));
    }
    QJsonArray stored() { return value(u"work_links"_s).toArray(); }
    void deliverDeletions() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(links_editor)

BOOST_FIXTURE_TEST_CASE(typing_in_the_empty_row_makes_the_next, Links)
{
    type(u"https://a.cn"_s);
    BOOST_TEST(stored() == (QJsonArray{u"https://a.cn"_s}));
    BOOST_TEST(row(2).text().isEmpty());
    press(Qt::Key_Return);
    type(u"https://b.cn"_s);
    BOOST_TEST(stored() == (QJsonArray{u"https://a.cn"_s, u"https://b.cn"_s}));
    reopen();
    BOOST_TEST(row(2).text() == u"https://b.cn"_s);
}

BOOST_FIXTURE_TEST_CASE(several_lines_pasted_make_several_rows, Links)
{
    type(u"https://z.cn"_s);
    press(Qt::Key_Return);
    paste(u"https://a.cn\r\n\r\n  https://b.cn \nhttps://c.cn\r\n"_s);
    BOOST_TEST(stored() == (QJsonArray{u"https://z.cn"_s, u"https://a.cn"_s, u"https://b.cn"_s, u"https://c.cn"_s}));
    BOOST_TEST(row(5).hasFocus());
    undo();
    BOOST_TEST(stored() == (QJsonArray{u"https://z.cn"_s}));
}

BOOST_FIXTURE_TEST_CASE(lines_pasted_into_the_middle_of_a_row_part_it, Links)
{
    type(u"https://a.cn"_s);
    row(1).setCursorPosition(0);
    paste(u"https://x.cn\n"_s);
    BOOST_TEST(stored() == (QJsonArray{u"https://x.cn"_s, u"https://a.cn"_s}));
}

BOOST_FIXTURE_TEST_CASE(characters_that_cannot_be_used_are_left_out_with_a_word, Links)
{
    paste(u"https://a.cn\u0007\nhttps://b.cn"_s);
    BOOST_TEST(stored() == (QJsonArray{u"https://a.cn"_s, u"https://b.cn"_s}));
    BOOST_TEST(note(u"work_links"_s).contains(u"1 个"_s));
}

BOOST_FIXTURE_TEST_CASE(tab_goes_through_new_rows_before_the_next_field, Links)
{
    paste(u"a\nb\nc"_s);
    row(1).setFocus();
    QList<QWidget*> lines;
    for (int stop = 0; stop < 30 && frame(u"work_links"_s).isAncestorOf(QApplication::focusWidget()); ++stop) {
        if (auto* const line = qobject_cast<QLineEdit*>(QApplication::focusWidget()))
            lines.append(line);
        press(Qt::Key_Tab);
    }
    BOOST_TEST((lines == QList<QWidget*>{&row(1), &row(2), &row(3), &row(4)}));
    BOOST_TEST(find<QWidget>(*view, u"text_companies"_s).hasFocus());
}

BOOST_FIXTURE_TEST_CASE(rows_that_were_pasted_get_room, Links)
{
    paste(u"a\nb\nc\nd\ne\nf"_s);
    // At once: no frame is seen in which the rows are squeezed.
    BOOST_TEST(row(6).isVisible());
    BOOST_TEST(row(6).height() >= row(6).minimumHeight());
    BOOST_TEST(row(1).height() >= row(1).minimumHeight());
    BOOST_TEST(row(2).mapTo(view.get(), QPoint()).y() >= row(1).mapTo(view.get(), QPoint()).y() + row(1).height());
}

BOOST_FIXTURE_TEST_CASE(rows_are_moved_and_removed_by_button_and_key, Links)
{
    paste(u"a\nb\nc"_s);
    click(button(u"down"_s, 1));
    BOOST_TEST(stored() == (QJsonArray{u"b"_s, u"a"_s, u"c"_s}));
    BOOST_TEST(row(2).hasFocus());
    press(Qt::Key_Down, Qt::AltModifier);
    BOOST_TEST(stored() == (QJsonArray{u"b"_s, u"c"_s, u"a"_s}));
    press(Qt::Key_Down, Qt::AltModifier); // there is no further place
    BOOST_TEST(stored() == (QJsonArray{u"b"_s, u"c"_s, u"a"_s}));
    BOOST_TEST(!button(u"up"_s, 1).isEnabled());
    BOOST_TEST(!button(u"down"_s, 3).isEnabled());
    click(button(u"remove"_s, 2));
    BOOST_TEST(stored() == (QJsonArray{u"b"_s, u"a"_s}));
    BOOST_TEST(row(2).hasFocus());
    undo();
    BOOST_TEST(row(2).text() == u"c"_s);
}

BOOST_FIXTURE_TEST_CASE(a_row_that_was_emptied_goes_when_it_is_left_and_is_never_stored, Links)
{
    paste(u"a\nb\nc"_s);
    row(2).setFocus();
    press(Qt::Key_Backspace);
    BOOST_TEST(stored() == (QJsonArray{u"a"_s, u"c"_s}));
    BOOST_TEST(row(2).text().isEmpty());
    BOOST_TEST(row(3).text() == u"c"_s);
    row(1).setFocus();
    deliverDeletions();
    BOOST_TEST(row(2).text() == u"c"_s);
    BOOST_TEST(!hasRow(4));
}

BOOST_FIXTURE_TEST_CASE(an_emptied_row_does_not_confuse_moving_and_removing, Links)
{
    paste(u"a\nb\nc"_s);
    row(1).setFocus();
    press(Qt::Key_Backspace);
    click(button(u"remove"_s, 2));
    BOOST_TEST(stored() == (QJsonArray{u"c"_s}));
}

BOOST_FIXTURE_TEST_CASE(a_finding_marks_the_row_it_is_about, Links)
{
    paste(u"https://a.cn\nnot an address"_s);
    row(1).setFocus();
    BOOST_TEST(row(1).property("severity").toString().isEmpty());
    BOOST_TEST(!row(2).property("severity").toString().isEmpty());
    const Findings findings = session->findingsOf(u"work_links"_s);
    BOOST_REQUIRE(!findings.isEmpty());
    session->show(findings.first());
    BOOST_TEST(row(2).hasFocus());
}

BOOST_FIXTURE_TEST_CASE(a_final_dossier_shows_its_rows_and_no_empty_one, Links)
{
    paste(u"a\nb"_s);
    session->editor().moveOn(StepKind::Finalise);
    BOOST_TEST(row(1).isReadOnly());
    BOOST_TEST(!row(3).isVisible());
    BOOST_TEST(!button(u"remove"_s, 1).isVisible());
    press(Qt::Key_Up, Qt::AltModifier);
    BOOST_TEST(stored() == (QJsonArray{u"a"_s, u"b"_s}));
}

BOOST_AUTO_TEST_SUITE_END()
