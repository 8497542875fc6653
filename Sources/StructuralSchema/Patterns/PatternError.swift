/// Why a text is no regular expression, in the words of Go's `regexp` that Kubernetes passes on.
struct PatternError: Error, Equatable, CustomStringConvertible {
    enum Code: String {
        case invalidClassRange = "invalid character class range"
        case invalidEscape = "invalid escape sequence"
        case invalidNamedCapture = "invalid named capture"
        case invalidPerlSyntax = "invalid or unsupported Perl syntax"
        case invalidRepeatOperator = "invalid nested repetition operator"
        case invalidRepeatSize = "invalid repeat count"
        case missingBracket = "missing closing ]"
        case missingParenthesis = "missing closing )"
        case missingRepeatArgument = "missing argument to repetition operator"
        case trailingBackslash = "trailing backslash at end of expression"
        case unexpectedParenthesis = "unexpected )"
        case nestsTooDeeply = "expression nests too deeply"
        case tooLarge = "expression too large"
    }
    let code: Code
    /// The part of the pattern that is at fault.
    let part: String

    var description: String { "error parsing regexp: \(code.rawValue): `\(part)`" }
}
