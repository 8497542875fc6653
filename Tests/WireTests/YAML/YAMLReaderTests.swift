import Testing
import Wire

struct YAMLReaderTests {
    private func json(_ text: String) throws -> String {
        String(decoding: try YAMLReader.single(Array(text.utf8)).json, as: UTF8.self)
    }

    /// What `kubectl` reads them as.
    @Test(
        arguments: [
            ("y", "true"), ("Y", "true"), ("yes", "true"), ("on", "true"), ("ON", "true"), ("True", "true"),
            ("n", "false"),
            ("N", "false"), ("No", "false"), ("off", "false"), ("FALSE", "false"), ("yEs", "\"yEs\""), ("~", "null"),
            ("null", "null"), ("Null", "null"), ("", "null"), ("nULL", "\"nULL\""), ("0o17", "15"), ("0O17", "15"),
            ("017", "15"), ("08", "8"), ("0x1F", "31"), ("0X1f", "31"), ("0b11", "3"), ("-0b11", "-3"),
            ("1_000", "1000"),
            ("+5", "5"), ("-5", "-5"), ("-0", "0"), ("1e3", "1000"), ("1E5", "100000"), ("1.5", "1.5"), (".5", "0.5"),
            ("+.5", "0.5"), ("5.", "5"), ("1e-7", "1e-7"), ("0.000001", "0.000001"), ("1e400", "\"1e400\""),
            ("18446744073709551615", "18446744073709551615"), ("-9223372036854775808", "-9223372036854775808"),
            ("123456789012345678901234567890", "1.2345678901234568e+29"),
            ("0xffffffffffffffffffffff", "\"0xffffffffffffffffffffff\""),
            ("2020-01-02", "\"2020-01-02\""), ("2001-12-14t21:59:43.10-05:00", "\"2001-12-14t21:59:43.10-05:00\""),
            ("1:20", "\"1:20\""), ("0x", "\"0x\""), (".", "\".\""), ("+", "\"+\""), ("0_8", "8"), ("_1", "\"_1\""),
            ("1_", "1"), ("1__0", "10"), ("0.1_5", "0.15"), (".1_5", "\".1_5\""), ("=", "\"=\""),
            ("<<", "\"\\u003c\\u003c\""),
            ("1.2.3", "\"1.2.3\""), ("1e", "\"1e\""), ("1.e5", "100000"), ("e5", "\"e5\""), ("0b12", "\"0b12\""),
            ("0o8", "\"0o8\""), ("nan", "\"nan\""), ("infinity", "\"infinity\""), ("'12'", "\"12\""),
            ("\"true\"", "\"true\""),
            ("!!str 12", "\"12\""), ("!!int \"12\"", "12"), ("!!float 3", "3"), ("!!bool yes", "true"),
            ("!!null ~", "null"),
            ("!foo 12", "\"12\""), ("!!binary aGVsbG8=", "\"hello\""), ("a:b", "\"a:b\""), ("a#b", "\"a#b\""),
            ("'it''s'", "\"it's\""), ("\"\\u00e9\\t\\x41\\U0001F600\"", "\"é\\tA😀\""),
        ])
    func scalarsAreReadAsKubernetesReadsThem(_ text: String, _ expected: String) throws {
        #expect(try json("k: \(text)\n") == "{\"k\":\(expected)}")
    }

