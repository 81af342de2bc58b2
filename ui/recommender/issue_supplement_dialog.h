// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/supplement_issuing.h"
#include "ui/desk/dialogs.h"
#include "ui/recommender/batch_board.h"

#include <QDialog>
#include <QTemporaryDir>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

class EntryList;
class SupplementForm;

/// The body's own notice to its applicants (补充通知): filled in, checked against the call while typing, seen as the paper that it will be, written as a
/// PDF with a text for the messenger; and those that were given out. What is typed is kept until it is given out.
class IssueSupplementDialog : public QDialog
{
    Q_OBJECT

public:
    IssueSupplementDialog(BatchBoard& board, Dialogs& dialogs, QWidget* parent);

    void done(int result) override;

private:
    QWidget* buildForm();
    QWidget* buildPreview();
    QWidget* buildText();
    QWidget* buildIssued();
    /// Begins the next notice, from what was typed before, else from the last one.
    void begin();
    void check();
    void keepDraft();
    void showPreview();
    void listIssued();
    void showIssued(const QString& number);
    void write(const Supplement& supplement);
    void repeal();
    void saveAgain();

    BatchBoard& m_board;
    Dialogs& m_dialogs;
    QTemporaryDir m_scratch;
    QTimer m_keep;
    QTabWidget* m_tabs;
    SupplementForm* m_form = nullptr;
    EntryList* m_findings = nullptr;
    QWidget* m_previewPage = nullptr;
    QVBoxLayout* m_preview = nullptr;
    QWidget* m_paper = nullptr;
    QPlainTextEdit* m_text = nullptr;
    EntryList* m_issued = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_write = nullptr;
    QPushButton* m_repeal = nullptr;
};

} // namespace jz::ui
