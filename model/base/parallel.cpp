// SPDX-License-Identifier: Apache-2.0
#include "model/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace jz {

void inParallel(int count, const std::function<void(int)>& body)
{
    std::vector<std::exception_ptr> failures(static_cast<size_t>(count));
    std::atomic<int> next = 0;
    const auto work = [&] {
        for (int i = next++; i < count; i = next++) {
            try {
                body(i);
            } catch (...) {
                failures[static_cast<size_t>(i)] = std::current_exception();
            }
        }
    };
    const int more = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 4) - 1;
    std::vector<std::thread> threads;
    for (int i = 0; i < std::min(more, count - 1); ++i)
        threads.emplace_back(work);
    work();
    for (std::thread& thread : threads)
        thread.join();
    for (const std::exception_ptr& failure : failures) {
        if (failure)
            std::rethrow_exception(failure);
    }
}

} // namespace jz
