// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/workspace_check.h"

#include "model/base/sha256.h"
#include "model/dossier/dossier_json.h"

#include <QDirIterator>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// The value at the place that a change is about, as the change would spell it.
QJsonValue valueAt(const Dossier& dossier, const Change& change)
{
    const Address& place = change.address;
    if (place.part == Address::Part::Reason)
        return dossier.reasons.contains(place.field) ? QJsonValue(dossier.reasons.value(place.field)) : QJsonValue();
    if (place.row.isEmpty())
        return dossier.values.contains(place.field) ? dossier.values.value(place.field) : QJsonValue();
    const QJsonArray rows = rowsOf(dossier, place.part, place.field);
    for (int i = 0; i < rows.size(); ++i) {
        QJsonObject row = rows.at(i).toObject();
        if (row.value("id"_L1).toString() != place.row)
            continue;
        if (!place.isRow())
            return row.contains(place.column) ? row.value(place.column) : QJsonValue();
        QJsonObject there{{u"at"_s, i}};
        row.remove("id"_L1);
        if (change.now.isNull())
            there.insert("cells"_L1, row);
        return there;
    }
    return {};
}

/// Goes through one dossier's journal from its first step.
class JournalCheck
{
public:
    JournalCheck(Workspace& workspace, const DossierEntry& entry, bool repair, QList<Breach>& breaches)
        : m_workspace(workspace), m_entry(entry), m_repair(repair), m_breaches(breaches),
          m_journal(workspace.dossiers().journal(entry.key))
    {
    }

    void run()
    {
        const QList<Step> steps = m_journal->steps();
        if (steps.size() != m_entry.steps)
            tell(u"steps-numbered"_s, {u"操作记录应有 %1 步，实有 %2 步"_s, u"%1 steps are expected, %2 are there"_s}, m_entry.steps,
                 int(steps.size()));
        m_dossier = m_journal->at(0);
        m_dossier.parent.clear();
        for (const Step& step : steps)
            follow(step);
        checkEntry();
    }

private:
    void tell(const QString& invariant, const LocalizedText& what, int first, int second, bool repaired = false)
    {
        const QString id = m_entry.id.toString(QUuid::WithoutBraces);
        const LocalizedText words = what.arg(QString::number(first), QString::number(second));
        const LocalizedText remedy = repaired ? LocalizedText{u"已按操作记录重建"_s, u"made anew from the journal"_s}
                                              : LocalizedText{u"请从备份恢复（workspace restore）"_s, u"restore a backup (workspace restore)"_s};
        m_breaches.append({invariant, id,
                           LocalizedText{u"申报书 %1：%2；%3。"_s, u"Dossier %1: %2; %3."_s}.arg(id, words, remedy), repaired});
    }

    void follow(const Step& step)
    {
        ++m_expected;
        if (step.number != m_expected)
            tell(u"steps-numbered"_s, {u"第 %1 步之后是第 %2 步"_s, u"step %2 follows step %1"_s}, m_expected - 1, step.number);
        m_expected = step.number;
        if (step.undoes != 0 && (step.undoes >= step.number || step.kind != StepKind::Edit || !m_edits.contains(step.undoes)))
            tell(u"undo-of-earlier"_s, {u"第 %1 步撤销的第 %2 步不是此前的修改"_s, u"step %1 takes back step %2, which is no earlier edit"_s},
                 step.number, step.undoes);
        if (step.kind == StepKind::Edit)
            m_edits.insert(step.number);
        m_dossier.revision = step.revision;
        if (step.detail.contains("parent"_L1))
            m_dossier.parent = QByteArray::fromHex(step.detail.value("parent"_L1).toString().toLatin1());
        m_state = stateAfter(m_state, step.kind);
        for (const Change& change : step.changes) {
            const bool agrees = step.kind == StepKind::Create || valueAt(m_dossier, change) == change.was;
            if (!applyChange(m_dossier, change) || !agrees)
                tell(u"changes-fit"_s, {u"第 %1 步的修改与此前的内容不符（第 %2 步前后）"_s, u"a change of step %1 does not fit what was there before step %2"_s},
                     step.number, step.number);
        }
        checkSnapshot(step.number);
    }

    void checkSnapshot(int step)
    {
        const QVariant data = m_workspace.database().value(u"SELECT data FROM snapshot WHERE dossier = ? AND step = ?"_s, {m_entry.key, step});
        if (!data.isValid() || data.toByteArray() == dossierJson(m_dossier))
            return;
        if (m_repair)
            m_workspace.database().run(u"UPDATE snapshot SET data = ? WHERE dossier = ? AND step = ?"_s,
                                       {dossierJson(m_dossier), m_entry.key, step});
        tell(u"snapshot-agrees"_s, {u"第 %1 步的快照与操作记录不符（共 %2 步）"_s, u"the snapshot of step %1 differs from the journal (%2 steps)"_s}, step,
             m_entry.steps, m_repair);
    }

    void checkEntry()
    {
        const QByteArray parent =
            m_workspace.database().value(u"SELECT parent FROM dossier WHERE key = ?"_s, {m_entry.key}).toByteArray();
        if (m_state == m_entry.state && m_dossier.revision == m_entry.revision && parent == m_dossier.parent)
            return;
        if (m_repair && m_state)
            m_workspace.database().run(u"UPDATE dossier SET state = ?, revision = ?, parent = ? WHERE key = ?"_s,
                                       {stateName(*m_state), m_dossier.revision,
                                        m_dossier.parent, m_entry.key});
        tell(u"entry-agrees"_s, {u"列表中的状态或稿次与操作记录不符（列表第 %1 稿，记录第 %2 稿）"_s,
                                 u"state or revision in the list (revision %1) differ from the journal (revision %2)"_s},
             m_entry.revision, m_dossier.revision, m_repair && m_state);
    }

