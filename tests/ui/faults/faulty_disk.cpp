// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/faults/faulty_disk.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace jz::test {

namespace {

/// Starts this program again with the shim in front, before anything else happens.
const bool preloaded = [] {
    const char* const before = std::getenv("LD_PRELOAD");
    if (before && std::strstr(before, JZ_FAULT_SHIM))
        return true;
    setenv("LD_PRELOAD", JZ_FAULT_SHIM, 1);
    setenv("JZ_FAULT_PATH", "/资料库/", 1);
    setenv("JZ_FAULT_SWITCH", ("/tmp/jz-fault-" + std::to_string(getpid())).c_str(), 1);
    setenv("JZ_FAULT_UNREADABLE", "读不到", 1);
    std::ifstream line("/proc/self/cmdline");
    std::vector<std::string> words;
    for (std::string word; std::getline(line, word, '\0');)
        words.push_back(word);
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    execv("/proc/self/exe", arguments.data());
    std::perror("the program cannot be started with the shim");
    std::abort();
}();

} // namespace

FaultyDisk::FaultyDisk(int error)
{
    std::ofstream(std::getenv("JZ_FAULT_SWITCH")) << error;
}

void FaultyDisk::mend()
{
    std::remove(std::getenv("JZ_FAULT_SWITCH"));
}

} // namespace jz::test
