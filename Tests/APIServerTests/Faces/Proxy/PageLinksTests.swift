import Testing

@testable import APIServer

@Suite("Links of a page lead through the proxy again")
struct PageLinksTests {
    private static func links() -> PageLinks { PageLinks { $0.hasPrefix("/") ? "/proxy" + $0 : $0 } }

    private static func rewritten(_ page: String, pieces: Int = .max) -> String {
        var links = links()
        var output: [UInt8] = []
        var rest = Array(page.utf8)[...]
        while !rest.isEmpty {
            output += links.rewrite(Array(rest.prefix(pieces)))
            rest = rest.dropFirst(pieces)
        }
        return String(decoding: output + links.finish(), as: UTF8.self)
    }

    private static let pages: [(String, String)] = [
        (#"<a href="/x">"#, #"<a href="/proxy/x">"#),
        (#"<A class=b HREF = '/x?a=1&amp;b'>t</A>"#, #"<A class=b HREF = '/proxy/x?a=1&amp;b'>t</A>"#),
        (#"<img src=/i.png><img src=/j.png alt=x>"#, #"<img src=/proxy/i.png><img src=/proxy/j.png alt=x>"#),
        (#"<a href="x">, <a href="https://else/x">"#, #"<a href="x">, <a href="https://else/x">"#),
        (
            #"<form action="/f" method="/m"><video poster="/p" src="/v">"#,
            #"<form action="/proxy/f" method="/m"><video poster="/proxy/p" src="/proxy/v">"#
        ),
        // What is no markup, and what only looks like it.
        (
            #"<!-- <a href="/x"> --><p title="<a href='/x'>">1 < 2 <a href="/y">"#,
            #"<!-- <a href="/x"> --><p title="<a href='/x'>">1 < 2 <a href="/proxy/y">"#
        ),
        (
            #"<script src="/s">if (a<b) "<a href='/x'>" </scripts></script><a href="/y">"#,
            #"<script src="/proxy/s">if (a<b) "<a href='/x'>" </scripts></script><a href="/proxy/y">"#
        ),
        (
            #"<!DOCTYPE html><html manifest="/m"><br/><link rel=a href="/l"/>"#,
            #"<!DOCTYPE html><html manifest="/proxy/m"><br/><link rel=a href="/proxy/l"/>"#
        ),
        // A page that is cut off.
        (#"<a href="/x"#, #"<a href="/x"#),
        ("<a href=\"/é\"></a>", "<a href=\"/proxy/é\"></a>"),
    ]

    @Test("whatever the pieces are", arguments: pages.indices)
    func pieces(_ index: Int) {
        let (page, expected) = Self.pages[index]
        for count in [1, 2, 3, 5, .max] { #expect(Self.rewritten(page, pieces: count) == expected) }
    }

    @Test("values longer than any address pass, and are not held")
    func long() {
        let page = #"<a href="/\#(String(repeating: "x", count: PageLinks.valueLimit))"><a href="/y">"#
        #expect(Self.rewritten(page, pieces: 100) == page.replacing(#""/y""#, with: #""/proxy/y""#))
    }
}
