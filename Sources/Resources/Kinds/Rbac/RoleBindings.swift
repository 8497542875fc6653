import Objects

extension BuiltinResources {
    static let roleBindings = ResourceDefinition(
        rbacVersion, "rolebindings", "RoleBinding", traits: [.createsOnUpdate, .answersOnceSeen],
        rules: RoleBindingRules(isOfCluster: false), rows: bindingRows)
    static let clusterRoleBindings = ResourceDefinition(
        rbacVersion, "clusterrolebindings", "ClusterRoleBinding", isNamespaced: false,
        traits: [.createsOnUpdate, .answersOnceSeen], rules: RoleBindingRules(isOfCluster: true), rows: bindingRows)

    static let rbac = [clusterRoleBindings, clusterRoles, roleBindings, roles]

    private static let bindingRows = RowPlan([
        .name,
        Column("Role", about: "The kind and name of the role that is given.", reads: ["roleRef"]) { object, _ in
            let reference = BindingParts(object).role
            return .text("\(reference.kind)/\(reference.name)")
        },
        .age,
        subjects("Users", "User"), subjects("Groups", "Group"),
        Column("ServiceAccounts", priority: 1, about: "The service accounts that have the role.", reads: ["subjects"]) {
            object, _ in
            let accounts = BindingParts(object).subjects.filter { $0.kind == "ServiceAccount" }
            return .text(accounts.map { "\($0.namespace)/\($0.name)" }.joined(separator: ", "))
        },
    ])

    private static func subjects(_ name: String, _ kind: String) -> Column {
        Column(name, priority: 1, about: "The \(name.lowercased()) that have the role.", reads: ["subjects"]) {
            object, _ in
            .text(BindingParts(object).subjects.filter { $0.kind == kind }.map(\.name).joined(separator: ", "))
        }
    }
}

/// What the two kinds of bindings have in fields of one name and type.
private struct BindingParts {
    let role: Rbac.RoleRef
    let subjects: [Rbac.Subject]

    init(_ object: Message) {
        role = object["roleRef"].flatMap { Rbac.RoleRef(field: $0) } ?? Rbac.RoleRef()
        guard case .list(let list)? = object["subjects"] else {
            subjects = []
            return
        }
        subjects = list.compactMap { Rbac.Subject(field: $0) }
    }
}

/// Who gets which role. The role of a binding cannot be changed: who may write a binding is asked about its role.
struct RoleBindingRules: ResourceRules {
    let isOfCluster: Bool

    func problemsWithName(_ name: String, isPrefix: Bool) -> [String] { RbacWords.nameProblems(name) }

    func setDefaults(_ object: inout Message) {
        let parts = BindingParts(object)
        var role = parts.role
        if role.apiGroup.isEmpty {
            role.apiGroup = RbacWords.group
            object["roleRef"] = role.fieldValue
        }
        guard parts.subjects.contains(where: { $0.apiGroup.isEmpty && Self.isOfGroup($0) }) else { return }
        object["subjects"] = .list(
            parts.subjects.map { subject in
                var subject = subject
                if subject.apiGroup.isEmpty, Self.isOfGroup(subject) { subject.apiGroup = RbacWords.group }
                return subject.fieldValue
            })
    }

    private static func isOfGroup(_ subject: Rbac.Subject) -> Bool { subject.kind == "User" || subject.kind == "Group" }

    func validate(_ object: Message) -> [FieldProblem] {
        let parts = BindingParts(object)
        var problems: [FieldProblem] = []
        problems += FieldWords.oneOf("roleRef.apiGroup", parts.role.apiGroup, [RbacWords.group])
        problems += FieldWords.oneOf(
            "roleRef.kind", parts.role.kind, isOfCluster ? ["ClusterRole"] : ["Role", "ClusterRole"])
        if parts.role.name.isEmpty {
            problems.append(.required("roleRef.name"))
        } else {
            problems += FieldWords.name("roleRef.name", parts.role.name, RbacWords.nameProblems)
        }
        for (number, subject) in parts.subjects.enumerated() {
            problems += self.problems(subject, "subjects[\(number)]")
        }
        return problems
    }

    private func problems(_ subject: Rbac.Subject, _ path: String) -> [FieldProblem] {
        var problems = FieldWords.required("\(path).name", subject.name)
        switch subject.kind {
        case "ServiceAccount":
            if !subject.name.isEmpty {
                problems += FieldWords.name("\(path).name", subject.name) { Names.subdomainProblems($0) }
            }
            problems += FieldWords.oneOf("\(path).apiGroup", subject.apiGroup, [""])
            if isOfCluster { problems += FieldWords.required("\(path).namespace", subject.namespace) }
        case "User", "Group": problems += FieldWords.oneOf("\(path).apiGroup", subject.apiGroup, [RbacWords.group])
        default:
            problems.append(
                .notSupported(
                    "\(path).kind", GoText.quoted(subject.kind), ["ServiceAccount", "User", "Group"]))
        }
        return problems
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let (new, was) = (BindingParts(object).role, BindingParts(old).role)
        guard new != was else { return [] }
        // Shown as kube-apiserver holds it in memory, where its fields have other names.
        let shown = [("APIGroup", new.apiGroup), ("Kind", new.kind), ("Name", new.name)].map {
            "\"\($0.0)\":\(GoText.quoted($0.1))"
        }
        return [.invalid("roleRef", "{\(shown.joined(separator: ","))}", "cannot change roleRef")]
    }
}
