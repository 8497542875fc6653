import PKIX
import Wire

/// A kubeconfig with everything inside: one file is all that a client needs.
enum Kubeconfig {
    /// - Parameters:
    ///   - server: `https://127.0.0.1:6443`.
    ///   - user: the name that the file gives to the identity; no server reads it.
    static func text(server: String, user: String, identity: CertificatePair, authority: [UInt8]) -> String {
        """
        apiVersion: v1
        kind: Config
        clusters:
        - name: apus
          cluster:
            server: \(quoted(server))
            certificate-authority-data: \(Base64.encode(authority))
        users:
        - name: \(quoted(user))
          user:
            client-certificate-data: \(Base64.encode(identity.certificate))
            client-key-data: \(Base64.encode(identity.key))
        contexts:
        - name: \(quoted("\(user)@apus"))
          context:
            cluster: apus
            user: \(quoted(user))
        current-context: \(quoted("\(user)@apus"))
        preferences: {}

        """
    }

    /// JSON's strings are YAML's double-quoted ones.
    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": out += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                out += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
