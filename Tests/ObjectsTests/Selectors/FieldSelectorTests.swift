import Objects
import Testing
import TestSupport

struct FieldSelectorTests {
    private static let allowed = ["metadata.name", "metadata.namespace", "spec.nodeName"]

    @Test(
        arguments: [
            ("", ""), (",", ""), ("metadata.name=a", "metadata.name=a"), ("metadata.name==a", "metadata.name=a"),
            ("spec.nodeName!=n,metadata.name=a", "metadata.name=a,spec.nodeName!=n"),
            ("spec.nodeName=", "spec.nodeName="),
            (#"metadata.name=a\,b\=c\\d"#, #"metadata.name=a\,b\=c\\d"#),
            ("metadata.name=a,metadata.name=a", "metadata.name=a"),
            ("metadata.name=!x", "metadata.name=!x"), ("metadata.name=é", "metadata.name=é"),
        ])
    func canonicalFormIsSortedAndReadsBack(_ text: String, _ canonical: String) throws {
        let selector = try FieldSelector(parsing: text, allowed: Self.allowed)
        #expect(selector.description == canonical)
        #expect(try FieldSelector(parsing: canonical, allowed: Self.allowed) == selector)
    }

    @Test(
        arguments: [
            ("metadata.name", "invalid selector: 'metadata.name'; can't understand 'metadata.name'"),
            ("spec.nodeName=a,x", "invalid selector: 'spec.nodeName=a,x'; can't understand 'x'"),
            (#"metadata.name=a\x"#, #"invalid field selector: invalid escape sequence: \x"#),
            (#"metadata.name=a\"#, #"invalid field selector: invalid escape sequence: \"#),
            ("metadata.name=a=b", "invalid field selector: unescaped character in value: 61"),
            ("metadata.name===b", "invalid field selector: unescaped character in value: 61"),
            ("status.odd=x", "field label not supported: status.odd"), ("=x", "field label not supported: "),
            ("metadata.name =x", "field label not supported: metadata.name "),
        ])
    func nonsenseIsRefusedInKubernetesWords(_ text: String, _ message: String) {
        let error = #expect(throws: SelectorError.self) { try FieldSelector(parsing: text, allowed: Self.allowed) }
        #expect(error?.description == message)
    }

    @Test func resourcesWithANameOnlyNameTheFieldsThereAre() {
        let error = #expect(throws: SelectorError.self) {
            try FieldSelector(parsing: "data.k=v", allowed: ["metadata.name", "metadata.namespace"])
        }
        #expect(
            error?.description
                == #""data.k" is not a known field selector: only "metadata.name", "metadata.namespace""#)
    }

    @Test func objectsMatchByTheirFields() throws {
        let pod = ["metadata.name": "a", "spec.nodeName": ""]
        for (text, expected) in [
            ("metadata.name=a", true), ("metadata.name=b", false), ("metadata.name!=b", true), ("spec.nodeName=", true),
            ("spec.nodeName!=", false), ("metadata.name=a,spec.nodeName=n", false),
        ] {
            let selector = try FieldSelector(parsing: text, allowed: Self.allowed)
            #expect(selector.matches { pod[$0] ?? "" } == expected, "\(text)")
        }
    }

    @Test func exactGivesTheOneValueThatAFieldMustHave() throws {
        let selector = try FieldSelector(
            parsing: "metadata.name!=b,metadata.name=a,spec.nodeName!=n", allowed: Self.allowed)
        #expect(selector.exact("metadata.name") == "a")
        #expect(selector.exact("spec.nodeName") == nil)
        #expect(selector.exact("metadata.namespace") == nil)
    }

    @Test func selectorsThatAskForTheSameFormOneGroup() throws {
        let texts = [
            "metadata.name=a,spec.nodeName!=b", "spec.nodeName!=b,metadata.name==a",
            ",metadata.name=a,,spec.nodeName!=b",
        ]
        #expect(Set(try texts.map { try FieldSelector(parsing: $0, allowed: Self.allowed) }).count == 1)
    }

    @Test func anyValueReadsBack() throws {
        var random = SeededGenerator(seed: 17)
        let alphabet = Array(#"ab\,=!é "#.unicodeScalars)
        for _ in 0..<5_000 {
            var value = ""
            for _ in 0..<(random.next() % 12) {
                value.unicodeScalars.append(alphabet[Int(random.next() % UInt64(alphabet.count))])
            }
            let selector = FieldSelector([
                .init(field: "metadata.name", value: value),
                .init(field: "spec.nodeName", value: value, isEqual: false),
            ])
            #expect(try FieldSelector(parsing: selector.description, allowed: Self.allowed) == selector)
        }
    }
}
