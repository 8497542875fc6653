import Objects

/// Parts of printed rows that kinds share.
enum RowText {
    static func age(_ object: Message, _ now: Int64) -> Cell {
        .text(Age.text(since: Metadata(of: object).creationSeconds, now: now))
    }
    static func name(_ object: Message) -> Cell { .text(Metadata(of: object).name) }
    static func orNone(_ text: String) -> Cell { .text(text.isEmpty ? "<none>" : text) }

    static func selector(_ selector: Meta.LabelSelector?) -> Cell {
        guard let selector else { return .text("<none>") }
        guard let parsed = try? LabelSelector(selector) else { return .text("<error>") }
        return orNone(parsed.description)
    }

    /// `a=b,c=d`.
    static func labels(_ labels: StringMap<String>) -> Cell {
        orNone(labels.entries.map { "\($0.key)=\($0.value)" }.joined(separator: ","))
    }

    /// Who looks after the object: `statefulset.apps/web`.
    static func controller(of object: Message) -> Cell {
        let owners = Meta.ObjectMeta(Metadata(of: object).message).ownerReferences
        guard let owner = owners.first(where: { $0.controller == true }) else { return .text("<none>") }
        let version = owner.apiVersion.split(separator: "/")
        let group = version.count > 1 ? ".\(version[0])" : ""
        return .text("\(owner.kind.lowercased())\(group)/\(owner.name)")
    }

    static func containers(_ spec: Core.PodSpec) -> [Cell] {
        [
            .text(spec.containers.map(\.name).joined(separator: ",")),
            .text(spec.containers.map(\.image).joined(separator: ",")),
        ]
    }

    /// What `containers` reads of the pod specification at that path.
    static func containerFields(of path: String) -> [String] {
        ["\(path).containers.name", "\(path).containers.image"]
    }

    /// Where load balancers are reached, each place once: by address, or else by name.
    static func balancers(_ places: [(ip: String, hostname: String)]) -> String {
        Set(places.map { $0.ip.isEmpty ? $0.hostname : $0.ip }).filter { !$0.isEmpty }.sorted().joined(separator: ",")
    }

    static let containerColumns = [
        Column("Containers", priority: 1, about: "Names of each container in the template."),
        Column("Images", priority: 1, about: "Images referenced by each container in the template."),
        Column("Selector", priority: 1, about: "Label selector of the pods that are counted."),
    ]
}
