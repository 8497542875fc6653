// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// The Container Runtime Interface as a schema table.
enum CRISchema {
    static let table: StaticString = #"""
P	runtime.v1
M	VersionRequest	3
F	version	1	string	1	o
M	VersionResponse	3
F	version	1	string	1	o
F	runtimeName	2	string	1	o
F	runtimeVersion	3	string	1	o
F	runtimeApiVersion	4	string	1	o
M	DNSConfig	3
F	servers	1	string	r	o
F	searches	2	string	r	o
F	options	3	string	r	o
M	PortMapping	3
F	protocol	1	int32	1	o
F	containerPort	2	int32	1	o
F	hostPort	3	int32	1	o
F	hostIp	4	string	1	o
M	Mount	3
F	containerPath	1	string	1	o
F	hostPath	2	string	1	o
F	readonly	3	bool	1	o
F	selinuxRelabel	4	bool	1	o
F	propagation	5	int32	1	o
F	uidMappings	6	runtime.v1.IDMapping	r	o
F	gidMappings	7	runtime.v1.IDMapping	r	o
F	recursiveReadOnly	8	bool	1	o
F	image	9	runtime.v1.ImageSpec	1	po
F	imageSubPath	10	string	1	o
M	IDMapping	3
F	hostId	1	uint32	1	o
F	containerId	2	uint32	1	o
F	length	3	uint32	1	o
M	UserNamespace	3
F	mode	1	int32	1	o
F	uids	2	runtime.v1.IDMapping	r	o
F	gids	3	runtime.v1.IDMapping	r	o
M	NamespaceOption	3
F	network	1	int32	1	o
F	pid	2	int32	1	o
F	ipc	3	int32	1	o
F	targetId	4	string	1	o
F	usernsOptions	5	runtime.v1.UserNamespace	1	po
M	Int64Value	3
F	value	1	int64	1	o
M	LinuxSandboxSecurityContext	3
F	namespaceOptions	1	runtime.v1.NamespaceOption	1	po
F	selinuxOptions	2	runtime.v1.SELinuxOption	1	po
F	runAsUser	3	runtime.v1.Int64Value	1	po
F	runAsGroup	8	runtime.v1.Int64Value	1	po
F	readonlyRootfs	4	bool	1	o
F	supplementalGroups	5	int64	r	o
F	supplementalGroupsPolicy	11	int32	1	o
F	privileged	6	bool	1	o
F	seccomp	9	runtime.v1.SecurityProfile	1	po
F	apparmor	10	runtime.v1.SecurityProfile	1	po
F	seccompProfilePath	7	string	1	o
M	SecurityProfile	3
F	profileType	1	int32	1	o
F	localhostRef	2	string	1	o
M	LinuxPodSandboxConfig	3
F	cgroupParent	1	string	1	o
F	securityContext	2	runtime.v1.LinuxSandboxSecurityContext	1	po
F	sysctls	3	string	m	o
F	overhead	4	runtime.v1.LinuxContainerResources	1	po
F	resources	5	runtime.v1.LinuxContainerResources	1	po
M	PodSandboxMetadata	3
F	name	1	string	1	o
F	uid	2	string	1	o
F	namespace	3	string	1	o
F	attempt	4	uint32	1	o
M	PodSandboxConfig	3
F	metadata	1	runtime.v1.PodSandboxMetadata	1	po
F	hostname	2	string	1	o
F	logDirectory	3	string	1	o
F	dnsConfig	4	runtime.v1.DNSConfig	1	po
F	portMappings	5	runtime.v1.PortMapping	r	o
F	labels	6	string	m	o
F	annotations	7	string	m	o
F	linux	8	runtime.v1.LinuxPodSandboxConfig	1	po
F	windows	9	runtime.v1.WindowsPodSandboxConfig	1	po
M	RunPodSandboxRequest	3
F	config	1	runtime.v1.PodSandboxConfig	1	po
F	runtimeHandler	2	string	1	o
M	RunPodSandboxResponse	3
F	podSandboxId	1	string	1	o
M	StopPodSandboxRequest	3
F	podSandboxId	1	string	1	o
M	RemovePodSandboxRequest	3
F	podSandboxId	1	string	1	o
M	PodSandboxStatusRequest	3
F	podSandboxId	1	string	1	o
F	verbose	2	bool	1	o
M	PodIP	3
F	ip	1	string	1	o
M	PodSandboxNetworkStatus	3
F	ip	1	string	1	o
F	additionalIps	2	runtime.v1.PodIP	r	o
M	Namespace	3
F	options	2	runtime.v1.NamespaceOption	1	po
M	LinuxPodSandboxStatus	3
F	namespaces	1	runtime.v1.Namespace	1	po
M	PodSandboxStatus	3
F	id	1	string	1	o
F	metadata	2	runtime.v1.PodSandboxMetadata	1	po
F	state	3	int32	1	o
F	createdAt	4	int64	1	o
F	network	5	runtime.v1.PodSandboxNetworkStatus	1	po
F	linux	6	runtime.v1.LinuxPodSandboxStatus	1	po
F	labels	7	string	m	o
F	annotations	8	string	m	o
F	runtimeHandler	9	string	1	o
M	PodSandboxStatusResponse	3
F	status	1	runtime.v1.PodSandboxStatus	1	po
F	info	2	string	m	o
F	containersStatuses	3	runtime.v1.ContainerStatus	r	o
F	timestamp	4	int64	1	o
M	PodSandboxStateValue	3
F	state	1	int32	1	o
M	PodSandboxFilter	3
F	id	1	string	1	o
F	state	2	runtime.v1.PodSandboxStateValue	1	po
F	labelSelector	3	string	m	o
M	ListPodSandboxRequest	3
F	filter	1	runtime.v1.PodSandboxFilter	1	po
M	PodSandbox	3
F	id	1	string	1	o
F	metadata	2	runtime.v1.PodSandboxMetadata	1	po
F	state	3	int32	1	o
F	createdAt	4	int64	1	o
F	labels	5	string	m	o
F	annotations	6	string	m	o
F	runtimeHandler	7	string	1	o
M	ListPodSandboxResponse	3
F	items	1	runtime.v1.PodSandbox	r	o
M	StreamPodSandboxesRequest	3
F	filter	1	runtime.v1.PodSandboxFilter	1	po
M	StreamPodSandboxesResponse	3
F	podSandboxes	1	runtime.v1.PodSandbox	r	o
M	PodSandboxStatsRequest	3
F	podSandboxId	1	string	1	o
M	PodSandboxStatsResponse	3
F	stats	1	runtime.v1.PodSandboxStats	1	po
M	PodSandboxStatsFilter	3
F	id	1	string	1	o
F	labelSelector	2	string	m	o
M	ListPodSandboxStatsRequest	3
F	filter	1	runtime.v1.PodSandboxStatsFilter	1	po
M	ListPodSandboxStatsResponse	3
F	stats	1	runtime.v1.PodSandboxStats	r	o
M	StreamPodSandboxStatsRequest	3
F	filter	1	runtime.v1.PodSandboxStatsFilter	1	po
M	StreamPodSandboxStatsResponse	3
F	podSandboxStats	1	runtime.v1.PodSandboxStats	r	o
M	PodSandboxAttributes	3
F	id	1	string	1	o
F	metadata	2	runtime.v1.PodSandboxMetadata	1	po
F	labels	3	string	m	o
F	annotations	4	string	m	o
M	PodSandboxStats	3
F	attributes	1	runtime.v1.PodSandboxAttributes	1	po
F	linux	2	runtime.v1.LinuxPodSandboxStats	1	po
F	windows	3	runtime.v1.WindowsPodSandboxStats	1	po
M	LinuxPodSandboxStats	3
F	cpu	1	runtime.v1.CpuUsage	1	po
F	memory	2	runtime.v1.MemoryUsage	1	po
F	network	3	runtime.v1.NetworkUsage	1	po
F	process	4	runtime.v1.ProcessUsage	1	po
F	containers	5	runtime.v1.ContainerStats	r	o
F	io	6	runtime.v1.IoUsage	1	po
M	WindowsPodSandboxStats	3
F	cpu	1	runtime.v1.WindowsCpuUsage	1	po
F	memory	2	runtime.v1.WindowsMemoryUsage	1	po
F	network	3	runtime.v1.WindowsNetworkUsage	1	po
F	process	4	runtime.v1.WindowsProcessUsage	1	po
F	containers	5	runtime.v1.WindowsContainerStats	r	o
M	NetworkUsage	3
F	timestamp	1	int64	1	o
F	defaultInterface	2	runtime.v1.NetworkInterfaceUsage	1	po
F	interfaces	3	runtime.v1.NetworkInterfaceUsage	r	o
M	WindowsNetworkUsage	3
F	timestamp	1	int64	1	o
F	defaultInterface	2	runtime.v1.WindowsNetworkInterfaceUsage	1	po
F	interfaces	3	runtime.v1.WindowsNetworkInterfaceUsage	r	o
M	NetworkInterfaceUsage	3
F	name	1	string	1	o
F	rxBytes	2	runtime.v1.UInt64Value	1	po
F	rxErrors	3	runtime.v1.UInt64Value	1	po
F	txBytes	4	runtime.v1.UInt64Value	1	po
F	txErrors	5	runtime.v1.UInt64Value	1	po
M	WindowsNetworkInterfaceUsage	3
F	name	1	string	1	o
F	rxBytes	2	runtime.v1.UInt64Value	1	po
F	rxPacketsDropped	3	runtime.v1.UInt64Value	1	po
F	txBytes	4	runtime.v1.UInt64Value	1	po
F	txPacketsDropped	5	runtime.v1.UInt64Value	1	po
M	ProcessUsage	3
F	timestamp	1	int64	1	o
F	processCount	2	runtime.v1.UInt64Value	1	po
M	WindowsProcessUsage	3
F	timestamp	1	int64	1	o
F	processCount	2	runtime.v1.UInt64Value	1	po
M	ImageSpec	3
F	image	1	string	1	o
F	annotations	2	string	m	o
F	userSpecifiedImage	18	string	1	o
F	runtimeHandler	19	string	1	o
F	imageRef	20	string	1	o
M	KeyValue	3
F	key	1	string	1	o
F	value	2	bytes	1	o
M	LinuxContainerResources	3
F	cpuPeriod	1	int64	1	o
F	cpuQuota	2	int64	1	o
F	cpuShares	3	int64	1	o
F	memoryLimitInBytes	4	int64	1	o
F	oomScoreAdj	5	int64	1	o
F	cpusetCpus	6	string	1	o
F	cpusetMems	7	string	1	o
F	hugepageLimits	8	runtime.v1.HugepageLimit	r	o
F	unified	9	string	m	o
F	memorySwapLimitInBytes	10	int64	1	o
M	HugepageLimit	3
F	pageSize	1	string	1	o
F	limit	2	uint64	1	o
M	SELinuxOption	3
F	user	1	string	1	o
F	role	2	string	1	o
F	type	3	string	1	o
F	level	4	string	1	o
M	Capability	3
F	addCapabilities	1	string	r	o
F	dropCapabilities	2	string	r	o
F	addAmbientCapabilities	3	string	r	o
M	LinuxContainerSecurityContext	3
F	capabilities	1	runtime.v1.Capability	1	po
F	privileged	2	bool	1	o
F	namespaceOptions	3	runtime.v1.NamespaceOption	1	po
F	selinuxOptions	4	runtime.v1.SELinuxOption	1	po
F	runAsUser	5	runtime.v1.Int64Value	1	po
F	runAsGroup	12	runtime.v1.Int64Value	1	po
F	runAsUsername	6	string	1	o
F	readonlyRootfs	7	bool	1	o
F	supplementalGroups	8	int64	r	o
F	supplementalGroupsPolicy	17	int32	1	o
F	noNewPrivs	11	bool	1	o
F	maskedPaths	13	string	r	o
F	readonlyPaths	14	string	r	o
F	seccomp	15	runtime.v1.SecurityProfile	1	po
F	apparmor	16	runtime.v1.SecurityProfile	1	po
F	apparmorProfile	9	string	1	o
F	seccompProfilePath	10	string	1	o
M	LinuxContainerConfig	3
F	resources	1	runtime.v1.LinuxContainerResources	1	po
F	securityContext	2	runtime.v1.LinuxContainerSecurityContext	1	po
M	LinuxContainerUser	3
F	uid	1	int64	1	o
F	gid	2	int64	1	o
F	supplementalGroups	3	int64	r	o
M	WindowsNamespaceOption	3
F	network	1	int32	1	o
M	WindowsSandboxSecurityContext	3
F	runAsUsername	1	string	1	o
F	credentialSpec	2	string	1	o
F	hostProcess	3	bool	1	o
F	namespaceOptions	4	runtime.v1.WindowsNamespaceOption	1	po
M	WindowsPodSandboxConfig	3
F	securityContext	1	runtime.v1.WindowsSandboxSecurityContext	1	po
M	WindowsContainerSecurityContext	3
F	runAsUsername	1	string	1	o
F	credentialSpec	2	string	1	o
F	hostProcess	3	bool	1	o
M	WindowsContainerConfig	3
F	resources	1	runtime.v1.WindowsContainerResources	1	po
F	securityContext	2	runtime.v1.WindowsContainerSecurityContext	1	po
M	WindowsContainerResources	3
F	cpuShares	1	int64	1	o
F	cpuCount	2	int64	1	o
F	cpuMaximum	3	int64	1	o
F	memoryLimitInBytes	4	int64	1	o
F	rootfsSizeInBytes	5	int64	1	o
F	affinityCpus	6	runtime.v1.WindowsCpuGroupAffinity	r	o
M	WindowsCpuGroupAffinity	3
F	cpuMask	1	uint64	1	o
F	cpuGroup	2	uint32	1	o
M	ContainerMetadata	3
F	name	1	string	1	o
F	attempt	2	uint32	1	o
M	Device	3
F	containerPath	1	string	1	o
F	hostPath	2	string	1	o
F	permissions	3	string	1	o
M	CDIDevice	3
F	name	1	string	1	o
M	ContainerConfig	3
F	metadata	1	runtime.v1.ContainerMetadata	1	po
F	image	2	runtime.v1.ImageSpec	1	po
F	command	3	string	r	o
F	args	4	string	r	o
F	workingDir	5	string	1	o
F	envs	6	runtime.v1.KeyValue	r	o
F	mounts	7	runtime.v1.Mount	r	o
F	devices	8	runtime.v1.Device	r	o
F	labels	9	string	m	o
F	annotations	10	string	m	o
F	logPath	11	string	1	o
F	stdin	12	bool	1	o
F	stdinOnce	13	bool	1	o
F	tty	14	bool	1	o
F	linux	15	runtime.v1.LinuxContainerConfig	1	po
F	windows	16	runtime.v1.WindowsContainerConfig	1	po
F	CDIDevices	17	runtime.v1.CDIDevice	r	o
F	stopSignal	18	int32	1	o
M	CreateContainerRequest	3
F	podSandboxId	1	string	1	o
F	config	2	runtime.v1.ContainerConfig	1	po
F	sandboxConfig	3	runtime.v1.PodSandboxConfig	1	po
M	CreateContainerResponse	3
F	containerId	1	string	1	o
M	StartContainerRequest	3
F	containerId	1	string	1	o
M	StopContainerRequest	3
F	containerId	1	string	1	o
F	timeout	2	int64	1	o
M	RemoveContainerRequest	3
F	containerId	1	string	1	o
M	ContainerStateValue	3
F	state	1	int32	1	o
M	ContainerFilter	3
F	id	1	string	1	o
F	state	2	runtime.v1.ContainerStateValue	1	po
F	podSandboxId	3	string	1	o
F	labelSelector	4	string	m	o
M	ListContainersRequest	3
F	filter	1	runtime.v1.ContainerFilter	1	po
M	Container	3
F	id	1	string	1	o
F	podSandboxId	2	string	1	o
F	metadata	3	runtime.v1.ContainerMetadata	1	po
F	image	4	runtime.v1.ImageSpec	1	po
F	imageRef	5	string	1	o
F	state	6	int32	1	o
F	createdAt	7	int64	1	o
F	labels	8	string	m	o
F	annotations	9	string	m	o
F	imageId	10	string	1	o
M	ListContainersResponse	3
F	containers	1	runtime.v1.Container	r	o
M	StreamContainersRequest	3
F	filter	1	runtime.v1.ContainerFilter	1	po
M	StreamContainersResponse	3
F	containers	1	runtime.v1.Container	r	o
M	ContainerStatusRequest	3
F	containerId	1	string	1	o
F	verbose	2	bool	1	o
M	ContainerStatus	3
F	id	1	string	1	o
F	metadata	2	runtime.v1.ContainerMetadata	1	po
F	state	3	int32	1	o
F	createdAt	4	int64	1	o
F	startedAt	5	int64	1	o
F	finishedAt	6	int64	1	o
F	exitCode	7	int32	1	o
F	image	8	runtime.v1.ImageSpec	1	po
F	imageRef	9	string	1	o
F	reason	10	string	1	o
F	message	11	string	1	o
F	labels	12	string	m	o
F	annotations	13	string	m	o
F	mounts	14	runtime.v1.Mount	r	o
F	logPath	15	string	1	o
F	resources	16	runtime.v1.ContainerResources	1	po
F	imageId	17	string	1	o
F	user	18	runtime.v1.ContainerUser	1	po
F	stopSignal	19	int32	1	o
M	ContainerStatusResponse	3
F	status	1	runtime.v1.ContainerStatus	1	po
F	info	2	string	m	o
M	ContainerResources	3
F	linux	1	runtime.v1.LinuxContainerResources	1	po
F	windows	2	runtime.v1.WindowsContainerResources	1	po
M	ContainerUser	3
F	linux	1	runtime.v1.LinuxContainerUser	1	po
M	UpdateContainerResourcesRequest	3
F	containerId	1	string	1	o
F	linux	2	runtime.v1.LinuxContainerResources	1	po
F	windows	3	runtime.v1.WindowsContainerResources	1	po
F	annotations	4	string	m	o
M	ExecSyncRequest	3
F	containerId	1	string	1	o
F	cmd	2	string	r	o
F	timeout	3	int64	1	o
M	ExecSyncResponse	3
F	stdout	1	bytes	1	o
F	stderr	2	bytes	1	o
F	exitCode	3	int32	1	o
M	ExecRequest	3
F	containerId	1	string	1	o
F	cmd	2	string	r	o
F	tty	3	bool	1	o
F	stdin	4	bool	1	o
F	stdout	5	bool	1	o
F	stderr	6	bool	1	o
M	ExecResponse	3
F	url	1	string	1	o
M	AttachRequest	3
F	containerId	1	string	1	o
F	stdin	2	bool	1	o
F	tty	3	bool	1	o
F	stdout	4	bool	1	o
F	stderr	5	bool	1	o
M	AttachResponse	3
F	url	1	string	1	o
M	PortForwardRequest	3
F	podSandboxId	1	string	1	o
F	port	2	int32	r	o
M	PortForwardResponse	3
F	url	1	string	1	o
M	ImageFilter	3
F	image	1	runtime.v1.ImageSpec	1	po
M	ListImagesRequest	3
F	filter	1	runtime.v1.ImageFilter	1	po
M	Image	3
F	id	1	string	1	o
F	repoTags	2	string	r	o
F	repoDigests	3	string	r	o
F	size	4	uint64	1	o
F	uid	5	runtime.v1.Int64Value	1	po
F	username	6	string	1	o
F	spec	7	runtime.v1.ImageSpec	1	po
F	pinned	8	bool	1	o
M	ListImagesResponse	3
F	images	1	runtime.v1.Image	r	o
M	StreamImagesRequest	3
F	filter	1	runtime.v1.ImageFilter	1	po
M	StreamImagesResponse	3
F	images	1	runtime.v1.Image	r	o
M	ImageStatusRequest	3
F	image	1	runtime.v1.ImageSpec	1	po
F	verbose	2	bool	1	o
M	ImageStatusResponse	3
F	image	1	runtime.v1.Image	1	po
F	info	2	string	m	o
M	AuthConfig	3
F	username	1	string	1	o
F	password	2	string	1	o
F	auth	3	string	1	o
F	serverAddress	4	string	1	o
F	identityToken	5	string	1	o
F	registryToken	6	string	1	o
M	PullImageRequest	3
F	image	1	runtime.v1.ImageSpec	1	po
F	auth	2	runtime.v1.AuthConfig	1	po
F	sandboxConfig	3	runtime.v1.PodSandboxConfig	1	po
M	PullImageResponse	3
F	imageRef	1	string	1	o
M	RemoveImageRequest	3
F	image	1	runtime.v1.ImageSpec	1	po
M	NetworkConfig	3
F	podCidr	1	string	1	o
M	RuntimeConfig	3
F	networkConfig	1	runtime.v1.NetworkConfig	1	po
M	UpdateRuntimeConfigRequest	3
F	runtimeConfig	1	runtime.v1.RuntimeConfig	1	po
M	RuntimeCondition	3
F	type	1	string	1	o
F	status	2	bool	1	o
F	reason	3	string	1	o
F	message	4	string	1	o
M	RuntimeStatus	3
F	conditions	1	runtime.v1.RuntimeCondition	r	o
M	StatusRequest	3
F	verbose	1	bool	1	o
M	RuntimeHandlerFeatures	3
F	recursiveReadOnlyMounts	1	bool	1	o
F	userNamespaces	2	bool	1	o
M	RuntimeHandler	3
F	name	1	string	1	o
F	features	2	runtime.v1.RuntimeHandlerFeatures	1	po
M	RuntimeFeatures	3
F	supplementalGroupsPolicy	1	bool	1	o
F	userNamespacesHostNetwork	2	bool	1	o
M	StatusResponse	3
F	status	1	runtime.v1.RuntimeStatus	1	po
F	info	2	string	m	o
F	runtimeHandlers	3	runtime.v1.RuntimeHandler	r	o
F	features	4	runtime.v1.RuntimeFeatures	1	po
M	UInt64Value	3
F	value	1	uint64	1	o
M	FilesystemIdentifier	3
F	mountpoint	1	string	1	o
M	FilesystemUsage	3
F	timestamp	1	int64	1	o
F	fsId	2	runtime.v1.FilesystemIdentifier	1	po
F	usedBytes	3	runtime.v1.UInt64Value	1	po
F	inodesUsed	4	runtime.v1.UInt64Value	1	po
M	WindowsFilesystemUsage	3
F	timestamp	1	int64	1	o
F	fsId	2	runtime.v1.FilesystemIdentifier	1	po
F	usedBytes	3	runtime.v1.UInt64Value	1	po
M	ImageFsInfoResponse	3
F	imageFilesystems	1	runtime.v1.FilesystemUsage	r	o
F	containerFilesystems	2	runtime.v1.FilesystemUsage	r	o
M	ContainerStatsRequest	3
F	containerId	1	string	1	o
M	ContainerStatsResponse	3
F	stats	1	runtime.v1.ContainerStats	1	po
M	ListContainerStatsRequest	3
F	filter	1	runtime.v1.ContainerStatsFilter	1	po
M	ContainerStatsFilter	3
F	id	1	string	1	o
F	podSandboxId	2	string	1	o
F	labelSelector	3	string	m	o
M	ListContainerStatsResponse	3
F	stats	1	runtime.v1.ContainerStats	r	o
M	StreamContainerStatsRequest	3
F	filter	1	runtime.v1.ContainerStatsFilter	1	po
M	StreamContainerStatsResponse	3
F	containerStats	1	runtime.v1.ContainerStats	r	o
M	ContainerAttributes	3
F	id	1	string	1	o
F	metadata	2	runtime.v1.ContainerMetadata	1	po
F	labels	3	string	m	o
F	annotations	4	string	m	o
M	ContainerStats	3
F	attributes	1	runtime.v1.ContainerAttributes	1	po
F	cpu	2	runtime.v1.CpuUsage	1	po
F	memory	3	runtime.v1.MemoryUsage	1	po
F	writableLayer	4	runtime.v1.FilesystemUsage	1	po
F	swap	5	runtime.v1.SwapUsage	1	po
F	io	6	runtime.v1.IoUsage	1	po
M	WindowsContainerStats	3
F	attributes	1	runtime.v1.ContainerAttributes	1	po
F	cpu	2	runtime.v1.WindowsCpuUsage	1	po
F	memory	3	runtime.v1.WindowsMemoryUsage	1	po
F	writableLayer	4	runtime.v1.WindowsFilesystemUsage	1	po
M	PsiStats	3
F	Full	1	runtime.v1.PsiData	1	po
F	Some	2	runtime.v1.PsiData	1	po
M	PsiData	3
F	Total	1	uint64	1	o
F	Avg10	2	double	1	o
F	Avg60	3	double	1	o
F	Avg300	4	double	1	o
M	CpuUsage	3
F	timestamp	1	int64	1	o
F	usageCoreNanoSeconds	2	runtime.v1.UInt64Value	1	po
F	usageNanoCores	3	runtime.v1.UInt64Value	1	po
F	psi	4	runtime.v1.PsiStats	1	po
M	WindowsCpuUsage	3
F	timestamp	1	int64	1	o
F	usageCoreNanoSeconds	2	runtime.v1.UInt64Value	1	po
F	usageNanoCores	3	runtime.v1.UInt64Value	1	po
M	MemoryUsage	3
F	timestamp	1	int64	1	o
F	workingSetBytes	2	runtime.v1.UInt64Value	1	po
F	availableBytes	3	runtime.v1.UInt64Value	1	po
F	usageBytes	4	runtime.v1.UInt64Value	1	po
F	rssBytes	5	runtime.v1.UInt64Value	1	po
F	pageFaults	6	runtime.v1.UInt64Value	1	po
F	majorPageFaults	7	runtime.v1.UInt64Value	1	po
F	psi	8	runtime.v1.PsiStats	1	po
M	IoUsage	3
F	timestamp	1	int64	1	o
F	psi	2	runtime.v1.PsiStats	1	po
M	SwapUsage	3
F	timestamp	1	int64	1	o
F	swapAvailableBytes	2	runtime.v1.UInt64Value	1	po
F	swapUsageBytes	3	runtime.v1.UInt64Value	1	po
M	WindowsMemoryUsage	3
F	timestamp	1	int64	1	o
F	workingSetBytes	2	runtime.v1.UInt64Value	1	po
F	availableBytes	3	runtime.v1.UInt64Value	1	po
F	pageFaults	4	runtime.v1.UInt64Value	1	po
F	commitMemoryBytes	5	runtime.v1.UInt64Value	1	po
M	ReopenContainerLogRequest	3
F	containerId	1	string	1	o
M	CheckpointContainerRequest	3
F	containerId	1	string	1	o
F	location	2	string	1	o
F	timeout	3	int64	1	o
M	ContainerEventResponse	3
F	containerId	1	string	1	o
F	containerEventType	2	int32	1	o
F	createdAt	3	int64	1	o
F	podSandboxStatus	4	runtime.v1.PodSandboxStatus	1	po
F	containersStatuses	5	runtime.v1.ContainerStatus	r	o
M	ListMetricDescriptorsResponse	3
F	descriptors	1	runtime.v1.MetricDescriptor	r	o
M	MetricDescriptor	3
F	name	1	string	1	o
F	help	2	string	1	o
F	labelKeys	3	string	r	o
M	ListPodSandboxMetricsResponse	3
F	podMetrics	1	runtime.v1.PodSandboxMetrics	r	o
M	StreamPodSandboxMetricsResponse	3
F	podSandboxMetrics	1	runtime.v1.PodSandboxMetrics	r	o
M	PodSandboxMetrics	3
F	podSandboxId	1	string	1	o
F	metrics	2	runtime.v1.Metric	r	o
F	containerMetrics	3	runtime.v1.ContainerMetrics	r	o
M	ContainerMetrics	3
F	containerId	1	string	1	o
F	metrics	2	runtime.v1.Metric	r	o
M	Metric	3
F	name	1	string	1	o
F	timestamp	2	int64	1	o
F	metricType	3	int32	1	o
F	labelValues	4	string	r	o
F	value	5	runtime.v1.UInt64Value	1	po
M	RuntimeConfigResponse	3
F	linux	1	runtime.v1.LinuxRuntimeConfiguration	1	po
M	LinuxRuntimeConfiguration	3
F	cgroupDriver	1	int32	1	o
M	UpdatePodSandboxResourcesRequest	3
F	podSandboxId	1	string	1	o
F	overhead	2	runtime.v1.LinuxContainerResources	1	po
F	resources	3	runtime.v1.LinuxContainerResources	1	po
M	CheckpointContainerResponse	3
M	GetEventsRequest	3
M	ImageFsInfoRequest	3
M	ListMetricDescriptorsRequest	3
M	ListPodSandboxMetricsRequest	3
M	RemoveContainerResponse	3
M	RemoveImageResponse	3
M	RemovePodSandboxResponse	3
M	ReopenContainerLogResponse	3
M	RuntimeConfigRequest	3
M	StartContainerResponse	3
M	StopContainerResponse	3
M	StopPodSandboxResponse	3
M	StreamPodSandboxMetricsRequest	3
M	UpdateContainerResourcesResponse	3
M	UpdatePodSandboxResourcesResponse	3
M	UpdateRuntimeConfigResponse	3
"""#
}
