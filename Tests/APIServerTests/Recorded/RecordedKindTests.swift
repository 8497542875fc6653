import Testing

@testable import APIServer
@testable import Objects
@testable import Resources

/// The kinds' rules against recorded answers.
@Suite("Kinds answer as recorded")
struct RecordedKindTests {
    static func creations(_ scenarios: [String], status: Int) throws -> [Exchange] {
        try scenarios.flatMap { try Exchange.all($0) }.filter {
            $0.method == "POST" && $0.status == status && $0.target != nil && $0.request.asMap != nil
                && !$0.path.contains("?")
        }
    }

    @Test(
        "New objects get the defaults that Kubernetes gives",
        arguments: try creations(["defaults", "patches", "life"], status: 201))
    func defaults(_ exchange: Exchange) throws {
        let definition = try #require(exchange.target).definition
        var (object, problems) = try Creation.object(exchange)
        var metadata = Metadata(of: object)
        if metadata.name.isEmpty {
            metadata.name = "\(metadata.generateName)<suffix>"
            metadata.store(in: &object)
            problems.removeAll()
        }
        #expect(problems.isEmpty)
        let found = text(try Creation.shown(object, definition))
        let recorded = text(Creation.comparable(exchange.body))
        #expect(found == recorded)
    }

    @Test(
        "What is refused is refused with the same reasons", arguments: try creations(["refused", "life"], status: 422))
    func refusals(_ exchange: Exchange) throws {
        let (_, problems) = try Creation.object(exchange)
        let found = problems.map { "\($0.field) | \($0.type.rawValue) | \($0.detail)" }.sorted()
        #expect(found == exchange.causes)
    }

    @Test("Defaults are given once: again they change nothing", arguments: try creations(["defaults"], status: 201))
    func idempotent(_ exchange: Exchange) throws {
        let definition = try #require(exchange.target).definition
        let (object, _) = try Creation.object(exchange)
        var again = object
        definition.rules.setDefaults(&again)
        #expect(again == object)
    }

    @Test("Tables have the columns and cells that kubectl shows")
    func tables() throws {
        let exchanges = try Exchange.all("tables")
        var checked = 0
        for exchange in exchanges where exchange.method == "GET" {
            guard let definition = exchange.target?.definition, let table = exchange.body.asMap else { continue }
            let columns = (table["columnDefinitions"]?.asList ?? []).map { text($0) }
            let ours = definition.rows.columns.map {
                text(
                    .map([
                        "name": .string($0.name), "type": .string($0.kind.rawValue), "format": .string($0.format),
                        "priority": .int($0.priority),
                    ]))
            }
            #expect(ours == columns, "\(definition.plural)")
            let made = exchanges.filter { $0.method == "POST" && $0.target?.definition.plural == definition.plural }
            let rows = table["rows"]?.asList ?? []
            for (row, creation) in zip(rows, made) {
                let (object, _) = try Creation.object(creation)
                let cells: [Value] = zip(definition.rows.cells(object, now: 60), definition.rows.columns).map {
                    cell, column in
                    if column.name == "Age" { return .string("<age>") }
                    return switch cell {
                    case .text(let text): .string(Self.comparable(text))
                    case .integer(let number): .int(number)
                    case .flag(let flag): .bool(flag)
                    case .number(let number): .double(number)
                    case .none: .null
                    }
                }
                #expect(text(.list(cells)) == text(row.asMap?["cells"] ?? .null), "\(definition.plural)")
                checked += 1
            }
        }
        #expect(checked >= 9)
    }

    /// Addresses and ports of nodes differ from run to run.
    private static func comparable(_ cell: String) -> String {
        if cell.hasPrefix("10.0.") { return "<ip>" }
        return cell.split(separator: ",", omittingEmptySubsequences: false).map { part -> String in
            guard let colon = part.firstIndex(of: ":"), let slash = part.firstIndex(of: "/"), part[colon...].count > 6,
                part[part.index(after: colon)..<slash].allSatisfy(\.isNumber)
            else { return String(part) }
            return String(part[...colon]) + "<port>" + String(part[slash...])
        }.joined(separator: ",")
    }

