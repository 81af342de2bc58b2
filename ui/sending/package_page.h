// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/package.h"
#include "ui/desk/background_work.h"
#include "ui/form/dossier_session.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTreeWidget;
QT_END_NAMESPACE

namespace jz::ui {

/// The package itself: which files go along, as folder or zip, and the text to paste beside it. Made from the signed paper of this
/// revision, before that from the final one.
class PackagePage : public QWidget
{
    Q_OBJECT

public:
    PackagePage(DossierSession& session, QWidget* parent);

    bool hasPaper() const { return m_paper.has_value(); }
    /// Of what is chosen; 0 when nothing is.
    qint64 bytes() const;
    /// Looks again which paper there is.
    void refresh();

Q_SIGNALS:
    void contentChanged();
    /// A package was written: what is in it, for the record.
    void made(const jz::PackageContent& content);
    /// The user wants to write down that it was sent.
    void sentWanted();

private:
    void build();
    QLayout* buildContent();
    QWidget* buildProgress();
    QLayout* buildMessage();
    PackageContent content() const;
    void showContent();
    void make();
    QString askForPlace();

    DossierSession& m_session;
    std::optional<PackagePaper> m_paper;
    bool m_isSigned = false;
    QLabel* m_none;
    QWidget* m_all;
    QCheckBox* m_withPaper;
    QTreeWidget* m_originals;
    QComboBox* m_form;
    QPushButton* m_make;
    BackgroundWork* m_work;
    QWidget* m_progress = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_done;
    QPushButton* m_sent;
    QPlainTextEdit* m_message;
};

} // namespace jz::ui
