/// Rows in columns of equal width, as a terminal shows them.
struct TextTable {
    private var widths: [Int]
    private let headers: [String]
    private let isFixed: Bool

    /// - Parameter fixedWidths: keep the widths of the first rows, for rows that come later one by one.
    init(headers: [String], rows: [[String]] = [], isFixed: Bool = false) {
        self.headers = headers
        self.isFixed = isFixed
        widths = headers.map(\.count)
        for row in rows { widen(row) }
    }

    private mutating func widen(_ row: [String]) {
        for (index, cell) in row.enumerated() where index < widths.count {
            widths[index] = max(widths[index], cell.count)
        }
    }

    var header: String { line(headers) }

    /// Three blanks between columns, none at a line's end. Line ends within a cell would break the table: they are shown
    /// as blanks.
    func line(_ row: [String]) -> String {
        var text = ""
        for (index, cell) in row.enumerated() {
            let cell = cell.contains(where: \.isNewline) ? String(cell.map { $0.isNewline ? " " : $0 }) : cell
            text += cell
            if index + 1 < row.count {
                let width = index < widths.count ? widths[index] : 0
                text += String(repeating: " ", count: max(width - cell.count, 0) + 3)
            }
        }
        while text.last == " " { text.removeLast() }
        return text + "\n"
    }
}
