import Objects

/// What upstream's internal types call their fields, and in which order these stand, where they are not as served.
enum InternalNames {
    /// A field's name in Go.
    static func name(of field: String, in type: MessageDescriptor) -> String {
        ofTypes["\(type.name).\(field)"] ?? names[field] ?? field.prefix(1).uppercased() + field.dropFirst()
    }

    private static let names = [
        "apiGroup": "APIGroup", "apiVersion": "APIVersion", "awsElasticBlockStore": "AWSElasticBlockStore",
        "cephfs": "CephFS", "chapAuthDiscovery": "DiscoveryCHAPAuth", "chapAuthSession": "SessionCHAPAuth",
        "csi": "CSI", "diskURI": "DataDiskURI", "dnsConfig": "DNSConfig", "dnsPolicy": "DNSPolicy", "fc": "FC",
        "fsGroup": "FSGroup", "fsGroupChangePolicy": "FSGroupChangePolicy", "fsType": "FSType",
        "gcePersistentDisk": "GCEPersistentDisk", "gmsaCredentialSpec": "GMSACredentialSpec",
        "gmsaCredentialSpecName": "GMSACredentialSpecName", "grpc": "GRPC", "httpGet": "HTTPGet",
        "httpHeaders": "HTTPHeaders", "ip": "IP", "iqn": "IQN", "iscsi": "ISCSI",
        "iscsiInterface": "ISCSIInterface", "nfs": "NFS", "os": "OS", "pdName": "PDName", "rbd": "RBD",
        "seLinuxChangePolicy": "SELinuxChangePolicy", "seLinuxOptions": "SELinuxOptions", "sslEnabled": "SSLEnabled",
        "storageos": "StorageOS", "tcpSocket": "TCPSocket", "tty": "TTY", "uid": "UID", "wwids": "WWIDs",
    ]

    private static let ofTypes = [
        "DeviceSelector.cel": "CEL", "NetworkDeviceData.ips": "IPs",
        "DeviceAttribute.bool": "BoolValue", "DeviceAttribute.bools": "BoolValues",
        "DeviceAttribute.int": "IntValue", "DeviceAttribute.ints": "IntValues",
        "DeviceAttribute.string": "StringValue", "DeviceAttribute.strings": "StringValues",
        "DeviceAttribute.version": "VersionValue", "DeviceAttribute.versions": "VersionValues",
        "GlusterfsVolumeSource.endpoints": "EndpointsName",
        "RBDVolumeSource.image": "RBDImage", "RBDVolumeSource.monitors": "CephMonitors",
        "RBDVolumeSource.pool": "RBDPool", "RBDVolumeSource.user": "RadosUser",
        "ServiceCIDRSpec.cidrs": "CIDRs",
    ]

    /// By the type's name. Fields that are not named stand elsewhere or nowhere.
    static let orders: [String: [String]] = [
        "PodSpec": [
            "volumes", "initContainers", "containers", "ephemeralContainers", "restartPolicy",
            "terminationGracePeriodSeconds", "activeDeadlineSeconds", "dnsPolicy", "nodeSelector",
            "serviceAccountName", "automountServiceAccountToken", "nodeName", "securityContext", "imagePullSecrets",
            "hostname", "subdomain", "setHostnameAsFQDN", "affinity", "schedulerName", "tolerations", "hostAliases",
            "priorityClassName", "priority", "preemptionPolicy", "dnsConfig", "readinessGates", "runtimeClassName",
            "overhead", "enableServiceLinks", "topologySpreadConstraints", "os", "schedulingGates", "resourceClaims",
            "resources", "hostnameOverride", "schedulingGroup",
        ],
        "PodSecurityContext": [
            "seLinuxOptions", "windowsOptions", "runAsUser", "runAsGroup", "runAsNonRoot", "supplementalGroups",
            "supplementalGroupsPolicy", "fsGroup", "fsGroupChangePolicy", "sysctls", "seccompProfile",
            "appArmorProfile", "seLinuxChangePolicy",
        ],
        "VolumeSource": [
            "hostPath", "emptyDir", "gcePersistentDisk", "awsElasticBlockStore", "gitRepo", "secret", "nfs", "iscsi",
            "glusterfs", "persistentVolumeClaim", "rbd", "quobyte", "flexVolume", "cinder", "cephfs", "flocker",
            "downwardAPI", "fc", "azureFile", "configMap", "vsphereVolume", "azureDisk", "photonPersistentDisk",
            "projected", "portworxVolume", "scaleIO", "storageos", "csi", "ephemeral", "image",
        ],
    ]
}
