import Objects

/// Bytes are whole; an amount of them that is not is rounded, and its author is told so.
enum FractionWarnings {
    private static let milliPerUnit: Int64 = 1000

    /// - Parameter path: of the list.
    static func of(_ amounts: StringMap<Quantity>, _ names: [String], _ path: String) -> [String] {
        names.compactMap { name in
            guard let amount = amounts[name], amount.milliValue % milliPerUnit != 0 else { return nil }
            return "\(path)[\(name)]: fractional byte value \"\(amount)\" is invalid, must be an integer"
        }
    }
}
