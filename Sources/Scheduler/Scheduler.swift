// Scheduler: see docs/ARCHITECTURE.md.
