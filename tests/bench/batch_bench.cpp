// SPDX-License-Identifier: Apache-2.0
// bench_batch TITLE FOLDER COUNT COMMAND_A -- COMMAND_B: runs each command on COUNT files (those of the folder, again and again),
// a process a file and as many at a time as there are cores, in turns of fifty files A B A B …; prints the time for all of
// them, the largest process, and the ratio A/B. A command is one argument, split at blanks; the file is its last.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Total
{
    double seconds = 0;
    double megabytes = 0;
};

void start(const std::string& command, const std::string& file)
{
    std::vector<std::string> words;
    std::istringstream stream(command);
    for (std::string word; stream >> word;)
        words.push_back(word);
    words.push_back(file);
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    if (fork() == 0) {
        const int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, 1);
        dup2(nothing, 2);
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
}

void finishOne(const std::string& command, Total& total)
{
    int status = 0;
    rusage usage{};
    wait4(-1, &status, 0, &usage);
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        std::fprintf(stderr, "failed: %s\n", command.c_str());
        std::exit(1);
    }
    total.megabytes = std::max(total.megabytes, double(usage.ru_maxrss) / 1024);
}

void runAll(const std::string& command, const std::vector<std::string>& files, Total& total)
{
    const unsigned most = std::max(1U, std::thread::hardware_concurrency());
    const auto begin = std::chrono::steady_clock::now();
    unsigned running = 0;
    for (const std::string& file : files) {
        if (running == most)
            finishOne(command, total);
        else
            ++running;
        start(command, file);
    }
    for (; running > 0; --running)
        finishOne(command, total);
    total.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 7)
        return 2;
    std::vector<std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(argv[2]))
        all.push_back(entry.path().string());
    std::sort(all.begin(), all.end());
    const int count = std::atoi(argv[3]);
    Total a, b;
    for (int done = 0; done < count && !all.empty(); done += 50) {
        std::vector<std::string> files;
        for (int i = done; i < std::min(done + 50, count); ++i)
            files.push_back(all[size_t(i) % all.size()]);
        runAll(argv[4], files, a);
        runAll(argv[6], files, b);
    }
    std::printf("%-44s %8.2f s %8.1f MB   other %8.2f s %8.1f MB   ratio %.2f time, %.2f memory\n", argv[1], a.seconds,
                a.megabytes, b.seconds, b.megabytes, a.seconds / b.seconds, a.megabytes / b.megabytes);
    return 0;
}
