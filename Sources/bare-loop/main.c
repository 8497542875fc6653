// The least that can fan events out, as the measure of what a server may cost: `serve` is it, `drive` its client.
#include "drive.h"
#include "loop.h"
#include "serve.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
    "bare-loop: nghttp2 and OpenSSL and nothing else, the measure for a watch server\n"
    "\n"
    "Usage:\n"
    "  bare-loop serve [--plain PORT] [--tls PORT] [--loops N]\n"
    "  bare-loop drive --port PORT [--tls | --cert FILE --key FILE] [--pid PID] [--connections N] [--watches N]\n"
    "                  [--stalled N] [--interested N] [--writes N] [--in-flight N] [--rate N] [--size BYTES]\n"
    "                  [--window BYTES] [--storm] [--initial OBJECTS] [--timeout SECONDS]\n"
    "  bare-loop get --port PORT --path PATH [--accept TYPE] [--times N] [--cert FILE --key FILE] [--pid PID]\n"
    "\n"
    "drive and get print figures, one `name value` a line. drive exits with 1 when a delivery is missing.\n";

static char **words;

// The word after a flag; null when the flag is not there.
static const char *value_of(const char *flag) {
    for (char **word = words; *word; word++)
        if (strcmp(*word, flag) == 0) return word[1] ? word[1] : "";
    return NULL;
}

static int number_of(const char *flag, int otherwise, int least) {
    const char *text = value_of(flag);
    if (!text) return otherwise;
    char *end;
    long number = strtol(text, &end, 10);
    if (end == text || *end || number < least || number > 100000000)
        fail("%s takes a number of at least %d, not %s", flag, least, text);
    return (int)number;
}

int main(int count, char **arguments) {
    if (count < 2) {
        fputs(usage, stderr);
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    words = arguments + 2;
    const char *certificate = value_of("--cert"), *key = value_of("--key");
    if (strcmp(arguments[1], "serve") == 0) 
        serve(number_of("--plain", 0, 1), number_of("--tls", 0, 1), number_of("--loops", 1, 1));
    if (strcmp(arguments[1], "get") == 0) {
        struct fetch_plan plan = {
            .port = number_of("--port", 0, 1),
            .certificate = certificate,
            .key = key,
            .path = value_of("--path"),
            .accept = value_of("--accept"),
            .times = number_of("--times", 10, 1),
            .pid = number_of("--pid", 0, 1),
        };
        if (!plan.path) fail("get needs --path");
        if (!plan.accept) plan.accept = "application/json";
        return fetch(&plan);
    }
    if (strcmp(arguments[1], "drive") == 0) {
        if (value_of("--tls") && !certificate) certificate = key = "";
        struct drive_plan plan = {
            .port = number_of("--port", 0, 1),
            .certificate = certificate,
            .key = key ? key : "",
            .pid = number_of("--pid", 0, 1),
            .connections = number_of("--connections", 1, 1),
            .watches = number_of("--watches", 0, 0),
            .stalled = number_of("--stalled", 0, 0),
            .interested = number_of("--interested", 0, 0),
            .writes = number_of("--writes", 1000, 2 * (value_of("--storm") != NULL)),
            .in_flight = number_of("--in-flight", 4, 1),
            .rate = number_of("--rate", 0, 0),
            .data_bytes = number_of("--size", 1024, 32),
            .stream_window = number_of("--window", 1 << 20, 1024),
            .storm = value_of("--storm") != NULL,
            .initial = number_of("--initial", 0, 1),
            .timeout_seconds = number_of("--timeout", 60, 1),
        };
        if (plan.initial && !plan.rate) fail("--initial needs --rate, at which writes go on meanwhile");
        return drive(&plan);
    }
    fputs(usage, stderr);
    return 2;
}
