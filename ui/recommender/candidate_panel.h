// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/recommender/batch_board.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

class EntryList;
class PaperView;

/// One dossier of the batch beside the list: the paper itself, what was found, what changed since it was returned, everything that came for it, its
/// attachments, and what is registered about it (online submission, paper copies).
class CandidatePanel : public QWidget
{
    Q_OBJECT

public:
    CandidatePanel(BatchBoard& board, QWidget* parent);

    /// Null: nothing is chosen.
    void show(const QUuid& dossier);
    /// Stable name of the tab shown: `paper`, `findings`, `changes`, `history`, `files`, `register`.
    QString tab() const;
    void goToTab(const QString& name);

Q_SIGNALS:
    /// The user wants a paper that came (SHA-256) to count, of two that differ.
    void paperChosen(const QByteArray& sha256);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    EntryList* addList(const char* name, const QString& title, const QString& whenEmpty);
    QWidget* buildRegister();
    void refresh();
    void fillTab();
    void showPaper(const Candidate& candidate);
    void showFindings(const Candidate& candidate);
    void showChanges(const Candidate& candidate);
    void showHistory(const Candidate& candidate);
    void showFiles(const Candidate& candidate);
    void showRegister(const Candidate& candidate);
    void keepRegister();
    void fitTools();
    void chooseEntry(const QString& key);

    BatchBoard& m_board;
    QUuid m_dossier;
    QByteArray m_shown; ///< the paper that is drawn
    QLabel* m_title;
    QLabel* m_facts;
    QTabWidget* m_tabs;
    QWidget* m_paperPage;
    QVBoxLayout* m_paperLayout;
    PaperView* m_paper = nullptr;
    EntryList* m_findings;
    EntryList* m_changes;
    EntryList* m_history;
    EntryList* m_files;
    QPushButton* m_use = nullptr;
    QLineEdit* m_online = nullptr;
    QDateEdit* m_onlineDay = nullptr;
    QSpinBox* m_copies = nullptr;
    QDateEdit* m_copiesDay = nullptr;
    QPushButton* m_keep = nullptr;
};

} // namespace jz::ui
