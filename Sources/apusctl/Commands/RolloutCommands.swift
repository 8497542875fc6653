import Client
import Objects
import Synchronization

/// What the rollout commands share: the deployment that is named.
struct RolloutTarget {
    let session: Session
    let key: ObjectKey
    static let resource = Apps.Deployment.resource
    static let usage = "deployment NAME | deployment/NAME"

    init(_ arguments: ParsedArguments) throws {
        let request = try ResourceArguments(arguments.positionals)
        guard request.targets.count == 1, let target = request.targets.first, let name = target.name else {
            throw UsageError("name one deployment, such as deployment/web")
        }
        guard target.plural == "deployments" else {
            throw UsageError("\(target.plural) have no rollouts; deployments have")
        }
        session = try Session(arguments)
        key = ObjectKey(namespace: session.namespace, name: name)
    }

    func deployment() async throws(ClientError) -> Apps.Deployment {
        try await session.client.get(Apps.Deployment.self, namespace: key.namespace, name: key.name)
    }

    func history(of deployment: Apps.Deployment) async throws -> RolloutHistory {
        let labels = try LabelSelector(deployment.spec.selector ?? Meta.LabelSelector()).description
        let sets = try await session.client.list(Apps.ReplicaSet.self, namespace: key.namespace, labels: labels)
        return RolloutHistory(of: deployment, sets.items)
    }
}

/// `rollout status`.
enum RolloutStatusCommand {
    static let command = Command(
        spec: CommandSpec(
            name: "rollout status", summary: "Follow a rollout until it is done.", usage: RolloutTarget.usage,
            options: [
                .init(
                    name: "watch", letter: "w", argument: .none,
                    help: "until it is done (default; --watch=false says how it stands)"),
                .init(
                    name: "timeout", argument: .value("TIME"),
                    help: "how long: seconds, or like 1m30s (default: without end)"),
            ],
            positionals: 1...2, examples: ["rollout status deployment/web --timeout=60"])
    ) { arguments in
        let seconds = try arguments.seconds("timeout")
        let target = try RolloutTarget(arguments)
        // Not being there at all is not something to wait for.
        let progress = RolloutProgress(try await target.deployment())
        if arguments.isGiven("watch"), !arguments.flag("watch") { return try finish(progress) }
        let kind = try KindInfo.named("deployments")
        let isDone = try await Deadline(seconds: seconds).wait(for: "the rollout of \(target.key.name)") {
            let report = RolloutReport()
            try await ObjectWaiter(client: target.session.client, kind: kind, key: target.key).wait { object in
                guard let object else { throw CommandFailure("deployment \"\(target.key.name)\" was deleted") }
                let progress = RolloutProgress(Apps.Deployment(object))
                if report.isNews(progress) { _ = try finish(progress) }
                if case .done = progress { return true }
                return false
            }
        }
        return isDone ? .ok : .timedOut
    }

    private static func finish(_ progress: RolloutProgress) throws(CommandFailure) -> ExitCode {
        switch progress {
        case .done(let text), .waiting(let text): Console.out(text + "\n")
        case .failed(let text): throw CommandFailure(text)
        }
        return .ok
    }
}

/// What was said of a rollout, so that it is said once.
private final class RolloutReport: Sendable {
    private let last = Mutex<RolloutProgress?>(nil)

    func isNews(_ progress: RolloutProgress) -> Bool {
        last.withLock { last in
            defer { last = progress }
            return last != progress
        }
    }
}

/// `rollout history`.
enum RolloutHistoryCommand {
    static let command = Command(
        spec: CommandSpec(
            name: "rollout history", summary: "Show a deployment's former versions.", usage: RolloutTarget.usage,
            options: [.init(name: "revision", argument: .value("N"), help: "that revision's pod template")],
            positionals: 1...2,
            examples: ["rollout history deployment/web --revision=2"])
    ) { arguments in
        let number = try arguments.count("revision")
        let target = try RolloutTarget(arguments)
        let deployment = try await target.deployment()
        let history = try await target.history(of: deployment)
        if let number {
            let template = try history.template(of: number, for: deployment)
            Console.out("deployment.apps/\(target.key.name) with revision #\(number)\nPod Template:\n")
            Console.out(Describe.indented(try ObjectText.yaml(try FreeValue.of(template.message, as: nil)), by: 2))
            return .ok
        }
        let rows = history.revisions.map { [String($0.number), $0.cause] }
        let table = TextTable(headers: ["REVISION", "CHANGE-CAUSE"], rows: rows)
        Console.out("deployment.apps/\(target.key.name) \n" + table.header + rows.map { table.line($0) }.joined())
        return .ok
    }
}

/// `rollout undo`.
enum RolloutUndoCommand {
    static let command = Command(
        spec: CommandSpec(
            name: "rollout undo", summary: "Go back to a former version of a deployment.", usage: RolloutTarget.usage,
            options: [
                .init(
                    name: "to-revision", argument: .value("N"), help: "which (default: the one before the present one)")
            ],
            positionals: 1...2,
            examples: ["rollout undo deployment/web", "rollout undo deployment/web --to-revision=2"])
    ) { arguments in
        let number = try arguments.count("to-revision")
        let target = try RolloutTarget(arguments)
        let deployment = try await target.deployment()
        guard !deployment.spec.paused else {
            throw CommandFailure("deployment \"\(target.key.name)\" is paused: set spec.paused to false first")
        }
        let template = try await target.history(of: deployment).template(of: number, for: deployment)
        if template == deployment.spec.template {
            Console.out(
                "deployment.apps/\(target.key.name) skipped rollback (current template already matches revision \(number ?? 0))\n"
            )
            return .ok
        }
        // The test makes sure that nobody has changed the template meanwhile.
        let patch = Value.list([
            .map([
                "op": .string("test"), "path": .string("/metadata/resourceVersion"),
                "value": .string(deployment.metadata.resourceVersion),
            ]),
            .map([
                "op": .string("replace"), "path": .string("/spec/template"),
                "value": try FreeValue.of(template.message, as: nil),
            ]),
        ])
        _ = try await target.session.client.patch(
            RolloutTarget.resource, target.key, .json, FreeValue.text(patch), as: Apps.Deployment.descriptor)
        Console.out("deployment.apps/\(target.key.name) rolled back\n")
        return .ok
    }
}

/// `rollout restart`.
enum RolloutRestartCommand {
    static let command = Command(
        spec: CommandSpec(
            name: "rollout restart", summary: "Replace a deployment's pods by new ones, a few at a time.",
            usage: RolloutTarget.usage,
            positionals: 1...2, examples: ["rollout restart deployment/web"])
    ) { arguments in
        let target = try RolloutTarget(arguments)
        let now = Timestamp(seconds: target.session.now, nanoseconds: 0).rfc3339
        let patch =
            #"{"spec":{"template":{"metadata":{"annotations":{"kubectl.kubernetes.io/restartedAt":"\#(now)"}}}}}"#
        _ = try await target.session.client.patch(
            RolloutTarget.resource, target.key, .merge, Array(patch.utf8), as: Apps.Deployment.descriptor)
        Console.out("deployment.apps/\(target.key.name) restarted\n")
        return .ok
    }
}
