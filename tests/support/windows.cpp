// SPDX-License-Identifier: Apache-2.0
#include "tests/support/windows.h"

#include "model/call/call_pack_reader.h"
#include "model/procedure/dossier_import.h"
#include "model/procedure/open_dossier.h"
#include "model/procedure/sample_files.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QTest>
#include <QUrl>

// Not boost_test.h, which poisons the names of the assertions that QTest's own headers define.
#include <boost/test/unit_test.hpp>

namespace jz::test {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
T next(QList<T>& answers, const QString& what, T otherwise)
{
    if (!answers.isEmpty())
        return answers.takeFirst();
    BOOST_ERROR("a dialog came up that no answer was laid down for: " << what.toStdString());
    return otherwise;
}

QWidget& focused(QWidget& window)
{
    QWidget* const focus = QApplication::focusWidget() ? QApplication::focusWidget() : window.focusWidget();
    return focus ? *focus : window;
}

} // namespace

ScriptedDialogs::~ScriptedDialogs()
{
    BOOST_CHECK_MESSAGE(m_files.isEmpty() && m_saves.isEmpty() && m_folders.isEmpty() && m_answers.isEmpty() && m_acts.isEmpty(),
                        "an answer was laid down for a dialog that never came");
}

QStringList ScriptedDialogs::openFiles(QWidget*, const ui::FileQuestion& question)
{
    return next(m_files, question.title, QStringList());
}

QString ScriptedDialogs::openFile(QWidget*, const ui::FileQuestion& question)
{
    return next(m_files, question.title, QStringList()).value(0);
}

QString ScriptedDialogs::saveFile(QWidget*, const ui::FileQuestion& question)
{
    return next(m_saves, question.title, QString());
}

QString ScriptedDialogs::folder(QWidget*, const QString& title)
{
    return next(m_folders, title, QString());
}

int ScriptedDialogs::ask(QWidget*, const ui::Question& question)
{
    m_asked.append(question);
    return next(m_answers, question.text, -1);
}

bool ScriptedDialogs::run(QDialog& dialog)
{
    const auto act = next(m_acts, dialog.objectName(), std::function<bool(QDialog&)>([](QDialog&) { return false; }));
    dialog.show();
    dialog.activateWindow();
    // A dialog counts as active while the window it belongs to is; the keys go to the one that really is.
    waitFor([&] { return QApplication::activeWindow() == &dialog; });
    const bool accepted = act(dialog);
    // Through accept(), as its button would: a dialog may have something to do then.
    if (accepted && dialog.result() != QDialog::Accepted)
        dialog.accept();
    dialog.hide();
    return accepted;
}

DeskFixture::DeskFixture() : workspace(std::make_unique<Workspace>(folder.file(u"资料库"_s)))
{
    workspace->operators().setCurrent(workspace->operators().add(u"王芳"_s, u"示例先进光电技术研究院"_s).key);
}

DeskFixture::~DeskFixture() = default;

QUuid DeskFixture::newDossier()
{
    return beginDossier(*workspace, builtInCallPackIds().constFirst(), workspace->operators().current().key, u"form"_s).id;
}

QUuid DeskFixture::sampleDossier(const QString& sample)
{
    const QString values = copySample(sample, folder.file(u"样例"_s), {400, 300});
    Findings findings;
    return importDossier(*workspace, values, workspace->operators().current().key, findings).id;
}

void DeskFixture::restart()
{
    workspace.reset();
    workspace = std::make_unique<Workspace>(folder.file(u"资料库"_s));
}

void failNotFound(const QObject& top, const QString& name)
{
    BOOST_FAIL("no " << name.toStdString() << " in " << top.objectName().toStdString());
    std::abort();
}

void show(QWidget& window, QSize size)
{
    window.resize(size);
    window.show();
    window.activateWindow();
    BOOST_REQUIRE(QTest::qWaitForWindowActive(&window, 20000));
}

void type(QWidget& window, const QString& text)
{
    for (const QChar letter : text) {
        if (letter.unicode() < 0x80) {
            QTest::keyClick(&focused(window), letter.toLatin1());
        } else {
            QInputMethodEvent event;
            event.setCommitString(letter);
            QApplication::sendEvent(&focused(window), &event);
        }
    }
}

void compose(QWidget& window, const QString& preedit)
{
    QInputMethodEvent event(preedit, {});
    QApplication::sendEvent(&focused(window), &event);
}

void press(QWidget& window, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&focused(window), key, modifiers);
}

void click(QWidget& widget)
{
    BOOST_REQUIRE_MESSAGE(widget.isVisible() && widget.isEnabled(), widget.objectName().toStdString() << " cannot be clicked");
    QTest::mouseClick(&widget, Qt::LeftButton);
}

void hold(QWidget& widget)
{
    // Through the window's system events, which alone keep account of buttons that are down.
    QTest::mousePress(widget.window()->windowHandle(), Qt::LeftButton, {}, widget.mapTo(widget.window(), widget.rect().center()));
}

void letGo(QWidget& widget)
{
    QTest::mouseRelease(widget.window()->windowHandle(), Qt::LeftButton, {}, widget.mapTo(widget.window(), widget.rect().center()));
}

void clickAt(QWidget& widget, const QPoint& place)
{
    BOOST_REQUIRE_MESSAGE(widget.isVisible() && widget.isEnabled(), widget.objectName().toStdString() << " cannot be clicked");
    QTest::mouseClick(&widget, Qt::LeftButton, {}, place);
}

void drag(QWidget& widget, QPoint from, QPoint to)
{
    const auto send = [&](QEvent::Type type, QPoint at, Qt::MouseButtons buttons) {
        const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, at, widget.mapToGlobal(at), button, buttons, Qt::NoModifier);
        QApplication::sendEvent(&widget, &event);
    };
    send(QEvent::MouseButtonPress, from, Qt::LeftButton);
    for (int step = 1; step <= 4; ++step)
        send(QEvent::MouseMove, from + (to - from) * step / 4, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, to, Qt::NoButton);
}

void paste(QWidget& window, const QString& text)
{
    QApplication::clipboard()->setText(text);
    press(window, Qt::Key_V, Qt::ControlModifier);
}

void drop(QWidget& widget, const QStringList& files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : files)
        urls << QUrl::fromLocalFile(file);
    data.setUrls(urls);
    const QPoint place = widget.rect().center();
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &enter);
    BOOST_REQUIRE_MESSAGE(enter.isAccepted(), widget.objectName().toStdString() << " takes no files");
    QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &drop);
}

bool waitFor(const std::function<bool()>& isSo)
{
    const bool came = QTest::qWaitFor(isSo, 20000);
    BOOST_CHECK_MESSAGE(came, "what was waited for did not come");
    return came;
}

} // namespace jz::test
