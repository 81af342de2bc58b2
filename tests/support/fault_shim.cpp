// SPDX-License-Identifier: Apache-2.0
// A library that is loaded in front of a program (LD_PRELOAD) and makes its disk fail, or kills it, at a chosen point. Every
// call that changes a file whose path holds JZ_FAULT_PATH counts: open for creating, write, truncate, sync, rename, link, unlink, mkdir.
//
//   JZ_FAULT_KILL=n      the n-th such call kills the process before it is done
//   JZ_FAULT_FAIL=n      from the n-th on they fail with JZ_FAULT_ERRNO
//   JZ_FAULT_SWITCH=file while that file exists they fail with the errno written in it
//   JZ_FAULT_ONLY=name   only calls of that name count: open, write, sync, rename, link, unlink, mkdir, truncate
//   JZ_FAULT_UNREADABLE=part  a file whose path holds that cannot be opened at all: permission denied, for root too
//   JZ_FAULT_SLOW=ms     every sync takes that long
//   JZ_FAULT_COUNT=file  at the end the number of calls is written there
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

std::atomic<long> counted = 0;

const char* setting(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

template<typename Function>
Function original(const char* name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

bool concerns(const char* path)
{
    static const char* part = setting("JZ_FAULT_PATH");
    return *part && path && std::strstr(path, part);
}

/// The errno in the switch file; 0 while there is none.
int switchedError()
{
    static const char* file = setting("JZ_FAULT_SWITCH");
    if (!*file)
        return 0;
    const int in = original<int (*)(const char*, int, ...)>("open")(file, O_RDONLY);
    if (in < 0)
        return 0;
    char number[16] = {};
    const ssize_t length = read(in, number, sizeof number - 1);
    close(in);
    return length > 0 ? std::atoi(number) : 0;
}

/// True when the call is to fail; errno is set then.
bool fails(const char* name, const char* path)
{
    if (!concerns(path))
        return false;
    static const char* only = setting("JZ_FAULT_ONLY");
    if (*only && std::strcmp(only, name) != 0)
        return false;
    static const long killAt = std::atol(setting("JZ_FAULT_KILL"));
    static const long failAt = std::atol(setting("JZ_FAULT_FAIL"));
    static const int error = std::atoi(setting("JZ_FAULT_ERRNO"));
    if (const int switched = switchedError()) {
        errno = switched;
        return true;
    }
    const long number = ++counted;
    if (killAt > 0 && number == killAt)
        std::raise(SIGKILL);
    if (failAt > 0 && number >= failAt) {
        errno = error;
        return true;
    }
    return false;
}

bool isUnreadable(const char* path)
{
    static const char* part = setting("JZ_FAULT_UNREADABLE");
    if (!*part || !path || !std::strstr(path, part))
        return false;
    errno = EACCES;
    return true;
}

bool failsFor(const char* name, int file)
{
    char link[64];
    char path[PATH_MAX + 1] = {};
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    return readlink(link, path, PATH_MAX) > 0 && fails(name, path);
}

void dawdle(int file)
{
    static const long slow = std::atol(setting("JZ_FAULT_SLOW"));
    if (slow <= 0)
        return;
    (void)file;
    const timespec pause{slow / 1000, (slow % 1000) * 1000000};
    nanosleep(&pause, nullptr);
}

struct CountWriter
{
    ~CountWriter()
    {
        const char* file = setting("JZ_FAULT_COUNT");
        if (!*file)
            return;
        if (std::FILE* out = std::fopen(file, "w")) {
            std::fprintf(out, "%ld", counted.load());
            std::fclose(out);
        }
    }
} countWriter;

} // namespace

extern "C" {

int open(const char* path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (isUnreadable(path) || ((flags & (O_CREAT | O_WRONLY | O_RDWR)) && fails("open", path)))
        return -1;
    return original<int (*)(const char*, int, ...)>("open")(path, flags, mode);
}

int open64(const char* path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (isUnreadable(path) || ((flags & (O_CREAT | O_WRONLY | O_RDWR)) && fails("open", path)))
        return -1;
    return original<int (*)(const char*, int, ...)>("open64")(path, flags, mode);
}

ssize_t write(int file, const void* bytes, size_t size)
{
    return failsFor("write", file) ? -1 : original<ssize_t (*)(int, const void*, size_t)>("write")(file, bytes, size);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at)
{
    return failsFor("write", file) ? -1 : original<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite")(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at)
{
    return failsFor("write", file) ? -1 : original<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64")(file, bytes, size, at);
}

int ftruncate(int file, off_t size)
{
    return failsFor("truncate", file) ? -1 : original<int (*)(int, off_t)>("ftruncate")(file, size);
}

int ftruncate64(int file, off64_t size)
{
    return failsFor("truncate", file) ? -1 : original<int (*)(int, off64_t)>("ftruncate64")(file, size);
}

int fsync(int file)
{
    dawdle(file);
    return failsFor("sync", file) ? -1 : original<int (*)(int)>("fsync")(file);
}

int fdatasync(int file)
{
    dawdle(file);
    return failsFor("sync", file) ? -1 : original<int (*)(int)>("fdatasync")(file);
}

int rename(const char* from, const char* to)
{
    return fails("rename", to) ? -1 : original<int (*)(const char*, const char*)>("rename")(from, to);
}

int renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned flags)
{
    return fails("rename", to) ? -1
                               : original<int (*)(int, const char*, int, const char*, unsigned)>("renameat2")(fromFolder, from, toFolder, to, flags);
}

int link(const char* from, const char* to)
{
    return fails("link", to) ? -1 : original<int (*)(const char*, const char*)>("link")(from, to);
}

int linkat(int fromFolder, const char* from, int toFolder, const char* to, int flags)
{
    return fails("link", to) ? -1 : original<int (*)(int, const char*, int, const char*, int)>("linkat")(fromFolder, from, toFolder, to, flags);
}

int unlink(const char* path)
{
    return fails("unlink", path) ? -1 : original<int (*)(const char*)>("unlink")(path);
}

int mkdir(const char* path, mode_t mode)
{
    return fails("mkdir", path) ? -1 : original<int (*)(const char*, mode_t)>("mkdir")(path, mode);
}

} // extern "C"
