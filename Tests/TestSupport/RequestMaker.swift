/// Requests for certificates (PKCS #10) as the `openssl` command makes them.
public enum RequestMaker {
    public struct Failure: Error { public let text: String }

    /// - Parameters:
    ///   - subject: `/O=devs/CN=jane`.
    ///   - names: alternative names in OpenSSL's form, `DNS:a.example,IP:192.0.2.1`; empty: none.
    /// - Returns: in PEM.
    public static func make(_ subject: String, names: String = "") throws -> [UInt8] {
        let folder = TemporaryFolder("request")
        let extra = names.isEmpty ? "" : "-addext 'subjectAltName=\(names)'"
        let (output, code) = Command.run(
            "openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout \(folder.path)/key "
                + "-subj '\(subject)' \(extra) -out \(folder.path)/request && cat \(folder.path)/request", input: [])
        let text = String(decoding: output, as: UTF8.self)
        guard code == 0, let start = text.firstRange(of: "-----BEGIN") else { throw Failure(text: text) }
        return Array(text[start.lowerBound...].utf8)
    }
}
