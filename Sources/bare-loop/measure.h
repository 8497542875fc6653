#ifndef BARE_LOOP_MEASURE_H
#define BARE_LOOP_MEASURE_H

#include <stddef.h>
#include <stdint.h>

// Monotonic, in seconds.
double now_seconds(void);
// Since 1970.
double epoch_seconds(void);
// This process' own CPU time, user and system.
double own_cpu_seconds(void);
// The CPU time of all threads of a process, which the kernel's scheduler counts in nanoseconds. 0 without a process.
double cpu_seconds_of(int pid);
// What a process has resident, in KiB. 0 without a process.
double resident_kib_of(int pid);

// Many durations, to be asked for their percentiles.
struct durations {
    float *milliseconds;
    size_t count, room;
};
void durations_add(struct durations *, double milliseconds);
// 0...1; 0 when there are none.
double durations_quantile(struct durations *, double share);

#endif
