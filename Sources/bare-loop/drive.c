// The client: opens watches, writes, and counts what arrives. It does so for any server that speaks apus.v1.Cluster,
// so the bare server and a real one are measured by the same process.
#include "drive.h"

#include "loop.h"
#include "measure.h"
#include "messages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { connection_window = 64 * 1024 * 1024, counter_digits = 16 };

struct watch {
    struct event_counter counter;
    uint32_t received;
    bool is_listed, is_answered, is_interested, is_stalled;
};

// A connection and the streams on it: watches by their number, calls by their slot.
struct line {
    struct peer *peer;
    int first, count;
    bool is_writer, is_closed;
};

struct call {
    struct bytes request;
    size_t digits, sent;
    struct bytes response;
    int write;
    int status;
};

static struct {
    const struct drive_plan *plan;
    struct loop *loop;
    SSL_CTX *context;
    struct line *lines;
    struct line writer;
    struct watch *watches;
    struct call *calls;
    int *idle_calls, idle_count;
    // Watches that are open, and those that have all objects that they began with.
    int answered, listed, open_lines;
    // Watches that get every event and read on.
    int readers;
    int issued, acknowledged, refused;
    unsigned long long first_digits;
    uint64_t delivered, expected_per_write, event_bytes, frames, revision;
    int broken;
    double *acknowledged_at;
    struct durations deliveries, last_deliveries, writes;
    double *issued_at;
    int *arrived;
} the;

// MARK: Requests

static ssize_t read_request(
    nghttp2_session *session, int32_t id, uint8_t *room, size_t length, uint32_t *flags, nghttp2_data_source *source,
    void *context) {
    (void)session, (void)id, (void)context;
    struct call *call = source->ptr;
    size_t rest = call->request.count - call->sent;
    size_t count = rest < length ? rest : length;
    memcpy(room, call->request.start + call->sent, count);
    call->sent += count;
    if (call->sent == call->request.count) *flags |= NGHTTP2_DATA_FLAG_EOF;
    return (ssize_t)count;
}

static void submit(struct line *line, const char *path, struct call *call, void *stream) {
    nghttp2_nv fields[] = {
        header(":method", "POST"),
        header(":scheme", the.context ? "https" : "http"),
        header(":path", path),
        header(":authority", "localhost"),
        header("content-type", "application/grpc"),
        header("te", "trailers"),
    };
    nghttp2_data_provider provider = {.source.ptr = call, .read_callback = read_request};
    call->sent = 0;
    if (nghttp2_submit_request(line->peer->session, NULL, fields, 6, &provider, stream) < 0)
        fail("a request was refused by nghttp2");
    peer_mark(line->peer);
}

static void append_resource(struct bytes *request) {
    struct bytes resource = {0};
    bytes_text(&resource, 2, "v1");
    bytes_text(&resource, 3, "configmaps");
    bytes_field(request, 1, resource.start, resource.count);
    free(resource.start);
}

// Watches the namespace; one that is not interested watches a name that nobody writes. `revision` 0: from now on.
static struct call *watch_request(int number, bool is_interested, uint64_t revision) {
    struct call *call = allocate(sizeof *call);
    append_resource(&call->request);
    bytes_text(&call->request, 2, "default");
    if (the.plan->interested) {
        char selector[64];
        snprintf(selector, sizeof selector, "metadata.name=%s-%d", is_interested ? "bench" : "other",
            is_interested ? 0 : number);
        bytes_text(&call->request, 4, selector);
    }
    if (revision) {
        bytes_number(&call->request, 5, revision);
    } else if (the.plan->initial) {
        bytes_number(&call->request, 7, 1);
    } else {
        bytes_number(&call->request, 6, 1);
    }
    bytes_frame(&call->request, 0);
    return call;
}

