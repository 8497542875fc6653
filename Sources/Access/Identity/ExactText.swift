/// Equality byte by byte. Swift's `==` takes texts for equal that look the same: the Kelvin sign for a K, one spelling of an
/// accent for another. For names that rights hang on, other bytes are another name.
enum ExactText {
    static func same(_ a: String, _ b: String) -> Bool { a == b && a.utf8.elementsEqual(b.utf8) }
}
