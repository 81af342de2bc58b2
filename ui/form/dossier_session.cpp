// SPDX-License-Identifier: Apache-2.0
#include "ui/form/dossier_session.h"

#include <QFileInfo>
#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int retryEveryMs = 2000;

/// Words are saved even when the files lie where nothing can be read any more. Returns the names of those left out.
QStringList leaveOutUnreadable(Dossier& dossier)
{
    QStringList names;
    for (QList<Attachment>& files : dossier.attachments) {
        for (Attachment& file : files) {
            if (file.path.isEmpty() || QFileInfo(file.path).isReadable())
                continue;
            file.path.clear();
            names << file.name;
        }
    }
    return names;
}

} // namespace

DossierSession::DossierSession(Workspace& workspace, const QUuid& id, Dialogs& dialogs, QObject* parent, Attaching* attaching)
    : QObject(parent), m_workspace(workspace), m_dialogs(dialogs),
      m_open(workspace, id, workspace.operators().current().key, u"form"_s), m_files(new FileWatch(workspace.objects(), this)),
      m_ownAttaching(attaching ? nullptr : std::make_unique<Attaching>(workspace)), m_attaching(attaching ? attaching : m_ownAttaching.get())
{
    m_local = localFactsOf(m_workspace, dossier(), pack());
    watchFiles();
    takeFindings();
    m_safety.at = QDateTime::currentDateTime();
    for (const RuleDefinition& rule : pack().rules)
        if (rule.kind == "required"_L1 || rule.kind == "required_if"_L1)
            m_emptyRules.insert(rule.id);
    connect(&editor(), &DossierEditor::changed, this, &DossierSession::follow);
    connect(m_files, &FileWatch::told, this, [this](const QByteArray& sha256) {
        m_open.learn(sha256, *m_files->known(sha256));
        if (takeFindings())
            Q_EMIT findingsChanged();
    });
    connect(&editor(), &DossierEditor::stateChanged, this, &DossierSession::stateChanged);
    connect(&editor(), &DossierEditor::stored, this, [this] {
        m_retry.stop();
        setSafety(m_workspace.isOnDisk() ? Safety::Kind::OnDisk : Safety::Kind::Committed);
    });
    connect(&editor(), &DossierEditor::notStored, this, [this] {
        m_retry.start(retryEveryMs);
        setSafety(Safety::Kind::NotStored, editor().whyNotStored().message());
    });
    connect(&m_retry, &QTimer::timeout, this, [this] { editor().retry(); });
    m_attaching->setKeeper(id, [this](const QString& field, const QList<PreparedFile>& files) {
        for (const PreparedFile& file : files)
            if (file.source)
                m_files->learn(file.source->sha256, *file.source);
        return m_open.keep(field, files);
    });
    m_workspace.onDiskWritten([this](const std::optional<Error>& error) {
        QMetaObject::invokeMethod(this, [this, error] { followDisk(error); }, Qt::QueuedConnection);
    });
}

DossierSession::~DossierSession()
{
    m_attaching->setKeeper(dossier().id, {});
    m_workspace.onDiskWritten({});
}

void DossierSession::renewLocal()
{
    m_local = localFactsOf(m_workspace, dossier(), pack());
    Q_EMIT localChanged();
}

void DossierSession::apply(const Changes& changes, DossierEditor::Manner manner)
{
    if (canEdit() && !changes.isEmpty())
        editor().apply(changes, manner);
}

void DossierSession::undo()
{
    takeBack(&DossierEditor::undo);
}

void DossierSession::redo()
{
    takeBack(&DossierEditor::redo);
}

void DossierSession::takeBack(void (DossierEditor::*act)())
{
    if (!canEdit())
        return;
    m_lastPlaces.clear();
    (editor().*act)();
    if (!m_lastPlaces.isEmpty())
        show(m_lastPlaces.constFirst());
}

Findings DossierSession::findingsOf(const QString& field) const
{
    Findings found;
    std::copy_if(m_findings.begin(), m_findings.end(), std::back_inserter(found),
                 [&](const Finding& finding) { return finding.field == field; });
    return found;
}

