#define _GNU_SOURCE
#include "loop.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

void fail(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("bare-loop: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(1);
}

void *allocate(size_t bytes) {
    void *memory = calloc(1, bytes);
    if (!memory) fail("out of memory");
    return memory;
}

struct loop *loop_new(void) {
    struct loop *loop = allocate(sizeof *loop);
    loop->epoll = epoll_create1(EPOLL_CLOEXEC);
    if (loop->epoll < 0) fail("epoll: %s", strerror(errno));
    loop->stage = allocate(stage_bytes);
    loop->cipher = allocate(cipher_bytes);
    loop->inbound = allocate(read_bytes);
    return loop;
}

// MARK: TLS over a socket for reading and the loop's cipher buffer for writing

static int bio_read(BIO *bio, char *bytes, int count) {
    struct peer *peer = BIO_get_data(bio);
    ssize_t received = recv(peer->fd, bytes, (size_t)count, 0);
    BIO_clear_retry_flags(bio);
    if (received < 0 && errno == EAGAIN) BIO_set_retry_read(bio);
    return (int)received;
}

static int bio_write(BIO *bio, const char *bytes, int count) {
    struct loop *loop = ((struct peer *)BIO_get_data(bio))->loop;
    if (loop->ciphered + (size_t)count > cipher_bytes) fail("the cipher buffer is too small");
    memcpy(loop->cipher + loop->ciphered, bytes, (size_t)count);
    loop->ciphered += (size_t)count;
    return count;
}

static long bio_control(BIO *bio, int command, long number, void *pointer) {
    (void)bio, (void)number, (void)pointer;
    return command == BIO_CTRL_FLUSH;
}

static BIO_METHOD *bio_method;

static void bio_method_make(void) {
    bio_method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "socket in, memory out");
    BIO_meth_set_read(bio_method, bio_read);
    BIO_meth_set_write(bio_method, bio_write);
    BIO_meth_set_ctrl(bio_method, bio_control);
}

static BIO *bio_new(struct peer *peer) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, bio_method_make);
    BIO *bio = BIO_new(bio_method);
    BIO_set_data(bio, peer);
    BIO_set_init(bio, 1);
    return bio;
}

// MARK: Peers

static void watch(struct peer *peer, int operation) {
    struct epoll_event event = {
        .events = EPOLLIN | (peer->waits_for_room ? EPOLLOUT : 0),
        .data.ptr = peer,
    };
    if (epoll_ctl(peer->loop->epoll, operation, peer->fd, &event) < 0) fail("epoll_ctl: %s", strerror(errno));
}

void peer_mark(struct peer *peer) {
    if (peer->is_dirty || peer->is_closed) return;
    peer->is_dirty = true;
    peer->next_dirty = peer->loop->dirty;
    peer->loop->dirty = peer;
}

// Only marks: the memory goes when the turn ends, since epoll may still name the peer.
void peer_close(struct peer *peer) {
    if (peer->is_closed) return;
    peer_mark(peer);
    peer->is_closed = true;
}

static void peer_free(struct peer *peer) {
    if (peer->session) nghttp2_session_del(peer->session);
    peer->events->closed(peer);
    if (peer->ssl) SSL_free(peer->ssl);
    close(peer->fd);
    free(peer->left);
    free(peer);
}

// Sends what it can and keeps the rest.
static void send_bytes(struct peer *peer, const uint8_t *bytes, size_t count) {
    size_t sent = 0;
    while (sent < count && peer->left_from == peer->left_to) {
        ssize_t taken = send(peer->fd, bytes + sent, count - sent, MSG_NOSIGNAL);
        if (taken < 0 && errno != EAGAIN) return peer_close(peer);
        if (taken < 0) break;
        sent += (size_t)taken;
    }
    if (sent == count) return;
    uint8_t *rest = realloc(peer->left, peer->left_to - peer->left_from + count - sent);
    if (!rest) fail("out of memory");
    memcpy(rest + peer->left_to, bytes + sent, count - sent);
    peer->left = rest;
    peer->left_to += count - sent;
    if (!peer->waits_for_room) {
        peer->waits_for_room = true;
        watch(peer, EPOLL_CTL_MOD);
    }
}

static void send_cipher(struct peer *peer) {
    size_t count = peer->loop->ciphered;
    peer->loop->ciphered = 0;
    if (count) send_bytes(peer, peer->loop->cipher, count);
}

static void send_left(struct peer *peer) {
    while (peer->left_from < peer->left_to) {
        ssize_t taken =
            send(peer->fd, peer->left + peer->left_from, peer->left_to - peer->left_from, MSG_NOSIGNAL);
        if (taken < 0 && errno != EAGAIN) return peer_close(peer);
        if (taken < 0) return;
        peer->left_from += (size_t)taken;
    }
    free(peer->left);
    peer->left = NULL;
    peer->left_from = peer->left_to = 0;
    peer->waits_for_room = false;
    watch(peer, EPOLL_CTL_MOD);
    peer_mark(peer);
}

static void send_stage(struct peer *peer) {
    struct loop *loop = peer->loop;
    if (!loop->staged) return;
    if (peer->ssl) {
        if (SSL_write(peer->ssl, loop->stage, (int)loop->staged) != (int)loop->staged) peer_close(peer);
        send_cipher(peer);
    } else {
        send_bytes(peer, loop->stage, loop->staged);
    }
    loop->staged = 0;
}

uint8_t *peer_frame(struct peer *peer, const uint8_t *head, size_t length) {
    struct loop *loop = peer->loop;
    if (stage_bytes - loop->staged < length + 9) fail("a frame of %zu bytes does not fit the stage", length);
    uint8_t *room = loop->stage + loop->staged;
    memcpy(room, head, 9);
    loop->staged += length + 9;
    return room + 9;
}

