#include "csqlitelog.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
    block_bytes = 4096,
    // What is gathered at most before it is written; most commits are smaller.
    gathered_most = 1 << 20,
    // A buffer that grew beyond this for a large commit is given back.
    kept_most = 256 << 10,
    // By how much the file grows, in zeros. At the start of a log each costs a millisecond, once for some twenty commits.
    growth_bytes = 256 << 10,
    // SQLite's own VFS writes less than 128 KiB in one call.
    piece_bytes = 64 << 10,
};

static sqlite3_vfs *under;

// A write-ahead log. The file of the VFS below follows in memory.
struct log_file {
    sqlite3_file base;
    // Bytes from `start`, the edge of a block, that are to be in the file. `changed` of them, at the end, are not yet.
    unsigned char *bytes;
    size_t room;
    sqlite3_int64 start;
    size_t count, changed;
    // Where what SQLite wrote since it began the log ends. What is behind it has been checkpointed, or is zeros.
    sqlite3_int64 end;
    // The length of the file.
    sqlite3_int64 length;
};

static sqlite3_file *below(struct log_file *file) { return (sqlite3_file *)(file + 1); }

static sqlite3_int64 block_start(sqlite3_int64 offset) { return offset - offset % block_bytes; }

static sqlite3_int64 block_end(sqlite3_int64 offset) { return block_start(offset + block_bytes - 1); }

static void forget(struct log_file *file) { file->count = file->changed = 0; }

static int make_room(struct log_file *file, size_t count) {
    if (count <= file->room) return SQLITE_OK;
    size_t room = file->room ? file->room : 16 * block_bytes;
    while (room < count) room *= 2;
    unsigned char *bytes = realloc(file->bytes, room);
    if (!bytes) return SQLITE_IOERR_NOMEM;
    file->bytes = bytes;
    file->room = room;
    return SQLITE_OK;
}

static int put(struct log_file *file, const unsigned char *bytes, size_t count, sqlite3_int64 offset) {
    for (size_t done = 0; done < count;) {
        size_t piece = count - done < piece_bytes ? count - done : piece_bytes;
        int status = below(file)->pMethods->xWrite(
            below(file), bytes + done, (int)piece, offset + (sqlite3_int64)done);
        if (status != SQLITE_OK) return status;
        done += piece;
    }
    return SQLITE_OK;
}

// Makes the file longer than its data. Without room on the disk it stays as it is, which is only slower.
static void grow(struct log_file *file) {
    static unsigned char zeros[growth_bytes];
    if (put(file, zeros, growth_bytes, file->length) == SQLITE_OK)
        file->length += growth_bytes;
    else
        below(file)->pMethods->xFileSize(below(file), &file->length);
}

// Writes what was gathered, and keeps the last block, which the next write begins in.
static int write_gathered(struct log_file *file) {
    if (!file->changed) return SQLITE_OK;
    sqlite3_int64 end = file->start + (sqlite3_int64)file->count;
    sqlite3_int64 from = block_start(end - (sqlite3_int64)file->changed), to = end;
    if (end >= file->end) {
        // Nothing of use is behind it: its last block is written whole.
        to = block_end(end);
        int status = make_room(file, (size_t)(to - file->start));
        if (status != SQLITE_OK) return status;
        memset(file->bytes + file->count, 0, (size_t)(to - end));
    }
    int status = put(file, file->bytes + (from - file->start), (size_t)(to - from), from);
    if (status != SQLITE_OK) {
        // SQLite takes the commit back, and may write something else to the same place.
        forget(file);
        return status;
    }
    bool has_grown = to > file->length;
    if (has_grown) file->length = to;
    sqlite3_int64 last = block_start(end);
    file->count = (size_t)(end - last);
    memmove(file->bytes, file->bytes + (last - file->start), file->count);
    file->start = last;
    file->changed = 0;
    if (file->room > kept_most) {
        unsigned char *smaller = realloc(file->bytes, kept_most);
        if (smaller) file->bytes = smaller, file->room = kept_most;
    }
    if (has_grown && to % block_bytes == 0) grow(file);
    return SQLITE_OK;
}

// Goes to another place, whose block may have something before it.
static int begin(struct log_file *file, sqlite3_int64 offset) {
    int status = write_gathered(file);
    if (status != SQLITE_OK) return status;
    forget(file);
    file->start = block_start(offset);
    size_t before = (size_t)(offset - file->start);
    status = make_room(file, block_bytes);
    if (status != SQLITE_OK || !before) return status;
    status = below(file)->pMethods->xRead(below(file), file->bytes, (int)before, file->start);
    if (status != SQLITE_OK && status != SQLITE_IOERR_SHORT_READ) return status;
    file->count = before;
    return SQLITE_OK;
}

static int log_write(sqlite3_file *base, const void *bytes, int count, sqlite3_int64 offset) {
    struct log_file *file = (struct log_file *)base;
    // At the start of the log all that is in it has been checkpointed.
    if (offset == 0) file->end = 0;
    bool continues = file->count > 0 && offset == file->start + (sqlite3_int64)file->count;
    int status = SQLITE_OK;
    if (!continues) status = begin(file, offset);
    else if (file->count + (size_t)count > gathered_most) status = write_gathered(file);
    if (status == SQLITE_OK) status = make_room(file, file->count + (size_t)count);
    if (status != SQLITE_OK) return status;
    memcpy(file->bytes + file->count, bytes, (size_t)count);
    file->count += (size_t)count;
    file->changed += (size_t)count;
    if (offset + count > file->end) file->end = offset + count;
    return SQLITE_OK;
}

