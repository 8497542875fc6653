// One thread's event loop: epoll, HTTP/2 peers over plain or TLS sockets, and the buffers that they share.
//
// Bytes on their way out are gathered as the frames are made, encrypted into one buffer and sent with one call: the
// cheapest shape that is known for many small DATA frames.
#ifndef BARE_LOOP_H
#define BARE_LOOP_H

#include <nghttp2/nghttp2.h>
#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    // Three full TLS records and a half: what is made of frames before it is sent.
    stage_bytes = 64 * 1024,
    // Records add 22 bytes to each 16 KiB, and a handshake's flight must fit as well.
    cipher_bytes = 96 * 1024,
    // A DATA frame of the default size and its head.
    stage_reserve = 16 * 1024 + 64,
    read_bytes = 64 * 1024,
    // Reads of one socket, and stages sent to one, in a row: a fast peer leaves the others their turn.
    reads_per_wake = 8,
    flushes_per_wake = 8,
};

struct peer;

struct loop {
    int epoll;
    uint8_t *stage;
    size_t staged;
    uint8_t *cipher;
    size_t ciphered;
    uint8_t *inbound;
    // Too little room in the stage for another frame.
    bool is_full;
    // Peers with something to send, flushed once after each wait.
    struct peer *dirty;
};

// What the owner of peers does.
struct peer_events {
    // The connection is up: makes `session`.
    void (*established)(struct peer *);
    // The connection is over; `peer_free` comes next.
    void (*closed)(struct peer *);
};

struct peer {
    struct loop *loop;
    const struct peer_events *events;
    void *owner;
    int fd;
    SSL *ssl;
    nghttp2_session *session;
    // What the socket did not take, from `left_from` to `left_to`.
    uint8_t *left;
    size_t left_from, left_to;
    bool is_open, is_closed, is_dirty, waits_for_room;
    struct peer *next_dirty;
};

// Ends the process with a message on standard error.
_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
void *allocate(size_t bytes);

struct loop *loop_new(void);
// Waits for at most `milliseconds` (-1: without end), serves what is ready and flushes. A listener's readiness (its
// epoll data is null) is told by the result.
bool loop_turn(struct loop *, int milliseconds);
void loop_flush(struct loop *);

// Takes `fd`, non-blocking already. `context` null: plain.
struct peer *peer_new(struct loop *, int fd, SSL_CTX *context, bool is_server, const struct peer_events *, void *owner);
// Connects over loopback; ends the process if nobody listens.
struct peer *peer_connect(struct loop *, int port, SSL_CTX *context, const struct peer_events *, void *owner);
// Flush at the end of this turn.
void peer_mark(struct peer *);
void peer_close(struct peer *);

// For nghttp2's send_data_callback: where the payload of a DATA frame belongs, its head already written before it ...
uint8_t *peer_frame(struct peer *, const uint8_t *head, size_t length);
// ... and what that callback returns once the payload is there.
int peer_frame_made(struct peer *);

// TLS 1.3 with ALPN h2. The server's certificate is made in memory; a client may have one in files, and does not
// verify the server: it measures.
SSL_CTX *tls_server(void);
SSL_CTX *tls_client(const char *certificate, const char *key);

#endif
