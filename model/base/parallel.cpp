// SPDX-License-Identifier: Apache-2.0
#include "model/base/parallel.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace jz {

namespace {

class Workers
{
public:
    Workers(int count, const std::function<void(int)>& work) : m_count(count), m_work(work) {}

    bool run(const WorkControl& control, int threads)
    {
        std::vector<std::jthread> running;
        running.reserve(size_t(threads));
        m_running = threads;
        for (int i = 0; i < threads; ++i)
            running.emplace_back([this] { takeItems(); });
        watch(control);
        running.clear();
        if (m_failure)
            std::rethrow_exception(m_failure);
        return m_done == m_count;
    }

private:
    void takeItems()
    {
        for (int item = next(); item < m_count; item = next()) {
            std::exception_ptr failure;
            try {
                m_work(item);
            } catch (...) {
                failure = std::current_exception();
            }
            const std::lock_guard lock(m_mutex);
            ++m_done;
            if (failure) {
                m_stopped = true;
                m_failure = m_failure ? m_failure : failure;
            }
            m_changed.notify_one();
        }
        const std::lock_guard lock(m_mutex);
        --m_running;
        m_changed.notify_one();
    }

    int next()
    {
        const std::lock_guard lock(m_mutex);
        return m_stopped ? m_count : m_next++;
    }

    /// The callbacks may throw too: the workers are stopped and waited for by then.
    void watch(const WorkControl& control)
    {
        int told = -1;
        std::unique_lock lock(m_mutex);
        while (m_running > 0) {
            m_changed.wait_for(lock, std::chrono::milliseconds(50));
            const int done = m_done;
            lock.unlock();
            try {
                if (control.progress && done != told)
                    control.progress(done, m_count);
                told = done;
                const bool cancelled = control.isCancelled && control.isCancelled();
                lock.lock();
                m_stopped = m_stopped || cancelled;
            } catch (...) {
                lock.lock();
                m_stopped = true;
                m_failure = m_failure ? m_failure : std::current_exception();
            }
        }
        if (control.progress && m_done != told && !m_failure) {
            lock.unlock();
            control.progress(m_done, m_count);
        }
    }

    const int m_count;
    const std::function<void(int)>& m_work;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::exception_ptr m_failure;
    int m_next = 0;
    int m_done = 0;
    int m_running = 0;
    bool m_stopped = false;
};

} // namespace

bool runInParallel(int count, const std::function<void(int index)>& work, const WorkControl& control,
                   int threads)
{
    const int cores = threads > 0 ? threads : int(std::max(1U, std::thread::hardware_concurrency()));
    return Workers(count, work).run(control, std::clamp(cores, 1, std::max(1, count)));
}

} // namespace jz
