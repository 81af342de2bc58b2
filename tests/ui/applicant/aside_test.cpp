// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/support/windows.h"
#include "ui/desk/aside.h"
#include "ui/desk/guarded.h"

#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QThread>
#include <QTimer>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// Does something to the card over the window once it is there.
void whenCardComes(QTimer& timer, const std::function<void(QWidget&)>& act)
{
    QObject::connect(&timer, &QTimer::timeout, &timer, [&timer, act] {
        if (QWidget* const card = QApplication::activeModalWidget()) {
            timer.stop();
            act(*card);
        }
    });
    timer.start(5);
}

/// Goes on until it is asked to stop; not for ever, so that a test fails rather than hangs.
void workOn()
{
    QElapsedTimer time;
    for (time.start(); time.elapsed() < 20'000;) {
        stopWhenAsked();
        QThread::msleep(1);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(work_aside)

BOOST_AUTO_TEST_CASE(what_is_short_shows_no_card_and_what_it_throws_comes_out)
{
    QWidget window;
    test::show(window);
    bool done = false;
    ui::aside(&window, u"正在制作副本…"_s, [&] { done = true; });
    BOOST_TEST(done);
    BOOST_CHECK_THROW(ui::aside(&window, u"正在制作副本…"_s, [] { throw Error(ErrorCode::NotWritable, {u"磁盘已满。"_s, u"The disk is full."_s}); }), Error);
}

BOOST_AUTO_TEST_CASE(what_takes_long_is_said_and_can_be_stopped)
{
    QWidget window;
    test::show(window);
    QTimer timer;
    QString said;
    whenCardComes(timer, [&](QWidget& card) {
        said = find<QLabel>(card, u"waitWords"_s).text();
        click(find<QPushButton>(card, u"stopWaiting"_s));
    });
    BOOST_TEST(!ui::guarded(&window, [&] { ui::aside(&window, u"正在制作副本…"_s, workOn); }));
    BOOST_TEST(said == u"正在制作副本…"_s);
    BOOST_TEST(QApplication::activeModalWidget() == nullptr);
}

BOOST_AUTO_TEST_CASE(escape_stops_it_and_return_does_not)
{
    QWidget window;
    test::show(window);
    QTimer timer;
    bool stillThere = false;
    whenCardComes(timer, [&](QWidget& card) {
        test::press(card, Qt::Key_Return);
        test::press(card, Qt::Key_Space);
        stillThere = find<QPushButton>(card, u"stopWaiting"_s).isEnabled();
        test::press(card, Qt::Key_Escape);
    });
    BOOST_CHECK_THROW(ui::aside(&window, u"正在制作副本…"_s, workOn), ui::Cancelled);
    BOOST_TEST(stillThere);
}

BOOST_AUTO_TEST_SUITE_END()
