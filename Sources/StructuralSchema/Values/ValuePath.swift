/// A way into a value, whose text is made only when a problem is told.
struct ValuePath {
    enum Step {
        case member(String)
        /// A key of a map, in list rules' words: `spec.map[key]`.
        case key(String)
        case index(Int)
    }
    private(set) var steps: [Step] = []

    mutating func push(_ step: Step) { steps.append(step) }
    mutating func pop() { _ = steps.popLast() }

    /// `spec.tags[0]`; empty at the root.
    var text: String {
        var text = ""
        for step in steps {
            switch step {
            case .member(let name): text += text.isEmpty ? name : "." + name
            case .key(let key): text += "[\(key)]"
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }
}
