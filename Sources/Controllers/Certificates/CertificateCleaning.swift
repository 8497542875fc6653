import Client
import Objects
import PKIX
import Reconcile

/// Deletes requests that are over: their certificate was taken, or nobody wants them any more.
struct CertificateCleaning: Sendable {
    private let client: ClusterClient
    private let requests: Informer<Certificates.CertificateSigningRequest>
    private let time: TimeSource

    init(client: ClusterClient, requests: Informer<Certificates.CertificateSigningRequest>, time: TimeSource) {
        self.client = client
        self.requests = requests
        self.time = time
    }

    func run() async {
        await requests.waitUntilSynced()
        while !Task.isCancelled {
            let now = time.wallMilliseconds() / 1000
            for request in requests.objects.all() where CertificateAge.isOver(request, now: now) {
                await delete(request)
            }
            await time.sleep(ControllersLimits.certificateCleaningMilliseconds)
        }
    }

    private func delete(_ request: Certificates.CertificateSigningRequest) async {
        do throws(ClientError) {
            try await client.delete(
                Certificates.CertificateSigningRequest.self, name: request.metadata.name,
                options: DeleteParameters(uid: request.metadata.uid))
        } catch {
            // Gone, or another one of that name by now: as good. The rest is tried again at the next look.
            guard error.code != .notFound, error.code != .conflict else { return }
            StandardError.write("csrcleaner: unable to delete \(request.metadata.name): \(error.message)")
        }
    }
}

/// For how long requests are kept. Pure.
enum CertificateAge {
    /// After the certificate was issued, the request was denied or has failed.
    private static let decidedSeconds: Int64 = 3600
    private static let pendingSeconds: Int64 = 24 * 3600

    /// - Parameter now: seconds since 1970.
    static func isOver(_ request: Certificates.CertificateSigningRequest, now: Int64) -> Bool {
        let status = request.status
        if status.conditions.isEmpty {
            return isOlder(request.metadata.creationTimestamp, than: pendingSeconds, now)
        }
        let isIssued = !status.certificate.isEmpty
        for condition in status.conditions {
            let isOld = isOlder(condition.lastUpdateTime, than: decidedSeconds, now)
            switch condition.type {
            case "Denied", "Failed": if isOld { return true }
            case "Approved":
                if isIssued, isOld || hasExpired(status.certificate, now) { return true }
            default: break
            }
        }
        return false
    }

    private static func isOlder(_ time: Timestamp?, than seconds: Int64, _ now: Int64) -> Bool {
        guard let time else { return false }
        return now &- time.seconds > seconds
    }

    private static func hasExpired(_ certificate: [UInt8], _ now: Int64) -> Bool {
        CertificateIssuer.notAfter(of: certificate).map { now > Int64($0) } ?? false
    }
}
