"""`kubectl describe` of every kind, and what it gathers of several resources for one."""
import re

from cluster import eventually
from kinds import MANIFESTS, NAMESPACE, Subject, cluster, request_text, resources
from kubectls import Kubectl, programs
from plane import Kubelet, config_map, deployment, homes, kubectl, plane, pod, recent, service

# What is said of the objects of the table, beside their names.
SAID = {
    "v1/configmaps": [r"^k:\n----\nv$", r"^BinaryData\n====\nb: 2 bytes$"],
    "v1/endpoints": [r"Addresses: +10\.9\.9\.9", r"<unset> +80 +TCP"],
    "v1/limitranges": [r"Container +cpu +- +2 +2 +2 +-", r"Container +memory +- +- +1Gi +- +-"],
    "v1/namespaces": [r"^Status: +Active$", r"^No resource quota\.$", r"^No LimitRange resource\.$"],
    "v1/nodes": [r"^Taints: +a\.b/c=d:NoSchedule$", r"Ready +True .* Up", r"cpu: +4", r"^Unschedulable: +false$"],
    "v1/persistentvolumeclaims": [r"^Status: +Bound$", r"^Used By: +<none>$"],
    "v1/persistentvolumes": [r"^Reclaim Policy: +Retain$", r"Type: +HostPath", r"^VolumeMode: +Filesystem$"],
    "v1/pods": [r"^Status: +Running$", r"^IP: +10\.1\.2\.3$", r"A: +b$",
                r"k:NoExecute op=Exists for 5s", r"^Service Account: +default$", r"kube-api-access-\w+ \(ro\)"],
    "v1/podtemplates": [r"Image: +example.com/web"],
    "v1/replicationcontrollers": [r"^Replicas: +1 current / 2 desired$", r"^Selector: +a=b$"],
    "v1/resourcequotas": [r"pods +1 +5"],
    "v1/secrets": [r"^Type: +Opaque$", r"^k: +1 bytes$"],
    "v1/serviceaccounts": [r"^Image pull secrets: +<none>$", r"^Mountable secrets: +<none>$"],
    "v1/services": [r"^Type: +NodePort$", r"^IP Families: +IPv4$", r"^TargetPort: +http/TCP$", r"^NodePort: +dns +3\d{4}/UDP$",
                    r"^Session Affinity: +None$", r"^Internal Traffic Policy: +Cluster$"],
    "apps/v1/daemonsets": [r"^Desired Number of Nodes Scheduled: 1$", r"Image: +example.com/web"],
    "apps/v1/deployments": [r"^StrategyType: +RollingUpdate$", r"25% max unavailable, 25% max surge",
                            r"^Replicas: +1 desired \| 1 updated \| 1 total \| 0 available \| 0 unavailable$"],
    "apps/v1/replicasets": [r"^Replicas: +1 current / 1 desired$"],
    "apps/v1/statefulsets": [r"^Update Strategy: +RollingUpdate$", r"^Volume Claims:\n +Name: +data$", r"Partition: +0"],
    "autoscaling/v1/horizontalpodautoscalers": [r"^Reference: +Deployment/d$", r"<unknown> / 50%"],
    "autoscaling/v2/horizontalpodautoscalers": [r"^Min replicas: +2$", r'"q" \(target average value\): +<unknown> / 30',
                                                r"AbleToScale +True", r"Stabilization Window: 60 seconds"],
    "batch/v1/cronjobs": [r"^Schedule: +\*/5 \* \* \* \*$", r"^Concurrency Policy: +Allow$", r"^Suspend: +False$",
                          r"^Successful Job History Limit: +3$", r"^Failed Job History Limit: +1$"],
    "batch/v1/jobs": [r"^Parallelism: +1$", r"^Completions: +1$", r"^Completion Mode: +NonIndexed$", r"^Backoff Limit: +6$",
                      r"^Pods Statuses: +1 Active \(0 Ready\) / 0 Succeeded / 0 Failed$"],
    "certificates.k8s.io/v1/certificatesigningrequests": [r"^Requesting User: +\S+", r"^Signer: +example.com/s$", "Common Name: +kinds"],
    "coordination.k8s.io/v1/leases": [r"Holder Identity: +h"],
    "discovery.k8s.io/v1/endpointslices": [r"^AddressType: +IPv4$", r"web +80 +TCP", r"Addresses: +10\.1\.2\.3", r"Ready: +true"],
    "networking.k8s.io/v1/ingressclasses": [r"^Controller: +example.com/c$"],
    "networking.k8s.io/v1/ingresses": [r"^Address: +192\.0\.2\.1$", r"^Default backend: +s:80 "],
    "networking.k8s.io/v1/networkpolicies": [r"PodSelector: +a=b", r"To Port: 80/TCP", r"Policy Types: Ingress"],
    "policy/v1/poddisruptionbudgets": [r"^Max unavailable: +25%$", r"Allowed disruptions: +1", r"Current: +3"],
    "rbac.authorization.k8s.io/v1/clusterroles": [r"pods +\[\] +\[\] +\[get\]"],
    "rbac.authorization.k8s.io/v1/clusterrolebindings": [r"User +u", r"Name: +view"],
    "rbac.authorization.k8s.io/v1/roles": [r"pods +\[\] +\[\] +\[get\]"],
    "rbac.authorization.k8s.io/v1/rolebindings": [r"ServiceAccount +default"],
    "scheduling.k8s.io/v1/priorityclasses": [r"^Value: +7$", r"^GlobalDefault: +false$", r"^PreemptionPolicy: +PreemptLowerPriority$"],
    "storage.k8s.io/v1/storageclasses": [r"^Provisioner: +example.com/p$", r"^VolumeBindingMode: +Immediate$", r"^IsDefaultClass: +No$"],
    "storage.k8s.io/v1/csinodes": [r"d\.example\.com"],
}


