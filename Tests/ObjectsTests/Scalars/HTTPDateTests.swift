import Testing

import Objects

@Suite("Moments as HTTP writes them") struct HTTPDateTests {
    @Test(
        arguments: [
            // RFC 9110, 5.6.7; the others by date(1): `date -u -d @… '+%a, %d %b %Y %H:%M:%S GMT'`.
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (-1, "Wed, 31 Dec 1969 23:59:59 GMT"), (-86_400, "Wed, 31 Dec 1969 00:00:00 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"),
        ] as [(Int64, String)])
    func areOfRFC9110(_ seconds: Int64, _ text: String) {
        #expect(Timestamp(seconds: seconds).httpDate == text)
    }
}
