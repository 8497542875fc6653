internal import Glibc

/// Measures the parts and the whole, and prints one table: figure, measured, bare loop, target, reached or not.
@main
struct Bench {
    enum Part: String, CaseIterable {
        case codec, ownership, store, fanout, watches, requests, lists, scheduler
    }

    static let usage = """
        apus-bench: measures Apus beside a bare nghttp2 loop

        Usage: apus-bench [--binaries DIR] [--folder DIR] [--strict] [PART…]

          --binaries DIR   where apus and bare-loop are (default: beside this program)
          --folder DIR     for stores and logs, on the disk to be measured; must not exist (default: .apus-bench)
          --strict         end with 1 when a target is missed
          PART             codec, ownership, store, fanout, watches, requests, lists, scheduler (default: all)
        """

    static func main() async {
        var arguments = Array(CommandLine.arguments.dropFirst())
        var binaries = String(CommandLine.arguments[0].reversed().drop { $0 != "/" }.dropFirst().reversed())
        if binaries.isEmpty { binaries = "." }
        var (folder, isStrict, parts) = (".apus-bench", false, [Part]())
        while !arguments.isEmpty {
            let word = arguments.removeFirst()
            switch word {
            case "--help", "-h":
                Console.write(usage)
                return
            case "--strict": isStrict = true
            case "--binaries" where !arguments.isEmpty: binaries = arguments.removeFirst()
            case "--folder" where !arguments.isEmpty: folder = arguments.removeFirst()
            default:
                guard let part = Part(rawValue: word) else {
                    Console.warn("apus-bench: there is no part or flag \(word)\n\n\(usage)")
                    exit(2)
                }
                parts.append(part)
            }
        }
        exit(await run(parts.isEmpty ? Part.allCases : parts, binaries, folder, isStrict))
    }

    private static func run(_ parts: [Part], _ binaries: String, _ folder: String, _ isStrict: Bool) async -> Int32 {
        let bed: Bed
        do throws(BenchError) { bed = try Bed(binaries: binaries, folder: folder) } catch {
            Console.warn("apus-bench: \(error)")
            return 1
        }
        defer { bed.remove() }
        Console.write(Machine().line)
        let began = Clock.wall
        var figures: [Figure] = []
        var hasFailed = false
        for part in parts {
            Console.warn("measuring: \(part.rawValue)")
            do { try await measure(part, in: bed, into: &figures) } catch {
                Console.warn("apus-bench: \(part.rawValue): \(error)")
                hasFailed = true
            }
        }
        Console.write("\n\(Table.render(figures))\n")
        let judged = figures.compactMap(\.isReached)
        let reached = judged.count { $0 }
        Console.write(
            "\(reached) of \(judged.count) targets reached, in \(Table.number((Clock.wall - began).rounded())) s")
        return hasFailed || (isStrict && reached < judged.count) ? 1 : 0
    }

    /// What was measured before a failure stays.
    private static func measure(_ part: Part, in bed: Bed, into figures: inout [Figure]) async throws {
        switch part {
        case .codec: figures += try CodecBench.run()
        case .ownership: figures += try OwnershipBench.run()
        case .store: figures += try await StoreFigures.run(in: bed)
        case .fanout: try FanoutBench.run(in: bed, into: &figures)
        case .watches: try await WatchBench.run(in: bed, into: &figures)
        case .requests: try await RequestBench.run(in: bed, into: &figures)
        case .lists: try await ListBench.run(in: bed, into: &figures)
        case .scheduler: figures += try await SchedulerBench.run(in: bed)
        }
    }
}

/// The terminal: figures on standard output, progress and faults on standard error.
enum Console {
    static func write(_ text: String) { put(text, on: 1) }
    static func warn(_ text: String) { put(text, on: 2) }

    private static func put(_ text: String, on descriptor: Int32) {
        var rest = Array((text + "\n").utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }
}