static void write_request(struct call *call, int slot, bool creates) {
    char name[32];
    snprintf(name, sizeof name, "bench-%d", the.plan->interested ? 0 : slot);
    struct bytes metadata = {0}, entry = {0}, object = {0}, key = {0};
    bytes_text(&metadata, 1, name);
    bytes_text(&metadata, 3, "default");
    char *data = allocate((size_t)the.plan->data_bytes + 1);
    memset(data, 'x', (size_t)the.plan->data_bytes);
    memset(data, '0', counter_digits);
    data[counter_digits] = '#';
    bytes_text(&entry, 1, "data");
    bytes_text(&entry, 2, data);
    bytes_field(&object, 1, metadata.start, metadata.count);
    bytes_field(&object, 2, entry.start, entry.count);
    call->request.count = 0;
    append_resource(&call->request);
    if (creates) {
        bytes_text(&call->request, 2, "default");
    } else {
        bytes_text(&key, 1, "default");
        bytes_text(&key, 2, name);
        bytes_field(&call->request, 2, key.start, key.count);
    }
    bytes_field(&call->request, 3, object.start, object.count);
    bytes_frame(&call->request, 0);
    // The digits before the mark differ from write to write, so that none is without effect.
    uint8_t *mark = memchr(call->request.start, '#', call->request.count);
    call->digits = (size_t)(mark - call->request.start) - counter_digits;
    free(metadata.start), free(entry.start), free(object.start), free(key.start), free(data);
}

static void issue_write(void) {
    struct call *call = &the.calls[the.idle_calls[--the.idle_count]];
    char digits[counter_digits + 1];
    // Other than in any run before, too.
    snprintf(digits, sizeof digits, "%016llu", (the.first_digits + (unsigned)the.issued) % 10000000000000000ULL);
    memcpy(call->request.start + call->digits, digits, counter_digits);
    call->write = the.issued;
    call->response.count = 0;
    call->status = -1;
    the.issued_at[the.issued++] = now_seconds();
    submit(&the.writer, "/apus.v1.Cluster/Update", call, call);
}

// MARK: What arrives

static void events_arrived(struct watch *watch, size_t events) {
    if (!watch->is_interested || watch->is_stalled) {
        if (!watch->is_interested) the.broken++;
        return;
    }
    the.delivered += events;
    if (!the.plan->rate || the.plan->initial) {
        watch->received += (uint32_t)events;
        if (watch->is_listed || watch->received < (uint32_t)the.plan->initial) return;
        watch->is_listed = true;
        the.listed++;
        return;
    }
    double now = now_seconds();
    for (; events; events--, watch->received++) {
        int write = (int)watch->received;
        if (write >= the.plan->writes) continue;
        double since = the.acknowledged_at[write];
        double waited = since > 0 ? (now - since) * 1000 : 0;
        durations_add(&the.deliveries, waited);
        if (++the.arrived[write] == the.readers) durations_add(&the.last_deliveries, waited);
    }
}

static int got_data(
    nghttp2_session *session, uint8_t flags, int32_t id, const uint8_t *bytes, size_t count, void *context) {
    (void)flags;
    struct line *line = context;
    void *stream = nghttp2_session_get_stream_user_data(session, id);
    if (line->is_writer) {
        nghttp2_session_consume(session, id, count);
        if (stream) bytes_append(&((struct call *)stream)->response, bytes, count);
        return 0;
    }
    struct watch *watch = stream;
    if (watch && watch->is_stalled) return nghttp2_session_consume_connection(session, count);
    nghttp2_session_consume(session, id, count);
    if (!watch) return 0;
    the.event_bytes += count;
    size_t events = count_events(&watch->counter, bytes, count);
    if (events) events_arrived(watch, events);
    return 0;
}

static int got_header(
    nghttp2_session *session, const nghttp2_frame *frame, const uint8_t *name, size_t name_count,
    const uint8_t *value, size_t count, uint8_t flags, void *context) {
    (void)flags;
    struct line *line = context;
    void *stream = nghttp2_session_get_stream_user_data(session, frame->hd.stream_id);
    if (!stream) return 0;
    if (name_count == 11 && memcmp(name, "grpc-status", 11) == 0) {
        int status = count == 1 && *value == '0' ? 0 : 1;
        if (line->is_writer) ((struct call *)stream)->status = status;
        else if (status) the.broken++;
    }
    return 0;
}

