// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.admission.v1`.
public enum Admission {}

extension Admission {
    public struct AdmissionReview: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admission.v1.AdmissionReview")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var request: Admission.AdmissionRequest? {
            get { message.getOptional(0) }
            _modify { var child: Admission.AdmissionRequest? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var response: Admission.AdmissionResponse? {
            get { message.getOptional(1) }
            _modify { var child: Admission.AdmissionResponse? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct AdmissionRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admission.v1.AdmissionRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var uid: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var kind: Meta.GroupVersionKind {
            get { message.get(1) }
            _modify { var child: Meta.GroupVersionKind = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var resource: Meta.GroupVersionResource {
            get { message.get(2) }
            _modify { var child: Meta.GroupVersionResource = message.take(2); defer { message.set(2, child) }; yield &child }
        }
        public var subResource: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var requestKind: Meta.GroupVersionKind? {
            get { message.getOptional(4) }
            _modify { var child: Meta.GroupVersionKind? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var requestResource: Meta.GroupVersionResource? {
            get { message.getOptional(5) }
            _modify { var child: Meta.GroupVersionResource? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
        public var requestSubResource: String { get { message.get(6) } set { message.set(6, newValue) } }
        public var name: String { get { message.get(7) } set { message.set(7, newValue) } }
        public var namespace: String { get { message.get(8) } set { message.set(8, newValue) } }
        public var operation: String { get { message.get(9) } set { message.set(9, newValue) } }
        public var userInfo: Authentication.UserInfo {
            get { message.get(10) }
            _modify { var child: Authentication.UserInfo = message.take(10); defer { message.set(10, child) }; yield &child }
        }
        public var object: RawJSON { get { message.get(11) } set { message.set(11, newValue) } }
        public var oldObject: RawJSON { get { message.get(12) } set { message.set(12, newValue) } }
        public var dryRun: Bool? { get { message.getOptional(13) } set { message.setOptional(13, newValue) } }
        public var options: RawJSON { get { message.get(14) } set { message.set(14, newValue) } }
    }
    public struct AdmissionResponse: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admission.v1.AdmissionResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var uid: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var allowed: Bool { get { message.get(1) } set { message.set(1, newValue) } }
        public var status: Meta.Status? {
            get { message.getOptional(2) }
            _modify { var child: Meta.Status? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var patch: [UInt8] { get { message.get(3) } set { message.set(3, newValue) } }
        public var patchType: String? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var auditAnnotations: StringMap<String> { get { message.getMap(5) } set { message.setMap(5, newValue) } }
        public var warnings: [String] { get { message.getList(6) } set { message.setList(6, newValue) } }
    }
}
