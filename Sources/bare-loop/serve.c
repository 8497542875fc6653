// The server: the least that can fan events out. Every Watch is a cursor on one log; whatever an Update or a Create
// brings is appended to the log as an event, and nghttp2 pulls from the cursors as far as windows allow.
//
// There is no store, no cache, no selector, no check of anything. With several loops each has its connections and a log of
// its own, and gives what it writes to the others.
#define _GNU_SOURCE
#include "serve.h"

#include "loop.h"
#include "messages.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    // What a reader may be behind. Over it the reader's stream is reset.
    log_bytes = 64 * 1024 * 1024,
    stream_window = 256 * 1024,
    connection_window = 1024 * 1024,
};

enum method { method_none, method_watch, method_write, method_other };

struct stream {
    struct stream *next, **link;
    int32_t id;
    enum method method;
    // A watch's place in the log.
    uint64_t cursor;
    bool waits;
    // What came of a unary call, and then its answer.
    struct bytes body;
    size_t sent;
};

struct connection {
    struct connection *next, **link;
    struct peer *peer;
    struct stream *watches;
};

// What one thread has.
struct shard {
    struct loop *loop;
    uint8_t *log;
    uint64_t log_end;
    struct connection *connections;
    // What other threads have for it: framed events, and accepted sockets (negative: of the TLS port).
    pthread_mutex_t lock;
    struct bytes events, sockets;
    int wake;
};

static _Thread_local struct shard *here;
static struct shard *shards;
static int shard_count;
static _Atomic uint64_t revision;
static SSL_CTX *server_context;

static void log_append(const uint8_t *bytes, size_t count) {
    size_t at = here->log_end % log_bytes;
    size_t first = count < log_bytes - at ? count : log_bytes - at;
    memcpy(here->log + at, bytes, first);
    memcpy(here->log, bytes + first, count - first);
    here->log_end += count;
}

static void log_copy(uint8_t *to, uint64_t from, size_t count) {
    size_t at = from % log_bytes;
    size_t first = count < log_bytes - at ? count : log_bytes - at;
    memcpy(to, here->log + at, first);
    memcpy(to + first, here->log, count - first);
}

// Appends framed events, and has those who wait read on.
static void take(const uint8_t *events, size_t count) {
    log_append(events, count);
    for (struct connection *connection = here->connections; connection; connection = connection->next) {
        for (struct stream *watch = connection->watches; watch; watch = watch->next) {
            if (!watch->waits) continue;
            watch->waits = false;
            nghttp2_session_resume_data(connection->peer->session, watch->id);
        }
        peer_mark(connection->peer);
    }
}

static void give(struct shard *shard, struct bytes *inbox, const void *bytes, size_t count) {
    uint64_t one = 1;
    pthread_mutex_lock(&shard->lock);
    bytes_append(inbox, bytes, count);
    pthread_mutex_unlock(&shard->lock);
    if (write(shard->wake, &one, sizeof one) < 0) fail("eventfd: %s", strerror(errno));
}

static void publish(const uint8_t *value, size_t count) {
    static _Thread_local struct bytes event, message;
    event.count = message.count = 0;
    bytes_number(&event, 1, 2);
    bytes_number(&event, 2, revision);
    bytes_field(&event, 3, value, count);
    bytes_field(&message, 1, event.start, event.count);
    bytes_frame(&message, 0);
    take(message.start, message.count);
    for (int index = 0; index < shard_count; index++)
        if (&shards[index] != here) give(&shards[index], &shards[index].events, message.start, message.count);
}

// MARK: Answers

static ssize_t read_watch(
    nghttp2_session *session, int32_t id, uint8_t *room, size_t length, uint32_t *flags, nghttp2_data_source *source,
    void *context) {
    (void)session, (void)id, (void)room, (void)context;
    struct stream *watch = source->ptr;
    uint64_t behind = here->log_end - watch->cursor;
    if (behind > log_bytes) return NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE;
    if (behind == 0) {
        watch->waits = true;
        return NGHTTP2_ERR_DEFERRED;
    }
    *flags |= NGHTTP2_DATA_FLAG_NO_COPY;
    return (ssize_t)(behind < length ? behind : length);
}

static int send_watch(
    nghttp2_session *session, nghttp2_frame *frame, const uint8_t *head, size_t length, nghttp2_data_source *source,
    void *context) {
    (void)session, (void)frame;
    struct connection *connection = context;
    struct stream *watch = source->ptr;
    log_copy(peer_frame(connection->peer, head, length), watch->cursor, length);
    watch->cursor += length;
    return peer_frame_made(connection->peer);
}

