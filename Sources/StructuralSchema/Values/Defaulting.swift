public import Objects

extension StructuralSchema {
    /// Fills in defaults, also for `null` where the schema does not allow it (Kubernetes, "Defaulting and Nullable").
    ///
    /// Defaults within the root's `metadata` do not exist; whoever keeps it elsewhere may leave it out.
    public func fillIn(_ object: inout Value) { fillIn(&object, root) }

    private func fillIn(_ value: inout Value, _ index: Int32) {
        guard index >= 0 else { return }
        let node = nodes[Int(index)]
        guard node.traits.contains(.hasDefaults) else { return }
        switch value {
        case .map(var map):
            value = .null
            for place in Int(node.firstProperty)..<Int(node.firstProperty) + Int(node.propertyCount) {
                let property = properties[place]
                guard let fallback = fallback(property.node) else { continue }
                let name = names[Int(property.name)]
                switch map[name] {
                case nil: map[name] = fallback
                case .null? where !isNullable(property.node): map[name] = fallback
                default: break
                }
            }
            map.change { name, member in
                let property = self.property(node, name)
                if property < 0, member == .null, let fallback = fallback(node.additional), !isNullable(node.additional)
                {
                    member = fallback
                }
                fillIn(&member, property >= 0 ? property : node.additional)
            }
            value = .map(map)
        case .list(var list):
            value = .null
            for position in list.indices {
                if list[position] == .null, let fallback = fallback(node.items), !isNullable(node.items) {
                    list[position] = fallback
                }
                fillIn(&list[position], node.items)
            }
            value = .list(list)
        default: break
        }
    }

    private func fallback(_ index: Int32) -> Value? {
        guard index >= 0, nodes[Int(index)].fallback >= 0 else { return nil }
        return values[Int(nodes[Int(index)].fallback)]
    }

    private func isNullable(_ index: Int32) -> Bool { nodes[Int(index)].traits.contains(.nullable) }

    /// Removes members that are `null` where the schema allows none and has no default for them.
    public func dropNulls(_ object: inout Value) { dropNulls(&object, root) }

    private func dropNulls(_ value: inout Value, _ index: Int32) {
        guard index >= 0 else { return }
        let node = nodes[Int(index)]
        switch value {
        case .map(var map):
            value = .null
            map.keep { name, member in
                let property = self.property(node, name)
                let child = property >= 0 ? property : node.additional
                guard child >= 0 else { return true }
                if member == .null { return isNullable(child) || fallback(child) != nil }
                dropNulls(&member, child)
                return true
            }
            value = .map(map)
        case .list(var list):
            value = .null
            for position in list.indices { dropNulls(&list[position], node.items) }
            value = .list(list)
        default: break
        }
    }
}
