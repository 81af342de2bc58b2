// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/edits.h"
#include "tests/ui/form/form_fixture.h"
#include "ui/form/growing_text.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QUrl>
#include <QWheelEvent>
#include <QWindow>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

const QString introduction = u"org_intro"_s;

struct Intro : Form
{
    Intro() : area(find<ui::GrowingText>(*view, u"text_org_intro"_s)) { goTo(introduction); }

    QString shown() const { return area.exactText(); }

    ui::GrowingText& area;
};

} // namespace

BOOST_AUTO_TEST_SUITE(long_text_editor)

BOOST_FIXTURE_TEST_CASE(what_is_typed_is_counted_and_stored, Intro)
{
    type(u"本院成立于1990年。"_s);
    press(Qt::Key_Return);
    type(u"Optics"_s);
    BOOST_TEST(text(introduction) == u"本院成立于1990年。\nOptics"_s);
    BOOST_TEST(measure(introduction) == u"字数 9/300 · 字符 17"_s);
}

BOOST_FIXTURE_TEST_CASE(what_the_input_method_is_composing_is_neither_counted_nor_stored, Intro)
{
    type(u"示例"_s);
    compose(*view, u"guang dian"_s);
    BOOST_TEST(text(introduction) == u"示例"_s);
    BOOST_TEST(measure(introduction) == u"字数 2/300 · 字符 2"_s);
    BOOST_TEST(area.textCursor().block().layout()->preeditAreaText() == u"guang dian"_s);
}

BOOST_FIXTURE_TEST_CASE(nothing_is_cut_off_over_the_limit, Intro)
{
    paste(u"字"_s.repeated(300));
    BOOST_TEST(measureSeverity(introduction).isEmpty());
    type(u"多"_s);
    BOOST_TEST(text(introduction).size() == 301);
    BOOST_TEST(measure(introduction) == u"字数 301/300 · 字符 301"_s);
    BOOST_TEST(measureSeverity(introduction) == u"error"_s);
}

BOOST_FIXTURE_TEST_CASE(more_characters_than_the_limit_are_a_warning_while_the_words_are_not, Intro)
{
    paste(u"字"_s.repeated(290) + u"12345678901234567890"_s);
    BOOST_TEST(measure(introduction) == u"字数 291/300 · 字符 310"_s);
    BOOST_TEST(measureSeverity(introduction) == u"warning"_s);
}

BOOST_FIXTURE_TEST_CASE(tab_leaves_the_field, Intro)
{
    press(Qt::Key_Tab);
    BOOST_TEST(!area.hasFocus());
    BOOST_TEST(text(introduction).isEmpty());
}

BOOST_FIXTURE_TEST_CASE(what_word_puts_on_the_clipboard_comes_in_as_plain_text_in_order, Intro)
{
    auto* const data = new QMimeData;
    data->setHtml(u"<p><b>一、</b>背景</p><p>二、业务</p>"_s);
    data->setText(u"一、\t背景\u00A0与缘起\r\n二、业务\v（续）\u0007\r\n"_s);
    pasteMime(data);
    BOOST_TEST(text(introduction) == u"一、 背景 与缘起\n二、业务\n（续）\n"_s);
    BOOST_TEST(note(introduction).contains(u"1 个"_s));
    type(u"字"_s);
    BOOST_TEST(note(introduction).isEmpty());
}

BOOST_FIXTURE_TEST_CASE(rich_text_without_plain_text_comes_in_as_plain_text, Intro)
{
    auto* const data = new QMimeData;
    data->setHtml(u"<p><b>甲</b>乙</p><p>丙&nbsp;丁</p>"_s);
    pasteMime(data);
    BOOST_TEST(text(introduction) == u"甲乙\n丙 丁"_s);
    BOOST_TEST(!area.document()->begin().charFormat().font().bold());
}

BOOST_FIXTURE_TEST_CASE(a_picture_or_a_file_is_not_pasted_into_text, Intro)
{
    auto* const data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(u"/tmp/证照.jpg"_s)});
    pasteMime(data);
    BOOST_TEST(text(introduction).isEmpty());
}

BOOST_FIXTURE_TEST_CASE(it_grows_with_its_content_and_shows_no_bar_of_its_own, Intro)
{
    const int empty = area.height();
    BOOST_TEST(empty >= 4 * area.fontMetrics().lineSpacing());
    type(u"一行"_s);
    BOOST_TEST(area.minimumHeight() == empty);
    paste(u"长"_s.repeated(800));
    QCoreApplication::processEvents();
    BOOST_TEST(area.height() > empty);
    BOOST_TEST(area.verticalScrollBar()->maximum() == 0);
    const int tall = area.height();
    undo();
    QCoreApplication::processEvents();
    BOOST_TEST(area.height() < tall);
}

BOOST_FIXTURE_TEST_CASE(a_very_long_text_scrolls_inside, Intro)
{
    paste(u"很长的一段。\n"_s.repeated(400));
    QCoreApplication::processEvents();
    BOOST_TEST(area.height() < 40 * area.fontMetrics().lineSpacing());
    BOOST_TEST(area.verticalScrollBar()->maximum() > 0);
    BOOST_TEST(text(introduction).size() == 2800);
}

