import Glibc
import Objects

extension BuiltinResources {
    static let priorityLevelConfigurations = ResourceDefinition(
        "flowcontrol.apiserver.k8s.io/v1", "prioritylevelconfigurations", "PriorityLevelConfiguration",
        isNamespaced: false, subresources: [.status],
        traits: [.tracksGeneration, .statusKeepsMetadata], rules: PriorityLevelRules(),
        rows: RowPlan(
            [.name, Column("Type", about: "Whether its requests are limited.", field: "spec.type")]
                + [
                    ("NominalConcurrencyShares", "nominalConcurrencyShares", "Its share of the server's seats."),
                    ("Queues", "limitResponse.queuing.queues", "How many queues there are."),
                    ("HandSize", "limitResponse.queuing.handSize", "How many queues a flow is dealt."),
                    (
                        "QueueLengthLimit", "limitResponse.queuing.queueLengthLimit",
                        "How many requests may wait in one."
                    ),
                ].map { name, field, about in
                    Column(name, about: about, field: "spec.limited.\(field)", absent: .text("<none>"))
                } + [.age]))
}

/// How many requests of a priority the server handles at once, and what becomes of the others.
struct PriorityLevelRules: ResourceRules {
    private static let mostQueues = 10_000_000
    /// What a hash of a flow can tell apart.
    private static let hashBits = 60
    private static let defaultShares = 30
    private static let counts = "must be a non-negative integer"

    func setDefaults(_ object: inout Message) {
        var level = FlowControl.PriorityLevelConfiguration(object)
        if level.spec.exempt != nil {
            if level.spec.exempt?.nominalConcurrencyShares == nil { level.spec.exempt?.nominalConcurrencyShares = 0 }
            if level.spec.exempt?.lendablePercent == nil { level.spec.exempt?.lendablePercent = 0 }
        }
        if var limited = level.spec.limited {
            if limited.nominalConcurrencyShares == nil { limited.nominalConcurrencyShares = Self.defaultShares }
            if limited.lendablePercent == nil { limited.lendablePercent = 0 }
            if var queuing = limited.limitResponse.queuing {
                if queuing.queues == 0 { queuing.queues = 64 }
                if queuing.handSize == 0 { queuing.handSize = 8 }
                if queuing.queueLengthLimit == 0 { queuing.queueLengthLimit = 50 }
                limited.limitResponse.queuing = queuing
            }
            level.spec.limited = limited
        }
        object = level.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let level = FlowControl.PriorityLevelConfiguration(object)
        return spec(level.spec, level.metadata.name) + fixed(level)
            + FlowControlConditions.problems(level.status.conditions.map(\.type))
    }

    private func spec(_ spec: FlowControl.PriorityLevelConfigurationSpec, _ name: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if (name == "exempt") != (spec.type == "Exempt") {
            problems.append(
                .invalid("spec.type", text: spec.type, "type must be 'Exempt' if and only if name is 'exempt'"))
        }
        switch spec.type {
        case "Exempt":
            if spec.limited != nil {
                problems.append(.forbidden("spec.limited", "must be nil if the type is not Limited"))
            }
            if let exempt = spec.exempt {
                problems += shares(exempt.nominalConcurrencyShares, exempt.lendablePercent, "spec.exempt")
            }
        case "Limited":
            if spec.exempt != nil { problems.append(.forbidden("spec.exempt", "must be nil if the type is Limited")) }
            guard let limited = spec.limited else {
                return problems + [.required("spec.limited", "must not be empty when type is Limited")]
            }
            problems += self.limited(limited, "spec.limited")
        default: problems += FieldWords.oneOf("spec.type", spec.type, ["Exempt", "Limited"])
        }
        return problems
    }

    private func shares(_ shares: Int?, _ lendable: Int?, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if let shares, shares < 0 {
            problems.append(.invalid("\(path).nominalConcurrencyShares", String(shares), Self.counts))
        }
        return problems + FieldWords.inRange("\(path).lendablePercent", lendable, 0...100)
    }

    private func limited(
        _ limited: FlowControl.LimitedPriorityLevelConfiguration, _ path: String
    ) -> [FieldProblem] {
        var problems = shares(limited.nominalConcurrencyShares, limited.lendablePercent, path)
        if let percent = limited.borrowingLimitPercent, percent < 0 {
            problems.append(
                .invalid("\(path).borrowingLimitPercent", String(percent), "if specified, \(Self.counts)"))
        }
        let at = "\(path).limitResponse"
        let response = limited.limitResponse
        switch response.type {
        case "Reject":
            if response.queuing != nil {
                problems.append(
                    .forbidden("\(at).queuing", "must be nil if limited.limitResponse.type is not Limited"))
            }
        case "Queue":
            guard let queuing = response.queuing else {
                return problems + [
                    .required("\(at).queuing", "must not be empty if limited.limitResponse.type is Limited")
                ]
            }
            problems += self.queuing(queuing, "\(at).queuing")
        default: problems += FieldWords.oneOf("\(at).type", response.type, ["Queue", "Reject"])
        }
        return problems
    }

    private func queuing(_ queuing: FlowControl.QueuingConfiguration, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        func check(_ field: String, _ number: Int, _ why: String?) {
            if let why { problems.append(.invalid("\(path).\(field)", String(number), why)) }
        }
        let positive = "must be positive"
        let (queues, hand) = (queuing.queues, queuing.handSize)
        check("queueLengthLimit", queuing.queueLengthLimit, queuing.queueLengthLimit <= 0 ? positive : nil)
        check(
            "queues", queues,
            queues <= 0 ? positive : queues > Self.mostQueues ? "must not be greater than \(Self.mostQueues)" : nil)
        if hand <= 0 {
            check("handSize", hand, positive)
        } else if hand > queues {
            check("handSize", hand, "should not be greater than queues (\(queues))")
        } else if log2(Double(queues)) * Double(hand) > Double(Self.hashBits) {
            check(
                "handSize", hand,
                "required entropy bits of deckSize \(queues) and handSize \(hand) should not be greater than "
                    + "\(Self.hashBits)")
        }
        return problems
    }

    /// Two levels always are as they are, but for the seats that the exempt one lends.
    private func fixed(_ level: FlowControl.PriorityLevelConfiguration) -> [FieldProblem] {
        let name = level.metadata.name
        guard var fixed = FlowControlBootstrap.mandatoryLevels.first(where: { $0.metadata.name == name })?.spec else {
            return []
        }
        let isExempt = name == "exempt"
        if isExempt { fixed.exempt = level.spec.exempt }
        if fixed == level.spec { return [] }
        let except = isExempt ? " except the 'spec.exempt' field" : ""
        return [
            .invalid(
                "spec", InternalForm.text(level.spec.message), "spec of '\(name)'\(except) must equal the fixed value")
        ]
    }
}
