import Objects

/// A short name for a pod template: equal templates have equal names, as far as a hash can promise it.
enum PodTemplateHash {
    /// No vowels and nothing that reads like one, so that no word comes about by chance.
    private static let alphabet = Array("bcdfghjklmnpqrstvwxz2456789")
    /// 27^10 names: among a few hundred templates of one Deployment a collision is as good as impossible.
    private static let length = 10

    /// - Parameter collisions: how often the name was taken by another template; changes the name.
    static func name(of template: Core.PodTemplateSpec, collisions: Int) -> String {
        // FNV-1a, 64 bits (draft-eastlake-fnv, 2), over the template's one binary form.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        for byte in BinaryEncoder.encode(unlabelled(template).message) { add(byte) }
        if collisions > 0 { for byte in String(collisions).utf8 { add(byte) } }
        // The high bits are the better mixed ones.
        hash ^= hash >> 32
        var name = ""
        for _ in 0..<length {
            name.append(alphabet[Int(hash % UInt64(alphabet.count))])
            hash /= UInt64(alphabet.count)
        }
        return name
    }

    /// The template without the label that ReplicaSets add.
    static func unlabelled(_ template: Core.PodTemplateSpec) -> Core.PodTemplateSpec {
        var template = template
        template.metadata.labels[DeploymentAnnotations.templateHash] = nil
        return template
    }

    /// Whether both make the same pods.
    static func areEqual(_ a: Core.PodTemplateSpec, _ b: Core.PodTemplateSpec) -> Bool {
        unlabelled(a) == unlabelled(b)
    }
}
