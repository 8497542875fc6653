import Objects
import Store

/// A set of watchers that are told the same bytes: one interest, one format.
struct GroupKey: Hashable, Sendable {
    let interest: Interest
    let format: FrameFormat
    /// Watchers that asked for bookmarks; they read another log than those that did not.
    let hasBookmarks: Bool

    static func == (a: GroupKey, b: GroupKey) -> Bool {
        a.format.id == b.format.id && a.hasBookmarks == b.hasBookmarks && a.interest == b.interest
    }
    func hash(into hasher: inout Hasher) {
        hasher.combine(interest)
        hasher.combine(format.id)
        hasher.combine(hasBookmarks)
    }
}

/// Groups by what an event must have to interest them, so that an event costs what it delivers, not what is watched.
struct GroupIndex {
    private final class Entry {
        let key: GroupKey
        var hubs: [HubAddress] = []
        /// Place among the entries that are found alike.
        var at = 0
        init(_ key: GroupKey) { self.key = key }
    }
    private var entries: [GroupKey: Entry] = [:]
    private var index: [IndexKey: [Entry]] = [:]
    /// How many groups are found by label or by each selectable field: what need not be looked up is not.
    private var labelGroups = 0
    private var fieldGroups: [Int: Int] = [:]
    private var nameGroups = 0

    var count: Int { entries.count }

    mutating func add(_ key: GroupKey, _ hub: HubAddress) {
        if let entry = entries[key] {
            if !entry.hubs.contains(hub) { entry.hubs.append(hub) }
            return
        }
        let entry = Entry(key)
        entry.hubs = [hub]
        entries[key] = entry
        let place = key.interest.indexKey
        entry.at = index[place]?.count ?? 0
        index[place, default: []].append(entry)
        count(place, by: 1)
    }

    mutating func remove(_ key: GroupKey, _ hub: HubAddress) {
        guard let entry = entries[key] else { return }
        entry.hubs.removeAll { $0 == hub }
        guard entry.hubs.isEmpty else { return }
        entries[key] = nil
        let place = key.interest.indexKey
        // The last one takes its place: thousands may be found alike, and they may all leave at once.
        if let last = index[place]?.popLast(), last !== entry {
            last.at = entry.at
            index[place]?[entry.at] = last
        }
        if index[place]?.isEmpty == true { index[place] = nil }
        count(place, by: -1)
    }

    private mutating func count(_ place: IndexKey, by step: Int) {
        switch place {
        case .label: labelGroups += step
        case .field(let position, _): fieldGroups[position, default: 0] += step
        case .name: nameGroups += step
        case .all, .namespace: break
        }
    }

    /// A group that an event interests, and what the event is to it.
    struct Match {
        let event: CacheEvent
        let change: ChangeType
        let key: GroupKey
        let hubs: [HubAddress]
    }

    /// Adds all groups that the event interests.
    func match(_ event: CacheEvent, into matches: inout [Match]) {
        guard !entries.isEmpty else { return }
        visit(.all, event, &matches)
        let object = event.object
        if !object.namespace.isEmpty { visit(.namespace(object.namespace), event, &matches) }
        if nameGroups > 0 { visit(.name(object.name), event, &matches) }
        for (position, groups) in fieldGroups where groups > 0 && object.fields.indices.contains(position) {
            let now = object.fields[position]
            visit(.field(position, now), event, &matches)
            if let before = event.previous?.fields[position], before != now {
                visit(.field(position, before), event, &matches)
            }
        }
        if labelGroups > 0 {
            for label in object.labels { visit(.label(label.key, label.value), event, &matches) }
            for label in event.previous?.labels ?? [] where !object.labels.contains(label) {
                visit(.label(label.key, label.value), event, &matches)
            }
        }
    }

    private func visit(_ place: IndexKey, _ event: CacheEvent, _ matches: inout [Match]) {
        guard let found = index[place] else { return }
        for entry in found {
            guard let change = event.change(for: entry.key.interest) else { continue }
            matches.append(Match(event: event, change: change, key: entry.key, hubs: entry.hubs))
        }
    }
}
