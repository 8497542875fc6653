import Objects

/// Volumes that are put together from several sources, no two of which write the same file.
enum ProjectionRules {
    private static let shortestTokenSeconds = 600
    private static let longestTokenSeconds = 1 << 32

    static func problems(_ volume: Core.ProjectedVolumeSource, _ path: String) -> [FieldProblem] {
        var problems = FileRules.mode("\(path).defaultMode", volume.defaultMode)
        var taken: Set<String> = []
        for (index, source) in volume.sources.enumerated() {
            let at = "\(path).sources[\(index)]"
            var count = 0
            func take(_ file: String, shown: String) {
                guard !file.isEmpty, !taken.insert(file).inserted else { return }
                problems.append(.invalid(path, text: shown, "conflicting duplicate paths"))
            }
            func keys(_ field: String, _ name: String, _ items: [Core.KeyToPath]) {
                count += 1
                problems += FieldWords.required("\(at).\(field).name", name)
                problems += FileRules.items(items, "\(at).\(field).items")
                for item in items { take(item.path, shown: name) }
            }
            if let secret = source.secret { keys("secret", secret.localObjectReference.name, secret.items) }
            if let map = source.configMap { keys("configMap", map.localObjectReference.name, map.items) }
            if let downward = source.downwardAPI {
                count += 1
                for file in downward.items {
                    problems += FileRules.file(file, "\(at).downwardAPI")
                    take(file.path, shown: file.path)
                }
            }
            if let token = source.serviceAccountToken {
                count += 1
                problems += self.token(token, "\(at).serviceAccountToken", volume: path)
            }
            if let bundle = source.clusterTrustBundle {
                count += 1
                problems += self.bundle(bundle, "\(at).clusterTrustBundle")
                take(bundle.path, shown: bundle.path)
            }
            if source.podCertificate != nil { count += 1 }
            if count > 1 { problems.append(.forbidden(at, "may not specify more than 1 volume type per source")) }
        }
        return problems
    }

    /// - Parameter volume: the path of the volume, under which upstream reports the token's own.
    private static func token(
        _ token: Core.ServiceAccountTokenProjection, _ path: String, volume: String
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        let seconds = token.expirationSeconds ?? 0
        let shown = String(seconds)
        if seconds < shortestTokenSeconds {
            problems.append(
                .invalid("\(path).expirationSeconds", shown, "may not specify a duration less than 10 minutes"))
        }
        if seconds > longestTokenSeconds {
            problems.append(
                .invalid("\(path).expirationSeconds", shown, "may not specify a duration larger than 2^32 seconds"))
        }
        return problems + FieldWords.required("\(volume).path", token.path)
            + (token.path.isEmpty ? [] : FieldWords.localPath("\(volume).path", token.path))
    }

    private static func bundle(_ bundle: Core.ClusterTrustBundleProjection, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        switch (bundle.name, bundle.signerName) {
        case (_?, _?):
            problems.append(
                .invalid(path, InternalForm.text(bundle.message), "only one of name and signerName may be used"))
        case (let name?, nil):
            if name.isEmpty { problems.append(.required("\(path).name", "must be a valid object name")) }
            let isSigned = name.contains(":")
            let plain = isSigned ? String(name.split(separator: ":").last ?? "") : name
            problems += Names.subdomainProblems(plain).map {
                .invalid("\(path).name", text: name, "not a valid clustertrustbundlename: \($0)")
            }
            if let selector = bundle.labelSelector {
                problems.append(
                    .invalid(
                        "\(path).labelSelector", FieldWords.json(selector.message),
                        "labelSelector must be unset if name is specified"))
            }
        case (nil, let signer?):
            if signer.isEmpty { problems.append(.required("\(path).signerName", "must be a valid signer name")) }
            if let selector = bundle.labelSelector {
                problems += SelectorRules.problems(selector, "\(path).labelSelector")
            }
        case (nil, nil): problems.append(.required(path, "either name or signerName must be specified"))
        }
        return problems + FieldWords.required("\(path).path", bundle.path)
            + FieldWords.localPath("\(path).path", bundle.path)
    }
}