static int got_frame(nghttp2_session *session, const nghttp2_frame *frame, void *context) {
    struct line *line = context;
    if (frame->hd.type == NGHTTP2_DATA && !line->is_writer) the.frames++;
    if (frame->hd.type == NGHTTP2_GOAWAY && !line->is_closed)
        fprintf(stderr, "bare-loop: GOAWAY with error %u\n", frame->goaway.error_code);
    if (frame->hd.type != NGHTTP2_HEADERS || line->is_writer) return 0;
    struct watch *watch = nghttp2_session_get_stream_user_data(session, frame->hd.stream_id);
    if (!watch || watch->is_answered) return 0;
    watch->is_answered = true;
    the.answered++;
    return 0;
}

static int stream_ended(nghttp2_session *session, int32_t id, uint32_t error, void *context) {
    (void)error;
    struct line *line = context;
    void *stream = nghttp2_session_get_stream_user_data(session, id);
    if (!stream) return 0;
    if (!line->is_writer) {
        the.broken++;
        return 0;
    }
    struct call *call = stream;
    double now = now_seconds();
    const uint8_t *object;
    size_t count;
    uint64_t revision;
    if (call->response.count > 5 &&
        find_field(call->response.start + 5, call->response.count - 5, 1, &object, &count) &&
        find_number(object, count, 2, &revision) && revision > the.revision)
        the.revision = revision;
    if (call->write >= 0) {
        the.acknowledged_at[call->write] = now;
        durations_add(&the.writes, (now - the.issued_at[call->write]) * 1000);
        if (call->status) the.refused++;
        the.acknowledged++;
    }
    the.idle_calls[the.idle_count++] = (int)(call - the.calls);
    return 0;
}

// MARK: Connections

static void established(struct peer *peer) {
    struct line *line = peer->owner;
    nghttp2_session_callbacks *callbacks;
    nghttp2_option *option;
    if (nghttp2_session_callbacks_new(&callbacks) || nghttp2_option_new(&option)) fail("out of memory");
    nghttp2_session_callbacks_set_on_header_callback(callbacks, got_header);
    nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks, got_data);
    nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, got_frame);
    nghttp2_session_callbacks_set_on_stream_close_callback(callbacks, stream_ended);
    nghttp2_option_set_no_auto_window_update(option, 1);
    nghttp2_option_set_no_closed_streams(option, 1);
    nghttp2_option_set_peer_max_concurrent_streams(option, 100);
    if (nghttp2_session_client_new2(&peer->session, callbacks, line, option)) fail("out of memory");
    nghttp2_session_callbacks_del(callbacks);
    nghttp2_option_del(option);
    nghttp2_settings_entry settings[] = {
        {NGHTTP2_SETTINGS_ENABLE_PUSH, 0},
        {NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, (uint32_t)the.plan->stream_window},
        {NGHTTP2_SETTINGS_NO_RFC7540_PRIORITIES, 1},
    };
    nghttp2_submit_settings(peer->session, NGHTTP2_FLAG_NONE, settings, 3);
    nghttp2_session_set_local_window_size(peer->session, NGHTTP2_FLAG_NONE, 0, connection_window);
    line->peer = peer;
    the.open_lines++;
}

static void closed(struct peer *peer) {
    struct line *line = peer->owner;
    if (!line->is_closed) fail("the server closed a connection");
    line->peer = NULL;
    the.open_lines--;
}

static void open_line(struct line *line) {
    static const struct peer_events events = {.established = established, .closed = closed};
    line->is_closed = false;
    peer_connect(the.loop, the.plan->port, the.context, &events, line);
}

static double deadline;

// Turns the loop until the condition holds.
#define UNTIL(condition, what)                                                                                       \
    while (!(condition)) {                                                                                           \
        if (now_seconds() > deadline) fail("timed out: %s", what);                                                   \
        loop_turn(the.loop, 100);                                                                                    \
    }

static bool may_write(double began) {
    const struct drive_plan *plan = the.plan;
    if (the.issued == plan->writes || the.idle_count == 0) return false;
    if (plan->rate) return now_seconds() - began >= (double)the.issued / plan->rate;
    uint64_t under_way = (uint64_t)the.issued * the.expected_per_write - the.delivered;
    return the.expected_per_write == 0 || under_way < (uint64_t)plan->in_flight * the.expected_per_write;
}

