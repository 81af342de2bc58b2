// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/main_window.h"

#include "ui/style/icons.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent), m_messages(new MessageBar), m_pages(new QStackedWidget)
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(programIcon());
    auto* const content = new QWidget(this);
    auto* const layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_messages->setParent(content);
    layout->addWidget(m_messages);
    layout->addWidget(m_pages, 1);
    setCentralWidget(content);
    setWindowTitle(u"卷宗"_s);
}

void MainWindow::setPage(QWidget* page)
{
    QWidget* const before = m_pages->currentWidget();
    m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
    if (before) {
        m_pages->removeWidget(before);
        // The page may be the one whose signal asked for another.
        before->deleteLater();
    }
}

QWidget* MainWindow::page() const
{
    return m_pages->currentWidget();
}

} // namespace jz::ui
