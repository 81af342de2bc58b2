// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk/background_work.h"
#include "ui/finalise/scan_sheets.h"
#include "ui/form/dossier_session.h"

#include <QFrame>
#include <QTemporaryDir>

#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

/// Where scanned signed pages are taken in: files are dropped or chosen, read in processes of their own, shown as small pages in order;
/// what is missing, double, foreign or outdated is named with what to do; a page that is not recognised is assigned by hand. Then the
/// pages are put into the paper and it is closed.
class ScanTray : public QFrame
{
    Q_OBJECT

public:
    ScanTray(DossierSession& session, QWidget* parent);

    /// Gives the paper when it is needed; may throw Error.
    void setPaper(std::function<QString()> paper) { m_paper = std::move(paper); }
    /// Called before the pages are put in: throws Error when something has to be done first.
    void setGate(std::function<void()> gate) { m_gate = std::move(gate); }
    /// Reads files; those that are here already are left alone.
    void take(const QStringList& files);
    /// Forgets all pages and the paper.
    void clear();

Q_SIGNALS:
    /// The closed paper with the scans inside; a temporary file.
    void takenIn(const QString& closed, const jz::TakenScans& scans);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    QFrame* buildInvitation();
    QWidget* buildProgress();
    QWidget* buildAssignment();
    void chooseFiles();
    void showBusy(bool busy);
    void showSheets();
    void showProblems();
    void addProblem(Severity severity, const QString& words);
    void followCurrent();
    qsizetype currentSheet() const;
    void putIn();
    void judge(const QString& out, const TakenScans& taken);
    void highlight(bool on);

    DossierSession& m_session;
    std::function<QString()> m_paper;
    std::function<void()> m_gate = [] {};
    BackgroundWork* m_work;
    std::optional<ScanSheets> m_sheets;
    QTemporaryDir m_scratch;
    QFrame* m_invitation;
    QWidget* m_progress;
    QLabel* m_busy;
    QProgressBar* m_bar;
    QListWidget* m_list;
    QWidget* m_assignment;
    QLabel* m_current;
    QComboBox* m_page;
    QVBoxLayout* m_problems;
    QPushButton* m_putIn;
};

} // namespace jz::ui