static ssize_t read_answer(
    nghttp2_session *session, int32_t id, uint8_t *room, size_t length, uint32_t *flags, nghttp2_data_source *source,
    void *context) {
    (void)context;
    struct stream *stream = source->ptr;
    size_t rest = stream->body.count - stream->sent;
    size_t count = rest < length ? rest : length;
    memcpy(room, stream->body.start + stream->sent, count);
    stream->sent += count;
    if (stream->sent == stream->body.count) {
        *flags |= NGHTTP2_DATA_FLAG_EOF | NGHTTP2_DATA_FLAG_NO_END_STREAM;
        nghttp2_nv trailer = header("grpc-status", "0");
        nghttp2_submit_trailer(session, id, &trailer, 1);
    }
    return (ssize_t)count;
}

static void answer(struct connection *connection, struct stream *stream, nghttp2_data_source_read_callback read) {
    nghttp2_nv fields[] = {header(":status", "200"), header("content-type", "application/grpc")};
    nghttp2_data_provider provider = {.source.ptr = stream, .read_callback = read};
    nghttp2_submit_response(connection->peer->session, stream->id, fields, 2, &provider);
}

static void take_write(struct connection *connection, struct stream *stream) {
    const uint8_t *value = NULL;
    size_t count = 0;
    // CreateRequest and UpdateRequest have the object in field 3.
    if (stream->body.count > 5) find_field(stream->body.start + 5, stream->body.count - 5, 3, &value, &count);
    struct bytes object = {0}, message = {0};
    if (value) {
        revision++;
        publish(value, count);
    }
    bytes_field(&object, 1, value, count);
    bytes_number(&object, 2, revision);
    bytes_field(&message, 1, object.start, object.count);
    bytes_frame(&message, 0);
    free(object.start);
    free(stream->body.start);
    stream->body = message;
    answer(connection, stream, read_answer);
}

static void request_ended(struct connection *connection, struct stream *stream) {
    switch (stream->method) {
    case method_watch:
        stream->cursor = here->log_end;
        stream->next = connection->watches;
        stream->link = &connection->watches;
        if (stream->next) stream->next->link = &stream->next;
        connection->watches = stream;
        free(stream->body.start);
        stream->body = (struct bytes){0};
        return answer(connection, stream, read_watch);
    case method_write: return take_write(connection, stream);
    default:
        stream->body.count = 0;
        bytes_frame(&stream->body, 0);
        answer(connection, stream, read_answer);
    }
}

// MARK: nghttp2

static int began(nghttp2_session *session, const nghttp2_frame *frame, void *context) {
    (void)context;
    if (frame->headers.cat != NGHTTP2_HCAT_REQUEST) return 0;
    struct stream *stream = allocate(sizeof *stream);
    stream->id = frame->hd.stream_id;
    nghttp2_session_set_stream_user_data(session, stream->id, stream);
    return 0;
}

static bool ends_with(const uint8_t *text, size_t count, const char *end) {
    size_t length = strlen(end);
    return count >= length && memcmp(text + count - length, end, length) == 0;
}

static int got_header(
    nghttp2_session *session, const nghttp2_frame *frame, const uint8_t *name, size_t name_count,
    const uint8_t *value, size_t count, uint8_t flags, void *context) {
    (void)flags, (void)context;
    struct stream *stream = nghttp2_session_get_stream_user_data(session, frame->hd.stream_id);
    if (!stream || name_count != 5 || memcmp(name, ":path", 5) != 0) return 0;
    stream->method = ends_with(value, count, "/Watch")                                      ? method_watch
        : ends_with(value, count, "/Update") || ends_with(value, count, "/Create") ? method_write
                                                                                   : method_other;
    return 0;
}

static int got_data(
    nghttp2_session *session, uint8_t flags, int32_t id, const uint8_t *bytes, size_t count, void *context) {
    (void)flags, (void)context;
    struct stream *stream = nghttp2_session_get_stream_user_data(session, id);
    if (stream) bytes_append(&stream->body, bytes, count);
    return 0;
}

static int got_frame(nghttp2_session *session, const nghttp2_frame *frame, void *context) {
    if (frame->hd.type != NGHTTP2_DATA && frame->hd.type != NGHTTP2_HEADERS) return 0;
    if (!(frame->hd.flags & NGHTTP2_FLAG_END_STREAM)) return 0;
    struct stream *stream = nghttp2_session_get_stream_user_data(session, frame->hd.stream_id);
    if (stream) request_ended(context, stream);
    return 0;
}

static int ended(nghttp2_session *session, int32_t id, uint32_t error, void *context) {
    (void)error, (void)context;
    struct stream *stream = nghttp2_session_get_stream_user_data(session, id);
    if (!stream) return 0;
    if (stream->link) {
        *stream->link = stream->next;
        if (stream->next) stream->next->link = stream->link;
    }
    free(stream->body.start);
    free(stream);
    return 0;
}

