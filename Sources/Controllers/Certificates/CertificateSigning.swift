import Client
import Objects
import PKIX
import Reconcile

/// Issues what was approved, for the cluster's own signers.
struct CertificateSigning: Sendable {
    enum Step: Equatable {
        case nothing
        /// The request as it is to be stored: with its certificate, or with what is wrong about it.
        case write(Certificates.CertificateSigningRequest)
        case failed(String)
    }

    private let client: ClusterClient
    private let requests: Informer<Certificates.CertificateSigningRequest>
    private let plan: CertificateSigningPlan
    private let queue: WorkQueue<ObjectKey>
    private let time: TimeSource

    init(
        client: ClusterClient, requests: Informer<Certificates.CertificateSigningRequest>,
        plan: CertificateSigningPlan, time: TimeSource
    ) {
        self.client = client
        self.requests = requests
        self.plan = plan
        self.time = time
        queue = WorkQueue(time: time)
        queue.follow(requests)
    }

    func run() async {
        await Controller(
            name: "csrsigning", queue: queue, shared: [requests], workers: ControllersLimits.certificateWorkers
        ) { await reconcile($0) }
        .run()
    }

    private func reconcile(_ key: ObjectKey) async -> Outcome {
        guard let request = requests.objects.get(key) else { return .done }
        switch plan.step(request, now: time.wallMilliseconds() / 1000) {
        case .nothing: return .done
        case .failed(let message): return .failed(message)
        case .write(let written):
            do throws(ClientError) {
                _ = try await client.update(written, subresource: "status")
                return .done
            } catch { return error.code == .notFound ? .done : Outcome(error) }
        }
    }
}

/// What becomes of one request. Pure, but for the signature's random numbers.
struct CertificateSigningPlan: Sendable {
    let issuer: CertificateIssuer
    /// The longest that certificates are given for.
    let limitSeconds: Int

    /// - Parameter now: seconds since 1970.
    func step(_ request: Certificates.CertificateSigningRequest, now: Int64) -> CertificateSigning.Step {
        let verdict = CertificateVerdict(request)
        guard verdict.isApproved, !verdict.isDenied, !verdict.hasFailed, request.status.certificate.isEmpty,
            let signer = CertificateSigner(rawValue: request.spec.signerName)
        else { return .nothing }
        guard let asked = try? SigningRequest(pem: request.spec.request) else {
            return .failed("unable to parse csr \"\(request.metadata.name)\"")
        }
        var written = request
        if let refusal = signer.refusal(asked, usages: request.spec.usages) {
            var condition = Certificates.CertificateSigningRequestCondition()
            condition.type = "Failed"
            condition.status = "True"
            condition.reason = "SignerValidationFailure"
            condition.message_ = refusal
            condition.lastUpdateTime = Timestamp(seconds: now, nanoseconds: 0)
            written.status.conditions.append(condition)
            return .write(written)
        }
        do {
            let terms = try CertificateTerms.make(
                usages: request.spec.usages, wantedSeconds: request.spec.expirationSeconds,
                limitSeconds: limitSeconds, authorityEnd: issuer.notAfter, now: Int(now))
            written.status.certificate = try issuer.issue(request.spec.request, terms)
            return .write(written)
        } catch let error as CertificateTerms.Refusal {
            return .failed("error auto signing csr: \(error.message)")
        } catch { return .failed("error auto signing csr: \(error)") }
    }
}

/// What was decided about a request so far.
struct CertificateVerdict: Equatable {
    var isApproved = false
    var isDenied = false
    var hasFailed = false

    init(_ request: Certificates.CertificateSigningRequest) {
        for condition in request.status.conditions {
            switch condition.type {
            case "Approved": isApproved = true
            case "Denied": isDenied = true
            case "Failed": if condition.status.isEmpty || condition.status == "True" { hasFailed = true }
            default: break
            }
        }
    }
}
