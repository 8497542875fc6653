internal import CLLHTTP
internal import HTTP2

/// Reads one message after the other from a connection's bytes: a head, then its body. llhttp in strict mode does the
/// parsing, of what `HeadScanner` has let through. Belongs to its connection's loop.
///
/// Unsafe memory: llhttp keeps a pointer to its state, which must not move, and hands out pointers into the bytes that
/// it is given, which are copied within the callback.
package final class MessageParser {
    package enum Kind: Sendable {
        case request
        case response
    }

    package enum Progress: Equatable {
        case needsMore
        /// The head is whole, and can be looked at before anything of the body is taken.
        case head
        /// The message is whole. `reset` before the next.
        case complete
        case refused(Refusal)
    }

    private enum Phase {
        case head
        case body
        /// Behind the last chunk: fields that nobody has asked for, and the blank line.
        case trailers
        case complete
        case failed
    }

    private let kind: Kind
    private let listLimit: Int
    private let machine: UnsafeMutablePointer<llhttp_t>
    private var phase = Phase.head
    private var scanner: HeadScanner
    /// The head while it arrives.
    private var headBytes: [UInt8] = []
    fileprivate var building = HeadBuilder()
    package private(set) var head = MessageHead()
    /// What has come of the body; empty once it is discarded.
    package fileprivate(set) var body: [UInt8] = []
    /// What comes of the body is dropped.
    package private(set) var discardsBody = false
    fileprivate var sawLastChunk = false

    /// - Parameter listLimit: of a header list, as RFC 9113, section 10.5.1 counts it.
    package init(_ kind: Kind, listLimit: Int) {
        self.kind = kind
        self.listLimit = listLimit
        scanner = HeadScanner(kind == .request ? .request : .response, listLimit: listLimit)
        machine = .allocate(capacity: 1)
        machine.initialize(to: llhttp_t())
        llhttp_init(machine, kind == .request ? HTTP_REQUEST : HTTP_RESPONSE, Callbacks.settings)
        machine.pointee.data = Unmanaged.passUnretained(self).toOpaque()
    }

    deinit {
        machine.deinitialize(count: 1)
        machine.deallocate()
    }

    /// Nothing of the next message has come.
    package var isFresh: Bool { phase == .head && scanner.isFresh }
    package var isInHead: Bool { phase == .head }
    /// The head has been read, and a message without a body is whole with the next call, even one without bytes.
    package private(set) var isBetweenHeadAndBody = false
    /// Bytes of a discarded body since this was last asked.
    fileprivate var discardedBytes = 0
    package func takeDiscarded() -> Int {
        defer { discardedBytes = 0 }
        return discardedBytes
    }

    /// Reads on. Returns how many of the bytes it has used, and why it stopped there.
    package func receive(_ bytes: UnsafeRawBufferPointer) -> (consumed: Int, progress: Progress) {
        switch phase {
        case .head: receiveHead(bytes)
        case .body: receiveBody(bytes)
        case .trailers: receiveTrailers(bytes)
        case .complete: (0, .complete)
        case .failed: (bytes.count, .needsMore)
        }
    }

    /// Lets go of the body, what has come of it and what will.
    package func discardBody() {
        discardsBody = true
        body = []
    }

    /// Gives the body away.
    package func takeBody() -> [UInt8] {
        defer { body = [] }
        return body
    }

    /// Begins with the next message.
    package func reset() {
        phase = .head
        scanner = HeadScanner(kind == .request ? .request : .response, listLimit: listLimit)
        headBytes = []
        body = []
        head = MessageHead()
        isBetweenHeadAndBody = false
        discardedBytes = 0
        discardsBody = false
        sawLastChunk = false
        llhttp_reset(machine)
    }

    private func fail(_ refusal: Refusal, _ consumed: Int) -> (Int, Progress) {
        phase = .failed
        return (consumed, .refused(refusal))
    }

    private func receiveHead(_ bytes: UnsafeRawBufferPointer) -> (Int, Progress) {
        switch scanner.scan(bytes) {
        case .needsMore:
            headBytes.append(contentsOf: bytes)
            return (bytes.count, .needsMore)
        case .refused(let refusal): return fail(refusal, bytes.count)
        case .complete(let count):
            headBytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
            let whole = headBytes
            headBytes = []
            building = HeadBuilder()
            let status = whole.withUnsafeBytes { execute($0).status }
            guard status == HPE_PAUSED, building.isComplete else { return fail(refusal(status), count) }
            let fields = building.takeFields()
            do throws(Refusal) {
                head = try read(fields)
            } catch {
                return fail(error, count)
            }
            phase = .body
            isBetweenHeadAndBody = true
            return (count, .head)
        }
    }

    private func receiveBody(_ bytes: UnsafeRawBufferPointer) -> (Int, Progress) {
        isBetweenHeadAndBody = false
        llhttp_resume(machine)
        let (status, consumed) = execute(bytes)
        switch status {
        case HPE_OK: return (bytes.count, .needsMore)
        case HPE_PAUSED where sawLastChunk:
            sawLastChunk = false
            phase = .trailers
            scanner = HeadScanner(.fieldsOnly, listLimit: listLimit)
            let rest = UnsafeRawBufferPointer(rebasing: bytes[consumed...])
            let (more, progress) = receiveTrailers(rest)
            return (consumed + more, progress)
        case HPE_PAUSED:
            phase = .complete
            return (consumed, .complete)
        default: return fail(refusal(status), bytes.count)
        }
    }

    private func receiveTrailers(_ bytes: UnsafeRawBufferPointer) -> (Int, Progress) {
        switch scanner.scan(bytes) {
        case .needsMore: return (bytes.count, .needsMore)
        case .refused(let refusal): return fail(refusal, bytes.count)
        case .complete(let count):
            phase = .complete
            return (count, .complete)
        }
    }

    private func execute(_ bytes: UnsafeRawBufferPointer) -> (status: llhttp_errno_t, consumed: Int) {
        // Without bytes it still goes on: a message without a body is then whole.
        var nothing: CChar = 0
        guard let base = bytes.baseAddress else { return (llhttp_execute(machine, &nothing, 0), 0) }
        let start = base.assumingMemoryBound(to: CChar.self)
        let status = llhttp_execute(machine, start, bytes.count)
        guard status != HPE_OK, let stopped = llhttp_get_error_pos(machine) else { return (status, bytes.count) }
        return (status, min(max(0, stopped - start), bytes.count))
    }

    private func refusal(_ status: llhttp_errno_t) -> Refusal {
        let reason = llhttp_get_error_reason(machine).map { String(cString: $0) } ?? ""
        switch status {
        case HPE_INVALID_METHOD: return Refusal(501, "there is no such method")
        case HPE_PAUSED_H2_UPGRADE: return Refusal(505, "HTTP/2 begins with its connection preface alone")
        default: return .bad(reason.isEmpty ? "the message is malformed" : reason)
        }
    }

    /// What llhttp knows of the head, and what it leaves to its caller.
    private func read(_ fields: HeaderFields) throws(Refusal) -> MessageHead {
        var head = MessageHead()
        head.headers = fields
        head.target = building.target
        if kind == .request, let name = llhttp_method_name(llhttp_method_t(UInt32(llhttp_get_method(machine)))) {
            head.method = String(cString: name)
        }
        head.status = Int(llhttp_get_status_code(machine))
        head.isVersion10 = llhttp_get_http_major(machine) == 1 && llhttp_get_http_minor(machine) == 0
        head.keepsAlive = llhttp_should_keep_alive(machine) != 0
        head.wantsUpgrade = llhttp_get_upgrade(machine) != 0
        if head.method == "CONNECT" { throw Refusal(405, "this is no proxy") }
        let codings = fields.all("transfer-encoding")
        if !codings.isEmpty {
            guard codings.count == 1, codings[0].lowercased() == "chunked" else {
                throw Refusal(501, "the only transfer coding is chunked")
            }
            guard !head.isVersion10 else { throw .bad("HTTP/1.0 has no transfer codings") }
            head.isChunked = true
        }
        if fields["content-length"] != nil { head.contentLength = machine.pointee.content_length }
        if let expectation = fields["expect"], !head.isVersion10, kind == .request {
            guard expectation.lowercased() == "100-continue" else {
                throw Refusal(417, "the only expectation that can be met is 100-continue")
            }
            head.expectsContinue = true
        }
        return head
    }
}

