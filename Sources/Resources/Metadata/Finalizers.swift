/// Finalizers that the garbage collector answers to (API concepts, "Cascading deletion").
public enum Finalizers {
    public static let foreground = "foregroundDeletion"
    public static let orphan = "orphan"
    /// Names without a domain that have a meaning: `kubernetes` is the namespace controller's.
    public static let standard = [foreground, orphan, "kubernetes"]
}
