// Controllers: see docs/ARCHITECTURE.md.
