// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// What the kinds and fields of the Kubernetes API mean.
enum Descriptions {
    static let table: StaticString = #"""
P	k8s.io.api.coordination.v1
M	Lease	A claim on something that one party at a time may hold, such as leadership, or a sign of life that its holder renews.
M	LeaseSpec
F	leaseDurationSeconds	How long, in seconds after renewTime, others must wait before they may take the lease over. At least 1.	Required when holderIdentity is set, unless a strategy chooses the holder.
"""#
}
