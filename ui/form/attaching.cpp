// SPDX-License-Identifier: Apache-2.0
#include "ui/form/attaching.h"

#include "model/procedure/open_dossier.h"

namespace jz::ui {

using namespace Qt::StringLiterals;

Attaching::Attaching(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {}

AttachmentIntake& Attaching::intake(const QUuid& dossier, const QString& field, qint64 mostBytes)
{
    for (const Place& place : std::as_const(m_places))
        if (place.dossier == dossier && place.field == field)
            return *place.intake;
    auto* const made = new AttachmentIntake(m_workspace.objects(), mostBytes, this);
    m_places.append({dossier, field, made});
    connect(made, &AttachmentIntake::finished, this, [this, dossier, field](const QList<PreparedFile>& files) { deliver(dossier, field, files); });
    connect(made, &AttachmentIntake::idle, this, [this] {
        if (pending() == 0)
            Q_EMIT idle();
    });
    return *made;
}

void Attaching::setKeeper(const QUuid& dossier, Keeper keeper)
{
    if (keeper)
        m_keepers.insert(dossier, std::move(keeper));
    else
        m_keepers.remove(dossier);
}

int Attaching::pending() const
{
    return pending({});
}

int Attaching::pending(const QUuid& dossier) const
{
    int files = 0;
    for (const Place& place : m_places)
        if (dossier.isNull() || place.dossier == dossier)
            files += place.intake->pending();
    return files;
}

void Attaching::cancel()
{
    for (const Place& place : std::as_const(m_places))
        place.intake->cancel();
}

void Attaching::deliver(const QUuid& dossier, const QString& field, const QList<PreparedFile>& files)
{
    try {
        const Findings findings = keep(dossier, field, files);
        Q_EMIT attached(dossier, field, files, findings);
    } catch (const Error& error) {
        Q_EMIT failed(dossier, field, files, error);
    }
}

Findings Attaching::keep(const QUuid& dossier, const QString& field, const QList<PreparedFile>& files)
{
    if (const Keeper keeper = m_keepers.value(dossier))
        return keeper(field, files);
    OpenDossier open(m_workspace, dossier, m_workspace.operators().current().key, u"form"_s);
    const Findings findings = open.keep(field, files);
    if (!open.editor().retry())
        throw Error(open.editor().whyNotStored());
    return findings;
}

} // namespace jz::ui
