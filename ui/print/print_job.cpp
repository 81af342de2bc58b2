// SPDX-License-Identifier: Apache-2.0
#include "ui/print/print_job.h"

namespace jz::ui {

using namespace Qt::StringLiterals;

PrintJob::PrintJob(const PrintPlan& plan, QObject* parent) : QObject(parent), m_plan(plan)
{
    m_thread = std::jthread([this] { work(); });
}

PrintJob::~PrintJob()
{
    m_cancelled = true;
}

void PrintJob::work()
{
    const auto post = [this](auto act) { QMetaObject::invokeMethod(this, act, Qt::QueuedConnection); };
    try {
        printPages(m_plan, {[&](int done, int total) { post([this, done, total] { Q_EMIT progressed(done, total); }); },
                            [this] { return m_cancelled.load(); }});
        if (m_cancelled)
            post([this] { Q_EMIT cancelled(); });
        else
            post([this] { Q_EMIT printed(); });
    } catch (const Error& error) {
        post([this, error] { Q_EMIT failed(error); });
    } catch (const std::exception& error) {
        const Error why(ErrorCode::TooLarge,
                        text(u"打印时内存不足，没有印完。请关闭其他程序，或分几次打印。",
                             u"There was not enough memory to print it all. Close other programs or print a few pages at a time."),
                        m_plan.file, QString::fromUtf8(error.what()));
        post([this, why] { Q_EMIT failed(why); });
    }
}

} // namespace jz::ui
