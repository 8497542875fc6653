// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.apimachinery.pkg.runtime`.
public enum Runtime {}

extension Runtime {
    public struct TypeMeta: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.runtime.TypeMeta")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var apiVersion: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var kind: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct Unknown: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.runtime.Unknown")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var typeMeta: Runtime.TypeMeta {
            get { message.get(0) }
            _modify { var child: Runtime.TypeMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var raw: [UInt8] { get { message.get(1) } set { message.set(1, newValue) } }
        public var contentEncoding: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var contentType: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
}
