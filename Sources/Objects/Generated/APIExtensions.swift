// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1`.
public enum APIExtensions {}

extension APIExtensions {
    public struct CustomResourceDefinitionSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var group: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var names: APIExtensions.CustomResourceDefinitionNames {
            get { message.get(1) }
            _modify { var child: APIExtensions.CustomResourceDefinitionNames = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var scope: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var versions: [APIExtensions.CustomResourceDefinitionVersion] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var conversion: APIExtensions.CustomResourceConversion? {
            get { message.getOptional(4) }
            _modify { var child: APIExtensions.CustomResourceConversion? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var preserveUnknownFields: Bool { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct CustomResourceConversion: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceConversion")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var strategy: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var webhook: APIExtensions.WebhookConversion? {
            get { message.getOptional(1) }
            _modify { var child: APIExtensions.WebhookConversion? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct WebhookConversion: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.WebhookConversion")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var clientConfig: APIExtensions.WebhookClientConfig? {
            get { message.getOptional(0) }
            _modify { var child: APIExtensions.WebhookClientConfig? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var conversionReviewVersions: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct WebhookClientConfig: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var url: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var service: APIExtensions.ServiceReference? {
            get { message.getOptional(1) }
            _modify { var child: APIExtensions.ServiceReference? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var caBundle: [UInt8] { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct ServiceReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.ServiceReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var namespace: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var name: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var path: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var port: Int? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct CustomResourceDefinitionVersion: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var served: Bool { get { message.get(1) } set { message.set(1, newValue) } }
        public var storage: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var deprecated: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var deprecationWarning: String? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var schema: APIExtensions.CustomResourceValidation? {
            get { message.getOptional(5) }
            _modify { var child: APIExtensions.CustomResourceValidation? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
        public var subresources: APIExtensions.CustomResourceSubresources? {
            get { message.getOptional(6) }
            _modify { var child: APIExtensions.CustomResourceSubresources? = message.takeOptional(6); defer { message.setOptional(6, child) }; yield &child }
        }
        public var additionalPrinterColumns: [APIExtensions.CustomResourceColumnDefinition] { get { message.getList(7) } set { message.setList(7, newValue) } }
        public var selectableFields: [APIExtensions.SelectableField] { get { message.getList(8) } set { message.setList(8, newValue) } }
    }
    public struct SelectableField: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.SelectableField")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var jsonPath: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct CustomResourceColumnDefinition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceColumnDefinition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var type: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var format: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var description_: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var priority: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var jsonPath: String { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct CustomResourceDefinitionNames: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var plural: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var singular: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var shortNames: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var kind: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var listKind: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var categories: [String] { get { message.getList(5) } set { message.setList(5, newValue) } }
    }
    public struct CustomResourceDefinitionCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var reason: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var message_: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var observedGeneration: Int { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct CustomResourceDefinitionStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var conditions: [APIExtensions.CustomResourceDefinitionCondition] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var acceptedNames: APIExtensions.CustomResourceDefinitionNames {
            get { message.get(1) }
            _modify { var child: APIExtensions.CustomResourceDefinitionNames = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var storedVersions: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var observedGeneration: Int { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct CustomResourceDefinition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: APIExtensions.CustomResourceDefinitionSpec {
            get { message.get(1) }
            _modify { var child: APIExtensions.CustomResourceDefinitionSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: APIExtensions.CustomResourceDefinitionStatus {
            get { message.get(2) }
            _modify { var child: APIExtensions.CustomResourceDefinitionStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct CustomResourceDefinitionList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [APIExtensions.CustomResourceDefinition] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct CustomResourceValidation: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceValidation")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var openAPIV3Schema: APIExtensions.JSONSchemaProps? {
            get { message.getOptional(0) }
            _modify { var child: APIExtensions.JSONSchemaProps? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct CustomResourceSubresources: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresources")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var status: APIExtensions.CustomResourceSubresourceStatus? {
            get { message.getOptional(0) }
            _modify { var child: APIExtensions.CustomResourceSubresourceStatus? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var scale: APIExtensions.CustomResourceSubresourceScale? {
            get { message.getOptional(1) }
            _modify { var child: APIExtensions.CustomResourceSubresourceScale? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct CustomResourceSubresourceScale: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceScale")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var specReplicasPath: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var statusReplicasPath: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var labelSelectorPath: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct ConversionReview: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.ConversionReview")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var request: APIExtensions.ConversionRequest? {
            get { message.getOptional(0) }
            _modify { var child: APIExtensions.ConversionRequest? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var response: APIExtensions.ConversionResponse? {
            get { message.getOptional(1) }
            _modify { var child: APIExtensions.ConversionResponse? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct ConversionRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.ConversionRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var uid: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var desiredAPIVersion: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var objects: [RawJSON] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct ConversionResponse: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.ConversionResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var uid: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var convertedObjects: [RawJSON] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var result: Meta.Status {
            get { message.get(2) }
            _modify { var child: Meta.Status = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct JSONSchemaProps: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var id: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var schema: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var ref: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var description_: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var type: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var format: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var title: String { get { message.get(6) } set { message.set(6, newValue) } }
        public var `default`: RawJSON? { get { message.getOptional(7) } set { message.setOptional(7, newValue) } }
        public var maximum: Double? { get { message.getOptional(8) } set { message.setOptional(8, newValue) } }
        public var exclusiveMaximum: Bool { get { message.get(9) } set { message.set(9, newValue) } }
        public var minimum: Double? { get { message.getOptional(10) } set { message.setOptional(10, newValue) } }
        public var exclusiveMinimum: Bool { get { message.get(11) } set { message.set(11, newValue) } }
        public var maxLength: Int? { get { message.getOptional(12) } set { message.setOptional(12, newValue) } }
        public var minLength: Int? { get { message.getOptional(13) } set { message.setOptional(13, newValue) } }
        public var pattern: String { get { message.get(14) } set { message.set(14, newValue) } }
        public var maxItems: Int? { get { message.getOptional(15) } set { message.setOptional(15, newValue) } }
        public var minItems: Int? { get { message.getOptional(16) } set { message.setOptional(16, newValue) } }
        public var uniqueItems: Bool { get { message.get(17) } set { message.set(17, newValue) } }
        public var multipleOf: Double? { get { message.getOptional(18) } set { message.setOptional(18, newValue) } }
        public var `enum`: [RawJSON] { get { message.getList(19) } set { message.setList(19, newValue) } }
        public var maxProperties: Int? { get { message.getOptional(20) } set { message.setOptional(20, newValue) } }
        public var minProperties: Int? { get { message.getOptional(21) } set { message.setOptional(21, newValue) } }
        public var required: [String] { get { message.getList(22) } set { message.setList(22, newValue) } }
        public var allOf: [APIExtensions.JSONSchemaProps] { get { message.getList(24) } set { message.setList(24, newValue) } }
        public var oneOf: [APIExtensions.JSONSchemaProps] { get { message.getList(25) } set { message.setList(25, newValue) } }
        public var anyOf: [APIExtensions.JSONSchemaProps] { get { message.getList(26) } set { message.setList(26, newValue) } }
        public var not: APIExtensions.JSONSchemaProps? {
            get { message.getOptional(27) }
            _modify { var child: APIExtensions.JSONSchemaProps? = message.takeOptional(27); defer { message.setOptional(27, child) }; yield &child }
        }
        public var properties: StringMap<APIExtensions.JSONSchemaProps> { get { message.getMap(28) } set { message.setMap(28, newValue) } }
        public var patternProperties: StringMap<APIExtensions.JSONSchemaProps> { get { message.getMap(30) } set { message.setMap(30, newValue) } }
        public var definitions: StringMap<APIExtensions.JSONSchemaProps> { get { message.getMap(33) } set { message.setMap(33, newValue) } }
        public var externalDocs: APIExtensions.ExternalDocumentation? {
            get { message.getOptional(34) }
            _modify { var child: APIExtensions.ExternalDocumentation? = message.takeOptional(34); defer { message.setOptional(34, child) }; yield &child }
        }
        public var example: RawJSON? { get { message.getOptional(35) } set { message.setOptional(35, newValue) } }
        public var nullable: Bool { get { message.get(36) } set { message.set(36, newValue) } }
        public var xkubernetespreserveunknownfields: Bool? { get { message.getOptional(37) } set { message.setOptional(37, newValue) } }
        public var xkubernetesembeddedresource: Bool { get { message.get(38) } set { message.set(38, newValue) } }
        public var xkubernetesintorstring: Bool { get { message.get(39) } set { message.set(39, newValue) } }
        public var xkuberneteslistmapkeys: [String] { get { message.getList(40) } set { message.setList(40, newValue) } }
        public var xkuberneteslisttype: String? { get { message.getOptional(41) } set { message.setOptional(41, newValue) } }
        public var xkubernetesmaptype: String? { get { message.getOptional(42) } set { message.setOptional(42, newValue) } }
        public var xkubernetesvalidations: [APIExtensions.ValidationRule] { get { message.getList(43) } set { message.setList(43, newValue) } }
    }
    public struct ValidationRule: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.ValidationRule")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var rule: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var message_: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var messageExpression: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var reason: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var fieldPath: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var optionalOldSelf: Bool? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
    }
    public struct ExternalDocumentation: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.ExternalDocumentation")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var description_: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var url: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct CustomResourceSubresourceStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
}
