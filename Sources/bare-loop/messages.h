// Just enough of apus.v1.Cluster (proto/apus/v1/cluster.proto) to answer it and to call it: a bare loop has no codec.
#ifndef BARE_LOOP_MESSAGES_H
#define BARE_LOOP_MESSAGES_H

#include <nghttp2/nghttp2.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bytes {
    uint8_t *start;
    size_t count, room;
};

void bytes_append(struct bytes *, const void *, size_t);
void bytes_varint(struct bytes *, uint64_t);
// A field that holds bytes, its tag before it.
void bytes_field(struct bytes *, uint32_t number, const void *, size_t);
void bytes_text(struct bytes *, uint32_t number, const char *);
void bytes_number(struct bytes *, uint32_t number, uint64_t);
// Sends as a gRPC message what was appended from `since` on: puts its head of five bytes before it.
void bytes_frame(struct bytes *, size_t since);

// Finds a length-delimited field at the top of a message. False: it is not there, or the message is broken.
bool find_field(const uint8_t *, size_t, uint32_t number, const uint8_t **found, size_t *count);
bool find_number(const uint8_t *, size_t, uint32_t number, uint64_t *found);

// Counts the events of a stream of framed WatchResponses, whose pieces may end anywhere.
struct event_counter {
    // What of the message and of the event in it has not come yet.
    uint32_t message_left, event_left;
    // The frame's length or the event's length as far as it was read.
    uint32_t length;
    uint8_t head_read, shift, state;
    bool is_broken;
};
size_t count_events(struct event_counter *, const uint8_t *, size_t);

nghttp2_nv header(const char *name, const char *value);

#endif
