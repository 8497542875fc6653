import Objects
import Wire

extension BuiltinResources {
    static let secrets = ResourceDefinition(
        "v1", "secrets", "Secret", selectable: ["type"], rules: SecretRules(),
        rows: RowPlan([
            .name, Column("Type", about: "What the secret is for.", field: "type"),
            Column("Data", about: "How many values it holds.", reads: ["data"]) { object, _ in
                .integer(Core.Secret(object).data.count)
            }, .age,
        ]))
}

struct SecretRules: ResourceRules {
    /// `stringData` is written only: it becomes `data`.
    func setDefaults(_ object: inout Message) {
        var secret = Core.Secret(object)
        if secret.type.isEmpty { secret.type = "Opaque" }
        if !secret.stringData.isEmpty {
            var data = secret.data
            for entry in secret.stringData.entries { data[entry.key] = Array(entry.value.utf8) }
            secret.data = data
            secret.stringData = [:]
        }
        object = secret.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let secret = Core.Secret(object)
        var problems: [FieldProblem] = []
        var size = 0
        for entry in secret.data.entries {
            problems += FieldWords.name("data[\(entry.key)]", entry.key, FieldWords.configKeyProblems)
            size += entry.value.count
        }
        if size > ConfigMapRules.sizeLimitBytes {
            problems.append(.tooLong("data", limitBytes: ConfigMapRules.sizeLimitBytes))
        }
        return problems + content(secret)
    }

    /// What the type promises to hold.
    private func content(_ secret: Core.Secret) -> [FieldProblem] {
        func required(_ key: String) -> [FieldProblem] { secret.data[key] == nil ? [.required("data[\(key)]")] : [] }
        switch secret.type {
        case "kubernetes.io/service-account-token":
            let annotation = "kubernetes.io/service-account.name"
            return FieldWords.required(
                "metadata.annotations[\(annotation)]", secret.metadata.annotations[annotation] ?? "")
        case "kubernetes.io/dockercfg": return required(".dockercfg") + json(secret, ".dockercfg")
        case "kubernetes.io/dockerconfigjson": return required(".dockerconfigjson") + json(secret, ".dockerconfigjson")
        case "kubernetes.io/basic-auth":
            let hasOne = secret.data["username"] != nil || secret.data["password"] != nil
            return hasOne ? [] : required("username") + required("password")
        case "kubernetes.io/ssh-auth":
            let key = "ssh-privatekey"
            return secret.data[key]?.isEmpty ?? true ? [.required("data[\(key)]")] : []
        case "kubernetes.io/tls": return required("tls.crt") + required("tls.key")
        default: return []
        }
    }

    private func json(_ secret: Core.Secret, _ key: String) -> [FieldProblem] {
        guard let text = secret.data[key] else { return [] }
        do {
            guard case .map = try FreeValue.parse(text) else {
                return [.invalid("data[\(key)]", text: "<secret contents redacted>", "must be a JSON object")]
            }
            return []
        } catch { return [.invalid("data[\(key)]", text: "<secret contents redacted>", error.message)] }
    }

    func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?) {
        if object["type"] == nil { object["type"] = old["type"] }
    }

    func validateUpdate(
        _ object: Message, old: Message, subresource: Subresource?
    ) -> [FieldProblem] {
        let secret = Core.Secret(object)
        let before = Core.Secret(old)
        var problems: [FieldProblem] = []
        if secret.type != before.type { problems.append(.invalid("type", text: secret.type, FieldWords.immutable)) }
        guard before.immutable == true else { return problems }
        if secret.immutable != true { problems.append(.forbidden("immutable", ConfigMapRules.immutableWords)) }
        if secret.data != before.data { problems.append(.forbidden("data", ConfigMapRules.immutableWords)) }
        return problems
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        let secret = Core.Secret(object)
        guard secret.type == "kubernetes.io/tls" else { return [] }
        for (key, part) in [("tls.crt", "certificate"), ("tls.key", "key")] where !isArmored(secret.data[key] ?? []) {
            return ["tls: failed to find any PEM data in \(part) input"]
        }
        return []
    }

    /// Whether there is a block in it, of whatever content (RFC 7468).
    private func isArmored(_ text: [UInt8]) -> Bool {
        let text = text[...]
        guard let begin = text.firstRange(of: Array("-----BEGIN ".utf8)) else { return false }
        return text[begin.upperBound...].firstRange(of: Array("-----END ".utf8)) != nil
    }
}
