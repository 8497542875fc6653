// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.certificates.v1`.
public enum Certificates {}

extension Certificates {
    public struct CertificateSigningRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.certificates.v1.CertificateSigningRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Certificates.CertificateSigningRequestSpec {
            get { message.get(1) }
            _modify { var child: Certificates.CertificateSigningRequestSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Certificates.CertificateSigningRequestStatus {
            get { message.get(2) }
            _modify { var child: Certificates.CertificateSigningRequestStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct CertificateSigningRequestSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.certificates.v1.CertificateSigningRequestSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var request: [UInt8] { get { message.get(0) } set { message.set(0, newValue) } }
        public var signerName: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var expirationSeconds: Int? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var usages: [String] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var username: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var uid: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var groups: [String] { get { message.getList(6) } set { message.setList(6, newValue) } }
    }
    public struct CertificateSigningRequestStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.certificates.v1.CertificateSigningRequestStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var conditions: [Certificates.CertificateSigningRequestCondition] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var certificate: [UInt8] { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct CertificateSigningRequestCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.certificates.v1.CertificateSigningRequestCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var reason: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var message_: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var lastUpdateTime: Timestamp? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
    }
    public struct CertificateSigningRequestList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.certificates.v1.CertificateSigningRequestList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Certificates.CertificateSigningRequest] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
}
