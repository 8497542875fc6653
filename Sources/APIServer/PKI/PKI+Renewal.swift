public import PKIX

/// Certificates while they are in use.
extension PKI {
    /// The files of what the API server shows, as they are now.
    public struct ServerFiles: Sendable, Equatable {
        let certificate: [UInt8]?
        let key: [UInt8]?
    }

    public func serverFiles() throws(PKIError) -> ServerFiles {
        let folder = PrivateFolder(path: "\(directory)/pki")
        let name = CertificateRequest.apiServerName
        return ServerFiles(certificate: try folder.read("\(name).crt"), key: try folder.read("\(name).key"))
    }

    /// Whether those are what was read when this was made.
    public func isOf(_ files: ServerFiles) -> Bool {
        files == ServerFiles(certificate: server.certificate, key: server.key)
    }

    /// Whether what the API server shows ends so soon that it is to be made anew.
    /// - Parameter now: seconds since 1970.
    public func isServerEnding(now: Int) -> Bool {
        let end = CertificateIssuer.notAfter(of: server.certificate) ?? 0
        return end &- now < PKILimits.renewalSeconds
    }
}
