import APIServer
import Glibc
import HTTP1
import Reactor
import Synchronization

/// What the API server shows to its clients, kept good while it serves: it is made anew before it ends, and when somebody has
/// put other files in its place those are taken. New connections see it; those that there are go on.
final class ServingCertificate: Sendable {
    /// As often as kube-apiserver looks at its own.
    private static let interval = Duration.seconds(60)

    /// For the listeners.
    let identity: TLSServerIdentity
    private let names: PKI.Options
    private let report: @Sendable (String) -> Void

    private struct State {
        /// What is shown.
        var pki: PKI
        /// Other files that were found at the last look. Somebody may be writing them: what counts is what stays.
        var found: PKI.ServerFiles?
        /// What was last said, which is not said again.
        var failure = ""
    }
    private let state: Mutex<State>

    /// - Parameters:
    ///   - names: that the certificate is made for.
    ///   - report: told of what was done, and of what fails, in a line.
    init(_ pki: PKI, names: PKI.Options, report: @escaping @Sendable (String) -> Void) throws(ReactorError) {
        identity = try TLSServerIdentity(Self.configuration(pki))
        self.names = names
        self.report = report
        state = Mutex(State(pki: pki))
    }

    /// Until the task is cancelled.
    func run() async {
        while (try? await Task.sleep(for: Self.interval)) != nil { look(now: time(nil)) }
    }

    /// - Parameter now: seconds since 1970.
    func look(now: Int) {
        let shown = state.withLock { $0.pki }
        do {
            let files = try shown.serverFiles()
            let isSettled = state.withLock { state in
                defer { state.found = files }
                return shown.isOf(files) || state.found == files
            }
            guard isSettled, !shown.isOf(files) || shown.isServerEnding(now: now) else { return }
            var options = names
            options.now = now
            let fresh = try PKI.prepare(in: shown.directory, options: options)
            try identity.reload(Self.configuration(fresh))
            state.withLock { $0 = State(pki: fresh) }
            for note in fresh.notes { report(note) }
            report("serves with the certificate that is in \(fresh.server.certificatePath) now")
        } catch {
            let failure = "the certificate is not renewed, the old one is shown: \(error)"
            if state.withLock({ $0.failure != failure }) { report(failure) }
            state.withLock { $0.failure = failure }
        }
    }

    private static func configuration(_ pki: PKI) -> TLSServerConfiguration {
        TLSServerConfiguration(
            certificateChain: .bytes(pki.server.certificate), privateKey: .bytes(pki.server.key),
            clientAuthorities: .bytes(pki.authority), applicationProtocols: HTTP1.applicationProtocols)
    }
}
