// Reconcile: see docs/ARCHITECTURE.md.
