import Objects

/// Pieces of a description: a label, blanks up to a column, a value.
enum Describe {
    /// `app=web,tier=front`, or `<none>`.
    static func pairs(_ map: StringMap<String>, separator: String) -> String {
        map.isEmpty ? "<none>" : map.entries.map { "\($0.key)=\($0.value)" }.joined(separator: separator)
    }

    static func selector(_ selector: Meta.LabelSelector?) -> String {
        guard let selector, let text = try? LabelSelector(selector).description, !text.isEmpty else { return "<none>" }
        return text
    }

    /// One line of a description.
    static func line(_ label: String, _ value: String, indent: Int = 0) -> String {
        let column = 18
        let left = String(repeating: " ", count: indent) + label + ":"
        return left + String(repeating: " ", count: max(column - left.count, 1)) + value + "\n"
    }

    /// Several values under one label.
    static func lines(_ label: String, _ values: [String], indent: Int = 0) -> String {
        guard let first = values.first else { return line(label, "<none>", indent: indent) }
        let blank = String(repeating: " ", count: 18)
        return line(label, first, indent: indent) + values.dropFirst().map { blank + $0 + "\n" }.joined()
    }

    static func map(_ label: String, _ map: StringMap<String>, equals: String = "=") -> String {
        lines(label, map.entries.filter { $0.key != ApplyPlan.lastApplied }.map { "\($0.key)\(equals)\($0.value)" })
    }

    static func header(_ metadata: Meta.ObjectMeta, isNamespaced: Bool = true) -> String {
        line("Name", metadata.name) + (isNamespaced ? line("Namespace", metadata.namespace) : "")
    }

    static func marks(_ metadata: Meta.ObjectMeta) -> String {
        map("Labels", metadata.labels) + map("Annotations", metadata.annotations, equals: ": ")
    }

    static func time(_ time: Timestamp?) -> String { time?.rfc3339 ?? "<unknown>" }

    static func owner(_ metadata: Meta.ObjectMeta) -> String {
        guard let owner = metadata.ownerReferences.first(where: { $0.controller == true }) else { return "" }
        return line("Controlled By", "\(owner.kind)/\(owner.name)")
    }

    static func table(_ title: String, _ headers: [String], _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "\(title):  <none>\n" }
        let rule = headers.map { String(repeating: "-", count: $0.count) }
        let table = TextTable(headers: headers, rows: rows)
        return "\(title):\n" + ([headers, rule] + rows).map { "  " + table.line($0) }.joined()
    }

    static func indented(_ text: [UInt8], by count: Int) -> String {
        let blank = String(repeating: " ", count: count)
        return String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true)
            .map { blank + $0 + "\n" }.joined()
    }

    /// The newest last.
    static func events(_ events: [Core.Event], now: Int64) -> String {
        let ordered = events.sorted {
            (EventSummary.lastSeen($0)?.seconds ?? 0) < (EventSummary.lastSeen($1)?.seconds ?? 0)
        }
        return table(
            "Events", ["Type", "Reason", "Age", "From", "Message"],
            ordered.map { [$0.type, $0.reason, EventSummary.age($0, now: now), EventSummary.source($0), $0.message_] })
    }

    /// An object of a kind that has no description of its own: its marks, and the rest as YAML.
    static func generic(_ object: Message, _ kind: KindInfo) throws -> String {
        let metadata = ObjectPrinter.metadata(object)
        var text = header(metadata, isNamespaced: kind.isNamespaced) + marks(metadata)
        text += line("Created", time(metadata.creationTimestamp))
        var rest = try FreeValue.of(object, as: nil)
        if case .map(var members) = rest {
            members["metadata"] = nil
            if kind.kind == "Secret", case .map(let data)? = members["data"] {
                // Sizes only: a description is for reading over a shoulder.
                members["data"] = .map(data.mapValues { value in .string("\(Self.size(value)) bytes") })
            }
            rest = .map(members)
            if !members.isEmpty { text += String(decoding: try ObjectText.yaml(rest), as: UTF8.self) }
        }
        return text
    }

    /// Bytes that a base64 text stands for.
    private static func size(_ value: Value) -> Int {
        guard case .string(let text) = value else { return 0 }
        return text.utf8.count / 4 * 3 - text.utf8.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    }
}