    @Test("Patches change a Deployment as recorded")
    func patches() throws {
        let exchanges = try Exchange.all("patches")
        let creation = try #require(
            exchanges.first { $0.status == 201 && $0.target?.definition.plural == "deployments" })
        let definition = try #require(creation.target).definition
        var (object, _) = try Creation.object(creation)
        var checked = 0
        for exchange in exchanges where exchange.method == "PATCH" && exchange.target?.name == "d" {
            guard let kind = Self.kind(exchange.contentType) else { continue }
            let patch = exchange.request.asString.map { Array($0.utf8) } ?? FreeValue.text(exchange.request)
            switch exchange.status {
            case 200:
                let result = try Patch.apply(kind, patch, to: object, as: definition.typeMeta)
                var patched = try JSONDecoder.decode(result, as: definition.type).message
                definition.rules.setDefaults(&patched)
                definition.prepareForUpdate(&patched, old: object, subresource: nil)
                var metadata = Metadata(of: patched)
                if definition.isNewGeneration(patched, old: object, subresource: nil) { metadata.generation += 1 }
                metadata.store(in: &patched)
                let found = text(try Creation.shown(patched, definition))
                let recorded = text(Creation.comparable(exchange.body))
                #expect(found == recorded, "\(exchange.number)")
                if !exchange.path.contains("dryRun") { object = patched }
            case 500:
                let error = #expect(throws: PatchError.self) {
                    try Patch.apply(kind, patch, to: object, as: definition.typeMeta)
                }
                #expect(error?.code == .unmergeable)
                #expect(error?.message == exchange.body.asMap?["message"]?.asString)
            case 400 where exchange.body.asMap?["message"]?.asString?.hasPrefix("error decoding patch") == true:
                let error = #expect(throws: PatchError.self) {
                    try Patch.apply(kind, patch, to: object, as: definition.typeMeta)
                }
                #expect(error?.code == .malformed)
                #expect(error?.message == exchange.body.asMap?["message"]?.asString)
            case 422 where kind == .json:
                let error = #expect(throws: PatchError.self) {
                    try Patch.apply(kind, patch, to: object, as: definition.typeMeta)
                }
                #expect(error?.code == .doesNotApply)
            default: continue
            }
            checked += 1
        }
        #expect(checked >= 20)
    }

    private static func kind(_ contentType: String) -> PatchKind? {
        switch contentType {
        case "application/merge-patch+json": .merge
        case "application/json-patch+json": .json
        case "application/strategic-merge-patch+json": .strategic
        default: nil
        }
    }

    @Test("No finalizer comes new to an object that is being deleted")
    func finalizers() throws {
        let old = try JSONDecoder.decode(
            Array(
                #"{"metadata":{"name":"a","deletionTimestamp":"2026-01-01T00:00:00Z","finalizers":["x.io/f"]}}"#.utf8),
            as: Core.ConfigMap.descriptor
        ).message
        let more = try JSONDecoder.decode(
            Array(
                #"{"metadata":{"name":"a","deletionTimestamp":"2026-01-01T00:00:00Z","finalizers":["x.io/f","x.io/g"]}}"#
                    .utf8), as: Core.ConfigMap.descriptor
        ).message
        let recorded = try #require(try Exchange.all("life").first { $0.causes.contains { $0.contains("x.io/g") } })
        let configMaps = try #require(BuiltinResources.all.first { $0.plural == "configmaps" })
        let found = MetadataRules.updateProblems(more, old: old, configMaps).map {
            "\($0.field) | \($0.type.rawValue) | \($0.detail)"
        }
        #expect(found == recorded.causes)
        #expect(MetadataRules.updateProblems(old, old: old, configMaps).isEmpty)
    }
}
