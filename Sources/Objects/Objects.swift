// Objects: see docs/ARCHITECTURE.md.
