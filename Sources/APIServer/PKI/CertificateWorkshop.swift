import Access
import PKIX

/// Carries out `CertificatePlan` on a folder.
struct CertificateWorkshop {
    let folder: PrivateFolder
    let factory: CertificateFactory
    private(set) var notes: [String] = []

    init(folder: PrivateFolder, factory: CertificateFactory) {
        self.folder = folder
        self.factory = factory
    }

    mutating func authority() throws(PKIError) -> CertificatePair {
        let request = CertificateRequest.authority
        let found = try read(request.name, orphanIsError: true)
        let facts = try found.map { (pair) throws(PKIError) in try self.facts(request.name, pair, nil) }
        if let facts, !facts.matchesKey || !facts.signedByAuthority {
            throw PKIError(
                .damaged,
                "\(folder.path)/ca.key is not the key of \(folder.path)/ca.crt: put back the two that belong together, "
                    + "or remove both to make a new authority (kubeconfigs that were handed out then stop working)")
        }
        let step = CertificatePlan.authority(facts, now: factory.now)
        if let found, step == .keep { return found }
        if let found, case .renewKeepingKey(let reason) = step {
            return try keep(try factory.renew(request, keyOf: found), request.name, "renewed", reason)
        }
        return try keep(try factory.make(request, signedBy: nil), request.name, "made", step.reason)
    }

    mutating func leaf(_ request: CertificateRequest, _ authority: CertificatePair) throws(PKIError) -> PKI.Identity {
        let found = try read(request.name, orphanIsError: false)
        let facts = try found.map { (pair) throws(PKIError) in try self.facts(request.name, pair, authority) }
        let step = CertificatePlan.leaf(request, facts, now: factory.now)
        let pair: CertificatePair
        if let found, step == .keep {
            pair = found
        } else {
            pair = try keep(try factory.make(request, signedBy: authority), request.name, "made", step.reason)
        }
        return PKI.Identity(
            certificate: pair.certificate, key: pair.key, certificatePath: "\(folder.path)/\(request.name).crt",
            keyPath: "\(folder.path)/\(request.name).key")
    }

    /// The key of ServiceAccounts' tokens, made at the first start. It is never replaced: tokens that were handed out hang on
    /// it.
    mutating func serviceAccountKey() throws(PKIError) -> [UInt8] {
        let found = try folder.read("sa.key")
        if found != nil, try folder.restrict("sa.key") { notes.append("closed sa.key to other users") }
        let pem: [UInt8]
        let key: TokenKey
        do {
            if let found { pem = found } else { pem = try TokenKey.makePrivate() }
            key = try TokenKey(pem: pem, name: "\(folder.path)/sa.key")
        } catch { throw Self.damagedKey(error.description) }
        guard key.canSign, let shown = key.publicPEM() else {
            throw Self.damagedKey("\(folder.path)/sa.key has no private half")
        }
        if found == nil {
            try folder.write(pem, to: "sa.key", mode: 0o600)
            notes.append("made sa.key (missing)")
        }
        if try folder.read("sa.pub") != shown { try folder.write(shown, to: "sa.pub", mode: 0o644) }
        return pem
    }

    private static func damagedKey(_ why: String) -> PKIError {
        PKIError(
            .damaged,
            "\(why): put back a good copy, or remove sa.key to make a new one (tokens that were handed out then stop working)"
        )
    }

    /// - Parameter orphanIsError: one file of the two without the other is an error, rather than as good as none.
    private mutating func read(_ name: String, orphanIsError: Bool) throws(PKIError) -> CertificatePair? {
        let certificate = try folder.read("\(name).crt")
        let key = try folder.read("\(name).key")
        if key != nil, try folder.restrict("\(name).key") { notes.append("closed \(name).key to other users") }
        if let certificate, let key { return CertificatePair(certificate: certificate, key: key) }
        // A crash between the two writes at the first start leaves the key alone, which nobody has trusted yet.
        if orphanIsError, certificate != nil {
            throw PKIError(
                .missing,
                "\(folder.path)/\(name).key is missing beside \(name).crt: put it back, or remove \(name).crt to make a "
                    + "new authority (kubeconfigs that were handed out then stop working)")
        }
        return nil
    }

    private func facts(
        _ name: String, _ pair: CertificatePair, _ authority: CertificatePair?
    ) throws(PKIError) -> CertificateFacts {
        do throws(PKIError) {
            return try factory.facts(pair, authority: authority)
        } catch {
            guard error.code == .damaged else { throw error }
            let file = "\(folder.path)/\(name)." + (error.message.hasPrefix("key") ? "key" : "crt")
            let advice =
                authority == nil
                ? "put back a good copy, or remove ca.crt and ca.key to make a new authority (kubeconfigs that were "
                    + "handed out then stop working)"
                : "remove it and start again to have it made anew"
            throw PKIError(.damaged, "\(file) is damaged (\(error.message)): \(advice)")
        }
    }

    /// The key first: a certificate is only ever there with its key.
    private mutating func keep(
        _ pair: CertificatePair, _ name: String, _ verb: String, _ reason: String
    ) throws(PKIError) -> CertificatePair {
        try folder.write(pair.key, to: "\(name).key", mode: 0o600)
        try folder.write(pair.certificate, to: "\(name).crt", mode: 0o644)
        notes.append("\(verb) \(name).crt (\(reason))")
        return pair
    }
}
