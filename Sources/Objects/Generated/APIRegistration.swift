// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.kube_aggregator.pkg.apis.apiregistration.v1`.
public enum APIRegistration {}

extension APIRegistration {
    public struct APIServiceList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1.APIServiceList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [APIRegistration.APIService] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ServiceReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1.ServiceReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var namespace: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var name: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var port: Int? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct APIServiceSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1.APIServiceSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var service: APIRegistration.ServiceReference? {
            get { message.getOptional(0) }
            _modify { var child: APIRegistration.ServiceReference? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var group: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var version: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var insecureSkipTLSVerify: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var caBundle: [UInt8] { get { message.get(4) } set { message.set(4, newValue) } }
        public var groupPriorityMinimum: Int { get { message.get(5) } set { message.set(5, newValue) } }
        public var versionPriority: Int { get { message.get(6) } set { message.set(6, newValue) } }
    }
    public struct APIServiceCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1.APIServiceCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var reason: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var message_: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct APIServiceStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1.APIServiceStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var conditions: [APIRegistration.APIServiceCondition] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct APIService: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.kube_aggregator.pkg.apis.apiregistration.v1.APIService")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: APIRegistration.APIServiceSpec {
            get { message.get(1) }
            _modify { var child: APIRegistration.APIServiceSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: APIRegistration.APIServiceStatus {
            get { message.get(2) }
            _modify { var child: APIRegistration.APIServiceStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
}
