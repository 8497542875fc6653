/// Numbers by name in one text, `NAME=NUMBER,NAME=NUMBER`: how a flag sets several limits at once.
public enum NamedNumbers {
    /// Why a text is none, in words for the person who wrote it.
    public struct Failure: Error, Hashable, CustomStringConvertible {
        public let description: String
    }

    /// Sets the fields that the text names.
    ///
    /// - Throws: for a name that is not there, and for a number that is none or not from 1 to 2^31-1.
    public static func read<Root>(
        _ text: String, into root: inout Root,
        _ fields: [(name: String, field: any WritableKeyPath<Root, Int> & Sendable)]
    ) throws(Failure) {
        for part in text.split(separator: ",") {
            let halves = part.split(separator: "=", maxSplits: 1)
            guard let name = halves.first, let limit = fields.first(where: { $0.name == name }) else {
                let names = fields.map(\.name).joined(separator: ", ")
                throw Failure(description: "there is no limit \(part); there are \(names)")
            }
            guard halves.count == 2, let number = Int(halves[1]), (1...Int(Int32.max)).contains(number) else {
                throw Failure(description: "\(limit.name) takes a number from 1 to \(Int32.max)")
            }
            root[keyPath: limit.field] = number
        }
    }
}
