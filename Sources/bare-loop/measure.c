#define _GNU_SOURCE
#include "measure.h"

#include "loop.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static double seconds_of(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

double now_seconds(void) { return seconds_of(CLOCK_MONOTONIC); }
double epoch_seconds(void) { return seconds_of(CLOCK_REALTIME); }
double own_cpu_seconds(void) { return seconds_of(CLOCK_PROCESS_CPUTIME_ID); }

double cpu_seconds_of(int pid) {
    char path[320];
    double nanoseconds = 0;
    snprintf(path, sizeof path, "/proc/%d/task", pid);
    DIR *tasks = pid ? opendir(path) : NULL;
    if (!tasks) return 0;
    for (struct dirent *task; (task = readdir(tasks));) {
        if (task->d_name[0] == '.') continue;
        snprintf(path, sizeof path, "/proc/%d/task/%s/schedstat", pid, task->d_name);
        FILE *file = fopen(path, "r");
        double running;
        if (!file) continue;
        if (fscanf(file, "%lf", &running) == 1) nanoseconds += running;
        fclose(file);
    }
    closedir(tasks);
    return nanoseconds / 1e9;
}

double resident_kib_of(int pid) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/statm", pid);
    FILE *file = pid ? fopen(path, "r") : NULL;
    if (!file) return 0;
    double size = 0, resident = 0;
    if (fscanf(file, "%lf %lf", &size, &resident) != 2) resident = 0;
    fclose(file);
    return resident * (double)sysconf(_SC_PAGESIZE) / 1024;
}

void durations_add(struct durations *all, double milliseconds) {
    if (all->count == all->room) {
        all->room = all->room ? all->room * 2 : 4096;
        all->milliseconds = realloc(all->milliseconds, all->room * sizeof *all->milliseconds);
        if (!all->milliseconds) fail("out of memory");
    }
    all->milliseconds[all->count++] = (float)milliseconds;
}

static int compare(const void *a, const void *b) {
    float left = *(const float *)a, right = *(const float *)b;
    return (left > right) - (left < right);
}

double durations_quantile(struct durations *all, double share) {
    if (!all->count) return 0;
    qsort(all->milliseconds, all->count, sizeof *all->milliseconds, compare);
    size_t index = (size_t)(share * (double)all->count);
    return (double)all->milliseconds[index < all->count ? index : all->count - 1];
}
