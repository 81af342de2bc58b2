// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk/dialogs.h"
#include "ui/recommender/batch_board.h"
#include "model/procedure/ink_endorsing.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

class EntryList;
class IdentityChooser;

/// Endorsing (推荐并签章) the recommended dossiers. By pen and stamp: the signature pages are printed as one job, signed, sealed, scanned, and all scans are
/// taken in at once. With a certificate: opened once, then one dossier after the other; it can be stopped and goes on another time. Beside it the dossiers with
/// what each still needs.
class EndorseDialog : public QDialog
{
    Q_OBJECT

public:
    EndorseDialog(BatchBoard& board, Dialogs& dialogs, QWidget* parent);

    EntryList& list() { return *m_list; }
    /// Takes scans in, as if they had been chosen.
    void takeScans(const QStringList& files);

private:
    QWidget* buildInk();
    QWidget* buildCertificate();
    QLabel* addText(QVBoxLayout* layout, const QString& words, bool quiet);
    QPushButton* addButton(QVBoxLayout* layout, const char* name, const QString& words, std::function<void()> run);
    QPlainTextEdit* addOpinion(QVBoxLayout* layout, const char* name, const QString& words, const QString& hint);
    void showOwnOpinion();
    void keepOwnOpinion();
    void refresh();
    void printPages();
    void chooseScans();
    void signAll();
    void showTaken(const InkEndorsement& taken);
    void showSigned(const QList<EndorsedDossier>& endorsed);
    QString jointBody() const;

    BatchBoard& m_board;
    Dialogs& m_dialogs;
    EntryList* m_list;
    QTabWidget* m_ways;
    QLineEdit* m_joint;
    IdentityChooser* m_identity = nullptr;
    QPlainTextEdit* m_opinion = nullptr;
    QPlainTextEdit* m_ownOpinion = nullptr; ///< of the dossier chosen in the list
    QLabel* m_ownHeading = nullptr;
    QPushButton* m_sign = nullptr;
    QPushButton* m_stop = nullptr;
    QLabel* m_said = nullptr;
    QHash<QUuid, QString> m_opinions; ///< of single dossiers, instead of the common one
    QHash<QUuid, QString> m_remarks; ///< what was found last, by dossier
    bool m_stopped = false;
};

} // namespace jz::ui
