// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/main_window.h"

#include "ui/style/icons.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList filesOf(const QMimeData* data)
{
    QStringList files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

} // namespace

MainWindow::MainWindow(std::function<bool()> mayClose, QWidget* parent) : QMainWindow(parent), m_mayClose(std::move(mayClose))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    setWindowTitle(u"卷宗"_s);
    qApp->installEventFilter(this);
    renew();
}

void MainWindow::renew()
{
    delete takeCentralWidget();
    auto* const content = new QWidget(this);
    content->setObjectName(u"content"_s);
    m_messages = new MessageBar(content);
    m_work = new WorkBar(content);
    m_pages = new QStackedWidget(content);
    auto* const layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_work);
    layout->addWidget(m_pages, 1);
    setCentralWidget(content);
    content->show();
}

QWidget* MainWindow::pageParent() const
{
    return m_pages;
}

void MainWindow::setPage(QWidget* page)
{
    clear();
    m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
    page->setFocus();
}

void MainWindow::clear()
{
    delete m_pages->currentWidget();
}

QWidget* MainWindow::page() const
{
    return m_pages->currentWidget();
}

Desk* MainWindow::desk() const
{
    return qobject_cast<Desk*>(page());
}

void MainWindow::comeToFront()
{
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::DragEnter || !qobject_cast<QLineEdit*>(watched)
        || filesOf(static_cast<QDragEnterEvent*>(event)->mimeData()).isEmpty())
        return QMainWindow::eventFilter(watched, event);
    event->ignore();
    return true;
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!filesOf(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QStringList files = filesOf(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT filesDropped(files);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    event->setAccepted(m_mayClose());
}

} // namespace jz::ui
