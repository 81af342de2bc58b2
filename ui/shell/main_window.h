// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk/desk.h"
#include "ui/desk/message_bar.h"
#include "ui/shell/work_bar.h"

#include <QMainWindow>

#include <functional>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace jz::ui {

/// The one main window: a message bar, a bar for work in the background, and below them a page or a desk. Hosts, knows nothing of
/// what is on it. Files can be dropped anywhere on it where nothing else takes them.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `mayClose` is asked before the window closes.
    explicit MainWindow(std::function<bool()> mayClose = [] { return true; }, QWidget* parent = nullptr);

    MessageBar& messages() { return *m_messages; }
    WorkBar& work() { return *m_work; }
    /// To be the parent of pages from their beginning: a page that comes in from outside has the look worked out twice.
    QWidget* pageParent() const;
    /// Shows a page or a desk; the one before is gone then. Not from a slot of that one: see clear().
    void setPage(QWidget* page);
    /// Deletes the page at once, so that what it works in can be closed. Never while a signal of the page is being handled.
    void clear();
    QWidget* page() const;
    /// The desk that is shown; null while a page is.
    Desk* desk() const;
    /// Builds the bars anew, after language or look changed; the page is gone. As clear().
    void renew();
    void comeToFront();

    /// Files that are dropped on a line of text are for the window, not words to be put in.
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void filesDropped(const QStringList& paths);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    std::function<bool()> m_mayClose;
    MessageBar* m_messages = nullptr;
    WorkBar* m_work = nullptr;
    QStackedWidget* m_pages = nullptr;
};

} // namespace jz::ui
