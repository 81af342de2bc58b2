// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk/desk.h"
#include "ui/desk/message_bar.h"

#include <QMainWindow>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace jz::ui {

/// The one main window: a message bar, and below it the start page or a desk. Hosts, knows nothing of what is on it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);

    MessageBar& messages() { return *m_messages; }
    /// Shows a page (the start page or a desk) in place of the one before, which is deleted.
    void setPage(QWidget* page);
    QWidget* page() const;

private:
    MessageBar* m_messages;
    QStackedWidget* m_pages;
};

} // namespace jz::ui
