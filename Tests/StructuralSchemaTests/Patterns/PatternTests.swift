@testable import StructuralSchema
import Testing
import TestSupport

@Suite struct PatternTests {
    @Test(arguments: [
        ("^[a-z]+$", "abc", true), ("^[a-z]+$", "aBc", false), ("b", "abc", true), ("", "x", true),
        ("^a{2,3}$", "aa", true), ("^a{2,3}$", "aaaa", false), ("^a{2,}$", "aaaaa", true),
        ("^(a|bc)*$", "abcbca", true),
        ("^\\d+\\.\\d+$", "12.5", true), ("^\\d+$", "١٢", false), ("^\\p{L}+$", "Größe", true),
        ("^\\PL+$", "12-", true),
        ("(?i)^größe$", "GRÖSSE", false), ("(?i)^größe$", "GRÖßE", true), ("^[[:alpha:]_-]+$", "a_B-c", true),
        ("^[^/]+/[^/]+$", "a/b", true), ("^[^/]+$", "a/b", false), ("a.c", "a\nc", false), ("(?s)a.c", "a\nc", true),
        ("(?m)^b$", "a\nb\nc", true), ("^b$", "a\nb\nc", false), ("\\bcat\\b", "a cat.", true),
        ("\\bcat\\b", "cats", false),
        ("^\\Qa.b\\E$", "a.b", true), ("^\\Qa.b\\E$", "axb", false), ("^[\\w.-]+@[\\w.-]+$", "a.b@c-d", true),
        ("^a{,2}$", "a{,2}", true), ("^x{$", "x{", true), ("^(?:ab)?c$", "c", true), ("^(?P<n>a)+$", "aaa", true),
        ("^[]a]+$", "]a]", true), ("^[a-]+$", "a-", true), ("^\\x41\\x{1F600}$", "A😀", true), ("^.$", "😀", true),
        ("^(a*)*$", "aaa", true), ("^(a?){3}b$", "aab", true), ("a$|^b", "xa", true), ("\\.", "x", false),
    ])
    func matchesAsRE2Does(_ pattern: String, _ text: String, _ expected: Bool) throws {
        #expect(try Pattern(pattern).matches(text) == expected)
    }

    @Test(arguments: [
        ("[", "missing closing ]: `[`"), ("a[b", "missing closing ]: `[b`"), ("(a", "missing closing ): `(a`"),
        ("a)", "unexpected ): `a)`"), ("*", "missing argument to repetition operator: `*`"),
        ("a**", "invalid nested repetition operator: `**`"), ("a{1001}", "invalid repeat count: `{1001}`"),
        ("a{2,1}", "invalid repeat count: `{2,1}`"), ("\\8", "invalid escape sequence: `\\8`"),
        ("\\", "trailing backslash at end of expression: ``"), ("(?=a)", "invalid or unsupported Perl syntax: `(?=`"),
        ("[z-a]", "invalid character class range: `z-a`"), ("\\p{Nix}", "invalid character class range: `\\p{Nix}`"),
        ("(?P<n", "invalid named capture: `(?P<n`"), ("|*", "missing argument to repetition operator: `*`"),
    ])
    func faultsAreToldInGosWords(_ pattern: String, _ expected: String) {
        #expect(throws: (any Error).self) { _ = try Pattern(pattern) }
        do { _ = try Pattern(pattern) } catch { #expect(error.description == "error parsing regexp: \(expected)") }
    }

    @Test func aPatternThatWouldMakeOthersBacktrackTakesLinearTime() throws {
        let pattern = try Pattern("^(a+)+$")
        #expect(pattern.matches(String(repeating: "a", count: 20_000) + "b") == false)
    }

    @Test func aSearchThatCostsTooMuchIsGivenUp() throws {
        let pattern = try Pattern("(a|b|c|d){500}x")
        var budget = 50_000
        #expect(pattern.matches(String(repeating: "abcd", count: 1_000), budget: &budget) == nil)
        #expect(budget < 0)
    }

    @Test func whatWouldBeTooLargeIsRefused() {
        #expect(throws: PatternError.self) { _ = try Pattern("((a{100}){100}){100}") }
        #expect(throws: PatternError.self) {
            _ = try Pattern(String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000))
        }
    }

    @Test func theShelfKeepsNoMoreThanItsLimit() throws {
        let shelf = PatternShelf(limit: 100)
        for number in 0..<50 {
            #expect(try shelf.pattern("^[a-z]{10}\(number)$").matches("abcdefghij\(number)") == true)
            #expect(shelf.instructions <= 100)
        }
    }

    @Test(.enabled(if: Command.exists("python3 --version"), "python3 is not installed"))
    func randomPatternsMatchWhatPythonsMatch() throws {
        var random = SeededGenerator(seed: 20_260_101)
        var script = "import re\nfor p, t in ["
        var cases: [(String, String)] = []
        for _ in 0..<400 {
            let pattern = Self.random(&random, depth: 3)
            let text = String(
                (0..<Int.random(in: 0...8, using: &random)).map { _ in "abc".randomElement(using: &random) ?? "a" })
            cases.append((pattern, text))
            script += "(\"\(pattern)\",\"\(text)\"),"
        }
        script += "]:\n  print(1 if re.search(p, t) else 0)\n"
        let answer = Command.run("python3 -", input: Array(script.utf8))
        try #require(answer.code == 0)
        let lines = String(decoding: answer.output, as: UTF8.self).split(separator: "\n")
        try #require(lines.count == cases.count)
        for (line, (pattern, text)) in zip(lines, cases) {
            #expect(try Pattern(pattern).matches(text) == (line == "1"), "\(pattern) on \(text)")
        }
    }

    private static func random(_ random: inout SeededGenerator, depth: Int) -> String {
        guard depth > 0 else {
            return ["a", "b", "c", ".", "[ab]", "[^a]", "^", "$"].randomElement(using: &random) ?? "a"
        }
        let inner = Self.random(&random, depth: depth - 1)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return inner + Self.random(&random, depth: depth - 1)
        case 1: return "(?:\(inner)|\(Self.random(&random, depth: depth - 1)))"
        case 2: return "(?:\(inner))?"
        case 3: return "(?:\(inner)){1,2}"
        default: return "(?:\(inner))*"
        }
    }
}
