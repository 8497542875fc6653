internal import CNghttp2
import Glibc

/// What one nghttp2 session allocates, side by side in chunks of its own.
///
/// The streams of a connection are visited one after the other: when they lie close together in the order in which they
/// were opened, the processor has the next one ready. Scattered among what else a stream needs, they would cost a
/// memory access each. All of it goes back with the session.
///
/// Invariant: every block has, in the eight bytes before it, its class; a class is a size in units of 16 bytes with those
/// eight included, and 0 says that the block came from malloc.
final class SessionMemory {
    private static let unit = 16
    private static let prefixBytes = 8
    /// Streams (some 250 bytes), outbound items and header fields are below; buffers and tables are above.
    private static let largestPooledBytes = 512
    private static let firstChunkBytes = 2 * 1024
    private static let largestChunkBytes = 64 * 1024

    private var chunks: [UnsafeMutableRawPointer] = []
    private var nextChunkBytes = SessionMemory.firstChunkBytes
    /// The unused rest of the newest chunk.
    private var fresh: UnsafeMutableRawPointer?
    private var freshBytes = 0
    /// By class: the first free block, which begins with the address of the next.
    private let free: UnsafeMutablePointer<UnsafeMutableRawPointer?>
    private static let classes = (largestPooledBytes + prefixBytes) / unit + 2

    init() {
        free = .allocate(capacity: Self.classes)
        free.initialize(repeating: nil, count: Self.classes)
    }

    deinit {
        for chunk in chunks { chunk.deallocate() }
        free.deallocate()
    }

    /// nghttp2's view of it. It must not outlive this object.
    func functions() -> nghttp2_mem {
        nghttp2_mem(
            mem_user_data: Unmanaged.passUnretained(self).toOpaque(),
            malloc: { size, context in SessionMemory.of(context) { $0.allocate(size) } },
            free: { block, context in SessionMemory.of(context) { $0.release(block) } },
            calloc: { count, size, context in
                let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
                if overflow { return nil }
                let block = SessionMemory.of(context) { $0.allocate(bytes) }
                if let block { memset(block, 0, bytes) }
                return block
            },
            realloc: { block, size, context in SessionMemory.of(context) { $0.reallocate(block, size) } })
    }

    private static func of<Result>(_ context: UnsafeMutableRawPointer?, _ body: (SessionMemory) -> Result) -> Result {
        // Set by `functions`, never nil.
        Unmanaged<SessionMemory>.fromOpaque(context.unsafelyUnwrapped)._withUnsafeGuaranteedRef(body)
    }

    func allocate(_ bytes: Int) -> UnsafeMutableRawPointer? {
        guard bytes <= Self.largestPooledBytes else { return Self.allocateLarge(bytes) }
        let size = (bytes + Self.prefixBytes + Self.unit - 1) / Self.unit
        if let block = free[size] {
            free[size] = block.load(as: UnsafeMutableRawPointer?.self)
            return block
        }
        let stride = size * Self.unit
        if freshBytes < stride, !addChunk() { return nil }
        guard let block = fresh else { return nil }
        block.storeBytes(of: size, toByteOffset: -Self.prefixBytes, as: Int.self)
        fresh = block + stride
        freshBytes -= stride
        return block
    }

    private func addChunk() -> Bool {
        // The first prefix needs room before the first block.
        var chunk: UnsafeMutableRawPointer?
        guard posix_memalign(&chunk, 64, nextChunkBytes) == 0, let chunk else { return false }
        chunks.append(chunk)
        fresh = chunk + Self.unit
        freshBytes = nextChunkBytes - Self.unit
        nextChunkBytes = min(nextChunkBytes * 2, Self.largestChunkBytes)
        return true
    }

    private static func allocateLarge(_ bytes: Int) -> UnsafeMutableRawPointer? {
        let (whole, overflow) = bytes.addingReportingOverflow(unit)
        guard !overflow, let memory = malloc(whole) else { return nil }
        let block = memory + unit
        block.storeBytes(of: 0, toByteOffset: -prefixBytes, as: Int.self)
        return block
    }

    func release(_ block: UnsafeMutableRawPointer?) {
        guard let block else { return }
        let size = block.load(fromByteOffset: -Self.prefixBytes, as: Int.self)
        guard size > 0 else { return Glibc.free(block - Self.unit) }
        block.storeBytes(of: free[size], as: UnsafeMutableRawPointer?.self)
        free[size] = block
    }

    private func reallocate(_ block: UnsafeMutableRawPointer?, _ bytes: Int) -> UnsafeMutableRawPointer? {
        guard let block else { return allocate(bytes) }
        let size = block.load(fromByteOffset: -Self.prefixBytes, as: Int.self)
        guard size > 0 else {
            // Large stays large, so that its length need not be known.
            let (whole, overflow) = bytes.addingReportingOverflow(Self.unit)
            guard !overflow, let memory = realloc(block - Self.unit, whole) else { return nil }
            return memory + Self.unit
        }
        let usable = size * Self.unit - Self.prefixBytes
        if bytes <= usable { return block }
        guard let larger = allocate(bytes) else { return nil }
        larger.copyMemory(from: block, byteCount: usable)
        release(block)
        return larger
    }
}
