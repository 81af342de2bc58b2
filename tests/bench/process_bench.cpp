// SPDX-License-Identifier: Apache-2.0
// bench_processes RUNS TITLE COMMAND_A [-- COMMAND_B]: runs whole processes in turn, A B A B …, after one
// run of each to warm up, and prints the medians of wall time and peak memory and the ratios A/B.
// A command is one argument, split at blanks (no quoting); its output is thrown away.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Run
{
    double seconds = 0;
    double megabytes = 0;
};

Run runOnce(const std::string& command)
{
    std::vector<std::string> words;
    std::istringstream stream(command);
    for (std::string word; stream >> word;)
        words.push_back(word);
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        const int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, 1);
        dup2(nothing, 2);
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        std::fprintf(stderr, "failed: %s\n", command.c_str());
        std::exit(1);
    }
    return {taken.count(), double(usage.ru_maxrss) / 1024};
}

template<typename Member>
double median(std::vector<Run> runs, Member member)
{
    std::sort(runs.begin(), runs.end(), [&](const Run& a, const Run& b) { return a.*member < b.*member; });
    return runs[runs.size() / 2].*member;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 4)
        return 2;
    const int count = std::atoi(argv[1]);
    const bool paired = argc >= 6;
    std::vector<Run> a, b;
    for (int i = 0; i <= count; ++i) {
        const Run first = runOnce(argv[3]);
        const Run second = paired ? runOnce(argv[5]) : Run{};
        if (i == 0)
            continue;
        a.push_back(first);
        b.push_back(second);
    }
    const double timeA = median(a, &Run::seconds), memoryA = median(a, &Run::megabytes);
    std::printf("%-44s %8.3f s %8.1f MB", argv[2], timeA, memoryA);
    if (paired) {
        const double timeB = median(b, &Run::seconds), memoryB = median(b, &Run::megabytes);
        std::printf("   other %8.3f s %8.1f MB   ratio %.2f time, %.2f memory", timeB, memoryB, timeA / timeB, memoryA / memoryB);
    }
    std::printf("\n");
    return 0;
}