static void open_lines(void) {
    for (int index = 0; index < the.plan->connections; index++) open_line(&the.lines[index]);
    UNTIL(the.open_lines == the.plan->connections + 1, "connections");
}

// Writes at the rate, and nothing else, until all watches have what they began with.
static void write_while_listing(void) {
    double began = now_seconds();
    while (the.answered < the.plan->watches || the.listed < the.plan->watches) {
        if (now_seconds() > deadline) fail("timed out: %d of %d lists", the.listed, the.plan->watches);
        while (may_write(began)) issue_write();
        loop_turn(the.loop, 1);
    }
    UNTIL(the.acknowledged == the.issued, "the last writes");
    printf("listing_seconds %.3f\n", now_seconds() - began);
}

static void open_watches(uint64_t revision) {
    const struct drive_plan *plan = the.plan;
    the.answered = the.listed = 0;
    open_lines();
    struct call **requests = allocate(sizeof *requests * (size_t)(plan->watches + 1));
    for (int number = 0; number < plan->watches; number++) {
        struct watch *watch = &the.watches[number];
        *watch = (struct watch){.is_interested = !plan->interested || number < plan->interested,
            .is_stalled = number >= plan->watches - plan->stalled};
        requests[number] = watch_request(number, watch->is_interested, revision);
        submit(&the.lines[number % plan->connections], "/apus.v1.Cluster/Watch", requests[number], watch);
    }
    if (plan->initial) write_while_listing();
    UNTIL(the.answered == plan->watches, "watches");
    for (int number = 0; number < plan->watches; number++) {
        free(requests[number]->request.start);
        free(requests[number]);
    }
    free(requests);
}

static void close_watches(void) {
    for (int index = 0; index < the.plan->connections; index++) {
        the.lines[index].is_closed = true;
        peer_close(the.lines[index].peer);
    }
    UNTIL(the.open_lines == 1, "closing");
}

static void create_objects(void) {
    for (int slot = 0; slot < the.plan->in_flight; slot++) {
        struct call *call = &the.calls[slot];
        write_request(call, slot, true);
        call->write = -1;
        submit(&the.writer, "/apus.v1.Cluster/Create", call, call);
    }
    UNTIL(the.idle_count == the.plan->in_flight, "creating the objects");
    for (int slot = 0; slot < the.plan->in_flight; slot++) write_request(&the.calls[slot], slot, false);
}

// MARK: Runs

static void run_writes(void) {
    double began = now_seconds();
    uint64_t expected = (uint64_t)the.plan->writes * the.expected_per_write;
    while (the.acknowledged < the.plan->writes || the.delivered < expected) {
        if (now_seconds() > deadline) return;
        while (may_write(began)) issue_write();
        loop_turn(the.loop, the.plan->rate ? 1 : 100);
    }
}

// One write that all see, one that none sees, and all come back from the revision of the first.
static void run_storm(void) {
    issue_write();
    UNTIL(the.acknowledged == 1 && the.delivered == the.expected_per_write, "the write before");
    uint64_t revision = the.revision;
    if (!revision) fail("the server told no revision");
    close_watches();
    issue_write();
    UNTIL(the.acknowledged == 2, "the write while all are gone");
    double began = now_seconds();
    open_watches(revision);
    UNTIL(the.delivered == 2 * the.expected_per_write, "the event that was missed");
    printf("storm_seconds %.3f\n", now_seconds() - began);
}

