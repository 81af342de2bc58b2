// SPDX-License-Identifier: Apache-2.0
// The main function of every test program with windows: drawn into memory (QT_QPA_PLATFORM=offscreen), in Chinese and the light
// theme until a test says otherwise; settings and workspaces lie in a temporary folder.
#define BOOST_TEST_NO_MAIN
#include "tests/support/boost_test.h"
#include "tests/support/qt_warnings.h"

#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QTemporaryDir>

int main(int argc, char** argv)
{
    const QTemporaryDir home;
    qputenv("TZ", "Asia/Shanghai");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char* const place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        qputenv(place, home.path().toUtf8());
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("juanzong"));
    jz::ui::translateQt(jz::Language::Chinese);
    jz::ui::Theme::apply(jz::ui::ThemeChoice::Light, 100);
    jz::test::failOnQtWarnings();
    return boost::unit_test::unit_test_main([] { return true; }, argc, argv);
}
