// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// The Kubernetes API and `apus.v1` as a schema table.
enum KubernetesSchema {
    static let table: StaticString = #"""
P	k8s.io.api.admission.v1	admission.k8s.io/v1
M	AdmissionReview	k
F	request	1	k8s.io.api.admission.v1.AdmissionRequest	1	poO
F	response	2	k8s.io.api.admission.v1.AdmissionResponse	1	poO
M	AdmissionRequest
F	uid	1	string	1	O
F	kind	2	k8s.io.apimachinery.pkg.apis.meta.v1.GroupVersionKind	1	O
F	resource	3	k8s.io.apimachinery.pkg.apis.meta.v1.GroupVersionResource	1	O
F	subResource	4	string	1	oO
F	requestKind	13	k8s.io.apimachinery.pkg.apis.meta.v1.GroupVersionKind	1	poO
F	requestResource	14	k8s.io.apimachinery.pkg.apis.meta.v1.GroupVersionResource	1	poO
F	requestSubResource	15	string	1	oO
F	name	5	string	1	oO
F	namespace	6	string	1	oO
F	operation	7	string	1	O
F	userInfo	8	k8s.io.api.authentication.v1.UserInfo	1	O
F	object	9	k8s.io.apimachinery.pkg.runtime.RawExtension	1	oO
F	oldObject	10	k8s.io.apimachinery.pkg.runtime.RawExtension	1	oO
F	dryRun	11	bool	1	poO
F	options	12	k8s.io.apimachinery.pkg.runtime.RawExtension	1	oO
M	AdmissionResponse
F	uid	1	string	1	O
F	allowed	2	bool	1	O
F	status	3	k8s.io.apimachinery.pkg.apis.meta.v1.Status	1	poO
F	patch	4	bytes	1	oO
F	patchType	5	string	1	poO
F	auditAnnotations	6	string	m	oO
F	warnings	7	string	r	oO			atomic
P	k8s.io.api.admissionregistration.v1	admissionregistration.k8s.io/v1
M	Rule
F	apiGroups	1	string	r	o			atomic
F	apiVersions	2	string	r	o			atomic
F	resources	3	string	r	o			atomic
F	scope	4	string	1	poOe						Cluster,Namespaced,*
M	ValidatingAdmissionPolicy	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.admissionregistration.v1.ValidatingAdmissionPolicySpec	1	o
F	status	3	k8s.io.api.admissionregistration.v1.ValidatingAdmissionPolicyStatus	1	oO
M	ValidatingAdmissionPolicyStatus
F	observedGeneration	1	int64	1	oO
F	typeChecking	2	k8s.io.api.admissionregistration.v1.TypeChecking	1	poO
F	conditions	3	k8s.io.apimachinery.pkg.apis.meta.v1.Condition	r	oO			map	type
M	TypeChecking
F	expressionWarnings	1	k8s.io.api.admissionregistration.v1.ExpressionWarning	r	oO			atomic
M	ExpressionWarning
F	fieldRef	2	string	1
F	warning	3	string	1
M	ValidatingAdmissionPolicyList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.admissionregistration.v1.ValidatingAdmissionPolicy	r
M	ValidatingAdmissionPolicySpec
F	paramKind	1	k8s.io.api.admissionregistration.v1.ParamKind	1	poO
F	matchConstraints	2	k8s.io.api.admissionregistration.v1.MatchResources	1	po
F	validations	3	k8s.io.api.admissionregistration.v1.Validation	r	oO			atomic
F	failurePolicy	4	string	1	poOe						Ignore,Fail
F	auditAnnotations	5	k8s.io.api.admissionregistration.v1.AuditAnnotation	r	oO			atomic
F	matchConditions	6	k8s.io.api.admissionregistration.v1.MatchCondition	r	oO	name	merge	map	name
F	variables	7	k8s.io.api.admissionregistration.v1.Variable	r	oO	name	merge	map	name
M	ParamKind	a
F	apiVersion	1	string	1	o
F	kind	2	string	1	o
M	Validation
F	expression	1	string	1
F	message	2	string	1	oO
F	reason	3	string	1	poO
F	messageExpression	4	string	1	oO
M	Variable	a
F	name	1	string	1
F	expression	2	string	1
M	AuditAnnotation
F	key	1	string	1
F	valueExpression	2	string	1
M	ValidatingAdmissionPolicyBinding	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec	1	oR
M	ValidatingAdmissionPolicyBindingList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.admissionregistration.v1.ValidatingAdmissionPolicyBinding	r
M	ValidatingAdmissionPolicyBindingSpec
F	policyName	1	string	1	oR
F	paramRef	2	k8s.io.api.admissionregistration.v1.ParamRef	1	poO
F	matchResources	3	k8s.io.api.admissionregistration.v1.MatchResources	1	poO
F	validationActions	4	string	r	oRe			set			Deny,Warn,Audit
M	ParamRef	a
F	name	1	string	1	o
F	namespace	2	string	1	oO
F	selector	3	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	parameterNotFoundAction	4	string	1	po
M	MatchResources	a
F	namespaceSelector	1	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	objectSelector	2	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	resourceRules	3	k8s.io.api.admissionregistration.v1.NamedRuleWithOperations	r	oO			atomic
F	excludeResourceRules	4	k8s.io.api.admissionregistration.v1.NamedRuleWithOperations	r	oO			atomic
F	matchPolicy	7	string	1	poOe						Exact,Equivalent
M	NamedRuleWithOperations	a
F	resourceNames	1	string	r	oO			atomic
F	ruleWithOperations	2	k8s.io.api.admissionregistration.v1.RuleWithOperations	1	i
M	ValidatingWebhookConfiguration	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	webhooks	2	k8s.io.api.admissionregistration.v1.ValidatingWebhook	r	oO	name	merge	map	name
M	ValidatingWebhookConfigurationList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.admissionregistration.v1.ValidatingWebhookConfiguration	r
M	MutatingWebhookConfiguration	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	webhooks	2	k8s.io.api.admissionregistration.v1.MutatingWebhook	r	oO	name	merge	map	name
M	MutatingWebhookConfigurationList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.admissionregistration.v1.MutatingWebhookConfiguration	r
M	ValidatingWebhook
F	name	1	string	1
F	clientConfig	2	k8s.io.api.admissionregistration.v1.WebhookClientConfig	1
F	rules	3	k8s.io.api.admissionregistration.v1.RuleWithOperations	r	o			atomic
F	failurePolicy	4	string	1	poOe						Ignore,Fail
F	matchPolicy	9	string	1	poOe						Exact,Equivalent
F	namespaceSelector	5	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	objectSelector	10	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	sideEffects	6	string	1	pe						Unknown,None,Some,NoneOnDryRun
F	timeoutSeconds	7	int32	1	poO
F	admissionReviewVersions	8	string	r				atomic
F	matchConditions	11	k8s.io.api.admissionregistration.v1.MatchCondition	r	oO	name	merge	map	name
M	MutatingWebhook
F	name	1	string	1
F	clientConfig	2	k8s.io.api.admissionregistration.v1.WebhookClientConfig	1
F	rules	3	k8s.io.api.admissionregistration.v1.RuleWithOperations	r	o			atomic
F	failurePolicy	4	string	1	poOe						Ignore,Fail
F	matchPolicy	9	string	1	poOe						Exact,Equivalent
F	namespaceSelector	5	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	objectSelector	11	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	sideEffects	6	string	1	pe						Unknown,None,Some,NoneOnDryRun
F	timeoutSeconds	7	int32	1	poO
F	admissionReviewVersions	8	string	r				atomic
F	reinvocationPolicy	10	string	1	poOe						Never,IfNeeded
F	matchConditions	12	k8s.io.api.admissionregistration.v1.MatchCondition	r	oO	name	merge	map	name
M	MutatingAdmissionPolicy	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.admissionregistration.v1.MutatingAdmissionPolicySpec	1	o
M	MutatingAdmissionPolicyList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.admissionregistration.v1.MutatingAdmissionPolicy	r
M	MutatingAdmissionPolicySpec
F	paramKind	1	k8s.io.api.admissionregistration.v1.ParamKind	1	poO
F	matchConstraints	2	k8s.io.api.admissionregistration.v1.MatchResources	1	po
F	variables	3	k8s.io.api.admissionregistration.v1.Variable	r	oO			atomic
F	mutations	4	k8s.io.api.admissionregistration.v1.Mutation	r	oO			atomic
F	failurePolicy	5	string	1	poOe						Ignore,Fail
F	matchConditions	6	k8s.io.api.admissionregistration.v1.MatchCondition	r	oO	name	merge	map	name
F	reinvocationPolicy	7	string	1	oe						Never,IfNeeded
M	Mutation
F	patchType	2	string	1	e						ApplyConfiguration,JSONPatch
F	applyConfiguration	3	k8s.io.api.admissionregistration.v1.ApplyConfiguration	1	po
F	jsonPatch	4	k8s.io.api.admissionregistration.v1.JSONPatch	1	po
M	ApplyConfiguration
F	expression	1	string	1	o
M	JSONPatch
F	expression	1	string	1	o
M	MutatingAdmissionPolicyBinding	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.admissionregistration.v1.MutatingAdmissionPolicyBindingSpec	1	o
M	MutatingAdmissionPolicyBindingList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.admissionregistration.v1.MutatingAdmissionPolicyBinding	r
M	MutatingAdmissionPolicyBindingSpec
F	policyName	1	string	1	o
F	paramRef	2	k8s.io.api.admissionregistration.v1.ParamRef	1	poO
F	matchResources	3	k8s.io.api.admissionregistration.v1.MatchResources	1	poO
M	RuleWithOperations
F	operations	1	string	r	oe			atomic			*,CREATE,UPDATE,DELETE,CONNECT
F	rule	2	k8s.io.api.admissionregistration.v1.Rule	1	i
M	WebhookClientConfig
F	url	3	string	1	poO
F	service	1	k8s.io.api.admissionregistration.v1.ServiceReference	1	poO
F	caBundle	2	bytes	1	oO
M	ServiceReference
F	namespace	1	string	1
F	name	2	string	1
F	path	3	string	1	poO
F	port	4	int32	1	poO
M	MatchCondition
F	name	1	string	1
F	expression	2	string	1
P	k8s.io.api.apidiscovery.v2	apidiscovery.k8s.io/v2
M	APIGroupDiscoveryList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.apidiscovery.v2.APIGroupDiscovery	r
M	APIGroupDiscovery	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	versions	2	k8s.io.api.apidiscovery.v2.APIVersionDiscovery	r	o			map	version
M	APIVersionDiscovery
F	version	1	string	1
F	resources	2	k8s.io.api.apidiscovery.v2.APIResourceDiscovery	r	o			map	resource
F	freshness	3	string	1	o
M	APIResourceDiscovery
F	resource	1	string	1
F	responseKind	2	k8s.io.apimachinery.pkg.apis.meta.v1.GroupVersionKind	1	po
F	scope	3	string	1
F	singularResource	4	string	1
F	verbs	5	string	r				set
F	shortNames	6	string	r	o			set
F	categories	7	string	r	o			set
F	subresources	8	k8s.io.api.apidiscovery.v2.APISubresourceDiscovery	r	o			map	subresource
M	APISubresourceDiscovery
F	subresource	1	string	1
F	responseKind	2	k8s.io.apimachinery.pkg.apis.meta.v1.GroupVersionKind	1	po
F	acceptedTypes	3	k8s.io.apimachinery.pkg.apis.meta.v1.GroupVersionKind	r	o			map	group,version,kind
F	verbs	4	string	r				set
P	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1	apiextensions.k8s.io/v1
M	CustomResourceDefinitionSpec
F	group	1	string	1
F	names	3	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames	1
F	scope	4	string	1
F	versions	7	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion	r				atomic
F	conversion	9	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceConversion	1	poO
F	preserveUnknownFields	10	bool	1	oO
M	CustomResourceConversion
F	strategy	1	string	1
F	webhook	2	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.WebhookConversion	1	poO
M	WebhookConversion
F	clientConfig	2	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig	1	poO
F	conversionReviewVersions	3	string	r				atomic
M	WebhookClientConfig
F	url	3	string	1	poO
F	service	1	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.ServiceReference	1	poO
F	caBundle	2	bytes	1	oO
M	ServiceReference
F	namespace	1	string	1
F	name	2	string	1
F	path	3	string	1	poO
F	port	4	int32	1	poO
M	CustomResourceDefinitionVersion
F	name	1	string	1
F	served	2	bool	1
F	storage	3	bool	1
F	deprecated	7	bool	1	oO
F	deprecationWarning	8	string	1	poO
F	schema	4	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceValidation	1	poO
F	subresources	5	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresources	1	poO
F	additionalPrinterColumns	6	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceColumnDefinition	r	oO			atomic
F	selectableFields	9	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.SelectableField	r	oO			atomic
M	SelectableField
F	jsonPath	1	string	1
M	CustomResourceColumnDefinition
F	name	1	string	1
F	type	2	string	1
F	format	3	string	1	oO
F	description	4	string	1	oO
F	priority	5	int32	1	oO
F	jsonPath	6	string	1
M	CustomResourceDefinitionNames
F	plural	1	string	1
F	singular	2	string	1	oO
F	shortNames	3	string	r	oO			atomic
F	kind	4	string	1
F	listKind	5	string	1	oO
F	categories	6	string	r	oO			atomic
M	CustomResourceDefinitionCondition
F	type	1	string	1
F	status	2	string	1
F	lastTransitionTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	reason	4	string	1	oO
F	message	5	string	1	oO
F	observedGeneration	6	int64	1	oO
M	CustomResourceDefinitionStatus
F	conditions	1	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionCondition	r	O			map	type
F	acceptedNames	2	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames	1	O
F	storedVersions	3	string	r	O			atomic
F	observedGeneration	4	int64	1	oO
M	CustomResourceDefinition	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec	1
F	status	3	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionStatus	1	oO
M	CustomResourceDefinitionList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition	r
M	CustomResourceValidation
F	openAPIV3Schema	1	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps	1	poO
M	CustomResourceSubresources
F	status	1	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceStatus	1	poO
F	scale	2	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceScale	1	poO
M	CustomResourceSubresourceScale
F	specReplicasPath	1	string	1
F	statusReplicasPath	2	string	1
F	labelSelectorPath	3	string	1	poO
M	ConversionReview	k
F	request	1	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.ConversionRequest	1	poO
F	response	2	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.ConversionResponse	1	poO
M	ConversionRequest
F	uid	1	string	1
F	desiredAPIVersion	2	string	1
F	objects	3	k8s.io.apimachinery.pkg.runtime.RawExtension	r				atomic
M	ConversionResponse
F	uid	1	string	1
F	convertedObjects	2	k8s.io.apimachinery.pkg.runtime.RawExtension	r				atomic
F	result	3	k8s.io.apimachinery.pkg.apis.meta.v1.Status	1
M	JSONSchemaProps
F	id	1	string	1	o
F	$schema	2	string	1	o
F	$ref	3	string	1	po
F	description	4	string	1	o
F	type	5	string	1	o
F	format	6	string	1	o
F	title	7	string	1	o
F	default	8	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSON	1	po
F	maximum	9	double	1	po
F	exclusiveMaximum	10	bool	1	o
F	minimum	11	double	1	po
F	exclusiveMinimum	12	bool	1	o
F	maxLength	13	int64	1	po
F	minLength	14	int64	1	po
F	pattern	15	string	1	o
F	maxItems	16	int64	1	po
F	minItems	17	int64	1	po
F	uniqueItems	18	bool	1	o
F	multipleOf	19	double	1	po
F	enum	20	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSON	r	o			atomic
F	maxProperties	21	int64	1	po
F	minProperties	22	int64	1	po
F	required	23	string	r	o			atomic
F	items	24	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray	1	po
F	allOf	25	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps	r	o			atomic
F	oneOf	26	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps	r	o			atomic
F	anyOf	27	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps	r	o			atomic
F	not	28	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps	1	po
F	properties	29	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps	m	o
F	additionalProperties	30	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool	1	po
F	patternProperties	31	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps	m	o
F	dependencies	32	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray	m	o
F	additionalItems	33	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool	1	po
F	definitions	34	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps	m	o
F	externalDocs	35	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.ExternalDocumentation	1	po
F	example	36	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSON	1	po
F	nullable	37	bool	1	o
F	x-kubernetes-preserve-unknown-fields	38	bool	1	po
F	x-kubernetes-embedded-resource	39	bool	1	o
F	x-kubernetes-int-or-string	40	bool	1	o
F	x-kubernetes-list-map-keys	41	string	r	oO			atomic
F	x-kubernetes-list-type	42	string	1	poO
F	x-kubernetes-map-type	43	string	1	poO
F	x-kubernetes-validations	44	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.ValidationRule	r	o	rule	merge	map	rule
M	ValidationRule
F	rule	1	string	1
F	message	2	string	1	o
F	messageExpression	3	string	1	oO
F	reason	4	string	1	poOe						FieldValueRequired,FieldValueDuplicate,FieldValueInvalid,FieldValueForbidden
F	fieldPath	5	string	1	oO
F	optionalOldSelf	6	bool	1	poO
M	JSON		json
F	raw	1	bytes	1
M	ExternalDocumentation
F	description	1	string	1	o
F	url	2	string	1	o
M	CustomResourceSubresourceStatus
M	JSONSchemaPropsOrArray		schemaOrArray
F	schema	1	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps	1	p
F	jSONSchemas	2	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps	r
M	JSONSchemaPropsOrBool		schemaOrBool
F	allows	1	bool	1
F	schema	2	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps	1	p
M	JSONSchemaPropsOrStringArray		schemaOrStringArray
F	schema	1	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps	1	p
F	property	2	string	r
P	k8s.io.kube_aggregator.pkg.apis.apiregistration.v1	apiregistration.k8s.io/v1
M	APIServiceList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.kube_aggregator.pkg.apis.apiregistration.v1.APIService	r
M	ServiceReference
F	namespace	1	string	1	o
F	name	2	string	1	o
F	port	3	int32	1	poO
M	APIServiceSpec
F	service	1	k8s.io.kube_aggregator.pkg.apis.apiregistration.v1.ServiceReference	1	poO
F	group	2	string	1	o
F	version	3	string	1	o
F	insecureSkipTLSVerify	4	bool	1	o
F	caBundle	5	bytes	1	oO			atomic
F	groupPriorityMinimum	7	int32	1
F	versionPriority	8	int32	1
M	APIServiceCondition
F	type	1	string	1
F	status	2	string	1
F	lastTransitionTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	reason	4	string	1	oO
F	message	5	string	1	oO
M	APIServiceStatus
F	conditions	1	k8s.io.kube_aggregator.pkg.apis.apiregistration.v1.APIServiceCondition	r	oO	type	merge	map	type
M	APIService	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.kube_aggregator.pkg.apis.apiregistration.v1.APIServiceSpec	1	o
F	status	3	k8s.io.kube_aggregator.pkg.apis.apiregistration.v1.APIServiceStatus	1	o
P	k8s.io.api.apps.v1	apps/v1
M	StatefulSet	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.apps.v1.StatefulSetSpec	1	oO
F	status	3	k8s.io.api.apps.v1.StatefulSetStatus	1	oO
M	StatefulSetUpdateStrategy
F	type	1	string	1	oOe						RollingUpdate,OnDelete
F	rollingUpdate	2	k8s.io.api.apps.v1.RollingUpdateStatefulSetStrategy	1	poO
M	RollingUpdateStatefulSetStrategy
F	partition	1	int32	1	poO
F	maxUnavailable	2	k8s.io.apimachinery.pkg.util.intstr.IntOrString	1	poO
M	StatefulSetPersistentVolumeClaimRetentionPolicy
F	whenDeleted	1	string	1	o
F	whenScaled	2	string	1	o
M	StatefulSetOrdinals
F	start	1	int32	1	O
M	StatefulSetSpec
F	replicas	1	int32	1	poO
F	selector	2	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	p
F	template	3	k8s.io.api.core.v1.PodTemplateSpec	1
F	volumeClaimTemplates	4	k8s.io.api.core.v1.PersistentVolumeClaim	r	oKO			atomic
F	serviceName	5	string	1	O
F	podManagementPolicy	6	string	1	oOe						OrderedReady,Parallel
F	updateStrategy	7	k8s.io.api.apps.v1.StatefulSetUpdateStrategy	1	o
F	revisionHistoryLimit	8	int32	1	po
F	minReadySeconds	9	int32	1	oO
F	persistentVolumeClaimRetentionPolicy	10	k8s.io.api.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy	1	poO
F	ordinals	11	k8s.io.api.apps.v1.StatefulSetOrdinals	1	poO
M	StatefulSetStatus
F	observedGeneration	1	int64	1	oO
F	replicas	2	int32	1
F	readyReplicas	3	int32	1	o
F	currentReplicas	4	int32	1	o
F	updatedReplicas	5	int32	1	o
F	currentRevision	6	string	1	o
F	updateRevision	7	string	1	o
F	collisionCount	9	int32	1	poO
F	conditions	10	k8s.io.api.apps.v1.StatefulSetCondition	r	oO	type	merge	map	type
F	availableReplicas	11	int32	1	O
M	StatefulSetCondition
F	type	1	string	1
F	status	2	string	1
F	lastTransitionTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	reason	4	string	1	oO
F	message	5	string	1	oO
M	StatefulSetList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.apps.v1.StatefulSet	r
M	Deployment	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.apps.v1.DeploymentSpec	1	oO
F	status	3	k8s.io.api.apps.v1.DeploymentStatus	1	oO
M	DeploymentSpec
F	replicas	1	int32	1	poO
F	selector	2	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	p
F	template	3	k8s.io.api.core.v1.PodTemplateSpec	1
F	strategy	4	k8s.io.api.apps.v1.DeploymentStrategy	1	oO		retainKeys
F	minReadySeconds	5	int32	1	oO
F	revisionHistoryLimit	6	int32	1	poO
F	paused	7	bool	1	oO
F	progressDeadlineSeconds	9	int32	1	po
M	DeploymentStrategy
F	type	1	string	1	oOe						Recreate,RollingUpdate
F	rollingUpdate	2	k8s.io.api.apps.v1.RollingUpdateDeployment	1	poO
M	RollingUpdateDeployment
F	maxUnavailable	1	k8s.io.apimachinery.pkg.util.intstr.IntOrString	1	poO
F	maxSurge	2	k8s.io.apimachinery.pkg.util.intstr.IntOrString	1	poO
M	DeploymentStatus
F	observedGeneration	1	int64	1	oO
F	replicas	2	int32	1	oO
F	updatedReplicas	3	int32	1	oO
F	readyReplicas	7	int32	1	oO
F	availableReplicas	4	int32	1	oO
F	unavailableReplicas	5	int32	1	oO
F	terminatingReplicas	9	int32	1	poO
F	conditions	6	k8s.io.api.apps.v1.DeploymentCondition	r	o	type	merge	map	type
F	collisionCount	8	int32	1	poO
M	DeploymentCondition
F	type	1	string	1
F	status	2	string	1
F	lastUpdateTime	6	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	o
F	lastTransitionTime	7	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	o
F	reason	4	string	1	o
F	message	5	string	1	o
M	DeploymentList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.apps.v1.Deployment	r
M	DaemonSetUpdateStrategy
F	type	1	string	1	oOe						RollingUpdate,OnDelete
F	rollingUpdate	2	k8s.io.api.apps.v1.RollingUpdateDaemonSet	1	poO
M	RollingUpdateDaemonSet
F	maxUnavailable	1	k8s.io.apimachinery.pkg.util.intstr.IntOrString	1	poO
F	maxSurge	2	k8s.io.apimachinery.pkg.util.intstr.IntOrString	1	poO
M	DaemonSetSpec
F	selector	1	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	p
F	template	2	k8s.io.api.core.v1.PodTemplateSpec	1
F	updateStrategy	3	k8s.io.api.apps.v1.DaemonSetUpdateStrategy	1	oO
F	minReadySeconds	4	int32	1	oO
F	revisionHistoryLimit	6	int32	1	poO
M	DaemonSetStatus
F	currentNumberScheduled	1	int32	1
F	numberMisscheduled	2	int32	1
F	desiredNumberScheduled	3	int32	1
F	numberReady	4	int32	1
F	observedGeneration	5	int64	1	oO
F	updatedNumberScheduled	6	int32	1	oO
F	numberAvailable	7	int32	1	oO
F	numberUnavailable	8	int32	1	oO
F	collisionCount	9	int32	1	poO
F	conditions	10	k8s.io.api.apps.v1.DaemonSetCondition	r	oO	type	merge	map	type
M	DaemonSetCondition
F	type	1	string	1
F	status	2	string	1
F	lastTransitionTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	reason	4	string	1	oO
F	message	5	string	1	oO
M	DaemonSet	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.apps.v1.DaemonSetSpec	1	oO
F	status	3	k8s.io.api.apps.v1.DaemonSetStatus	1	oO
M	DaemonSetList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.apps.v1.DaemonSet	r
M	ReplicaSet	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.apps.v1.ReplicaSetSpec	1	oO
F	status	3	k8s.io.api.apps.v1.ReplicaSetStatus	1	oO
M	ReplicaSetList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.apps.v1.ReplicaSet	r
M	ReplicaSetSpec
F	replicas	1	int32	1	poO
F	minReadySeconds	4	int32	1	oO
F	selector	2	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	p
F	template	3	k8s.io.api.core.v1.PodTemplateSpec	1	oO
M	ReplicaSetStatus
F	replicas	1	int32	1
F	fullyLabeledReplicas	2	int32	1	oO
F	readyReplicas	4	int32	1	oO
F	availableReplicas	5	int32	1	oO
F	terminatingReplicas	7	int32	1	poO
F	observedGeneration	3	int64	1	oO
F	conditions	6	k8s.io.api.apps.v1.ReplicaSetCondition	r	oO	type	merge	map	type
M	ReplicaSetCondition
F	type	1	string	1
F	status	2	string	1
F	lastTransitionTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	reason	4	string	1	oO
F	message	5	string	1	oO
M	ControllerRevision	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	data	2	k8s.io.apimachinery.pkg.runtime.RawExtension	1	o
F	revision	3	int64	1
M	ControllerRevisionList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.apps.v1.ControllerRevision	r
P	k8s.io.api.authentication.v1	authentication.k8s.io/v1
M	TokenReview	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.authentication.v1.TokenReviewSpec	1
F	status	3	k8s.io.api.authentication.v1.TokenReviewStatus	1	oO
M	TokenReviewSpec
F	token	1	string	1	oR
F	audiences	2	string	r	oO			atomic
M	TokenReviewStatus
F	authenticated	1	bool	1	oO
F	user	2	k8s.io.api.authentication.v1.UserInfo	1	oO
F	audiences	4	string	r	oO			atomic
F	error	3	string	1	oO
M	UserInfo
F	username	1	string	1	oO
F	uid	2	string	1	oO
F	groups	3	string	r	oO			atomic
F	extra	4	k8s.io.api.authentication.v1.ExtraValue	m	oO
M	TokenRequest	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.authentication.v1.TokenRequestSpec	1	O
F	status	3	k8s.io.api.authentication.v1.TokenRequestStatus	1	oO
M	TokenRequestSpec
F	audiences	1	string	r	O			atomic
F	expirationSeconds	4	int64	1	pO
F	boundObjectRef	3	k8s.io.api.authentication.v1.BoundObjectReference	1	pO
M	TokenRequestStatus
F	token	1	string	1	O
F	expirationTimestamp	2	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	O
M	BoundObjectReference
F	kind	1	string	1	oO
F	apiVersion	2	string	1	oO
F	name	3	string	1	oO
F	uid	4	string	1	oO
M	SelfSubjectReview	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	status	2	k8s.io.api.authentication.v1.SelfSubjectReviewStatus	1	oO
M	SelfSubjectReviewStatus
F	userInfo	1	k8s.io.api.authentication.v1.UserInfo	1	oO
M	ExtraValue		stringList
F	items	1	string	r
P	k8s.io.api.authorization.v1	authorization.k8s.io/v1
M	SubjectAccessReview	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.authorization.v1.SubjectAccessReviewSpec	1
F	status	3	k8s.io.api.authorization.v1.SubjectAccessReviewStatus	1	oO
M	SelfSubjectAccessReview	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.authorization.v1.SelfSubjectAccessReviewSpec	1
F	status	3	k8s.io.api.authorization.v1.SubjectAccessReviewStatus	1	oO
M	LocalSubjectAccessReview	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.authorization.v1.SubjectAccessReviewSpec	1
F	status	3	k8s.io.api.authorization.v1.SubjectAccessReviewStatus	1	oO
M	ResourceAttributes
F	namespace	1	string	1	oO
F	verb	2	string	1	oO
F	group	3	string	1	oO
F	version	4	string	1	oO
F	resource	5	string	1	oO
F	subresource	6	string	1	oO
F	name	7	string	1	oO
F	fieldSelector	8	k8s.io.api.authorization.v1.FieldSelectorAttributes	1	poO
F	labelSelector	9	k8s.io.api.authorization.v1.LabelSelectorAttributes	1	poO
M	LabelSelectorAttributes
F	rawSelector	1	string	1	oO
F	requirements	2	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement	r	oO			atomic
M	FieldSelectorAttributes
F	rawSelector	1	string	1	oO
F	requirements	2	k8s.io.apimachinery.pkg.apis.meta.v1.FieldSelectorRequirement	r	oO			atomic
M	NonResourceAttributes
F	path	1	string	1	oO
F	verb	2	string	1	oO
M	SubjectAccessReviewSpec
F	resourceAttributes	1	k8s.io.api.authorization.v1.ResourceAttributes	1	poO
F	nonResourceAttributes	2	k8s.io.api.authorization.v1.NonResourceAttributes	1	poO
F	user	3	string	1	oO
F	groups	4	string	r	oO			atomic
F	extra	5	k8s.io.api.authorization.v1.ExtraValue	m	oO
F	uid	6	string	1	oO
M	SelfSubjectAccessReviewSpec
F	resourceAttributes	1	k8s.io.api.authorization.v1.ResourceAttributes	1	poO
F	nonResourceAttributes	2	k8s.io.api.authorization.v1.NonResourceAttributes	1	poO
M	SubjectAccessReviewStatus
F	allowed	1	bool	1
F	denied	4	bool	1	oO
F	reason	2	string	1	oO
F	evaluationError	3	string	1	oO
M	SelfSubjectRulesReview	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.authorization.v1.SelfSubjectRulesReviewSpec	1
F	status	3	k8s.io.api.authorization.v1.SubjectRulesReviewStatus	1	oO
M	SelfSubjectRulesReviewSpec
F	namespace	1	string	1	o
M	SubjectRulesReviewStatus
F	resourceRules	1	k8s.io.api.authorization.v1.ResourceRule	r				atomic
F	nonResourceRules	2	k8s.io.api.authorization.v1.NonResourceRule	r				atomic
F	incomplete	3	bool	1
F	evaluationError	4	string	1	oO
M	ResourceRule
F	verbs	1	string	r				atomic
F	apiGroups	2	string	r	oO			atomic
F	resources	3	string	r	oO			atomic
F	resourceNames	4	string	r	oO			atomic
M	NonResourceRule
F	verbs	1	string	r				atomic
F	nonResourceURLs	2	string	r	oO			atomic
M	ExtraValue		stringList
F	items	1	string	r
P	k8s.io.api.autoscaling.v1	autoscaling/v1
M	CrossVersionObjectReference	a
F	kind	1	string	1
F	name	2	string	1
F	apiVersion	3	string	1	oO
M	HorizontalPodAutoscalerSpec
F	scaleTargetRef	1	k8s.io.api.autoscaling.v1.CrossVersionObjectReference	1
F	minReplicas	2	int32	1	poO
F	maxReplicas	3	int32	1
F	targetCPUUtilizationPercentage	4	int32	1	poO
M	HorizontalPodAutoscalerStatus
F	observedGeneration	1	int64	1	poO
F	lastScaleTime	2	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	poO
F	currentReplicas	3	int32	1
F	desiredReplicas	4	int32	1
F	currentCPUUtilizationPercentage	5	int32	1	poO
M	HorizontalPodAutoscaler	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.autoscaling.v1.HorizontalPodAutoscalerSpec	1	oR
F	status	3	k8s.io.api.autoscaling.v1.HorizontalPodAutoscalerStatus	1	oO
M	HorizontalPodAutoscalerList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.autoscaling.v1.HorizontalPodAutoscaler	r
M	Scale	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.autoscaling.v1.ScaleSpec	1	oO
F	status	3	k8s.io.api.autoscaling.v1.ScaleStatus	1	oO
M	ScaleSpec
F	replicas	1	int32	1	oO					0
M	ScaleStatus
F	replicas	1	int32	1
F	selector	2	string	1	oO
M	MetricSpec
F	type	1	string	1	e						Object,Pods,Resource,ContainerResource,External
F	object	2	k8s.io.api.autoscaling.v1.ObjectMetricSource	1	poO
F	pods	3	k8s.io.api.autoscaling.v1.PodsMetricSource	1	poO
F	resource	4	k8s.io.api.autoscaling.v1.ResourceMetricSource	1	poO
F	containerResource	7	k8s.io.api.autoscaling.v1.ContainerResourceMetricSource	1	poO
F	external	5	k8s.io.api.autoscaling.v1.ExternalMetricSource	1	poO
M	ObjectMetricSource
F	target	1	k8s.io.api.autoscaling.v1.CrossVersionObjectReference	1
F	metricName	2	string	1
F	targetValue	3	k8s.io.apimachinery.pkg.api.resource.Quantity	1
F	selector	4	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	averageValue	5	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
M	PodsMetricSource
F	metricName	1	string	1
F	targetAverageValue	2	k8s.io.apimachinery.pkg.api.resource.Quantity	1
F	selector	3	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
M	ResourceMetricSource
F	name	1	string	1
F	targetAverageUtilization	2	int32	1	poO
F	targetAverageValue	3	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
M	ContainerResourceMetricSource
F	name	1	string	1
F	targetAverageUtilization	2	int32	1	poO
F	targetAverageValue	3	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
F	container	5	string	1
M	ExternalMetricSource
F	metricName	1	string	1
F	metricSelector	2	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	targetValue	3	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
F	targetAverageValue	4	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
M	MetricStatus
F	type	1	string	1	e						Object,Pods,Resource,ContainerResource,External
F	object	2	k8s.io.api.autoscaling.v1.ObjectMetricStatus	1	poO
F	pods	3	k8s.io.api.autoscaling.v1.PodsMetricStatus	1	poO
F	resource	4	k8s.io.api.autoscaling.v1.ResourceMetricStatus	1	poO
F	containerResource	7	k8s.io.api.autoscaling.v1.ContainerResourceMetricStatus	1	poO
F	external	5	k8s.io.api.autoscaling.v1.ExternalMetricStatus	1	poO
M	HorizontalPodAutoscalerCondition
F	type	1	string	1
F	status	2	string	1
F	lastTransitionTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	reason	4	string	1	oO
F	message	5	string	1	oO
M	ObjectMetricStatus
F	target	1	k8s.io.api.autoscaling.v1.CrossVersionObjectReference	1
F	metricName	2	string	1
F	currentValue	3	k8s.io.apimachinery.pkg.api.resource.Quantity	1
F	selector	4	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	averageValue	5	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
M	PodsMetricStatus
F	metricName	1	string	1
F	currentAverageValue	2	k8s.io.apimachinery.pkg.api.resource.Quantity	1
F	selector	3	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
M	ResourceMetricStatus
F	name	1	string	1
F	currentAverageUtilization	2	int32	1	poO
F	currentAverageValue	3	k8s.io.apimachinery.pkg.api.resource.Quantity	1
M	ContainerResourceMetricStatus
F	name	1	string	1
F	currentAverageUtilization	2	int32	1	poO
F	currentAverageValue	3	k8s.io.apimachinery.pkg.api.resource.Quantity	1
F	container	4	string	1
M	ExternalMetricStatus
F	metricName	1	string	1
F	metricSelector	2	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	currentValue	3	k8s.io.apimachinery.pkg.api.resource.Quantity	1
F	currentAverageValue	4	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
P	k8s.io.api.autoscaling.v2	autoscaling/v2
M	HorizontalPodAutoscaler	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.autoscaling.v2.HorizontalPodAutoscalerSpec	1	oR
F	status	3	k8s.io.api.autoscaling.v2.HorizontalPodAutoscalerStatus	1	oO
M	HorizontalPodAutoscalerSpec
F	scaleTargetRef	1	k8s.io.api.autoscaling.v2.CrossVersionObjectReference	1
F	minReplicas	2	int32	1	poO
F	maxReplicas	3	int32	1
F	metrics	4	k8s.io.api.autoscaling.v2.MetricSpec	r	oO			atomic
F	behavior	5	k8s.io.api.autoscaling.v2.HorizontalPodAutoscalerBehavior	1	poO
M	CrossVersionObjectReference
F	kind	1	string	1
F	name	2	string	1
F	apiVersion	3	string	1	oO
M	MetricSpec
F	type	1	string	1
F	object	2	k8s.io.api.autoscaling.v2.ObjectMetricSource	1	poO
F	pods	3	k8s.io.api.autoscaling.v2.PodsMetricSource	1	poO
F	resource	4	k8s.io.api.autoscaling.v2.ResourceMetricSource	1	poO
F	containerResource	7	k8s.io.api.autoscaling.v2.ContainerResourceMetricSource	1	poO
F	external	5	k8s.io.api.autoscaling.v2.ExternalMetricSource	1	poO
M	HorizontalPodAutoscalerBehavior
F	scaleUp	1	k8s.io.api.autoscaling.v2.HPAScalingRules	1	poO
F	scaleDown	2	k8s.io.api.autoscaling.v2.HPAScalingRules	1	poO
M	HPAScalingRules
F	stabilizationWindowSeconds	3	int32	1	poO
F	selectPolicy	1	string	1	poO
F	policies	2	k8s.io.api.autoscaling.v2.HPAScalingPolicy	r	oO			atomic
F	tolerance	4	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
M	HPAScalingPolicy
F	type	1	string	1
F	value	2	int32	1
F	periodSeconds	3	int32	1
M	ObjectMetricSource
F	describedObject	1	k8s.io.api.autoscaling.v2.CrossVersionObjectReference	1
F	target	2	k8s.io.api.autoscaling.v2.MetricTarget	1
F	metric	3	k8s.io.api.autoscaling.v2.MetricIdentifier	1
M	PodsMetricSource
F	metric	1	k8s.io.api.autoscaling.v2.MetricIdentifier	1
F	target	2	k8s.io.api.autoscaling.v2.MetricTarget	1
M	ResourceMetricSource
F	name	1	string	1
F	target	2	k8s.io.api.autoscaling.v2.MetricTarget	1
M	ContainerResourceMetricSource
F	name	1	string	1
F	target	2	k8s.io.api.autoscaling.v2.MetricTarget	1
F	container	3	string	1
M	ExternalMetricSource
F	metric	1	k8s.io.api.autoscaling.v2.MetricIdentifier	1
F	target	2	k8s.io.api.autoscaling.v2.MetricTarget	1
M	MetricIdentifier
F	name	1	string	1
F	selector	2	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
M	MetricTarget
F	type	1	string	1
F	value	2	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
F	averageValue	3	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
F	averageUtilization	4	int32	1	poO
M	HorizontalPodAutoscalerStatus
F	observedGeneration	1	int64	1	poO
F	lastScaleTime	2	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	poO
F	currentReplicas	3	int32	1	oO
F	desiredReplicas	4	int32	1
F	currentMetrics	5	k8s.io.api.autoscaling.v2.MetricStatus	r	O			atomic
F	conditions	6	k8s.io.api.autoscaling.v2.HorizontalPodAutoscalerCondition	r	oO	type	merge	map	type
M	HorizontalPodAutoscalerCondition
F	type	1	string	1
F	status	2	string	1
F	lastTransitionTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	reason	4	string	1	oO
F	message	5	string	1	oO
M	MetricStatus
F	type	1	string	1
F	object	2	k8s.io.api.autoscaling.v2.ObjectMetricStatus	1	poO
F	pods	3	k8s.io.api.autoscaling.v2.PodsMetricStatus	1	poO
F	resource	4	k8s.io.api.autoscaling.v2.ResourceMetricStatus	1	poO
F	containerResource	7	k8s.io.api.autoscaling.v2.ContainerResourceMetricStatus	1	poO
F	external	5	k8s.io.api.autoscaling.v2.ExternalMetricStatus	1	poO
M	ObjectMetricStatus
F	metric	1	k8s.io.api.autoscaling.v2.MetricIdentifier	1
F	current	2	k8s.io.api.autoscaling.v2.MetricValueStatus	1
F	describedObject	3	k8s.io.api.autoscaling.v2.CrossVersionObjectReference	1
M	PodsMetricStatus
F	metric	1	k8s.io.api.autoscaling.v2.MetricIdentifier	1
F	current	2	k8s.io.api.autoscaling.v2.MetricValueStatus	1
M	ResourceMetricStatus
F	name	1	string	1
F	current	2	k8s.io.api.autoscaling.v2.MetricValueStatus	1
M	ContainerResourceMetricStatus
F	name	1	string	1
F	current	2	k8s.io.api.autoscaling.v2.MetricValueStatus	1
F	container	3	string	1
M	ExternalMetricStatus
F	metric	1	k8s.io.api.autoscaling.v2.MetricIdentifier	1
F	current	2	k8s.io.api.autoscaling.v2.MetricValueStatus	1
M	MetricValueStatus
F	value	1	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
F	averageValue	2	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
F	averageUtilization	3	int32	1	poO
M	HorizontalPodAutoscalerList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.autoscaling.v2.HorizontalPodAutoscaler	r
P	k8s.io.api.batch.v1	batch/v1
M	Job	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.batch.v1.JobSpec	1	oO
F	status	3	k8s.io.api.batch.v1.JobStatus	1	oO
M	JobList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.batch.v1.Job	r
M	PodFailurePolicyOnExitCodesRequirement
F	containerName	1	string	1	poO
F	operator	2	string	1	e						In,NotIn
F	values	3	int32	r				set
M	PodFailurePolicyOnPodConditionsPattern
F	type	1	string	1
F	status	2	string	1	O
M	PodFailurePolicyRule
F	action	1	string	1	e						FailJob,FailIndex,Ignore,Count
F	onExitCodes	2	k8s.io.api.batch.v1.PodFailurePolicyOnExitCodesRequirement	1	poO
F	onPodConditions	3	k8s.io.api.batch.v1.PodFailurePolicyOnPodConditionsPattern	r	oO			atomic
M	PodFailurePolicy
F	rules	1	k8s.io.api.batch.v1.PodFailurePolicyRule	r				atomic
M	SuccessPolicy
F	rules	1	k8s.io.api.batch.v1.SuccessPolicyRule	r				atomic
M	SuccessPolicyRule
F	succeededIndexes	1	string	1	poO
F	succeededCount	2	int32	1	poO
M	JobSpec
F	parallelism	1	int32	1	poO
F	completions	2	int32	1	poO
F	activeDeadlineSeconds	3	int64	1	poO
F	podFailurePolicy	11	k8s.io.api.batch.v1.PodFailurePolicy	1	poO
F	successPolicy	16	k8s.io.api.batch.v1.SuccessPolicy	1	poO
F	backoffLimit	7	int32	1	poO
F	backoffLimitPerIndex	12	int32	1	poO
F	maxFailedIndexes	13	int32	1	poO
F	selector	4	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	manualSelector	5	bool	1	poO
F	template	6	k8s.io.api.core.v1.PodTemplateSpec	1
F	ttlSecondsAfterFinished	8	int32	1	poO
F	completionMode	9	string	1	poOe						NonIndexed,Indexed
F	suspend	10	bool	1	poO
F	podReplacementPolicy	14	string	1	poOe						TerminatingOrFailed,Failed
F	managedBy	15	string	1	poO
M	JobStatus
F	conditions	1	k8s.io.api.batch.v1.JobCondition	r	oO	type	merge	atomic
F	startTime	2	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	poO
F	completionTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	poO
F	active	4	int32	1	oO
F	succeeded	5	int32	1	oO
F	failed	6	int32	1	oO
F	terminating	11	int32	1	poO
F	completedIndexes	7	string	1	oO
F	failedIndexes	10	string	1	poO
F	uncountedTerminatedPods	8	k8s.io.api.batch.v1.UncountedTerminatedPods	1	poO
F	ready	9	int32	1	po
M	UncountedTerminatedPods
F	succeeded	1	string	r	oO			set
F	failed	2	string	r	oO			set
M	JobCondition
F	type	1	string	1
F	status	2	string	1
F	lastProbeTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	lastTransitionTime	4	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	reason	5	string	1	oO
F	message	6	string	1	oO
M	JobTemplateSpec
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.batch.v1.JobSpec	1	oO
M	CronJob	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.batch.v1.CronJobSpec	1	oR
F	status	3	k8s.io.api.batch.v1.CronJobStatus	1	oO
M	CronJobList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.batch.v1.CronJob	r
M	CronJobSpec
F	schedule	1	string	1
F	timeZone	8	string	1	poO
F	startingDeadlineSeconds	2	int64	1	poO
F	concurrencyPolicy	3	string	1	oOe						Allow,Forbid,Replace
F	suspend	4	bool	1	poO
F	jobTemplate	5	k8s.io.api.batch.v1.JobTemplateSpec	1
F	successfulJobsHistoryLimit	6	int32	1	poO
F	failedJobsHistoryLimit	7	int32	1	poO
M	CronJobStatus
F	active	1	k8s.io.api.core.v1.ObjectReference	r	oO			atomic
F	lastScheduleTime	4	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	poO
F	lastSuccessfulTime	5	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	poO
P	k8s.io.api.certificates.v1	certificates.k8s.io/v1
M	CertificateSigningRequest	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.certificates.v1.CertificateSigningRequestSpec	1
F	status	3	k8s.io.api.certificates.v1.CertificateSigningRequestStatus	1	oO
M	CertificateSigningRequestSpec
F	request	1	bytes	1
F	signerName	7	string	1
F	expirationSeconds	8	int32	1	poO
F	usages	5	string	r	oe			atomic			signing,digital signature,content commitment,key encipherment,key agreement,data encipherment,cert sign,crl sign,encipher only,decipher only,any,server auth,client auth,code signing,email protection,s/mime,ipsec end system,ipsec tunnel,ipsec user,timestamping,ocsp signing,microsoft sgc,netscape sgc
F	username	2	string	1	oO
F	uid	3	string	1	oO
F	groups	4	string	r	oO			atomic
F	extra	6	k8s.io.api.certificates.v1.ExtraValue	m	oO
M	CertificateSigningRequestStatus
F	conditions	1	k8s.io.api.certificates.v1.CertificateSigningRequestCondition	r	oO			map	type
F	certificate	2	bytes	1	oO
M	CertificateSigningRequestCondition
F	type	1	string	1
F	status	6	string	1
F	reason	2	string	1	oO
F	message	3	string	1	oO
F	lastUpdateTime	4	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	lastTransitionTime	5	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
M	CertificateSigningRequestList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.certificates.v1.CertificateSigningRequest	r
M	ExtraValue		stringList
F	items	1	string	r
P	k8s.io.api.coordination.v1	coordination.k8s.io/v1
M	Lease	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.coordination.v1.LeaseSpec	1	oO
M	LeaseSpec
F	holderIdentity	1	string	1	poO
F	leaseDurationSeconds	2	int32	1	poO
F	acquireTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.MicroTime	1	poO
F	renewTime	4	k8s.io.apimachinery.pkg.apis.meta.v1.MicroTime	1	poO
F	leaseTransitions	5	int32	1	poO
F	strategy	6	string	1	poO
F	preferredHolder	7	string	1	poO
M	LeaseList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.coordination.v1.Lease	r
P	k8s.io.api.core.v1	v1
M	Volume
F	name	1	string	1
F	volumeSource	2	k8s.io.api.core.v1.VolumeSource	1	i
M	VolumeSource
F	hostPath	1	k8s.io.api.core.v1.HostPathVolumeSource	1	poO
F	emptyDir	2	k8s.io.api.core.v1.EmptyDirVolumeSource	1	poO
F	gcePersistentDisk	3	k8s.io.api.core.v1.GCEPersistentDiskVolumeSource	1	poO
F	awsElasticBlockStore	4	k8s.io.api.core.v1.AWSElasticBlockStoreVolumeSource	1	poO
F	gitRepo	5	k8s.io.api.core.v1.GitRepoVolumeSource	1	poO
F	secret	6	k8s.io.api.core.v1.SecretVolumeSource	1	poO
F	nfs	7	k8s.io.api.core.v1.NFSVolumeSource	1	poO
F	iscsi	8	k8s.io.api.core.v1.ISCSIVolumeSource	1	poO
F	glusterfs	9	k8s.io.api.core.v1.GlusterfsVolumeSource	1	poO
F	persistentVolumeClaim	10	k8s.io.api.core.v1.PersistentVolumeClaimVolumeSource	1	poO
F	rbd	11	k8s.io.api.core.v1.RBDVolumeSource	1	poO
F	flexVolume	12	k8s.io.api.core.v1.FlexVolumeSource	1	poO
F	cinder	13	k8s.io.api.core.v1.CinderVolumeSource	1	poO
F	cephfs	14	k8s.io.api.core.v1.CephFSVolumeSource	1	poO
F	flocker	15	k8s.io.api.core.v1.FlockerVolumeSource	1	poO
F	downwardAPI	16	k8s.io.api.core.v1.DownwardAPIVolumeSource	1	poO
F	fc	17	k8s.io.api.core.v1.FCVolumeSource	1	poO
F	azureFile	18	k8s.io.api.core.v1.AzureFileVolumeSource	1	poO
F	configMap	19	k8s.io.api.core.v1.ConfigMapVolumeSource	1	poO
F	vsphereVolume	20	k8s.io.api.core.v1.VsphereVirtualDiskVolumeSource	1	poO
F	quobyte	21	k8s.io.api.core.v1.QuobyteVolumeSource	1	poO
F	azureDisk	22	k8s.io.api.core.v1.AzureDiskVolumeSource	1	poO
F	photonPersistentDisk	23	k8s.io.api.core.v1.PhotonPersistentDiskVolumeSource	1	po
F	projected	26	k8s.io.api.core.v1.ProjectedVolumeSource	1	po
F	portworxVolume	24	k8s.io.api.core.v1.PortworxVolumeSource	1	poO
F	scaleIO	25	k8s.io.api.core.v1.ScaleIOVolumeSource	1	poO
F	storageos	27	k8s.io.api.core.v1.StorageOSVolumeSource	1	poO
F	csi	28	k8s.io.api.core.v1.CSIVolumeSource	1	poO
F	ephemeral	29	k8s.io.api.core.v1.EphemeralVolumeSource	1	poO
F	image	30	k8s.io.api.core.v1.ImageVolumeSource	1	poO
M	PersistentVolumeClaimVolumeSource
F	claimName	1	string	1
F	readOnly	2	bool	1	oO
M	PersistentVolumeSource
F	gcePersistentDisk	1	k8s.io.api.core.v1.GCEPersistentDiskVolumeSource	1	poO
F	awsElasticBlockStore	2	k8s.io.api.core.v1.AWSElasticBlockStoreVolumeSource	1	poO
F	hostPath	3	k8s.io.api.core.v1.HostPathVolumeSource	1	poO
F	glusterfs	4	k8s.io.api.core.v1.GlusterfsPersistentVolumeSource	1	poO
F	nfs	5	k8s.io.api.core.v1.NFSVolumeSource	1	poO
F	rbd	6	k8s.io.api.core.v1.RBDPersistentVolumeSource	1	poO
F	iscsi	7	k8s.io.api.core.v1.ISCSIPersistentVolumeSource	1	poO
F	cinder	8	k8s.io.api.core.v1.CinderPersistentVolumeSource	1	poO
F	cephfs	9	k8s.io.api.core.v1.CephFSPersistentVolumeSource	1	poO
F	fc	10	k8s.io.api.core.v1.FCVolumeSource	1	poO
F	flocker	11	k8s.io.api.core.v1.FlockerVolumeSource	1	poO
F	flexVolume	12	k8s.io.api.core.v1.FlexPersistentVolumeSource	1	poO
F	azureFile	13	k8s.io.api.core.v1.AzureFilePersistentVolumeSource	1	poO
F	vsphereVolume	14	k8s.io.api.core.v1.VsphereVirtualDiskVolumeSource	1	poO
F	quobyte	15	k8s.io.api.core.v1.QuobyteVolumeSource	1	poO
F	azureDisk	16	k8s.io.api.core.v1.AzureDiskVolumeSource	1	poO
F	photonPersistentDisk	17	k8s.io.api.core.v1.PhotonPersistentDiskVolumeSource	1	po
F	portworxVolume	18	k8s.io.api.core.v1.PortworxVolumeSource	1	poO
F	scaleIO	19	k8s.io.api.core.v1.ScaleIOPersistentVolumeSource	1	poO
F	local	20	k8s.io.api.core.v1.LocalVolumeSource	1	poO
F	storageos	21	k8s.io.api.core.v1.StorageOSPersistentVolumeSource	1	poO
F	csi	22	k8s.io.api.core.v1.CSIPersistentVolumeSource	1	poO
M	PersistentVolume	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.core.v1.PersistentVolumeSpec	1	oO
F	status	3	k8s.io.api.core.v1.PersistentVolumeStatus	1	oO
M	PersistentVolumeSpec
F	capacity	1	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	persistentVolumeSource	2	k8s.io.api.core.v1.PersistentVolumeSource	1	i
F	accessModes	3	string	r	oOe			atomic			ReadWriteOnce,ReadOnlyMany,ReadWriteMany,ReadWriteOncePod
F	claimRef	4	k8s.io.api.core.v1.ObjectReference	1	poOG
F	persistentVolumeReclaimPolicy	5	string	1	oOe						Recycle,Delete,Retain
F	storageClassName	6	string	1	oO
F	mountOptions	7	string	r	oO			atomic
F	volumeMode	8	string	1	poOe						Block,Filesystem
F	nodeAffinity	9	k8s.io.api.core.v1.VolumeNodeAffinity	1	poO
F	volumeAttributesClassName	10	string	1	poO
M	VolumeNodeAffinity
F	required	1	k8s.io.api.core.v1.NodeSelector	1	po
M	PersistentVolumeStatus
F	phase	1	string	1	oOe						Pending,Available,Bound,Released,Failed
F	message	2	string	1	oO
F	reason	3	string	1	oO
F	lastPhaseTransitionTime	4	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	poO
M	PersistentVolumeList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.PersistentVolume	r
M	PersistentVolumeClaim	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.core.v1.PersistentVolumeClaimSpec	1	oO
F	status	3	k8s.io.api.core.v1.PersistentVolumeClaimStatus	1	oO
M	PersistentVolumeClaimList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.PersistentVolumeClaim	r
M	PersistentVolumeClaimSpec
F	accessModes	1	string	r	oOe			atomic			ReadWriteOnce,ReadOnlyMany,ReadWriteMany,ReadWriteOncePod
F	selector	4	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	resources	2	k8s.io.api.core.v1.VolumeResourceRequirements	1	oO
F	volumeName	3	string	1	oO
F	storageClassName	5	string	1	poO
F	volumeMode	6	string	1	poOe						Block,Filesystem
F	dataSource	7	k8s.io.api.core.v1.TypedLocalObjectReference	1	poO
F	dataSourceRef	8	k8s.io.api.core.v1.TypedObjectReference	1	poO
F	volumeAttributesClassName	9	string	1	poO
M	TypedObjectReference
F	apiGroup	1	string	1	pO
F	kind	2	string	1
F	name	3	string	1
F	namespace	4	string	1	poO
M	ModifyVolumeStatus
F	targetVolumeAttributesClassName	1	string	1	o
F	status	2	string	1	e						Pending,InProgress,Infeasible
M	PersistentVolumeClaimCondition
F	type	1	string	1
F	status	2	string	1
F	lastProbeTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	lastTransitionTime	4	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	reason	5	string	1	oO
F	message	6	string	1	oO
M	PersistentVolumeClaimStatus
F	phase	1	string	1	oOe						Pending,Bound,Lost
F	accessModes	2	string	r	oOe			atomic			ReadWriteOnce,ReadOnlyMany,ReadWriteMany,ReadWriteOncePod
F	capacity	3	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	conditions	4	k8s.io.api.core.v1.PersistentVolumeClaimCondition	r	oO	type	merge	map	type
F	allocatedResources	5	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	allocatedResourceStatuses	7	string	m	oOeG						ControllerResizeInProgress,ControllerResizeInfeasible,NodeResizePending,NodeResizeInProgress,NodeResizeInfeasible
F	currentVolumeAttributesClassName	8	string	1	poO
F	modifyVolumeStatus	9	k8s.io.api.core.v1.ModifyVolumeStatus	1	poO
M	HostPathVolumeSource
F	path	1	string	1
F	type	2	string	1	poOe						,DirectoryOrCreate,Directory,FileOrCreate,File,Socket,CharDevice,BlockDevice
M	EmptyDirVolumeSource
F	medium	1	string	1	oO
F	sizeLimit	2	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
M	GlusterfsVolumeSource
F	endpoints	1	string	1
F	path	2	string	1
F	readOnly	3	bool	1	oO
M	GlusterfsPersistentVolumeSource
F	endpoints	1	string	1
F	path	2	string	1
F	readOnly	3	bool	1	oO
F	endpointsNamespace	4	string	1	poO
M	RBDVolumeSource
F	monitors	1	string	r				atomic
F	image	2	string	1
F	fsType	3	string	1	oO
F	pool	4	string	1	oO					rbd
F	user	5	string	1	oO					admin
F	keyring	6	string	1	oO					/etc/ceph/keyring
F	secretRef	7	k8s.io.api.core.v1.LocalObjectReference	1	poO
F	readOnly	8	bool	1	oO
M	RBDPersistentVolumeSource
F	monitors	1	string	r				atomic
F	image	2	string	1
F	fsType	3	string	1	oO
F	pool	4	string	1	oO					rbd
F	user	5	string	1	oO					admin
F	keyring	6	string	1	oO					/etc/ceph/keyring
F	secretRef	7	k8s.io.api.core.v1.SecretReference	1	poO
F	readOnly	8	bool	1	oO
M	CinderVolumeSource
F	volumeID	1	string	1
F	fsType	2	string	1	oO
F	readOnly	3	bool	1	oO
F	secretRef	4	k8s.io.api.core.v1.LocalObjectReference	1	poO
M	CinderPersistentVolumeSource
F	volumeID	1	string	1
F	fsType	2	string	1	oO
F	readOnly	3	bool	1	oO
F	secretRef	4	k8s.io.api.core.v1.SecretReference	1	poO
M	CephFSVolumeSource
F	monitors	1	string	r				atomic
F	path	2	string	1	oO
F	user	3	string	1	oO
F	secretFile	4	string	1	oO
F	secretRef	5	k8s.io.api.core.v1.LocalObjectReference	1	poO
F	readOnly	6	bool	1	oO
M	SecretReference	a
F	name	1	string	1	oO
F	namespace	2	string	1	oO
M	CephFSPersistentVolumeSource
F	monitors	1	string	r				atomic
F	path	2	string	1	oO
F	user	3	string	1	oO
F	secretFile	4	string	1	oO
F	secretRef	5	k8s.io.api.core.v1.SecretReference	1	poO
F	readOnly	6	bool	1	oO
M	FlockerVolumeSource
F	datasetName	1	string	1	oO
F	datasetUUID	2	string	1	oO
M	GCEPersistentDiskVolumeSource
F	pdName	1	string	1
F	fsType	2	string	1	oO
F	partition	3	int32	1	oO
F	readOnly	4	bool	1	oO
M	QuobyteVolumeSource
F	registry	1	string	1
F	volume	2	string	1
F	readOnly	3	bool	1	oO
F	user	4	string	1	oO
F	group	5	string	1	oO
F	tenant	6	string	1	oO
M	FlexPersistentVolumeSource
F	driver	1	string	1
F	fsType	2	string	1	oO
F	secretRef	3	k8s.io.api.core.v1.SecretReference	1	poO
F	readOnly	4	bool	1	oO
F	options	5	string	m	oO
M	FlexVolumeSource
F	driver	1	string	1
F	fsType	2	string	1	oO
F	secretRef	3	k8s.io.api.core.v1.LocalObjectReference	1	poO
F	readOnly	4	bool	1	oO
F	options	5	string	m	oO
M	AWSElasticBlockStoreVolumeSource
F	volumeID	1	string	1
F	fsType	2	string	1	oO
F	partition	3	int32	1	oO
F	readOnly	4	bool	1	oO
M	GitRepoVolumeSource
F	repository	1	string	1
F	revision	2	string	1	oO
F	directory	3	string	1	oO
M	SecretVolumeSource
F	secretName	1	string	1	oO
F	items	2	k8s.io.api.core.v1.KeyToPath	r	oO			atomic
F	defaultMode	3	int32	1	poO
F	optional	4	bool	1	poO
M	SecretProjection
F	localObjectReference	1	k8s.io.api.core.v1.LocalObjectReference	1	i
F	items	2	k8s.io.api.core.v1.KeyToPath	r	oO			atomic
F	optional	4	bool	1	poO
M	NFSVolumeSource
F	server	1	string	1
F	path	2	string	1
F	readOnly	3	bool	1	oO
M	ISCSIVolumeSource
F	targetPortal	1	string	1
F	iqn	2	string	1
F	lun	3	int32	1
F	iscsiInterface	4	string	1	oO					default
F	fsType	5	string	1	oO
F	readOnly	6	bool	1	oO
F	portals	7	string	r	oO			atomic
F	chapAuthDiscovery	8	bool	1	oO
F	chapAuthSession	11	bool	1	oO
F	secretRef	10	k8s.io.api.core.v1.LocalObjectReference	1	poO
F	initiatorName	12	string	1	poO
M	ISCSIPersistentVolumeSource
F	targetPortal	1	string	1
F	iqn	2	string	1
F	lun	3	int32	1
F	iscsiInterface	4	string	1	oO					default
F	fsType	5	string	1	oO
F	readOnly	6	bool	1	oO
F	portals	7	string	r	oO			atomic
F	chapAuthDiscovery	8	bool	1	oO
F	chapAuthSession	11	bool	1	oO
F	secretRef	10	k8s.io.api.core.v1.SecretReference	1	poO
F	initiatorName	12	string	1	poO
M	FCVolumeSource
F	targetWWNs	1	string	r	oO			atomic
F	lun	2	int32	1	poO
F	fsType	3	string	1	oO
F	readOnly	4	bool	1	oO
F	wwids	5	string	r	oO			atomic
M	AzureFileVolumeSource
F	secretName	1	string	1
F	shareName	2	string	1
F	readOnly	3	bool	1	oO
M	AzureFilePersistentVolumeSource
F	secretName	1	string	1
F	shareName	2	string	1
F	readOnly	3	bool	1	oO
F	secretNamespace	4	string	1	pO
M	VsphereVirtualDiskVolumeSource
F	volumePath	1	string	1
F	fsType	2	string	1	oO
F	storagePolicyName	3	string	1	oO
F	storagePolicyID	4	string	1	oO
M	PhotonPersistentDiskVolumeSource
F	pdID	1	string	1
F	fsType	2	string	1	o
M	AzureDiskVolumeSource
F	diskName	1	string	1
F	diskURI	2	string	1
F	cachingMode	3	string	1	poOe					ReadWrite	None,ReadOnly,ReadWrite
F	fsType	4	string	1	poO					ext4
F	readOnly	5	bool	1	poO					false
F	kind	6	string	1	poe					Shared	Shared,Dedicated,Managed
M	PortworxVolumeSource
F	volumeID	1	string	1
F	fsType	2	string	1	o
F	readOnly	3	bool	1	oO
M	ScaleIOVolumeSource
F	gateway	1	string	1
F	system	2	string	1
F	secretRef	3	k8s.io.api.core.v1.LocalObjectReference	1	p
F	sslEnabled	4	bool	1	oO
F	protectionDomain	5	string	1	oO
F	storagePool	6	string	1	oO
F	storageMode	7	string	1	oO					ThinProvisioned
F	volumeName	8	string	1	o
F	fsType	9	string	1	oO					xfs
F	readOnly	10	bool	1	oO
M	ScaleIOPersistentVolumeSource
F	gateway	1	string	1
F	system	2	string	1
F	secretRef	3	k8s.io.api.core.v1.SecretReference	1	p
F	sslEnabled	4	bool	1	oO
F	protectionDomain	5	string	1	oO
F	storagePool	6	string	1	oO
F	storageMode	7	string	1	oO					ThinProvisioned
F	volumeName	8	string	1	o
F	fsType	9	string	1	oO					xfs
F	readOnly	10	bool	1	oO
M	StorageOSVolumeSource
F	volumeName	1	string	1	o
F	volumeNamespace	2	string	1	oO
F	fsType	3	string	1	oO
F	readOnly	4	bool	1	oO
F	secretRef	5	k8s.io.api.core.v1.LocalObjectReference	1	poO
M	StorageOSPersistentVolumeSource
F	volumeName	1	string	1	o
F	volumeNamespace	2	string	1	oO
F	fsType	3	string	1	oO
F	readOnly	4	bool	1	oO
F	secretRef	5	k8s.io.api.core.v1.ObjectReference	1	poO
M	ConfigMapVolumeSource
F	localObjectReference	1	k8s.io.api.core.v1.LocalObjectReference	1	i
F	items	2	k8s.io.api.core.v1.KeyToPath	r	oO			atomic
F	defaultMode	3	int32	1	poO
F	optional	4	bool	1	poO
M	ConfigMapProjection
F	localObjectReference	1	k8s.io.api.core.v1.LocalObjectReference	1	i
F	items	2	k8s.io.api.core.v1.KeyToPath	r	oO			atomic
F	optional	4	bool	1	poO
M	ServiceAccountTokenProjection
F	audience	1	string	1	oO
F	expirationSeconds	2	int64	1	poO
F	path	3	string	1
M	ClusterTrustBundleProjection
F	name	1	string	1	poO
F	signerName	2	string	1	poO
F	labelSelector	3	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	optional	5	bool	1	poO
F	path	4	string	1
M	PodCertificateProjection
F	signerName	1	string	1	oR
F	keyType	2	string	1	oR
F	maxExpirationSeconds	3	int32	1	poO
F	credentialBundlePath	4	string	1	oO
F	keyPath	5	string	1	oO
F	certificateChainPath	6	string	1	oO
F	userAnnotations	7	string	m	o
M	ProjectedVolumeSource
F	sources	1	k8s.io.api.core.v1.VolumeProjection	r	O			atomic
F	defaultMode	2	int32	1	poO
M	VolumeProjection
F	secret	1	k8s.io.api.core.v1.SecretProjection	1	poO
F	downwardAPI	2	k8s.io.api.core.v1.DownwardAPIProjection	1	poO
F	configMap	3	k8s.io.api.core.v1.ConfigMapProjection	1	poO
F	serviceAccountToken	4	k8s.io.api.core.v1.ServiceAccountTokenProjection	1	poO
F	clusterTrustBundle	5	k8s.io.api.core.v1.ClusterTrustBundleProjection	1	poO
F	podCertificate	6	k8s.io.api.core.v1.PodCertificateProjection	1	poO
M	KeyToPath
F	key	1	string	1
F	path	2	string	1
F	mode	3	int32	1	poO
M	LocalVolumeSource
F	path	1	string	1
F	fsType	2	string	1	poO
M	CSIPersistentVolumeSource
F	driver	1	string	1
F	volumeHandle	2	string	1
F	readOnly	3	bool	1	oO
F	fsType	4	string	1	oO
F	volumeAttributes	5	string	m	oO
F	controllerPublishSecretRef	6	k8s.io.api.core.v1.SecretReference	1	poO
F	nodeStageSecretRef	7	k8s.io.api.core.v1.SecretReference	1	poO
F	nodePublishSecretRef	8	k8s.io.api.core.v1.SecretReference	1	poO
F	controllerExpandSecretRef	9	k8s.io.api.core.v1.SecretReference	1	poO
F	nodeExpandSecretRef	10	k8s.io.api.core.v1.SecretReference	1	poO
M	CSIVolumeSource
F	driver	1	string	1
F	readOnly	2	bool	1	poO
F	fsType	3	string	1	poO
F	volumeAttributes	4	string	m	oO
F	nodePublishSecretRef	5	k8s.io.api.core.v1.LocalObjectReference	1	poO
M	EphemeralVolumeSource
F	volumeClaimTemplate	1	k8s.io.api.core.v1.PersistentVolumeClaimTemplate	1	po
M	PersistentVolumeClaimTemplate
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.core.v1.PersistentVolumeClaimSpec	1
M	ContainerPort
F	name	1	string	1	oO
F	hostPort	2	int32	1	oO
F	containerPort	3	int32	1
F	protocol	4	string	1	oOe					TCP	TCP,UDP,SCTP
F	hostIP	5	string	1	oO
M	VolumeMount
F	name	1	string	1
F	readOnly	2	bool	1	oO
F	recursiveReadOnly	7	string	1	poO
F	mountPath	3	string	1
F	subPath	4	string	1	oO
F	mountPropagation	5	string	1	poOe						None,HostToContainer,Bidirectional
F	subPathExpr	6	string	1	oO
M	VolumeDevice
F	name	1	string	1
F	devicePath	2	string	1
M	EnvVar
F	name	1	string	1
F	value	2	string	1	oO
F	valueFrom	3	k8s.io.api.core.v1.EnvVarSource	1	poO
M	EnvVarSource
F	fieldRef	1	k8s.io.api.core.v1.ObjectFieldSelector	1	poO
F	resourceFieldRef	2	k8s.io.api.core.v1.ResourceFieldSelector	1	poO
F	configMapKeyRef	3	k8s.io.api.core.v1.ConfigMapKeySelector	1	poO
F	secretKeyRef	4	k8s.io.api.core.v1.SecretKeySelector	1	poO
F	fileKeyRef	5	k8s.io.api.core.v1.FileKeySelector	1	poO
M	FileKeySelector	a
F	volumeName	1	string	1
F	path	2	string	1
F	key	3	string	1
F	optional	4	bool	1	poO					false
M	ObjectFieldSelector	a
F	apiVersion	1	string	1	oO
F	fieldPath	2	string	1
M	ResourceFieldSelector	a
F	containerName	1	string	1	oO
F	resource	2	string	1
F	divisor	3	k8s.io.apimachinery.pkg.api.resource.Quantity	1	oO
M	ConfigMapKeySelector	a
F	localObjectReference	1	k8s.io.api.core.v1.LocalObjectReference	1	i
F	key	2	string	1
F	optional	3	bool	1	poO
M	SecretKeySelector	a
F	localObjectReference	1	k8s.io.api.core.v1.LocalObjectReference	1	i
F	key	2	string	1
F	optional	3	bool	1	poO
M	EnvFromSource
F	prefix	1	string	1	oO
F	configMapRef	2	k8s.io.api.core.v1.ConfigMapEnvSource	1	poO
F	secretRef	3	k8s.io.api.core.v1.SecretEnvSource	1	poO
M	ConfigMapEnvSource
F	localObjectReference	1	k8s.io.api.core.v1.LocalObjectReference	1	i
F	optional	2	bool	1	poO
M	SecretEnvSource
F	localObjectReference	1	k8s.io.api.core.v1.LocalObjectReference	1	i
F	optional	2	bool	1	poO
M	HTTPHeader
F	name	1	string	1
F	value	2	string	1
M	HTTPGetAction
F	path	1	string	1	oO
F	port	2	k8s.io.apimachinery.pkg.util.intstr.IntOrString	1
F	host	3	string	1	oO
F	scheme	4	string	1	oOe						HTTP,HTTPS
F	httpHeaders	5	k8s.io.api.core.v1.HTTPHeader	r	oO			atomic
M	TCPSocketAction
F	port	1	k8s.io.apimachinery.pkg.util.intstr.IntOrString	1
F	host	2	string	1	oO
M	GRPCAction
F	port	1	int32	1
F	service	2	string	1	pO					""
M	ExecAction
F	command	1	string	r	oO			atomic
M	SleepAction
F	seconds	1	int64	1
M	Probe
F	probeHandler	1	k8s.io.api.core.v1.ProbeHandler	1	i
F	initialDelaySeconds	2	int32	1	oO
F	timeoutSeconds	3	int32	1	oO
F	periodSeconds	4	int32	1	oO
F	successThreshold	5	int32	1	oO
F	failureThreshold	6	int32	1	oO
F	terminationGracePeriodSeconds	7	int64	1	poO
M	ContainerResizePolicy
F	resourceName	1	string	1
F	restartPolicy	2	string	1
M	Capabilities
F	add	1	string	r	oO			atomic
F	drop	2	string	r	oO			atomic
M	ResourceRequirements
F	limits	1	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	requests	2	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	claims	3	k8s.io.api.core.v1.ResourceClaim	r	oO			map	name
M	VolumeResourceRequirements
F	limits	1	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	requests	2	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
M	ResourceClaim
F	name	1	string	1
F	request	2	string	1	oO
M	Container
F	name	1	string	1
F	image	2	string	1	oO
F	command	3	string	r	oO			atomic
F	args	4	string	r	oO			atomic
F	workingDir	5	string	1	oO
F	ports	6	k8s.io.api.core.v1.ContainerPort	r	oO	containerPort	merge	map	containerPort,protocol
F	envFrom	19	k8s.io.api.core.v1.EnvFromSource	r	oO			atomic
F	env	7	k8s.io.api.core.v1.EnvVar	r	oO	name	merge	map	name
F	resources	8	k8s.io.api.core.v1.ResourceRequirements	1	oO
F	resizePolicy	23	k8s.io.api.core.v1.ContainerResizePolicy	r	oO			atomic
F	restartPolicy	24	string	1	poO
F	restartPolicyRules	25	k8s.io.api.core.v1.ContainerRestartRule	r	oO			atomic
F	volumeMounts	9	k8s.io.api.core.v1.VolumeMount	r	oO	mountPath	merge	map	mountPath
F	volumeDevices	21	k8s.io.api.core.v1.VolumeDevice	r	oO	devicePath	merge	map	devicePath
F	livenessProbe	10	k8s.io.api.core.v1.Probe	1	poO
F	readinessProbe	11	k8s.io.api.core.v1.Probe	1	poO
F	startupProbe	22	k8s.io.api.core.v1.Probe	1	poO
F	lifecycle	12	k8s.io.api.core.v1.Lifecycle	1	poO
F	terminationMessagePath	13	string	1	oO
F	terminationMessagePolicy	20	string	1	oOe						File,FallbackToLogsOnError
F	imagePullPolicy	14	string	1	oOe						Always,Never,IfNotPresent
F	securityContext	15	k8s.io.api.core.v1.SecurityContext	1	poO
F	stdin	16	bool	1	oO
F	stdinOnce	17	bool	1	oO
F	tty	18	bool	1	oO
M	ProbeHandler
F	exec	1	k8s.io.api.core.v1.ExecAction	1	poO
F	httpGet	2	k8s.io.api.core.v1.HTTPGetAction	1	poO
F	tcpSocket	3	k8s.io.api.core.v1.TCPSocketAction	1	poO
F	grpc	4	k8s.io.api.core.v1.GRPCAction	1	poO
M	LifecycleHandler
F	exec	1	k8s.io.api.core.v1.ExecAction	1	poO
F	httpGet	2	k8s.io.api.core.v1.HTTPGetAction	1	poO
F	tcpSocket	3	k8s.io.api.core.v1.TCPSocketAction	1	poO
F	sleep	4	k8s.io.api.core.v1.SleepAction	1	poO
M	Lifecycle
F	postStart	1	k8s.io.api.core.v1.LifecycleHandler	1	poO
F	preStop	2	k8s.io.api.core.v1.LifecycleHandler	1	poO
F	stopSignal	3	string	1	poOe						SIGABRT,SIGALRM,SIGBUS,SIGCHLD,SIGCLD,SIGCONT,SIGFPE,SIGHUP,SIGILL,SIGINT,SIGIO,SIGIOT,SIGKILL,SIGPIPE,SIGPOLL,SIGPROF,SIGPWR,SIGQUIT,SIGSEGV,SIGSTKFLT,SIGSTOP,SIGSYS,SIGTERM,SIGTRAP,SIGTSTP,SIGTTIN,SIGTTOU,SIGURG,SIGUSR1,SIGUSR2,SIGVTALRM,SIGWINCH,SIGXCPU,SIGXFSZ,SIGRTMIN,SIGRTMIN+1,SIGRTMIN+2,SIGRTMIN+3,SIGRTMIN+4,SIGRTMIN+5,SIGRTMIN+6,SIGRTMIN+7,SIGRTMIN+8,SIGRTMIN+9,SIGRTMIN+10,SIGRTMIN+11,SIGRTMIN+12,SIGRTMIN+13,SIGRTMIN+14,SIGRTMIN+15,SIGRTMAX-14,SIGRTMAX-13,SIGRTMAX-12,SIGRTMAX-11,SIGRTMAX-10,SIGRTMAX-9,SIGRTMAX-8,SIGRTMAX-7,SIGRTMAX-6,SIGRTMAX-5,SIGRTMAX-4,SIGRTMAX-3,SIGRTMAX-2,SIGRTMAX-1,SIGRTMAX
M	ContainerStateWaiting
F	reason	1	string	1	oO
F	message	2	string	1	oO
M	ContainerStateRunning
F	startedAt	1	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
M	ContainerStateTerminated
F	exitCode	1	int32	1
F	signal	2	int32	1	oO
F	reason	3	string	1	oO
F	message	4	string	1	oO
F	startedAt	5	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	finishedAt	6	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	containerID	7	string	1	oO
M	ContainerState
F	waiting	1	k8s.io.api.core.v1.ContainerStateWaiting	1	poO
F	running	2	k8s.io.api.core.v1.ContainerStateRunning	1	poO
F	terminated	3	k8s.io.api.core.v1.ContainerStateTerminated	1	poO
M	ContainerStatus
F	name	1	string	1
F	state	2	k8s.io.api.core.v1.ContainerState	1	oO
F	lastState	3	k8s.io.api.core.v1.ContainerState	1	oO
F	ready	4	bool	1
F	restartCount	5	int32	1
F	image	6	string	1
F	imageID	7	string	1
F	containerID	8	string	1	oO
F	started	9	bool	1	poO
F	allocatedResources	10	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	resources	11	k8s.io.api.core.v1.ResourceRequirements	1	poO
F	volumeMounts	12	k8s.io.api.core.v1.VolumeMountStatus	r	oO	mountPath	merge	map	mountPath
F	user	13	k8s.io.api.core.v1.ContainerUser	1	poO
F	allocatedResourcesStatus	14	k8s.io.api.core.v1.ResourceStatus	r	oO	name	merge	map	name
F	stopSignal	15	string	1	poOe						SIGABRT,SIGALRM,SIGBUS,SIGCHLD,SIGCLD,SIGCONT,SIGFPE,SIGHUP,SIGILL,SIGINT,SIGIO,SIGIOT,SIGKILL,SIGPIPE,SIGPOLL,SIGPROF,SIGPWR,SIGQUIT,SIGSEGV,SIGSTKFLT,SIGSTOP,SIGSYS,SIGTERM,SIGTRAP,SIGTSTP,SIGTTIN,SIGTTOU,SIGURG,SIGUSR1,SIGUSR2,SIGVTALRM,SIGWINCH,SIGXCPU,SIGXFSZ,SIGRTMIN,SIGRTMIN+1,SIGRTMIN+2,SIGRTMIN+3,SIGRTMIN+4,SIGRTMIN+5,SIGRTMIN+6,SIGRTMIN+7,SIGRTMIN+8,SIGRTMIN+9,SIGRTMIN+10,SIGRTMIN+11,SIGRTMIN+12,SIGRTMIN+13,SIGRTMIN+14,SIGRTMIN+15,SIGRTMAX-14,SIGRTMAX-13,SIGRTMAX-12,SIGRTMAX-11,SIGRTMAX-10,SIGRTMAX-9,SIGRTMAX-8,SIGRTMAX-7,SIGRTMAX-6,SIGRTMAX-5,SIGRTMAX-4,SIGRTMAX-3,SIGRTMAX-2,SIGRTMAX-1,SIGRTMAX
M	ResourceStatus
F	name	1	string	1
F	resources	2	k8s.io.api.core.v1.ResourceHealth	r	o			map	resourceID
M	ResourceHealth
F	resourceID	1	string	1
F	health	2	string	1	o
F	message	6	string	1	poO
M	ContainerUser
F	linux	1	k8s.io.api.core.v1.LinuxContainerUser	1	poO
M	LinuxContainerUser
F	uid	1	int64	1
F	gid	2	int64	1
F	supplementalGroups	3	int64	r	oO			atomic
M	PodCondition
F	type	1	string	1
F	observedGeneration	7	int64	1	oO
F	status	2	string	1
F	lastProbeTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	lastTransitionTime	4	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	reason	5	string	1	oO
F	message	6	string	1	oO
M	VolumeMountStatus
F	name	1	string	1
F	mountPath	2	string	1
F	readOnly	3	bool	1	oO
F	recursiveReadOnly	4	string	1	poO
F	volumeStatus	5	k8s.io.api.core.v1.VolumeStatus	1	poO
M	VolumeStatus
F	image	1	k8s.io.api.core.v1.ImageVolumeStatus	1	poO
M	ImageVolumeStatus
F	imageRef	1	string	1	oR
M	ContainerRestartRule
F	action	1	string	1	oR
F	exitCodes	2	k8s.io.api.core.v1.ContainerRestartRuleOnExitCodes	1	poO
M	ContainerRestartRuleOnExitCodes
F	operator	1	string	1	oR
F	values	2	int32	r	oO			set
M	NodeSelector	a
F	nodeSelectorTerms	1	k8s.io.api.core.v1.NodeSelectorTerm	r				atomic
M	NodeSelectorTerm	a
F	matchExpressions	1	k8s.io.api.core.v1.NodeSelectorRequirement	r	oO			atomic
F	matchFields	2	k8s.io.api.core.v1.NodeSelectorRequirement	r	oO			atomic
M	NodeSelectorRequirement
F	key	1	string	1
F	operator	2	string	1	e						In,NotIn,Exists,DoesNotExist,Gt,Lt
F	values	3	string	r	oO			atomic
M	TopologySelectorTerm	a
F	matchLabelExpressions	1	k8s.io.api.core.v1.TopologySelectorLabelRequirement	r	oO			atomic
M	TopologySelectorLabelRequirement
F	key	1	string	1
F	values	2	string	r				atomic
M	Affinity
F	nodeAffinity	1	k8s.io.api.core.v1.NodeAffinity	1	poO
F	podAffinity	2	k8s.io.api.core.v1.PodAffinity	1	poO
F	podAntiAffinity	3	k8s.io.api.core.v1.PodAntiAffinity	1	poO
M	PodAffinity
F	requiredDuringSchedulingIgnoredDuringExecution	1	k8s.io.api.core.v1.PodAffinityTerm	r	oO			atomic
F	preferredDuringSchedulingIgnoredDuringExecution	2	k8s.io.api.core.v1.WeightedPodAffinityTerm	r	oO			atomic
M	PodAntiAffinity
F	requiredDuringSchedulingIgnoredDuringExecution	1	k8s.io.api.core.v1.PodAffinityTerm	r	oO			atomic
F	preferredDuringSchedulingIgnoredDuringExecution	2	k8s.io.api.core.v1.WeightedPodAffinityTerm	r	oO			atomic
M	WeightedPodAffinityTerm
F	weight	1	int32	1
F	podAffinityTerm	2	k8s.io.api.core.v1.PodAffinityTerm	1
M	PodAffinityTerm
F	labelSelector	1	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	namespaces	2	string	r	oO			atomic
F	topologyKey	3	string	1
F	namespaceSelector	4	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	matchLabelKeys	5	string	r	oO			atomic
F	mismatchLabelKeys	6	string	r	oO			atomic
M	NodeAffinity
F	requiredDuringSchedulingIgnoredDuringExecution	1	k8s.io.api.core.v1.NodeSelector	1	poO
F	preferredDuringSchedulingIgnoredDuringExecution	2	k8s.io.api.core.v1.PreferredSchedulingTerm	r	oO			atomic
M	PreferredSchedulingTerm
F	weight	1	int32	1
F	preference	2	k8s.io.api.core.v1.NodeSelectorTerm	1
M	Taint
F	key	1	string	1
F	value	2	string	1	oO
F	effect	3	string	1	e						NoSchedule,PreferNoSchedule,NoExecute
F	timeAdded	4	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	poO
M	Toleration
F	key	1	string	1	oO
F	operator	2	string	1	oOe						Exists,Equal,Lt,Gt
F	value	3	string	1	oO
F	effect	4	string	1	oOe						NoSchedule,PreferNoSchedule,NoExecute
F	tolerationSeconds	5	int64	1	poO
M	PodReadinessGate
F	conditionType	1	string	1
M	PodSpec
F	volumes	1	k8s.io.api.core.v1.Volume	r	oO	name	merge,retainKeys	map	name
F	initContainers	20	k8s.io.api.core.v1.Container	r	o	name	merge	map	name
F	containers	2	k8s.io.api.core.v1.Container	r		name	merge	map	name
F	ephemeralContainers	34	k8s.io.api.core.v1.EphemeralContainer	r	oO	name	merge	map	name
F	restartPolicy	3	string	1	oOe						Always,OnFailure,Never
F	terminationGracePeriodSeconds	4	int64	1	poO
F	activeDeadlineSeconds	5	int64	1	poO
F	dnsPolicy	6	string	1	oOe						ClusterFirstWithHostNet,ClusterFirst,Default,None
F	nodeSelector	7	string	m	oOA
F	serviceAccountName	8	string	1	oO
F	serviceAccount	9	string	1	oO
F	automountServiceAccountToken	21	bool	1	poO
F	nodeName	10	string	1	oO
F	hostNetwork	11	bool	1	oO
F	hostPID	12	bool	1	oO
F	hostIPC	13	bool	1	oO
F	shareProcessNamespace	27	bool	1	poO
F	securityContext	14	k8s.io.api.core.v1.PodSecurityContext	1	poO
F	imagePullSecrets	15	k8s.io.api.core.v1.LocalObjectReference	r	oO	name	merge	map	name
F	hostname	16	string	1	oO
F	subdomain	17	string	1	oO
F	affinity	18	k8s.io.api.core.v1.Affinity	1	poO
F	schedulerName	19	string	1	oO
F	tolerations	22	k8s.io.api.core.v1.Toleration	r	oO			atomic
F	hostAliases	23	k8s.io.api.core.v1.HostAlias	r	oO	ip	merge	map	ip
F	priorityClassName	24	string	1	oO
F	priority	25	int32	1	poO
F	dnsConfig	26	k8s.io.api.core.v1.PodDNSConfig	1	poO
F	readinessGates	28	k8s.io.api.core.v1.PodReadinessGate	r	oO			atomic
F	runtimeClassName	29	string	1	poO
F	enableServiceLinks	30	bool	1	poO
F	preemptionPolicy	31	string	1	poOe						PreemptLowerPriority,Never
F	overhead	32	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	topologySpreadConstraints	33	k8s.io.api.core.v1.TopologySpreadConstraint	r	oO	topologyKey	merge	map	topologyKey,whenUnsatisfiable
F	setHostnameAsFQDN	35	bool	1	poO
F	os	36	k8s.io.api.core.v1.PodOS	1	poO
F	hostUsers	37	bool	1	poO
F	schedulingGates	38	k8s.io.api.core.v1.PodSchedulingGate	r	oO	name	merge	map	name
F	resourceClaims	39	k8s.io.api.core.v1.PodResourceClaim	r	oO	name	merge,retainKeys	map	name
F	resources	40	k8s.io.api.core.v1.ResourceRequirements	1	poO
F	hostnameOverride	41	string	1	poO
F	schedulingGroup	43	k8s.io.api.core.v1.PodSchedulingGroup	1	poO
M	PodResourceClaim
F	name	1	string	1
F	resourceClaimName	3	string	1	po
F	resourceClaimTemplateName	4	string	1	po
M	PodResourceClaimStatus
F	name	1	string	1
F	resourceClaimName	2	string	1	poO
M	PodExtendedResourceClaimStatus
F	requestMappings	1	k8s.io.api.core.v1.ContainerExtendedResourceRequest	r				atomic
F	resourceClaimName	2	string	1
M	ContainerExtendedResourceRequest
F	containerName	1	string	1
F	resourceName	2	string	1
F	requestName	3	string	1
M	PodOS
F	name	1	string	1
M	PodSchedulingGate
F	name	1	string	1
M	PodSchedulingGroup
F	podGroupName	1	string	1	poO
M	TopologySpreadConstraint
F	maxSkew	1	int32	1
F	topologyKey	2	string	1
F	whenUnsatisfiable	3	string	1	e						DoNotSchedule,ScheduleAnyway
F	labelSelector	4	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	minDomains	5	int32	1	poO
F	nodeAffinityPolicy	6	string	1	poOe						Ignore,Honor
F	nodeTaintsPolicy	7	string	1	poOe						Ignore,Honor
F	matchLabelKeys	8	string	r	oO			atomic
M	HostAlias
F	ip	1	string	1
F	hostnames	2	string	r	o			atomic
M	PodSecurityContext
F	seLinuxOptions	1	k8s.io.api.core.v1.SELinuxOptions	1	poO
F	windowsOptions	8	k8s.io.api.core.v1.WindowsSecurityContextOptions	1	poO
F	runAsUser	2	int64	1	poO
F	runAsGroup	6	int64	1	poO
F	runAsNonRoot	3	bool	1	poO
F	supplementalGroups	4	int64	r	oO			atomic
F	supplementalGroupsPolicy	12	string	1	poOe						Merge,Strict
F	fsGroup	5	int64	1	poO
F	sysctls	7	k8s.io.api.core.v1.Sysctl	r	oO			atomic
F	fsGroupChangePolicy	9	string	1	poOe						OnRootMismatch,Always
F	seccompProfile	10	k8s.io.api.core.v1.SeccompProfile	1	poO
F	appArmorProfile	11	k8s.io.api.core.v1.AppArmorProfile	1	poO
F	seLinuxChangePolicy	13	string	1	poO
M	SeccompProfile
F	type	1	string	1	e						Unconfined,RuntimeDefault,Localhost
F	localhostProfile	2	string	1	poO
M	AppArmorProfile
F	type	1	string	1	e						Unconfined,RuntimeDefault,Localhost
F	localhostProfile	2	string	1	poO
M	PodDNSConfig
F	nameservers	1	string	r	oO			atomic
F	searches	2	string	r	oO			atomic
F	options	3	k8s.io.api.core.v1.PodDNSConfigOption	r	oO			atomic
M	PodDNSConfigOption
F	name	1	string	1	o
F	value	2	string	1	poO
M	PodIP
F	ip	1	string	1
M	HostIP
F	ip	1	string	1
M	EphemeralContainerCommon
F	name	1	string	1
F	image	2	string	1	o
F	command	3	string	r	oO			atomic
F	args	4	string	r	oO			atomic
F	workingDir	5	string	1	oO
F	ports	6	k8s.io.api.core.v1.ContainerPort	r	oO	containerPort	merge	map	containerPort,protocol
F	envFrom	19	k8s.io.api.core.v1.EnvFromSource	r	oO			atomic
F	env	7	k8s.io.api.core.v1.EnvVar	r	oO	name	merge	map	name
F	resources	8	k8s.io.api.core.v1.ResourceRequirements	1	oO
F	resizePolicy	23	k8s.io.api.core.v1.ContainerResizePolicy	r	oO			atomic
F	restartPolicy	24	string	1	poO
F	restartPolicyRules	25	k8s.io.api.core.v1.ContainerRestartRule	r	oO			atomic
F	volumeMounts	9	k8s.io.api.core.v1.VolumeMount	r	oO	mountPath	merge	map	mountPath
F	volumeDevices	21	k8s.io.api.core.v1.VolumeDevice	r	oO	devicePath	merge	map	devicePath
F	livenessProbe	10	k8s.io.api.core.v1.Probe	1	poO
F	readinessProbe	11	k8s.io.api.core.v1.Probe	1	poO
F	startupProbe	22	k8s.io.api.core.v1.Probe	1	poO
F	lifecycle	12	k8s.io.api.core.v1.Lifecycle	1	poO
F	terminationMessagePath	13	string	1	oO
F	terminationMessagePolicy	20	string	1	oOe						File,FallbackToLogsOnError
F	imagePullPolicy	14	string	1	oOe						Always,Never,IfNotPresent
F	securityContext	15	k8s.io.api.core.v1.SecurityContext	1	poO
F	stdin	16	bool	1	oO
F	stdinOnce	17	bool	1	oO
F	tty	18	bool	1	oO
M	EphemeralContainer
F	ephemeralContainerCommon	1	k8s.io.api.core.v1.EphemeralContainerCommon	1	i
F	targetContainerName	2	string	1	oO
M	PodStatus
F	observedGeneration	17	int64	1	oO
F	phase	1	string	1	oOe						Pending,Running,Succeeded,Failed,Unknown
F	conditions	2	k8s.io.api.core.v1.PodCondition	r	oO	type	merge	map	type
F	message	3	string	1	oO
F	reason	4	string	1	oO
F	nominatedNodeName	11	string	1	oO
F	hostIP	5	string	1	oO
F	hostIPs	16	k8s.io.api.core.v1.HostIP	r	oO	ip	merge	atomic
F	podIP	6	string	1	oO
F	podIPs	12	k8s.io.api.core.v1.PodIP	r	oO	ip	merge	map	ip
F	startTime	7	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	poO
F	initContainerStatuses	10	k8s.io.api.core.v1.ContainerStatus	r	o			atomic
F	containerStatuses	8	k8s.io.api.core.v1.ContainerStatus	r	oO			atomic
F	qosClass	9	string	1	oOe						Guaranteed,Burstable,BestEffort
F	ephemeralContainerStatuses	13	k8s.io.api.core.v1.ContainerStatus	r	oO			atomic
F	resize	14	string	1	oO
F	resourceClaimStatuses	15	k8s.io.api.core.v1.PodResourceClaimStatus	r	oO	name	merge,retainKeys	map	name
F	extendedResourceClaimStatus	18	k8s.io.api.core.v1.PodExtendedResourceClaimStatus	1	poO
F	allocatedResources	19	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	resources	20	k8s.io.api.core.v1.ResourceRequirements	1	poO
F	nodeAllocatableResourceClaimStatuses	21	k8s.io.api.core.v1.NodeAllocatableResourceClaimStatus	r	oO			atomic
M	PodStatusResult	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	status	2	k8s.io.api.core.v1.PodStatus	1	oO
M	Pod	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.core.v1.PodSpec	1	oO
F	status	3	k8s.io.api.core.v1.PodStatus	1	oO
M	PodList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.Pod	r
M	PodTemplateSpec
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.core.v1.PodSpec	1	oO
M	PodTemplate	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	template	2	k8s.io.api.core.v1.PodTemplateSpec	1	oO
M	PodTemplateList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.PodTemplate	r
M	ReplicationControllerSpec
F	replicas	1	int32	1	poO					1
F	minReadySeconds	4	int32	1	oO					0
F	selector	2	string	m	oOA
F	template	3	k8s.io.api.core.v1.PodTemplateSpec	1	poO
M	ReplicationControllerStatus
F	replicas	1	int32	1
F	fullyLabeledReplicas	2	int32	1	oO
F	readyReplicas	4	int32	1	oO
F	availableReplicas	5	int32	1	oO
F	observedGeneration	3	int64	1	oO
F	conditions	6	k8s.io.api.core.v1.ReplicationControllerCondition	r	oO	type	merge	map	type
M	ReplicationControllerCondition
F	type	1	string	1
F	status	2	string	1
F	lastTransitionTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	reason	4	string	1	oO
F	message	5	string	1	oO
M	ReplicationController	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.core.v1.ReplicationControllerSpec	1	oO
F	status	3	k8s.io.api.core.v1.ReplicationControllerStatus	1	oO
M	ReplicationControllerList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.ReplicationController	r
M	SessionAffinityConfig
F	clientIP	1	k8s.io.api.core.v1.ClientIPConfig	1	poO
M	ClientIPConfig
F	timeoutSeconds	1	int32	1	poO
M	ServiceStatus
F	loadBalancer	1	k8s.io.api.core.v1.LoadBalancerStatus	1	oO
F	conditions	2	k8s.io.apimachinery.pkg.apis.meta.v1.Condition	r	oO	type	merge	map	type
M	LoadBalancerStatus
F	ingress	1	k8s.io.api.core.v1.LoadBalancerIngress	r	oO			atomic
M	LoadBalancerIngress
F	ip	1	string	1	oO
F	hostname	2	string	1	oO
F	ipMode	3	string	1	poO
F	ports	4	k8s.io.api.core.v1.PortStatus	r	oO			atomic
M	ServiceSpec
F	ports	1	k8s.io.api.core.v1.ServicePort	r	o	port	merge	map	port,protocol
F	selector	2	string	m	oOA
F	clusterIP	3	string	1	oO
F	clusterIPs	18	string	r	oO			atomic
F	type	4	string	1	oOe						ClusterIP,NodePort,LoadBalancer,ExternalName
F	externalIPs	5	string	r	oO			atomic
F	sessionAffinity	7	string	1	oOe						ClientIP,None
F	loadBalancerIP	8	string	1	oO
F	loadBalancerSourceRanges	9	string	r	oO			atomic
F	externalName	10	string	1	oO
F	externalTrafficPolicy	11	string	1	oOe						Cluster,Local
F	healthCheckNodePort	12	int32	1	oO
F	publishNotReadyAddresses	13	bool	1	oO
F	sessionAffinityConfig	14	k8s.io.api.core.v1.SessionAffinityConfig	1	poO
F	ipFamilies	19	string	r	oOe			atomic			IPv4,IPv6,
F	ipFamilyPolicy	17	string	1	poOe						SingleStack,PreferDualStack,RequireDualStack
F	allocateLoadBalancerNodePorts	20	bool	1	poO
F	loadBalancerClass	21	string	1	poO
F	internalTrafficPolicy	22	string	1	poOe						Cluster,Local
F	trafficDistribution	23	string	1	poO
M	ServicePort
F	name	1	string	1	oO
F	protocol	2	string	1	oOe					TCP	TCP,UDP,SCTP
F	appProtocol	6	string	1	poO
F	port	3	int32	1
F	targetPort	4	k8s.io.apimachinery.pkg.util.intstr.IntOrString	1	oO
F	nodePort	5	int32	1	oO
M	Service	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.core.v1.ServiceSpec	1	oO
F	status	3	k8s.io.api.core.v1.ServiceStatus	1	oO
M	ServiceList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.Service	r
M	ServiceAccount	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	secrets	2	k8s.io.api.core.v1.ObjectReference	r	oO	name	merge	map	name
F	imagePullSecrets	3	k8s.io.api.core.v1.LocalObjectReference	r	oO			atomic
F	automountServiceAccountToken	4	bool	1	poO
M	ServiceAccountList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.ServiceAccount	r
M	Endpoints	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	subsets	2	k8s.io.api.core.v1.EndpointSubset	r	oO			atomic
M	EndpointSubset
F	addresses	1	k8s.io.api.core.v1.EndpointAddress	r	oO			atomic
F	notReadyAddresses	2	k8s.io.api.core.v1.EndpointAddress	r	oO			atomic
F	ports	3	k8s.io.api.core.v1.EndpointPort	r	oO			atomic
M	EndpointAddress	a
F	ip	1	string	1
F	hostname	3	string	1	oO
F	nodeName	4	string	1	poO
F	targetRef	2	k8s.io.api.core.v1.ObjectReference	1	poO
M	EndpointPort	a
F	name	1	string	1	oO
F	port	2	int32	1
F	protocol	3	string	1	oOe						TCP,UDP,SCTP
F	appProtocol	4	string	1	poO
M	EndpointsList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.Endpoints	r
M	NodeSpec
F	podCIDR	1	string	1	oO
F	podCIDRs	7	string	r	oO		merge	set
F	providerID	3	string	1	oO
F	unschedulable	4	bool	1	oO
F	taints	5	k8s.io.api.core.v1.Taint	r	oO			atomic
F	configSource	6	k8s.io.api.core.v1.NodeConfigSource	1	poO
F	externalID	2	string	1	oO
M	NodeConfigSource
F	configMap	2	k8s.io.api.core.v1.ConfigMapNodeConfigSource	1	po
M	ConfigMapNodeConfigSource
F	namespace	1	string	1
F	name	2	string	1
F	uid	3	string	1	oO
F	resourceVersion	4	string	1	oO
F	kubeletConfigKey	5	string	1
M	DaemonEndpoint
F	Port	1	int32	1
M	NodeDaemonEndpoints
F	kubeletEndpoint	1	k8s.io.api.core.v1.DaemonEndpoint	1	oO
M	NodeRuntimeHandlerFeatures
F	recursiveReadOnlyMounts	1	bool	1	poO
F	userNamespaces	2	bool	1	poO
M	NodeRuntimeHandler
F	name	1	string	1	O
F	features	2	k8s.io.api.core.v1.NodeRuntimeHandlerFeatures	1	poO
M	NodeFeatures
F	supplementalGroupsPolicy	1	bool	1	poO
M	NodeSystemInfo
F	machineID	1	string	1
F	systemUUID	2	string	1
F	bootID	3	string	1
F	kernelVersion	4	string	1
F	osImage	5	string	1
F	containerRuntimeVersion	6	string	1
F	kubeletVersion	7	string	1
F	kubeProxyVersion	8	string	1
F	operatingSystem	9	string	1
F	architecture	10	string	1
F	swap	11	k8s.io.api.core.v1.NodeSwapStatus	1	po
M	NodeSwapStatus
F	capacity	1	int64	1	poO
M	NodeConfigStatus
F	assigned	1	k8s.io.api.core.v1.NodeConfigSource	1	poO
F	active	2	k8s.io.api.core.v1.NodeConfigSource	1	poO
F	lastKnownGood	3	k8s.io.api.core.v1.NodeConfigSource	1	poO
F	error	4	string	1	oO
M	NodeStatus
F	capacity	1	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	allocatable	2	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	phase	3	string	1	oOe						Pending,Running,Terminated
F	conditions	4	k8s.io.api.core.v1.NodeCondition	r	oO	type	merge	map	type
F	addresses	5	k8s.io.api.core.v1.NodeAddress	r	oO	type	merge	map	type
F	daemonEndpoints	6	k8s.io.api.core.v1.NodeDaemonEndpoints	1	oO
F	nodeInfo	7	k8s.io.api.core.v1.NodeSystemInfo	1	oO
F	images	8	k8s.io.api.core.v1.ContainerImage	r	oO			atomic
F	volumesInUse	9	string	r	oO			atomic
F	volumesAttached	10	k8s.io.api.core.v1.AttachedVolume	r	oO			atomic
F	config	11	k8s.io.api.core.v1.NodeConfigStatus	1	poO
F	runtimeHandlers	12	k8s.io.api.core.v1.NodeRuntimeHandler	r	oO			atomic
F	features	13	k8s.io.api.core.v1.NodeFeatures	1	poO
F	declaredFeatures	14	string	r	oO			atomic
M	AttachedVolume
F	name	1	string	1
F	devicePath	2	string	1
M	AvoidPods
F	preferAvoidPods	1	k8s.io.api.core.v1.PreferAvoidPodsEntry	r	oO			atomic
M	PreferAvoidPodsEntry
F	podSignature	1	k8s.io.api.core.v1.PodSignature	1
F	evictionTime	2	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	reason	3	string	1	oO
F	message	4	string	1	oO
M	PodSignature
F	podController	1	k8s.io.apimachinery.pkg.apis.meta.v1.OwnerReference	1	poO
M	ContainerImage
F	names	1	string	r	O			atomic
F	sizeBytes	2	int64	1	oO
M	NodeCondition
F	type	1	string	1
F	status	2	string	1
F	lastHeartbeatTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	lastTransitionTime	4	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	reason	5	string	1	oO
F	message	6	string	1	oO
M	NodeAddress
F	type	1	string	1
F	address	2	string	1
M	Node	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.core.v1.NodeSpec	1	oO
F	status	3	k8s.io.api.core.v1.NodeStatus	1	oO
M	NodeList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.Node	r
M	NamespaceSpec
F	finalizers	1	string	r	oO			atomic
M	NamespaceStatus
F	phase	1	string	1	oOe						Active,Terminating
F	conditions	2	k8s.io.api.core.v1.NamespaceCondition	r	oO	type	merge	map	type
M	NamespaceCondition
F	type	1	string	1
F	status	2	string	1
F	lastTransitionTime	4	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	reason	5	string	1	oO
F	message	6	string	1	oO
M	Namespace	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.core.v1.NamespaceSpec	1	oO
F	status	3	k8s.io.api.core.v1.NamespaceStatus	1	oO
M	NamespaceList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.Namespace	r
M	Binding	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	target	2	k8s.io.api.core.v1.ObjectReference	1
M	Preconditions
F	uid	1	string	1	poO
M	PodLogOptions	k
F	container	1	string	1	oO
F	follow	2	bool	1	oO
F	previous	3	bool	1	oO
F	sinceSeconds	4	int64	1	poO
F	sinceTime	5	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	poO
F	timestamps	6	bool	1	oO
F	tailLines	7	int64	1	poO
F	limitBytes	8	int64	1	poO
F	insecureSkipTLSVerifyBackend	9	bool	1	oO
F	stream	10	string	1	poO
M	PodAttachOptions	k
F	stdin	1	bool	1	oO
F	stdout	2	bool	1	oO
F	stderr	3	bool	1	oO
F	tty	4	bool	1	oO
F	container	5	string	1	oO
M	PodExecOptions	k
F	stdin	1	bool	1	oO
F	stdout	2	bool	1	oO
F	stderr	3	bool	1	oO
F	tty	4	bool	1	oO
F	container	5	string	1	oO
F	command	6	string	r				atomic
M	PodPortForwardOptions	k
F	ports	1	int32	r	oO			atomic
M	PodProxyOptions	k
F	path	1	string	1	oO
M	NodeProxyOptions	k
F	path	1	string	1	oO
M	ServiceProxyOptions	k
F	path	1	string	1	oO
M	ObjectReference	a
F	kind	1	string	1	oO
F	namespace	2	string	1	oO
F	name	3	string	1	oO
F	uid	4	string	1	oO
F	apiVersion	5	string	1	oO
F	resourceVersion	6	string	1	oO
F	fieldPath	7	string	1	oO
M	LocalObjectReference	a
F	name	1	string	1	oO					""
M	TypedLocalObjectReference	a
F	apiGroup	1	string	1	pO
F	kind	2	string	1
F	name	3	string	1
M	SerializedReference	k
F	reference	1	k8s.io.api.core.v1.ObjectReference	1	oO
M	EventSource
F	component	1	string	1	oO
F	host	2	string	1	oO
M	Event	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1
F	involvedObject	2	k8s.io.api.core.v1.ObjectReference	1
F	reason	3	string	1	oO
F	message	4	string	1	oO
F	source	5	k8s.io.api.core.v1.EventSource	1	oO
F	firstTimestamp	6	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	lastTimestamp	7	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	count	8	int32	1	oO
F	type	9	string	1	oO
F	eventTime	10	k8s.io.apimachinery.pkg.apis.meta.v1.MicroTime	1	oO
F	series	11	k8s.io.api.core.v1.EventSeries	1	poO
F	action	12	string	1	oO
F	related	13	k8s.io.api.core.v1.ObjectReference	1	poO
F	reportingComponent	14	string	1	O
F	reportingInstance	15	string	1	O
M	EventSeries
F	count	1	int32	1	o
F	lastObservedTime	2	k8s.io.apimachinery.pkg.apis.meta.v1.MicroTime	1	o
M	EventList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.Event	r
M	LimitRangeItem
F	type	1	string	1
F	max	2	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	min	3	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	default	4	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	defaultRequest	5	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	maxLimitRequestRatio	6	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
M	LimitRangeSpec
F	limits	1	k8s.io.api.core.v1.LimitRangeItem	r				atomic
M	LimitRange	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.core.v1.LimitRangeSpec	1	oO
M	LimitRangeList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.LimitRange	r
M	ResourceQuotaSpec
F	hard	1	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	scopes	2	string	r	oOe			atomic			Terminating,NotTerminating,BestEffort,NotBestEffort,PriorityClass,CrossNamespacePodAffinity,VolumeAttributesClass
F	scopeSelector	3	k8s.io.api.core.v1.ScopeSelector	1	poO
M	ScopeSelector	a
F	matchExpressions	1	k8s.io.api.core.v1.ScopedResourceSelectorRequirement	r	oO			atomic
M	ScopedResourceSelectorRequirement
F	scopeName	1	string	1	e						Terminating,NotTerminating,BestEffort,NotBestEffort,PriorityClass,CrossNamespacePodAffinity,VolumeAttributesClass
F	operator	2	string	1	e						In,NotIn,Exists,DoesNotExist
F	values	3	string	r	oO			atomic
M	ResourceQuotaStatus
F	hard	1	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
F	used	2	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
M	ResourceQuota	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.core.v1.ResourceQuotaSpec	1	oO
F	status	3	k8s.io.api.core.v1.ResourceQuotaStatus	1	oO
M	ResourceQuotaList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.ResourceQuota	r
M	Secret	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	immutable	5	bool	1	poO
F	data	2	bytes	m	oO
F	stringData	4	string	m	oO
F	type	3	string	1	oO
M	SecretList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.Secret	r
M	ConfigMap	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	immutable	4	bool	1	poO
F	data	2	string	m	oO
F	binaryData	3	bytes	m	oO
M	ConfigMapList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.ConfigMap	r
M	ComponentCondition
F	type	1	string	1
F	status	2	string	1
F	message	3	string	1	oO
F	error	4	string	1	oO
M	ComponentStatus	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	conditions	2	k8s.io.api.core.v1.ComponentCondition	r	oO	type	merge	map	type
M	ComponentStatusList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.core.v1.ComponentStatus	r
M	DownwardAPIVolumeSource
F	items	1	k8s.io.api.core.v1.DownwardAPIVolumeFile	r	oO			atomic
F	defaultMode	2	int32	1	poO
M	DownwardAPIVolumeFile
F	path	1	string	1
F	fieldRef	2	k8s.io.api.core.v1.ObjectFieldSelector	1	poO
F	resourceFieldRef	3	k8s.io.api.core.v1.ResourceFieldSelector	1	poO
F	mode	4	int32	1	poO
M	DownwardAPIProjection
F	items	1	k8s.io.api.core.v1.DownwardAPIVolumeFile	r	oO			atomic
M	SecurityContext
F	capabilities	1	k8s.io.api.core.v1.Capabilities	1	poO
F	privileged	2	bool	1	poO
F	seLinuxOptions	3	k8s.io.api.core.v1.SELinuxOptions	1	poO
F	windowsOptions	10	k8s.io.api.core.v1.WindowsSecurityContextOptions	1	poO
F	runAsUser	4	int64	1	poO
F	runAsGroup	8	int64	1	poO
F	runAsNonRoot	5	bool	1	poO
F	readOnlyRootFilesystem	6	bool	1	poO
F	allowPrivilegeEscalation	7	bool	1	poO
F	procMount	9	string	1	poOe						Default,Unmasked
F	seccompProfile	11	k8s.io.api.core.v1.SeccompProfile	1	poO
F	appArmorProfile	12	k8s.io.api.core.v1.AppArmorProfile	1	poO
M	SELinuxOptions
F	user	1	string	1	oO
F	role	2	string	1	oO
F	type	3	string	1	oO
F	level	4	string	1	oO
M	WindowsSecurityContextOptions
F	gmsaCredentialSpecName	1	string	1	poO
F	gmsaCredentialSpec	2	string	1	poO
F	runAsUserName	3	string	1	poO
F	hostProcess	4	bool	1	poO
M	RangeAllocation	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	range	2	string	1
F	data	3	bytes	1
M	Sysctl
F	name	1	string	1
F	value	2	string	1
M	PortStatus
F	port	1	int32	1
F	protocol	2	string	1	e						TCP,UDP,SCTP
F	error	3	string	1	poO
M	ImageVolumeSource
F	reference	1	string	1	oO
F	pullPolicy	2	string	1	oOe						Always,Never,IfNotPresent
M	NodeAllocatableResourceClaimStatus
F	resourceClaimName	1	string	1
F	containers	2	string	r	oO			set
F	resources	3	k8s.io.apimachinery.pkg.api.resource.Quantity	m
P	k8s.io.metrics.pkg.apis.custom_metrics.v1beta2	custom.metrics.k8s.io/v1beta2
M	MetricIdentifier
F	name	1	string	1
F	selector	2	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	pO
M	MetricValueList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	o
F	items	2	k8s.io.metrics.pkg.apis.custom_metrics.v1beta2.MetricValue	r
M	MetricValue	k
F	describedObject	1	k8s.io.api.core.v1.ObjectReference	1
F	metric	2	k8s.io.metrics.pkg.apis.custom_metrics.v1beta2.MetricIdentifier	1
F	timestamp	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1
F	windowSeconds	4	int64	1	po
F	value	5	k8s.io.apimachinery.pkg.api.resource.Quantity	1
M	MetricListOptions	k
F	labelSelector	1	string	1	oO
F	metricLabelSelector	2	string	1	oO
P	k8s.io.api.discovery.v1	discovery.k8s.io/v1
M	EndpointSlice	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	addressType	4	string	1
F	endpoints	2	k8s.io.api.discovery.v1.Endpoint	r	O			atomic
F	ports	3	k8s.io.api.discovery.v1.EndpointPort	r	O			atomic
M	Endpoint
F	addresses	1	string	r				set
F	conditions	2	k8s.io.api.discovery.v1.EndpointConditions	1	o
F	hostname	3	string	1	poO
F	targetRef	4	k8s.io.api.core.v1.ObjectReference	1	poO
F	deprecatedTopology	5	string	m	oO
F	nodeName	6	string	1	poO
F	zone	7	string	1	poO
F	hints	8	k8s.io.api.discovery.v1.EndpointHints	1	poO
M	EndpointConditions
F	ready	1	bool	1	poO
F	serving	2	bool	1	poO
F	terminating	3	bool	1	poO
M	EndpointHints
F	forZones	1	k8s.io.api.discovery.v1.ForZone	r	o			atomic
F	forNodes	2	k8s.io.api.discovery.v1.ForNode	r	o			atomic
M	ForZone
F	name	1	string	1
M	ForNode
F	name	1	string	1
M	EndpointPort	a
F	name	1	string	1	po
F	protocol	2	string	1	poe						TCP,UDP,SCTP
F	port	3	int32	1	po
F	appProtocol	4	string	1	poO
M	EndpointSliceList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.discovery.v1.EndpointSlice	r
P	k8s.io.api.events.v1	events.k8s.io/v1
M	Event	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	O
F	eventTime	2	k8s.io.apimachinery.pkg.apis.meta.v1.MicroTime	1
F	series	3	k8s.io.api.events.v1.EventSeries	1	poO
F	reportingController	4	string	1	o
F	reportingInstance	5	string	1	o
F	action	6	string	1	o
F	reason	7	string	1	o
F	regarding	8	k8s.io.api.core.v1.ObjectReference	1	oO
F	related	9	k8s.io.api.core.v1.ObjectReference	1	poO
F	note	10	string	1	oO
F	type	11	string	1	o
F	deprecatedSource	12	k8s.io.api.core.v1.EventSource	1	oO
F	deprecatedFirstTimestamp	13	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	deprecatedLastTimestamp	14	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	deprecatedCount	15	int32	1	oO
M	EventSeries
F	count	1	int32	1
F	lastObservedTime	2	k8s.io.apimachinery.pkg.apis.meta.v1.MicroTime	1
M	EventList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.events.v1.Event	r
P	k8s.io.api.flowcontrol.v1	flowcontrol.apiserver.k8s.io/v1
M	FlowSchema	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.flowcontrol.v1.FlowSchemaSpec	1	oO
F	status	3	k8s.io.api.flowcontrol.v1.FlowSchemaStatus	1	oO
M	FlowSchemaList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.flowcontrol.v1.FlowSchema	r
M	FlowSchemaSpec
F	priorityLevelConfiguration	1	k8s.io.api.flowcontrol.v1.PriorityLevelConfigurationReference	1
F	matchingPrecedence	2	int32	1	O
F	distinguisherMethod	3	k8s.io.api.flowcontrol.v1.FlowDistinguisherMethod	1	poO
F	rules	4	k8s.io.api.flowcontrol.v1.PolicyRulesWithSubjects	r	oO			atomic
M	FlowDistinguisherMethod
F	type	1	string	1
M	PriorityLevelConfigurationReference
F	name	1	string	1
M	PolicyRulesWithSubjects
F	subjects	1	k8s.io.api.flowcontrol.v1.Subject	r				atomic
F	resourceRules	2	k8s.io.api.flowcontrol.v1.ResourcePolicyRule	r	oO			atomic
F	nonResourceRules	3	k8s.io.api.flowcontrol.v1.NonResourcePolicyRule	r	oO			atomic
M	Subject
F	kind	1	string	1
F	user	2	k8s.io.api.flowcontrol.v1.UserSubject	1	poO
F	group	3	k8s.io.api.flowcontrol.v1.GroupSubject	1	poO
F	serviceAccount	4	k8s.io.api.flowcontrol.v1.ServiceAccountSubject	1	poO
M	UserSubject
F	name	1	string	1
M	GroupSubject
F	name	1	string	1
M	ServiceAccountSubject
F	namespace	1	string	1
F	name	2	string	1
M	ResourcePolicyRule
F	verbs	1	string	r				set
F	apiGroups	2	string	r				set
F	resources	3	string	r				set
F	clusterScope	4	bool	1	oO
F	namespaces	5	string	r	O			set
M	NonResourcePolicyRule
F	verbs	1	string	r				set
F	nonResourceURLs	6	string	r				set
M	FlowSchemaStatus
F	conditions	1	k8s.io.api.flowcontrol.v1.FlowSchemaCondition	r	oO	type	merge	map	type
M	FlowSchemaCondition
F	type	1	string	1	o
F	status	2	string	1	o
F	lastTransitionTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	o
F	reason	4	string	1	o
F	message	5	string	1	o
M	PriorityLevelConfiguration	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.flowcontrol.v1.PriorityLevelConfigurationSpec	1	oO
F	status	3	k8s.io.api.flowcontrol.v1.PriorityLevelConfigurationStatus	1	oO
M	PriorityLevelConfigurationList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.flowcontrol.v1.PriorityLevelConfiguration	r
M	PriorityLevelConfigurationSpec
F	type	1	string	1
F	limited	2	k8s.io.api.flowcontrol.v1.LimitedPriorityLevelConfiguration	1	poO
F	exempt	3	k8s.io.api.flowcontrol.v1.ExemptPriorityLevelConfiguration	1	poO
M	LimitedPriorityLevelConfiguration
F	nominalConcurrencyShares	1	int32	1	pO
F	limitResponse	2	k8s.io.api.flowcontrol.v1.LimitResponse	1	o
F	lendablePercent	3	int32	1	poO
F	borrowingLimitPercent	4	int32	1	poO
M	ExemptPriorityLevelConfiguration
F	nominalConcurrencyShares	1	int32	1	poO
F	lendablePercent	2	int32	1	poO
M	LimitResponse
F	type	1	string	1
F	queuing	2	k8s.io.api.flowcontrol.v1.QueuingConfiguration	1	poO
M	QueuingConfiguration
F	queues	1	int32	1	O
F	handSize	2	int32	1	O
F	queueLengthLimit	3	int32	1	O
M	PriorityLevelConfigurationStatus
F	conditions	1	k8s.io.api.flowcontrol.v1.PriorityLevelConfigurationCondition	r	oO	type	merge	map	type
M	PriorityLevelConfigurationCondition
F	type	1	string	1	o
F	status	2	string	1	o
F	lastTransitionTime	3	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	o
F	reason	4	string	1	o
F	message	5	string	1	o
P	k8s.io.apimachinery.pkg.util.intstr
M	IntOrString		intOrString
F	type	1	int64	1
F	intVal	2	int32	1
F	strVal	3	string	1
P	k8s.io.apimachinery.pkg.apis.meta.v1	meta.k8s.io/v1
M	TypeMeta
F	kind	1	string	1	oO
F	apiVersion	2	string	1	oO
M	ListMeta
F	selfLink	1	string	1	oO
F	resourceVersion	2	string	1	oO
F	continue	3	string	1	o
F	remainingItemCount	4	int64	1	poO
F	shardInfo	5	k8s.io.apimachinery.pkg.apis.meta.v1.ShardInfo	1	poO
M	ShardInfo
F	selector	1	string	1
M	ObjectMeta
F	name	1	string	1	oO
F	generateName	2	string	1	oO
F	namespace	3	string	1	oO
F	selfLink	4	string	1	oO
F	uid	5	string	1	oO
F	resourceVersion	6	string	1	oO
F	generation	7	int64	1	oO
F	creationTimestamp	8	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	ozO
F	deletionTimestamp	9	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	poO
F	deletionGracePeriodSeconds	10	int64	1	poO
F	labels	11	string	m	oO
F	annotations	12	string	m	oO
F	ownerReferences	13	k8s.io.apimachinery.pkg.apis.meta.v1.OwnerReference	r	oO	uid	merge	map	uid
F	finalizers	14	string	r	oO		merge	set
F	managedFields	17	k8s.io.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry	r	oO			atomic
M	OwnerReference	a
F	apiVersion	5	string	1
F	kind	1	string	1
F	name	3	string	1
F	uid	4	string	1
F	controller	6	bool	1	poO
F	blockOwnerDeletion	7	bool	1	poO
M	ListOptions	k
F	labelSelector	1	string	1	oO
F	fieldSelector	2	string	1	oO
F	watch	3	bool	1	oO
F	allowWatchBookmarks	9	bool	1	oO
F	resourceVersion	4	string	1	oO
F	resourceVersionMatch	10	string	1	oO
F	timeoutSeconds	5	int64	1	poO
F	limit	7	int64	1	o
F	continue	8	string	1	o
F	sendInitialEvents	11	bool	1	poO
F	shardSelector	15	string	1	oO
M	GetOptions	k
F	resourceVersion	1	string	1	oO
M	DeleteOptions	k
F	gracePeriodSeconds	1	int64	1	poO
F	preconditions	2	k8s.io.apimachinery.pkg.apis.meta.v1.Preconditions	1	poO
F	orphanDependents	3	bool	1	poO
F	propagationPolicy	4	string	1	poO
F	dryRun	5	string	r	oO			atomic
F	ignoreStoreReadErrorWithClusterBreakingPotential	6	bool	1	poO
M	CreateOptions	k
F	dryRun	1	string	r	oO			atomic
F	fieldManager	3	string	1	oO
F	fieldValidation	4	string	1	oO
M	PatchOptions	k
F	dryRun	1	string	r	oO			atomic
F	force	2	bool	1	poO
F	fieldManager	3	string	1	oO
F	fieldValidation	4	string	1	oO
M	ApplyOptions	k
F	dryRun	1	string	r	oO			atomic
F	force	2	bool	1
F	fieldManager	3	string	1
M	UpdateOptions	k
F	dryRun	1	string	r	oO			atomic
F	fieldManager	2	string	1	oO
F	fieldValidation	3	string	1	oO
M	Preconditions
F	uid	1	string	1	poO
F	resourceVersion	2	string	1	poO
M	Status	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	status	2	string	1	oO
F	message	3	string	1	oO
F	reason	4	string	1	oO
F	details	5	k8s.io.apimachinery.pkg.apis.meta.v1.StatusDetails	1	poO
F	code	6	int32	1	oO
M	StatusDetails
F	name	1	string	1	oO
F	group	2	string	1	oO
F	kind	3	string	1	oO
F	uid	6	string	1	oO
F	causes	4	k8s.io.apimachinery.pkg.apis.meta.v1.StatusCause	r	oO			atomic
F	retryAfterSeconds	5	int32	1	oO
M	StatusCause
F	reason	1	string	1	oO
F	message	2	string	1	oO
F	field	3	string	1	oO
M	List	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.apimachinery.pkg.runtime.RawExtension	r
M	APIVersions	k
F	versions	1	string	r				atomic
F	serverAddressByClientCIDRs	2	k8s.io.apimachinery.pkg.apis.meta.v1.ServerAddressByClientCIDR	r				atomic
M	APIGroupList	k
F	groups	1	k8s.io.apimachinery.pkg.apis.meta.v1.APIGroup	r				atomic
M	APIGroup	k
F	name	1	string	1
F	versions	2	k8s.io.apimachinery.pkg.apis.meta.v1.GroupVersionForDiscovery	r				atomic
F	preferredVersion	3	k8s.io.apimachinery.pkg.apis.meta.v1.GroupVersionForDiscovery	1	oO
F	serverAddressByClientCIDRs	4	k8s.io.apimachinery.pkg.apis.meta.v1.ServerAddressByClientCIDR	r	oO			atomic
M	ServerAddressByClientCIDR
F	clientCIDR	1	string	1
F	serverAddress	2	string	1
M	GroupVersionForDiscovery
F	groupVersion	1	string	1
F	version	2	string	1
M	APIResource
F	name	1	string	1
F	singularName	6	string	1
F	namespaced	2	bool	1
F	group	8	string	1	o
F	version	9	string	1	o
F	kind	3	string	1
F	verbs	4	k8s.io.apimachinery.pkg.apis.meta.v1.Verbs	1
F	shortNames	5	string	r	o			atomic
F	categories	7	string	r	o			atomic
F	storageVersionHash	10	string	1	oO
M	APIResourceList	k
F	groupVersion	1	string	1
F	resources	2	k8s.io.apimachinery.pkg.apis.meta.v1.APIResource	r				atomic
M	RootPaths
F	paths	1	string	r				atomic
M	LabelSelector	a
F	matchLabels	1	string	m	oO
F	matchExpressions	2	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement	r	oO			atomic
M	LabelSelectorRequirement
F	key	1	string	1
F	operator	2	string	1
F	values	3	string	r	oO			atomic
M	FieldSelectorRequirement
F	key	1	string	1
F	operator	2	string	1
F	values	3	string	r	oO			atomic
M	ManagedFieldsEntry
F	manager	1	string	1	o
F	operation	2	string	1	o
F	apiVersion	3	string	1	o
F	time	4	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	poO
F	fieldsType	6	string	1	o
F	fieldsV1	7	k8s.io.apimachinery.pkg.apis.meta.v1.FieldsV1	1	poO
F	subresource	8	string	1	o
M	Table	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	columnDefinitions	2	k8s.io.apimachinery.pkg.apis.meta.v1.TableColumnDefinition	r				atomic
F	rows	3	k8s.io.apimachinery.pkg.apis.meta.v1.TableRow	r				atomic
M	TableColumnDefinition
F	name	1	string	1
F	type	2	string	1
F	format	3	string	1
F	description	4	string	1
F	priority	5	int32	1
M	TableRow
F	conditions	1	k8s.io.apimachinery.pkg.apis.meta.v1.TableRowCondition	r	oO			atomic
F	object	2	k8s.io.apimachinery.pkg.runtime.RawExtension	1	oO
M	TableRowCondition
F	type	1	string	1
F	status	2	string	1
F	reason	3	string	1	oO
F	message	4	string	1	oO
M	TableOptions	k
F	includeObject	1	string	1	o
M	PartialObjectMetadata	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
M	PartialObjectMetadataList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.apimachinery.pkg.apis.meta.v1.PartialObjectMetadata	r
M	Condition
F	type	1	string	1
F	status	2	string	1
F	observedGeneration	3	int64	1	oO
F	lastTransitionTime	4	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1
F	reason	5	string	1
F	message	6	string	1
M	Time		time
F	seconds	1	int64	1
F	nanos	2	int32	1
M	MicroTime		microTime
F	seconds	1	int64	1
F	nanos	2	int32	1
M	Duration		duration
F	duration	1	int64	1
M	FieldsV1		fieldsV1
F	Raw	1	bytes	1
M	Verbs		stringList
F	items	1	string	r
M	GroupVersionKind
F	group	1	string	1
F	version	2	string	1
F	kind	3	string	1
M	GroupVersionResource
F	group	1	string	1
F	version	2	string	1
F	resource	3	string	1
M	WatchEvent
F	type	1	string	1
F	object	2	k8s.io.apimachinery.pkg.runtime.RawExtension	1
P	k8s.io.metrics.pkg.apis.metrics.v1beta1	metrics.k8s.io/v1beta1
M	NodeMetrics	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	timestamp	2	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1
F	window	3	k8s.io.apimachinery.pkg.apis.meta.v1.Duration	1
F	usage	4	k8s.io.apimachinery.pkg.api.resource.Quantity	m
M	NodeMetricsList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	o
F	items	2	k8s.io.metrics.pkg.apis.metrics.v1beta1.NodeMetrics	r
M	PodMetrics	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	timestamp	2	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1
F	window	3	k8s.io.apimachinery.pkg.apis.meta.v1.Duration	1
F	containers	4	k8s.io.metrics.pkg.apis.metrics.v1beta1.ContainerMetrics	r				atomic
M	PodMetricsList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	o
F	items	2	k8s.io.metrics.pkg.apis.metrics.v1beta1.PodMetrics	r
M	ContainerMetrics
F	name	1	string	1
F	usage	2	k8s.io.apimachinery.pkg.api.resource.Quantity	m
P	k8s.io.api.networking.v1	networking.k8s.io/v1
M	NetworkPolicy	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.networking.v1.NetworkPolicySpec	1	oO
M	NetworkPolicySpec
F	podSelector	1	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	O
F	ingress	2	k8s.io.api.networking.v1.NetworkPolicyIngressRule	r	oO			atomic
F	egress	3	k8s.io.api.networking.v1.NetworkPolicyEgressRule	r	oO			atomic
F	policyTypes	4	string	r	oOe			atomic			Ingress,Egress
M	NetworkPolicyIngressRule
F	ports	1	k8s.io.api.networking.v1.NetworkPolicyPort	r	oO			atomic
F	from	2	k8s.io.api.networking.v1.NetworkPolicyPeer	r	oO			atomic
M	NetworkPolicyEgressRule
F	ports	1	k8s.io.api.networking.v1.NetworkPolicyPort	r	oO			atomic
F	to	2	k8s.io.api.networking.v1.NetworkPolicyPeer	r	oO			atomic
M	NetworkPolicyPort
F	protocol	1	string	1	poOe						TCP,UDP,SCTP
F	port	2	k8s.io.apimachinery.pkg.util.intstr.IntOrString	1	poO
F	endPort	3	int32	1	poO
M	IPBlock
F	cidr	1	string	1
F	except	2	string	r	oO			atomic
M	NetworkPolicyPeer
F	podSelector	1	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	namespaceSelector	2	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	ipBlock	3	k8s.io.api.networking.v1.IPBlock	1	poO
M	NetworkPolicyList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.networking.v1.NetworkPolicy	r
M	Ingress	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.networking.v1.IngressSpec	1	oO
F	status	3	k8s.io.api.networking.v1.IngressStatus	1	oO
M	IngressList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.networking.v1.Ingress	r
M	IngressSpec
F	ingressClassName	4	string	1	poO
F	defaultBackend	1	k8s.io.api.networking.v1.IngressBackend	1	poO
F	tls	2	k8s.io.api.networking.v1.IngressTLS	r	oO			atomic
F	rules	3	k8s.io.api.networking.v1.IngressRule	r	oO			atomic
M	IngressTLS
F	hosts	1	string	r	oO			atomic
F	secretName	2	string	1	oO
M	IngressStatus
F	loadBalancer	1	k8s.io.api.networking.v1.IngressLoadBalancerStatus	1	oO
M	IngressLoadBalancerStatus
F	ingress	1	k8s.io.api.networking.v1.IngressLoadBalancerIngress	r	oO			atomic
M	IngressLoadBalancerIngress
F	ip	1	string	1	oO
F	hostname	2	string	1	oO
F	ports	4	k8s.io.api.networking.v1.IngressPortStatus	r	oO			atomic
M	IngressPortStatus
F	port	1	int32	1
F	protocol	2	string	1	e						TCP,UDP,SCTP
F	error	3	string	1	poO
M	IngressRule
F	host	1	string	1	oO
F	ingressRuleValue	2	k8s.io.api.networking.v1.IngressRuleValue	1	iO
M	IngressRuleValue
F	http	1	k8s.io.api.networking.v1.HTTPIngressRuleValue	1	poO
M	HTTPIngressRuleValue
F	paths	1	k8s.io.api.networking.v1.HTTPIngressPath	r				atomic
M	HTTPIngressPath
F	path	1	string	1	oO
F	pathType	3	string	1	p
F	backend	2	k8s.io.api.networking.v1.IngressBackend	1
M	IngressBackend
F	service	4	k8s.io.api.networking.v1.IngressServiceBackend	1	poO
F	resource	3	k8s.io.api.core.v1.TypedLocalObjectReference	1	poO
M	IngressServiceBackend
F	name	1	string	1
F	port	2	k8s.io.api.networking.v1.ServiceBackendPort	1	o
M	ServiceBackendPort	a
F	name	1	string	1	oO
F	number	2	int32	1	oO
M	IngressClass	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.networking.v1.IngressClassSpec	1	oO
M	IngressClassSpec
F	controller	1	string	1	o
F	parameters	2	k8s.io.api.networking.v1.IngressClassParametersReference	1	poO
M	IngressClassParametersReference
F	apiGroup	1	string	1	poO
F	kind	2	string	1
F	name	3	string	1
F	scope	4	string	1	pO
F	namespace	5	string	1	poO
M	IngressClassList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.networking.v1.IngressClass	r
M	IPAddress	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.networking.v1.IPAddressSpec	1	oR
M	IPAddressSpec
F	parentRef	1	k8s.io.api.networking.v1.ParentReference	1	poR
M	ParentReference
F	group	1	string	1	oO
F	resource	2	string	1	oR
F	namespace	3	string	1	oO
F	name	4	string	1	oR
M	IPAddressList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.networking.v1.IPAddress	r
M	ServiceCIDR	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.networking.v1.ServiceCIDRSpec	1	oO
F	status	3	k8s.io.api.networking.v1.ServiceCIDRStatus	1	oO
M	ServiceCIDRSpec
F	cidrs	1	string	r	oO			atomic
M	ServiceCIDRStatus
F	conditions	1	k8s.io.apimachinery.pkg.apis.meta.v1.Condition	r	oO	type	merge	map	type
M	ServiceCIDRList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.networking.v1.ServiceCIDR	r
P	k8s.io.api.node.v1	node.k8s.io/v1
M	RuntimeClass	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	handler	2	string	1
F	overhead	3	k8s.io.api.node.v1.Overhead	1	poO
F	scheduling	4	k8s.io.api.node.v1.Scheduling	1	poO
M	Overhead
F	podFixed	1	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
M	Scheduling
F	nodeSelector	1	string	m	oOA
F	tolerations	2	k8s.io.api.core.v1.Toleration	r	oO			atomic
M	RuntimeClassList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.node.v1.RuntimeClass	r
P	k8s.io.api.policy.v1	policy/v1
M	PodDisruptionBudgetSpec
F	minAvailable	1	k8s.io.apimachinery.pkg.util.intstr.IntOrString	1	poO
F	selector	2	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO		replace
F	maxUnavailable	3	k8s.io.apimachinery.pkg.util.intstr.IntOrString	1	poO
F	unhealthyPodEvictionPolicy	4	string	1	poOe						IfHealthyBudget,AlwaysAllow
M	PodDisruptionBudgetStatus
F	observedGeneration	1	int64	1	oO
F	disruptedPods	2	k8s.io.apimachinery.pkg.apis.meta.v1.Time	m	oO
F	disruptionsAllowed	3	int32	1	O
F	currentHealthy	4	int32	1	O
F	desiredHealthy	5	int32	1	O
F	expectedPods	6	int32	1	O
F	conditions	7	k8s.io.apimachinery.pkg.apis.meta.v1.Condition	r	oO	type	merge	map	type
M	PodDisruptionBudget	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.policy.v1.PodDisruptionBudgetSpec	1	oO
F	status	3	k8s.io.api.policy.v1.PodDisruptionBudgetStatus	1	oO
M	PodDisruptionBudgetList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.policy.v1.PodDisruptionBudget	r
M	Eviction	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	deleteOptions	2	k8s.io.apimachinery.pkg.apis.meta.v1.DeleteOptions	1	poO
P	k8s.io.api.rbac.v1	rbac.authorization.k8s.io/v1
M	PolicyRule
F	verbs	1	string	r				atomic
F	apiGroups	2	string	r	oO			atomic
F	resources	3	string	r	oO			atomic
F	resourceNames	4	string	r	oO			atomic
F	nonResourceURLs	5	string	r	oO			atomic
M	Subject	a
F	kind	1	string	1
F	apiGroup	2	string	1	oO
F	name	3	string	1
F	namespace	4	string	1	oO
M	RoleRef	a
F	apiGroup	1	string	1	O
F	kind	2	string	1
F	name	3	string	1
M	Role	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	rules	2	k8s.io.api.rbac.v1.PolicyRule	r	O			atomic
M	RoleBinding	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	subjects	2	k8s.io.api.rbac.v1.Subject	r	oO			atomic
F	roleRef	3	k8s.io.api.rbac.v1.RoleRef	1
M	RoleBindingList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.rbac.v1.RoleBinding	r
M	RoleList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.rbac.v1.Role	r
M	ClusterRole	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	rules	2	k8s.io.api.rbac.v1.PolicyRule	r	O			atomic
F	aggregationRule	3	k8s.io.api.rbac.v1.AggregationRule	1	poO
M	AggregationRule
F	clusterRoleSelectors	1	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	r	oO			atomic
M	ClusterRoleBinding	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	subjects	2	k8s.io.api.rbac.v1.Subject	r	oO			atomic
F	roleRef	3	k8s.io.api.rbac.v1.RoleRef	1
M	ClusterRoleBindingList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.rbac.v1.ClusterRoleBinding	r
M	ClusterRoleList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.rbac.v1.ClusterRole	r
P	k8s.io.apimachinery.pkg.api.resource
M	Quantity		quantity
F	string	1	string	1
P	k8s.io.api.resource.v1	resource.k8s.io/v1
M	ResourceSlice	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.resource.v1.ResourceSliceSpec	1
M	ResourceSliceSpec
F	driver	1	string	1
F	pool	2	k8s.io.api.resource.v1.ResourcePool	1
F	nodeName	3	string	1	poO
F	nodeSelector	4	k8s.io.api.core.v1.NodeSelector	1	poO
F	allNodes	5	bool	1	poO
F	devices	6	k8s.io.api.resource.v1.Device	r	oO			atomic
F	perDeviceNodeSelection	7	bool	1	poO
F	sharedCounters	8	k8s.io.api.resource.v1.CounterSet	r	oO			atomic
M	CounterSet
F	name	1	string	1
F	counters	2	k8s.io.api.resource.v1.Counter	m	oR
M	ResourcePool
F	name	1	string	1
F	generation	2	int64	1
F	resourceSliceCount	3	int64	1
M	Device
F	name	1	string	1
F	attributes	2	k8s.io.api.resource.v1.DeviceAttribute	m	oO
F	capacity	3	k8s.io.api.resource.v1.DeviceCapacity	m	oO
F	consumesCounters	4	k8s.io.api.resource.v1.DeviceCounterConsumption	r	oO			atomic
F	nodeName	5	string	1	poO
F	nodeSelector	6	k8s.io.api.core.v1.NodeSelector	1	poO
F	allNodes	7	bool	1	poO
F	taints	8	k8s.io.api.resource.v1.DeviceTaint	r	oO			atomic
F	bindsToNode	9	bool	1	poO
F	bindingConditions	10	string	r	oO			atomic
F	bindingFailureConditions	11	string	r	oO			atomic
F	allowMultipleAllocations	12	bool	1	poO
F	nodeAllocatableResourceMappings	13	k8s.io.api.resource.v1.NodeAllocatableResourceMapping	m	oO
M	NodeAllocatableResourceMapping
F	capacityKey	1	string	1	poO
F	allocationMultiplier	2	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
M	DeviceCounterConsumption
F	counterSet	1	string	1
F	counters	2	k8s.io.api.resource.v1.Counter	m	oR
M	DeviceCapacity
F	value	1	k8s.io.apimachinery.pkg.api.resource.Quantity	1
F	requestPolicy	2	k8s.io.api.resource.v1.CapacityRequestPolicy	1	poO
M	Counter
F	value	1	k8s.io.apimachinery.pkg.api.resource.Quantity	1
M	CapacityRequestPolicy
F	default	1	k8s.io.apimachinery.pkg.api.resource.Quantity	1	pO
F	validValues	3	k8s.io.apimachinery.pkg.api.resource.Quantity	r	oO			atomic
F	validRange	4	k8s.io.api.resource.v1.CapacityRequestPolicyRange	1	poO
M	CapacityRequestPolicyRange
F	min	1	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poR
F	max	2	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
F	step	3	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
M	DeviceAttribute
F	int	2	int64	1	poO
F	bool	3	bool	1	poO
F	string	4	string	1	poO
F	version	5	string	1	poO
F	ints	6	int64	r	oO			atomic
F	bools	7	bool	r	oO			atomic
F	strings	8	string	r	oO			atomic
F	versions	9	string	r	oO			atomic
M	DeviceTaint
F	key	1	string	1
F	value	2	string	1	oO
F	effect	3	string	1	e						None,NoSchedule,NoExecute
F	timeAdded	4	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	poO
M	ResourceSliceList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.resource.v1.ResourceSlice	r
M	ResourceClaim	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.resource.v1.ResourceClaimSpec	1
F	status	3	k8s.io.api.resource.v1.ResourceClaimStatus	1	oO
M	ResourceClaimSpec
F	devices	1	k8s.io.api.resource.v1.DeviceClaim	1	O
M	DeviceClaim
F	requests	1	k8s.io.api.resource.v1.DeviceRequest	r	O			atomic
F	constraints	2	k8s.io.api.resource.v1.DeviceConstraint	r	oO			atomic
F	config	3	k8s.io.api.resource.v1.DeviceClaimConfiguration	r	oO			atomic
M	DeviceRequest
F	name	1	string	1
F	exactly	2	k8s.io.api.resource.v1.ExactDeviceRequest	1	poO
F	firstAvailable	3	k8s.io.api.resource.v1.DeviceSubRequest	r	oO			atomic
M	ExactDeviceRequest
F	deviceClassName	1	string	1
F	selectors	2	k8s.io.api.resource.v1.DeviceSelector	r	oO			atomic
F	allocationMode	3	string	1	oO
F	count	4	int64	1	oO
F	adminAccess	5	bool	1	poO
F	tolerations	6	k8s.io.api.resource.v1.DeviceToleration	r	oO			atomic
F	capacity	7	k8s.io.api.resource.v1.CapacityRequirements	1	poO
M	DeviceSubRequest
F	name	1	string	1
F	deviceClassName	2	string	1
F	selectors	3	k8s.io.api.resource.v1.DeviceSelector	r	oO			atomic
F	allocationMode	4	string	1	oO
F	count	5	int64	1	oO
F	tolerations	6	k8s.io.api.resource.v1.DeviceToleration	r	oO			atomic
F	capacity	7	k8s.io.api.resource.v1.CapacityRequirements	1	poO
M	CapacityRequirements
F	requests	1	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
M	DeviceSelector
F	cel	1	k8s.io.api.resource.v1.CELDeviceSelector	1	poO
M	CELDeviceSelector
F	expression	1	string	1
M	DeviceConstraint
F	requests	1	string	r	oO			atomic
F	matchAttribute	2	string	1	poO
F	distinctAttribute	3	string	1	poO
M	DeviceClaimConfiguration
F	requests	1	string	r	oO			atomic
F	deviceConfiguration	2	k8s.io.api.resource.v1.DeviceConfiguration	1	i
M	DeviceConfiguration
F	opaque	1	k8s.io.api.resource.v1.OpaqueDeviceConfiguration	1	poO
M	OpaqueDeviceConfiguration
F	driver	1	string	1
F	parameters	2	k8s.io.apimachinery.pkg.runtime.RawExtension	1
M	DeviceToleration
F	key	1	string	1	oO
F	operator	2	string	1	oOe					Equal	Exists,Equal
F	value	3	string	1	oO
F	effect	4	string	1	oOe						None,NoSchedule,NoExecute
F	tolerationSeconds	5	int64	1	poO
M	ResourceClaimStatus
F	allocation	1	k8s.io.api.resource.v1.AllocationResult	1	poO
F	reservedFor	2	k8s.io.api.resource.v1.ResourceClaimConsumerReference	r	oO	uid	merge	map	uid
F	devices	4	k8s.io.api.resource.v1.AllocatedDeviceStatus	r	oO			map	driver,device,pool,shareID
M	ResourceClaimConsumerReference
F	apiGroup	1	string	1	oO
F	resource	3	string	1
F	name	4	string	1
F	uid	5	string	1
M	AllocationResult
F	devices	1	k8s.io.api.resource.v1.DeviceAllocationResult	1	oO
F	nodeSelector	3	k8s.io.api.core.v1.NodeSelector	1	poO
F	allocationTimestamp	5	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	poO
M	DeviceAllocationResult
F	results	1	k8s.io.api.resource.v1.DeviceRequestAllocationResult	r	oO			atomic
F	config	2	k8s.io.api.resource.v1.DeviceAllocationConfiguration	r	oO			atomic
M	DeviceRequestAllocationResult
F	request	1	string	1
F	driver	2	string	1
F	pool	3	string	1
F	device	4	string	1
F	adminAccess	5	bool	1	poO
F	tolerations	6	k8s.io.api.resource.v1.DeviceToleration	r	oO			atomic
F	bindingConditions	7	string	r	oO			atomic
F	bindingFailureConditions	8	string	r	oO			atomic
F	shareID	9	string	1	poO
F	consumedCapacity	10	k8s.io.apimachinery.pkg.api.resource.Quantity	m	oO
M	DeviceAllocationConfiguration
F	source	1	string	1	e						FromClass,FromClaim
F	requests	2	string	r	oO			atomic
F	deviceConfiguration	3	k8s.io.api.resource.v1.DeviceConfiguration	1	i
M	ResourceClaimList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.resource.v1.ResourceClaim	r
M	DeviceClass	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.resource.v1.DeviceClassSpec	1
M	DeviceClassSpec
F	selectors	1	k8s.io.api.resource.v1.DeviceSelector	r	oO			atomic
F	config	2	k8s.io.api.resource.v1.DeviceClassConfiguration	r	oO			atomic
F	extendedResourceName	4	string	1	poO
M	DeviceClassConfiguration
F	deviceConfiguration	1	k8s.io.api.resource.v1.DeviceConfiguration	1	i
M	DeviceClassList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.resource.v1.DeviceClass	r
M	ResourceClaimTemplate	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.resource.v1.ResourceClaimTemplateSpec	1
M	ResourceClaimTemplateSpec
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.resource.v1.ResourceClaimSpec	1
M	ResourceClaimTemplateList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.resource.v1.ResourceClaimTemplate	r
M	AllocatedDeviceStatus
F	driver	1	string	1
F	pool	2	string	1
F	device	3	string	1
F	shareID	7	string	1	poO
F	conditions	4	k8s.io.apimachinery.pkg.apis.meta.v1.Condition	r	O			map	type
F	data	5	k8s.io.apimachinery.pkg.runtime.RawExtension	1	poO
F	networkData	6	k8s.io.api.resource.v1.NetworkDeviceData	1	poO
M	NetworkDeviceData
F	interfaceName	1	string	1	oO
F	ips	2	string	r	oO			atomic
F	hardwareAddress	3	string	1	oO
P	k8s.io.apimachinery.pkg.runtime
M	RawExtension		raw
F	raw	1	bytes	1
M	TypeMeta
F	apiVersion	1	string	1
F	kind	2	string	1
M	Unknown
F	typeMeta	1	k8s.io.apimachinery.pkg.runtime.TypeMeta	1
F	raw	2	bytes	1
F	contentEncoding	3	string	1
F	contentType	4	string	1
P	k8s.io.api.scheduling.v1	scheduling.k8s.io/v1
M	PriorityClass	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	value	2	int32	1	O
F	globalDefault	3	bool	1	oO
F	description	4	string	1	oO
F	preemptionPolicy	5	string	1	poO
M	PriorityClassList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.scheduling.v1.PriorityClass	r
P	k8s.io.api.storage.v1	storage.k8s.io/v1
M	StorageClass	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	provisioner	2	string	1
F	parameters	3	string	m	oO
F	reclaimPolicy	4	string	1	poOe						Recycle,Delete,Retain
F	mountOptions	5	string	r	oO			atomic
F	allowVolumeExpansion	6	bool	1	poO
F	volumeBindingMode	7	string	1	poOe						Immediate,WaitForFirstConsumer
F	allowedTopologies	8	k8s.io.api.core.v1.TopologySelectorTerm	r	oO			atomic
M	StorageClassList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.storage.v1.StorageClass	r
M	VolumeAttachment	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	spec	2	k8s.io.api.storage.v1.VolumeAttachmentSpec	1
F	status	3	k8s.io.api.storage.v1.VolumeAttachmentStatus	1	oO
M	VolumeAttachmentList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.storage.v1.VolumeAttachment	r
M	VolumeAttachmentSpec
F	attacher	1	string	1
F	source	2	k8s.io.api.storage.v1.VolumeAttachmentSource	1
F	nodeName	3	string	1
M	VolumeAttachmentSource
F	persistentVolumeName	1	string	1	poO
F	inlineVolumeSpec	2	k8s.io.api.core.v1.PersistentVolumeSpec	1	poO
M	VolumeAttachmentStatus
F	attached	1	bool	1
F	attachmentMetadata	2	string	m	oO
F	attachError	3	k8s.io.api.storage.v1.VolumeError	1	poO
F	detachError	4	k8s.io.api.storage.v1.VolumeError	1	poO
M	VolumeError
F	time	1	k8s.io.apimachinery.pkg.apis.meta.v1.Time	1	oO
F	message	2	string	1	oO
F	errorCode	3	int32	1	poO
M	CSIDriver	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	o
F	spec	2	k8s.io.api.storage.v1.CSIDriverSpec	1
M	CSIDriverList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.storage.v1.CSIDriver	r
M	CSIDriverSpec
F	attachRequired	1	bool	1	poO
F	podInfoOnMount	2	bool	1	poO
F	volumeLifecycleModes	3	string	r	oO			set
F	storageCapacity	4	bool	1	poO
F	fsGroupPolicy	5	string	1	poO
F	tokenRequests	6	k8s.io.api.storage.v1.TokenRequest	r	oO			atomic
F	requiresRepublish	7	bool	1	poO
F	seLinuxMount	8	bool	1	poO
F	nodeAllocatableUpdatePeriodSeconds	9	int64	1	poO
F	serviceAccountTokenInSecrets	10	bool	1	poO
F	preventPodSchedulingIfMissing	11	bool	1	poO
M	TokenRequest
F	audience	1	string	1
F	expirationSeconds	2	int64	1	poO
M	CSINode	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	o
F	spec	2	k8s.io.api.storage.v1.CSINodeSpec	1
M	CSINodeSpec
F	drivers	1	k8s.io.api.storage.v1.CSINodeDriver	r		name	merge	map	name
M	CSINodeDriver
F	name	1	string	1
F	nodeID	2	string	1
F	topologyKeys	3	string	r	O			atomic
F	allocatable	4	k8s.io.api.storage.v1.VolumeNodeResources	1	poO
M	VolumeNodeResources
F	count	1	int32	1	poO
M	CSINodeList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.storage.v1.CSINode	r
M	CSIStorageCapacity	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	nodeTopology	2	k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector	1	poO
F	storageClassName	3	string	1
F	capacity	4	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
F	maximumVolumeSize	5	k8s.io.apimachinery.pkg.api.resource.Quantity	1	poO
M	CSIStorageCapacityList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.storage.v1.CSIStorageCapacity	r
M	VolumeAttributesClass	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	oO
F	driverName	2	string	1
F	parameters	3	string	m	o
M	VolumeAttributesClassList	k
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	oO
F	items	2	k8s.io.api.storage.v1.VolumeAttributesClass	r
P	apus.v1
M	Resource	3
F	group	1	string	1	o
F	version	2	string	1	o
F	resource	3	string	1	o
M	ObjectKey	3
F	namespace	1	string	1	o
F	name	2	string	1	o
M	Object	3
F	value	1	bytes	1	o
F	revision	2	int64	1	o
M	WriteOptions	3
F	dryRun	1	bool	1	o
F	fieldManager	2	string	1	o
F	fieldValidation	3	string	1	o
M	GetRequest	3
F	resource	1	apus.v1.Resource	1	po
F	key	2	apus.v1.ObjectKey	1	po
F	notOlderThan	3	int64	1	o
F	subresource	4	string	1	o
M	GetResponse	3
F	object	1	apus.v1.Object	1	po
M	ListRequest	3
F	resource	1	apus.v1.Resource	1	po
F	namespace	2	string	1	o
F	labelSelector	3	string	1	o
F	fieldSelector	4	string	1	o
F	limit	5	int64	1	o
F	continueToken	6	string	1	o
F	revision	7	int64	1	o
F	match	8	int32	1	o
M	ListResponse	3
F	objects	1	apus.v1.Object	r	o
F	revision	2	int64	1	o
F	continueToken	3	string	1	o
F	remaining	4	int64	1	o
M	CreateRequest	3
F	resource	1	apus.v1.Resource	1	po
F	namespace	2	string	1	o
F	value	3	bytes	1	o
F	options	4	apus.v1.WriteOptions	1	po
F	name	5	string	1	o
F	subresource	6	string	1	o
M	UpdateRequest	3
F	resource	1	apus.v1.Resource	1	po
F	key	2	apus.v1.ObjectKey	1	po
F	value	3	bytes	1	o
F	subresource	4	string	1	o
F	options	5	apus.v1.WriteOptions	1	po
M	PatchRequest	3
F	resource	1	apus.v1.Resource	1	po
F	key	2	apus.v1.ObjectKey	1	po
F	type	3	int32	1	o
F	patch	4	bytes	1	o
F	subresource	5	string	1	o
F	options	6	apus.v1.WriteOptions	1	po
F	force	7	bool	1	o
M	WriteResponse	3
F	object	1	apus.v1.Object	1	po
M	DeleteRequest	3
F	resource	1	apus.v1.Resource	1	po
F	key	2	apus.v1.ObjectKey	1	po
F	gracePeriodSeconds	3	int64	1	po
F	propagationPolicy	4	string	1	o
F	preconditionUid	5	string	1	o
F	preconditionResourceVersion	6	string	1	o
F	dryRun	7	bool	1	o
M	DeleteResponse	3
F	object	1	apus.v1.Object	1	po
F	removed	2	bool	1	o
M	WatchRequest	3
F	resource	1	apus.v1.Resource	1	po
F	namespace	2	string	1	o
F	labelSelector	3	string	1	o
F	fieldSelector	4	string	1	o
F	revision	5	int64	1	o
F	fromNow	6	bool	1	o
F	initialEvents	7	bool	1	o
F	bookmarks	8	bool	1	o
F	timeoutSeconds	9	int64	1	o
M	WatchEvent	3
F	type	1	int32	1	o
F	revision	2	int64	1	o
F	object	3	bytes	1	o
F	initialEnd	4	bool	1	o
M	WatchResponse	3
F	events	1	apus.v1.WatchEvent	r	o
P	apus.v1
M	CustomObject	3
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta	1	po
F	members	2	apus.v1.CustomMembers	1	poi
M	CustomMembers	3	members
F	json	1	bytes	1	o
F	schema	2	uint64	1	o
M	CustomObjectList	3
F	metadata	1	k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta	1	po
F	items	2	apus.v1.CustomObject	r	o
"""#
}
