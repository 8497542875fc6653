// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.authentication.v1`.
public enum Authentication {}

extension Authentication {
    public struct TokenReview: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authentication.v1.TokenReview")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Authentication.TokenReviewSpec {
            get { message.get(1) }
            _modify { var child: Authentication.TokenReviewSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Authentication.TokenReviewStatus {
            get { message.get(2) }
            _modify { var child: Authentication.TokenReviewStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct TokenReviewSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authentication.v1.TokenReviewSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var token: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var audiences: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct TokenReviewStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authentication.v1.TokenReviewStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var authenticated: Bool { get { message.get(0) } set { message.set(0, newValue) } }
        public var user: Authentication.UserInfo {
            get { message.get(1) }
            _modify { var child: Authentication.UserInfo = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var audiences: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var error: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct UserInfo: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authentication.v1.UserInfo")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var username: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var uid: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var groups: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct TokenRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authentication.v1.TokenRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Authentication.TokenRequestSpec {
            get { message.get(1) }
            _modify { var child: Authentication.TokenRequestSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Authentication.TokenRequestStatus {
            get { message.get(2) }
            _modify { var child: Authentication.TokenRequestStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct TokenRequestSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authentication.v1.TokenRequestSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var audiences: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var expirationSeconds: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var boundObjectRef: Authentication.BoundObjectReference? {
            get { message.getOptional(2) }
            _modify { var child: Authentication.BoundObjectReference? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct TokenRequestStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authentication.v1.TokenRequestStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var token: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var expirationTimestamp: Timestamp? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct BoundObjectReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authentication.v1.BoundObjectReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var kind: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var apiVersion: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var name: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var uid: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct SelfSubjectReview: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authentication.v1.SelfSubjectReview")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var status: Authentication.SelfSubjectReviewStatus {
            get { message.get(1) }
            _modify { var child: Authentication.SelfSubjectReviewStatus = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct SelfSubjectReviewStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authentication.v1.SelfSubjectReviewStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var userInfo: Authentication.UserInfo {
            get { message.get(0) }
            _modify { var child: Authentication.UserInfo = message.take(0); defer { message.set(0, child) }; yield &child }
        }
    }
}
