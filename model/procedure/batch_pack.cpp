// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/batch_pack.h"

#include "model/base/error.h"
#include "model/call/call_pack_reader.h"

namespace jz {

const CallPack& batchPack(Workspace& workspace, qint64 key)
{
    const std::optional<Batch> batch = workspace.batches().byKey(key);
    if (!batch)
        throw Error(ErrorCode::NotFound, text(u"资料库里没有这个批次。请先建立批次。", u"The workspace has no such batch. Begin one first."), QString::number(key));
    if (const CallPack* const pack = findBuiltInCallPack(batch->call))
        return *pack;
    throw Error(ErrorCode::NotFound,
                LocalizedText{QStringLiteral("本程序没有申报通知“%1”的模板包。请安装带有它的版本。"),
                              QStringLiteral("The call “%1” is not installed. Install a version that has it.")}
                    .arg(batch->call),
                batch->call);
}

} // namespace jz
