// GETs, one after another: what it takes until the last byte of an answer is there.
#include "drive.h"
#include "loop.h"
#include "measure.h"
#include "messages.h"

#include <stdio.h>
#include <string.h>

static struct {
    struct peer *peer;
    bool is_done;
    int status;
    size_t bytes;
} state;

static int got_header(
    nghttp2_session *session, const nghttp2_frame *frame, const uint8_t *name, size_t name_count,
    const uint8_t *value, size_t count, uint8_t flags, void *context) {
    (void)session, (void)frame, (void)flags, (void)context;
    if (name_count != 7 || memcmp(name, ":status", 7) != 0) return 0;
    state.status = 0;
    for (size_t index = 0; index < count; index++) state.status = state.status * 10 + (value[index] - '0');
    return 0;
}

static int got_data(
    nghttp2_session *session, uint8_t flags, int32_t id, const uint8_t *bytes, size_t count, void *context) {
    (void)session, (void)flags, (void)id, (void)bytes, (void)context;
    state.bytes += count;
    return 0;
}

static int stream_ended(nghttp2_session *session, int32_t id, uint32_t error, void *context) {
    (void)session, (void)id, (void)context;
    if (error) fail("the server reset the stream with error %u", error);
    state.is_done = true;
    return 0;
}

static void established(struct peer *peer) {
    enum { window = 64 * 1024 * 1024 };
    nghttp2_session_callbacks *callbacks;
    if (nghttp2_session_callbacks_new(&callbacks)) fail("out of memory");
    nghttp2_session_callbacks_set_on_header_callback(callbacks, got_header);
    nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks, got_data);
    nghttp2_session_callbacks_set_on_stream_close_callback(callbacks, stream_ended);
    if (nghttp2_session_client_new(&peer->session, callbacks, NULL)) fail("out of memory");
    nghttp2_session_callbacks_del(callbacks);
    nghttp2_settings_entry setting = {NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, window};
    nghttp2_submit_settings(peer->session, NGHTTP2_FLAG_NONE, &setting, 1);
    nghttp2_session_set_local_window_size(peer->session, NGHTTP2_FLAG_NONE, 0, window);
    state.peer = peer;
}

static void closed(struct peer *peer) {
    (void)peer;
    fail("the server closed the connection");
}

int fetch(const struct fetch_plan *plan) {
    static const struct peer_events events = {.established = established, .closed = closed};
    struct loop *loop = loop_new();
    SSL_CTX *context = plan->certificate ? tls_client(plan->certificate, plan->key) : NULL;
    peer_connect(loop, plan->port, context, &events, NULL);
    struct durations took = {0};
    double deadline = now_seconds() + 60;
    while (!state.peer) loop_turn(loop, 100);
    double cpu = cpu_seconds_of(plan->pid);
    for (int turn = 0; turn < plan->times; turn++) {
        nghttp2_nv fields[] = {
            header(":method", "GET"),           header(":scheme", context ? "https" : "http"),
            header(":path", plan->path),        header(":authority", "localhost"),
            header("accept", plan->accept),
        };
        double began = now_seconds();
        state.is_done = false;
        state.bytes = 0;
        if (nghttp2_submit_request(state.peer->session, NULL, fields, 5, NULL, NULL) < 0) fail("no request");
        peer_mark(state.peer);
        while (!state.is_done) {
            if (now_seconds() > deadline) fail("timed out: GET %s", plan->path);
            loop_turn(loop, 100);
        }
        durations_add(&took, (now_seconds() - began) * 1000);
    }
    cpu = cpu_seconds_of(plan->pid) - cpu;
    printf("status %d\n", state.status);
    printf("bytes %zu\n", state.bytes);
    printf("ms_min %.3f\n", durations_quantile(&took, 0));
    printf("ms_p50 %.3f\n", durations_quantile(&took, 0.5));
    printf("ms_p99 %.3f\n", durations_quantile(&took, 0.99));
    printf("server_cpu_ms %.3f\n", cpu * 1000 / plan->times);
    return state.status == 200 ? 0 : 1;
}
