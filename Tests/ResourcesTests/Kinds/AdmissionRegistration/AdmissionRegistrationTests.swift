import Testing

@testable import Objects
@testable import Resources

@Suite("Webhooks and policies")
struct AdmissionRegistrationTests {
    private static let rule = #"{"apiGroups":["x.io"],"apiVersions":["v1"],"operations":["CREATE"],"resources":["xs"]}"#
    private static func hook(_ more: String, name: String = "a.x.io", rule: String = rule) -> String {
        #"{"webhooks":[{"name":"\#(name)","sideEffects":"None","admissionReviewVersions":["v1"],"rules":[\#(rule)],\#(more)}]}"#
    }
    private static func url(_ url: String) -> String { hook(#""clientConfig":{"url":"\#(url)"}"#) }
    private static func service(_ more: String) -> String {
        hook(#""clientConfig":{"service":{"namespace":"n","name":"s"\#(more)}}"#)
    }
    private static func ruled(_ resources: String) -> String {
        hook(
            #""clientConfig":{"url":"https://h"}"#,
            rule: #"{"apiGroups":["x.io"],"apiVersions":["v1"],"operations":["*"],"resources":\#(resources)}"#)
    }

    static let hooks: [(String, [String])] = [
        (url("https://h.example.com/path"), []), (service(""), []), (service(#","path":"/a/b""#), []),
        (service(#","path":"a""#), ["webhooks[0].clientConfig.service.path"]),
        (service(#","path":"/a//b""#), ["webhooks[0].clientConfig.service.path"]),
        (service(#","port":70000"#), ["webhooks[0].clientConfig.service.port"]),
        (url("http://h"), ["webhooks[0].clientConfig.url"]), (url("https://u:p@h"), ["webhooks[0].clientConfig.url"]),
        (url("https://h/?a=b"), ["webhooks[0].clientConfig.url"]),
        (url("https:///p"), ["webhooks[0].clientConfig.url"]),
        (url("https://h/#f"), ["webhooks[0].clientConfig.url"]),
        (hook(#""clientConfig":{}"#), ["webhooks[0].clientConfig"]),
        (hook(#""clientConfig":{"url":"https://h"}"#, name: "short.io"), ["webhooks[0].name"]),
        (hook(#""clientConfig":{"url":"https://h"},"timeoutSeconds":31"#), ["webhooks[0].timeoutSeconds"]),
        (hook(#""clientConfig":{"url":"https://h"},"failurePolicy":"Cry""#), ["webhooks[0].failurePolicy"]),
        (
            hook(#""clientConfig":{"url":"https://h"},"matchConditions":[{"name":"a","expression":" "}]"#),
            ["webhooks[0].matchConditions[0].expression"]
        ),
        (ruled(#"["pods","pods/log"]"#), []), (ruled(#"["*","pods"]"#), ["webhooks[0].rules[0].resources"]),
        (ruled(#"["*/*","pods/log"]"#), ["webhooks[0].rules[0].resources"]),
        (ruled(#"["pods/*","pods/log"]"#), ["webhooks[0].rules[0].resources[1]"]),
        (ruled("[]"), ["webhooks[0].rules[0].resources"]),
    ]

    @Test("Which webhooks are refused", arguments: hooks)
    func hooksRefused(_ example: (String, [String])) throws {
        #expect(try Judge("validatingwebhookconfigurations").fields(example.0) == example.1)
        #expect(try Judge("mutatingwebhookconfigurations").fields(example.0) == example.1)
    }

    @Test("A webhook that mutates is not asked again, unless it says so")
    func reinvocation() throws {
        let judge = try Judge("mutatingwebhookconfigurations")
        let hook = AdmissionRegistration.MutatingWebhookConfiguration(try judge.created(Self.url("https://h")))
            .webhooks[0]
        #expect(hook.reinvocationPolicy == "Never")
        #expect(hook.timeoutSeconds == 10 && hook.rules[0].rule.scope == "*")
    }

    private static func policy(_ more: String) -> String {
        #"{"spec":{"matchConstraints":{"resourceRules":[\#(rule)]},\#(more)}}"#
    }

    static let policies: [(String, String, [String])] = [
        ("validatingadmissionpolicies", policy(#""validations":[{"expression":"true"}]"#), []),
        ("validatingadmissionpolicies", policy(#""variables":[]"#), ["spec.validations", "spec.auditAnnotations"]),
        (
            "validatingadmissionpolicies", #"{"spec":{"validations":[{"expression":"true"}]}}"#,
            ["spec.matchConstraints"]
        ),
        (
            "validatingadmissionpolicies", policy(#""validations":[{"expression":"true","message":"a\nb"}]"#),
            ["spec.validations[0].message"]
        ),
        ("validatingadmissionpolicies", policy(#""validations":[{"expression":"true &&\ntrue"}]"#), []),
        (
            "validatingadmissionpolicies", policy(#""validations":[{"expression":"true","reason":"Because"}]"#),
            ["spec.validations[0].reason"]
        ),
        (
            "validatingadmissionpolicies",
            policy(#""validations":[{"expression":"true"}],"variables":[{"name":"a-b","expression":"1"}]"#),
            ["spec.variables[0].name"]
        ),
        (
            "validatingadmissionpolicies",
            policy(#""validations":[{"expression":"true"}],"paramKind":{"apiVersion":"a/b/c","kind":"K"}"#),
            ["spec.paramKind.apiVersion"]
        ),
        ("validatingadmissionpolicybindings", #"{"spec":{"policyName":"p","validationActions":["Deny"]}}"#, []),
        ("validatingadmissionpolicybindings", #"{"spec":{"policyName":"p"}}"#, ["spec.validationActions"]),
        (
            "validatingadmissionpolicybindings", #"{"spec":{"policyName":"p","validationActions":["Deny","Warn"]}}"#,
            ["spec.validationActions"]
        ),
        (
            "validatingadmissionpolicybindings",
            #"{"spec":{"policyName":"p","validationActions":["Deny"],"paramRef":{"parameterNotFoundAction":"Deny"}}}"#,
            ["spec.paramRef"]
        ),
        (
            "mutatingadmissionpolicies",
            policy(
                #""reinvocationPolicy":"Never","mutations":[{"patchType":"JSONPatch","jsonPatch":{"expression":"[]"}}]"#
            ), []
        ),
        (
            "mutatingadmissionpolicies",
            policy(
                #""reinvocationPolicy":"Never","mutations":[{"patchType":"JSONPatch","applyConfiguration":{"expression":"[]"}}]"#
            ),
            ["spec.mutations[0].applyConfiguration", "spec.mutations[0].jsonPatch"]
        ),
        ("mutatingadmissionpolicies", policy(#""mutations":[]"#), ["spec.mutations", "spec.reinvocationPolicy"]),
        ("mutatingadmissionpolicybindings", #"{"spec":{"policyName":"p"}}"#, []),
        ("mutatingadmissionpolicybindings", "{}", ["spec.policyName"]),
    ]

    @Test("Which policies and bindings are refused", arguments: policies)
    func policiesRefused(_ example: (String, String, [String])) throws {
        #expect(try Judge(example.0).fields(example.1) == example.2)
    }

    @Test("Rows tell where parameters come from")
    func rows() throws {
        let judge = try Judge("validatingadmissionpolicybindings")
        for (reference, shown) in [
            (#"{"name":"x"}"#, "*/x"), (#"{"name":"x","namespace":"n"}"#, "n/x"),
            (#"{"selector":{"matchLabels":{"a":"b"}}}"#, "*/a=b"),
        ] {
            let binding = try judge.read(
                #"{"metadata":{"name":"b"},"spec":{"policyName":"p","paramRef":\#(reference)}}"#)
            #expect(judge.row(binding) == ["b", "p", shown])
        }
        #expect(judge.row(try judge.read(#"{"metadata":{"name":"b"}}"#)) == ["b", "", "<unset>"])
    }
}