# kubectl 1.32 asks for beta versions of them, which releases of today do not serve.
ASKED_FOR_OTHERWISE = {"networking.k8s.io/v1/servicecidrs", "networking.k8s.io/v1/ipaddresses",
                       "storage.k8s.io/v1/volumeattributesclasses"}


def test_every_kind_is_described(cluster, resources, request_text, tmp_path):
    """All objects of the table in one go, each with what its kind's words are."""
    hand = Kubectl(programs()[0], cluster.kubeconfig, tmp_path)
    made = {}
    for number, key in enumerate(sorted(set(MANIFESTS) & set(resources) - ASKED_FOR_OTHERWISE), 300):
        subject = Subject(cluster, resources, key, request_text, number % 250)
        cluster.send("POST", subject.path, subject.body, status=(201,))
        if "status" in subject.subresources and subject.status:
            cluster.send(
                "PATCH", subject.own + "/status", {"status": subject.status}, kind="application/merge-patch+json")
        made[key] = subject
    names = [".".join(filter(None, (s.plural, s.version, s.group))) + "/" + s.name if s.group else f"{s.plural}/{s.name}"
             for s in made.values()]
    result = hand("describe", *names, "-n", NAMESPACE)
    assert result.returncode == 0, result.stderr
    # What is said beside is that a version is going to end.
    assert all(re.match("Warning: .* is deprecated", line) for line in result.stderr.splitlines()), result.stderr
    parts = {}
    for part in re.split(r"\n\n(?=Name: )", result.stdout):
        parts.setdefault(re.match(r"Name: +(\S+)", part).group(1), part)
    wrong = []
    for key, subject in made.items():
        said = parts.get(subject.name, "")
        wrong += [f"{key}: {pattern}\n{said}" for pattern in [f"^Name: +{re.escape(subject.name)}$"] + SAID.get(key, [])
                  if not re.search(pattern, said, re.M)]
        subject.delete()
    assert not wrong, "\n\n".join(wrong)


def test_describe(kubectl):
    kubectl.apply(deployment())
    kubectl.plane.rolled(kubectl.namespace, "web")
    # Events come a moment later.
    eventually(lambda: "ScalingReplicaSet" in kubectl.succeed("describe", "deployment", "web"))
    eventually(lambda: "SuccessfulCreate" in kubectl.succeed("describe", "rs"))
    kubectl.steps(
        ("describe pods -l app=web", "example.com/web:1", "^Controlled By: +ReplicaSet/web-"),
        ("describe node n1", "^(Capacity|Allocatable):", r"Non-terminated Pods: +\(\d+ in total\)",
         "Allocated resources"),
        ("describe deployment web", "^NewReplicaSet: +web-.*2/2 replicas created", "^Replicas: +2 desired"),
        ("describe rs", "^Controlled By: +Deployment/web$", "^Replicas: +2 current / 2 desired", "SuccessfulCreate"),
        (f"describe namespace {kubectl.namespace}", "Active"),
        # What is named by its beginning, and without events.
        ("describe pod web-", "^Name: +web-.*\n(.*\n)*Name: +web-"), ("describe pods --show-events=false", "!^Events:"),
        ("!describe pod nobody", 'pods "nobody" not found'))