std::optional<Severity> DossierSession::worstOf(const QString& field) const
{
    std::optional<Severity> worst;
    for (const Finding& finding : m_findings)
        if (finding.field == field && (!worst || finding.severity < *worst))
            worst = finding.severity;
    return worst;
}

bool DossierSession::isStillToCome(const Finding& finding) const
{
    return !m_checked && saysNotFilledIn(finding) && !m_visited.contains(finding.field);
}

void DossierSession::setLock(std::function<bool(const QString& field)> isLocked)
{
    m_isLocked = std::move(isLocked);
    Q_EMIT lockChanged();
}

void DossierSession::noteVisit(const QString& field)
{
    if (m_visited.contains(field))
        return;
    const Findings found = findingsOf(field);
    const bool differs = std::any_of(found.begin(), found.end(), [this](const Finding& finding) { return isStillToCome(finding); });
    m_visited.insert(field);
    if (differs)
        Q_EMIT findingsChanged();
}

void DossierSession::noteCheck()
{
    if (std::exchange(m_checked, true))
        return;
    Q_EMIT findingsChanged();
}

void DossierSession::settle()
{
    if (!editor().retry())
        throw Error(editor().whyNotStored());
    if (!m_workspace.isReadOnly())
        m_workspace.settle();
}

WrittenDossier DossierSession::saveElsewhere(const QString& path) const
{
    OutputOptions options;
    options.draft = true;
    options.date = QDateTime::currentDateTime();
    Dossier dossier = m_open.withPaths();
    const QStringList missing = leaveOutUnreadable(dossier);
    WrittenDossier written = writeDossier(dossier, pack(), options, path);
    for (const QString& name : missing)
        written.remarks.append(text(u"附件“%1”现在读不到，没有存进去；资料库恢复后它还在那里。",
                                    u"The attachment “%1” cannot be read now and is not in the copy; it is still in the workspace when that is back.")
                                   .arg(name));
    return written;
}

Address DossierSession::placeOf(const Finding& finding) const
{
    Address place;
    place.field = finding.field;
    place.column = finding.column;
    if (!finding.row)
        return place;
    const Field* const field = pack().field(finding.field);
    if (field && field->type == FieldType::Attachments)
        place.part = Address::Part::Attachment;
    const QJsonArray rows = rowsOf(dossier(), place.part, finding.field);
    const QJsonValue row = rows.at(*finding.row);
    place.row = row.isObject() ? row["id"_L1].toString() : QString::number(*finding.row);
    return place;
}

void DossierSession::follow(const QList<Address>& places)
{
    watchFiles();
    const bool differ = takeFindings();
    m_lastPlaces = places;
    const bool isOtherBody = std::any_of(places.begin(), places.end(), [this](const Address& place) {
        const Field* const field = pack().field(place.field);
        return field && field->type == FieldType::RecommendingBody;
    });
    if (isOtherBody)
        renewLocal();
    Q_EMIT changed(places);
    if (differ)
        Q_EMIT findingsChanged();
}

void DossierSession::watchFiles()
{
    QList<QByteArray> wanted;
    for (const QList<Attachment>& files : dossier().attachments)
        for (const Attachment& file : files)
            wanted << file.sha256;
    m_files->want(wanted);
}

bool DossierSession::takeFindings()
{
    Findings now = m_open.findings();
    if (now == m_findings)
        return false;
    m_findings = std::move(now);
    return true;
}

void DossierSession::followDisk(const std::optional<Error>& error)
{
    if (error)
        setSafety(Safety::Kind::NotStored, error->message());
    else if (editor().isStored())
        setSafety(Safety::Kind::OnDisk);
}

void DossierSession::setSafety(Safety::Kind kind, const LocalizedText& why)
{
    if (kind == m_safety.kind && kind != Safety::Kind::OnDisk && why == m_safety.why)
        return;
    m_safety.kind = kind;
    m_safety.why = why;
    if (kind == Safety::Kind::OnDisk)
        m_safety.at = QDateTime::currentDateTime();
    Q_EMIT safetyChanged();
}

} // namespace jz::ui
