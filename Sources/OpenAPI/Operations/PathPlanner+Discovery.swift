import Objects

extension PathPlanner {
    /// `/apis/apps/v1/`: what is served in a group's version.
    mutating func addResources(of found: GroupVersion) {
        discovery(
            "/\(found.path)/", "get\(found.identifier)APIResources", "Lists the resources of the version.", found.tag,
            Meta.APIResourceList.descriptor)
    }

    /// `/apis/apps/`: a group's versions.
    mutating func addVersions(of group: String) {
        let tag = GroupVersion(group: group, version: "").tag.dropLast()
        if group.isEmpty {
            discovery(
                "/api/", "getCoreAPIVersions", "Lists the versions of the core group.", String(tag),
                Meta.APIVersions.descriptor)
        } else {
            discovery(
                "/apis/\(group)/", "get\(GroupVersion(group: group, version: "").groupIdentifier)APIGroup",
                "Lists the versions of the group.", String(tag), Meta.APIGroup.descriptor)
        }
    }

    /// `/apis/`: all groups.
    mutating func addGroups() {
        discovery("/apis/", "getAPIVersions", "Lists the groups of the API.", "apis", Meta.APIGroupList.descriptor)
    }

    mutating func addVersion() {
        schemas.insertVersionInfo()
        append(
            "/version/", [],
            [
                (
                    "get",
                    OperationPlan(
                        id: "getCodeVersion", description: "Says which version the server is of.", tag: "version",
                        responses: OperationPlan.responses([200], ModelName.versionInfo), produces: ["application/json"]
                    )
                )
            ])
    }

    private mutating func discovery(
        _ path: String, _ id: String, _ description: String, _ tag: String, _ type: MessageDescriptor
    ) {
        schemas.insert(type)
        append(
            path, [],
            [
                (
                    "get",
                    OperationPlan(
                        id: id, description: description, tag: tag,
                        responses: OperationPlan.responses([200], ModelName.of(type)))
                )
            ])
    }
}
