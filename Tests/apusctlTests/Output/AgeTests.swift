import Testing
@testable import apusctl

@Suite("Ages are short and say enough")
struct AgeTests {
    @Test(
        "In the two largest units that still say something",
        arguments: [
            (Int64(-5), "<invalid>"), (-1, "0s"), (0, "0s"), (119, "119s"), (120, "2m"), (125, "2m5s"), (599, "9m59s"),
            (600, "10m"),
            (10_799, "179m"), (10_800, "3h"), (11_100, "3h5m"), (28_800, "8h"), (172_799, "47h"), (172_800, "2d"),
            (180_000, "2d2h"),
            (691_200, "8d"), (63_071_999, "729d"), (63_072_000, "2y"), (63_158_400, "2y1d"), (252_288_000, "8y"),
        ])
    func text(seconds: Int64, expected: String) {
        #expect(Age.text(seconds: seconds) == expected)
    }
}
