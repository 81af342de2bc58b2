// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/parallel.h"
#include "model/pdf/attachment_source.h"
#include "model/workspace/object_store.h"

#include <QStringList>

namespace jz {

/// A file that is to be attached: what it is, cleaned of place and device data and kept in the object store (where `source.path`
/// leads); or why it cannot be. Neither when the work was cancelled before.
struct PreparedFile
{
    QString path; ///< of the file itself
    std::optional<AttachmentSource> source;
    std::optional<Error> error;
};

/// Looks at files and keeps them, on all cores, in the order given: the long part of attaching. A file that cannot be used does not
/// stop the others. Errors are those of inspectAttachment() and ObjectStore::add(), Unsupported for a folder, and TooLarge for a
/// file of more than `mostBytes` (0: no limit), which is not read. May be called from any thread; nothing is attached yet.
QList<PreparedFile> prepareFiles(ObjectStore& objects, const QStringList& files, qint64 mostBytes, const WorkControl& control = {});

} // namespace jz
