import Objects
import Testing
import TestSupport

struct LabelSelectorTests {
    private static let web: StringMap<String> = ["app": "web", "tier": "front", "n": "3", "empty": ""]

    @Test(
        arguments: [
            ("", true), ("app=web", true), ("app==web", true), ("app=db", false), ("app!=db", true),
            ("app!=web", false),
            ("app in (db,web)", true), ("app in (db)", false), ("app notin (db)", true), ("app notin (web,db)", false),
            ("missing notin (a)", true), ("missing!=a", true), ("missing=", false), ("empty=", true), ("empty", true),
            ("empty in ()", true), ("empty in (,a)", true), ("app", true), ("missing", false), ("!missing", true),
            ("!app", false), ("n>2", true), ("n>3", false), ("n<4", true), ("app>1", false), ("missing>1", false),
            ("app=web,tier=front", true), ("app=web,tier=back", false), (" app = web , ! missing ", true),
            ("app\tin\n(web)", true), ("in in (in),app", false),
        ])
    func objectsMatchByTheirLabels(_ text: String, _ matches: Bool) throws {
        #expect(try LabelSelector(parsing: text).matches(Self.web) == matches)
    }

    @Test(
        arguments: [
            ("", ""), ("a=b", "a=b"), ("a==b", "a=b"), ("b=1,a=2", "a=2,b=1"), ("x in (c, a,b,a)", "x in (a,b,c)"),
            ("x notin (b,a)", "x notin (a,b)"), ("x in (a)", "x in (a)"), ("!x", "!x"), ("x", "x"), ("x!=y", "x!=y"),
            ("x>1,x<9", "x>1,x<9"), ("x in (a,,b)", "x in (,a,b)"), ("x in (,)", "x in ()"), ("x=", "x="),
            ("x=,y", "x=,y"),
            ("notin", "notin"), ("in=notin", "in=notin"), ("a.b/c=d", "a.b/c=d"), ("a=b,a=b", "a=b"),
        ])
    func canonicalFormIsSortedAndReadsBack(_ text: String, _ canonical: String) throws {
        let selector = try LabelSelector(parsing: text)
        #expect(selector.description == canonical)
        #expect(try LabelSelector(parsing: canonical) == selector)
    }

    @Test(
        arguments: [
            ("a=1,b=2", "b=2,a=1"), ("a=1", "a==1"), ("a=1", "a in (1)"), ("a!=1", "a notin (1)"),
            ("a in (x,y)", "a in (y,x,y)"), ("a=1,a=1", "a=1"), ("!a,b", "b,!a"),
        ])
    func selectorsThatAskForTheSameFormOneGroup(_ a: String, _ b: String) throws {
        let both = try [LabelSelector(parsing: a), LabelSelector(parsing: b)]
        #expect(Set(both).count == 1)
    }

    @Test(
        arguments: [
            ("a===b", "unable to parse requirement: found '=', expected: identifier"),
            ("a=b=c", "found '=', expected: ',' or 'end of string'"),
            ("=b", "found '=', expected: !, identifier, or 'end of string'"),
            (",", "found ',', expected: !, identifier, or 'end of string'"),
            ("a,", "found '', expected: identifier after ','"),
            ("a,,b", "found ',', expected: identifier after ','"),
            ("a b", "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt"),
            ("a in b", "unable to parse requirement: found 'b' expected: '('"),
            ("a in (b", "unable to parse requirement: found '', expected: ',' or ')'"),
            ("a in (b c)", "unable to parse requirement: found 'c', expected: ',' or ')'"),
            ("a in (b,", "unable to parse requirement: found '', expected: ',', or identifier"),
            ("a in (=", "unable to parse requirement: found '=', expected: ',', ')' or identifier"),
            ("a in", "unable to parse requirement: found '' expected: '('"),
            ("!", "unable to parse requirement: found '', expected: identifier"),
            ("!!a", "unable to parse requirement: found '!', expected: identifier"),
            ("!a=b", "found '=', expected: ',' or 'end of string'"),
            ("a=b c", "found 'c', expected: ',' or 'end of string'"),
            ("a!b", "unable to parse requirement: found '!', expected: in, notin, =, ==, !=, gt, lt"),
            (
                "a>x",
                "unable to parse requirement: values[0]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the value "
                    + "must be an "
                    + "integer"
            ),
            (
                "-a=b",
                "unable to parse requirement: <nil>: Invalid value: \"-a\": name part must consist of alphanumeric "
                    + "characters, "
                    + "'-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or "
                    + "'my.name',  "
                    + "or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
            ),
            (
                "a=-b",
                "unable to parse requirement: values[0][a]: Invalid value: \"-b\": a valid label must be an empty "
                    + "string or "
                    + "consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
                    + "alphanumeric "
                    + "character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is "
                    + "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
            ),
        ])
    func nonsenseIsRefusedInKubernetesWords(_ text: String, _ message: String) {
        let error = #expect(throws: SelectorError.self) { try LabelSelector(parsing: text) }
        #expect(error?.description == message)
    }

