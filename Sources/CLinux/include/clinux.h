// Linux calls that the Glibc module does not export to Swift. Each wrapper does the one call (or loop over it) and
// returns what the call returns, or -errno, so that no caller reads errno across a language boundary.
#pragma once
#include <stddef.h>
#include <stdint.h>

#define CLINUX_READABLE 1u
#define CLINUX_WRITABLE 2u
// The peer closed its half, or the descriptor failed: reading tells which.
#define CLINUX_HANGUP 4u

// What epoll reports of one descriptor: a set of the bits above, and the key it was registered with.
struct clinux_ready {
    uint64_t key;
    uint32_t events;
};

int clinux_epoll_create(void);
// `edge` non-zero asks for one report per change instead of one as long as the state lasts.
int clinux_epoll_add(int epoll, int fd, uint32_t events, uint64_t key, int edge);
int clinux_epoll_modify(int epoll, int fd, uint32_t events, uint64_t key);
int clinux_epoll_remove(int epoll, int fd);
// Waits at most `milliseconds` (-1: for ever) and fills at most `capacity` (not over 256) entries. 0 when a signal came.
int clinux_epoll_wait(int epoll, struct clinux_ready *ready, int capacity, int milliseconds);

int clinux_eventfd(void);
void clinux_eventfd_signal(int fd);
// Sleeps while `*word` is `value`, at most so long (-1: without end). Returns for any reason, or for none.
void clinux_futex_wait(uint32_t *word, uint32_t value, int64_t nanoseconds);
// Wakes one that sleeps on `word`.
void clinux_futex_wake(uint32_t *word);
// A descriptor that becomes readable when one of `count` signals arrives; they are blocked in the calling thread.
int clinux_signalfd(const int *signals, int count);
// The number of the signal that arrived, 0 when none waits.
int clinux_signalfd_read(int fd);

// Non-blocking, close-on-exec.
int clinux_socket(int family);
int clinux_accept(int fd);
// Never raises SIGPIPE.
long clinux_send(int fd, const void *bytes, size_t count);
long clinux_recv(int fd, void *bytes, size_t count);
int clinux_ignore_sigpipe(void);

int clinux_gettid(void);
// Names the calling thread (15 bytes at most), as seen in top and gdb.
int clinux_name_thread(const char *name);
// Asks for turns of this length on the processor (100 us to 100 ms) for the calling thread: shorter than the others' means
// that it need not wait for the end of theirs when it wakes. Kernels before 6.12 keep to their own.
int clinux_set_turn_length(uint64_t nanoseconds);
// The signal that the kernel sends this process when its parent dies.
int clinux_die_with_parent(int signal);
uint64_t clinux_monotonic_nanoseconds(void);

// Unmaps the pages of the program's and its libraries' code, of which starting needs far more than serving: what runs
// again comes back from the page cache, a fault for each 64 KiB.
void clinux_give_back_code(void);

// Starts a program: input from /dev/null, both outputs to `output`, all signals as they are by default and none blocked,
// and, which posix_spawn(3) cannot do, this soft limit of file descriptors (the hard one stays).
// Returns its number, or -errno, also when the program cannot be executed.
int clinux_spawn(
    const char *path, char *const arguments[], char *const environment[], int output, int new_session, uint64_t descriptors);
