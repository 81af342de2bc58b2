// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/backup.h"
#include "model/workspace/workspace_check.h"
#include "tests/support/boost_test.h"

namespace jz::test {

/// The names of the invariants that do not hold.
inline QStringList broken(Workspace& workspace, bool repair = false)
{
    QStringList names;
    for (const Breach& breach : checkWorkspace(workspace, repair))
        names.append(breach.invariant);
    return names;
}

/// The action throws an Error of that code whose Chinese message holds `word`.
template<typename Action>
void refused(Action action, ErrorCode code, const QString& word)
{
    BOOST_CHECK_EXCEPTION(action(), Error, [&](const Error& error) {
        BOOST_TEST(error.message().zh.contains(word), error.message().zh.toStdString());
        return error.code() == code;
    });
}

} // namespace jz::test