// A read never writes: what the disk refuses then is the commit's to hear, which SQLite takes back as a whole.
static int log_read(sqlite3_file *base, void *bytes, int count, sqlite3_int64 offset) {
    struct log_file *file = (struct log_file *)base;
    sqlite3_int64 end = file->start + (sqlite3_int64)file->count;
    if (!file->changed || offset >= end || offset + count <= end - (sqlite3_int64)file->changed)
        return below(file)->pMethods->xRead(below(file), bytes, count, offset);
    unsigned char *to = bytes;
    if (offset < file->start) {
        int before = (int)(file->start - offset);
        int status = below(file)->pMethods->xRead(below(file), to, before, offset);
        if (status != SQLITE_OK) return status;
        to += before, offset += before, count -= before;
    }
    int gathered = offset + count <= end ? count : (int)(end - offset);
    memcpy(to, file->bytes + (offset - file->start), (size_t)gathered);
    if (gathered == count) return SQLITE_OK;
    return below(file)->pMethods->xRead(below(file), to + gathered, count - gathered, end);
}

static int log_sync(sqlite3_file *base, int flags) {
    struct log_file *file = (struct log_file *)base;
    int status = write_gathered(file);
    return status != SQLITE_OK ? status : below(file)->pMethods->xSync(below(file), flags);
}

static int log_truncate(sqlite3_file *base, sqlite3_int64 length) {
    struct log_file *file = (struct log_file *)base;
    int status = write_gathered(file);
    if (status != SQLITE_OK) return status;
    forget(file);
    status = below(file)->pMethods->xTruncate(below(file), length);
    if (status == SQLITE_OK) file->length = length;
    return status;
}

static int log_size(sqlite3_file *base, sqlite3_int64 *length) {
    struct log_file *file = (struct log_file *)base;
    int status = write_gathered(file);
    return status != SQLITE_OK ? status : below(file)->pMethods->xFileSize(below(file), length);
}

static int log_close(sqlite3_file *base) {
    struct log_file *file = (struct log_file *)base;
    int written = write_gathered(file);
    free(file->bytes);
    int status = below(file)->pMethods->xClose(below(file));
    return written != SQLITE_OK ? written : status;
}

// MARK: As below

static int log_lock(sqlite3_file *base, int level) {
    sqlite3_file *file = below((struct log_file *)base);
    return file->pMethods->xLock(file, level);
}

static int log_unlock(sqlite3_file *base, int level) {
    sqlite3_file *file = below((struct log_file *)base);
    return file->pMethods->xUnlock(file, level);
}

static int log_is_reserved(sqlite3_file *base, int *is_reserved) {
    sqlite3_file *file = below((struct log_file *)base);
    return file->pMethods->xCheckReservedLock(file, is_reserved);
}

static int log_control(sqlite3_file *base, int operation, void *argument) {
    sqlite3_file *file = below((struct log_file *)base);
    return file->pMethods->xFileControl(file, operation, argument);
}

static int log_sector_bytes(sqlite3_file *base) {
    sqlite3_file *file = below((struct log_file *)base);
    return file->pMethods->xSectorSize(file);
}

static int log_characteristics(sqlite3_file *base) {
    sqlite3_file *file = below((struct log_file *)base);
    return file->pMethods->xDeviceCharacteristics(file);
}

static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = log_close,
    .xRead = log_read,
    .xWrite = log_write,
    .xTruncate = log_truncate,
    .xSync = log_sync,
    .xFileSize = log_size,
    .xLock = log_lock,
    .xUnlock = log_unlock,
    .xCheckReservedLock = log_is_reserved,
    .xFileControl = log_control,
    .xSectorSize = log_sector_bytes,
    .xDeviceCharacteristics = log_characteristics,
};

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *base, int flags, int *given) {
    (void)vfs;
    if (!(flags & SQLITE_OPEN_WAL)) return under->xOpen(under, name, base, flags, given);
    struct log_file *file = (struct log_file *)base;
    memset(file, 0, sizeof *file);
    int status = under->xOpen(under, name, below(file), flags, given);
    if (status == SQLITE_OK) status = below(file)->pMethods->xFileSize(below(file), &file->length);
    // All of it may be of use until SQLite begins the log anew.
    file->end = file->length;
    // SQLite closes what has methods, even if it could not be opened.
    if (below(file)->pMethods) base->pMethods = &methods;
    return status;
}

int csqlitelog_register(void) {
    static sqlite3_vfs vfs;
    if (sqlite3_vfs_find(CSQLITELOG_VFS)) return SQLITE_OK;
    under = sqlite3_vfs_find("unix-excl");
    if (!under) return SQLITE_NOTFOUND;
    vfs = *under;
    vfs.pNext = NULL;
    vfs.zName = CSQLITELOG_VFS;
    vfs.szOsFile = (int)sizeof(struct log_file) + under->szOsFile;
    vfs.xOpen = open_file;
    return sqlite3_vfs_register(&vfs, 0);
}
