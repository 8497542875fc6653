#include "messages.h"

#include "loop.h"

#include <stdlib.h>
#include <string.h>

void bytes_append(struct bytes *bytes, const void *start, size_t count) {
    if (bytes->room - bytes->count < count) {
        size_t room = (bytes->count + count) * 2;
        uint8_t *larger = realloc(bytes->start, room);
        if (!larger) fail("out of memory");
        bytes->start = larger;
        bytes->room = room;
    }
    if (count) memcpy(bytes->start + bytes->count, start, count);
    bytes->count += count;
}

void bytes_varint(struct bytes *bytes, uint64_t number) {
    uint8_t digits[10];
    size_t count = 0;
    do {
        digits[count++] = (uint8_t)(number & 0x7f) | (number > 0x7f ? 0x80 : 0);
        number >>= 7;
    } while (number);
    bytes_append(bytes, digits, count);
}

void bytes_field(struct bytes *bytes, uint32_t number, const void *start, size_t count) {
    bytes_varint(bytes, number << 3 | 2);
    bytes_varint(bytes, count);
    bytes_append(bytes, start, count);
}

void bytes_text(struct bytes *bytes, uint32_t number, const char *text) {
    bytes_field(bytes, number, text, strlen(text));
}

void bytes_number(struct bytes *bytes, uint32_t number, uint64_t value) {
    bytes_varint(bytes, number << 3);
    bytes_varint(bytes, value);
}

void bytes_frame(struct bytes *bytes, size_t since) {
    size_t count = bytes->count - since;
    uint8_t head[5] = {0, (uint8_t)(count >> 24), (uint8_t)(count >> 16), (uint8_t)(count >> 8), (uint8_t)count};
    bytes_append(bytes, head, sizeof head);
    memmove(bytes->start + since + 5, bytes->start + since, count);
    memcpy(bytes->start + since, head, sizeof head);
}

static bool read_varint(const uint8_t **at, const uint8_t *end, uint64_t *number) {
    *number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        if (*at == end) return false;
        uint8_t byte = *(*at)++;
        *number |= (uint64_t)(byte & 0x7f) << shift;
        if (!(byte & 0x80)) return true;
    }
    return false;
}

// The last field with that number, as protobuf has it; of varints `value`, of bytes `found` and `value` as their count.
static bool find(
    const uint8_t *at, size_t length, uint32_t number, uint32_t type, const uint8_t **found, uint64_t *value) {
    const uint8_t *end = at + length;
    bool is_found = false;
    while (at < end) {
        uint64_t tag, content;
        if (!read_varint(&at, end, &tag) || !read_varint(&at, end, &content)) return false;
        if ((tag & 7) == 2) {
            if (content > (size_t)(end - at)) return false;
            at += content;
        } else if ((tag & 7) != 0) {
            return false;
        }
        if (tag != (number << 3 | type)) continue;
        is_found = true;
        *value = content;
        if (type == 2) *found = at - content;
    }
    return is_found;
}

bool find_field(const uint8_t *message, size_t length, uint32_t number, const uint8_t **found, size_t *count) {
    uint64_t value;
    if (!find(message, length, number, 2, found, &value)) return false;
    *count = value;
    return true;
}

bool find_number(const uint8_t *message, size_t length, uint32_t number, uint64_t *found) {
    const uint8_t *none;
    return find(message, length, number, 0, &none, found);
}

enum { in_head, in_tag, in_length, in_event };

size_t count_events(struct event_counter *counter, const uint8_t *at, size_t count) {
    size_t events = 0;
    const uint8_t *end = at + count;
    while (at < end) {
        switch (counter->state) {
        case in_head:
            counter->length = counter->length << 8 | (counter->head_read ? *at : 0);
            at++;
            if (++counter->head_read < 5) continue;
            counter->message_left = counter->length;
            counter->length = counter->head_read = 0;
            if (counter->message_left) counter->state = in_tag;
            continue;
        case in_tag:
            // WatchResponse has nothing but events, field 1.
            if (*at++ != 0x0a) counter->is_broken = true;
            counter->message_left--;
            counter->event_left = counter->shift = 0;
            counter->state = in_length;
            continue;
        case in_length:
            counter->event_left |= (uint32_t)(*at & 0x7f) << counter->shift;
            counter->shift += 7;
            counter->message_left--;
            if (*at++ & 0x80) continue;
            counter->state = in_event;
            break;
        default: break;
        }
        size_t step = counter->event_left < (size_t)(end - at) ? counter->event_left : (size_t)(end - at);
        at += step;
        counter->event_left -= (uint32_t)step;
        counter->message_left -= (uint32_t)step;
        if (counter->event_left) continue;
        events++;
        counter->state = counter->message_left ? in_tag : in_head;
    }
    return events;
}

nghttp2_nv header(const char *name, const char *value) {
    return (nghttp2_nv){
        .name = (uint8_t *)name,
        .value = (uint8_t *)value,
        .namelen = strlen(name),
        .valuelen = strlen(value),
        .flags = NGHTTP2_NV_FLAG_NO_COPY_NAME | NGHTTP2_NV_FLAG_NO_COPY_VALUE,
    };
}
