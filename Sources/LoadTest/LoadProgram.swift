internal import Glibc

/// The load tester from its arguments to its exit code.
public enum LoadProgram {
    /// - Returns: 0 fine, 1 a promise was broken, 2 wrong usage, 3 the server cannot be reached, refuses, or has gone.
    public static func run(_ arguments: [String]) async -> Int32 {
        let options: LoadOptions
        do throws(UsageError) {
            options = try LoadOptions(parsing: arguments)
        } catch {
            Terminal.error("apus-load: \(error)\n")
            return 2
        }
        if options.isHelp {
            Terminal.out(LoadOptions.help + "\n")
            return 0
        }
        _ = signal(SIGPIPE, SIG_IGN)
        Interruption.listen()
        do throws(LoadError) {
            for path in [options.jsonPath, options.reportPath] {
                if let path, path != "-" { try OutputFile.check(path) }
            }
            let report = try await load(options)
            try write(report)
            return verdict(report)
        } catch {
            Terminal.error("apus-load: \(error)\n")
            return 3
        }
    }

    private static func load(_ options: LoadOptions) async throws(LoadError) -> LoadReport {
        let target = try Target(options, environment: getenv("KUBECONFIG").map { String(cString: $0) })
        if let pid = options.pid, ProcessFigures.read(String(pid)) == nil {
            throw LoadError(description: "there is no process \(pid) to measure")
        }
        let session = try LoadSession(options, target)
        let progress = Task { await session.progress.run() }
        var report = LoadReport(options: options, server: target.name, began: Int64(time(nil)))
        do throws(LoadError) {
            try await scenario(session, &report)
        } catch { report.endedEarly = error.description }
        progress.cancel()
        await progress.value
        await session.conclude(&report)
        await session.finish()
        // What was measured until then is shown all the same.
        if let reason = report.endedEarly, report.phases.isEmpty, report.isFine { throw LoadError(description: reason) }
        return report
    }

    private static func scenario(_ session: LoadSession, _ report: inout LoadReport) async throws(LoadError) {
        switch session.options.scenario {
        case .fanout, .mixed: try await Fanout(session).run(&report)
        case .storm: try await Storm(session).run(&report)
        case .slow: try await SlowReaders(session).run(&report)
        case .churn: try await Churn(session).run(&report)
        case .interest: try await ManyInterests(session).run(&report)
        case .soak: try await Soak(session).run(&report)
        }
    }

    private static func write(_ report: LoadReport) throws(LoadError) {
        if !report.options.isQuiet, report.options.jsonPath != "-" { Terminal.out(report.table) }
        if let path = report.options.jsonPath {
            if path == "-" { Terminal.out(report.json) } else { try OutputFile.write(report.json, to: path) }
        }
        if let path = report.options.reportPath { try OutputFile.write(report.page, to: path) }
    }

    private static func verdict(_ report: LoadReport) -> Int32 {
        guard !report.isFine else {
            let calls = report.phases.reduce(0) { $0 + $1.calls }
            if calls == 0, !report.errors.isEmpty {
                Terminal.error("apus-load: no call succeeded: \(report.errors.keys.sorted().joined(separator: ", "))\n")
                return 3
            }
            guard let reason = report.endedEarly, !Interruption.isAsked else { return 0 }
            Terminal.error("apus-load: the run ended early: \(reason)\n")
            return 3
        }
        Terminal.error("apus-load: \(report.violationCount) broken promises\n")
        for violation in report.violations { Terminal.error("  \(violation)\n") }
        return 1
    }
}

/// Writes a file whole.
enum OutputFile {
    /// Before the run, so that nobody hears after an hour that its figures have no place.
    static func check(_ path: String) throws(LoadError) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        guard access(path, W_OK) != 0, access(path, F_OK) == 0 || access(folder, W_OK) != 0 else { return }
        throw LoadError(description: "cannot write \(path): \(String(cString: strerror(errno)))")
    }

    static func write(_ text: String, to path: String) throws(LoadError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw LoadError(description: "cannot write \(path): \(String(cString: strerror(errno)))")
        }
        defer { _ = close(descriptor) }
        let bytes = Array(text.utf8)
        var at = 0
        while at < bytes.count {
            let count = bytes[at...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                throw LoadError(description: "cannot write \(path): \(String(cString: strerror(errno)))")
            }
            at += count
        }
    }
}
