// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"
#include "model/workspace/database.h"

#include <QDateTime>
#include <QString>

#include <memory>

namespace jz {

/// Who writes to a workspace.
struct LockOwner
{
    QString person;  ///< operator; empty when not known
    QString machine;
    qint64 process = 0;
    QDateTime since; ///< UTC
};

/// The right to write to a workspace: one process at a time. It is a lock of the operating system on the file
/// `workspace.lock` (as SQLite takes it), which a process gives up by dying. Beside it `workspace.owner` says who has it.
class WorkspaceLock
{
public:
    /// Tries to get the right; isHeld() tells whether it did. Throws Error when the folder cannot be written to.
    WorkspaceLock(const QString& folder, const QString& person);
    ~WorkspaceLock();
    WorkspaceLock(const WorkspaceLock&) = delete;
    WorkspaceLock& operator=(const WorkspaceLock&) = delete;

    bool isHeld() const { return m_file != nullptr; }
    /// Says who works here now, when that was not known yet or is somebody else. `since` stays.
    void setPerson(const QString& person);

    /// Who has the right, as far as the folder tells.
    static LockOwner owner(const QString& folder);
    /// "张三（PC-7，10:32 起）正在使用…": what to say to the second one.
    static LocalizedText sentence(const QString& folder);

private:
    void writeOwner(const QString& person) const;

    QString m_folder;
    QDateTime m_since;
    std::unique_ptr<Database> m_file;
};

} // namespace jz
