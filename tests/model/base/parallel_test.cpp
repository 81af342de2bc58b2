// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/base/parallel.h"
#include "tests/support/boost_test.h"

#include <atomic>
#include <set>
#include <thread>

using namespace jz;

BOOST_AUTO_TEST_SUITE(parallel_work)

BOOST_AUTO_TEST_CASE(every_item_is_done_once_and_progress_is_told_on_the_callers_thread)
{
    std::vector<std::atomic<int>> done(500);
    std::vector<int> told;
    const auto here = std::this_thread::get_id();
    WorkControl control;
    control.progress = [&](int count, int total) {
        BOOST_TEST((std::this_thread::get_id() == here));
        BOOST_TEST(total == 500);
        told.push_back(count);
    };
    BOOST_TEST(runInParallel(
        500, [&](int i) { ++done[size_t(i)]; }, control, 4));
    for (const auto& count : done)
        BOOST_TEST(count == 1);
    BOOST_TEST(std::is_sorted(told.begin(), told.end()));
    BOOST_REQUIRE(!told.empty());
    BOOST_TEST(told.back() == 500);
}

BOOST_AUTO_TEST_CASE(several_threads_are_at_work)
{
    std::atomic<int> waiting = 0;
    // Each item waits for the other: one thread alone would never end
    BOOST_TEST(runInParallel(
        2,
        [&](int) {
            ++waiting;
            while (waiting < 2)
                std::this_thread::yield();
        },
        {}, 2));
}

BOOST_AUTO_TEST_CASE(cancelled_work_begins_nothing_more)
{
    std::atomic<int> begun = 0;
    WorkControl control;
    control.isCancelled = [&] { return begun >= 3; };
    const bool finished = runInParallel(
        100'000,
        [&](int) {
            ++begun;
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        },
        control, 2);
    BOOST_TEST(!finished);
    BOOST_TEST(begun < 100'000);
}

BOOST_AUTO_TEST_CASE(what_the_work_or_a_callback_throws_arrives)
{
    const auto fails = [](int i) {
        if (i == 7)
            throw Error(ErrorCode::Malformed, {QStringLiteral("坏"), QStringLiteral("bad")});
    };
    BOOST_CHECK_THROW(runInParallel(100, fails, {}, 3), Error);
    WorkControl control;
    control.progress = [](int, int) { throw Error(ErrorCode::Usage, {}); };
    BOOST_CHECK_THROW(runInParallel(
                          100, [](int) {}, control, 3),
                      Error);
}

BOOST_AUTO_TEST_CASE(no_items_are_done_at_once)
{
    BOOST_TEST(runInParallel(0, [](int) { BOOST_ERROR("nothing to do"); }));
}

BOOST_AUTO_TEST_SUITE_END()
