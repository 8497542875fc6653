// Client: see docs/ARCHITECTURE.md.
