#ifndef CSQLITELOG_H
#define CSQLITELOG_H

// A VFS of SQLite for the one connection that writes a database in WAL mode, above "unix-excl", which does the rest.
//
// SQLite writes a commit as a head and a page, a head and a page, to places that are not at the edge of a disk's block,
// and makes the log longer with every one of them. Here they are gathered and written when the commit is synced: in one
// call, in whole blocks, so that none has to be read from disk first, and the file grows by many blocks of zeros at
// once, so that what is synced is the data alone and not the file's length as well.
//
// What SQLite finds in the file is what it has written, followed by zeros, which end a log as well as its end does
// (sqlite.org/fileformat2.html, "WAL File Format": a frame counts when its salts and checksum are right). Whoever reads
// the file by another connection sees what was synced: `PRAGMA synchronous = FULL` is needed, which syncs every commit,
// and powersafe overwriting, SQLite's default (with `psow=0` it writes a part of the last frame after the sync).
#define CSQLITELOG_VFS "apus-log"

// Makes the VFS known to SQLite, by one thread; once is enough, more often is harmless. Returns SQLite's status.
int csqlitelog_register(void);

#endif
