import Objects

/// Where volumes may be: any of some terms, each a list of labels with the values that they may have.
enum TopologyRules {
    static func problems(_ terms: [Core.TopologySelectorTerm], _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (index, term) in terms.enumerated() {
            let at = "\(path)[\(index)].matchLabelExpressions"
            for (number, requirement) in term.matchLabelExpressions.enumerated() {
                problems += self.requirement(requirement, "\(at)[\(number)]")
            }
            problems += FieldWords.duplicates(term.matchLabelExpressions.map(\.key)) { "\(at)[\($0)].key" }
            let own = meaning(term)
            // One that says nothing counts as a duplicate of all.
            let equals = own.isEmpty ? terms.count : 0
            for _ in 0..<(equals + terms[..<index].count { meaning($0) == own }) {
                problems.append(.duplicate(at, ""))
            }
        }
        return problems
    }

    private static func meaning(_ term: Core.TopologySelectorTerm) -> [String: Set<String>] {
        Dictionary(term.matchLabelExpressions.map { ($0.key, Set($0.values)) }) { _, last in last }
    }

    private static func requirement(
        _ requirement: Core.TopologySelectorLabelRequirement, _ path: String
    ) -> [FieldProblem] {
        (requirement.values.isEmpty ? [.required("\(path).values")] : [])
            + FieldWords.duplicates(requirement.values) { "\(path).values[\($0)]" }
            + NameShapes.labelKey("\(path).key", requirement.key)
    }
}
