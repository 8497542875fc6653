internal import Objects

/// The codec on a running pod, and on a list of 2,000 of them. MB/s are of the form that is read or written.
enum CodecBench {
    /// - Parameter seconds: each measurement takes so long, of CPU time.
    static func run(seconds: Double = 0.4) throws -> [Figure] {
        func cost(_ work: () throws -> Int) rethrows -> Double { try Self.cost(seconds, work) }
        let pod = PodFixture.message
        let type = pod.descriptor
        let binary = BinaryEncoder.encode(pod)
        let json = JSONEncoder.encode(pod)
        func speed(_ name: String, of bytes: [UInt8], _ work: () throws -> Int) rethrows -> Figure {
            Figure(name, Double(bytes.count) / (try cost(work)) / 1_000_000, .megabytesPerSecond)
        }
        let list = Self.list(2_000)
        let listBytes = BinaryEncoder.encode(list).count
        return [
            Figure("pod, binary", Double(binary.count), .bytes),
            Figure("pod, JSON", Double(json.count), .bytes),
            try speed("binary decode", of: binary) { try BinaryDecoder.decode(binary, as: type).isEmpty ? 1 : 0 },
            speed("binary encode", of: binary) { BinaryEncoder.encode(pod).count },
            try speed("JSON decode", of: json) { try JSONDecoder.decode(json, as: type).problems.count },
            speed("JSON encode", of: json) { JSONEncoder.encode(pod).count },
            try speed("JSON to binary", of: json) {
                BinaryEncoder.encode(try JSONDecoder.decode(json, as: type).message).count
            },
            try speed("binary to JSON", of: binary) {
                JSONEncoder.encode(try BinaryDecoder.decode(binary, as: type)).count
            },
            Figure("pod copied and one leaf changed", cost { change(pod) } * 1_000_000_000, .nanoseconds),
            Figure(
                "list of 2,000 pods encoded, binary", cost { BinaryEncoder.encode(list).count } * 1_000, .milliseconds),
            Figure("  its size", Double(listBytes) / 1_000_000, .megabytes),
            Figure("list of 2,000 pods encoded, JSON", cost { JSONEncoder.encode(list).count } * 1_000, .milliseconds),
        ]
    }

    private static func change(_ message: Message) -> Int {
        var pod = Core.Pod(message)
        pod.spec.nodeName = "node-2"
        return pod.message.isEmpty ? 1 : 0
    }

    private static func list(_ count: Int) -> Message {
        var list = Core.PodList()
        list.items = (0..<count).map { number in
            var pod = Core.Pod(PodFixture.message)
            pod.metadata.name = "web-\(number)"
            return pod
        }
        return list.message
    }

    /// CPU seconds of one call. What `work` returns is added up, so that it is not optimised away.
    static func cost(_ seconds: Double, _ work: () throws -> Int) rethrows -> Double {
        var (calls, batch, sum) = (0, 1, 0)
        let began = Clock.processor
        var taken = 0.0
        while taken < seconds {
            for _ in 0..<batch { sum &+= try work() }
            calls += batch
            // Few looks at the clock, without running for long past the end.
            if taken < seconds / 8 { batch *= 2 }
            taken = Clock.processor - began
        }
        precondition(sum >= 0, "sizes are not negative")
        return taken / Double(calls)
    }
}
