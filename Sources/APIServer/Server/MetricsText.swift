/// Prometheus' text format, version 0.0.4: families of samples, each with its help and type before it.
struct MetricsText {
    enum Kind: String {
        case counter
        case gauge
        case histogram
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

    mutating func sample(_ value: some CustomStringConvertible, _ labels: Labels) {
        text += "\(name){\(labels.text)} \(value)\n"
    }

    /// - Parameter labelled: from a closed set of words that need no escape.
    mutating func sample(_ value: some CustomStringConvertible, _ label: String, _ labelled: String) {
        sample(value, Labels([(label, labelled)]))
    }

    /// One histogram of the family.
    /// - Parameters:
    ///   - counts: by bucket, not cumulative; one more than there are bounds.
    ///   - bounds: upper ends of the buckets, inclusive, in microseconds.
    mutating func histogram(_ labels: Labels, counts: [Int], boundsMicroseconds bounds: [Int], sumNanoseconds: Int) {
        var total = 0
        for (bound, count) in zip(bounds, counts) {
            total += count
            text += "\(name)_bucket{\(labels.text),le=\"\(Self.seconds(bound, perSecond: 1_000_000))\"} \(total)\n"
        }
        if counts.count > bounds.count { total += counts[bounds.count] }
        text += "\(name)_bucket{\(labels.text),le=\"+Inf\"} \(total)\n"
        text += "\(name)_sum{\(labels.text)} \(Self.seconds(sumNanoseconds, perSecond: 1_000_000_000))\n"
        text += "\(name)_count{\(labels.text)} \(total)\n"
    }

    /// A number of parts of a second, a power of ten, as a decimal fraction without an exponent: `0.00025`, `2.5`, `10`.
    static func seconds(_ count: Int, perSecond: Int) -> String {
        let (whole, rest) = count.quotientAndRemainder(dividingBy: perSecond)
        guard rest > 0 else { return "\(whole)" }
        // One digit before those of the fraction keeps its leading zeros.
        var digits = String(perSecond + rest).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)"
    }
}

/// The labels of a sample, as they are written.
struct Labels {
    let text: String

    /// - Parameter pairs: names and values, from closed sets of words that need no escape.
    init(_ pairs: [(String, String)]) {
        text = pairs.map { "\($0.0)=\"\($0.1)\"" }.joined(separator: ",")
    }

    private init(text: String) { self.text = text }

    func with(_ label: String, _ value: String) -> Labels { Labels(text: "\(text),\(label)=\"\(value)\"") }
}
