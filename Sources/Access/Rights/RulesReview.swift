public import Objects

/// What somebody may do, as `SelfSubjectRulesReview` lists it.
public enum RulesReview {
    public static func status(of rules: [AccessRule], problem: String?) -> Authorization.SubjectRulesReviewStatus {
        var resources: [Authorization.ResourceRule] = []
        var paths: [Authorization.NonResourceRule] = []
        for rule in rules {
            if !rule.resources.isEmpty {
                var shown = Authorization.ResourceRule()
                shown.verbs = rule.verbs
                shown.apiGroups = rule.groups
                shown.resources = rule.resources
                shown.resourceNames = rule.names
                resources.append(shown)
            }
            if !rule.paths.isEmpty {
                var shown = Authorization.NonResourceRule()
                shown.verbs = rule.verbs
                shown.nonResourceURLs = rule.paths
                paths.append(shown)
            }
        }
        var status = Authorization.SubjectRulesReviewStatus()
        status.resourceRules = resources
        status.nonResourceRules = paths
        if let problem {
            status.evaluationError = problem
            status.incomplete = true
        }
        return status
    }
}
