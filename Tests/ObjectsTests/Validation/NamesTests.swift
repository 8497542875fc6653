import Objects
import Testing

/// The texts are those that the API server of Kubernetes 1.36 answers with.
struct NamesTests {
    private static let subdomain =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
        + "start and end "
        + "with an alphanumeric character (e.g. 'example.com', regex used for validation is "
        + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
    private static let label =
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and "
        + "end with an "
        + "alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is "
        + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?')"

    @Test(arguments: ["a", "1", "a-b", "a.b", "0.1.2", "example.com", String(repeating: "a", count: 253)])
    func goodSubdomains(_ text: String) { #expect(Names.subdomainProblems(text) == []) }

    @Test(arguments: ["", "A", "a_b", "-a", "a-", ".a", "a.", "a..b", "a.-b", "a b", "é", "a\n", "a/b"])
    func badSubdomains(_ text: String) { #expect(Names.subdomainProblems(text) == [Self.subdomain]) }

    @Test(arguments: ["", "a.b", "A", "-a", "a-", "a_b", "é"])
    func badLabels(_ text: String) { #expect(Names.labelProblems(text) == [Self.label]) }

    @Test func namesThatAreTooLong() {
        #expect(Names.labelProblems(String(repeating: "a", count: 63)) == [])
        #expect(Names.labelProblems(String(repeating: "a", count: 64)) == ["must be no more than 63 characters"])
        #expect(Names.subdomainProblems(String(repeating: "a", count: 254)) == ["must be no more than 253 characters"])
        #expect(
            Names.subdomainProblems(String(repeating: "A", count: 254))
                == ["must be no more than 253 characters", Self.subdomain])
    }

    @Test func prefixesMayEndWithADash() {
        for good in ["web-", "a", "a-", "a--", "x.y-"] { #expect(Names.subdomainProblems(good, isPrefix: true) == []) }
        for bad in ["", "-", "-a-", "A-a-"] {
            #expect(Names.subdomainProblems(bad, isPrefix: true) == [Self.subdomain], "\(bad)")
        }
        #expect(Names.labelProblems("web-", isPrefix: true) == [])
        #expect(Names.dns1035Problems("web-", isPrefix: true) == [])
    }

    @Test func serviceNamesBeginWithALetter() {
        #expect(Names.dns1035Problems("a9") == [])
        #expect(
            Names.dns1035Problems("9s") == [
                "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
                    + "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used "
                    + "for "
                    + "validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"
            ])
    }

    private static let namePart =
        "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
        + "alphanumeric "
        + "character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
        + "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"

    @Test(arguments: ["a", "A", "a.b", "a_b-c", "1", "x.io/A_b", "a/" + String(repeating: "b", count: 63)])
    func goodKeys(_ text: String) { #expect(Names.qualifiedNameProblems(text) == []) }

    @Test func badKeys() {
        #expect(Names.qualifiedNameProblems("-x") == [Self.namePart])
        #expect(Names.qualifiedNameProblems("") == ["name part must be non-empty", Self.namePart])
        #expect(Names.qualifiedNameProblems("a/") == ["name part must be non-empty", Self.namePart])
        #expect(Names.qualifiedNameProblems("/a") == ["prefix part must be non-empty"])
        #expect(Names.qualifiedNameProblems("A/a") == ["prefix part \(Self.subdomain)"])
        #expect(
            Names.qualifiedNameProblems(String(repeating: "b", count: 64)) == [
                "name part must be no more than 63 characters"
            ])
        #expect(
            Names.qualifiedNameProblems("a/b/c") == [
                "a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end "
                    + "with an "
                    + "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for "
                    + "validation is "
                    + "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. "
                    + "'example.com/MyName')"
            ])
    }

    @Test func labelValues() {
        for good in ["", "a", "A.b_c-1", String(repeating: "a", count: 63)] {
            #expect(Names.labelValueProblems(good) == [])
        }
        let words =
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must "
            + "start and "
            + "end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for "
            + "validation is "
            + "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
        for bad in ["b c", "-a", "a-", "é", "a/b", ".", " "] { #expect(Names.labelValueProblems(bad) == [words]) }
        #expect(Names.labelValueProblems(String(repeating: "a", count: 64)) == ["must be no more than 63 characters"])
    }
}
