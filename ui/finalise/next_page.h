// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk/background_work.h"
#include "ui/finalise/step_page.h"
#include "ui/form/outside_viewer.h"

namespace jz::ui {

class VerdictPanel;

/// What comes next once it is signed: the verdict on the signed file, sending it, online submission and paper copies, which remain to be done
/// by hand and are written down here, and the days that are left.
class NextPage : public StepPage
{
    Q_OBJECT

public:
    NextPage(DossierSession& session, QWidget* parent);

    void refresh(const QList<RouteStep>& route) override;

private:
    /// A thing that is done outside of the program and written down here.
    struct Task
    {
        QLabel* words;
        QLineEdit* number;
        QDateEdit* day;
        QPushButton* done;
        QFormLayout* form;
    };
    void buildSending();
    Task buildTask(QLatin1StringView kind, const QString& name, const QString& title, const QString& number);
    void setFurtherVisible(bool visible);
    /// `tellsToDo`: while it is not done yet, what is to be done.
    static void showTask(const Task& task, const RouteStep& step, bool tellsToDo = false);
    void verify();
    /// The package to send; at once where it is written down that it was sent.
    void send(bool isSent);

    QLabel* m_deadlines;
    VerdictPanel* m_verdict;
    QLabel* m_sendWords = nullptr;
    QPushButton* m_package = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_sent = nullptr;
    Task m_online;
    Task m_copies;
    QLabel* m_furtherHeading = nullptr;
    Task m_further;
    BackgroundWork* m_work;
    OutsideViewer* m_viewer;
    QString m_verified; ///< the file whose verdict is shown
};

} // namespace jz::ui