    Workspace& m_workspace;
    const DossierEntry& m_entry;
    bool m_repair;
    QList<Breach>& m_breaches;
    std::unique_ptr<DossierJournal> m_journal;
    Dossier m_dossier;
    std::optional<DossierState> m_state;
    int m_expected = 0;
    QSet<int> m_edits;
};

void checkDatabase(Workspace& workspace, QList<Breach>& breaches)
{
    QStringList answers;
    QSqlQuery& integrity = workspace.database().run(u"PRAGMA integrity_check(20)"_s);
    while (integrity.next())
        answers.append(integrity.value(0).toString());
    answers.removeAll(u"ok"_s);
    QSqlQuery& keys = workspace.database().run(u"PRAGMA foreign_key_check"_s);
    while (keys.next())
        answers.append(u"%1 → %2"_s.arg(keys.value(0).toString(), keys.value(2).toString()));
    for (const QString& answer : std::as_const(answers))
        breaches.append({u"database-sound"_s, workspace.database().path(),
                         LocalizedText{u"数据库文件损坏：%1。请从备份恢复（workspace restore）。"_s,
                                       u"The database is damaged: %1. Restore a backup (workspace restore)."_s}
                             .arg(answer),
                         false});
}

void checkRevisions(Workspace& workspace, const DossierEntry& entry, QList<Breach>& breaches)
{
    const QList<KeptRevision> revisions = workspace.dossiers().revisions(entry.key);
    for (const KeptRevision& revision : revisions)
        if (sha256(revision.data) != revision.fingerprint)
            breaches.append({u"revision-sound"_s, entry.id.toString(QUuid::WithoutBraces),
                             LocalizedText{u"申报书 %1 第 %2 稿留存的数据与其校验码不符。请从备份恢复（workspace restore）。"_s,
                                           u"The kept data of revision %2 of dossier %1 does not have its fingerprint. Restore a backup "
                                           "(workspace restore)."_s}
                                 .arg(entry.id.toString(QUuid::WithoutBraces), QString::number(revision.revision)),
                             false});
}

void checkObjects(Workspace& workspace, bool deep, QList<Breach>& breaches)
{
    const QSet<QByteArray> named = workspace.dossiers().objectsNamed();
    for (const QByteArray& object : named) {
        if (!workspace.objects().has(object))
            breaches.append({u"object-present"_s, hexText(object),
                             LocalizedText{u"缺少文件 %1。请从备份文件夹恢复（workspace restore），或重新添加该附件。"_s,
                                           u"The file %1 is missing. Restore a backup folder (workspace restore) or attach it anew."_s}
                                 .arg(hexText(object)),
                             false});
        else if (deep && !workspace.objects().isSound(object))
            breaches.append({u"object-sound"_s, hexText(object),
                             LocalizedText{u"文件 %1 的内容已损坏。请从备份文件夹恢复（workspace restore），或重新添加该附件。"_s,
                                           u"The file %1 is damaged. Restore a backup folder (workspace restore) or attach it anew."_s}
                                 .arg(hexText(object)),
                             false});
    }
}

void checkLeftOvers(Workspace& workspace, bool repair, QList<Breach>& breaches)
{
    const QSet<QByteArray> sound = workspace.objects().all();
    QStringList left;
    QDirIterator objects(workspace.folder() + u"/objects"_s, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (objects.hasNext()) {
        const QString path = objects.next();
        const QByteArray hash = QByteArray::fromHex((QFileInfo(objects.fileInfo().absolutePath()).fileName() + objects.fileName()).toLatin1());
        if (!sound.contains(hash) || workspace.objects().path(hash) != path)
            left.append(path);
    }
    const QFileInfoList backups = QDir(workspace.folder() + u"/backups"_s).entryInfoList({u"*.part"_s, u"*.part-journal"_s}, QDir::Files);
    for (const QFileInfo& file : backups)
        left.append(file.filePath());
    for (const QString& path : std::as_const(left)) {
        if (repair)
            QFile::remove(path);
        breaches.append({u"nothing-left-over"_s, path,
                         LocalizedText{u"中断的操作留下了半截文件“%1”，不影响使用；修复时会删除。"_s,
                                       u"An interrupted operation left “%1” behind; it does no harm and a repair removes it."_s}
                             .arg(path),
                         repair});
    }
}

} // namespace

QList<Breach> checkWorkspace(Workspace& workspace, bool repair, bool deep)
{
    QList<Breach> breaches;
    workspace.finishBackup();
    repair = repair && !workspace.isReadOnly();
    checkDatabase(workspace, breaches);
    const QList<DossierEntry> entries = workspace.dossiers().list();
    for (const DossierEntry& entry : entries) {
        JournalCheck(workspace, entry, repair, breaches).run();
        checkRevisions(workspace, entry, breaches);
    }
    checkObjects(workspace, deep, breaches);
    checkLeftOvers(workspace, repair, breaches);
    return breaches;
}

} // namespace jz
