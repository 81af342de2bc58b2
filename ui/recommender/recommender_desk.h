// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/receiving.h"
#include "ui/desk/background_work.h"
#include "ui/desk/desk.h"
#include "ui/desk/dialogs.h"
#include "ui/recommender/batch_board.h"

QT_BEGIN_NAMESPACE
class QFrame;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolBar;
QT_END_NAMESPACE

namespace jz::ui {

class BodyForm;
class CandidatePanel;
class CandidateTable;

/// The recommending body's desk (推荐与排序): the ranked list with the quota line is the window, the chosen dossier stands beside it; above, in the order of the
/// work: receive, return, endorse, send. Before there is a batch it asks who we are.
class RecommenderDesk : public Desk
{
    Q_OBJECT

public:
    RecommenderDesk(Workspace& workspace, Dialogs& dialogs, QWidget* parent);

    QString title() const override;
    /// {"desk": "recommender", "dossier": id, "tab": name, "hidden": [columns]}
    QJsonObject place() const override;
    void goTo(const QJsonObject& place) override;
    /// Nothing is typed here that is not kept at once; what is being received is dropped and can be received again.
    void settle() override {}
    void saveElsewhere(const QString&) override {}
    void setCorner(QWidget* corner) override;

    BatchBoard& board() { return m_board; }
    CandidateTable& table() { return *m_table; }
    CandidatePanel& panel() { return *m_panel; }
    bool isReceiving() const { return m_receiving->isBusy(); }

    /// Takes files, folders, bundles in; without a batch yet it says so.
    void receive(const QStringList& paths);

Q_SIGNALS:
    /// What was being received is in, or was stopped.
    void received(const QList<jz::ReceivedPaper>& papers);

protected:
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QAction* tool(const char* name, const QString& iconName, const QString& words, std::function<void()> run);
    void buildTools();
    void addMore();
    QWidget* buildList();
    QWidget* buildBar();
    QWidget* buildSetup();
    QWidget* buildEmpty();
    void connectList();
    void refresh();
    void showState();
    QUuid chosen() const;
    Candidate chosenCandidate() const;
    void askForFiles();
    void askForFolder();
    void showReceipt(const QList<ReceivedPaper>& papers, const BatchReport& report);
    void rank(const Ranking& ranking);
    void lineHere();
    void decide();
    void changeBody();
    void withdrawChosen();
    void choosePaperOf(const QByteArray& sha256);
    void returnChosen(bool passed);
    void endorse();
    void send();
    void showProspects();
    void showParcels();
    void saveMeetingPapers();
    void saveLetter();
    void tellSaved(const QString& path);

    Dialogs& m_dialogs;
    BatchBoard m_board;
    QHBoxLayout* m_top;
    QToolBar* m_tools;
    QList<QAction*> m_needBatch;     ///< tools that work on a batch
    QList<QAction*> m_needCandidate; ///< tools that work on the chosen dossier
    QStackedWidget* m_pages;
    BodyForm* m_setup = nullptr;
    QWidget* m_setupPage = nullptr;
    QFrame* m_setupCard = nullptr;
    QStackedWidget* m_listPages = nullptr;
    QWidget* m_empty = nullptr;
    QSplitter* m_splitter = nullptr;
    CandidateTable* m_table = nullptr;
    CandidatePanel* m_panel = nullptr;
    QLabel* m_who = nullptr;
    QLabel* m_lock = nullptr;
    QLineEdit* m_search = nullptr;
    QPushButton* m_inOrder = nullptr;
    QWidget* m_progress = nullptr;
    QProgressBar* m_bar = nullptr;
    BackgroundWork* m_receiving;
};

} // namespace jz::ui
