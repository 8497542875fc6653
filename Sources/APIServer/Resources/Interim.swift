import Objects
enum MetadataRules { static func problems(_ o: Message, _ d: ResourceDefinition) -> [FieldProblem] { [] }; static func updateProblems(_ o: Message, old: Message) -> [FieldProblem] { [] } }
enum Admission { static func admitCreate(_ o: inout Message, _ d: ResourceDefinition, core: ServerCore) async throws(APIError) {} }
struct Plain: ResourceRules {}
public enum BuiltinResources { public static let all: [ResourceDefinition] = [
 ResourceDefinition(plural: "namespaces", singular: "namespace", kind: "Namespace", shortNames: ["ns"], isNamespaced: false, type: Core.Namespace.descriptor, listType: Core.NamespaceList.descriptor, rules: Plain()),
 ResourceDefinition(plural: "configmaps", singular: "configmap", kind: "ConfigMap", shortNames: ["cm"], type: Core.ConfigMap.descriptor, listType: Core.ConfigMapList.descriptor, rules: Plain()),
] }
