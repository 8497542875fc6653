/// Whose pods are held to no level at all.
public struct SecurityExemptions: Sendable, Equatable {
    /// Users whose requests are not looked at.
    public var usernames: Set<String> = []
    public var namespaces: Set<String> = []
    /// Pods of these runtime classes.
    public var runtimeClasses: Set<String> = []

    public init() {}
}
