// WatchCache: see docs/ARCHITECTURE.md.
