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

QList<Option> verificationOptions()
{
    return {{u"trust"_s, u"CERT.pem"_s, text(u"可信的证书，可给多次；先用电话与对方核对指纹", u"a certificate to trust, may be given more than once; compare its fingerprint by telephone first")},
            workspaceOption()};
}

PaperReport verifyAsAsked(const Call& call, const QString& file)
{
    TrustList trust;
    const QStringList trusted = call.options.values(u"trust"_s);
    for (const QString& certificate : trusted)
        trust.addFile(certificate);
    const std::unique_ptr<Workspace> workspace = workspaceAtHand(call);
    if (!workspace)
        return verifyPaper(file, trust);
    const PaperReport report = verifyInWorkspace(file, *workspace, trust);
    if (report.memory && !report.memory->isKept)
        complain(LocalizedText{u"注意：资料库正由他人使用，这次的核验结论没有留存。%1"_s, u"Note: the workspace is in use; this verdict was not kept. %1"_s}
                     .arg(WorkspaceLock::sentence(workspace->folder()))
                     .in(language()));
    return report;
}

} // namespace jz::cli
