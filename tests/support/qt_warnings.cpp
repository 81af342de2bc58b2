// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/support/qt_warnings.h"

#include <QtGlobal>

namespace jz::test {

namespace {

const char* expected = nullptr;

void failOnWarning(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    // What the offscreen platform has to say of every window that bounds its own size.
    if (message.startsWith(QStringLiteral("This plugin does not support")))
        return;
    if (expected && message.contains(QString::fromUtf8(expected)))
        return;
    // What the offscreen platform says of itself (raising a window, size hints): no window can help it.
    if (message.startsWith(QStringLiteral("This plugin does not support")))
        return;
    if (type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg)
        BOOST_ERROR("unexpected Qt message: " << message.toStdString());
}

} // namespace

void failOnQtWarnings()
{
    qInstallMessageHandler(failOnWarning);
}

ExpectedWarning::ExpectedWarning(const char* part)
{
    expected = part;
}

ExpectedWarning::~ExpectedWarning()
{
    expected = nullptr;
}

} // namespace jz::test