BOOST_FIXTURE_TEST_CASE(a_long_text_opens_at_its_beginning, Intro)
{
    paste(u"很长的一段。\n"_s.repeated(400));
    session->apply(setValue(session->dossier(), u"address"_s, u"很长的地址"_s.repeated(60)));
    reopen();
    QCoreApplication::processEvents();
    const auto& longText = find<ui::GrowingText>(*view, u"text_org_intro"_s);
    BOOST_TEST(longText.verticalScrollBar()->maximum() > 0);
    BOOST_TEST(longText.verticalScrollBar()->value() == 0);
    BOOST_TEST(find<QLineEdit>(*view, u"line_address"_s).cursorPosition() == 0);
}

BOOST_FIXTURE_TEST_CASE(who_comes_back_to_a_text_goes_on_behind_it, Intro)
{
    type(u"甲"_s);
    session->apply(setValue(session->dossier(), u"address"_s, u"乙"_s));
    reopen();
    goTo(introduction);
    type(u"丙"_s);
    goTo(u"address"_s);
    type(u"丁"_s);
    BOOST_TEST(text(introduction) == u"甲丙"_s);
    BOOST_TEST(text(u"address"_s) == u"乙丁"_s);
}

BOOST_FIXTURE_TEST_CASE(the_wheel_over_it_scrolls_the_form, Intro)
{
    type(u"一行"_s);
    const int before = view->verticalScrollBar()->value();
    // Through the window, as the mouse's own: only those go on to the widgets around.
    const QPoint place = area.viewport()->mapTo(view.get(), area.viewport()->rect().center());
    QWheelEvent wheel(place, view->mapToGlobal(place), {}, {0, -240}, {}, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view->windowHandle(), &wheel);
    BOOST_TEST(view->verticalScrollBar()->value() > before);
    BOOST_TEST(text(introduction) == u"一行"_s);
}

BOOST_FIXTURE_TEST_CASE(the_cursor_stays_in_sight_while_the_field_grows, Intro)
{
    for (int line = 0; line < 22; ++line) {
        type(u"字"_s);
        press(Qt::Key_Return);
    }
    const auto inSight = [&] {
        const QPoint cursor = area.viewport()->mapTo(view->viewport(), area.cursorRect().center());
        return view->viewport()->rect().contains(cursor);
    };
    BOOST_TEST(waitFor(inSight));
}

BOOST_FIXTURE_TEST_CASE(a_key_press_replaces_nothing_but_what_was_typed, Intro)
{
    session->apply(setValue(session->dossier(), introduction, u"建设目标与路径。\n"_s.repeated(700)));
    BOOST_TEST(shown().size() == 6300);
    QTextCursor middle = area.textCursor();
    middle.setPosition(3000);
    area.setTextCursor(middle);
    int changes = 0;
    int changed = 0;
    QObject::connect(area.document(), &QTextDocument::contentsChange, &area, [&](int, int removed, int added) {
        ++changes;
        changed += removed + added;
    });
    const int height = area.minimumHeight();
    type(u"字"_s);
    BOOST_TEST(changes == 1);
    BOOST_TEST(changed < 50); // the paragraph at most
    BOOST_TEST(area.minimumHeight() == height);
    BOOST_TEST(area.textCursor().position() == 3001);
    undo();
    BOOST_TEST(changes == 2);
    BOOST_TEST(changed < 100);
    BOOST_TEST(area.textCursor().position() == 3000);
}

BOOST_FIXTURE_TEST_CASE(undo_brings_the_words_back_with_the_cursor_at_the_place, Intro)
{
    paste(u"甲段。\n丙段。"_s);
    session->editor().leaveField();
    QTextCursor place = area.textCursor();
    place.setPosition(4);
    area.setTextCursor(place);
    type(u"乙段。"_s);
    press(Qt::Key_Return);
    session->editor().leaveField();
    undo();
    BOOST_TEST(text(introduction) == u"甲段。\n丙段。"_s);
    BOOST_TEST(shown() == text(introduction));
    BOOST_TEST(area.textCursor().position() == 4);
    redo();
    BOOST_TEST(shown() == u"甲段。\n乙段。\n丙段。"_s);
    BOOST_TEST(area.textCursor().position() == 8);
}

BOOST_FIXTURE_TEST_CASE(after_a_restart_every_word_is_there, Intro)
{
    type(u"甲"_s);
    press(Qt::Key_Return);
    type(u"乙 𬭎"_s);
    reopen();
    BOOST_TEST(find<ui::GrowingText>(*view, u"text_org_intro"_s).exactText() == u"甲\n乙 𬭎"_s);
}

BOOST_FIXTURE_TEST_CASE(blanks_that_do_not_break_stay_when_something_else_is_typed, Intro)
{
    session->apply(setValue(session->dossier(), introduction, u"甲\u00A0乙"_s));
    area.moveCursor(QTextCursor::End);
    type(u"丙"_s);
    BOOST_TEST(text(introduction) == u"甲\u00A0乙丙"_s);
}

BOOST_FIXTURE_TEST_CASE(a_final_dossier_can_be_read_not_changed, Intro)
{
    type(u"甲"_s);
    session->editor().moveOn(StepKind::Finalise);
    type(u"乙"_s);
    paste(u"丙"_s);
    BOOST_TEST(text(introduction) == u"甲"_s);
    BOOST_TEST(shown() == u"甲"_s);
}

BOOST_AUTO_TEST_SUITE_END()
