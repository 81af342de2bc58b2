// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"

#include <QDateTime>
#include <QLockFile>
#include <QString>

#include <optional>

namespace jz {

/// Who writes to a workspace.
struct LockOwner
{
    QString person;  ///< operator; empty when not known
    QString machine;
    qint64 process = 0;
    QDateTime since; ///< UTC
};

/// The right to write to a workspace: one process at a time. The file `workspace.lock` in the folder holds it; a process
/// that died gives it up. Beside it `workspace.owner` says who has it.
class WorkspaceLock
{
public:
    /// Tries to get the right; isHeld() tells whether it did.
    WorkspaceLock(const QString& folder, const QString& person);
    ~WorkspaceLock();
    WorkspaceLock(const WorkspaceLock&) = delete;
    WorkspaceLock& operator=(const WorkspaceLock&) = delete;

    bool isHeld() const { return m_held; }

    /// Who has the right, as far as the folder tells.
    static LockOwner owner(const QString& folder);
    /// "张三（PC-7，10:32 起）正在使用…": what to say to the second one.
    static LocalizedText sentence(const QString& folder);

private:
    QString m_folder;
    QLockFile m_file;
    bool m_held = false;
};

} // namespace jz
