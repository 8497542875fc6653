#ifndef BARE_LOOP_DRIVE_H
#define BARE_LOOP_DRIVE_H

#include <stdbool.h>

struct drive_plan {
    int port;
    // Null: plain HTTP/2. Else the client's certificate and key; empty ones: TLS without a certificate.
    const char *certificate, *key;
    // The server's process, for its CPU time and memory; 0: unknown.
    int pid;
    int connections, watches;
    // So many of the watches read nothing more once their window is full.
    int stalled;
    // Only so many of the watches are for the objects that are written; 0: all are.
    int interested;
    int writes;
    // Writes under way at a time, and events that are written before all watchers have an earlier one.
    int in_flight;
    // Writes per second; 0: as fast as they are delivered.
    int rate;
    int data_bytes;
    int stream_window;
    // Instead of a run of writes: all watchers lose their connection, one write happens, and they come back.
    bool storm;
    // Instead: watches that begin with a list of at least so many objects, while writes go on at `rate`; 0: none.
    int initial;
    double timeout_seconds;
};

// Runs it and prints figures, one `name value` a line. Returns the exit status: 1 when a delivery was missing.
int drive(const struct drive_plan *);

struct fetch_plan {
    int port;
    const char *certificate, *key;
    const char *path, *accept;
    int times, pid;
};

// GETs one after another on one connection.
int fetch(const struct fetch_plan *);

#endif