int peer_frame_made(struct peer *peer) {
    struct loop *loop = peer->loop;
    loop->is_full = stage_bytes - loop->staged < stage_reserve;
    return loop->is_full ? NGHTTP2_ERR_PAUSE : 0;
}

// Gathers frames until the stage is full (true) or there are no more.
static bool fill(struct peer *peer) {
    struct loop *loop = peer->loop;
    loop->is_full = false;
    while (!loop->is_full) {
        const uint8_t *bytes;
        ssize_t count = nghttp2_session_mem_send(peer->session, &bytes);
        if (count < 0) peer_close(peer);
        if (count <= 0) break;
        memcpy(loop->stage + loop->staged, bytes, (size_t)count);
        loop->staged += (size_t)count;
        loop->is_full = stage_bytes - loop->staged < stage_reserve;
    }
    return loop->is_full;
}

static void flush(struct peer *peer) {
    bool has_more = peer->session != NULL;
    for (int turn = 0; has_more && !peer->is_closed && peer->left_from == peer->left_to; turn++) {
        if (turn == flushes_per_wake) {
            peer_mark(peer);
            break;
        }
        has_more = fill(peer);
        send_stage(peer);
    }
    if (peer->session && !nghttp2_session_want_read(peer->session) && !nghttp2_session_want_write(peer->session))
        peer_close(peer);
}

// Frees a closed peer. It may have been marked again while it was flushed, which put it at the head.
static void bury(struct peer *peer) {
    if (peer->is_dirty) peer->loop->dirty = peer->next_dirty;
    peer_free(peer);
}

void loop_flush(struct loop *loop) {
    // Those that have more after their turn are marked anew, for the next time.
    struct peer *now = loop->dirty;
    loop->dirty = NULL;
    while (now) {
        struct peer *peer = now;
        now = peer->next_dirty;
        peer->is_dirty = false;
        if (!peer->is_closed) flush(peer);
        if (peer->is_closed) bury(peer);
    }
}

static void opened(struct peer *peer) {
    peer->is_open = true;
    peer->events->established(peer);
    peer_mark(peer);
}

static void shake_hands(struct peer *peer) {
    int status = SSL_do_handshake(peer->ssl);
    send_cipher(peer);
    if (status == 1) return opened(peer);
    if (SSL_get_error(peer->ssl, status) != SSL_ERROR_WANT_READ) {
        ERR_print_errors_fp(stderr);
        peer_close(peer);
    }
}

static void receive(struct peer *peer) {
    uint8_t *inbound = peer->loop->inbound;
    for (int turn = 0; !peer->is_closed; turn++) {
        if (turn >= reads_per_wake && !(peer->ssl && SSL_has_pending(peer->ssl))) return;
        ssize_t count;
        if (peer->ssl) {
            count = SSL_read(peer->ssl, inbound, read_bytes);
            if (count <= 0 && SSL_get_error(peer->ssl, (int)count) == SSL_ERROR_WANT_READ) return;
        } else {
            count = recv(peer->fd, inbound, read_bytes, 0);
            if (count < 0 && errno == EAGAIN) return;
        }
        if (count <= 0 || nghttp2_session_mem_recv(peer->session, inbound, (size_t)count) < 0) {
            ERR_clear_error();
            return peer_close(peer);
        }
        peer_mark(peer);
        if (!peer->ssl && count < read_bytes) return;
    }
}

struct peer *peer_new(
    struct loop *loop, int fd, SSL_CTX *context, bool is_server, const struct peer_events *events, void *owner) {
    struct peer *peer = allocate(sizeof *peer);
    *peer = (struct peer){.loop = loop, .events = events, .owner = owner, .fd = fd};
    int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    watch(peer, EPOLL_CTL_ADD);
    if (!context) {
        opened(peer);
        return peer;
    }
    peer->ssl = SSL_new(context);
    if (!peer->ssl) fail("out of memory");
    BIO *bio = bio_new(peer);
    SSL_set_bio(peer->ssl, bio, bio);
    if (is_server) {
        SSL_set_accept_state(peer->ssl);
    } else {
        SSL_set_connect_state(peer->ssl);
        shake_hands(peer);
    }
    return peer;
}

struct peer *peer_connect(
    struct loop *loop, int port, SSL_CTX *context, const struct peer_events *events, void *owner) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_port = htons((uint16_t)port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
    };
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address) < 0)
        fail("cannot connect to 127.0.0.1:%d: %s", port, strerror(errno));
    int on = 1;
    if (ioctl(fd, FIONBIO, &on) < 0) fail("FIONBIO: %s", strerror(errno));
    return peer_new(loop, fd, context, false, events, owner);
}

bool loop_turn(struct loop *loop, int milliseconds) {
    struct epoll_event ready[256];
    loop_flush(loop);
    int count = epoll_wait(loop->epoll, ready, 256, loop->dirty ? 0 : milliseconds);
    bool listener_is_ready = false;
    for (int index = 0; index < count; index++) {
        struct peer *peer = ready[index].data.ptr;
        if (!peer) {
            listener_is_ready = true;
            continue;
        }
        if (peer->is_closed) continue;
        if (ready[index].events & EPOLLOUT) send_left(peer);
        if (!(ready[index].events & ~(uint32_t)EPOLLOUT)) continue;
        if (!peer->is_open) shake_hands(peer);
        if (peer->is_open && !peer->is_closed) receive(peer);
    }
    loop_flush(loop);
    return listener_is_ready;
}
