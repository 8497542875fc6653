/// A line plot as inline SVG, axes from zero.
struct Plot {
    struct Line {
        var name: String
        /// A CSS class: `a`, `b` or `c`.
        var style: String
        var points: [(x: Double, y: Double)]
    }
    var title: String
    var xLabel: String
    var lines: [Line]
    /// A value as its axis shows it.
    var format: (Double) -> String
    var xFormat: (Double) -> String = { Figures.count($0) }
    /// What its vertical axis has round numbers of.
    var unit = 1.0
    /// How far the other one goes at least.
    var xEnd = 0.0
    /// What began where on it.
    var marks: [(x: Double, name: String)] = []

    private static let (width, height) = (640.0, 220.0)
    private static let (left, right, top, bottom) = (64.0, 24.0, 12.0, 34.0)

    var svg: String {
        let points = lines.flatMap(\.points)
        let xMax = max(points.map(\.x).max() ?? 0, xEnd, 1e-9)
        let yMax = Self.nice(max(points.map(\.y).max() ?? 0, 1e-9) / unit) * unit
        func across(_ x: Double) -> String {
            Figures.fixed(Self.left + x / xMax * (Self.width - Self.left - Self.right), 1)
        }
        func down(_ y: Double) -> String {
            Figures.fixed(Self.height - Self.bottom - y / yMax * (Self.height - Self.top - Self.bottom), 1)
        }
        var text = "<figure><figcaption>\(Page.escaped(title))"
        for line in lines where lines.count > 1 {
            text += " <span class=\"key \(line.style)\">\(Page.escaped(line.name))</span>"
        }
        text += "</figcaption><svg viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\" role=\"img\">"
        for step in 0...4 {
            let value = yMax * Double(step) / 4
            let y = down(value)
            let (from, to) = (Int(Self.left), Int(Self.width - Self.right))
            text += "<line class=\"grid\" x1=\"\(from)\" x2=\"\(to)\" y1=\"\(y)\" y2=\"\(y)\"/>"
            text += "<text class=\"y\" x=\"\(Int(Self.left - 6))\" y=\"\(y)\">\(Page.escaped(format(value)))</text>"
        }
        for step in 0...4 {
            let value = xMax * Double(step) / 4
            let x = across(value)
            text += "<text class=\"x\" x=\"\(x)\" y=\"\(Int(Self.height - 18))\">\(Page.escaped(xFormat(value)))</text>"
        }
        for (index, mark) in marks.enumerated() {
            let x = across(mark.x)
            let (from, to) = (Int(Self.top), Int(Self.height - Self.bottom))
            text += "<line class=\"mark\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(from)\" y2=\"\(to)\"/>"
            // One below the other: phases may be short.
            let y = from + 9 + 11 * index
            text += "<text class=\"m\" x=\"\(x)\" y=\"\(y)\" dx=\"3\">\(Page.escaped(mark.name))</text>"
        }
        let (middle, bottom) = (Int(Self.width / 2), Int(Self.height - 3))
        text += "<text class=\"x\" x=\"\(middle)\" y=\"\(bottom)\">\(Page.escaped(xLabel))</text>"
        for line in lines {
            let points = line.points.map { across($0.x) + "," + down($0.y) }.joined(separator: " ")
            text += "<polyline class=\"\(line.style)\" points=\"\(points)\"/>"
        }
        return text + "</svg></figure>\n"
    }

    /// The next of 1, 2, 2.5, 5 and 10 times a power of ten: an axis's end.
    static func nice(_ value: Double) -> Double {
        var power = 1.0
        while power * 10 <= value { power *= 10 }
        while power > value { power /= 10 }
        return [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= value } ?? value
    }
}

/// HTML's own characters.
enum Page {
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
        return result
    }
}
