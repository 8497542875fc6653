// swift-format-ignore-file: the lines of a rule are as long as the rule

extension BootstrapPolicy {
    /// Roles in `kube-system` and `kube-public`. In the form that `PolicyText` describes.
    static let namespaceRoles: StaticString = """
        role system:controller:bootstrap-signer in kube-public
          get list watch | "" | configmaps
          update | "" | configmaps | cluster-info
          create patch update | "" events.k8s.io | events
        role extension-apiserver-authentication-reader in kube-system
          get list watch | "" | configmaps | extension-apiserver-authentication
        role system::leader-locking-kube-controller-manager in kube-system
          create get list update watch | coordination.k8s.io | leases
          create get list update watch | coordination.k8s.io | leasecandidates
        role system::leader-locking-kube-scheduler in kube-system
          create get list update watch | coordination.k8s.io | leases
          create get list update watch | coordination.k8s.io | leasecandidates
        role system:controller:bootstrap-signer in kube-system
          get list watch | "" | secrets
        role system:controller:cloud-provider in kube-system
          create get list watch | "" | configmaps
        role system:controller:token-cleaner in kube-system
          delete get list watch | "" | secrets
          create patch update | "" events.k8s.io | events
        """
}
