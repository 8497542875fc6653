import Objects
import Testing
import TestSupport

/// Quantities as "Resource units" and the type's documentation in the Kubernetes API describe them.
struct QuantityTests {
    @Test(
        arguments: [
            ("0", "0"), ("0Ki", "0"), ("-0", "0"), ("0.0", "0"), ("00", "0"), ("1", "1"), ("+1", "1"), ("-1", "-1"),
            ("007", "7"), ("100", "100"), ("1000", "1k"), ("1500", "1500"), ("2000000", "2M"), ("1.5", "1500m"),
            ("0.5", "500m"), (".5", "500m"), ("5.", "5"), ("0.001", "1m"), ("1.0001", "1000100u"), ("100m", "100m"),
            ("1000m", "1"), ("1000000m", "1k"), ("1u", "1u"), ("1n", "1n"), ("1000n", "1u"), ("1.5k", "1500"),
            ("1.5M", "1500k"), ("12T", "12T"), ("3P", "3P"), ("1E", "1E"), ("1000E", "1e21"), ("0.1E", "100P"),
            ("18446744073709551616", "18446744073709551616"), ("9223372036854775807", "9223372036854775807"),
            ("1234567890.123456789", "1234567890123456789n"),
        ])
    func decimalAmountsTakeTheLargestSuffixWithoutFraction(_ text: String, _ canonical: String) throws {
        #expect(try Quantity(parsing: text).description == canonical)
    }

    @Test(
        arguments: [
            ("1Ki", "1Ki"), ("1024", "1024"), ("1024Ki", "1Mi"), ("1024Mi", "1Gi"), ("1536Mi", "1536Mi"),
            ("1.5Gi", "1536Mi"), ("1000Ki", "1000Ki"), ("2048Ki", "2Mi"), ("1048576Mi", "1Ti"), ("4Pi", "4Pi"),
            ("-2048Mi", "-2Gi"), ("7Ei", "7Ei"), ("0.5Ki", "512"), ("0.1Ki", "102400m"), ("1.1Ki", "1126400m"),
            ("1023.5Ki", "1048064"), ("8Ei", "9223372036854775807"), ("100000000000Ei", "9223372036854775807"),
            ("-9Ei", "-9223372036854775807"),
        ])
    func binaryAmountsStayBinaryFromOneKibibyteOn(_ text: String, _ canonical: String) throws {
        #expect(try Quantity(parsing: text).description == canonical)
    }

    @Test(
        arguments: [
            ("1e3", "1e3"), ("1E3", "1e3"), ("12e6", "12e6"), ("1000e3", "1e6"), ("100e1", "1e3"), ("1e1", "10"),
            ("1e+3", "1e3"), ("15e-1", "1500e-3"), ("1e-9", "1e-9"), ("1e21", "1e21"), ("0e5", "0"),
        ])
    func exponentsStayExponentsInStepsOfThree(_ text: String, _ canonical: String) throws {
        #expect(try Quantity(parsing: text).description == canonical)
    }

    @Test(
        arguments: [
            ("0.1n", "1n"), ("0.9n", "1n"), ("1.1n", "2n"), ("-0.1n", "-1n"), ("1e-10", "1n"),
            ("1e-2000000000", "1e-9"),
            ("0.0000000001", "1n"), ("0.00000000000000000000000000000000000000000000000001", "1n"),
            ("1.00000000000000000000000000000000000000000000000001", "1000000001n"), ("0.000001Ki", "1024u"),
        ])
    func finerThanABillionthRoundsAwayFromZero(_ text: String, _ canonical: String) throws {
        let expected = try Quantity(parsing: canonical)
        #expect(try Quantity(parsing: text) == expected)
    }

    @Test(
        arguments: [
            ("", .format), (" ", .format), ("1 ", .format), (" 1", .format), ("+", .format), ("-", .format),
            (".", .format),
            ("e3", .format), ("Ki", .format), ("1.2.3", .format), ("1.1.M", .format), ("1+1.0M", .format),
            ("0.1am", .format), ("aoeu", .format), ("1,5", .format), ("1e3.5", .format), ("1é", .format),
            ("0x10", .format),
            ("--1", .format), ("1Kiå", .format), ("∞", .format), ("1K", .suffix), ("1ki", .suffix), ("0.1mi", .suffix),
            (".5i", .suffix), ("1i", .suffix), ("-3.01i", .suffix), ("-3.01e-", .suffix), ("1e", .suffix),
            ("1ee3", .suffix),
            ("1MM", .suffix), ("1e99999999999", .suffix), ("1Mi5", .suffix), ("1e2147483647", .number),
            ("1e40", .number), ("999999999999999999999999999999999999999999999999", .number),
        ] as [(String, Quantity.ParseError)])
    func nonsenseIsRefused(_ text: String, _ reason: Quantity.ParseError) {
        #expect(throws: reason) { try Quantity(parsing: text) }
    }

