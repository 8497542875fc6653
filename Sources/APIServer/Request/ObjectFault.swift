import Objects
import Resources
import Wire

/// Why a body is not the object that was expected. Kubernetes words it by how far reading came; a patch whose result
/// cannot be read is told the reason alone.
struct ObjectFault: Error, Sendable {
    /// What the body says that it is; nil: reading did not come so far.
    var named: TypeMeta?
    var why: String
    /// The answer, where it is none of the usual ones.
    var answer: APIError?
    /// What strict reading found, where that is all; `why` lists it.
    var strictProblems: [String]?

    /// - Parameters:
    ///   - kind: what was expected.
    ///   - body: as it was sent.
    func refusal(of kind: String, _ body: [UInt8]) -> APIError {
        if let answer { return answer }
        guard let named else {
            return .badRequest(
                "the object provided is unrecognized (must be of type \(kind)): \(why) (\(Self.summary(of: body)))")
        }
        let version = named.apiVersion.split(separator: "/").last ?? ""
        return .badRequest("\(named.kind) in version \"\(version)\" cannot be handled as a \(kind): \(why)")
    }

    /// How much of a body is shown: enough to recognise it by.
    private static let summaryBytes = 30

    /// Text, or hexadecimal where it does not begin like an object.
    private static func summary(of body: [UInt8]) -> String {
        if body.isEmpty { return "<empty>" }
        let part = body.prefix(summaryBytes)
        let end = body.count > summaryBytes ? " ..." : ""
        if part.first == UInt8(ascii: "{") { return String(decoding: part, as: UTF8.self) + end }
        return part.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + end
    }

    static func unrecognized(_ why: String) -> ObjectFault { ObjectFault(named: nil, why: why) }
    static func unfit(_ named: TypeMeta, _ why: String) -> ObjectFault { ObjectFault(named: named, why: why) }
    static func strict(_ named: TypeMeta, _ problems: [String]) -> ObjectFault {
        ObjectFault(named: named, why: ObjectReading.strictWords(problems), strictProblems: problems)
    }
    static func answered(_ answer: APIError) -> ObjectFault {
        ObjectFault(named: nil, why: answer.message, answer: answer)
    }
}
