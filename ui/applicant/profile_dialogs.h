// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/dossier_session.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;
QT_END_NAMESPACE

namespace jz::ui {

/// Asks which of the filled-in fields become the unit's profile (单位资料), group by group, and what it is called. At first those
/// of the section in which the applicant's name stands are ticked.
class SaveProfileDialog : public QDialog
{
    Q_OBJECT

public:
    SaveProfileDialog(DossierSession& session, QWidget* parent);

    UnitProfile profile() const;

private:
    void build();
    void addFields();
    void showState();

    DossierSession& m_session;
    QLineEdit* m_name;
    QTreeWidget* m_fields;
    QLabel* m_remark;
    QPushButton* m_keep = nullptr;
};

/// The unit profiles of the workspace: look at what is in one, fill this dossier in from it, remove it.
class ProfilesDialog : public QDialog
{
    Q_OBJECT

public:
    ProfilesDialog(DossierSession& session, QWidget* parent);

    /// The profile to be filled in from, once it was accepted.
    QString chosen() const;

private:
    void build();
    void refresh();
    void showContent();
    void remove();

    DossierSession& m_session;
    QListWidget* m_list;
    QLabel* m_content;
    QPushButton* m_use = nullptr;
    QPushButton* m_remove = nullptr;
};

/// What a profile fills in here: its values of fields that this call has and that are empty in the dossier.
QJsonObject fillableFrom(const UnitProfile& profile, const DossierSession& session);

} // namespace jz::ui