    @Test(
        arguments: [
            ("a: 1\nb:\n- x\n- c: z\n", #"{"a":1,"b":["x",{"c":"z"}]}"#), ("- 1\n-\n  - 2\n", "[1,[2]]"),
            ("{a: [1, {b: c}]}", #"{"a":[1,{"b":"c"}]}"#),
            ("a: |\n  x\n  y\n", #"{"a":"x\ny\n"}"#), ("a: |-\n  x\n  y\n", #"{"a":"x\ny"}"#),
            ("a: |+\n  x\n\nb: 1\n", #"{"a":"x\n\n","b":1}"#), ("a: >\n  x\n  y\n", #"{"a":"x y\n"}"#),
            ("a: x\n  y\n", #"{"a":"x y"}"#), ("z: 1\na: 2\n", #"{"z":1,"a":2}"#),
            ("a: {}\nb: []\n", #"{"a":{},"b":[]}"#),
            ("? a\n: b\n", #"{"a":"b"}"#), ("text", "\"text\""), ("# note\na: 1 # more\n", #"{"a":1}"#),
            ("%YAML 1.1\n---\na: 1\n", #"{"a":1}"#),
            ("\u{feff}a: 1\n", #"{"a":1}"#), ("a: 1\r\nb: 2\r\n", #"{"a":1,"b":2}"#), ("a:\tb\n", #"{"a":"b"}"#),
        ])
    func structureIsKept(_ text: String, _ expected: String) throws {
        #expect(try json(text) == expected)
    }

    @Test(
        arguments: [
            ("1: x", "1"), ("1.5: x", "1.5"), ("true: x", "true"), ("yes: x", "true"), ("0x10: x", "16"),
            ("'01': x", "01"),
            (".inf: x", ".inf"), ("\"\": x", ""), ("2020-01-02: x", "2020-01-02"), ("a b: x", "a b"), ("&k a: x", "a"),
        ])
    func keysBecomeTexts(_ text: String, _ key: String) throws {
        #expect(try json(text) == "{\"\(key)\":\"x\"}")
    }

    @Test(
        arguments: [
            ("a: &x {k: v}\nb: *x\n", #"{"a":{"k":"v"},"b":{"k":"v"}}"#),
            ("a: &x 1\nb: [*x, *x]\n", #"{"a":1,"b":[1,1]}"#),
            ("a: &x 1\nb: &x 2\nc: *x\n", #"{"a":1,"b":2,"c":2}"#), ("&x a: *x\n", #"{"a":"a"}"#),
            ("a: &x k\n*x : v\n", #"{"a":"k","k":"v"}"#),
            ("m: {<<: {a: 1, b: 2}, b: 3}", #"{"m":{"b":3,"a":1}}"#),
            ("m: {b: 3, <<: {a: 1, b: 2}}", #"{"m":{"b":3,"a":1}}"#),
            ("m: {<<: [{a: 1}, {a: 2, b: 2}]}", #"{"m":{"a":1,"b":2}}"#),
            ("b: &b {a: 1}\nm:\n  <<: *b\n  c: 2\n", #"{"b":{"a":1},"m":{"c":2,"a":1}}"#),
            ("l: &l [{a: 1}, {b: 2}]\nm: {<<: *l}\n", #"{"l":[{"a":1},{"b":2}],"m":{"a":1,"b":2}}"#),
            ("'<<': {a: 1}", #"{"\u003c\u003c":{"a":1}}"#),
        ])
    func aliasesAndMergeKeysArePutIn(_ text: String, _ expected: String) throws {
        #expect(try json(text) == expected)
    }

    @Test func documentsAreSeparatedAndEmptyOnesLeftOut() throws {
        let stream = "---\n# nothing\n---\na: 1\n---\n---\nb: 2\n...\n---\nnull\n---\n[]\n"
        let documents = try YAMLReader.documents(Array(stream.utf8))
        #expect(documents.map { String(decoding: $0.json, as: UTF8.self) } == ["{\"a\":1}", "{\"b\":2}", "[]"])
        #expect(try YAMLReader.documents([]) == [])
        #expect(try YAMLReader.single([]) == YAMLReader.Document(json: Array("{}".utf8)))
        #expect(throws: YAMLError.self) { try YAMLReader.single(Array(stream.utf8)) }
    }

    @Test(arguments: [
        ("a: 1\n---\nb: 2\n", #"{"a":1}"#, 0), ("---\na: 1\n---\nb: *gone\n", #"{"a":1}"#, 0), ("", "{}", 0),
        (#"{"a":1}{"b":2}"#, #"{"a":1}"#, 0),
        (#"{"a":1,"a":2}"#, #"{"a":1,"a":2}"#, 1), ("a: 1\na: 2\n", #"{"a":2}"#, 1),
        (#"{"a":"\ud83d\ude00"}"#, #"{"a":"😀"}"#, 0),
    ])
    func theFirstDocumentCountsWhateverFollowsIt(_ text: String, _ json: String, _ warnings: Int) throws {
        let document = try YAMLReader.first(Array(text.utf8))
        #expect(String(decoding: document.json, as: UTF8.self) == json)
        #expect(document.warnings.count == warnings)
        #expect(try YAMLReader.first(Array(text.utf8), tellsDuplicates: false).json == document.json)
    }

    @Test func whatIsNoDocumentIsNone() {
        #expect(throws: YAMLError.self) { try YAMLReader.first(Array("a: [".utf8)) }
    }

    @Test func anchorsEndWithTheirDocument() {
        let error = #expect(throws: YAMLError.self) { try YAMLReader.documents(Array("a: &x 1\n---\nb: *x\n".utf8)) }
        #expect(error == YAMLError(line: 3, column: 4, "unknown anchor 'x' referenced"))
    }

    @Test func jsonIsReadAsJSON() throws {
        let text = #"{"a": "\ud83d\ude00", "b": [1, 2.50, 1e3]}"# + "\n" + #"{"c":null}"#
        let documents = try YAMLReader.documents(Array(text.utf8))
        #expect(
            documents.map { String(decoding: $0.json, as: UTF8.self) } == [
                #"{"a":"😀","b":[1,2.50,1e3]}"#, #"{"c":null}"#,
            ])
    }

    @Test func keysThatAMappingHasTwiceAreWarnedOfByLine() throws {
        let text = Array("metadata:\n  name: a\n  name: b\nx: {1: a, 2: b, 1: c}\n".utf8)
        let document = try YAMLReader.single(text)
        #expect(String(decoding: document.json, as: UTF8.self) == #"{"metadata":{"name":"b"},"x":{"1":"c","2":"b"}}"#)
        #expect(
            document.warnings == ["line 3: key \"name\" already set in map", "line 4: key \"1\" already set in map"])
        let error = #expect(throws: YAMLError.self) { try YAMLReader.single(text, duplicateKeys: .refused) }
        #expect(error?.description == "line 3: key \"name\" already set in map")
    }

    @Test func warningsAreBoundedAndCountedOncePerText() throws {
        let many = String(repeating: "k: 1\n", count: 1000)
        #expect(try YAMLReader.single(Array(many.utf8)).warnings.count == YAMLLimits.warnings)
        let shared = "a: &x {k: 1, k: 2}\nb: [*x, *x, *x]\n"
        #expect(try YAMLReader.single(Array(shared.utf8)).warnings.count == 1)
    }

    @Test(
        arguments: [
            ("a:\n  @x", 2, 3, "found character that cannot start any token: put the value in quotes"),
            ("a:\n\tb: c", 2, 1, "found character that cannot start any token: indent with spaces, not with tabs"),
            (
                "é: 1\na: b: c", 2, 5,
                "mapping values are not allowed in this context: check the indentation, and put a value that has ': "
                    + "' in it in "
                    + "quotes"
            ),
            ("a: \"x\nb: 1", 2, 5, "found unexpected end of stream: close the quotes (what begins at line 1)"),
            ("a: *b", 1, 4, "unknown anchor 'b' referenced"), ("a: &a [*a]", 1, 8, "anchor 'a' value contains itself"),
            ("~: x", 1, 1, "a key cannot be null: write it in quotes"),
            (
                "a: 1\n[b]: c", 2, 1,
                "a key must be a text, not a list or a map: put it in quotes if it begins with [ or {"
            ),
            ("a: .inf", 1, 4, "JSON has no infinite numbers: put the value in quotes if it is a text"),
            ("a: -.INF", 1, 4, "JSON has no infinite numbers: put the value in quotes if it is a text"),
            ("a: .nan", 1, 4, "JSON has no infinite numbers: put the value in quotes if it is a text"),
            ("a: !!int x", 1, 4, "cannot decode !!str `x` as a !!int"),
            (
                "a: !!binary /w==", 1, 4,
                "!!binary is not base64 of a text: leave the tag away to keep the base64 as it stands"
            ),
            ("<<: 1", 1, 1, "map merge requires map or sequence of maps as the value"),
            ("<<: [[{a: 1}]]", 1, 1, "map merge requires map or sequence of maps as the value"),
            (
                "a: 1\nb: \u{1}", 2, 4,
                "control characters are not allowed: the text must be UTF-8 without control characters"
            ),
        ])
    func errorsSayWhereAndWhatToDo(_ text: String, _ line: Int, _ column: Int, _ message: String) {
        let error = #expect(throws: YAMLError.self) { try YAMLReader.documents(Array(text.utf8)) }
        #expect(error == YAMLError(line: line, column: column, message))
        #expect(error?.description == "line \(line), column \(column): \(message)")
    }

    @Test(arguments: [
        "{a: 1", "[1, 2", "a: 'x", "a: 1\n b: 2", "- a\nb: c", "a\nb: c", "%YAML 3.0\n--- a", "--- a\n--- b: - c", "&",
        "a: |x", "? - a\n: b: - c",
    ])
    func brokenTextsAreErrors(_ text: String) {
        #expect(throws: YAMLError.self) { try YAMLReader.documents(Array(text.utf8)) }
    }

    @Test(
        arguments: [
            [0xff, 0xfe, 0x61, 0], [0x61, 0x3a, 0x20, 0xc3], [0x61, 0x3a, 0x20, 0xed, 0xa0, 0x80], [0, 0, 0, 0x61],
            [0x80],
        ] as [[UInt8]])
    func whatIsNoUTF8IsRefused(_ bytes: [UInt8]) {
        #expect(throws: YAMLError.self) { try YAMLReader.documents(bytes) }
    }
}

@Suite("Faults of YAML are also said as Go's reader says them")
struct YAMLGoTextTests {
    /// A structure's fault is at the line before the one where it begins, or else where it ends; a scanner's at its own.
    @Test(arguments: [
        ("kind: [bad", "line 1: did not find expected ',' or ']'"),
        ("a: 1\nb: [1, 2\n", "line 1: did not find expected ',' or ']'"),
        ("a: b: c", "mapping values are not allowed in this context"),
        ("x: 1\na: b: c", "line 2: mapping values are not allowed in this context"),
    ])
    func lines(_ text: String, _ said: String) {
        let error = #expect(throws: YAMLError.self) { try YAMLReader.documents(Array(text.utf8)) }
        #expect(error?.goText == said)
    }
}
