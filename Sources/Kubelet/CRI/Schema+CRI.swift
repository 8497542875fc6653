import Objects

extension Schema {
    /// The messages of the Container Runtime Interface (`runtime.v1`).
    static let cri = Schema(table: CRISchema.table)
}