/// Fields as llhttp shows them, one piece after the other.
private struct HeadBuilder {
    var target = ""
    var isComplete = false
    private var targetBytes: [UInt8] = []
    private var name: [UInt8] = []
    private var value: [UInt8] = []
    private var fields = HeaderFields()

    mutating func addTarget(_ bytes: UnsafeRawBufferPointer) { targetBytes.append(contentsOf: bytes) }
    mutating func addName(_ bytes: UnsafeRawBufferPointer) { name.append(contentsOf: bytes) }
    mutating func addValue(_ bytes: UnsafeRawBufferPointer) { value.append(contentsOf: bytes) }

    mutating func fieldEnded() {
        for at in name.indices where (0x41...0x5a).contains(name[at]) { name[at] |= 0x20 }
        var text = value[...]
        while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
        while let first = text.first, first == 0x20 || first == 0x09 { text.removeFirst() }
        fields.append(String(decoding: name, as: UTF8.self), String(decoding: text, as: UTF8.self))
        name.removeAll(keepingCapacity: true)
        value.removeAll(keepingCapacity: true)
    }

    mutating func ended() {
        target = String(decoding: targetBytes, as: UTF8.self)
        isComplete = true
    }

    mutating func takeFields() -> HeaderFields {
        defer { fields = HeaderFields() }
        return fields
    }
}

