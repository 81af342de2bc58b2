// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/workspace_opening.h"

#include <QDir>
#include <QFileInfo>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

Error missing(const QString& folder)
{
    return Error(ErrorCode::NotFound,
                 LocalizedText{u"以前用过的资料库“%1”现在不在那里。它若在 U 盘或网络盘上，请接好后再试；若移到了别处，请选择新的位置。"_s,
                               u"The workspace “%1” that was used before is not there. If it is on a stick or a network drive, connect it and try "
                               "again; if it was moved, choose its new place."_s}
                     .arg(folder),
                 folder);
}

} // namespace

OpenedWorkspace openWorkspace(const QString& folder, OpeningMode mode, bool isKnown)
{
    const auto trouble = [&](const Error& error, bool isMissing) {
        return OpenedWorkspace{nullptr, Trouble{error, folder, isMissing, backupsOf(folder)}};
    };
    if (isKnown && mode == OpeningMode::Usual && !QFileInfo::exists(Workspace::databaseFile(folder)))
        return trouble(missing(folder), true);
    try {
        const auto how = mode == OpeningMode::Reading ? Workspace::Mode::Read : Workspace::Mode::WriteOrRead;
        auto workspace = std::make_unique<Workspace>(folder, how);
        workspace->setPerson(workspace->operators().current().name);
        workspace->dossiers().list();
        return {std::move(workspace), std::nullopt};
    } catch (const Error& error) {
        return trouble(error, false);
    } catch (const std::exception& error) {
        return trouble(Error(ErrorCode::Unreadable,
                             LocalizedText{u"打开资料库“%1”时程序出错。请再试一次；仍不行请把此消息告诉技术支持。"_s,
                                           u"The program made a mistake while opening the workspace “%1”. Try again, and tell this message to "
                                           "whoever helps you."_s}
                                 .arg(folder),
                             folder, QString::fromUtf8(error.what())),
                       false);
    }
}

QString workspaceFolderIn(const QString& chosen)
{
    const bool isWorkspace = QFileInfo::exists(Workspace::databaseFile(chosen));
    return isWorkspace || QDir(chosen).isEmpty() ? chosen : QDir(chosen).filePath(u"卷宗资料库"_s);
}

} // namespace jz::ui
