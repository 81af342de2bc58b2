// SPDX-License-Identifier: Apache-2.0
// The main function of every test program: a Qt application object, a fixed locale and time zone, and a
// message handler that turns each Qt warning into a failure.
#define BOOST_TEST_NO_MAIN
#include "tests/support/boost_test.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdlib>

namespace {

void failOnWarning(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg)
        BOOST_ERROR("unexpected Qt message: " << message.toStdString());
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("TZ", "Asia/Shanghai");
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    const QCoreApplication application(argc, argv);
    qInstallMessageHandler(failOnWarning);
    return boost::unit_test::unit_test_main([] { return true; }, argc, argv);
}
