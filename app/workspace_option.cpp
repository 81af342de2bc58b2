// SPDX-License-Identifier: Apache-2.0
#include "app/workspace_option.h"

#include <QFileInfo>

namespace jz::cli {

using namespace Qt::StringLiterals;

Option workspaceOption()
{
    return {u"workspace"_s, u"DIR"_s, text(u"资料库文件夹；不给则用 JUANZONG_WORKSPACE 或系统的位置", u"the workspace; else JUANZONG_WORKSPACE or the system's place")};
}

QString workspaceFolder(const Call& call)
{
    return call.has(u"workspace"_s) ? call.value(u"workspace"_s) : Workspace::usualFolder();
}

std::unique_ptr<Workspace> workspaceAtHand(const Call& call)
{
    const QString folder = workspaceFolder(call);
    const bool isThere = QFileInfo::exists(Workspace::databaseFile(folder));
    if (!isThere && call.has(u"workspace"_s))
        throw Error(ErrorCode::NotFound,
                    LocalizedText{u"“%1”里没有资料库。请核对 --workspace 的文件夹，或先用 trust add 等命令建立。"_s,
                                  u"There is no workspace in “%1”. Check the folder after --workspace, or make one first, as trust add does."_s}
                        .arg(folder),
                    folder);
    if (!isThere)
        return nullptr;
    try {
        return std::make_unique<Workspace>(folder, Workspace::Mode::WriteOrRead);
    } catch (const Error& error) {
        if (call.has(u"workspace"_s))
            throw;
        complain(LocalizedText{u"注意：没有用到资料库中的可信签名人。%1"_s, u"Note: the trust list of the workspace was not used. %1"_s}
                     .arg(error.message())
                     .in(language()));
        return nullptr;
    }
}

} // namespace jz::cli
