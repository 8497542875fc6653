import Testing
import Wire
import TestSupport

struct YAMLWriterTests {
    private func yaml(_ json: String, sortingKeys: Bool = false) throws -> String {
        String(decoding: try YAMLWriter.text(json: Array(json.utf8), sortingKeys: sortingKeys), as: UTF8.self)
    }

    @Test(
        arguments: [
            (
                #"{"a":1,"b":[{"name":"x","v":[1,2]},{"name":"z"}]}"#,
                "a: 1\nb:\n- name: x\n  v:\n  - 1\n  - 2\n- name: z\n"
            ),
            (#"{"a":{"b":{"c":null}}}"#, "a:\n  b:\n    c: null\n"), (#"{"a":[],"b":{}}"#, "a: []\nb: {}\n"),
            (#"[[1,[2]],{"a":[true]}]"#, "- - 1\n  - - 2\n- a:\n  - true\n"), ("\"x\"", "x\n"), ("1", "1\n"),
            ("{}", "{}\n"),
            (#"{"a":"x\ny\n"}"#, "a: |\n  x\n  y\n"), (#"{"a":"x\ny"}"#, "a: |-\n  x\n  y\n"),
            (#"{"a":"x\n\n"}"#, "a: |+\n  x\n\n"), (#"{"a":"  x\ny"}"#, "a: |2-\n    x\n  y\n"),
            (#"["x\ny\n"]"#, "- |\n  x\n  y\n"), (#"{"a":"x \ny"}"#, "a: \"x \\ny\"\n"),
            (#"{"a":"x\ty\n"}"#, "a: \"x\\ty\\n\"\n"),
            (#"{"k":1.5,"m":1e2,"o":12345678901234567890}"#, "k: 1.5\nm: 100\no: 12345678901234567890\n"),
        ])
    func structureIsWrittenAsKubectlWritesIt(_ json: String, _ expected: String) throws {
        #expect(try yaml(json) == expected)
    }

    @Test(
        arguments: [
            ("", "\"\""), ("x", "x"), ("true", "\"true\""), ("y", "\"y\""), ("off", "\"off\""), ("null", "\"null\""),
            ("~", "\"~\""),
            ("1", "\"1\""), ("1.5", "\"1.5\""), ("1e3", "\"1e3\""), ("0x1F", "\"0x1F\""), ("0o7", "\"0o7\""),
            ("1_000", "\"1_000\""),
            (".5", "\".5\""), (".inf", "\".inf\""), ("2020-01-02", "\"2020-01-02\""),
            ("2020-01-02T03:04:05Z", "\"2020-01-02T03:04:05Z\""),
            ("1:20", "\"1:20\""), ("1:60", "1:60"), ("1.2.3", "1.2.3"), (".", "."), ("10.0.0.0/8", "10.0.0.0/8"),
            ("500m", "500m"),
            ("a: b", "'a: b'"), ("a:", "'a:'"), ("a #b", "'a #b'"), ("a#b", "a#b"), ("- a", "'- a'"), ("-a", "-a"),
            ("*a", "'*a'"),
            ("&a", "'&a'"), ("!a", "'!a'"), ("%a", "'%a'"), ("@a", "'@a'"), ("`a", "'`a'"), ("{a", "'{a'"),
            ("[a", "'[a'"), ("'a", "'''a'"),
            ("\"a", "'\"a'"), ("a'b", "a'b"), (" a", "' a'"), ("a ", "'a '"), ("é", "é"), ("\u{1}", "\"\\x01\""),
            ("😀", "\"\\U0001F600\""),
            ("a\tb", "\"a\\tb\""), ("---", "'---'"), ("=", "\"=\""), ("<<", "\"<<\""),
        ])
    func textsAreQuotedWhereTheyWouldReadAsSomethingElse(_ text: String, _ expected: String) throws {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("k")
        writer.string(text)
        writer.endObject()
        #expect(try yaml(String(decoding: writer.bytes, as: UTF8.self)) == "k: \(expected)\n")
    }

    @Test func keysAreQuotedToo() throws {
        #expect(
            try yaml(#"{"true":1,"1":2,"a b":3,"":4,"<<":5,"a: b":6}"#)
                == "\"true\": 1\n\"1\": 2\na b: 3\n\"\": 4\n\"<<\": 5\n'a: b': 6\n")
    }

    @Test func longTextsAreFoldedAt80Columns() throws {
        let text = Array(repeating: "word", count: 30).joined(separator: " ")
        let folded = try yaml("{\"a\":\"\(text)\"}")
        #expect(folded.split(separator: "\n").allSatisfy { $0.utf8.count <= 85 })
        #expect(folded.split(separator: "\n").count == 2)
    }

    @Test func keysAreSortedWhenAsked() throws {
        #expect(try yaml(#"{"b":{"z":1,"B":2},"a":3}"#) == "b:\n  z: 1\n  B: 2\na: 3\n")
        #expect(try yaml(#"{"b":{"z":1,"B":2},"a":3}"#, sortingKeys: true) == "a: 3\nb:\n  B: 2\n  z: 1\n")
    }

    @Test func numbersInKeysAreOrderedByValueWhenAsked() throws {
        let keys = ["k2", "k10", "a", "a1", "a.b", "a/b", "B", "_", "k02", "k2a", "k", "é", "1", "x100", "x20"]
        let json = "{" + keys.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
        let sorted = try yaml(json, sortingKeys: true).split(separator: "\n").map { $0.dropLast(3) }
        #expect(sorted.joined(separator: " ") == "_ \"1\" B a a.b a/b a1 k k2 k2a k02 k10 x20 x100 é")
    }

    @Test(arguments: ["", "{", "{\"a\":}", "[1,]", "{\"a\":1}x", "nul", "\"\u{1}\""])
    func whatIsNoJSONIsRefused(_ json: String) {
        #expect(throws: WireError.self) { try YAMLWriter.text(json: Array(json.utf8)) }
    }

    @Test func deepJSONIsRefused() {
        let json = Array(String(repeating: "[", count: 100_000).utf8)
        #expect(throws: WireError.self) { try YAMLWriter.text(json: json) }
    }

    @Test func whatIsWrittenReadsBack() throws {
        var random = SeededGenerator(seed: 29)
        for _ in 0..<3_000 {
            let json = RandomJSON.document(&random, isStrange: true)
            let text = try YAMLWriter.text(json: json)
            let back = try YAMLReader.single(text)
            #expect(back.json == json, "\(String(decoding: text, as: UTF8.self))")
            #expect(back.warnings == [])
        }
    }
}
