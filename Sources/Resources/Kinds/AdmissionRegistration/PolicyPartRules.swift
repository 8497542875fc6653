import Objects

/// What policies that validate and policies that mutate have in common: parameters, variables, expressions.
enum PolicyPartRules {
    /// The kind of a policy's parameters, as printed.
    static func shown(_ kind: AdmissionRegistration.ParamKind?) -> Cell {
        .text(kind.map { "\($0.apiVersion)/\($0.kind)" } ?? "<unset>")
    }

    /// A binding's parameters, as printed.
    static func shown(_ reference: AdmissionRegistration.ParamRef?) -> Cell {
        guard let reference else { return .text("<unset>") }
        let namespace = reference.namespace.isEmpty ? "*" : reference.namespace
        if !reference.name.isEmpty { return .text("\(namespace)/\(reference.name)") }
        guard let selector = reference.selector else { return .text("<unset>") }
        return .text("\(namespace)/\((try? LabelSelector(selector))?.description ?? "")")
    }

    static func paramKind(_ kind: AdmissionRegistration.ParamKind, _ path: String) -> [FieldProblem] {
        version(kind.apiVersion, "\(path).apiVersion") + self.kind(kind.kind, "\(path).kind")
    }

    private static func version(_ text: String, _ path: String) -> [FieldProblem] {
        if text.isEmpty { return [.required(path)] }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.count > 2 {
            return [.invalid(path, text: text, "unexpected GroupVersion string: \(text)")]
        }
        var problems: [FieldProblem] = []
        func check(_ part: String, _ found: [String]) {
            if !found.isEmpty { problems.append(.invalid(path, text: part, found.joined(separator: ","))) }
        }
        if parts.count == 2, !parts[0].isEmpty { check(parts[0], Names.subdomainProblems(parts[0])) }
        let version = parts.last ?? ""
        if version.isEmpty {
            problems.append(.invalid(path, text: text, "version must be specified"))
        } else {
            check(version, Names.dns1035Problems(version))
        }
        return problems
    }

    private static func kind(_ kind: String, _ path: String) -> [FieldProblem] {
        if kind.isEmpty { return [.required(path)] }
        let found = Names.dns1035Problems(kind.lowercased())
        if found.isEmpty { return [] }
        let why = "may have mixed case, but should otherwise match: \(found.joined(separator: ","))"
        return [.invalid(path, text: kind, why)]
    }

    /// Which objects a policy is about; at least one rule must say what type they have.
    static func constraints(_ match: AdmissionRegistration.MatchResources?, _ path: String) -> [FieldProblem] {
        guard let match else { return [.required(path)] }
        return MatchRules.problems(match, path)
            + (match.resourceRules.isEmpty ? [.required("\(path).resourceRules")] : [])
    }

    static func variables(_ variables: [AdmissionRegistration.Variable], _ path: String) -> [FieldProblem] {
        variables.enumerated().flatMap { index, variable in
            let at = "\(path)[\(index)]"
            return name(variable.name, "\(at).name") + expression(variable.expression, "\(at).expression")
        }
    }

    private static func name(_ name: String, _ path: String) -> [FieldProblem] {
        if MatchRules.isBlank(name) { return [.required(path, "name is not specified")] }
        return NameShapes.identifierProblems(name).isEmpty
            ? [] : [.invalid(path, text: name, "name is not a valid CEL identifier")]
    }

    static func expression(_ text: String, _ path: String) -> [FieldProblem] {
        MatchRules.isBlank(text) ? [.required(path, "expression is not specified")] : []
    }

    static func policyName(_ name: String, _ path: String) -> [FieldProblem] {
        name.isEmpty ? [.required(path)] : FieldWords.name(path, name) { Names.subdomainProblems($0) }
    }

    static func paramRef(_ reference: AdmissionRegistration.ParamRef, _ path: String) -> [FieldProblem] {
        var problems = NameShapes.pathSegment("\(path).name", reference.name, isRequired: false)
        let both = "name and selector are mutually exclusive"
        if let selector = reference.selector {
            if !reference.name.isEmpty {
                problems.append(.forbidden("\(path).name", both))
                problems.append(.forbidden("\(path).selector", both))
            }
            problems += SelectorRules.problems(selector, "\(path).selector")
        } else if reference.name.isEmpty {
            problems.append(.required(path, "one of name or selector must be specified"))
        }
        return problems
            + FieldWords.oneOf(
                "\(path).parameterNotFoundAction", reference.parameterNotFoundAction ?? "", ["Deny", "Allow"],
                isRequired: true)
    }
}
