import Objects
import Store
import Testing

@testable import WatchCache

struct GroupIndexTests {
    /// Groups come and go at random; each event finds those that it interests, as asking all of them does.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func anEventFindsTheGroupsThatItInterests(_ seed: UInt64) throws {
        var world = EventWorld(seed: seed)
        var index = GroupIndex()
        let hubs = [HubAddress(hub: WatchHubInbox()), HubAddress(hub: WatchHubInbox())]
        var groups: [GroupKey: Set<HubAddress>] = [:]
        for _ in 0..<800 {
            let key = GroupKey(
                interest: try world.interest(), format: Watcher.format, hasBookmarks: world.number(0...1) == 0)
            let hub = hubs[world.number(0...1)]
            if world.number(0...1) == 0 {
                index.add(key, hub)
                groups[key, default: []].insert(hub)
            } else {
                index.remove(key, hub)
                groups[key]?.remove(hub)
                if groups[key]?.isEmpty == true { groups[key] = nil }
            }
            #expect(index.count == groups.count)
            let event = try world.next()
            var matches: [GroupIndex.Match] = []
            index.match(event, into: &matches)
            let expected = groups.filter { event.change(for: $0.key.interest) != nil }
            #expect(matches.count == expected.count, "seed \(seed)")
            for match in matches { #expect(expected[match.key] == Set(match.hubs), "seed \(seed)") }
        }
        #expect(groups.count > 50)
    }
}
