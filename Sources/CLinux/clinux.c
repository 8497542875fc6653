#define _GNU_SOURCE
#include "clinux.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/futex.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int outcome(long value) { return value < 0 ? -errno : (int)value; }

static uint32_t to_epoll(uint32_t events) {
    uint32_t bits = 0;
    if (events & CLINUX_READABLE) bits |= EPOLLIN;
    if (events & CLINUX_WRITABLE) bits |= EPOLLOUT;
    if (events & CLINUX_HANGUP) bits |= EPOLLRDHUP;
    return bits;
}

int clinux_epoll_create(void) { return outcome(epoll_create1(EPOLL_CLOEXEC)); }

int clinux_epoll_add(int epoll, int fd, uint32_t events, uint64_t key, int edge) {
    struct epoll_event event = {.events = to_epoll(events) | (edge ? EPOLLET : 0), .data.u64 = key};
    return outcome(epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event));
}

int clinux_epoll_modify(int epoll, int fd, uint32_t events, uint64_t key) {
    struct epoll_event event = {.events = to_epoll(events), .data.u64 = key};
    return outcome(epoll_ctl(epoll, EPOLL_CTL_MOD, fd, &event));
}

int clinux_epoll_remove(int epoll, int fd) { return outcome(epoll_ctl(epoll, EPOLL_CTL_DEL, fd, NULL)); }

int clinux_epoll_wait(int epoll, struct clinux_ready *ready, int capacity, int milliseconds) {
    struct epoll_event events[256];
    if (capacity > 256) capacity = 256;
    int count = epoll_wait(epoll, events, capacity, milliseconds);
    if (count < 0) return errno == EINTR ? 0 : -errno;
    for (int i = 0; i < count; i++) {
        uint32_t bits = 0;
        if (events[i].events & EPOLLIN) bits |= CLINUX_READABLE;
        if (events[i].events & EPOLLOUT) bits |= CLINUX_WRITABLE;
        if (events[i].events & (EPOLLHUP | EPOLLERR | EPOLLRDHUP)) bits |= CLINUX_HANGUP;
        ready[i].events = bits;
        ready[i].key = events[i].data.u64;
    }
    return count;
}

int clinux_eventfd(void) { return outcome(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)); }

void clinux_eventfd_signal(int fd) {
    uint64_t one = 1;
    long written;
    do written = write(fd, &one, sizeof one);
    while (written < 0 && errno == EINTR);
}

void clinux_futex_wait(uint32_t *word, uint32_t value, int64_t nanoseconds) {
    struct timespec time = {.tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000};
    syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, nanoseconds < 0 ? NULL : &time, NULL, 0);
}

void clinux_futex_wake(uint32_t *word) { syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0); }

int clinux_signalfd(const int *signals, int count) {
    sigset_t set;
    sigemptyset(&set);
    for (int i = 0; i < count; i++) sigaddset(&set, signals[i]);
    int error = pthread_sigmask(SIG_BLOCK, &set, NULL);
    if (error) return -error;
    return outcome(signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
}

int clinux_signalfd_read(int fd) {
    struct signalfd_siginfo info;
    return read(fd, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

int clinux_socket(int family) { return outcome(socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)); }

int clinux_accept(int fd) {
    int accepted;
    do accepted = accept4(fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
    while (accepted < 0 && errno == EINTR);
    return outcome(accepted);
}

long clinux_send(int fd, const void *bytes, size_t count) {
    long sent;
    do sent = send(fd, bytes, count, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent < 0 ? -errno : sent;
}

long clinux_recv(int fd, void *bytes, size_t count) {
    long received;
    do received = recv(fd, bytes, count, 0);
    while (received < 0 && errno == EINTR);
    return received < 0 ? -errno : received;
}

int clinux_ignore_sigpipe(void) { return signal(SIGPIPE, SIG_IGN) == SIG_ERR ? -errno : 0; }

int clinux_gettid(void) { return (int)gettid(); }

int clinux_name_thread(const char *name) { return outcome(prctl(PR_SET_NAME, name)); }

// As the kernel lays it out (linux/sched/types.h); glibc declares it from 2.41 on.
struct turns {
    uint32_t size, policy;
    uint64_t flags;
    int32_t nice;
    uint32_t priority;
    uint64_t length, deadline, period;
};

int clinux_set_turn_length(uint64_t nanoseconds) {
    struct turns turns = {.size = sizeof turns};
    long read = syscall(SYS_sched_getattr, 0, &turns, sizeof turns, 0);
    if (read < 0 || turns.policy != SCHED_OTHER) return outcome(read);
    turns.size = sizeof turns;
    turns.length = nanoseconds;
    return outcome(syscall(SYS_sched_setattr, 0, &turns, 0));
}

int clinux_die_with_parent(int signal) { return outcome(prctl(PR_SET_PDEATHSIG, signal)); }

void clinux_give_back_code(void) {
    FILE *maps = fopen("/proc/self/maps", "re");
    if (!maps) return;
    char line[PATH_MAX + 128];
    while (fgets(line, sizeof line, maps)) {
        unsigned long first, last;
        char rights[5];
        int path = 0;
        if (sscanf(line, "%lx-%lx %4s %*s %*s %*s %n", &first, &last, rights, &path) != 3 || path == 0) continue;
        // Never written: what is in the file is all there is. Constants are not, the linker has put addresses into them.
        if (strcmp(rights, "r-xp") == 0 && line[path] == '/') madvise((void *)first, last - first, MADV_DONTNEED);
    }
    fclose(maps);
}

uint64_t clinux_monotonic_nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

// In the child of a process with threads: only calls that are safe in a signal handler (signal-safety(7)).
static int become(
    const char *path, char *const arguments[], char *const environment[], int output, int new_session,
    uint64_t descriptors) {
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (new_session && setsid() < 0) return errno;
    int input = open("/dev/null", O_RDONLY);
    if (input < 0 || dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(output, 2) < 0) return errno;
    if (input > 2) close(input);
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = descriptors < limit.rlim_max ? descriptors : limit.rlim_max;
        if (setrlimit(RLIMIT_NOFILE, &limit) < 0) return errno;
    }
    execve(path, arguments, environment);
    return errno;
}

int clinux_spawn(
    const char *path, char *const arguments[], char *const environment[], int output, int new_session,
    uint64_t descriptors) {
    // Closed by a successful execve; otherwise says why there was none.
    int report[2];
    if (pipe2(report, O_CLOEXEC) < 0) return -errno;
    // No signal of ours is to be handled in the child.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t child = fork();
    int problem = child < 0 ? errno : 0;
    if (child == 0) {
        problem = become(path, arguments, environment, output, new_session, descriptors);
        ssize_t told = write(report[1], &problem, sizeof problem);
        _exit(told == sizeof problem ? 127 : 126);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    close(report[1]);
    if (child > 0) {
        ssize_t count;
        do count = read(report[0], &problem, sizeof problem);
        while (count < 0 && errno == EINTR);
        if (count != sizeof problem) problem = 0;
        if (problem != 0) {
            while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
        }
    }
    close(report[0]);
    return problem != 0 ? -problem : child;
}
