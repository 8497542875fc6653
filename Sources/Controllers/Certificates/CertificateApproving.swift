import Client
import Objects
import PKIX
import Reconcile

/// Says yes to kubelets that ask for a client's certificate: to those that may ask for any node's (bootstrap), and to those
/// that may renew their own.
struct CertificateApproving: Sendable {
    private let client: ClusterClient
    private let requests: Informer<Certificates.CertificateSigningRequest>
    private let queue: WorkQueue<ObjectKey>

    init(client: ClusterClient, requests: Informer<Certificates.CertificateSigningRequest>, time: TimeSource) {
        self.client = client
        self.requests = requests
        queue = WorkQueue(time: time)
        queue.follow(requests)
    }

    func run() async {
        await Controller(
            name: "csrapproving", queue: queue, shared: [requests], workers: ControllersLimits.certificateWorkers
        ) { await reconcile($0) }
        .run()
    }

    private func reconcile(_ key: ObjectKey) async -> Outcome {
        guard let request = requests.objects.get(key) else { return .done }
        let claims = CertificateClaim.all(of: request)
        guard !claims.isEmpty else { return .done }
        do throws(ClientError) {
            for claim in claims where try await client.isAllowed(claim.question(of: request)) {
                _ = try await client.update(claim.approved(request), subresource: "approval")
                return .done
            }
        } catch { return error.code == .notFound ? .done : Outcome(error) }
        let tried = claims.map(\.rawValue).joined(separator: " ")
        // Asked again, at longer and longer intervals: the right may be given later.
        return .failed("recognized csr \"\(key.name)\" as [\(tried)] but subject access review was not approved")
    }
}

/// As what a request may be approved without anybody's doing, named by the subresource that one needs the right to create.
enum CertificateClaim: String {
    /// A node that renews its own.
    case selfNodeClient = "selfnodeclient"
    /// Anybody who may speak for a node.
    case nodeClient = "nodeclient"

    /// Those to be tried, in order.
    static func all(of request: Certificates.CertificateSigningRequest) -> [CertificateClaim] {
        let verdict = CertificateVerdict(request)
        guard request.status.certificate.isEmpty, !verdict.isApproved, !verdict.isDenied,
            request.spec.signerName == CertificateSigner.kubeletClient.rawValue,
            let asked = try? SigningRequest(pem: request.spec.request),
            CertificateSigner.kubeletClient.refusal(asked, usages: request.spec.usages) == nil
        else { return [] }
        return asked.commonName == request.spec.username ? [.selfNodeClient, .nodeClient] : [.nodeClient]
    }

    func question(of request: Certificates.CertificateSigningRequest) -> Authorization.SubjectAccessReviewSpec {
        var attributes = Authorization.ResourceAttributes()
        attributes.group = "certificates.k8s.io"
        attributes.resource = "certificatesigningrequests"
        attributes.verb = "create"
        attributes.subresource = rawValue
        var question = Authorization.SubjectAccessReviewSpec()
        question.user = request.spec.username
        question.uid = request.spec.uid
        question.groups = request.spec.groups
        question.message["extra"] = request.spec.message["extra"]
        question.resourceAttributes = attributes
        return question
    }

    func approved(_ request: Certificates.CertificateSigningRequest) -> Certificates.CertificateSigningRequest {
        var condition = Certificates.CertificateSigningRequestCondition()
        condition.type = "Approved"
        condition.status = "True"
        condition.reason = "AutoApproved"
        let whose = self == .selfNodeClient ? "self kubelet" : "kubelet"
        condition.message_ = "Auto approving \(whose) client certificate after SubjectAccessReview."
        var approved = request
        approved.status.conditions.append(condition)
        return approved
    }
}
