// Wire: see docs/ARCHITECTURE.md.
