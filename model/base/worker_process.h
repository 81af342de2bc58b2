// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"
#include "model/base/parallel.h"

#include <QJsonObject>

#include <functional>

namespace jz {

/// A program of ours that does one job in a process of its own and ends, so that no file can harm the caller: whatever makes a reader crash,
/// hang or take all memory costs that one process. Job and answer are one JSON object each, on standard input and output; the job has
/// "limits": {"seconds", "megabytes"}, the answer is the job's own or workerError().
///
/// Thread-safe: several processes may run at once.
class WorkerProcess
{
public:
    struct Limits
    {
        int seconds = 60;     ///< by the clock
        int megabytes = 3000; ///< address space, libraries included
    };
    struct Answer
    {
        QJsonObject json;
        QString failure; ///< what went wrong with the process, for logs; empty when it answered
    };

    /// `program`: a path.
    WorkerProcess(const QString& program, Limits limits) : m_program(program), m_limits(limits) {}

    /// Runs the program on a job. Throws Cancelled at once when `control` cancels, Error NotFound when the program is missing, and the
    /// Error that the program answered with.
    Answer ask(QJsonObject job, const WorkControl& control = {}) const;

private:
    QString m_program;
    Limits m_limits;
};

/// The answer that hands an Error to the caller.
QJsonObject workerError(const Error& error);

/// The inside of such a program: reads the job, keeps to its limits, does it and answers. Returns the exit code; 2 when the job lacks `member`,
/// which every job has. `work` throws nothing.
int serveWorker(const QString& member, const std::function<QJsonObject(const QJsonObject& job)>& work);

} // namespace jz
