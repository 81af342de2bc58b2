// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/workspace/workspace.h"
#include "ui/form/attachment_intake.h"

#include <QUuid>

#include <functional>

namespace jz::ui {

/// Files on their way into the dossiers of a workspace. It goes on when the desk on which they were given is left: whoever has the
/// dossier open then takes them, else they are put into it where it lies. Nothing is dropped without a word.
///
/// Lives in the windows' thread; the workspace outlives it. Going cancels, and waits for the files at hand.
class Attaching : public QObject
{
    Q_OBJECT

public:
    /// Attaches files that are ready to a field of the open dossier; throws Error.
    using Keeper = std::function<Findings(const QString& field, const QList<PreparedFile>& files)>;

    explicit Attaching(Workspace& workspace, QObject* parent = nullptr);

    /// What makes files ready for a field of a dossier: begun at the first call, there until this goes.
    AttachmentIntake& intake(const QUuid& dossier, const QString& field, qint64 mostBytes);
    /// From now on a dossier is open, and `keeper` takes what comes for it; an empty one: it is not any more.
    void setKeeper(const QUuid& dossier, Keeper keeper);
    /// How many files are not attached yet; of all dossiers, or of one.
    int pending() const;
    int pending(const QUuid& dossier) const;
    /// Nothing of what is under way will come.
    void cancel();

Q_SIGNALS:
    /// Files are attached or refused; findings as OpenDossier::keep() has them.
    void attached(const QUuid& dossier, const QString& field, const QList<jz::PreparedFile>& files, const jz::Findings& findings);
    /// They were ready and could not be attached: the dossier is frozen, the workspace cannot be written to.
    void failed(const QUuid& dossier, const QString& field, const QList<jz::PreparedFile>& files, const jz::Error& error);
    /// Nothing is under way any more.
    void idle();

private:
    struct Place
    {
        QUuid dossier;
        QString field;
        AttachmentIntake* intake = nullptr;
    };

    void deliver(const QUuid& dossier, const QString& field, const QList<PreparedFile>& files);
    Findings keep(const QUuid& dossier, const QString& field, const QList<PreparedFile>& files);

    Workspace& m_workspace;
    QList<Place> m_places;
    QHash<QUuid, Keeper> m_keepers;
};

} // namespace jz::ui
