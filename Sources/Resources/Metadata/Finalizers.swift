/// Finalizers that the garbage collector answers to (API concepts, "Cascading deletion").
public enum Finalizers {
    public static let foreground = "foregroundDeletion"
    public static let orphan = "orphan"
}
