// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/desk.h"
#include "app/desk_json.h"
#include "app/workspace_option.h"

#include "model/workspace/backup.h"

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

int check(const Call& call)
{
    Workspace workspace(workspaceFolder(call), call.has(u"repair"_s) ? Workspace::Mode::Write : Workspace::Mode::WriteOrRead);
    const QList<Breach> breaches = checkWorkspace(workspace, call.has(u"repair"_s), !call.has(u"quick"_s));
    QJsonArray json;
    for (const Breach& breach : breaches) {
        json.append(breachJson(breach));
        if (!call.has(u"json"_s))
            print(breach.message.in(language()));
    }
    if (call.has(u"json"_s))
        printJson({{u"breaches"_s, json}});
    else if (breaches.isEmpty())
        print(text(u"资料库完好。", u"The workspace is sound.").in(language()));
    const bool open = std::any_of(breaches.begin(), breaches.end(), [](const Breach& breach) { return !breach.repaired; });
    return open ? Wrong : Fine;
}

int listBackups(const Call& call)
{
    QJsonArray json;
    const QList<Backup> backups = backupsOf(workspaceFolder(call));
    for (const Backup& backup : backups) {
        json.append(QJsonObject{{u"file"_s, backup.path}, {u"occasion"_s, backup.occasion}, {u"at"_s, backup.at.toString(Qt::ISODate)}, {u"size"_s, backup.size}});
        if (!call.has(u"json"_s))
            print(backup.path);
    }
    if (call.has(u"json"_s))
        printJson({{u"backups"_s, json}});
    return Fine;
}

int backup(const Call& call)
{
    if (call.has(u"list"_s))
        return listBackups(call);
    Workspace workspace(workspaceFolder(call), Workspace::Mode::WriteOrRead);
    QString made = call.inputs.value(0);
    if (made.isEmpty())
        made = makeBackup(workspace.database(), workspace.folder(), u"wanted"_s).path;
    else
        copyWorkspace(workspace.database(), workspace.folder(), made);
    if (call.has(u"json"_s))
        printJson({{u"backup"_s, made}});
    else
        print(LocalizedText{u"已备份到 %1"_s, u"Backed up to %1"_s}.arg(made).in(language()));
    return Fine;
}

int restore(const Call& call)
{
    restoreBackup(call.inputs.at(0), workspaceFolder(call));
    if (call.has(u"json"_s))
        printJson({{u"restored"_s, call.inputs.at(0)}});
    else
        print(text(u"已恢复。恢复前的资料库留在 backups 文件夹（before-restore）。", u"Restored. What was there before is kept in backups (before-restore).").in(language()));
    return Fine;
}

} // namespace

QList<Command> workspaceCommands()
{
    const Option folder = deskOptions().first();
    const Option json = deskOptions().last();
    return {
        {u"workspace check"_s, {}, 0, text(u"检查资料库：每一项必须成立的事", u"check everything that must hold in the workspace"),
         {{u"repair"_s, {}, text(u"修复能修复的；操作记录本身从不改动", u"mend what can be mended; the journal itself is never touched")},
          {u"quick"_s, {}, text(u"不逐个读附件", u"do not read every file")},
          folder, json},
         {u"workspace check --repair"_s}, check},
        {u"workspace backup"_s, u"[DIR]"_s, 0, text(u"备份资料库：不给 DIR 则在其 backups 文件夹，给了则连附件一起复制到那里", u"back up: into its backups folder, or with all files to DIR"),
         {{u"list"_s, {}, text(u"列出已有的备份", u"list the backups there are")}, folder, json}, {u"workspace backup /media/U盘/资料库备份"_s, u"workspace backup --list"_s},
         backup, true},
        {u"workspace restore"_s, u"BACKUP"_s, 1, text(u"用一份备份恢复资料库；现有的先留存", u"restore a backup; what is there is kept first"), {folder, json},
         {u"workspace restore /media/U盘/资料库备份"_s}, restore},
    };
}

} // namespace jz::cli
