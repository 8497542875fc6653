// Kubelet: see docs/ARCHITECTURE.md.
