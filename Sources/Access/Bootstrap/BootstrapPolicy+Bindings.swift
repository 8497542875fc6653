// swift-format-ignore-file: the lines of a rule are as long as the rule

extension BootstrapPolicy {
    /// Bindings of all of these. In the form that `PolicyText` describes.
    static let bindings: StaticString = """
        binding cluster-admin of cluster cluster-admin
          group system:masters
        binding system:basic-user of cluster system:basic-user
          group system:authenticated
        binding system:discovery of cluster system:discovery
          group system:authenticated
        binding system:kube-controller-manager of cluster system:kube-controller-manager
          user system:kube-controller-manager
        binding system:kube-dns of cluster system:kube-dns
          account kube-system/kube-dns
        binding system:kube-scheduler of cluster system:kube-scheduler
          user system:kube-scheduler
        binding system:monitoring of cluster system:monitoring
          group system:monitoring
        binding system:node of cluster system:node
        binding system:node-proxier of cluster system:node-proxier
          user system:kube-proxy
        binding system:openshift:public-info-viewer of cluster system:openshift:public-info-viewer
          group system:authenticated
          group system:unauthenticated
        binding system:public-info-viewer of cluster system:public-info-viewer
          group system:authenticated
          group system:unauthenticated
        binding system:service-account-issuer-discovery of cluster system:service-account-issuer-discovery
          group system:serviceaccounts
        binding system:volume-scheduler of cluster system:volume-scheduler
          user system:kube-scheduler
        binding system:controller:attachdetach-controller of cluster system:controller:attachdetach-controller
          account kube-system/attachdetach-controller
        binding system:controller:certificate-controller of cluster system:controller:certificate-controller
          account kube-system/certificate-controller
        binding system:controller:clusterrole-aggregation-controller of cluster system:controller:clusterrole-aggregation-controller
          account kube-system/clusterrole-aggregation-controller
        binding system:controller:cronjob-controller of cluster system:controller:cronjob-controller
          account kube-system/cronjob-controller
        binding system:controller:daemon-set-controller of cluster system:controller:daemon-set-controller
          account kube-system/daemon-set-controller
        binding system:controller:deployment-controller of cluster system:controller:deployment-controller
          account kube-system/deployment-controller
        binding system:controller:device-taint-eviction-controller of cluster system:controller:device-taint-eviction-controller
          account kube-system/device-taint-eviction-controller
        binding system:controller:disruption-controller of cluster system:controller:disruption-controller
          account kube-system/disruption-controller
        binding system:controller:endpoint-controller of cluster system:controller:endpoint-controller
          account kube-system/endpoint-controller
        binding system:controller:endpointslice-controller of cluster system:controller:endpointslice-controller
          account kube-system/endpointslice-controller
        binding system:controller:endpointslicemirroring-controller of cluster system:controller:endpointslicemirroring-controller
          account kube-system/endpointslicemirroring-controller
        binding system:controller:ephemeral-volume-controller of cluster system:controller:ephemeral-volume-controller
          account kube-system/ephemeral-volume-controller
        binding system:controller:expand-controller of cluster system:controller:expand-controller
          account kube-system/expand-controller
        binding system:controller:generic-garbage-collector of cluster system:controller:generic-garbage-collector
          account kube-system/generic-garbage-collector
        binding system:controller:horizontal-pod-autoscaler of cluster system:controller:horizontal-pod-autoscaler
          account kube-system/horizontal-pod-autoscaler
        binding system:controller:job-controller of cluster system:controller:job-controller
          account kube-system/job-controller
        binding system:controller:legacy-service-account-token-cleaner of cluster system:controller:legacy-service-account-token-cleaner
          account kube-system/legacy-service-account-token-cleaner
        binding system:controller:namespace-controller of cluster system:controller:namespace-controller
          account kube-system/namespace-controller
        binding system:controller:node-controller of cluster system:controller:node-controller
          account kube-system/node-controller
        binding system:controller:persistent-volume-binder of cluster system:controller:persistent-volume-binder
          account kube-system/persistent-volume-binder
        binding system:controller:pod-garbage-collector of cluster system:controller:pod-garbage-collector
          account kube-system/pod-garbage-collector
        binding system:controller:pv-protection-controller of cluster system:controller:pv-protection-controller
          account kube-system/pv-protection-controller
        binding system:controller:pvc-protection-controller of cluster system:controller:pvc-protection-controller
          account kube-system/pvc-protection-controller
        binding system:controller:replicaset-controller of cluster system:controller:replicaset-controller
          account kube-system/replicaset-controller
        binding system:controller:replication-controller of cluster system:controller:replication-controller
          account kube-system/replication-controller
        binding system:controller:resource-claim-controller of cluster system:controller:resource-claim-controller
          account kube-system/resource-claim-controller
        binding system:controller:resourcequota-controller of cluster system:controller:resourcequota-controller
          account kube-system/resourcequota-controller
        binding system:controller:root-ca-cert-publisher of cluster system:controller:root-ca-cert-publisher
          account kube-system/root-ca-cert-publisher
        binding system:controller:route-controller of cluster system:controller:route-controller
          account kube-system/route-controller
        binding system:controller:selinux-warning-controller of cluster system:controller:selinux-warning-controller
          account kube-system/selinux-warning-controller
        binding system:controller:service-account-controller of cluster system:controller:service-account-controller
          account kube-system/service-account-controller
        binding system:controller:service-ca-cert-publisher of cluster system:controller:service-ca-cert-publisher
          account kube-system/service-ca-cert-publisher
        binding system:controller:service-cidrs-controller of cluster system:controller:service-cidrs-controller
          account kube-system/service-cidrs-controller
        binding system:controller:service-controller of cluster system:controller:service-controller
          account kube-system/service-controller
        binding system:controller:statefulset-controller of cluster system:controller:statefulset-controller
          account kube-system/statefulset-controller
        binding system:controller:ttl-after-finished-controller of cluster system:controller:ttl-after-finished-controller
          account kube-system/ttl-after-finished-controller
        binding system:controller:ttl-controller of cluster system:controller:ttl-controller
          account kube-system/ttl-controller
        binding system:controller:validatingadmissionpolicy-status-controller of cluster system:controller:validatingadmissionpolicy-status-controller
          account kube-system/validatingadmissionpolicy-status-controller
        binding system:controller:volumeattributesclass-protection-controller of cluster system:controller:volumeattributesclass-protection-controller
          account kube-system/volumeattributesclass-protection-controller
        binding system:controller:bootstrap-signer in kube-public of system:controller:bootstrap-signer
          account kube-system/bootstrap-signer
        binding system::extension-apiserver-authentication-reader in kube-system of extension-apiserver-authentication-reader
          user system:kube-controller-manager
          user system:kube-scheduler
        binding system::leader-locking-kube-controller-manager in kube-system of system::leader-locking-kube-controller-manager
          user system:kube-controller-manager
          account kube-system/kube-controller-manager
          account kube-system/leader-election-controller
        binding system::leader-locking-kube-scheduler in kube-system of system::leader-locking-kube-scheduler
          user system:kube-scheduler
          account kube-system/kube-scheduler
        binding system:controller:bootstrap-signer in kube-system of system:controller:bootstrap-signer
          account kube-system/bootstrap-signer
        binding system:controller:cloud-provider in kube-system of system:controller:cloud-provider
          account kube-system/cloud-provider
        binding system:controller:token-cleaner in kube-system of system:controller:token-cleaner
          account kube-system/token-cleaner
        """
}
