import Client
import Objects

/// Shows objects of one kind, a table's head once.
struct ObjectPrinter {
    let kind: KindInfo
    let format: OutputFormat
    private let columns: [Column]
    private let hasNamespaces: Bool
    private let hasHeader: Bool
    private let showsKind: Bool
    private let showsLabels: Bool
    private var table: TextTable?

    /// - Parameters:
    ///   - showsKind: names are shown as `pod/web-0`, since other kinds are shown beside them.
    init(
        _ kind: KindInfo, format: OutputFormat, allNamespaces: Bool, hasHeader: Bool = true, showsKind: Bool = false,
        showsLabels: Bool = false
    ) {
        self.kind = kind
        self.format = format
        columns = kind.columns.filter { format == .wide || !$0.isWide }
        hasNamespaces = allNamespaces && kind.isNamespaced
        self.hasHeader = hasHeader
        self.showsKind = showsKind
        self.showsLabels = showsLabels
    }

    /// The text for these objects; of a table that goes on, rows in the columns of the first.
    mutating func text(_ objects: [Message], now: Int64) throws -> [UInt8] {
        switch format {
        case .name: return Array(objects.map { "\(kind.shownName)/\(Self.metadata($0).name)\n" }.joined().utf8)
        case .json, .yaml:
            var bytes: [UInt8] = []
            for object in objects {
                if format == .yaml { bytes += Array("---\n".utf8) }
                bytes += try ObjectText.text(try ObjectText.value(object, kind), format)
            }
            return bytes
        case .table, .wide:
            let rows = objects.map { row($0, now: now) }
            var text = ""
            let shown: TextTable
            if let table {
                shown = table
            } else {
                shown = TextTable(headers: headers, rows: rows)
                table = shown
                if hasHeader { text += shown.header }
            }
            for row in rows { text += shown.line(row) }
            return Array(text.utf8)
        }
    }

    private var headers: [String] {
        (hasNamespaces ? ["NAMESPACE"] : []) + columns.map(\.header) + (showsLabels ? ["LABELS"] : [])
    }

    private func row(_ object: Message, now: Int64) -> [String] {
        let metadata = Self.metadata(object)
        var cells = columns.map { $0.cell(object, now) }
        if showsKind, let at = columns.firstIndex(where: { $0.header == "NAME" }) {
            cells[at] = "\(kind.shownName)/\(cells[at])"
        }
        if hasNamespaces { cells.insert(metadata.namespace, at: 0) }
        if showsLabels { cells.append(Describe.pairs(metadata.labels, separator: ",")) }
        return cells
    }

    static func metadata(_ object: Message) -> Meta.ObjectMeta {
        if case .message(let metadata)? = object["metadata"] { return Meta.ObjectMeta(metadata) }
        return Meta.ObjectMeta()
    }
}
