public import Objects
public import Resources

/// What holds of the members that a custom object's scale is made of.
public struct ScaleRules: Sendable {
    /// Where they are, for the scale itself.
    public let paths: ScalePaths
    private let specReplicas: MemberPath
    private let statusReplicas: MemberPath
    private let labelSelector: MemberPath?

    init(_ scale: APIExtensions.CustomResourceSubresourceScale) {
        specReplicas = MemberPath(scale.specReplicasPath)
        statusReplicas = MemberPath(scale.statusReplicasPath)
        labelSelector = scale.labelSelectorPath.flatMap { $0.isEmpty ? nil : MemberPath($0) }
        paths = ScalePaths(
            replicas: specReplicas.names.joined(separator: "."),
            observedReplicas: statusReplicas.names.joined(separator: "."),
            selector: labelSelector?.names.joined(separator: ".") ?? "")
    }

    /// What breaks the rules for replicas and selectors of an object that has a scale.
    public func problems(of object: Value) -> [FieldProblem] {
        Self.problems(of: object, at: specReplicas) + statusProblems(of: object)
    }

    private static func problems(of object: Value, at path: MemberPath) -> [FieldProblem] {
        do throws(MemberPath.AccessError) {
            let replicas = try path.integer(in: object) ?? 0
            if replicas < 0 { return [.invalid(path.text, String(replicas), "should be a non-negative integer")] }
            guard replicas > Int(Int32.max) else { return [] }
            return [.invalid(path.text, String(replicas), "should be less than or equal to \(Int32.max)")]
        } catch { return [.invalid(path.text, "0", error.description)] }
    }

    /// Of what the status says of the scale.
    public func statusProblems(of object: Value) -> [FieldProblem] {
        var problems = Self.problems(of: object, at: statusReplicas)
        if let labelSelector {
            do throws(MemberPath.AccessError) { _ = try labelSelector.string(in: object) } catch {
                problems.append(.invalid(labelSelector.text, "\"\"", error.description))
            }
        }
        return problems
    }
}
