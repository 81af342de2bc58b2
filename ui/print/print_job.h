// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"
#include "ui/print/print_plan.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <thread>

namespace jz::ui {

/// Printing that goes on in a thread of its own while the windows stay free. Lives in the windows' thread; destroying it cancels and waits
/// for the page that is being drawn.
class PrintJob : public QObject
{
    Q_OBJECT

public:
    /// Begins at once.
    PrintJob(const PrintPlan& plan, QObject* parent);
    ~PrintJob() override;

    const PrintPlan& plan() const { return m_plan; }
    void cancel() { m_cancelled = true; }

Q_SIGNALS:
    void progressed(int done, int total);
    /// One of these three comes last.
    void printed();
    void cancelled();
    void failed(const jz::Error& why);

private:
    void work();

    PrintPlan m_plan;
    std::atomic<bool> m_cancelled = false;
    std::jthread m_thread;
};

} // namespace jz::ui
