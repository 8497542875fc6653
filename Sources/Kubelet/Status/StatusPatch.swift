internal import Objects

/// The JSON merge patch (RFC 7396) that turns one status into another: changed fields whole, vanished ones as null.
enum StatusPatch {
    /// Nil when nothing differs. With `uid` the patch fails should the name belong to another object by now.
    static func make(from old: Message, to new: Message, uid: String) -> [UInt8]? {
        // Some types have fields that JSON shows even when absent: then all that is set goes into the patch, so that
        // none of them is taken for a change.
        let isSparse = JSONEncoder.encode(Message(new.descriptor), as: nil) == Array("{}".utf8)
        var changed = Message(new.descriptor)
        var members: [[UInt8]] = []
        var differs = false
        for (position, field) in new.descriptor.fields.enumerated() {
            let isSame = old[position] == new[position]
            if !isSame { differs = true }
            if let value = new[position] {
                if !isSame || !isSparse { changed[position] = value }
            } else if !isSame {
                members.append(Array("\"\(field.name)\":null".utf8))
            }
        }
        guard differs else { return nil }
        let object = JSONEncoder.encode(changed, as: nil)
        if object.count > 2 { members.append(Array(object[1..<(object.count - 1)])) }
        var patch = Array("{\"metadata\":{\"uid\":\"\(uid)\"},\"status\":{".utf8)
        patch += members.joined(separator: [UInt8(ascii: ",")])
        return patch + Array("}}".utf8)
    }
}