    @Test(
        arguments: [
            ("1", 1, 1000), ("1500m", 2, 1500), ("1m", 1, 1), ("1u", 1, 1), ("-1500m", -2, -1500), ("-1u", -1, -1),
            ("1Gi", 1 << 30, 1000 << 30), ("9223372036854775807", Int64.max, Int64.max), ("1e20", Int64.max, Int64.max),
            ("-1e20", Int64.min, Int64.min), ("10P", 10_000_000_000_000_000, Int64.max), ("0", 0, 0),
        ] as [(String, Int64, Int64)])
    func wholeAndThousandthValuesRoundAwayFromZeroAndStayInRange(_ text: String, _ value: Int64, _ milli: Int64) throws
    {
        let quantity = try Quantity(parsing: text)
        #expect(quantity.value == value)
        #expect(quantity.milliValue == milli)
    }

    @Test func equalAmountsAreEqualHoweverWritten() throws {
        for group in [
            ["1", "1000m", "1e0", "1.0"], ["1Gi", "1024Mi", "1073741824", "1073741824000m"], ["0", "0Ki", "-0"],
        ] {
            let amounts = try group.map { try Quantity(parsing: $0) }
            #expect(Set(amounts).count == 1)
        }
        #expect(Quantity(1) == Quantity(milli: 1000))
        #expect(Quantity(binary: 2048).description == "2Ki")
    }

    @Test func orderIsByAmount() throws {
        let ascending = try ["-1Gi", "-1", "-1n", "0", "1n", "999m", "1", "1k", "1Ki", "1M", "1Mi", "1e18", "2Ei"].map {
            try Quantity(parsing: $0)
        }
        #expect(ascending.reversed().sorted() == ascending)
    }

    @Test func sumsKeepTheLeftSidesFormatUnlessItIsZero() throws {
        let half = try Quantity(parsing: "512Mi")
        #expect((half + half).description == "1Gi")
        #expect((Quantity(0) + half).description == "512Mi")
        #expect((half - Quantity(0)).description == "512Mi")
        #expect((Quantity(1) - Quantity(milli: 250)).description == "750m")
        #expect((Quantity(0) - half).description == "-512Mi")
        var cpu = Quantity(milli: 100)
        cpu += Quantity(milli: 900)
        #expect(cpu.description == "1")
        cpu -= Quantity(1)
        #expect(cpu.isZero)
    }

    @Test func sumsPastTheLargestAmountStayThere() throws {
        let large = try Quantity(parsing: "1e29")
        #expect(large + large > large)
        #expect(large + large + large == large + large)
        let small = Quantity(0) - large
        #expect(small + small - large < small)
        #expect((large + large).value == Int64.max)
        #expect(!(large + large).description.isEmpty)
    }

    /// The canonical form is a fixed point, and says the same amount.
    @Test func canonicalFormReadsBackAsTheSame() throws {
        var random = SeededGenerator(seed: 42)
        let suffixes = [
            "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "e3", "e-7", "E5",
        ]
        for _ in 0..<20_000 {
            let digits = String(random.next() >> (random.next() % 64))
            let point = Int(random.next() % UInt64(digits.count + 1))
            let sign = ["", "-", "+"][Int(random.next() % 3)]
            let text = sign + digits.prefix(point) + (random.next() % 2 == 0 ? "." : "") + digits.dropFirst(point)
            let suffix = suffixes[Int(random.next() % UInt64(suffixes.count))]
            guard let quantity = try? Quantity(parsing: text + suffix) else { continue }
            let again = try Quantity(parsing: quantity.description)
            #expect(again == quantity, "\(text)\(suffix)")
            #expect(again.description == quantity.description, "\(text)\(suffix)")
        }
    }

    @Test func noTextTraps() {
        var random = SeededGenerator(seed: 7)
        let alphabet = Array("0123456789.+-eEKMGTPinumk \u{301}x".unicodeScalars)
        for _ in 0..<50_000 {
            var text = ""
            for _ in 0..<(random.next() % 48) {
                text.unicodeScalars.append(alphabet[Int(random.next() % UInt64(alphabet.count))])
            }
            if let quantity = try? Quantity(parsing: text) {
                #expect(quantity.description.utf8.count < 64)
                #expect(quantity.value.magnitude >= UInt64(quantity.isZero ? 0 : 1))
            }
        }
    }
}
