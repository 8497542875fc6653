import Testing

@testable import Objects
@testable import Resources

/// Expectations follow from the fields of upstream's internal types (pkg/apis/core) and from how Go writes them as JSON.
@Suite("Structures in messages are shown as upstream keeps them")
struct InternalFormTests {
    private func text(_ type: String, _ json: String) throws -> String {
        let type = Schema.kubernetes.require("k8s.io.api.\(type)")
        return InternalForm.text(try JSONDecoder.decode(Array(json.utf8), as: type).message)
    }

    @Test("A template of pods: labels beside its specification, host's namespaces in the security context")
    func template() throws {
        let shown = try text(
            "core.v1.PodTemplateSpec",
            #"""
            {"metadata":{"labels":{"a":"b"}},"spec":{"hostNetwork":true,"serviceAccountName":"s","serviceAccount":"s",
            "restartPolicy":"Never","containers":[{"name":"c","image":"i","command":["sh","-c","x && y"],
            "resources":{"limits":{"cpu":"1"}},"livenessProbe":{"httpGet":{"port":80},"periodSeconds":1}}]}}
            """#)
        let container =
            #"{"Name":"c","Image":"i","Command":["sh","-c","x \u0026\u0026 y"],"Args":null,"WorkingDir":"","Ports":null,"#
            + #""EnvFrom":null,"Env":null,"Resources":{"Limits":{"cpu":"1"},"Requests":null,"Claims":null},"#
            + #""ResizePolicy":null,"RestartPolicy":null,"RestartPolicyRules":null,"VolumeMounts":null,"#
            + #""VolumeDevices":null,"LivenessProbe":{"Exec":null,"HTTPGet":{"Path":"","Port":80,"Host":"","Scheme":"","#
            + #""HTTPHeaders":null},"TCPSocket":null,"GRPC":null,"InitialDelaySeconds":0,"TimeoutSeconds":0,"#
            + #""PeriodSeconds":1,"SuccessThreshold":0,"FailureThreshold":0,"TerminationGracePeriodSeconds":null},"#
            + #""ReadinessProbe":null,"StartupProbe":null,"Lifecycle":null,"TerminationMessagePath":"","#
            + #""TerminationMessagePolicy":"","ImagePullPolicy":"","SecurityContext":null,"Stdin":false,"#
            + #""StdinOnce":false,"TTY":false}"#
        let context =
            #"{"HostNetwork":true,"HostPID":false,"HostIPC":false,"ShareProcessNamespace":null,"HostUsers":null,"#
            + #""SELinuxOptions":null,"WindowsOptions":null,"RunAsUser":null,"RunAsGroup":null,"RunAsNonRoot":null,"#
            + #""SupplementalGroups":null,"SupplementalGroupsPolicy":null,"FSGroup":null,"FSGroupChangePolicy":null,"#
            + #""Sysctls":null,"SeccompProfile":null,"AppArmorProfile":null,"SELinuxChangePolicy":null}"#
        #expect(
            shown == #"{"labels":{"a":"b"},"Spec":{"Volumes":null,"InitContainers":null,"Containers":[\#(container)],"#
                + #""EphemeralContainers":null,"RestartPolicy":"Never","TerminationGracePeriodSeconds":null,"#
                + #""ActiveDeadlineSeconds":null,"DNSPolicy":"","NodeSelector":null,"ServiceAccountName":"s","#
                + #""AutomountServiceAccountToken":null,"NodeName":"","SecurityContext":\#(context),"#
                + #""ImagePullSecrets":null,"Hostname":"","Subdomain":"","SetHostnameAsFQDN":null,"Affinity":null,"#
                + #""SchedulerName":"","Tolerations":null,"HostAliases":null,"PriorityClassName":"","Priority":null,"#
                + #""PreemptionPolicy":null,"DNSConfig":null,"ReadinessGates":null,"RuntimeClassName":null,"#
                + #""Overhead":null,"EnableServiceLinks":null,"TopologySpreadConstraints":null,"OS":null,"#
                + #""SchedulingGates":null,"ResourceClaims":null,"Resources":null,"HostnameOverride":null,"#
                + #""SchedulingGroup":null}}"#)
    }

    @Test("A volume's source stands beside its name, in the order of the internal type")
    func volume() throws {
        let shown = try text(
            "core.v1.Volume", #"{"name":"v","configMap":{"name":"m","items":[{"key":"k","path":"p"}]}}"#)
        #expect(
            shown == #"{"Name":"v","HostPath":null,"EmptyDir":null,"GCEPersistentDisk":null,"#
                + #""AWSElasticBlockStore":null,"GitRepo":null,"Secret":null,"NFS":null,"ISCSI":null,"#
                + #""Glusterfs":null,"PersistentVolumeClaim":null,"RBD":null,"Quobyte":null,"FlexVolume":null,"#
                + #""Cinder":null,"CephFS":null,"Flocker":null,"DownwardAPI":null,"FC":null,"AzureFile":null,"#
                + #""ConfigMap":{"Name":"m","Items":[{"Key":"k","Path":"p","Mode":null}],"DefaultMode":null,"#
                + #""Optional":null},"VsphereVolume":null,"AzureDisk":null,"PhotonPersistentDisk":null,"#
                + #""Projected":null,"PortworxVolume":null,"ScaleIO":null,"StorageOS":null,"CSI":null,"#
                + #""Ephemeral":null,"Image":null}"#)
    }

    @Test(
        "Names in Go, and what is of meta/v1 as everywhere",
        arguments: [
            (
                "rbac.v1.RoleRef", #"{"apiGroup":"g","kind":"Role","name":"r"}"#,
                #"{"APIGroup":"g","Kind":"Role","Name":"r"}"#
            ),
            (
                "core.v1.EnvVarSource", #"{"secretKeyRef":{"name":"s","key":"k"}}"#,
                #"{"FieldRef":null,"ResourceFieldRef":null,"ConfigMapKeyRef":null,"#
                    + #""SecretKeyRef":{"Name":"s","Key":"k","Optional":null},"FileKeyRef":null}"#
            ),
            (
                "batch.v1.PodFailurePolicyRule",
                #"{"action":"Ignore","onPodConditions":[{"type":"t","status":"True"}]}"#,
                #"{"Action":"Ignore","OnExitCodes":null,"OnPodConditions":[{"Type":"t","Status":"True"}]}"#
            ),
            (
                "core.v1.PodAffinityTerm", #"{"labelSelector":{"matchLabels":{"a":"b"}},"topologyKey":"z"}"#,
                #"{"LabelSelector":{"matchLabels":{"a":"b"}},"Namespaces":null,"TopologyKey":"z","#
                    + #""NamespaceSelector":null,"MatchLabelKeys":null,"MismatchLabelKeys":null}"#
            ),
            (
                "core.v1.RBDVolumeSource", #"{"monitors":["m"],"image":"i","pool":"p","user":"u"}"#,
                #"{"CephMonitors":["m"],"RBDImage":"i","FSType":"","RBDPool":"p","RadosUser":"u","Keyring":"","#
                    + #""SecretRef":null,"ReadOnly":false}"#
            ),
        ])
    func names(_ example: (type: String, json: String, shown: String)) throws {
        #expect(try text(example.type, example.json) == example.shown)
    }

    @Test("What is not there is null, without quotes")
    func absence() {
        #expect(
            FieldWords.unchanged("spec.x", nil, Core.PodSpec().message).map(\.description)
                == ["spec.x: Invalid value: null: field is immutable"])
    }
}
