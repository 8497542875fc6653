import Glibc
import Testing

@testable import APIServer
@testable import Objects
@testable import Resources

/// What a Kubernetes API server answered, as recorded in `Exchanges/`.
struct Exchange: Sendable, CustomTestStringConvertible {
    let scenario: String
    let number: Int
    let method: String
    let path: String
    let contentType: String
    let request: Value
    let status: Int
    let body: Value

    var testDescription: String { "\(scenario) \(number): \(method) \(path)" }

    static func all(_ scenario: String) throws -> [Exchange] {
        let file = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let recorded = try FreeValue.parse(try read("/\(file)/Exchanges/\(scenario).json"))
        let list = try #require(recorded.asMap?["exchanges"]?.asList)
        return list.enumerated().map { number, entry in
            let request = entry.asMap?["request"]?.asMap ?? [:]
            let response = entry.asMap?["response"]?.asMap ?? [:]
            var status = 0
            if case .int(let code)? = response["status"] { status = code }
            return Exchange(
                scenario: scenario, number: number, method: request["method"]?.asString ?? "",
                path: request["path"]?.asString ?? "",
                contentType: request["headers"]?.asMap?["Content-Type"]?.asString ?? "",
                request: request["body"] ?? .null, status: status, body: response["body"] ?? .null)
        }
    }

    private static func read(_ path: String) throws -> [UInt8] {
        let file = try #require(fopen(path, "r"), "no file \(path)")
        defer { fclose(file) }
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return text }
            text += buffer[..<count]
        }
    }

    /// The resource that the path names, its namespace and the object's name; nil: one that is not built in.
    var target: (definition: ResourceDefinition, namespace: String, name: String)? {
        var parts = path.split(separator: "?")[0].split(separator: "/").map(String.init)
        let group = parts.first == "api" ? "" : parts.count > 1 ? parts[1] : ""
        parts.removeFirst(group.isEmpty ? 2 : 3)
        var namespace = ""
        if parts.count > 2, parts[0] == "namespaces" {
            namespace = parts[1]
            parts.removeFirst(2)
        }
        guard let plural = parts.first,
            let definition = BuiltinResources.all.first(where: { $0.group == group && $0.plural == plural })
        else { return nil }
        return (definition, namespace, parts.count > 1 ? parts[1] : "")
    }

    /// The reasons of a refusal, sorted as they are recorded.
    var causes: [String] {
        let causes = body.asMap?["details"]?.asMap?["causes"]?.asList ?? []
        return causes.map { cause in
            let cause = cause.asMap ?? [:]
            return
                "\(cause["field"]?.asString ?? "") | \(cause["reason"]?.asString ?? "") | \(cause["message"]?.asString ?? "")"
        }.sorted()
    }
}

/// Creates objects the way that the server does, up to the store.
enum Creation {
    /// Stands for every uid: labels are made from it, so it must be a good value.
    static let uid = "00000000-0000-0000-0000-000000000000"

    static func object(_ exchange: Exchange) throws -> (object: Message, problems: [FieldProblem]) {
        let (definition, namespace, _) = try #require(exchange.target)
        var object = try JSONDecoder.decode(FreeValue.text(exchange.request), as: definition.type).message
        var metadata = Metadata(of: object)
        if definition.isNamespaced { metadata.namespace = namespace }
        metadata.uid = Self.uid
        metadata.creationSeconds = 0
        metadata.generation = definition.traits.isDisjoint(with: [.tracksGeneration, .hasOneGeneration]) ? 0 : 1
        metadata.store(in: &object)
        definition.rules.setDefaults(&object)
        definition.prepareForCreate(&object)
        let request = Self.request(object, definition)
        switch definition.plural {
        case "pods":
            var pod = Core.Pod(object)
            try PodPriority.setPriority(&pod, nil, request)
            DefaultTolerations.tolerateLostNodes(&pod)
            if pod.spec.serviceAccountName.isEmpty { pod.spec.serviceAccountName = "default" }
            pod.spec.serviceAccount = pod.spec.serviceAccountName
            ServiceAccountAdmission.mountToken(&pod, Core.ServiceAccount(), suffix: "bcdfg")
            object = pod.message
        case "nodes":
            var node = Core.Node(object)
            NodeTainting.taintNew(&node)
            object = node.message
        case "services":
            var service = Core.Service(object)
            let problems = ServiceAddressRules.problems(service.spec)
            guard problems.isEmpty else { return (object, problems) }
            Self.give(&service)
            object = service.message
        case "persistentvolumeclaims", "persistentvolumes":
            var request = request
            StorageProtection.protect(&request)
            object = request.object
        default: break
        }
        return (
            object,
            MetadataRules.problems(object, definition) + definition.rules.validate(object)
                + definition.rules.validateCreate(object)
        )
    }

    /// Addresses and ports as `ServiceClaims` gives them, of a cluster where nothing is given yet.
    private static func give(_ service: inout Core.Service) {
        var generator = SystemRandomNumberGenerator()
        _ = ServiceFamilies.complete(&service.spec, configured: [.v4])
        if service.spec.clusterIP.isEmpty {
            service.spec.clusterIP = "10.0.0.9"
            service.spec.clusterIPs = ["10.0.0.9"]
        }
        var ports = PortBitmap(30000...32767)
        _ = ServicePorts.plan(&service.spec, &ports, using: &generator)
    }

    /// As admission is asked about it.
    static func request(_ object: Message, _ definition: ResourceDefinition) -> AdmissionRequest {
        let served = ServedResource(
            index: 0, definition: definition, stored: definition, backing: .computed,
            admission: AdmissionChain(plugins: []))
        return AdmissionRequest(
            verb: .create, resource: served, namespace: "default", name: Metadata(of: object).name, object: object,
            caller: .anonymous, isDryRun: false)
    }

    /// What the server shows of it, without what differs from run to run.
    static func shown(_ object: Message, _ definition: ResourceDefinition) throws -> Value {
        comparable(try FreeValue.of(object, as: definition.typeMeta))
    }

    static func comparable(_ value: Value) -> Value {
        switch value {
        case .map(var map):
            for key in ["uid", "resourceVersion", "creationTimestamp", "lastPhaseTransitionTime"] { map[key] = nil }
            // What is given differs from run to run.
            if map["nodePort"] != nil { map["nodePort"] = .string("<port>") }
            if let address = map["clusterIP"]?.asString, address != "None" {
                map["clusterIP"] = .string("<ip>")
                map["clusterIPs"] = .list([.string("<ip>")])
            }
            return .map(map.mapValues(comparable))
        case .list(let list):
            return .list(
                list.filter {
                    // Recorded where another product adds a source of its own.
                    $0.asMap?["configMap"]?.asMap?["name"]?.asString != "openshift-service-ca.crt"
                }.map(comparable))
        default: return value
        }
    }
}

func text(_ value: Value) -> String {
    // Compared without the escapes of the JSON writer for HTML.
    String(decoding: FreeValue.text(value), as: UTF8.self)
        .replacing(Creation.uid, with: "\\u003cuid\\u003e")
        .replacing("kube-api-access-\\u003csuffix\\u003e", with: "kube-api-access-bcdfg")
}
