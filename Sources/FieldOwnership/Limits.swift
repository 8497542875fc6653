/// What ownership may cost.
public enum OwnershipLimits {
    /// Managers that update; of more, the oldest become one (`ManagerName.ancientChanges`). The number is Kubernetes'.
    public static let updateManagers = 10
    /// Faults of one applied configuration that are told.
    public static let faults = 64
    /// Bytes of an object's annotations, beyond which the configuration that was applied is not kept among them. The
    /// number is Kubernetes'.
    public static let annotationBytes = 256 * 1024
    /// Bytes of a manager's name. The number is Kubernetes'.
    public static let managerNameBytes = 128
}
