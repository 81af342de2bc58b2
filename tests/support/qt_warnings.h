// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace jz::test {

/// From here on every Qt warning is a failure of the test that runs.
void failOnQtWarnings();

/// While it lives, warnings that hold `part` are expected and fail nothing.
class ExpectedWarning
{
public:
    explicit ExpectedWarning(const char* part);
    ~ExpectedWarning();
    ExpectedWarning(const ExpectedWarning&) = delete;
    ExpectedWarning& operator=(const ExpectedWarning&) = delete;
};

} // namespace jz::test
