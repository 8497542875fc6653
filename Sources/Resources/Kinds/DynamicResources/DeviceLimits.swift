/// How much may stand in the objects of resource.k8s.io: what a scheduler goes through for each pod.
enum DeviceLimits {
    static let requests = 32
    static let alternatives = 8
    static let constraints = 32
    static let configurations = 32
    static let selectors = 32
    static let results = 32
    static let consumers = 256
    static let expressionBytes = 10 * 1024
    static let parameterBytes = 10 * 1024
    static let poolNameBytes = 253
    static let identifierBytes = 32
    static let valueBytes = 64
    static let devices = 128
    /// Where devices have taints, share counters or have lists of values.
    static let elaborateDevices = 64
    static let properties = 32
    static let taints = 16
    static let counterSets = 8
    static let consumptions = 2
    static let counters = 32
    static let bindingConditions = 4
    static let values = 10
    static let addresses = 16
    static let interfaceNameBytes = 256
    static let hardwareAddressBytes = 128
    static let conditions = 8
}