/// llhttp's callbacks. Its state has a pointer to the parser, which outlives every call.
private enum Callbacks {
    /// Made once: llhttp wants it to live as long as its parsers.
    nonisolated(unsafe) static let settings: UnsafePointer<llhttp_settings_t> = {
        let settings = UnsafeMutablePointer<llhttp_settings_t>.allocate(capacity: 1)
        settings.initialize(to: llhttp_settings_t())
        llhttp_settings_init(settings)
        settings.pointee.on_url = { machine, start, count in
            Callbacks.with(machine) { $0.building.addTarget(UnsafeRawBufferPointer(start: start, count: count)) }
        }
        settings.pointee.on_header_field = { machine, start, count in
            Callbacks.with(machine) { $0.building.addName(UnsafeRawBufferPointer(start: start, count: count)) }
        }
        settings.pointee.on_header_value = { machine, start, count in
            Callbacks.with(machine) { $0.building.addValue(UnsafeRawBufferPointer(start: start, count: count)) }
        }
        settings.pointee.on_header_value_complete = { machine in
            Callbacks.with(machine) { $0.building.fieldEnded() }
        }
        settings.pointee.on_headers_complete = { machine in
            _ = Callbacks.with(machine) { $0.building.ended() }
            return Int32(HPE_PAUSED.rawValue)
        }
        settings.pointee.on_body = { machine, start, count in
            Callbacks.with(machine) {
                if $0.discardsBody {
                    $0.discardedBytes &+= count
                } else {
                    $0.body.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
                }
            }
        }
        settings.pointee.on_chunk_header = { machine in
            guard machine?.pointee.content_length == 0 else { return 0 }
            _ = Callbacks.with(machine) { $0.sawLastChunk = true }
            return Int32(HPE_PAUSED.rawValue)
        }
        settings.pointee.on_message_complete = { _ in Int32(HPE_PAUSED.rawValue) }
        return UnsafePointer(settings)
    }()

    static func with(_ machine: UnsafeMutablePointer<llhttp_t>?, _ body: (MessageParser) -> Void) -> Int32 {
        guard let data = machine?.pointee.data else { return -1 }
        body(Unmanaged<MessageParser>.fromOpaque(data).takeUnretainedValue())
        return 0
    }
}
