#pragma once
#include <sqlite3.h>

/// Binds a copy of `bytes`. A blob of no bytes stays a blob: sqlite3_bind_blob alone would make it NULL.
static inline int apus_sqlite_bind_bytes(sqlite3_stmt *statement, int index, const void *bytes, long long count) {
    if (count == 0) return sqlite3_bind_zeroblob(statement, index, 0);
    return sqlite3_bind_blob64(statement, index, bytes, (sqlite3_uint64)count, SQLITE_TRANSIENT);
}

/// Turns off the counting of memory, which takes one lock for the whole process on every allocation.
/// Refused (and harmless) when SQLite is in use already. sqlite3_config is variadic, which Swift cannot call.
static inline int apus_sqlite_configure(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