static void report(double wall, double server_cpu, double own_cpu) {
    double events = (double)the.delivered, writes = (double)the.acknowledged;
    printf("deliveries %.0f\n", events);
    printf("writes %.0f\n", writes);
    printf("refused %d\n", the.refused);
    printf("broken %d\n", the.broken);
    printf("seconds %.4f\n", wall);
    printf("deliveries_per_second %.0f\n", events / wall);
    printf("writes_per_second %.0f\n", writes / wall);
    printf("bytes_per_delivery %.1f\n", events > 0 ? (double)the.event_bytes / events : 0);
    printf("deliveries_per_frame %.2f\n", the.frames ? events / (double)the.frames : 0);
    printf("server_cpu_us_per_delivery %.4f\n", events > 0 ? server_cpu * 1e6 / events : 0);
    printf("server_cpu_us_per_write %.3f\n", writes > 0 ? server_cpu * 1e6 / writes : 0);
    printf("client_cpu_us_per_delivery %.4f\n", events > 0 ? own_cpu * 1e6 / events : 0);
    printf("write_ms_p50 %.3f\n", durations_quantile(&the.writes, 0.5));
    printf("write_ms_max %.3f\n", durations_quantile(&the.writes, 1));
    printf("write_ms_p99 %.3f\n", durations_quantile(&the.writes, 0.99));
    printf("delivery_ms_p50 %.3f\n", durations_quantile(&the.deliveries, 0.5));
    printf("delivery_ms_p99 %.3f\n", durations_quantile(&the.deliveries, 0.99));
    printf("last_delivery_ms_p50 %.3f\n", durations_quantile(&the.last_deliveries, 0.5));
    printf("last_delivery_ms_p99 %.3f\n", durations_quantile(&the.last_deliveries, 0.99));
}

int drive(const struct drive_plan *plan) {
    the.plan = plan;
    the.loop = loop_new();
    the.context = plan->certificate
        ? tls_client(*plan->certificate ? plan->certificate : NULL, *plan->key ? plan->key : NULL)
        : NULL;
    deadline = now_seconds() + plan->timeout_seconds;
    the.first_digits = (unsigned long long)(epoch_seconds() * 1e6);
    size_t writes = (size_t)plan->writes + 1;
    the.lines = allocate(sizeof *the.lines * (size_t)(plan->connections + 1));
    the.watches = allocate(sizeof *the.watches * (size_t)(plan->watches + 1));
    the.calls = allocate(sizeof *the.calls * (size_t)plan->in_flight);
    the.idle_calls = allocate(sizeof *the.idle_calls * (size_t)plan->in_flight);
    the.acknowledged_at = allocate(sizeof(double) * writes);
    the.issued_at = allocate(sizeof(double) * writes);
    the.arrived = allocate(sizeof(int) * writes);
    the.readers = (plan->interested ? plan->interested : plan->watches) - plan->stalled;
    the.expected_per_write = (uint64_t)the.readers;
    the.writer.is_writer = true;
    open_line(&the.writer);
    UNTIL(the.open_lines == 1, "the writer's connection");
    create_objects();
    double idle = resident_kib_of(plan->pid);
    open_watches(0);
    // A moment in which the server frees what only the opening needed.
    double quiet_until = now_seconds() + 0.3;
    while (now_seconds() < quiet_until) loop_turn(the.loop, 50);
    double watched = resident_kib_of(plan->pid);
    printf("idle_kib %.0f\n", idle);
    printf("watched_kib %.0f\n", watched);
    printf("kib_per_watch %.3f\n", plan->watches ? (watched - idle) / plan->watches : 0);
    double wall = now_seconds(), server_cpu = cpu_seconds_of(plan->pid), own_cpu = own_cpu_seconds();
    if (plan->storm) run_storm();
    else if (!plan->initial) run_writes();
    wall = now_seconds() - wall;
    server_cpu = cpu_seconds_of(plan->pid) - server_cpu;
    own_cpu = own_cpu_seconds() - own_cpu;
    report(wall, server_cpu, own_cpu);
    printf("end_kib %.0f\n", resident_kib_of(plan->pid));
    uint64_t expected = (uint64_t)(plan->storm ? 2 : plan->writes) * the.expected_per_write;
    // What a list has of the writes meanwhile is up to its moment.
    if (plan->initial) expected = the.delivered;
    if (the.delivered == expected && !the.broken && !the.refused) return 0;
    fprintf(stderr, "bare-loop: %llu of %llu deliveries, %d streams broken, %d writes refused\n",
        (unsigned long long)the.delivered, (unsigned long long)expected, the.broken, the.refused);
    return 1;
}
