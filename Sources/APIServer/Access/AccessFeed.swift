import Access
import Objects
import Resources
import WatchCache

/// Brings roles, bindings and what nodes have to do with from the watch cache to where decisions are made.
final class AccessFeed: CacheObserver {
    private enum Kind { case role, clusterRole, roleBinding, clusterRoleBinding, pod, volume, attachment }

    private let control: AccessControl
    private let kinds: [ObjectIdentifier: Kind]
    /// Where among a pod's selectable fields its node and its phase stand.
    private let nodeField: Int?
    private let phaseField: Int?

    /// Attaches itself to the caches of what decides; to be called before they are loaded.
    @discardableResult
    init(_ control: AccessControl, _ registry: ResourceRegistry) {
        self.control = control
        var names: [(String, String, Kind)] = []
        if control.settings.modes.contains(.rbac) {
            names += [
                ("rbac.authorization.k8s.io", "roles", .role),
                ("rbac.authorization.k8s.io", "clusterroles", .clusterRole),
                ("rbac.authorization.k8s.io", "rolebindings", .roleBinding),
                ("rbac.authorization.k8s.io", "clusterrolebindings", .clusterRoleBinding),
            ]
        }
        if control.settings.modes.contains(.node) {
            names += [
                ("", "pods", .pod), ("", "persistentvolumes", .volume),
                ("storage.k8s.io", "volumeattachments", .attachment),
            ]
        }
        var kinds: [ObjectIdentifier: Kind] = [:]
        var caches: [ResourceCache] = []
        var fields: [SelectableField] = []
        for (group, plural, kind) in names {
            guard let cache = registry.find(group: group, plural)?.cache else { continue }
            kinds[ObjectIdentifier(cache)] = kind
            caches.append(cache)
            guard kind == .pod else { continue }
            fields = cache.resource.selectableFields
            control.note { _, pods in pods.attach(cache) }
        }
        self.kinds = kinds
        nodeField = fields.firstIndex { $0.name == "spec.nodeName" }
        phaseField = fields.firstIndex { $0.name == "status.phase" }
        for cache in caches { cache.attach(self) }
    }

    func loaded(_ objects: [CachedObject], of cache: ResourceCache) {
        for object in objects { put(object, in: cache) }
    }

    func put(_ object: CachedObject, in cache: ResourceCache) {
        switch kinds[ObjectIdentifier(cache)] {
        case .role?:
            guard let role = decode(object, as: Rbac.Role.self) else { return }
            let name = RoleName(namespace: object.namespace, name: object.name)
            control.change { authorizer, _ in authorizer.roles.setRole(name, rules: role.rules.map { AccessRule($0) }) }
        case .clusterRole?:
            guard let role = decode(object, as: Rbac.ClusterRole.self) else { return }
            let name = RoleName(name: object.name)
            control.change { authorizer, _ in authorizer.roles.setRole(name, rules: role.rules.map { AccessRule($0) }) }
        case .roleBinding?:
            guard let binding = decode(object, as: Rbac.RoleBinding.self) else { return }
            control.change { authorizer, _ in authorizer.roles.setBinding(RoleBindingFacts(binding)) }
        case .clusterRoleBinding?:
            guard let binding = decode(object, as: Rbac.ClusterRoleBinding.self) else { return }
            control.change { authorizer, _ in authorizer.roles.setBinding(RoleBindingFacts(binding)) }
        case .pod?:
            let node = field(nodeField, of: object)
            // What is bound to no node is most of what a busy scheduler makes: it need not be noted.
            guard !node.isEmpty else { return }
            let phase = field(phaseField, of: object)
            control.note { authorizer, pods in
                pods.put(
                    namespace: object.namespace, name: object.name, node: node,
                    isDone: phase == "Succeeded" || phase == "Failed", graph: &authorizer.nodes)
            }
        case .volume?:
            guard let volume = decode(object, as: Core.PersistentVolume.self) else { return }
            control.note { authorizer, _ in authorizer.nodes.setVolume(volume) }
        case .attachment?:
            guard let attachment = decode(object, as: Storage.VolumeAttachment.self) else { return }
            control.note { authorizer, _ in authorizer.nodes.setAttachment(object.name, node: attachment.spec.nodeName)
            }
        case nil: break
        }
    }

    func removed(_ object: CachedObject, from cache: ResourceCache) {
        let name = RoleName(namespace: object.namespace, name: object.name)
        switch kinds[ObjectIdentifier(cache)] {
        case .role?, .clusterRole?: control.change { authorizer, _ in authorizer.roles.removeRole(name) }
        case .roleBinding?, .clusterRoleBinding?:
            control.change { authorizer, _ in authorizer.roles.removeBinding(name) }
        case .pod?:
            control.note { authorizer, pods in
                pods.remove(namespace: object.namespace, name: object.name, graph: &authorizer.nodes)
            }
        case .volume?: control.note { authorizer, _ in authorizer.nodes.removeVolume(object.name) }
        case .attachment?: control.note { authorizer, _ in authorizer.nodes.removeAttachment(object.name) }
        case nil: break
        }
    }

    private func field(_ position: Int?, of object: CachedObject) -> String {
        guard let position, position < object.fields.count else { return "" }
        return object.fields[position]
    }

    /// Nil: it cannot be read, and gives no rights.
    private func decode<T: MessageView>(_ object: CachedObject, as type: T.Type) -> T? {
        (try? BinaryDecoder.decode(object.value, in: object.object, as: T.descriptor)).map { T($0) }
    }
}