static nghttp2_session *session_new(struct connection *connection) {
    nghttp2_session_callbacks *callbacks;
    nghttp2_option *option;
    nghttp2_session *session;
    if (nghttp2_session_callbacks_new(&callbacks) || nghttp2_option_new(&option)) fail("out of memory");
    nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks, began);
    nghttp2_session_callbacks_set_on_header_callback(callbacks, got_header);
    nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks, got_data);
    nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, got_frame);
    nghttp2_session_callbacks_set_on_stream_close_callback(callbacks, ended);
    nghttp2_session_callbacks_set_send_data_callback(callbacks, send_watch);
    nghttp2_option_set_no_closed_streams(option, 1);
    if (nghttp2_session_server_new2(&session, callbacks, connection, option)) fail("out of memory");
    nghttp2_session_callbacks_del(callbacks);
    nghttp2_option_del(option);
    nghttp2_settings_entry settings[] = {
        {NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, 1000000},
        {NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, stream_window},
        {NGHTTP2_SETTINGS_NO_RFC7540_PRIORITIES, 1},
    };
    nghttp2_submit_settings(session, NGHTTP2_FLAG_NONE, settings, 3);
    nghttp2_session_set_local_window_size(session, NGHTTP2_FLAG_NONE, 0, connection_window);
    return session;
}

static void established(struct peer *peer) {
    struct connection *connection = peer->owner;
    connection->peer = peer;
    connection->next = here->connections;
    connection->link = &here->connections;
    if (here->connections) here->connections->link = &connection->next;
    here->connections = connection;
    peer->session = session_new(connection);
}

static void closed(struct peer *peer) {
    struct connection *connection = peer->owner;
    if (connection->link) {
        *connection->link = connection->next;
        if (connection->next) connection->next->link = connection->link;
    }
    // nghttp2 does not report the streams that end with their session.
    while (connection->watches) {
        struct stream *watch = connection->watches;
        connection->watches = watch->next;
        free(watch);
    }
    free(connection);
}

static int listen_on(struct loop *loop, int port) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_port = htons((uint16_t)port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
    };
    int on = 1;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) < 0 || listen(fd, 1024) < 0)
        fail("cannot listen on 127.0.0.1:%d: %s", port, strerror(errno));
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
    epoll_ctl(loop->epoll, EPOLL_CTL_ADD, fd, &event);
    return fd;
}

static void serve_socket(int fd, bool is_tls) {
    static const struct peer_events events = {.established = established, .closed = closed};
    peer_new(
        here->loop, fd, is_tls ? server_context : NULL, true, &events, allocate(sizeof(struct connection)));
}

static void accept_from(int listener, bool is_tls) {
    static int accepted;
    while (listener >= 0) {
        int fd = accept4(listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (fd < 0) return;
        struct shard *shard = &shards[accepted++ % shard_count];
        int told = is_tls ? -fd : fd;
        if (shard == here)
            serve_socket(fd, is_tls);
        else
            give(shard, &shard->sockets, &told, sizeof told);
    }
}

// What the other threads have for this one.
static void take_gifts(void) {
    uint64_t count;
    if (shard_count == 1 || read(here->wake, &count, sizeof count) < 0) return;
    pthread_mutex_lock(&here->lock);
    struct bytes events = here->events, sockets = here->sockets;
    here->events = here->sockets = (struct bytes){0};
    pthread_mutex_unlock(&here->lock);
    for (size_t at = 0; at < sockets.count; at += sizeof(int)) {
        int told;
        memcpy(&told, sockets.start + at, sizeof told);
        serve_socket(told < 0 ? -told : told, told < 0);
    }
    if (events.count) take(events.start, events.count);
    free(events.start);
    free(sockets.start);
}

static void shard_begin(struct shard *shard) {
    shard->loop = loop_new();
    shard->log = malloc(log_bytes);
    if (!shard->log) fail("out of memory");
    pthread_mutex_init(&shard->lock, NULL);
    shard->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
    if (shard->wake < 0 || epoll_ctl(shard->loop->epoll, EPOLL_CTL_ADD, shard->wake, &event) < 0)
        fail("eventfd: %s", strerror(errno));
}

static void *run(void *shard) {
    here = shard;
    while (true) {
        if (loop_turn(here->loop, -1)) take_gifts();
    }
    return NULL;
}

void serve(int plain_port, int tls_port, int loops) {
    signal(SIGPIPE, SIG_IGN);
    server_context = tls_server();
    shards = allocate((size_t)loops * sizeof *shards);
    shard_count = loops;
    for (int index = 0; index < loops; index++) shard_begin(&shards[index]);
    here = &shards[0];
    int plain = plain_port ? listen_on(here->loop, plain_port) : -1;
    int tls = tls_port ? listen_on(here->loop, tls_port) : -1;
    for (int index = 1; index < loops; index++) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, run, &shards[index])) fail("a thread cannot be made");
        pthread_detach(thread);
    }
    fprintf(stderr, "ready\n");
    while (true) {
        if (!loop_turn(here->loop, -1)) continue;
        take_gifts();
        accept_from(plain, false);
        accept_from(tls, true);
    }
}
