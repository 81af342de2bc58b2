// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/applicant/compared_states.h"
#include "ui/applicant/desk_messages.h"

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace jz::ui {

/// What can be done with a dossier as a whole, from the desk's menu 更多: compare, hand a copy to a colleague and merge it back, the
/// unit's profile, a second dossier with the same content, a copy for times when the workspace cannot be written to.
class DossierActions : public QObject
{
    Q_OBJECT

public:
    /// `desk` is where dialogs stand; what was done is said through `messages`.
    DossierActions(DossierSession& session, DeskMessages& messages, QWidget* desk);

    void fillMenu(QMenu& menu);

    /// Compares with the state after a step; 0: with the newest kept revision.
    void compare(int step = 0);
    /// Compares what is here with a file.
    void compareWithFile(const QString& path);
    void handOutCopy();
    /// 报送包: its size, what goes along, what was sent to whom.
    void send();
    void mergeCopy();
    /// The same with a copy that is known already.
    void mergeFrom(const QString& path);
    /// The recommending body's notice that holds here, to be looked at and taken off.
    void showSupplement();
    void saveProfile();
    void manageProfiles();
    void duplicate();
    /// Saves values and files to a draft PDF outside of the workspace.
    void saveCopyElsewhere();
    /// Offers the workspace's unit profiles when nothing is filled in yet.
    void offerProfiles();

Q_SIGNALS:
    void openDossier(const QUuid& id);

private:
    void add(QMenu& menu, const char* name, const QString& iconName, const QString& words, void (DossierActions::*run)(), bool edits);
    void tell(BarMessage::Kind kind, const QString& words, const QString& topic);
    void fillFrom(const QString& profile);
    /// Without `from`: from the newest kept revision.
    void compareFrom(const std::optional<ComparedState>& from);
    QString proposedName() const;

    DossierSession& m_session;
    DeskMessages& m_messages;
    QWidget* m_desk;
    QAction* m_supplement = nullptr;
    QList<std::pair<QAction*, bool>> m_actions; ///< true: needs a dossier that can be edited
};

} // namespace jz::ui
