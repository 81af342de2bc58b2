// SPDX-License-Identifier: Apache-2.0
// The one place for what Linux, macOS and Windows do differently. Everything else is Qt's and the standard library's.
#pragma once

#include <QString>

#include <optional>
#include <vector>

class QFile;

namespace jz {

/// Waits until what was written to the file is on the disk and survives a power cut; for a folder, its list of
/// names. A file that is not there is an Error NotFound; a device that refuses is an Error Unreadable.
void flushToDisk(const QString& path);

/// The path of another program of ours, which lies beside the one that runs.
QString programBeside(const QString& name);

/// Runs `program` in place of this process with the arguments that this one was started with, and returns its exit code where the
/// system cannot replace a process. Throws Error NotFound when it is missing or cannot be run.
int runInstead(const QString& program, char** arguments);

/// The Error NotFound of a program of ours that is missing or cannot be run.
[[noreturn]] void failMissingProgram(const QString& program);

/// What a process may take. 0: no limit.
struct ProcessLimits
{
    double seconds = 0;   ///< of processor time
    double megabytes = 0; ///< of addresses; not held under the address sanitizer
};

/// Limits this process for the rest of its life, and leaves no memory dump of it, which would hold pictures of people's papers.
/// Windows has no such limits for a process by itself: nothing happens there.
void limitThisProcess(const ProcessLimits& limits);

/// Reads up to `length` bytes of an open file at `offset` into `to`: how many there were, 0 at the end, -1 when it fails. Several
/// threads may read one file at once. On Unix nothing else of `file` moves or is read ahead.
qint64 readAt(QFile& file, qint64 offset, char* to, qint64 length);

/// For a process that does one thing and ends: it does not give memory back to the system while it runs.
void keepMemoryUntilExit();

/// A line typed on the terminal of this process, at most `longest` bytes, not shown while it is typed, after `prompt`. The memory
/// never grows, so that no copy of it stays behind. Nothing when there is no terminal.
std::optional<std::vector<char>> typedSecret(const QByteArray& prompt, size_t longest);

} // namespace jz
