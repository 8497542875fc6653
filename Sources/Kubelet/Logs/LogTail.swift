/// Finds where the last lines of a log begin, reading backwards. A line that the runtime wrote in parts is one line; it
/// ends with its last part, or with the file.
struct LogTail {
    let lines: Int

    /// The offset of the first byte to show, in a file of `size` bytes.
    /// - Parameter read: the bytes of a range of the file.
    func start(size: Int, read: (Range<Int>) -> [UInt8]) -> Int {
        guard lines > 0 else { return size }
        var found = 0
        // The beginning of the block after this one: the end of a record that begins earlier.
        var carry: [UInt8] = []
        var end = size
        while end > 0 {
            let begin = max(end - KubeletLimits.logChunkBytes, 0)
            let block = read(begin..<end)
            // The file has become shorter meanwhile.
            guard block.count == end - begin else { return 0 }
            let bytes = block + carry
            var stop = bytes.count
            while stop > 1, let before = bytes[..<(stop - 1)].lastIndex(of: UInt8(ascii: "\n")) {
                if endsLine(bytes[(before + 1)..<stop], isLast: begin + stop == size) {
                    if found == lines { return begin + stop }
                    found += 1
                }
                stop = before + 1
            }
            carry = Array(bytes[..<stop])
            end = begin
            // No record is that long: what is there is no log.
            if carry.count > KubeletLimits.logChunkBytes * 2 { return begin + stop }
        }
        if found == lines, endsLine(carry[...], isLast: carry.count == size) { return carry.count }
        return 0
    }

    private func endsLine(_ record: ArraySlice<UInt8>, isLast: Bool) -> Bool {
        let content = record.last == UInt8(ascii: "\n") ? record.dropLast() : record
        guard let line = CRILogLine(content) else { return false }
        return !line.isPartial || isLast
    }
}
