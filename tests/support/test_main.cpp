// SPDX-License-Identifier: Apache-2.0
// The main function of every test program without windows: a Qt application object, a fixed locale and time zone, and Qt
// warnings that fail the test.
#define BOOST_TEST_NO_MAIN
#include "tests/support/boost_test.h"
#include "tests/support/qt_warnings.h"

#include <QCoreApplication>
#include <QLocale>

int main(int argc, char** argv)
{
    qputenv("TZ", "Asia/Shanghai");
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    const QCoreApplication application(argc, argv);
    jz::test::failOnQtWarnings();
    return boost::unit_test::unit_test_main([] { return true; }, argc, argv);
}