    @Test func equalitiesAreWhatEveryMatchHas() throws {
        let selector = try LabelSelector(parsing: "b in (x),a=1,c in (x,y),d!=z,e,!f,g>1")
        #expect(selector.equalities.map { "\($0.key)=\($0.value)" } == ["a=1", "b=x"])
    }

    @Test func objectFormSaysTheSameAsTheTextForm() throws {
        var form = Meta.LabelSelector()
        form.matchLabels = ["app": "web"]
        form.matchExpressions = [
            Self.expression("tier", "In", ["b", "a"]), Self.expression("x", "NotIn", ["y"]),
            Self.expression("k", "Exists", []), Self.expression("l", "DoesNotExist", []),
        ]
        let selector = try LabelSelector(form)
        #expect(selector == (try LabelSelector(parsing: "app=web,k,!l,tier in (a,b),x notin (y)")))
        #expect(selector.description == "app=web,k,!l,tier in (a,b),x notin (y)")
        #expect(try LabelSelector(Meta.LabelSelector()).isEverything)
    }

    @Test(
        arguments: [
            ("Has", ["a"], "\"Has\" is not a valid label selector operator"),
            ("In", [], "values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty"),
            ("Exists", ["a"], "values: Invalid value: [\"a\"]: values set must be empty for exists and does not exist"),
        ])
    func objectFormsThatSayNothingAreRefused(_ op: String, _ values: [String], _ message: String) {
        var form = Meta.LabelSelector()
        form.matchExpressions = [Self.expression("k", op, values)]
        let error = #expect(throws: SelectorError.self) { try LabelSelector(form) }
        #expect(error?.description == message)
    }

    private static func expression(_ key: String, _ op: String, _ values: [String]) -> Meta.LabelSelectorRequirement {
        var expression = Meta.LabelSelectorRequirement()
        expression.key = key
        expression.`operator` = op
        expression.values = values
        return expression
    }

    /// A lookup that decodes nothing until it is asked.
    private struct Asked: LabelLookup {
        let labels: [String: String]
        func label(_ key: String) -> String? { labels[key] }
    }

    /// Selectors made at random mean by their text what they mean by their parts.
    @Test func randomSelectorsReadBackAndMatchAlike() throws {
        var random = SeededGenerator(seed: 11)
        let keys = ["a", "b", "c.d/e", "in"]
        let values = ["", "x", "1", "22", "notin"]
        for _ in 0..<5_000 {
            var requirements: [LabelSelector.Requirement] = []
            for _ in 0..<(random.next() % 4) {
                let key = keys[Int(random.next() % 4)]
                let some = (0...(random.next() % 3)).map { _ in values[Int(random.next() % 5)] }
                switch random.next() % 6 {
                case 0: requirements.append(.init(key, .isIn, some))
                case 1: requirements.append(.init(key, .notIn, some))
                case 2: requirements.append(.init(key, .exists))
                case 3: requirements.append(.init(key, .doesNotExist))
                case 4: requirements.append(.init(key, .greaterThan, ["7"]))
                default: requirements.append(.init(key, .isIn, [some[0]], isEquality: true))
                }
            }
            let selector = LabelSelector(requirements)
            let again = try LabelSelector(parsing: selector.description)
            #expect(again == selector)
            var labels: [String: String] = [:]
            for key in keys where random.next() % 2 == 0 { labels[key] = values[Int(random.next() % 5)] }
            let expected = requirements.allSatisfy { $0.matches(labels[$0.key]) }
            #expect(again.matches(Asked(labels: labels)) == expected)
        }
    }

    @Test func noTextTraps() {
        var random = SeededGenerator(seed: 13)
        let alphabet = Array("ab=!(),<> innot\u{0}é".unicodeScalars)
        for _ in 0..<50_000 {
            var text = ""
            for _ in 0..<(random.next() % 24) {
                text.unicodeScalars.append(alphabet[Int(random.next() % UInt64(alphabet.count))])
            }
            if let selector = try? LabelSelector(parsing: text) {
                #expect((try? LabelSelector(parsing: selector.description)) == selector, "\(text)")
            }
        }
    }
}
