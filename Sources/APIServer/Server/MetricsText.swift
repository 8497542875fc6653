/// Prometheus' text format, version 0.0.4: families of samples, each with its help and type before it.
struct MetricsText {
    enum Kind: String {
        case counter
        case gauge
    }

    private(set) var text = ""
    private var name = ""

    var bytes: [UInt8] { Array(text.utf8) }

    /// Begins a family; its samples follow.
    /// - Parameter help: plain words without a line break or a backslash, which would have to be escaped.
    mutating func family(_ name: String, _ kind: Kind, _ help: String) {
        self.name = name
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    mutating func sample(_ value: some CustomStringConvertible) {
        text += "\(name) \(value)\n"
    }

    /// - Parameter labelled: from a closed set of words that need no escape.
    mutating func sample(_ value: some CustomStringConvertible, _ label: String, _ labelled: String) {
        text += "\(name){\(label)=\"\(labelled)\"} \(value)\n"
    }
}