def test_a_pods_environment_and_volumes_are_told(recent):
    made = pod("p")
    made["spec"]["containers"][0] |= {"env": [
        {"name": "ONE", "valueFrom": {"secretKeyRef": {"name": "s", "key": "key-1"}}},
        {"name": "TWO", "valueFrom": {"configMapKeyRef": {"name": "m", "key": "key-2", "optional": True}}},
        {"name": "THREE", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}},
        {"name": "FOUR", "valueFrom": {"resourceFieldRef": {"resource": "limits.cpu"}}}],
        "resources": {"limits": {"cpu": "1500m"}, "requests": {"memory": "64Mi"}},
        "livenessProbe": {"httpGet": {"path": "/live", "port": 80}}}
    made["spec"]["volumes"] = [{"name": "v", "emptyDir": {}}, {"name": "h", "hostPath": {"path": "/d"}}]
    recent.apply(made)
    recent.steps(
        ("describe pod p", "ONE: +<set to the key 'key-1' in secret 's'> +Optional: false",
         "TWO: +<set to the key 'key-2' of config map 'm'> +Optional: true", r"THREE: +p \(v1:metadata.name\)",
         r"FOUR: +2 \(limits.cpu\)", "cpu: +1500m", "memory: +64Mi", "^QoS Class: +Burstable$",
         r"Liveness: +http-get http://:80/live delay=0s timeout=1s period=10s #success=1 #failure=3",
         r"Type: +EmptyDir", r"Type: +HostPath", r"node.kubernetes.io/not-ready:NoExecute op=Exists for 300s"))


def test_a_service_is_told_with_its_endpoints(recent):
    slices = {"apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice", "addressType": "IPv4",
              "metadata": {"name": "s-1", "labels": {"kubernetes.io/service-name": "s"}},
              "endpoints": [{"addresses": ["10.1.2.3"], "conditions": {"ready": True}}],
              "ports": [{"name": "", "port": 8080}]}
    recent.apply(service("s", sessionAffinity="ClientIP"), slices)
    recent.steps(("describe service s", r"^Selector: +app=s$", r"^IP: +\d+\.", r"^Port: +<unset> +80/TCP$",
                  r"^TargetPort: +8080/TCP$", r"^Endpoints: +10\.1\.2\.3:8080$", r"^Session Affinity: +ClientIP$"))


def test_quotas_and_limits_are_told_with_their_namespace(recent):
    recent.steps("create quota q --hard=count/secrets=3")
    recent.apply({"apiVersion": "v1", "kind": "LimitRange", "metadata": {"name": "l"},
                  "spec": {"limits": [{"type": "Pod", "max": {"cpu": "4"}}]}}, {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s"}})
    eventually(lambda: re.search(r"count/secrets +1 +3", recent.succeed("describe", "quota", "q")))
    recent.steps((f"describe namespace {recent.namespace}", r"Name: +q", r"count/secrets +1 +3", r"Pod +cpu +- +4"),
                 ("describe serviceaccount default", "^Name: +default$", "^Tokens: +<none>$"),
                 ("describe configmap kube-root-ca.crt", "^ca.crt:\n----\n-----BEGIN CERTIFICATE-----"))


def test_events_of_a_description_are_those_of_its_object(recent):
    recent.apply(deployment("ready", replicas=1), config_map("m"))
    with Kubelet(recent):
        recent.steps("rollout status deployment/ready --timeout=100s")
    # Events come a moment later.
    for thing, reason in ("deployment/ready", "ScalingReplicaSet"), ("pods", "Scheduled"), ("node/n1", "RegisteredNode"):
        eventually(lambda: re.search(f"Normal +{reason} ", recent.succeed("describe", thing)))
    recent.steps(
        ("describe deployment ready", "Available +True +MinimumReplicasAvailable",
         "Progressing +True +NewReplicaSetAvailable",
         "Normal +ScalingReplicaSet .* deployment-controller +Scaled up replica set ready-.* (from 0 )?to 1"),
        ("describe pods", "Normal +Scheduled .* default-scheduler +Successfully assigned .* to n1",
         "^Node: +n1/10.9.0.1$"),
        ("describe configmap m", "^Events: +<none>$"),
        ("describe node n1", "Normal +RegisteredNode .* node-controller +Node n1 event: Registered Node n1 in Controller"))


def test_a_budget_without_pods_says_so(recent):
    recent.steps("create pdb b --selector=no=body --min-available=1")
    eventually(lambda: re.search("Normal +NoPods .* controllermanager +No matching pods found",
                                 recent.succeed("describe", "pdb", "b")))
