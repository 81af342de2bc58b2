// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace jz::test {

/// Files whose path holds 读不到 can be opened by nobody. While this lives, whatever is written into a folder called 资料库 fails with an errno. The program was started anew with
/// tests/support/fault_shim.cpp in front of it for that.
class FaultyDisk
{
public:
    explicit FaultyDisk(int error);
    ~FaultyDisk() { mend(); }
    void mend();
};

} // namespace jz::test
