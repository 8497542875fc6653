/// What OpenAPI documents may cost.
public enum OpenAPILimits {
    /// Bytes of documents that are kept for the next who asks: the large ones are asked for once by each new client, so a
    /// few are worth keeping while clients come, and none while nobody does.
    public static let cachedBytes = 4 << 20
    /// zlib's level for answers: the middle. Level 9 takes three times as long for a fiftieth less.
    static let compression: Int32 = 6
    /// Levels of a custom resource's schema. The schema of JSONSchemaProps that the API server accepts is shallower.
    static let schemaDepth = 100
}
