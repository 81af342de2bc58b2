// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/receiving.h"
#include "ui/desk/desk.h"
#include "ui/desk/dialogs.h"
#include "ui/recommender/batch_board.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QMenu;
class QStackedWidget;
QT_END_NAMESPACE

namespace jz::ui {

class BatchSetup;
class CandidatePanel;
class CandidateTable;
class DeskTools;
class RankingBar;
class ReceivingStrip;

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
    /// Asks while it receives.
    bool mayLeave() override;
    /// Nothing is typed here that is not kept at once.
    void settle() override {}
    void saveElsewhere(const QString&) override {}
    void setCorner(QWidget* corner) override;

    BatchBoard& board() { return m_board; }
    CandidateTable& table() { return *m_table; }
    CandidatePanel& panel() { return *m_panel; }
    bool isReceiving() const;

    /// Takes files, folders, bundles in; without a batch yet it says so.
    void receive(const QStringList& paths);

Q_SIGNALS:
    /// What was being received is in, or was stopped.
    void received(const QList<jz::ReceivedPaper>& papers);
    /// A file came with which somebody hands his work over (isHandover()); empty: the user wants to choose one.
    void takeOverWanted(const QString& file);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildTools();
    void fillMore(QMenu& more);
    QWidget* buildList();
    QWidget* buildEmpty();
    void connectList();
    void refresh();
    void showState();
    QUuid chosen() const;
    Candidate chosenCandidate() const;
    void askForPassphrase(const LockedBundle& bundle);
    void askForFiles();
    void askForFolder();
    void rank(const Ranking& ranking);
    void moveChosen(int by);
    void lineHere();
    void decide();
    void changeBody();
    void withdrawChosen();
    void choosePaperOf(const QByteArray& sha256);
    void returnChosen(bool passed);
    void endorse();
    void send();
    void showProspects();
    void issueSupplement();
    void showParcels();
    void checkPrinted();
    void handOver();
    void saveMeetingPapers();
    void saveLetter();
    /// Says what was done, with a button that copies words to be passed on.
    void tellToPass(const QString& what, const QString& words, const QString& topic);
    void tellSaved(const QString& path);

    Dialogs& m_dialogs;
    BatchBoard m_board;
    QHBoxLayout* m_top;
    DeskTools* m_tools;
    QList<QAction*> m_needBatch;     ///< tools that work on a batch
    QList<QAction*> m_needCandidate; ///< tools that work on the chosen dossier
    QStackedWidget* m_pages;
    BatchSetup* m_setup;
    QWidget* m_list = nullptr;
    RankingBar* m_bar = nullptr;
    ReceivingStrip* m_receiving = nullptr;
    QStackedWidget* m_listPages = nullptr;
    QWidget* m_empty = nullptr;
    CandidateTable* m_table = nullptr;
    CandidatePanel* m_panel = nullptr;
};

} // namespace jz::ui
