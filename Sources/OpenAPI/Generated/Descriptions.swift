// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// What the kinds and fields of the Kubernetes API mean.
enum Descriptions {
    static let table: StaticString = #"""
P	k8s.io.api.admission.v1
M	AdmissionReview	Question to an admission webhook, and its answer.
F	request	The question.
F	response	The answer.
M	AdmissionRequest	A request that is to be admitted.
F	uid	Id of this call; the answer repeats it.
F	kind	Kind and version of object and oldObject.
F	resource	Resource and version of the request, as the webhook's rules name it.
F	subResource	Subresource of the request. Empty means the object itself.
F	requestKind	Kind and version of the original request; differs from kind when matchPolicy Equivalent has converted it.
F	requestResource	Resource and version of the original request.
F	requestSubResource	Subresource of the original request.
F	name	Name of the object. May be empty on creation, when the server makes it.
F	namespace	Namespace of the object. Empty for cluster-scoped ones.
F	operation	CREATE, UPDATE, DELETE or CONNECT. It can differ from the client's verb: a patch may create.
F	userInfo	User who sent the request.
F	object	The object after the request; for CONNECT its options. Null for DELETE.
F	oldObject	The object before the request. Null for CREATE and CONNECT.
F	dryRun	True means that nothing will be stored; the webhook must then have no side effects. False by default.
F	options	Options of the request, as CreateOptions or DeleteOptions.
M	AdmissionResponse	Whether a request is admitted.
F	uid	Id of the call, as the question had it.
F	allowed	True admits the request, false refuses it.
F	status	Why it is refused: what the client is told. Without effect when it is allowed.
F	patch	Changes to object; only from mutating webhooks. In JSON in base64.
F	patchType	Form of the patch: JSONPatch. Required with patch.
F	auditAnnotations	Further data for the audit log; the webhook's name is put before each key.
F	warnings	Warnings for the client, without "Warning:" before them; up to 120 characters each, or they may be cut off.
P	k8s.io.api.admissionregistration.v1
M	Rule	Requests on certain resources: those that match each of its members.
F	apiGroups	API groups of the resources; * means all, and then stands alone.
F	apiVersions	Versions of the resources; * means all, and then stands alone.
F	resources	Resources by their plural names: pods for the objects, pods/log for a subresource, pods/* for all subresources, * for all resources without and */* with subresources, */scale for that subresource of all.
F	scope	Cluster: only cluster-scoped resources. Namespaced: only those in namespaces. * (default): both. Subresources have the scope of their parent.
M	ValidatingAdmissionPolicy	Rules in CEL that requests must fulfil. It has an effect where a ValidatingAdmissionPolicyBinding names it.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	Which requests, and which rules.
F	status	Whether the rules make sense.
M	ValidatingAdmissionPolicyStatus	Whether the rules of a policy make sense.
F	observedGeneration	metadata.generation that the controller has acted upon last.
F	typeChecking	What checking the rules' types has found. Absent means that it has not been done.
F	conditions	Aspects of the state.
M	TypeChecking	What checking types has found.
F	expressionWarnings	Expressions whose types do not fit, one entry for each.
M	ExpressionWarning	An expression whose types do not fit.
F	fieldRef	Path of the expression, as in spec.validations[0].expression.
F	warning	What is wrong, for people.
M	ValidatingAdmissionPolicyList	A list of ValidatingAdmissionPolicy objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ValidatingAdmissionPolicySpec	Which requests a ValidatingAdmissionPolicy checks, and how.
F	paramKind	Kind of the objects that parameters are taken from. Absent means that there are none, and params is null.
F	matchConstraints	Requests that are checked: those that match all of it. Required.
F	validations	Rules. There must be some, or auditAnnotations.
F	failurePolicy	What happens when the policy cannot be evaluated. Fail (default): the request is refused. Ignore: it goes on. What a rule that is not fulfilled does, the binding says.
F	auditAnnotations	Annotations for the audit log.
F	matchConditions	Expressions, at most 64, that must all be true for the policy to be evaluated.
F	variables	Expressions that others can use as variables.NAME. Each can use those before it.
M	ParamKind	A kind with its version.
F	apiVersion	Group and version of the kind. Required.
F	kind	Name of the kind. Required.
M	Validation	One rule that requests must fulfil.
F	expression	Expression in CEL that is true when the rule is fulfilled. It knows object, oldObject, request, params, namespaceObject, variables, authorizer and authorizer.requestResource.
F	message	What is wrong, when it is not fulfilled. Required when expression has several lines. Default is made from the expression.
F	reason	Reason in the answer when this rule is the first that is not fulfilled: Unauthorized, Forbidden, Invalid (default) or RequestEntityTooLarge.
F	messageExpression	Expression in CEL that gives the message, as a string. It wins over message; when it fails, message is taken.
M	Variable	An expression with a name.
F	name	Name of the variable, unique in the policy.
F	expression	The expression; it knows what the policy's other expressions know.
M	AuditAnnotation	An annotation for the audit log.
F	key	Name of the annotation; the policy's name and a slash are put before it. At most 20 in a policy.
F	valueExpression	Expression in CEL that gives the value as a string, or null for no annotation. At most 5 KiB; a longer value is cut to 10 KiB.
M	ValidatingAdmissionPolicyBinding	Puts a ValidatingAdmissionPolicy into effect, with parameters and for certain requests. One policy can have several bindings.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The policy, its parameters, and what happens when it is not fulfilled.
M	ValidatingAdmissionPolicyBindingList	A list of ValidatingAdmissionPolicyBinding objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ValidatingAdmissionPolicyBindingSpec	How a ValidatingAdmissionPolicy is put into effect.
F	policyName	Name of the policy. Without it there is no effect. Required.
F	paramRef	Objects that parameters are taken from. Absent means that there are none.
F	matchResources	Restricts the policy's requests further. Absent means all of them.
F	validationActions	What a rule that is not fulfilled does. Deny: the request is refused. Warn: the client is warned. Audit: it is noted in the audit log. At least one; Deny and Warn exclude each other.
M	ParamRef	Objects that parameters are taken from. Exactly one of name and selector is set.
F	name	Name of the one object.
F	namespace	Namespace of the objects. Absent, for a kind in namespaces, means that of the request. Forbidden for cluster-scoped kinds.
F	selector	Labels of the objects; the policy is evaluated with each of them. An empty selector means all.
F	parameterNotFoundAction	What happens when there is no such object. Allow: the binding has no effect. Deny: failurePolicy applies. Required.
M	MatchResources	Requests that match: those in resourceRules that the selectors admit and excludeResourceRules does not have.
F	namespaceSelector	Labels of the object's namespace, or of the object for a Namespace. Cluster-scoped objects always match. Default is all.
F	objectSelector	Labels of the object or the old object: one of them must match. Default is all. Users can set labels, so it is no protection.
F	resourceRules	Requests by operation and resource, of which one must match.
F	excludeResourceRules	Requests by operation and resource that do not match, whatever resourceRules says.
F	matchPolicy	Exact: only requests in the very version of the rules. Equivalent (default): also those on the same resource in another version, which are converted.
M	NamedRuleWithOperations	Requests by operation, resource and name.
F	resourceNames	Names of the only objects that are meant. Empty means all.
M	ValidatingWebhookConfiguration	Web services that are asked about requests, and can refuse them.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	webhooks	The web services. They are asked at the same time.
M	ValidatingWebhookConfigurationList	A list of ValidatingWebhookConfiguration objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	MutatingWebhookConfiguration	Web services that are asked about requests, and can change or refuse them.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	webhooks	The web services. They are asked one after the other.
M	MutatingWebhookConfigurationList	A list of MutatingWebhookConfiguration objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ValidatingWebhook	A web service that can refuse requests.
F	name	Name of the webhook with a domain, as in images.example.com, unique in the configuration.
F	clientConfig	How the service is reached.
F	rules	Requests that it is asked about: those that match any of them.
F	failurePolicy	What happens when it cannot be asked. Fail (default): the request is refused. Ignore: it goes on.
F	matchPolicy	Exact: only requests in the very version of the rules. Equivalent (default): also those on the same resource in another version, which are converted.
F	namespaceSelector	Labels of the object's namespace, or of the object for a Namespace. Other cluster-scoped objects always match. Default is all.
F	objectSelector	Labels of the object or the old object: one of them must match. Default is all. Users can set labels, so it is no protection.
F	sideEffects	Whether the call has effects beyond its answer. None, or NoneOnDryRun: none when the request is a dry run. Required; no other value is allowed in v1.
F	timeoutSeconds	Seconds after which it counts as not answering. From 1 to 30; default 10.
F	admissionReviewVersions	Versions of AdmissionReview that it understands, the preferred one first; the server uses the first that it knows too. Required.
F	matchConditions	Expressions in CEL, at most 64, that must all be true for the service to be asked.
M	MutatingWebhook	A web service that can change or refuse requests.
F	name	Name of the webhook with a domain, as in images.example.com, unique in the configuration.
F	clientConfig	How the service is reached.
F	rules	Requests that it is asked about: those that match any of them.
F	failurePolicy	What happens when it cannot be asked. Fail (default): the request is refused. Ignore: it goes on.
F	matchPolicy	Exact: only requests in the very version of the rules. Equivalent (default): also those on the same resource in another version, which are converted.
F	namespaceSelector	Labels of the object's namespace, or of the object for a Namespace. Other cluster-scoped objects always match. Default is all.
F	objectSelector	Labels of the object or the old object: one of them must match. Default is all. Users can set labels, so it is no protection.
F	sideEffects	Whether the call has effects beyond its answer. None, or NoneOnDryRun: none when the request is a dry run. Required; no other value is allowed in v1.
F	timeoutSeconds	Seconds after which it counts as not answering. From 1 to 30; default 10.
F	admissionReviewVersions	Versions of AdmissionReview that it understands, the preferred one first; the server uses the first that it knows too. Required.
F	reinvocationPolicy	Never (default): asked once for a request. IfNeeded: asked again when others have changed the object since.
F	matchConditions	Expressions in CEL, at most 64, that must all be true for the service to be asked.
M	MutatingAdmissionPolicy	Changes to requests, written in CEL. It has an effect where a MutatingAdmissionPolicyBinding names it.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	Which requests, and which changes.
M	MutatingAdmissionPolicyList	A list of MutatingAdmissionPolicy objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	MutatingAdmissionPolicySpec	Which requests a MutatingAdmissionPolicy changes, and how.
F	paramKind	Kind of the objects that parameters are taken from. Absent means that there are none, and params is null.
F	matchConstraints	Requests that are changed: those that match all of it. CONNECT is not allowed. Required.
F	variables	Expressions that others can use as variables.NAME. Each can use those before it.
F	mutations	The changes, made one after the other. Required.
F	failurePolicy	What happens when the policy cannot be evaluated. Fail (default): the request is refused. Ignore: it goes on.
F	matchConditions	Expressions, at most 64, that must all be true for the policy to be evaluated.
F	reinvocationPolicy	Never: evaluated once for a request. IfNeeded: evaluated again when others have changed the object since. Required.
M	Mutation	One change. The member that patchType names is set.
F	patchType	ApplyConfiguration: a partial object that is merged in as by server-side apply. JSONPatch: a list of operations. Required.
F	applyConfiguration	The partial object, for the type ApplyConfiguration.
F	jsonPatch	The operations, for the type JSONPatch.
M	ApplyConfiguration	A change as a partial object.
F	expression	Expression in CEL that gives the partial object, as in Object{spec: Object.spec{replicas: 1}}. It cannot change lists that are atomic.
M	JSONPatch	A change as a list of operations.
F	expression	Expression in CEL that gives the operations, as in [JSONPatch{op: "add", path: "/metadata/labels/a", value: "b"}].
M	MutatingAdmissionPolicyBinding	Puts a MutatingAdmissionPolicy into effect, with parameters and for certain requests. One policy can have several bindings.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The policy, its parameters, and the requests.
M	MutatingAdmissionPolicyBindingList	A list of MutatingAdmissionPolicyBinding objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	MutatingAdmissionPolicyBindingSpec	How a MutatingAdmissionPolicy is put into effect.
F	policyName	Name of the policy. Without it there is no effect. Required.
F	paramRef	Objects that parameters are taken from. Absent means that there are none.
F	matchResources	Restricts the policy's requests further. Absent means all of them.
M	RuleWithOperations	Requests by operation and resource.
F	operations	CREATE, UPDATE, DELETE and CONNECT; * means all, and then stands alone.
M	WebhookClientConfig	How a web service is reached: by exactly one of url and service.
F	url	URL of the service, with https, without user, query and fragment.
F	service	Service in the cluster. It is called with https.
F	caBundle	Certificates to verify the service's with, as PEM. Absent means those of the API server's system.
M	ServiceReference	A Service in the cluster, and a path at it.
F	namespace	Namespace of the Service. Required.
F	name	Name of the Service. Required.
F	path	Path of the requests. Absent means /.
F	port	Port of the Service. Default 443.
M	MatchCondition	A condition in CEL on the requests that are looked at.
F	name	Name of the condition, in the form of a label key, unique in its list.
F	expression	Expression in CEL that gives true or false. It knows object, oldObject, request and authorizer, and in policies params.
P	k8s.io.api.apidiscovery.v2
M	APIGroupDiscoveryList	All that the server serves, in one document: /api and /apis answer with it when the Accept header asks for it.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The groups, in the order of preference.
M	APIGroupDiscovery	One API group, with all of its versions and resources.
F	metadata	Name of the group; empty for the core group.
F	versions	The versions, in the order of preference.
M	APIVersionDiscovery	One version of an API group, and its resources.
F	version	Name of the version, as in v1.
F	resources	The resources.
F	freshness	Current: it was read just now. Stale: its server could not be reached, and this is what it last said.
M	APIResourceDiscovery	One resource, with all of its subresources.
F	resource	Plural name, as in its path.
F	responseKind	Kind of its objects. A group or version that is empty is that of the document.
F	scope	Namespaced or Cluster: whether objects are in namespaces.
F	singularResource	Singular name, which kubectl takes and shows too.
F	verbs	What can be done with it.
F	shortNames	Short names that people may type.
F	categories	Groups of resources to which it belongs, such as all.
F	subresources	Its subresources.
M	APISubresourceDiscovery	One subresource.
F	subresource	Name of the subresource, such as status.
F	responseKind	Kind of its answers. Absent when it answers with no object.
F	acceptedTypes	Kinds of objects that it takes.
F	verbs	What can be done with it.
P	k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1
M	CustomResourceDefinitionSpec	What a custom kind is called, and what its objects look like.
F	group	API group of the kind: a DNS name. Objects are served under /apis/GROUP. Immutable.
F	names	Names of the kind and its resource.
F	scope	Namespaced or Cluster: whether objects are in namespaces. Immutable.
F	versions	Versions of the kind. Discovery orders them: stable ones before beta and alpha, newer ones before older, other names last.
F	conversion	How objects are turned from one version into another. Default is the strategy None.
F	preserveUnknownFields	Deprecated: must be false. Use x-kubernetes-preserve-unknown-fields in the schema.
M	CustomResourceConversion	How objects are turned from one version into another.
F	strategy	None: only apiVersion is changed. Webhook: a web service does it.
F	webhook	The web service. Required for Webhook, forbidden otherwise.
M	WebhookConversion	A web service that converts objects.
F	clientConfig	How the web service is reached. Required.
F	conversionReviewVersions	Versions of ConversionReview that it understands, the preferred one first; the server uses the first that it knows too.
M	WebhookClientConfig	How a web service is reached: by exactly one of url and service.
F	url	URL of the service, with https, without user, query and fragment.
F	service	Service in the cluster. It is called with https.
F	caBundle	Certificates to verify the service's with, as PEM. Absent means those of the API server's system.
M	ServiceReference	A Service in the cluster, and a path at it.
F	namespace	Namespace of the Service. Required.
F	name	Name of the Service. Required.
F	path	Path of the requests. Absent means /.
F	port	Port of the Service. Default 443.
M	CustomResourceDefinitionVersion	One version of a custom kind.
F	name	Name of the version, as in v1 or v1beta1. It is part of the path.
F	served	True serves the version, false hides it from clients.
F	storage	True stores objects in this version. Exactly one version has it.
F	deprecated	True answers each request with a warning. False by default.
F	deprecationWarning	Text of that warning, at most 256 characters. Absent means one made from the versions' names. Only with deprecated.
F	schema	What objects of this version look like: it validates them, fills in defaults and drops unknown fields.
F	subresources	Subresources of objects of this version.
F	additionalPrinterColumns	Columns that kubectl get shows, besides the name. Default is one with the age.
F	selectableFields	Fields that field selectors of this version can use, at most 8, besides metadata.name and metadata.namespace.
M	SelectableField	A field that field selectors can use.
F	jsonPath	Path of the field, as in .spec.color. It is a string, boolean or integer, not in a list and not in metadata. Required.
M	CustomResourceColumnDefinition	One column that kubectl get shows.
F	name	Heading of the column.
F	type	Type of the values, in the words of OpenAPI: string, integer, number, boolean or date.
F	format	Closer meaning of the type, in the words of OpenAPI: int32, int64, float, double, byte, date, date-time or password.
F	description	What the column says, for people.
F	priority	How much the column matters: 0 always shows, higher ones only in wide output. Default 0.
F	jsonPath	Path of the value in the object, as in .spec.replicas. A path that is not there gives an empty cell.
M	CustomResourceDefinitionNames	Names of a custom kind.
F	plural	Plural name of the resource, in lower case; it is part of the path. Immutable.
F	singular	Singular name in lower case. Default is the kind in lower case.
F	shortNames	Short names that people may type, in lower case.
F	kind	Name of the kind in CamelCase, usually singular.
F	listKind	Name of the kind of its lists. Default is the kind with List appended.
F	categories	Groups of resources to which it belongs, such as all.
M	CustomResourceDefinitionCondition	One aspect of a CustomResourceDefinition's state.
F	type	What the condition is about: Established (it is served), NamesAccepted (no other kind has these names), NonStructuralSchema, Terminating or KubernetesAPIApprovalPolicyConformant.
F	status	Whether the condition holds: True, False or Unknown.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
F	observedGeneration	metadata.generation of the object on which the condition is based.
M	CustomResourceDefinitionStatus	Whether a custom kind is served.
F	conditions	Aspects of the state, above all NamesAccepted and Established.
F	acceptedNames	Names that are in use now. They can differ from the spec's while others have those.
F	storedVersions	Versions in which objects have ever been stored. A version can leave spec.versions only when it is not in here; take it out when all objects have been rewritten.
F	observedGeneration	metadata.generation that the controller has acted upon last.
M	CustomResourceDefinition	Adds a kind to the API, with paths, validation and discovery like the built-in ones. Its name is PLURAL.GROUP. Deleting it deletes all objects of the kind.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	What the kind is called, and what its objects look like.
F	status	Whether the kind is served, and under which names.
M	CustomResourceDefinitionList	A list of CustomResourceDefinition objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	CustomResourceValidation	What objects of a version look like.
F	openAPIV3Schema	The schema. It must be structural: type is given at each level, outside of allOf, anyOf, oneOf and not.
M	CustomResourceSubresources	Subresources of a custom kind.
F	status	Separates status: writes to the object leave it alone, writes to /status change nothing else. metadata.generation then counts changes of all but metadata and status.
F	scale	Serves the number of replicas at /scale, for kubectl scale and autoscalers.
M	CustomResourceSubresourceScale	Where the numbers of the scale subresource are in an object.
F	specReplicasPath	Path of the wanted number, under .spec, as in .spec.replicas. An object that has none cannot be scaled.
F	statusReplicasPath	Path of the present number, under .status. An object that has none counts 0.
F	labelSelectorPath	Path of the pods' label selector, as text, under .spec or .status. Autoscalers need it.
M	ConversionReview	Question to a conversion webhook, and its answer.
F	request	The question.
F	response	The answer.
M	ConversionRequest	Objects to convert.
F	uid	Id of this call; the answer repeats it.
F	desiredAPIVersion	Group and version to convert to.
F	objects	Objects to convert, each in its own version.
M	ConversionResponse	Objects that were converted.
F	uid	Id of the call.
F	convertedObjects	The objects, as many as in the question and in the same order. Empty on failure.
F	result	Success, or why it failed. Failure fails the request that needed the objects.
M	JSONSchemaProps	A schema for JSON values, in the form of OpenAPI v3 with what Kubernetes adds.
F	id	Not supported: must be absent.
F	$schema	Not supported: must be absent.
F	$ref	Not supported: must be absent.
F	description	What the value means, for people. kubectl explain shows it.
F	type	object, array, string, integer, number or boolean. Required but where x-kubernetes-int-or-string or x-kubernetes-preserve-unknown-fields stand in for it.
F	format	Closer form of the value, such as date-time, duration, ipv4, cidr, email, uuid, byte, int32 or int64. Formats that are not known are ignored.
F	title	Short heading for the value, for people.
F	default	Value that is filled in where none is given. It must fit the schema.
F	maximum	The greatest number that is allowed.
F	exclusiveMaximum	True forbids maximum itself. False by default.
F	minimum	The least number that is allowed.
F	exclusiveMinimum	True forbids minimum itself. False by default.
F	maxLength	The most characters of a string.
F	minLength	The fewest characters of a string.
F	pattern	Regular expression that a string must match somewhere; ^ and $ tie it to the ends.
F	maxItems	The most items of a list.
F	minItems	The fewest items of a list.
F	uniqueItems	Not supported: must be false. x-kubernetes-list-type set does it.
F	multipleOf	Number of which the value must be a multiple.
F	enum	The only values that are allowed.
F	maxProperties	The most entries of an object.
F	minProperties	The fewest entries of an object.
F	required	Fields that must be there.
F	items	Schema of each item of a list. One schema; a list of schemas is not supported.
F	allOf	Schemas that must all fit. They may restrict values, not describe new fields.
F	oneOf	Schemas of which exactly one must fit. They may restrict values, not describe new fields.
F	anyOf	Schemas of which at least one must fit. They may restrict values, not describe new fields.
F	not	Schema that must not fit. It may restrict values, not describe new fields.
F	properties	Schemas of the fields, by name.
F	additionalProperties	Schema of all entries, for a map. Excludes properties, and cannot be false.
F	patternProperties	Not supported: must be absent.
F	dependencies	Not supported: must be absent.
F	additionalItems	Not supported: must be absent.
F	definitions	Not supported: must be absent.
F	externalDocs	Points to further documentation of the value.
F	example	A value as an example.
F	nullable	True allows null. Where it is not allowed, a null counts as absent when there is a default.
F	x-kubernetes-preserve-unknown-fields	True keeps fields that the schema does not describe, here and below, until a level describes its fields again. Only true is allowed.
F	x-kubernetes-embedded-resource	True: the value is an object with apiVersion, kind and metadata, which are checked. Only for type object.
F	x-kubernetes-int-or-string	True: the value is an integer or a string. type must be absent.
F	x-kubernetes-list-map-keys	Fields of an item that together tell it from the others, for x-kubernetes-list-type map. They are required or have a default, and are no objects or lists.
F	x-kubernetes-list-type	How a list is merged and compared. atomic (default): as one value. set: items are unique, and merged one by one. map: items are objects that x-kubernetes-list-map-keys tell apart. The type must be array.
F	x-kubernetes-map-type	How an object is merged. granular (default): field by field. atomic: as one value.
F	x-kubernetes-validations	Rules in CEL that the value must fulfil.
M	ValidationRule	A rule in CEL that a value must fulfil.
F	rule	The expression; it gives true when the value is right. self is the value, oldSelf the one before an update: a rule with oldSelf is only checked on updates of a value that is there.
F	message	What is wrong, when the rule is not fulfilled. Required when rule has several lines. Default is made from the rule.
F	messageExpression	Expression in CEL that gives the message, as a string. It wins over message; when it fails, message is taken.
F	reason	Reason of the fault in the answer: FieldValueInvalid (default), FieldValueForbidden, FieldValueRequired or FieldValueDuplicate.
F	fieldPath	Path of the field, relative to here, that is named as faulty, as in .name or ['a.b']. Default is the value itself.
F	optionalOldSelf	True also checks a rule with oldSelf when there is no old value; oldSelf is then an optional. Only with oldSelf.
M	JSON	Any JSON value.
F	raw	The value as JSON text.
M	ExternalDocumentation	Points to further documentation.
F	description	What is to be found there.
F	url	URL of the documentation.
M	CustomResourceSubresourceStatus	Separates the status of a custom kind. It has no settings.
M	JSONSchemaPropsOrArray	One schema, or a list of them.
F	schema	The one schema.
F	jSONSchemas	The list of schemas.
M	JSONSchemaPropsOrBool	A schema, or true or false for anything or nothing.
F	allows	Whether anything is allowed, when there is no schema.
F	schema	The schema; it wins over allows.
M	JSONSchemaPropsOrStringArray	A schema, or a list of field names.
F	schema	The schema, in place of names.
F	property	The names, in place of a schema.
P	k8s.io.kube_aggregator.pkg.apis.apiregistration.v1
M	APIServiceList	A list of APIService objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ServiceReference	A Service of the cluster.
F	namespace	Namespace of the Service. Required.
F	name	Name of the Service. Required.
F	port	Port of the Service. Default 443.
M	APIServiceSpec	Which group and version an APIService stands for, and who serves it.
F	service	Service that serves it, by https. Absent means that this server does.
F	group	API group that is served.
F	version	Version of the group that is served, as in v1.
F	insecureSkipTLSVerify	True does not verify the service's certificate. Excludes caBundle. False by default.
F	caBundle	Certificates to verify the service's with, as PEM. Absent means those of the API server's system.
F	groupPriorityMinimum	Rank of the group among the groups: the highest that one of its versions has counts, greater ones come first, and equal ones go by name. From 1 to 20000.
F	versionPriority	Rank of the version within its group: greater ones come first, and equal ones by the rules for version names. From 1 to 1000.
M	APIServiceCondition	One aspect of an APIService's state.
F	type	What the condition is about: Available.
F	status	Whether the condition holds: True, False or Unknown.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
M	APIServiceStatus	Whether a group and version are served.
F	conditions	Aspects of the state; Available says whether requests are passed on.
M	APIService	Says who serves a version of an API group. Its name is VERSION.GROUP.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	Which version, and who serves it.
F	status	Whether the version is served.
P	k8s.io.api.apps.v1
M	StatefulSet	Keeps pods that each have a name, and storage, of their own: NAME-0, NAME-1 and so on. They are made in order and come back under the same name with the same claims.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The pods that are wanted.
F	status	The pods that there are.
M	StatefulSetUpdateStrategy	How pods are brought to a new template.
F	type	RollingUpdate (default): one after the other, from the highest number down. OnDelete: only when somebody deletes them.
F	rollingUpdate	Settings of RollingUpdate; only allowed with it.
M	RollingUpdateStatefulSetStrategy	Settings of the rolling update of a StatefulSet.
F	partition	Number from which on pods are updated; those with a lower one keep the old template. Default 0, all of them.
F	maxUnavailable	How many pods may be unavailable during the update, as a number or a percentage of replicas, rounded up. Not 0; default 1.
M	StatefulSetPersistentVolumeClaimRetentionPolicy	What becomes of the claims made from volumeClaimTemplates.
F	whenDeleted	When the StatefulSet is deleted. Retain (default): the claims stay. Delete: they are deleted.
F	whenScaled	When replicas is lowered. Retain (default): the claims of pods that are no longer wanted stay. Delete: they are deleted.
M	StatefulSetOrdinals	How the pods of a StatefulSet are numbered.
F	start	Number of the first pod. Default 0.
M	StatefulSetSpec	The pods that a StatefulSet keeps. Only replicas, template, updateStrategy, minReadySeconds, revisionHistoryLimit, ordinals and persistentVolumeClaimRetentionPolicy can be changed.
F	replicas	Number of pods that are wanted. Default 1.
F	selector	Labels of the pods that belong to it. It must match the template's labels, and is immutable.
F	template	The pods to make. restartPolicy must be Always. Each gets a name of its own, and the label statefulset.kubernetes.io/pod-name.
F	volumeClaimTemplates	Claims that are made for each pod, named TEMPLATE-POD, and mounted as volumes of the template's name. They win over volumes of the same name. Immutable.
F	serviceName	Headless Service that gives the pods their DNS names POD.SERVICE.NAMESPACE.svc. It must be made separately. Immutable.
F	podManagementPolicy	OrderedReady (default): pods are made one after the other when the one before is ready, and removed in reverse. Parallel: all at once. Immutable; it does not concern updates.
F	updateStrategy	How pods are brought to a new template.
F	revisionHistoryLimit	How many old revisions are kept for going back. Default 10.
F	minReadySeconds	Seconds that a pod must be ready without a break to count as available. Default 0.
F	persistentVolumeClaimRetentionPolicy	What becomes of the claims when the StatefulSet is deleted or scaled down. By default they stay.
F	ordinals	How pods are numbered. By default from 0.
M	StatefulSetStatus	How far a StatefulSet has come.
F	observedGeneration	metadata.generation that the controller has acted upon last.
F	replicas	Number of pods that there are.
F	readyReplicas	Number of those that are ready.
F	currentReplicas	Number of those that have the template of currentRevision.
F	updatedReplicas	Number of those that have the template of updateRevision.
F	currentRevision	Revision from which an update started; pods that are not updated yet have it.
F	updateRevision	Revision of the template that is wanted.
F	collisionCount	How many names of revisions were taken already. The controller uses it to find a new one.
F	conditions	Aspects of the StatefulSet's state, each with a type of its own.
F	availableReplicas	Number of pods that have been ready for minReadySeconds.
M	StatefulSetCondition	One aspect of a StatefulSet's state.
F	type	What the condition is about.
F	status	Whether the condition holds: True, False or Unknown.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
M	StatefulSetList	A list of StatefulSet objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	Deployment	Keeps a number of equal pods running and brings them to a new template step by step. It does so by ReplicaSets, one for each template.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The pods that are wanted, and how they are replaced.
F	status	The pods that there are, and how an update goes.
M	DeploymentSpec	The pods that a Deployment keeps, and how it replaces them.
F	replicas	Number of pods that are wanted. 0 is a number too; default 1.
F	selector	Labels of the pods that belong to it. It must match the template's labels, and is immutable.
F	template	The pods to make. restartPolicy must be Always. A change starts an update.
F	strategy	How old pods are replaced by new ones.
F	minReadySeconds	Seconds that a new pod must be ready without a break to count as available. Default 0.
F	revisionHistoryLimit	How many old ReplicaSets are kept for going back. Default 10; 0 makes going back impossible.
F	paused	True holds updates back: a changed template has no effect until it is false again. Scaling goes on.
F	progressDeadlineSeconds	Seconds without progress after which the update is reported as failed, by the condition Progressing. It must be greater than minReadySeconds; default 600. While paused no time is counted.
M	DeploymentStrategy	How old pods are replaced by new ones.
F	type	RollingUpdate (default): step by step, some old and some new ones side by side. Recreate: all old ones end before new ones start.
F	rollingUpdate	Settings of RollingUpdate; only allowed with it.
M	RollingUpdateDeployment	Settings of the rolling update of a Deployment.
F	maxUnavailable	How many pods may be missing from replicas during the update, as a number or a percentage, rounded down. Default 25%. Not 0 when maxSurge is 0.
F	maxSurge	How many pods there may be beyond replicas during the update, as a number or a percentage, rounded up. Default 25%. Not 0 when maxUnavailable is 0.
M	DeploymentStatus	How far a Deployment has come.
F	observedGeneration	metadata.generation that the controller has acted upon last.
F	replicas	Number of pods that there are, of all templates; those that are ending are not counted.
F	updatedReplicas	Number of those that have the current template.
F	readyReplicas	Number of those that are ready.
F	availableReplicas	Number of those that have been ready for minReadySeconds.
F	unavailableReplicas	Number of pods that are still missing: not there, or not available.
F	terminatingReplicas	Number of pods that are ending and have not gone yet.
F	conditions	Aspects of the state: Available, Progressing and ReplicaFailure.
F	collisionCount	How many names of ReplicaSets were taken already. The controller uses it to find a new one.
M	DeploymentCondition	One aspect of a Deployment's state.
F	type	What the condition is about: Available, Progressing or ReplicaFailure.
F	status	Whether the condition holds: True, False or Unknown.
F	lastUpdateTime	When the condition was last written, changed or not.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
M	DeploymentList	A list of Deployment objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	DaemonSetUpdateStrategy	How pods are brought to a new template.
F	type	RollingUpdate (default): node by node. OnDelete: only when somebody deletes them.
F	rollingUpdate	Settings of RollingUpdate; without effect for OnDelete.
M	RollingUpdateDaemonSet	Settings of the rolling update of a DaemonSet.
F	maxUnavailable	How many nodes may be without an available pod during the update, as a number or a percentage of the wanted pods, rounded up. Default 1. Not 0 when maxSurge is 0.
F	maxSurge	How many nodes may have the old and the new pod at once, as a number or a percentage of the wanted pods, rounded up. Default 0: the old pod ends first. Not 0 when maxUnavailable is 0.
M	DaemonSetSpec	The pods that a DaemonSet keeps on the nodes.
F	selector	Labels of the pods that belong to it. It must match the template's labels, and is immutable.
F	template	The pod to make on each node that its nodeSelector and affinity admit; without them, on all. restartPolicy must be Always.
F	updateStrategy	How pods are brought to a new template.
F	minReadySeconds	Seconds that a new pod must be ready without a break to count as available. Default 0.
F	revisionHistoryLimit	How many old revisions are kept for going back. Default 10.
M	DaemonSetStatus	How far a DaemonSet has come.
F	currentNumberScheduled	Number of nodes that should have a pod and have at least one.
F	numberMisscheduled	Number of nodes that have a pod and should not.
F	desiredNumberScheduled	Number of nodes that should have a pod.
F	numberReady	Number of nodes that should have a pod and have one that is ready.
F	observedGeneration	metadata.generation that the controller has acted upon last.
F	updatedNumberScheduled	Number of nodes whose pod has the current template.
F	numberAvailable	Number of nodes that should have a pod and have one that has been ready for minReadySeconds.
F	numberUnavailable	Number of nodes that should have a pod and have none that is available.
F	collisionCount	How many names of revisions were taken already. The controller uses it to find a new one.
F	conditions	Aspects of the DaemonSet's state, each with a type of its own.
M	DaemonSetCondition	One aspect of a DaemonSet's state.
F	type	What the condition is about.
F	status	Whether the condition holds: True, False or Unknown.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
M	DaemonSet	Keeps one pod on each node, or on each of some nodes.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The pods that are wanted.
F	status	On how many nodes they are.
M	DaemonSetList	A list of DaemonSet objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ReplicaSet	Keeps a number of equal pods running. A Deployment usually makes and scales it.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The pods that are wanted.
F	status	The pods that there are.
M	ReplicaSetList	A list of ReplicaSet objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ReplicaSetSpec	The pods that a ReplicaSet keeps.
F	replicas	Number of pods that are wanted. 0 is a number too; default 1.
F	minReadySeconds	Seconds that a new pod must be ready without a break to count as available. Default 0.
F	selector	Labels of the pods that belong to it. It must match the template's labels, and is immutable.
F	template	The pods to make when there are too few. A change does not touch those that there are.
M	ReplicaSetStatus	How far a ReplicaSet has come.
F	replicas	Number of pods that there are; those that are ending are not counted.
F	fullyLabeledReplicas	Number of those that have all labels of the template.
F	readyReplicas	Number of those that are ready.
F	availableReplicas	Number of those that have been ready for minReadySeconds.
F	terminatingReplicas	Number of pods that are ending and have not gone yet.
F	observedGeneration	metadata.generation that the controller has acted upon last.
F	conditions	Aspects of the state; ReplicaFailure says that pods could not be made or deleted.
M	ReplicaSetCondition	One aspect of a ReplicaSet's state.
F	type	What the condition is about: ReplicaFailure.
F	status	Whether the condition holds: True, False or Unknown.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
M	ControllerRevision	A state of a StatefulSet or DaemonSet that can be gone back to. Controllers make it; its data are immutable.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	data	The state, in a form that the controller understands.
F	revision	Number of the revision; a higher one is newer.
M	ControllerRevisionList	A list of ControllerRevision objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
P	k8s.io.api.authentication.v1
M	TokenReview	Asks whose token this is. It is not stored: the answer to the request has the status.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The token to check.
F	status	Whether the token is valid, and whose it is.
M	TokenReviewSpec	The token that is asked about.
F	token	The bearer token, as it stands in a request.
F	audiences	Names by which the asker may be addressed: the token must be meant for one of them. Default is the API server's.
M	TokenReviewStatus	Whether a token is valid, and whose it is.
F	authenticated	True when the token is valid.
F	user	The user that the token stands for.
F	audiences	Those of the asker's audiences that the token is meant for. Empty for a valid token means the audience of the API server.
F	error	Why the token could not be checked.
M	UserInfo	A user, as the API server has found out.
F	username	Name of the user, unique among active users.
F	uid	Id of the user over time: another user of the same name has another one.
F	groups	Names of the groups that the user is in.
F	extra	Further data from who authenticated the user.
M	TokenRequest	Asks for a token of a service account. Sent to the account's token subresource, and not stored.
F	metadata	Name and namespace of the service account.
F	spec	What the token is to be like.
F	status	The token, and when it expires.
M	TokenRequestSpec	What a token is to be like.
F	audiences	For whom the token is meant; a recipient must refuse tokens for others. Default is the API server.
F	expirationSeconds	Lifetime asked for, in seconds: at least 600, default 3600. The token may have another one; status tells.
F	boundObjectRef	Object to which the token is bound: when it is deleted, the token is no longer valid. A Pod, a Secret or a Node.
M	TokenRequestStatus	The token that was issued.
F	token	The token, a signed JWT.
F	expirationTimestamp	When the token stops to be valid.
M	BoundObjectReference	Points to the object that a token is bound to.
F	kind	Kind of the object: Pod, Secret or Node.
F	apiVersion	Version of the kind: v1.
F	name	Name of the object, in the service account's namespace.
F	uid	UID of the object. When given, it must be the object's.
M	SelfSubjectReview	Asks as whom the server sees the client. It is not stored: the answer to the request has the status.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	status	The user that the server has found.
M	SelfSubjectReviewStatus	As whom the server sees the client.
F	userInfo	The user, with groups, after impersonation if any.
M	ExtraValue	Values of one key of further data on a user.
F	items	The values.
P	k8s.io.api.authorization.v1
M	SubjectAccessReview	Asks whether a user may do something. It is not stored: the answer to the request has the status.
F	metadata	Must be empty.
F	spec	Who, and what. Exactly one of resourceAttributes and nonResourceAttributes is set.
F	status	Whether the request is allowed.
M	SelfSubjectAccessReview	Asks whether the client itself may do something. It is not stored: the answer to the request has the status.
F	metadata	Must be empty.
F	spec	What. Exactly one of its members is set.
F	status	Whether the request is allowed.
M	LocalSubjectAccessReview	Asks whether a user may do something in one namespace. It is not stored: the answer to the request has the status.
F	metadata	Must be empty but for the namespace.
F	spec	Who, and what. resourceAttributes must have the namespace of the request.
F	status	Whether the request is allowed.
M	ResourceAttributes	A request on a resource.
F	namespace	Namespace of the request. Empty means all namespaces, or a cluster-scoped resource.
F	verb	What is done: get, list, watch, create, update, patch, delete, deletecollection and others; * means all.
F	group	API group of the resource; * means all.
F	version	API version of the resource; * means all.
F	resource	Plural name of the resource; * means all.
F	subresource	Subresource. Empty means the resource itself.
F	name	Name of the object. Empty means all.
F	fieldSelector	Field selector of the request. A decision may be narrowed by it, and otherwise leaves it out of account.
F	labelSelector	Label selector of the request. A decision may be narrowed by it, and otherwise leaves it out of account.
M	LabelSelectorAttributes	A label selector. Exactly one member is set.
F	rawSelector	The selector as text, as in a list's query. The server reads it; what it cannot read is left out of account.
F	requirements	The selector's requirements, which must all hold.
M	FieldSelectorAttributes	A field selector. Exactly one member is set.
F	rawSelector	The selector as text, as in a list's query. The server reads it; what it cannot read is left out of account.
F	requirements	The selector's requirements, which must all hold.
M	NonResourceAttributes	A request on a path that is no resource.
F	path	The path, such as /healthz.
F	verb	The HTTP method in lower case, such as get.
M	SubjectAccessReviewSpec	Who wants to do what. Exactly one of resourceAttributes and nonResourceAttributes is set.
F	resourceAttributes	The request, when it is on a resource.
F	nonResourceAttributes	The request, when it is on another path.
F	user	Name of the user. Empty asks for the groups alone; one of user and groups must be there.
F	groups	Names of the groups that the user is in.
F	extra	Further data on the user.
F	uid	UID that the user has for the server.
M	SelfSubjectAccessReviewSpec	What the client wants to do. Exactly one member is set.
F	resourceAttributes	The request, when it is on a resource.
F	nonResourceAttributes	The request, when it is on another path.
M	SubjectAccessReviewStatus	Whether a request is allowed.
F	allowed	True when the request is allowed.
F	denied	True when it is expressly forbidden, so that no other authorizer may allow it. When both are false, none had an opinion, and the request is refused.
F	reason	Why it is or is not, for people.
F	evaluationError	What went wrong on the way. The decision may be right in spite of it.
M	SelfSubjectRulesReview	Asks what the client may do in a namespace. It is not stored: the answer to the request has the status. The answer is for display; it is no base for decisions.
F	metadata	Must be empty.
F	spec	The namespace that is asked about.
F	status	What the client may do.
M	SelfSubjectRulesReviewSpec	Where the client wants to do something.
F	namespace	Namespace in which the rules are to be listed. Required.
M	SubjectRulesReviewStatus	What a user may do in a namespace.
F	resourceRules	What is allowed on resources, in no particular order.
F	nonResourceRules	What is allowed on other paths, in no particular order.
F	incomplete	True when rules may be missing, because an authorizer cannot list them.
F	evaluationError	What went wrong on the way; the rules may then be incomplete.
M	ResourceRule	Requests on resources that are allowed.
F	verbs	What may be done; * means all.
F	apiGroups	API groups of the resources; * means all.
F	resources	Resources by their plural names, with subresources as in pods/log; * means all.
F	resourceNames	Names of the only objects that are meant. Empty means all.
M	NonResourceRule	Requests on other paths that are allowed.
F	verbs	HTTP methods in lower case; * means all.
F	nonResourceURLs	Paths; * at the end stands for anything.
M	ExtraValue	Values of one key of further data on a user.
F	items	The values.
P	k8s.io.api.autoscaling.v1
M	CrossVersionObjectReference	Points to an object of the namespace.
F	kind	Kind of the object, such as Deployment.
F	name	Name of the object, in the same namespace.
F	apiVersion	Group and version of the object.
M	HorizontalPodAutoscalerSpec	The workload that is scaled by cpu, and within which bounds. autoscaling/v2 knows more metrics.
F	scaleTargetRef	The workload, which must have a scale subresource.
F	minReplicas	Least number of pods. Default 1; 0 is allowed only with an Object or External metric, where the cluster supports it.
F	maxReplicas	Greatest number of pods. Not less than minReplicas.
F	targetCPUUtilizationPercentage	Use of cpu to keep, on average over the pods, in percent of their requests. Default 80.
M	HorizontalPodAutoscalerStatus	What an autoscaler sees and has done.
F	observedGeneration	metadata.generation that the controller has acted upon last.
F	lastScaleTime	When the number of pods was last changed.
F	currentReplicas	Number of pods as last seen.
F	desiredReplicas	Number of pods as last computed.
F	currentCPUUtilizationPercentage	Use of cpu as last measured, on average over the pods, in percent of their requests.
M	HorizontalPodAutoscaler	Sets the number of pods of a workload by its use of cpu, between two bounds.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The workload, the bounds and the target.
F	status	What was measured, and what was done.
M	HorizontalPodAutoscalerList	A list of HorizontalPodAutoscaler objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	Scale	How many pods a workload has and is to have: the scale subresource, alike for all workloads.
F	metadata	Name and namespace of the workload.
F	spec	How many pods are wanted.
F	status	How many pods there are, and by which labels they are found.
M	ScaleSpec	How many pods are wanted.
F	replicas	Number of pods that are wanted.
M	ScaleStatus	How many pods there are.
F	replicas	Number of pods that there are.
F	selector	Labels of the pods, as text of the form app=web,tier=front. Empty means that they are not known.
M	MetricSpec	One metric to scale by, as autoscaling/v1 keeps those of v2 in an annotation.
F	type	Resource, ContainerResource, Pods, Object or External; the member of that name is set.
F	object	Settings for the type Object.
F	pods	Settings for the type Pods.
F	resource	Settings for the type Resource.
F	containerResource	Settings for the type ContainerResource.
F	external	Settings for the type External.
M	ObjectMetricSource	Scales by a metric of one object.
F	target	The object.
F	metricName	Name of the metric.
F	targetValue	The value to keep the metric at.
F	selector	Labels of the metric.
F	averageValue	The value to keep for each pod, in place of targetValue.
M	PodsMetricSource	Scales by a metric of each pod, averaged over them.
F	metricName	Name of the metric.
F	targetAverageValue	The average to keep.
F	selector	Labels of the metric.
M	ResourceMetricSource	Scales by the pods' use of a resource.
F	name	The resource: cpu or memory.
F	targetAverageUtilization	The average to keep, in percent of the requests.
F	targetAverageValue	The average to keep, as an amount.
M	ContainerResourceMetricSource	Scales by the use of a resource by one container of each pod.
F	name	The resource: cpu or memory.
F	targetAverageUtilization	The average to keep, in percent of the requests.
F	targetAverageValue	The average to keep, as an amount.
F	container	Name of the container.
M	ExternalMetricSource	Scales by a metric of something outside of the cluster.
F	metricName	Name of the metric.
F	metricSelector	Labels of the metric.
F	targetValue	The value to keep the metric at. Excludes targetAverageValue.
F	targetAverageValue	The value to keep for each pod. Excludes targetValue.
M	MetricStatus	What was last measured of one metric, as autoscaling/v1 keeps it in an annotation.
F	type	Resource, ContainerResource, Pods, Object or External; the member of that name is set.
F	object	What was measured of an object.
F	pods	What was measured of each pod.
F	resource	What was measured of a resource of the pods.
F	containerResource	What was measured of a resource of one container.
F	external	What was measured outside of the cluster.
M	HorizontalPodAutoscalerCondition	One aspect of an autoscaler's state, as autoscaling/v1 keeps it in an annotation.
F	type	What the condition is about: AbleToScale, ScalingActive or ScalingLimited.
F	status	Whether the condition holds: True, False or Unknown.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
M	ObjectMetricStatus	What was measured of an object.
F	target	The object.
F	metricName	Name of the metric.
F	currentValue	Its value.
F	selector	Labels of the metric.
F	averageValue	Its value divided by the number of pods.
M	PodsMetricStatus	What was measured of each pod.
F	metricName	Name of the metric.
F	currentAverageValue	Its average.
F	selector	Labels of the metric.
M	ResourceMetricStatus	What the pods use of a resource.
F	name	The resource.
F	currentAverageUtilization	Their use on average, in percent of the requests.
F	currentAverageValue	Their use on average, as an amount.
M	ContainerResourceMetricStatus	What one container of each pod uses of a resource.
F	name	The resource.
F	currentAverageUtilization	Its use on average, in percent of the requests.
F	currentAverageValue	Its use on average, as an amount.
F	container	Name of the container.
M	ExternalMetricStatus	What was measured outside of the cluster.
F	metricName	Name of the metric.
F	metricSelector	Labels of the metric.
F	currentValue	Its value.
F	currentAverageValue	Its value divided by the number of pods.
P	k8s.io.api.autoscaling.v2
M	HorizontalPodAutoscaler	Sets the number of pods of a workload by what is measured, between two bounds.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The workload, the bounds and the measures.
F	status	What was measured, and what was done.
M	HorizontalPodAutoscalerSpec	The workload that is scaled, by which measures, and within which bounds.
F	scaleTargetRef	The workload, which must have a scale subresource.
F	minReplicas	Least number of pods. Default 1; 0 is allowed only with an Object or External metric, where the cluster supports it.
F	maxReplicas	Greatest number of pods. Not less than minReplicas.
F	metrics	What is measured. Each metric gives a number of pods, and the greatest counts. Default is a cpu utilization of 80 percent.
F	behavior	How fast it scales up and down. Absent means the defaults of both.
M	CrossVersionObjectReference	Points to an object of the namespace.
F	kind	Kind of the object, such as Deployment.
F	name	Name of the object, in the same namespace.
F	apiVersion	Group and version of the object.
M	MetricSpec	One metric to scale by. The member named like type, and only that, is set.
F	type	Resource: cpu or memory of the pods. ContainerResource: the same of one of their containers. Pods: another metric of each pod. Object: a metric of one other object. External: a metric of no object of the cluster.
F	object	Settings for the type Object.
F	pods	Settings for the type Pods.
F	resource	Settings for the type Resource.
F	containerResource	Settings for the type ContainerResource.
F	external	Settings for the type External.
M	HorizontalPodAutoscalerBehavior	How fast an autoscaler acts.
F	scaleUp	Scaling up. By default, without delay, by the greater of 4 pods and 100 percent in 15 seconds.
F	scaleDown	Scaling down. By default, to the greatest number wanted in the last 300 seconds, down to minReplicas at once.
M	HPAScalingRules	How fast an autoscaler scales in one direction.
F	stabilizationWindowSeconds	Seconds to look back: of the numbers of pods wanted in that time the one that changes least is taken. From 0 to 3600; default 0 for scaling up, 300 for down.
F	selectPolicy	Which of several policies counts. Max (default): the one that allows most. Min: the one that allows least. Disabled: no scaling in this direction.
F	policies	Bounds on the change. Absent means the defaults; otherwise there is at least one.
F	tolerance	How far the measure may be off its target, as a ratio, before pods are added or removed. Default is the controller's, usually 0.1.
M	HPAScalingPolicy	A bound on how much is changed in a time.
F	type	Pods: value is a number of pods. Percent: it is a percentage of the current pods.
F	value	The most that may change. Greater than 0.
F	periodSeconds	The time, in seconds: from 1 to 1800.
M	ObjectMetricSource	Scales by a metric of one object, for instance the requests that an Ingress gets.
F	describedObject	The object, in the autoscaler's namespace, that the metric is about.
F	target	The value to keep the metric at: Value, or AverageValue for each pod.
F	metric	Metric of the object to scale by.
M	PodsMetricSource	Scales by a metric of each pod, averaged over them.
F	metric	Metric of the pods to scale by.
F	target	The average to keep, of type AverageValue.
M	ResourceMetricSource	Scales by the pods' use of a resource.
F	name	The resource: cpu or memory.
F	target	The average to keep: Utilization in percent of the requests, or AverageValue.
M	ContainerResourceMetricSource	Scales by the use of a resource by one container of each pod.
F	name	The resource: cpu or memory.
F	target	The average to keep: Utilization in percent of the requests, or AverageValue.
F	container	Name of the container in the pods.
M	ExternalMetricSource	Scales by a metric of something outside of the cluster, for instance the length of a queue.
F	metric	Metric to scale by.
F	target	The value to keep the metric at: Value, or AverageValue for each pod.
M	MetricIdentifier	Names a metric, and which of its series.
F	name	Name under which the metrics server knows the metric.
F	selector	Labels of the metric, passed to the metrics server. Absent means by the name alone.
M	MetricTarget	The value that an autoscaler keeps a metric at. The member that type asks for is set.
F	type	Utilization: a percentage of the requests. Value: the value itself. AverageValue: the value divided by the number of pods.
F	value	The value, for the type Value.
F	averageValue	The average for each pod, for the type AverageValue.
F	averageUtilization	The percentage, for the type Utilization. Only for resources.
M	HorizontalPodAutoscalerStatus	What an autoscaler sees and has done.
F	observedGeneration	metadata.generation that the controller has acted upon last.
F	lastScaleTime	When the number of pods was last changed.
F	currentReplicas	Number of pods as last seen.
F	desiredReplicas	Number of pods as last computed.
F	currentMetrics	What was last measured of each metric.
F	conditions	Aspects of the state: AbleToScale, ScalingActive and ScalingLimited.
M	HorizontalPodAutoscalerCondition	One aspect of an autoscaler's state.
F	type	What the condition is about: AbleToScale, ScalingActive or ScalingLimited.
F	status	Whether the condition holds: True, False or Unknown.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
M	MetricStatus	What was last measured of one metric. The member named like type is set.
F	type	Resource, ContainerResource, Pods, Object or External.
F	object	What was measured of an object.
F	pods	What was measured of each pod.
F	resource	What was measured of a resource of the pods.
F	containerResource	What was measured of a resource of one container.
F	external	What was measured outside of the cluster.
M	ObjectMetricStatus	What was measured of an object.
F	metric	Metric that was measured.
F	current	Value that was measured.
F	describedObject	The object that the metric is about.
M	PodsMetricStatus	What was measured of each pod.
F	metric	Metric that was measured.
F	current	Average over the pods that was measured.
M	ResourceMetricStatus	What the pods use of a resource.
F	name	Resource that was measured: cpu or memory.
F	current	Average use by the pods that was measured.
M	ContainerResourceMetricStatus	What one container of each pod uses of a resource.
F	name	Resource that was measured: cpu or memory.
F	current	Average use by the containers that was measured.
F	container	Name of the container in the pods.
M	ExternalMetricStatus	What was measured outside of the cluster.
F	metric	Metric that was measured.
F	current	Value that was measured.
M	MetricValueStatus	A value that was measured.
F	value	The value as a whole.
F	averageValue	The value divided by the number of pods.
F	averageUtilization	The use in percent of the requests. Only for resources.
M	HorizontalPodAutoscalerList	A list of HorizontalPodAutoscaler objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
P	k8s.io.api.batch.v1
M	Job	Runs pods until a number of them have succeeded.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	What is to run, how often, and what happens on failures.
F	status	How far it has come.
M	JobList	A list of Job objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	PodFailurePolicyOnExitCodesRequirement	Matches pods by the exit codes of their containers.
F	containerName	Container whose exit code counts. Absent means each container and init container.
F	operator	In: an exit code is one of values. NotIn: an exit code is none of values. Exit code 0 is never considered.
F	values	Exit codes to compare with: 1 to 255 of them, without 0 for In, no two alike.
M	PodFailurePolicyOnPodConditionsPattern	Matches pods that have a condition.
F	type	Type of the condition, such as DisruptionTarget.
F	status	Status that it must have. Default True.
M	PodFailurePolicyRule	What a failed pod means that matches. Exactly one of onExitCodes and onPodConditions is set.
F	action	FailJob: the job fails, and its pods are ended. FailIndex: the pod's index fails; needs backoffLimitPerIndex. Ignore: the failure is not counted, and a pod takes its place. Count: it is counted as usual.
F	onExitCodes	Exit codes of containers that match.
F	onPodConditions	Conditions of which one matches; at most 20.
M	PodFailurePolicy	What failures of pods mean to the job.
F	rules	The rules, at most 20, in order: the first that matches a failed pod is followed. With none, the failure is counted.
M	SuccessPolicy	When a job counts as succeeded before all of its indexes have.
F	rules	The rules, 1 to 20: when one is met, the job has succeeded and its other pods are ended.
M	SuccessPolicyRule	Which indexes must have succeeded. With both members, so many of those indexes.
F	succeededIndexes	The indexes, as numbers and ranges such as 0,3-5.
F	succeededCount	How many indexes; not more than there are.
M	JobSpec	What a Job runs, how often, and when it has failed.
F	parallelism	How many pods may run at once. Default 1; 0 pauses the job.
F	completions	How many pods must succeed. Absent, with parallelism set, means that the success of any one ends the job and starts no more. Default 1 when both are absent. Immutable, but for Indexed jobs together with parallelism.
F	activeDeadlineSeconds	Seconds from the job's start until its pods are ended and it fails. Absent means no limit. Time while it is suspended does not count.
F	podFailurePolicy	What failures of certain kinds mean. It needs the template's restartPolicy Never. Immutable.
F	successPolicy	When the job has succeeded before all indexes have. Only for Indexed jobs. Immutable.
F	backoffLimit	How many failures are made good by a new pod before the job fails. Default 6, or with backoffLimitPerIndex no limit.
F	backoffLimitPerIndex	How many failures each index may have before it has failed. Only for Indexed jobs with the template's restartPolicy Never. Immutable.
F	maxFailedIndexes	How many indexes may fail before the job does. Absent means that the others go on to their end. It needs backoffLimitPerIndex.
F	selector	Labels of the pods that belong to it. Leave it out: the server makes one that is unique. Immutable.
F	manualSelector	True takes selector and the template's labels as they are. The author must then make sure that they match no other pods. Immutable.
F	template	The pods to run. restartPolicy must be Never or OnFailure. Immutable, but for some fields while suspended.
F	ttlSecondsAfterFinished	Seconds after its end when the job is deleted with its pods; 0 means at once. Absent means that it stays.
F	completionMode	NonIndexed (default): any pods' successes count. Indexed: each pod has an index from 0 to completions-1, as annotation, label, in its host name and in JOB_COMPLETION_INDEX, and each index must succeed once; completions is then required. Immutable.
F	suspend	True makes no pods, and ends those that run. When it is false again, the job starts anew. False by default.
F	podReplacementPolicy	TerminatingOrFailed: a pod is replaced when it begins to end. Failed: only when it has ended for good, as a podFailurePolicy requires. Default TerminatingOrFailed without such a policy.
F	managedBy	Controller that runs the job, in the form of a label key with a domain. Absent or kubernetes.io/job-controller means the built-in one. Immutable.
M	JobStatus	How far a Job has come.
F	conditions	Aspects of the state: Suspended, SuccessCriteriaMet, FailureTarget, and at the end Complete or Failed.
F	startTime	When the controller first took the job up, or last after a suspension.
F	completionTime	When the job succeeded. Absent for jobs that failed.
F	active	Number of pods that are not done and not ending.
F	succeeded	Number of pods that have succeeded.
F	failed	Number of pods that have failed.
F	terminating	Number of pods that are ending and not done.
F	completedIndexes	Indexes that have succeeded, as numbers and ranges such as 1,3-5.
F	failedIndexes	Indexes that have failed, as numbers and ranges. Only with backoffLimitPerIndex.
F	uncountedTerminatedPods	Pods that have ended and are not in succeeded and failed yet. The controller uses it to count each once.
F	ready	Number of active pods that are ready.
M	UncountedTerminatedPods	Pods that have ended and are about to be counted.
F	succeeded	UIDs of those that succeeded.
F	failed	UIDs of those that failed.
M	JobCondition	One aspect of a Job's state.
F	type	What the condition is about: Suspended, Complete, Failed, SuccessCriteriaMet or FailureTarget.
F	status	Whether the condition holds: True, False or Unknown.
F	lastProbeTime	When the condition was last checked.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
M	JobTemplateSpec	The jobs that a CronJob makes.
F	metadata	Labels and annotations that each job gets.
F	spec	What each job runs.
M	CronJob	Makes a Job at set times.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	When jobs are made, and which.
F	status	The jobs that run, and when there was one last.
M	CronJobList	A list of CronJob objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	CronJobSpec	When a CronJob makes which Job.
F	schedule	The times in the form of cron: minute, hour, day of the month, month, day of the week; also @hourly, @daily, @weekly, @monthly and @yearly.
F	timeZone	Time zone of the schedule by its name in the tz database, as in Europe/Berlin. Absent means that of the controller.
F	startingDeadlineSeconds	Seconds by which a job may be late, and still be started. Later it counts as missed. Absent means no limit.
F	concurrencyPolicy	What happens when the last job still runs. Allow (default): the new one runs beside it. Forbid: the new one is skipped. Replace: the old one is ended.
F	suspend	True makes no further jobs; those that run go on. False by default.
F	jobTemplate	The job to make at each of the times.
F	successfulJobsHistoryLimit	How many jobs that succeeded are kept. Default 3.
F	failedJobsHistoryLimit	How many jobs that failed are kept. Default 1.
M	CronJobStatus	What a CronJob has done.
F	active	The jobs that run now.
F	lastScheduleTime	Scheduled time of the last job that was made.
F	lastSuccessfulTime	When a job last succeeded.
P	k8s.io.api.certificates.v1
M	CertificateSigningRequest	A request for a certificate. Somebody approves or denies it, and its signer then issues the certificate.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	What is asked for, and by whom. Immutable.
F	status	The decision, and the certificate.
M	CertificateSigningRequestSpec	What certificate is asked for, and by whom.
F	request	A PKCS#10 request, in a PEM block CERTIFICATE REQUEST; in JSON in base64.
F	signerName	Who is to sign, as DOMAIN/PATH. Built in are kubernetes.io/kube-apiserver-client, kubernetes.io/kube-apiserver-client-kubelet, kubernetes.io/kubelet-serving and, without any promise, kubernetes.io/legacy-unknown.
F	expirationSeconds	Lifetime asked for, in seconds; at least 600. The signer may give another one, or refuse.
F	usages	What the key may be used for. TLS clients usually ask for digital signature, key encipherment and client auth, TLS servers for server auth in place of the last.
F	username	Name of the user who asked. Set by the server.
F	uid	UID of the user who asked. Set by the server.
F	groups	Groups of the user who asked. Set by the server.
F	extra	Further data on the user who asked. Set by the server.
M	CertificateSigningRequestStatus	What became of a request.
F	conditions	The decision: Approved or Denied; and Failed when the signer could not issue the certificate.
F	certificate	The certificate and those above it, as PEM blocks CERTIFICATE; in JSON in base64. Set once, by the signer, after approval.
M	CertificateSigningRequestCondition	A decision on a request, or a failure.
F	type	Approved, Denied or Failed. None of them can be taken back; Approved and Denied exclude each other.
F	status	True, False or Unknown. Approved, Denied and Failed can only be True.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
F	lastUpdateTime	When the condition was last written, changed or not.
F	lastTransitionTime	When status last changed.
M	CertificateSigningRequestList	A list of CertificateSigningRequest objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ExtraValue	Values of one key of further data on a user.
F	items	The values.
P	k8s.io.api.coordination.v1
M	Lease	A claim on something that one party at a time may hold, and that its holder renews: leadership, or a sign of life.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	Who holds it, and since when.
M	LeaseSpec	Who holds a lease, and since when.
F	holderIdentity	Who holds it. Absent or empty means nobody. With strategy, the server's coordination sets it.
F	leaseDurationSeconds	Seconds after renewTime for which others must wait before they take it. At least 1.
F	acquireTime	When the holder got it.
F	renewTime	When the holder last renewed it.
F	leaseTransitions	How often it has gone to another holder.
F	strategy	How the leader is picked when the server coordinates: OldestEmulationVersion, or one with a domain of its own. Absent means that holders agree among themselves.
F	preferredHolder	Who is to have it next: the holder should give it up. Only with strategy.
M	LeaseList	A list of Lease objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
P	k8s.io.api.core.v1
M	Volume	A named piece of storage that the containers of a pod can mount.
F	name	Name by which volumeMounts and volumeDevices refer to the volume: a DNS label, unique within the pod.
M	VolumeSource	Where a pod's volume comes from. Exactly one member is set; with none, the volume is an emptyDir.
F	hostPath	A file or folder of the node itself. It gives the pod reach into the host, so most pods should not have one.
F	emptyDir	A folder that starts empty, is shared by the pod's containers, and is deleted together with the pod.
F	gcePersistentDisk	A Google Compute Engine disk. Deprecated: handled by the CSI driver pd.csi.storage.gke.io.
F	awsElasticBlockStore	An AWS EBS disk. Deprecated: handled by the CSI driver ebs.csi.aws.com.
F	gitRepo	A folder with a clone of a git repository. Deprecated and unsafe: clone into an emptyDir from an init container.
F	secret	Files made from the keys of a Secret in the pod's namespace.
F	nfs	A folder that an NFS server exports.
F	iscsi	A block device of an iSCSI target, attached to the node and mounted.
F	glusterfs	A Gluster volume. Deprecated: kubelets no longer have this driver.
F	persistentVolumeClaim	The storage bound to a PersistentVolumeClaim in the pod's namespace.
F	rbd	A Ceph block device. Deprecated: kubelets no longer have this driver, use a CSI driver.
F	flexVolume	A volume handled by an executable plugin on the node. Deprecated: use a CSI driver.
F	cinder	An OpenStack disk. Deprecated: handled by the CSI driver cinder.csi.openstack.org.
F	cephfs	A folder of a Ceph file system. Deprecated: kubelets no longer have this driver, use a CSI driver.
F	flocker	A Flocker dataset. Deprecated: kubelets no longer have this driver.
F	downwardAPI	Files that hold fields of the pod itself, such as its labels or a container's limits.
F	fc	A Fibre Channel block device, attached to the node and mounted.
F	azureFile	An Azure file share. Deprecated: handled by the CSI driver file.csi.azure.com.
F	configMap	Files made from the keys of a ConfigMap in the pod's namespace.
F	vsphereVolume	A vSphere disk. Deprecated: handled by the CSI driver csi.vsphere.vmware.com.
F	quobyte	A Quobyte volume. Deprecated: kubelets no longer have this driver.
F	azureDisk	An Azure data disk. Deprecated: handled by the CSI driver disk.csi.azure.com.
F	photonPersistentDisk	A Photon Controller disk. Deprecated: kubelets no longer have this driver.
F	projected	One folder into which several sources (Secrets, ConfigMaps, tokens, pod fields) put their files.
F	portworxVolume	A Portworx volume. Deprecated: handled by the CSI driver pxd.portworx.com.
F	scaleIO	A ScaleIO volume. Deprecated: kubelets no longer have this driver.
F	storageos	A StorageOS volume. Deprecated: kubelets no longer have this driver.
F	csi	A volume that a CSI driver creates for this pod and removes with it. The driver must support inline volumes.
F	ephemeral	A PersistentVolumeClaim that is created for this pod from a template, and deleted with the pod.
F	image	The files of an OCI image or artifact, mounted read only.
M	PersistentVolumeClaimVolumeSource	Uses a PersistentVolumeClaim as a pod's volume.
F	claimName	Name of the PersistentVolumeClaim, in the pod's namespace. The pod does not start before it exists and is bound.
F	readOnly	True mounts the volume read only in every container, whatever their volumeMounts say. False by default.
M	PersistentVolumeSource	The storage behind a PersistentVolume. Exactly one member is set, and it cannot be changed later.
F	gcePersistentDisk	A Google Compute Engine disk. Deprecated: handled by the CSI driver pd.csi.storage.gke.io.
F	awsElasticBlockStore	An AWS EBS disk. Deprecated: handled by the CSI driver ebs.csi.aws.com.
F	hostPath	A file or folder of one node, for tests on a single node only: nothing ties the pods to the node that has it.
F	glusterfs	A Gluster volume. Deprecated: kubelets no longer have this driver.
F	nfs	A folder that an NFS server exports.
F	rbd	A Ceph block device. Deprecated: kubelets no longer have this driver, use a CSI driver.
F	iscsi	A block device of an iSCSI target.
F	cinder	An OpenStack disk. Deprecated: handled by the CSI driver cinder.csi.openstack.org.
F	cephfs	A folder of a Ceph file system. Deprecated: kubelets no longer have this driver, use a CSI driver.
F	fc	A Fibre Channel block device.
F	flocker	A Flocker dataset. Deprecated: kubelets no longer have this driver.
F	flexVolume	A volume handled by an executable plugin on the node. Deprecated: use a CSI driver.
F	azureFile	An Azure file share. Deprecated: handled by the CSI driver file.csi.azure.com.
F	vsphereVolume	A vSphere disk. Deprecated: handled by the CSI driver csi.vsphere.vmware.com.
F	quobyte	A Quobyte volume. Deprecated: kubelets no longer have this driver.
F	azureDisk	An Azure data disk. Deprecated: handled by the CSI driver disk.csi.azure.com.
F	photonPersistentDisk	A Photon Controller disk. Deprecated: kubelets no longer have this driver.
F	portworxVolume	A Portworx volume. Deprecated: handled by the CSI driver pxd.portworx.com.
F	scaleIO	A ScaleIO volume. Deprecated: kubelets no longer have this driver.
F	local	A disk, partition or folder that one node has. The PersistentVolume needs a nodeAffinity that names the node.
F	storageos	A StorageOS volume. Deprecated: kubelets no longer have this driver.
F	csi	A volume of a CSI driver.
M	PersistentVolume	A piece of storage of the cluster that outlives pods, made by an administrator or by a provisioner. A PersistentVolumeClaim binds to it; it belongs to no namespace.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	What the storage is and how it may be used.
F	status	Whether the volume is free, bound or given back. Written by controllers.
M	PersistentVolumeSpec	What a PersistentVolume is and how it may be used.
F	capacity	Size of the volume, under the key storage.
F	accessModes	Ways in which the volume can be mounted; a claim binds only to a volume that has all those it asks for. ReadWriteOnce: read and write by one node. ReadOnlyMany: read only by many nodes. ReadWriteMany: read and write by many nodes. ReadWriteOncePod: read and write by a single pod.
F	claimRef	The claim that the volume is bound to, or reserved for when the claim is not there yet. Removing it frees the volume again.
F	persistentVolumeReclaimPolicy	What happens when the claim is deleted. Retain (default for volumes made by hand): the volume and its data stay. Delete (default for provisioned ones): the storage is deleted as well. Recycle: deprecated, the data is wiped and the volume offered again.
F	storageClassName	StorageClass of the volume; only claims that ask for the same class bind to it. Empty means no class.
F	mountOptions	Options for the mount command, such as ro or hard. They are not checked: a wrong one makes the mount fail.
F	volumeMode	Filesystem (default): formatted and mounted as a folder. Block: given to containers as a raw block device. Immutable.
F	nodeAffinity	The nodes from which the volume can be reached; pods that use it are scheduled only there. Absent means every node.
F	volumeAttributesClassName	VolumeAttributesClass with the volume's changeable settings, for CSI volumes only. Absent means none; it may not be empty.
M	VolumeNodeAffinity	Restricts the nodes from which a volume can be reached.
F	required	The terms of which a node must match at least one.
M	PersistentVolumeStatus	The state of a PersistentVolume.
F	phase	Pending: not yet usable. Available: free. Bound: in use by a claim. Released: its claim was deleted, its data is still there. Failed: it could not be reclaimed.
F	message	Why the volume is in this phase, for people.
F	reason	Short CamelCase cause of a failure, for tools.
F	lastPhaseTransitionTime	When the phase changed last.
M	PersistentVolumeList	A list of PersistentVolume objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	PersistentVolumeClaim	A request for storage by a user of a namespace. It is bound to a PersistentVolume that fits, or has one provisioned, and pods mount it by its name.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The storage that is asked for.
F	status	What the claim got. Written by controllers.
M	PersistentVolumeClaimList	A list of PersistentVolumeClaim objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	PersistentVolumeClaimSpec	The storage that a PersistentVolumeClaim asks for. Most of it is immutable once the claim is bound; the size may grow.
F	accessModes	Ways in which the volume must be mountable: ReadWriteOnce, ReadOnlyMany, ReadWriteMany or ReadWriteOncePod, as for a PersistentVolume. At least one is required.
F	selector	Only PersistentVolumes with labels that match are considered. A claim with a selector is never provisioned dynamically.
F	resources	How much storage is needed. requests.storage is required; it can be raised later when the StorageClass allows expansion.
F	volumeName	The PersistentVolume that the claim is bound to. Set it to ask for a certain volume; it cannot be changed afterwards.
F	storageClassName	StorageClass that provisions or matches the volume. Absent means the cluster's default class; an empty string means only volumes without a class, and no provisioning.
F	volumeMode	Filesystem (default) for a mounted folder, Block for a raw device. Only volumes of the same mode are bound.
F	dataSource	What the new volume is filled from: a VolumeSnapshot or a PersistentVolumeClaim of the same namespace. When dataSourceRef is set as well, both must say the same.
F	dataSourceRef	What the new volume is filled from: any object that a volume populator understands, also in another namespace. Unlike dataSource, a kind that is not understood is an error and not ignored.
F	volumeAttributesClassName	VolumeAttributesClass whose settings the driver applies to the volume. It may be changed later to have the volume modified. Empty or absent means none.
M	TypedObjectReference	Points to an object of any kind, which may be in another namespace.
F	apiGroup	API group of the object. Absent means the core group.
F	kind	Kind of the object.
F	name	Name of the object.
F	namespace	Namespace of the object; absent means that of the referring object. Another one needs a ReferenceGrant there.
M	ModifyVolumeStatus	How far a change of the VolumeAttributesClass has come.
F	targetVolumeAttributesClassName	The class to which the volume is being changed.
F	status	Pending: waits for something, such as a class that does not exist. InProgress: under way. Infeasible: refused by the driver as invalid; choose another class.
M	PersistentVolumeClaimCondition	One aspect of a claim's state, such as a resize that goes on.
F	type	What the condition is about, for example Resizing, FileSystemResizePending or ModifyingVolume.
F	status	Whether the condition holds: True, False or Unknown.
F	lastProbeTime	When the condition was last checked.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
M	PersistentVolumeClaimStatus	The state of a PersistentVolumeClaim, and the volume that it got.
F	phase	Pending: not bound yet. Bound: has its volume. Lost: its volume no longer exists, and its data is gone.
F	accessModes	Access modes that the bound volume has.
F	capacity	Real size of the bound volume.
F	conditions	Work that goes on with the claim, such as a resize.
F	allocatedResources	Size that is being made available, when it is larger than capacity; quota counts the larger of this and the request.
F	allocatedResourceStatuses	Stage of the resize for each resource. Absent means that none goes on. ControllerResizeInProgress and NodeResizeInProgress: being done in the storage system, or on the node. NodeResizePending: waits for the node. ControllerResizeInfeasible and NodeResizeInfeasible: will not succeed; ask for less.
F	currentVolumeAttributesClassName	The VolumeAttributesClass that the volume has now. Absent means none.
F	modifyVolumeStatus	The change to another VolumeAttributesClass that goes on. Absent when there is none.
M	HostPathVolumeSource	A file or folder of the node that is mounted into the pod.
F	path	Path on the node. A symbolic link is followed.
F	type	What is checked before the mount. Empty (default): nothing. Directory, File, Socket, CharDevice and BlockDevice: it must exist and be that. DirectoryOrCreate and FileOrCreate: it is made when missing, with mode 0755 or 0644.
M	EmptyDirVolumeSource	A folder that lives as long as its pod.
F	medium	Empty (default): the node's disk. Memory: a RAM file system, whose contents count against the containers' memory limits. HugePages or HugePages-SIZE: huge pages.
F	sizeLimit	The most that may be stored; a pod that goes over is evicted. For Memory it is also the size of the file system. Absent means no limit of its own.
M	GlusterfsVolumeSource	A Gluster volume, for a pod. Kubelets no longer have this driver.
F	endpoints	Name of the Endpoints object with the Gluster servers.
F	path	Name of the Gluster volume.
F	readOnly	True mounts the volume read only. False by default.
M	GlusterfsPersistentVolumeSource	A Gluster volume, for a PersistentVolume. Kubelets no longer have this driver.
F	endpoints	Name of the Endpoints object with the Gluster servers.
F	path	Name of the Gluster volume.
F	readOnly	True mounts the volume read only. False by default.
F	endpointsNamespace	Namespace of the Endpoints object. Absent means that of the claim.
M	RBDVolumeSource	A Ceph block device, for a pod. Kubelets no longer have this driver.
F	monitors	Addresses of the Ceph monitors.
F	image	Name of the block device image.
F	fsType	File system on the device, such as ext4 or xfs. Absent means ext4.
F	pool	Ceph pool of the image.
F	user	Ceph user to log in as.
F	keyring	Path of the keyring file on the node. Not used when secretRef is set.
F	secretRef	Secret with the user's key, in the pod's namespace. It has precedence over keyring.
F	readOnly	True mounts the volume read only. False by default.
M	RBDPersistentVolumeSource	A Ceph block device, for a PersistentVolume. Kubelets no longer have this driver.
F	monitors	Addresses of the Ceph monitors.
F	image	Name of the block device image.
F	fsType	File system on the device, such as ext4 or xfs. Absent means ext4.
F	pool	Ceph pool of the image.
F	user	Ceph user to log in as.
F	keyring	Path of the keyring file on the node. Not used when secretRef is set.
F	secretRef	Secret with the user's key. It has precedence over keyring.
F	readOnly	True mounts the volume read only. False by default.
M	CinderVolumeSource	An OpenStack Cinder disk, for a pod.
F	volumeID	Cinder's id of the disk.
F	fsType	File system on the disk, such as ext4 or xfs. Absent means ext4.
F	readOnly	True mounts the volume read only. False by default.
F	secretRef	Secret with the credentials for OpenStack, in the pod's namespace.
M	CinderPersistentVolumeSource	An OpenStack Cinder disk, for a PersistentVolume.
F	volumeID	Cinder's id of the disk.
F	fsType	File system on the disk, such as ext4 or xfs. Absent means ext4.
F	readOnly	True mounts the volume read only. False by default.
F	secretRef	Secret with the credentials for OpenStack.
M	CephFSVolumeSource	A folder of a Ceph file system, for a pod. Kubelets no longer have this driver.
F	monitors	Addresses of the Ceph monitors.
F	path	Folder of the file system to mount. Absent means its root.
F	user	Ceph user to log in as. Absent means admin.
F	secretFile	Path on the node of the file with the user's key. Absent means /etc/ceph/user.secret.
F	secretRef	Secret with the user's key, in the pod's namespace. It has precedence over secretFile.
F	readOnly	True mounts the volume read only. False by default.
M	SecretReference	Points to a Secret in any namespace.
F	name	Name of the Secret, within namespace.
F	namespace	Namespace in which the Secret is.
M	CephFSPersistentVolumeSource	A folder of a Ceph file system, for a PersistentVolume. Kubelets no longer have this driver.
F	monitors	Addresses of the Ceph monitors.
F	path	Folder of the file system to mount. Absent means its root.
F	user	Ceph user to log in as. Absent means admin.
F	secretFile	Path on the node of the file with the user's key. Absent means /etc/ceph/user.secret.
F	secretRef	Secret with the user's key. It has precedence over secretFile.
F	readOnly	True mounts the volume read only. False by default.
M	FlockerVolumeSource	A Flocker dataset, named by exactly one of its name and its UUID. Kubelets no longer have this driver.
F	datasetName	Name of the dataset. Deprecated in favor of datasetUUID.
F	datasetUUID	UUID of the dataset, which tells it from all others.
M	GCEPersistentDiskVolumeSource	A Google Compute Engine persistent disk. It must be in the node's project and zone.
F	pdName	Name of the disk in Compute Engine.
F	fsType	File system on the disk, such as ext4 or xfs. Absent means ext4.
F	partition	Number of the partition to mount. 0 or absent means the whole disk.
F	readOnly	True attaches and mounts the disk read only. False by default.
M	QuobyteVolumeSource	A Quobyte volume. Kubelets no longer have this driver.
F	registry	Quobyte registries as host:port, separated by commas.
F	volume	Name of the volume, which must exist already.
F	readOnly	True mounts the volume read only. False by default.
F	user	User that the volume is mounted as. Absent means the service account user.
F	group	Group that the volume is mounted as. Absent means none.
F	tenant	Quobyte tenant that owns the volume, for volumes that a plugin provisioned.
M	FlexPersistentVolumeSource	A volume that an executable plugin on the node mounts, for a PersistentVolume.
F	driver	Name of the plugin, as VENDOR/DRIVER.
F	fsType	File system on the device, such as ext4 or xfs. Absent leaves it to the plugin.
F	secretRef	Secret whose contents are passed to the plugin. Absent means none.
F	readOnly	True mounts the volume read only. False by default.
F	options	Further options, passed to the plugin as they are.
M	FlexVolumeSource	A volume that an executable plugin on the node mounts, for a pod.
F	driver	Name of the plugin, as VENDOR/DRIVER.
F	fsType	File system on the device, such as ext4 or xfs. Absent leaves it to the plugin.
F	secretRef	Secret whose contents are passed to the plugin, in the pod's namespace. Absent means none.
F	readOnly	True mounts the volume read only. False by default.
F	options	Further options, passed to the plugin as they are.
M	AWSElasticBlockStoreVolumeSource	An AWS EBS disk. It must be in the node's availability zone.
F	volumeID	AWS' id of the disk.
F	fsType	File system on the disk, such as ext4 or xfs. Absent means ext4.
F	partition	Number of the partition to mount. 0 or absent means the whole disk.
F	readOnly	True mounts the volume read only. False by default.
M	GitRepoVolumeSource	A clone of a git repository. Deprecated and unsafe: clone into an emptyDir from an init container.
F	repository	URL of the repository to clone.
F	revision	Commit to check out. Absent means the head of the default branch.
F	directory	Folder, relative to the volume, to clone into; it may not contain "..". "." means the volume itself, absent a folder with the repository's name.
M	SecretVolumeSource	Files made from a Secret: one per key, with the key's value as its contents. They follow changes of the Secret.
F	secretName	The Secret. It is in the same namespace as the pod.
F	items	Keys to make files of, and where. Absent means all keys, each under its own name. A key that is missing keeps the pod from starting, unless optional is true.
F	defaultMode	Permission bits of files that have no mode of their own, from 0 to 0777. Default 0644. JSON has no octal numbers: write them in decimal there.
F	optional	True lets the pod start even if the Secret or a listed key does not exist. False by default.
M	SecretProjection	Files made from a Secret, as a part of a projected volume.
F	items	Keys to make files of, and where. Absent means all keys, each under its own name.
F	optional	True lets the pod start even if the Secret or a listed key does not exist. False by default.
M	NFSVolumeSource	A folder that an NFS server exports.
F	server	Host name or IP address of the server.
F	path	Absolute path that the server exports.
F	readOnly	True mounts the volume read only. False by default.
M	ISCSIVolumeSource	A block device of an iSCSI target, for a pod.
F	targetPortal	Address of the target, as IP or IP:port when the port is not 3260.
F	iqn	Qualified name of the target.
F	lun	Logical unit number of the device.
F	iscsiInterface	Name of the initiator's iSCSI interface.
F	fsType	File system on the device, such as ext4 or xfs. Absent means ext4.
F	readOnly	True mounts the volume read only. False by default.
F	portals	Further addresses of the target, for several paths to it.
F	chapAuthDiscovery	True authenticates the discovery with CHAP.
F	chapAuthSession	True authenticates the session with CHAP.
F	secretRef	Secret with the CHAP user and password, in the pod's namespace.
F	initiatorName	Initiator name to use instead of the node's. It makes the connection use an interface of its own.
M	ISCSIPersistentVolumeSource	A block device of an iSCSI target, for a PersistentVolume.
F	targetPortal	Address of the target, as IP or IP:port when the port is not 3260.
F	iqn	Qualified name of the target.
F	lun	Logical unit number of the device.
F	iscsiInterface	Name of the initiator's iSCSI interface.
F	fsType	File system on the device, such as ext4 or xfs. Absent means ext4.
F	readOnly	True mounts the volume read only. False by default.
F	portals	Further addresses of the target, for several paths to it.
F	chapAuthDiscovery	True authenticates the discovery with CHAP.
F	chapAuthSession	True authenticates the session with CHAP.
F	secretRef	Secret with the CHAP user and password.
F	initiatorName	Initiator name to use instead of the node's. It makes the connection use an interface of its own.
M	FCVolumeSource	A Fibre Channel block device, named either by its wwids or by targetWWNs together with lun.
F	targetWWNs	World wide names of the targets.
F	lun	Logical unit number on the targets.
F	fsType	File system on the device, such as ext4 or xfs. Absent means ext4.
F	readOnly	True mounts the volume read only. False by default.
F	wwids	World wide identifiers of the device.
M	AzureFileVolumeSource	An Azure file share, for a pod.
F	secretName	Name of the Secret with the storage account's name and key, in the pod's namespace.
F	shareName	Name of the share.
F	readOnly	True mounts the volume read only. False by default.
M	AzureFilePersistentVolumeSource	An Azure file share, for a PersistentVolume.
F	secretName	Name of the Secret with the storage account's name and key.
F	shareName	Name of the share.
F	readOnly	True mounts the volume read only. False by default.
F	secretNamespace	Namespace of the Secret. Absent means that of the pod.
M	VsphereVirtualDiskVolumeSource	A vSphere virtual disk.
F	volumePath	Path of the VMDK file.
F	fsType	File system on the disk, such as ext4 or xfs. Absent means ext4.
F	storagePolicyName	Name of the storage policy of the disk.
F	storagePolicyID	Id of the storage policy that storagePolicyName names.
M	PhotonPersistentDiskVolumeSource	A Photon Controller disk. Kubelets no longer have this driver.
F	pdID	Photon Controller's id of the disk.
F	fsType	File system on the disk, such as ext4 or xfs. Absent means ext4.
M	AzureDiskVolumeSource	An Azure data disk.
F	diskName	Name of the disk in the storage account.
F	diskURI	URI of the disk in the storage account.
F	cachingMode	How the host caches the disk: None, ReadOnly or ReadWrite.
F	fsType	File system on the disk, such as ext4 or xfs.
F	readOnly	True mounts the volume read only.
F	kind	Shared: many blob disks in one storage account. Dedicated: one blob disk per account. Managed: an Azure managed disk.
M	PortworxVolumeSource	A Portworx volume.
F	volumeID	Portworx' id of the volume.
F	fsType	File system on the volume, ext4 or xfs. Absent means ext4.
F	readOnly	True mounts the volume read only. False by default.
M	ScaleIOVolumeSource	A ScaleIO volume, for a pod. Kubelets no longer have this driver.
F	gateway	Address of the ScaleIO API gateway.
F	system	Name of the storage system in ScaleIO.
F	secretRef	Secret with the ScaleIO user and other sensitive data, in the pod's namespace. Required.
F	sslEnabled	True talks TLS to the gateway. False by default.
F	protectionDomain	ScaleIO protection domain of the storage.
F	storagePool	ScaleIO storage pool of the protection domain.
F	storageMode	How storage is provisioned: ThickProvisioned or ThinProvisioned.
F	volumeName	Name of a volume that exists in ScaleIO.
F	fsType	File system on the volume, such as ext4 or xfs.
F	readOnly	True mounts the volume read only. False by default.
M	ScaleIOPersistentVolumeSource	A ScaleIO volume, for a PersistentVolume. Kubelets no longer have this driver.
F	gateway	Address of the ScaleIO API gateway.
F	system	Name of the storage system in ScaleIO.
F	secretRef	Secret with the ScaleIO user and other sensitive data. Required.
F	sslEnabled	True talks TLS to the gateway. False by default.
F	protectionDomain	ScaleIO protection domain of the storage.
F	storagePool	ScaleIO storage pool of the protection domain.
F	storageMode	How storage is provisioned: ThickProvisioned or ThinProvisioned.
F	volumeName	Name of a volume that exists in ScaleIO.
F	fsType	File system on the volume, such as ext4 or xfs.
F	readOnly	True mounts the volume read only. False by default.
M	StorageOSVolumeSource	A StorageOS volume, for a pod. Kubelets no longer have this driver.
F	volumeName	Name of the volume, unique within its StorageOS namespace.
F	volumeNamespace	StorageOS namespace of the volume. Absent means the one named like the pod's namespace.
F	fsType	File system on the volume, such as ext4 or xfs. Absent means ext4.
F	readOnly	True mounts the volume read only. False by default.
F	secretRef	Secret with the credentials for StorageOS, in the pod's namespace. Absent means the default ones.
M	StorageOSPersistentVolumeSource	A StorageOS volume, for a PersistentVolume. Kubelets no longer have this driver.
F	volumeName	Name of the volume, unique within its StorageOS namespace.
F	volumeNamespace	StorageOS namespace of the volume. Absent means the one named like the pod's namespace.
F	fsType	File system on the volume, such as ext4 or xfs. Absent means ext4.
F	readOnly	True mounts the volume read only. False by default.
F	secretRef	Secret with the credentials for StorageOS. Absent means the default ones.
M	ConfigMapVolumeSource	Files made from a ConfigMap: one per key, with the key's value as its contents. They follow changes of the ConfigMap.
F	items	Keys to make files of, and where. Absent means all keys, each under its own name. A key that is missing keeps the pod from starting, unless optional is true.
F	defaultMode	Permission bits of files that have no mode of their own, from 0 to 0777. Default 0644. JSON has no octal numbers: write them in decimal there.
F	optional	True lets the pod start even if the ConfigMap or a listed key does not exist. False by default.
M	ConfigMapProjection	Files made from a ConfigMap, as a part of a projected volume.
F	items	Keys to make files of, and where. Absent means all keys, each under its own name.
F	optional	True lets the pod start even if the ConfigMap or a listed key does not exist. False by default.
M	ServiceAccountTokenProjection	A file with a token of the pod's service account. The kubelet renews the token before it expires.
F	audience	For whom the token is meant; a recipient must refuse tokens for others. Absent means the API server.
F	expirationSeconds	Lifetime of each token that is asked for, in seconds: at least 600, default 3600. The file gets a new one when 80 percent of it, or 24 hours, have passed.
F	path	File with the token, relative to the volume.
M	ClusterTrustBundleProjection	A file with the certificates of ClusterTrustBundles, in PEM, without duplicates and in no particular order.
F	name	The one ClusterTrustBundle to take. Excludes signerName and labelSelector.
F	signerName	Take all bundles of this signer that labelSelector matches. Excludes name.
F	labelSelector	Labels of the bundles to take; needs signerName. Absent matches none, an empty selector all of the signer's.
F	optional	True lets the pod start even if no bundle is found; the file is then empty. False by default.
F	path	File with the certificates, relative to the volume.
M	PodCertificateProjection	A private key that the kubelet makes, and a certificate for it that a signer issues for the pod. Both are renewed before they expire.
F	signerName	The signer that is asked for the certificate.
F	keyType	Kind of key to make: RSA3072, RSA4096, ECDSAP256, ECDSAP384, ECDSAP521 or ED25519.
F	maxExpirationSeconds	Longest lifetime of the certificate, in seconds: from 3600 to 7862400 (91 days), default 86400. The signer may issue a shorter one.
F	credentialBundlePath	File, relative to the volume, with the private key followed by the certificate chain, in PEM. One file keeps the two consistent.
F	keyPath	File with the private key in PEM, relative to the volume. A reader of separate files may see a key and a certificate that do not match during a renewal.
F	certificateChainPath	File with the certificate chain in PEM, relative to the volume.
F	userAnnotations	Further data that is passed to the signer as it stands, unverified; keys have the form of label keys with a prefix.
M	ProjectedVolumeSource	Files from several sources, in one folder.
F	sources	The sources, each of one kind. Two of them may not write to the same path.
F	defaultMode	Permission bits of files that have no mode of their own, from 0 to 0777. Default 0644. JSON has no octal numbers: write them in decimal there.
M	VolumeProjection	One source of a projected volume. Exactly one member is set.
F	secret	Keys of a Secret in the pod's namespace, as files.
F	downwardAPI	Fields of the pod itself, as files.
F	configMap	Keys of a ConfigMap in the pod's namespace, as files.
F	serviceAccountToken	A token of the pod's service account, as a file.
F	clusterTrustBundle	Certificates of one or more ClusterTrustBundles, as a file.
F	podCertificate	A private key and a certificate for it, issued to the pod, as files.
M	KeyToPath	Makes a file out of one key of a Secret or ConfigMap.
F	key	The key whose value becomes the file's contents.
F	path	File relative to the volume; it may have folders, but is not absolute and has no "..".
F	mode	Permission bits of the file, from 0 to 0777. Absent means the volume's defaultMode.
M	LocalVolumeSource	Storage that is attached directly to one node.
F	path	Path on the node of a folder, or of a block device such as a disk or a partition.
F	fsType	File system to make on a block device that has none, such as ext4 or xfs. Only used when path is a block device. Absent means that one is chosen.
M	CSIPersistentVolumeSource	A volume of a CSI driver, for a PersistentVolume.
F	driver	Name of the CSI driver, as it registers itself.
F	volumeHandle	The driver's own id of the volume, as it was given when the volume was made. Immutable.
F	readOnly	True publishes the volume read only. False by default.
F	fsType	File system to mount the volume with, such as ext4 or xfs.
F	volumeAttributes	Static properties of the volume, passed to the driver as its volume context.
F	controllerPublishSecretRef	Secret that the driver gets when the volume is attached to a node or detached.
F	nodeStageSecretRef	Secret that the driver gets when the volume is staged on a node.
F	nodePublishSecretRef	Secret that the driver gets when the volume is mounted for a pod.
F	controllerExpandSecretRef	Secret that the driver gets when the volume is grown in the storage system.
F	nodeExpandSecretRef	Secret that the driver gets when the volume is grown on the node.
M	CSIVolumeSource	A volume that a CSI driver makes for one pod.
F	driver	Name of the CSI driver, as it registers itself.
F	readOnly	True mounts the volume read only. False by default.
F	fsType	File system to mount the volume with, such as ext4 or xfs. Absent leaves it to the driver.
F	volumeAttributes	Properties of the volume, passed to the driver; its documentation says which it knows.
F	nodePublishSecretRef	Secret of the pod's namespace that the driver gets when the volume is mounted.
M	EphemeralVolumeSource	A volume whose PersistentVolumeClaim lives as long as its pod.
F	volumeClaimTemplate	The claim to create. Its name becomes POD-VOLUME, and the pod owns it. A claim of that name that the pod does not own keeps the pod from starting. Required and immutable.
M	PersistentVolumeClaimTemplate	The PersistentVolumeClaim to create for a pod's ephemeral volume.
F	metadata	Labels and annotations of the claim; no other metadata is allowed.
F	spec	The storage that the claim asks for.
M	ContainerPort	A port on which a container listens. Leaving it out does not close the port: this is information, and a name to refer to.
F	name	Name that is unique within the pod, at most 15 characters; Services and probes can use it in place of the number.
F	hostPort	Port of the node that is forwarded to the container, 1 to 65535. With hostNetwork it equals containerPort, also by default. Only one pod per node can have it, so most pods should not.
F	containerPort	Number of the port, 1 to 65535.
F	protocol	Transport protocol of the port: TCP, UDP or SCTP.
F	hostIP	Address of the node on which hostPort is opened. Absent means all of them.
M	VolumeMount	Makes a volume of the pod visible at a path in the container.
F	name	Name of the volume, as in spec.volumes.
F	readOnly	True mounts it read only, false (default) for reading and writing.
F	recursiveReadOnly	Whether file systems mounted below a read only mount are read only as well. Disabled (default): they are as they are. IfPossible: where the runtime can do it. Enabled: always, or the pod fails. Other values than Disabled need readOnly and no mountPropagation but None.
F	mountPath	Path in the container at which the volume appears. It may not contain a colon.
F	subPath	File or folder of the volume to mount, instead of its root. Relative and without "..". A mount with it does not follow later changes of a Secret or ConfigMap.
F	mountPropagation	Whether mounts made after the start are passed on. None (default): in neither direction. HostToContainer: those of the host appear in the container. Bidirectional: those of the container appear on the host too; only for privileged containers.
F	subPathExpr	Like subPath, with $(NAME) replaced by the container's environment variables. Excludes subPath.
M	VolumeDevice	Gives a container the raw block device of a volume.
F	name	Name of a persistentVolumeClaim volume of the pod whose claim has volumeMode Block.
F	devicePath	Path in the container at which the device appears.
M	EnvVar	One environment variable of a container.
F	name	Name of the variable: printable ASCII without "=".
F	value	Its value. $(NAME) is replaced by variables that stand before it, or by the service's and envFrom's; $$ writes a single $. An unknown name is left as it stands. Default is the empty string.
F	valueFrom	Where the value is taken from when the container starts. Excludes a value that is not empty.
M	EnvVarSource	Where an environment variable's value comes from. Exactly one member is set.
F	fieldRef	A field of the pod: metadata.name, metadata.namespace, metadata.uid, metadata.labels['KEY'], metadata.annotations['KEY'], spec.nodeName, spec.serviceAccountName, status.hostIP, status.hostIPs, status.podIP or status.podIPs.
F	resourceFieldRef	A limit or request of a container.
F	configMapKeyRef	A key of a ConfigMap in the pod's namespace.
F	secretKeyRef	A key of a Secret in the pod's namespace.
F	fileKeyRef	A variable in a file that an init container has written to an emptyDir volume.
M	FileKeySelector	One variable of a file in env format (NAME=value lines) on a volume of the pod.
F	volumeName	Name of the emptyDir volume that holds the file.
F	path	File relative to the volume, without "..".
F	key	Name of the variable in the file.
F	optional	True leaves the variable unset when the file or the key does not exist; otherwise the container does not start.
M	ObjectFieldSelector	A field of the pod itself.
F	apiVersion	API version in which fieldPath is written. Default v1.
F	fieldPath	Path of the field, such as metadata.name or metadata.labels['app'].
M	ResourceFieldSelector	A resource amount of a container.
F	containerName	Name of the container. Required in volumes; in environment variables, absent means the container itself.
F	resource	Which amount: limits.cpu, limits.memory, limits.ephemeral-storage, or the same under requests. A limit that is not set is replaced by the node's allocatable amount.
F	divisor	Unit of the result: the amount is divided by it and rounded up. Default 1, that is cores or bytes.
M	ConfigMapKeySelector	One key of a ConfigMap in the pod's namespace.
F	key	Key of the ConfigMap whose value is taken.
F	optional	True leaves the variable unset when the ConfigMap or the key does not exist; otherwise the container does not start. False by default.
M	SecretKeySelector	One key of a Secret in the pod's namespace.
F	key	Key of the Secret whose value is taken.
F	optional	True leaves the variable unset when the Secret or the key does not exist; otherwise the container does not start. False by default.
M	EnvFromSource	Makes an environment variable of each key of a ConfigMap or Secret. Exactly one of the two is set.
F	prefix	Text that is put before each key to make the variable's name. Default is none.
F	configMapRef	The ConfigMap whose keys become variables.
F	secretRef	The Secret whose keys become variables.
M	ConfigMapEnvSource	A ConfigMap of the pod's namespace whose keys become environment variables.
F	optional	True lets the container start even if the ConfigMap does not exist. False by default.
M	SecretEnvSource	A Secret of the pod's namespace whose keys become environment variables.
F	optional	True lets the container start even if the Secret does not exist. False by default.
M	HTTPHeader	A header that is sent with an HTTP request.
F	name	Name of the header. It is sent in its canonical form; a name may occur several times.
F	value	Value of the header, sent as it stands.
M	HTTPGetAction	An HTTP GET request; an answer with a status from 200 to 399 is a success.
F	path	Path of the request. Default "/".
F	port	Number of the port, 1 to 65535, or the name of a port of the container.
F	host	Host to connect to. Default is the pod's IP; to set only the Host header, use httpHeaders.
F	scheme	HTTP (default) or HTTPS. A certificate is not verified.
F	httpHeaders	Headers to send with the request.
M	TCPSocketAction	Opens a TCP connection; that it opens is the success.
F	port	Number of the port, 1 to 65535, or the name of a port of the container.
F	host	Host to connect to. Default is the pod's IP.
M	GRPCAction	A call of the gRPC health checking service, without TLS; the answer SERVING is a success.
F	port	Number of the port, 1 to 65535.
F	service	Service name that is put into the HealthCheckRequest. Empty asks for the server as a whole.
M	ExecAction	A command that is run in the container; exit code 0 is a success.
F	command	Program and arguments. It is started directly: for a shell, call one. The working folder is the root of the container's file system.
M	SleepAction	A pause.
F	seconds	Length of the pause in seconds. It counts against the pod's termination grace period.
M	Probe	A check that the kubelet repeats on a container. Exactly one of exec, httpGet, tcpSocket and grpc is set.
F	initialDelaySeconds	Seconds to wait after the container's start before the first check. Default 0.
F	timeoutSeconds	Seconds after which an unanswered check counts as failed. Default 1, at least 1.
F	periodSeconds	Seconds from one check to the next. Default 10, at least 1.
F	successThreshold	Successes in a row after which a failed probe counts as successful again. Default 1; liveness and startup probes allow nothing else.
F	failureThreshold	Failures in a row after which the probe counts as failed. Default 3, at least 1.
F	terminationGracePeriodSeconds	Seconds that the container has to end when this probe makes it restart, instead of the pod's terminationGracePeriodSeconds. At least 1; not for readiness probes.
M	ContainerResizePolicy	What a change of a resource's amount means for a running container.
F	resourceName	The resource: cpu or memory.
F	restartPolicy	NotRequired (default): applied without a restart, where possible. RestartContainer: the container is restarted with the new amount.
M	Capabilities	Changes of the Linux capabilities that the container runtime gives by default.
F	add	Capabilities to add, such as NET_ADMIN. ALL means every one.
F	drop	Capabilities to take away. ALL means every one.
M	ResourceRequirements	How much of each resource is needed, and how much may be used at most.
F	limits	The most that may be used. Over cpu the container is throttled; over memory it is killed; over ephemeral-storage the pod is evicted.
F	requests	What is set aside on the node, and what the scheduler counts. Absent means the limit when there is one, and otherwise nothing. It may not be larger than the limit.
F	claims	Claims of the pod (spec.resourceClaims) whose devices the container may use. Immutable, and only for containers.
M	VolumeResourceRequirements	How much storage a claim needs.
F	limits	The largest size that a volume may have, under the key storage.
F	requests	The smallest size that the volume must have, under the key storage.
M	ResourceClaim	Gives a container the devices of one of its pod's claims.
F	name	Name of the entry in the pod's spec.resourceClaims.
F	request	Name of the request within the claim whose devices are given. Absent means the devices of all requests.
M	Container	One container of a pod. It cannot be changed later, but for its image and, by resizing, its resources.
F	name	DNS label that is unique among all containers of the pod. Immutable.
F	image	Image to run, such as registry/name:tag or registry/name@digest. Workload templates may leave it out, pods not.
F	command	The program to run and its first arguments, in place of the image's entry point. $(NAME) is replaced by environment variables, $$ writes a single $; no shell is involved.
F	args	Arguments of the program, in place of the image's own. $(NAME) is replaced by environment variables, $$ writes a single $.
F	workingDir	Folder in which the program starts. Default is the image's, or the root folder.
F	ports	Ports on which the container listens, for information and to refer to them by name.
F	envFrom	ConfigMaps and Secrets of which every key becomes an environment variable. Later ones win over earlier ones, and env over all of them.
F	env	Environment variables, one by one.
F	resources	CPU, memory and other resources that the container needs and may use. CPU and memory can be changed while it runs, through the resize subresource.
F	resizePolicy	Whether a change of cpu or memory restarts the container. What is not listed is changed without one.
F	restartPolicy	When this container is restarted, in place of the pod's restartPolicy: Always, OnFailure or Never. For an init container, Always makes it a sidecar: the start goes on once it has started, and it runs until all other containers have ended.
F	restartPolicyRules	Rules, at most 20, that decide by the exit code whether the container is restarted; the first that matches wins. When none does, restartPolicy decides, which must be set.
F	volumeMounts	Volumes of the pod that are mounted into the container's file system.
F	volumeDevices	Volumes of the pod that the container gets as raw block devices.
F	livenessProbe	Check whether the container still works; when it fails, the container is restarted. Absent means that it works as long as it runs.
F	readinessProbe	Check whether the container can serve; while it fails, the pod gets no traffic from Services. Absent means that it can once it runs.
F	startupProbe	Check whether the container has started; until it succeeds the other probes wait, and when it fails the container is restarted.
F	lifecycle	Actions after the container's start and before its end.
F	terminationMessagePath	File in the container whose contents become the message of its end. At most 4096 bytes are kept. Default /dev/termination-log. Immutable.
F	terminationMessagePolicy	File (default): the message is read from terminationMessagePath. FallbackToLogsOnError: when that is empty and the container failed, the end of its log is taken. Immutable.
F	imagePullPolicy	Always: the registry is asked at each start. IfNotPresent: only when the node has no such image. Never: the image must be on the node. Default Always for the tag latest or no tag, and IfNotPresent otherwise. Immutable.
F	securityContext	Privileges of the container. They win over those of the pod's securityContext.
F	stdin	True keeps the container's standard input open, for attaching to it. False (default) gives it an empty one.
F	stdinOnce	True closes standard input after the first client that attached has gone; false (default) leaves it open for others.
F	tty	True gives the container a terminal; needs stdin to be useful. False by default.
M	ProbeHandler	How a probe finds out. Exactly one member is set.
F	exec	Runs a command in the container.
F	httpGet	Sends an HTTP GET request.
F	tcpSocket	Opens a TCP connection.
F	grpc	Calls the gRPC health service.
M	LifecycleHandler	What is done at a point of a container's life. Exactly one member is set.
F	exec	Runs a command in the container.
F	httpGet	Sends an HTTP GET request.
F	tcpSocket	Deprecated and not supported: it is accepted, and fails when it is run.
F	sleep	Waits for a number of seconds.
M	Lifecycle	What is done after a container's start and before its end.
F	postStart	Run right after the container was created, at the same time as its program. When it fails, the container is killed and its restart policy applies.
F	preStop	Run before the container is stopped on purpose (deletion, failed probe, eviction); the stop signal follows when it is done, or the grace period is over.
F	stopSignal	Signal that asks the container to end. Absent means the image's, or SIGTERM. It needs spec.os.name; with windows, only SIGTERM and SIGKILL.
M	ContainerStateWaiting	A container that does not run yet.
F	reason	Short CamelCase cause, such as ContainerCreating, ImagePullBackOff or CrashLoopBackOff.
F	message	What changed last, in words for people.
M	ContainerStateRunning	A container that runs.
F	startedAt	When the container was last started.
M	ContainerStateTerminated	A container that has ended.
F	exitCode	Exit code of its main process.
F	signal	Signal that ended it, if one did.
F	reason	Short CamelCase cause, such as Completed, Error or OOMKilled.
F	message	What the container has written to its termination message file.
F	startedAt	When this run of the container began.
F	finishedAt	When this run of the container ended.
F	containerID	The runtime's id of the container, as TYPE://ID.
M	ContainerState	The state of a container. At most one member is set; with none, the container waits.
F	waiting	Set while the container does not run yet, for instance while its image is pulled.
F	running	Set while the container runs.
F	terminated	Set when the container has ended.
M	ContainerStatus	The state of one container of a pod.
F	name	Name of the container. It cannot change.
F	state	What the container does now.
F	lastState	How the container's last run ended, when it has been restarted.
F	ready	Whether the container passes its readiness probe, and so can serve.
F	restartCount	How often the container has been restarted. Removing dead containers from the node can lower it.
F	image	Image that runs. The runtime may know it by another name than the spec.
F	imageID	The runtime's id of the image, with its digest.
F	containerID	The runtime's id of the container, as TYPE://ID.
F	started	Whether the startup probe has passed, or, without one, the container runs.
F	allocatedResources	Amounts that the node has set aside for the container. They follow the spec's requests when a resize was admitted.
F	resources	Requests and limits that really apply to the running container.
F	volumeMounts	How each volume is mounted in the container.
F	user	User that the container's first process had at its start.
F	allocatedResourcesStatus	Health of the devices that the container was given.
F	stopSignal	Signal that is sent to the container to stop it.
M	ResourceStatus	Health of one resource that a container was given.
F	name	Name of the resource; for a claim, claim:CLAIM or claim:CLAIM/REQUEST.
F	resources	Health of the single devices.
M	ResourceHealth	Health of one device.
F	resourceID	Id of the device, unique within the resource.
F	health	Healthy, Unhealthy, or Unknown when it cannot be told.
F	message	Details on the health, for people.
M	ContainerUser	The user that a container's first process runs as.
F	linux	Its numeric ids, on Linux.
M	LinuxContainerUser	User and groups of a Linux process.
F	uid	User id that the process had at its start.
F	gid	Primary group id that the process had at its start.
F	supplementalGroups	Further group ids that the process had at its start.
M	PodCondition	One aspect of a pod's state, such as being ready.
F	type	What the condition is about: PodScheduled, Initialized, ContainersReady, Ready, DisruptionTarget, a readiness gate's type, and others.
F	observedGeneration	metadata.generation of the pod on which the condition is based.
F	status	Whether the condition holds: True, False or Unknown.
F	lastProbeTime	When the condition was last checked.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
M	VolumeMountStatus	How a volume is mounted in a container.
F	name	Name of the volume.
F	mountPath	Path in the container, as in its volumeMounts.
F	readOnly	Whether the mount is read only.
F	recursiveReadOnly	Disabled or Enabled: whether what is mounted below is read only too.
F	volumeStatus	Further data that depends on the kind of volume.
M	VolumeStatus	Data on a mounted volume that depends on its kind.
F	image	Set for volumes made from an image.
M	ImageVolumeStatus	Data on a volume that was made from an image.
F	imageRef	Digest of the image whose files are mounted.
M	ContainerRestartRule	Decides whether a container that has ended is restarted.
F	action	What is done when the rule matches. Restart: this container is started again. RestartAllContainers: all containers of the pod are.
F	exitCodes	The exit codes to which the rule applies.
M	ContainerRestartRuleOnExitCodes	A set of exit codes.
F	operator	In: matches the exit codes in values. NotIn: matches all others.
F	values	The exit codes, at most 255 of them.
M	NodeSelector	Selects nodes: a node that matches one of the terms is selected.
F	nodeSelectorTerms	The terms, of which one must match. At least one is required.
M	NodeSelectorTerm	Selects the nodes that fulfil all of its requirements. An empty term selects none.
F	matchExpressions	Requirements on the node's labels.
F	matchFields	Requirements on the node's fields. The only field is metadata.name.
M	NodeSelectorRequirement	A requirement on one label or field of a node.
F	key	Label key or field that is compared.
F	operator	In and NotIn: the value is, or is not, one of values. Exists and DoesNotExist: the key is there, or is not. Gt and Lt: the value, an integer, is greater or less than the one in values.
F	values	Values to compare with: at least one for In and NotIn, exactly one for Gt and Lt, none for the others.
M	TopologySelectorTerm	Selects topologies, such as zones: those that fulfil all of its requirements. An empty term selects none.
F	matchLabelExpressions	Requirements on the topology's labels.
M	TopologySelectorLabelRequirement	A requirement on one label of a topology.
F	key	Label key, such as topology.kubernetes.io/zone.
F	values	Values of which the label must have one.
M	Affinity	Rules on which nodes, and near which pods, a pod is placed.
F	nodeAffinity	Rules on the nodes themselves.
F	podAffinity	Rules on pods to be near to.
F	podAntiAffinity	Rules on pods to be away from.
M	PodAffinity	Places a pod near others: into the same topology domain, such as a node or a zone.
F	requiredDuringSchedulingIgnoredDuringExecution	Terms that must all hold for a node to be chosen. A pod that runs stays even if they stop to hold.
F	preferredDuringSchedulingIgnoredDuringExecution	Terms that should hold: nodes where the sum of the weights of those that do is greatest are preferred.
M	PodAntiAffinity	Places a pod away from others: not into the same topology domain, such as a node or a zone.
F	requiredDuringSchedulingIgnoredDuringExecution	Terms of which none may match pods in a node's domain for it to be chosen. A pod that runs stays even if one begins to match.
F	preferredDuringSchedulingIgnoredDuringExecution	Terms that should match nowhere near: nodes where the sum of the weights of those that match is smallest are preferred.
M	WeightedPodAffinityTerm	A pod affinity term that is a preference.
F	weight	How much it counts, from 1 to 100.
F	podAffinityTerm	The pods, and the domain, that the preference is about.
M	PodAffinityTerm	A set of pods, and the topology domain in which a pod is to be together with them, or not.
F	labelSelector	Labels of the pods. Absent matches no pod, an empty selector every pod.
F	namespaces	Namespaces of the pods, besides those that namespaceSelector selects. Both absent mean the pod's own namespace.
F	topologyKey	Node label that makes a domain: nodes with the same value of it are together. For example kubernetes.io/hostname. Required.
F	namespaceSelector	Labels of further namespaces of the pods. Absent selects none, an empty selector all of them.
F	matchLabelKeys	Label keys whose values are taken from the new pod and added to labelSelector as key in (value). Keys that the pod lacks are ignored. It needs labelSelector, which may not name the same keys.
F	mismatchLabelKeys	Label keys whose values are taken from the new pod and added to labelSelector as key notin (value). Keys that the pod lacks are ignored. It needs labelSelector, which may not name the same keys.
M	NodeAffinity	Rules on the nodes on which a pod may be placed.
F	requiredDuringSchedulingIgnoredDuringExecution	What a node must match to be chosen. A pod that runs stays even if its node no longer matches.
F	preferredDuringSchedulingIgnoredDuringExecution	Terms that a node should match: nodes with the greatest sum of the weights of those that do are preferred.
M	PreferredSchedulingTerm	A node selector term that is a preference.
F	weight	How much it counts, from 1 to 100.
F	preference	The nodes that are preferred. An empty term has no effect.
M	Taint	Keeps pods that do not tolerate it away from a node.
F	key	Key of the taint, in the form of a label key.
F	value	Value of the taint, in the form of a label value. Default is empty.
F	effect	NoSchedule: new pods are not placed here. PreferNoSchedule: they are placed elsewhere if possible. NoExecute: running pods are evicted as well.
F	timeAdded	When a NoExecute taint was added; tolerationSeconds count from then.
M	Toleration	Lets a pod be on nodes with taints that match: those for which key, value and effect all do.
F	key	Key of the taint. Empty, with the operator Exists, matches every taint.
F	operator	How value is compared. Equal (default): the taint's is the same. Exists: any value. Gt and Lt: the taint's value, an integer, is greater or less than this one.
F	value	Value to compare with. Empty for Exists.
F	effect	Effect of the taint: NoSchedule, PreferNoSchedule or NoExecute. Empty matches all effects.
F	tolerationSeconds	How many seconds a pod stays after a NoExecute taint has appeared; 0 or less means none. Absent means for ever. Only for the effect NoExecute.
M	PodReadinessGate	A condition that must be true, besides the containers' readiness, for a pod to be ready.
F	conditionType	Type of the condition in the pod's status. Something outside of the kubelet sets it; while it is missing it counts as false.
M	PodSpec	What runs in a pod, and where. Of a pod that exists only containers' images, activeDeadlineSeconds, tolerations (additions), terminationGracePeriodSeconds (from negative to 1) and schedulingGates (removals) can be changed.
F	volumes	Storage that the pod's containers can mount, each with its own name.
F	initContainers	Containers that run before the others, one after the other; each must succeed before the next starts. Those with restartPolicy Always are sidecars, which go on running. Immutable.
F	containers	The containers, at least one, that run side by side on one node and share its network. None can be added or removed later.
F	ephemeralContainers	Containers that were added to the running pod to look into it. They can only be added, through the ephemeralcontainers subresource.
F	restartPolicy	When containers that have ended are started again: Always (default), OnFailure (exit code not 0) or Never.
F	terminationGracePeriodSeconds	Seconds from the request to stop until what still runs is killed. 0 kills at once. Default 30.
F	activeDeadlineSeconds	Seconds that the pod may be active on its node before it is failed and its containers are killed. At least 1; absent means no limit. It can be set or lowered later.
F	dnsPolicy	How names are resolved. ClusterFirst (default): cluster names by the cluster's DNS, others by its upstream. ClusterFirstWithHostNet: the same for pods with hostNetwork. Default: as on the node. None: only by dnsConfig.
F	nodeSelector	Labels that a node must all have for the pod to be placed on it.
F	serviceAccountName	ServiceAccount of the namespace as which the pod talks to the API server. Default is the account named default. Immutable.
F	serviceAccount	Deprecated name of serviceAccountName; it always has the same value.
F	automountServiceAccountToken	Whether a token of the service account is mounted into the containers. Absent means what the ServiceAccount says, and that true.
F	nodeName	Node on which the pod runs. The scheduler sets it; a pod created with it skips the scheduler. It never changes once set.
F	hostNetwork	True puts the pod into the node's network, with its addresses and ports. False by default.
F	hostPID	True lets the pod see all processes of the node. False by default; excludes shareProcessNamespace.
F	hostIPC	True shares the node's System V and POSIX IPC. False by default.
F	shareProcessNamespace	True lets the pod's containers see and signal each other's processes; the first process is then not theirs. False by default.
F	securityContext	Privileges of all of the pod's containers; a container's own securityContext wins. It also holds what concerns the pod as a whole.
F	imagePullSecrets	Secrets of the namespace with credentials for image registries. The service account's are added when the list is empty.
F	hostname	Host name within the pod. Default is the pod's name.
F	subdomain	Makes the pod's full name HOSTNAME.SUBDOMAIN.NAMESPACE.svc.CLUSTERDOMAIN. With a headless Service of this name, DNS answers for it. Absent means no full name.
F	affinity	Rules on which nodes, and near which pods, the pod is placed.
F	schedulerName	The scheduler that places the pod. Default default-scheduler.
F	tolerations	Taints of nodes that the pod tolerates. Entries can be added later, not removed.
F	hostAliases	Lines that are added to the pod's /etc/hosts.
F	priorityClassName	PriorityClass that gives the pod its priority. The classes system-node-critical and system-cluster-critical rank above all others. Absent means the class marked as global default, or priority 0.
F	priority	Priority as a number; higher ones are scheduled first and may displace lower ones. It is computed from priorityClassName, and only that value is accepted.
F	dnsConfig	DNS settings that are added to those of dnsPolicy, or are all there is when that is None.
F	readinessGates	Further conditions that must be True for the pod to be ready, besides the readiness of its containers.
F	runtimeClassName	RuntimeClass that says which container runtime handler runs the pod. Absent means the node's default one. The class must exist.
F	enableServiceLinks	Whether the Services of the namespace are told to the containers in environment variables. Default true.
F	preemptionPolicy	PreemptLowerPriority (default): the pod may displace others of lower priority to find a place. Never: it waits. It comes from the priority class.
F	overhead	What the pod needs beyond its containers' requests. It comes from the RuntimeClass and must equal it; scheduling and quota count it.
F	topologySpreadConstraints	How the pod and its like are spread over zones, nodes or other domains. All of them must hold.
F	setHostnameAsFQDN	True makes the full name the kernel's host name; a name of more than 64 characters fails the pod. False by default.
F	os	Operating system of the containers. It decides which fields are allowed; it does not choose the node.
F	hostUsers	False runs the pod in a user namespace of its own, in which root is an unprivileged user of the node. Default true. Immutable.
F	schedulingGates	While there are any, the scheduler leaves the pod alone. They can be given only at creation, and only be removed afterwards.
F	resourceClaims	Claims of devices that must be allocated before the pod starts; containers use them by name. Immutable.
F	resources	CPU, memory and huge pages for the pod as a whole, shared by its containers. Where set, they count in place of the containers' sums.
F	hostnameOverride	Host name within the pod in place of one made from hostname and subdomain: a DNS name of at most 64 characters. It excludes hostNetwork and setHostnameAsFQDN.
F	schedulingGroup	The group of pods together with which this one is scheduled. Immutable.
M	PodResourceClaim	One claim of devices, which either exists or is made for the pod. Exactly one of the two names is set.
F	name	Name by which the pod's containers refer to it: a DNS label, unique within the pod.
F	resourceClaimName	A ResourceClaim of the namespace; several pods may share it.
F	resourceClaimTemplateName	A ResourceClaimTemplate of the namespace; from it a claim is made for this pod, and deleted with it.
M	PodResourceClaimStatus	The ResourceClaim that stands behind an entry of spec.resourceClaims.
F	name	Name of the entry in spec.resourceClaims.
F	resourceClaimName	The claim that was made from the template. Absent means that none was needed.
M	PodExtendedResourceClaimStatus	The ResourceClaim that was made because devices serve extended resources the containers ask for.
F	requestMappings	Which request of the claim serves which container's resource.
F	resourceClaimName	Name of the claim, in the pod's namespace.
M	ContainerExtendedResourceRequest	Ties a container's extended resource to a request of the claim.
F	containerName	Name of the container.
F	resourceName	Name of the extended resource.
F	requestName	Name of the request in the claim.
M	PodOS	The operating system of a pod's containers.
F	name	linux or windows. Other values are not understood.
M	PodSchedulingGate	Something that must happen before a pod may be scheduled.
F	name	Name of the gate, in the form of a label key, unique within the pod.
M	PodSchedulingGroup	Points to the group of pods that are scheduled together.
F	podGroupName	PodGroup of the pod's namespace. Until it exists, the pod is not scheduled.
M	TopologySpreadConstraint	How evenly matching pods are spread over topology domains, such as zones.
F	maxSkew	By how many matching pods the domain of this one may exceed the domain that has the fewest. At least 1.
F	topologyKey	Node label that makes a domain: nodes with the same value of it are together. Nodes without it are not considered.
F	whenUnsatisfiable	What happens when the pod cannot be placed within maxSkew. DoNotSchedule: it waits. ScheduleAnyway: it is placed where the skew is least.
F	labelSelector	Labels of the pods that are counted, in the pod's namespace.
F	minDomains	Number of eligible domains below which the fewest pods in a domain are taken to be 0. At least 1, default 1; needs DoNotSchedule.
F	nodeAffinityPolicy	Honor (default): only nodes that match the pod's nodeSelector and nodeAffinity are counted. Ignore: all nodes are.
F	nodeTaintsPolicy	Honor: nodes with taints that the pod does not tolerate are left out. Ignore (default): taints do not matter.
F	matchLabelKeys	Label keys whose values are taken from the new pod and added to labelSelector; pod-template-hash, for instance, counts each revision by itself. It needs labelSelector, which may not name the same keys.
M	HostAlias	One line of a pod's /etc/hosts.
F	ip	IP address that the names stand for.
F	hostnames	Host names that are resolved to the address.
M	PodSecurityContext	Privileges of a pod's containers, and settings of the pod as a whole. Where a container's securityContext has the same field, that one wins.
F	seLinuxOptions	SELinux label of all containers. Absent means that the runtime chooses one at random for each. Not for Windows.
F	windowsOptions	Settings for Windows containers. Only when spec.os.name is windows.
F	runAsUser	User id of the containers' first process. Absent means the user of the image. Not for Windows.
F	runAsGroup	Primary group id of the containers' first process. Absent means the runtime's default. Not for Windows.
F	runAsNonRoot	True makes the kubelet refuse containers that would run as user 0. Absent or false means no such check.
F	supplementalGroups	Further group ids of the first process of each container. supplementalGroupsPolicy says what else is added. Not for Windows.
F	supplementalGroupsPolicy	Merge (default): the groups that the image's /etc/group gives the user are added. Strict: only fsGroup, supplementalGroups and runAsGroup count. Not for Windows.
F	fsGroup	Group id that owns the pod's volumes, for kinds that support it, and is a supplemental group of all containers. New files belong to it. Absent leaves ownership alone. Not for Windows.
F	sysctls	Kernel parameters of the pod's namespaces. Ones that the node does not allow make the pod fail. Not for Windows.
F	fsGroupChangePolicy	How a volume's files are given to fsGroup. Always (default): at each mount. OnRootMismatch: only when the volume's root is not as it should be. Not for Windows.
F	seccompProfile	System calls that containers may make. Not for Windows.
F	appArmorProfile	AppArmor profile of the containers. Not for Windows.
F	seLinuxChangePolicy	How volumes get the pod's SELinux label. MountOption: by a mount option, at once, where the volume supports it. Recursive: file by file, which lets pods of different labels share a volume. Absent means MountOption where it can be used. Not for Windows.
M	SeccompProfile	Which system calls are allowed.
F	type	RuntimeDefault: the runtime's own profile. Unconfined: no restriction. Localhost: a file on the node.
F	localhostProfile	File of the profile, relative to the kubelet's seccomp folder. Required for Localhost, forbidden otherwise.
M	AppArmorProfile	Which AppArmor profile applies.
F	type	RuntimeDefault: the runtime's own profile. Unconfined: none. Localhost: one that is loaded on the node.
F	localhostProfile	Name of a profile loaded on the node. Required for Localhost, forbidden otherwise.
M	PodDNSConfig	DNS settings of a pod, added to those that dnsPolicy gives.
F	nameservers	IP addresses of name servers, at most 3. Duplicates are dropped.
F	searches	Domains in which short names are looked up, at most 32. Duplicates are dropped.
F	options	Options of the resolver. One given here wins over the same of dnsPolicy.
M	PodDNSConfigOption	One option of the resolver, as in resolv.conf.
F	name	Name of the option, such as ndots. Required.
F	value	Value of the option. Absent for those that have none.
M	PodIP	An IP address of a pod.
F	ip	The address, IPv4 or IPv6.
M	HostIP	An IP address of a node.
F	ip	The address, IPv4 or IPv6.
M	EphemeralContainerCommon	What an ephemeral container has in common with the others of a pod.
F	name	DNS label that is unique among all containers of the pod.
F	image	Image to run, such as registry/name:tag or registry/name@digest.
F	command	The program to run and its first arguments, in place of the image's entry point. $(NAME) is replaced by environment variables, $$ writes a single $; no shell is involved.
F	args	Arguments of the program, in place of the image's own. $(NAME) is replaced by environment variables, $$ writes a single $.
F	workingDir	Folder in which the program starts. Default is the image's, or the root folder.
F	ports	Not allowed for ephemeral containers.
F	envFrom	ConfigMaps and Secrets of which every key becomes an environment variable. Later ones win over earlier ones, and env over all of them.
F	env	Environment variables, one by one.
F	resources	Not allowed for ephemeral containers: they use what the pod has left.
F	resizePolicy	Not allowed for ephemeral containers.
F	restartPolicy	Not allowed for ephemeral containers: they are never restarted.
F	restartPolicyRules	Not allowed for ephemeral containers: they are never restarted.
F	volumeMounts	Volumes of the pod that are mounted into the container. subPath is not allowed here.
F	volumeDevices	Volumes of the pod that the container gets as raw block devices.
F	livenessProbe	Not allowed for ephemeral containers.
F	readinessProbe	Not allowed for ephemeral containers.
F	startupProbe	Not allowed for ephemeral containers.
F	lifecycle	Not allowed for ephemeral containers.
F	terminationMessagePath	File in the container whose contents become the message of its end. At most 4096 bytes are kept. Default /dev/termination-log. Immutable.
F	terminationMessagePolicy	File (default): the message is read from terminationMessagePath. FallbackToLogsOnError: when that is empty and the container failed, the end of its log is taken. Immutable.
F	imagePullPolicy	Always: the registry is asked at each start. IfNotPresent: only when the node has no such image. Never: the image must be on the node. Default Always for the tag latest or no tag, and IfNotPresent otherwise. Immutable.
F	securityContext	Privileges of the container. They win over those of the pod's securityContext.
F	stdin	True keeps the container's standard input open, for attaching to it. False (default) gives it an empty one.
F	stdinOnce	True closes standard input after the first client that attached has gone; false (default) leaves it open for others.
F	tty	True gives the container a terminal; needs stdin to be useful. False by default.
M	EphemeralContainer	A container that is added to a running pod for debugging. It has no guaranteed resources, is never restarted, and cannot be changed or removed.
F	targetContainerName	Container of the pod whose process namespace it joins, where the runtime can do that. Absent means the pod's own namespaces.
M	PodStatus	The state of a pod as its node last reported it. It can be out of date when the node is unreachable.
F	observedGeneration	metadata.generation of the pod that this status was made from.
F	phase	Where the pod is in its life. Pending: accepted, not all containers have run yet. Running: on a node, at least one container runs or is being started. Succeeded: all containers ended with success. Failed: all ended, at least one with an error. Unknown: its node could not be asked.
F	conditions	Single aspects of the state, such as PodScheduled, Initialized, ContainersReady and Ready.
F	message	Why the pod is in this state, for people.
F	reason	Short CamelCase cause of this state, such as Evicted.
F	nominatedNodeName	Node on which room is being made for the pod by displacing others. It may still go elsewhere.
F	hostIP	IP address of the node. Absent while the pod is not on one.
F	hostIPs	IP addresses of the node, at most one per family; the first equals hostIP.
F	podIP	IP address of the pod, reachable within the cluster. Absent while it has none.
F	podIPs	IP addresses of the pod, at most one per family; the first equals podIP.
F	startTime	When the kubelet took the pod up, before it pulled any image.
F	initContainerStatuses	States of the init containers, in the order of the spec.
F	containerStatuses	States of the containers, one for each of them.
F	qosClass	Who is evicted last when a node runs short. Guaranteed: limits equal requests for cpu and memory everywhere. BestEffort: no requests or limits at all. Burstable: all others. Immutable.
F	ephemeralContainerStatuses	States of the ephemeral containers.
F	resize	Deprecated: Deferred or Infeasible while a resize cannot be done, now told by the conditions PodResizePending and PodResizeInProgress.
F	resourceClaimStatuses	The ResourceClaims that stand behind spec.resourceClaims.
F	extendedResourceClaimStatus	The ResourceClaim that was made for extended resources which devices serve. Absent when there is none.
F	allocatedResources	Amounts that the node has set aside for the pod as a whole: by spec.resources, or otherwise the sum over its containers.
F	resources	Requests and limits that really apply to the pod as a whole.
F	nodeAllocatableResourceClaimStatuses	Amounts of the node's own resources, such as cpu and memory, that the pod was given by way of its claims.
M	PodStatusResult	The status of a pod that was found in another way than the API server's store. Not served.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	status	The state last observed; controllers write it, users only read it.
M	Pod	A set of containers that run together on one node, with shared network and storage. It is the smallest thing that is scheduled; a Deployment, Job or the like usually makes it.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	What is to run, and where.
F	status	What runs now. Written by the kubelet and the control plane.
M	PodList	A list of Pod objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	PodTemplateSpec	The pods that a workload makes.
F	metadata	Labels and annotations that each pod gets.
F	spec	The spec that each pod gets.
M	PodTemplate	A pod template that is stored by itself.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	template	The template. A change does not touch pods that were made from it.
M	PodTemplateList	A list of PodTemplate objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ReplicationControllerSpec	How many pods of which kind a ReplicationController keeps.
F	replicas	Number of pods that are wanted. 0 is a number too.
F	minReadySeconds	Seconds that a pod must be ready without a break to count as available.
F	selector	Labels of the pods that belong to it. Default are those of the template. They must match the template's.
F	template	The pods to make when there are too few.
M	ReplicationControllerStatus	How far a ReplicationController has come.
F	replicas	Number of pods that there are.
F	fullyLabeledReplicas	Number of those that have all labels of the template.
F	readyReplicas	Number of those that are ready.
F	availableReplicas	Number of those that have been ready for minReadySeconds.
F	observedGeneration	metadata.generation that the controller has acted upon last.
F	conditions	Aspects of the state; ReplicaFailure says that pods could not be made or deleted.
M	ReplicationControllerCondition	One aspect of a ReplicationController's state.
F	type	What the condition is about, for example ReplicaFailure.
F	status	Whether the condition holds: True, False or Unknown.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
M	ReplicationController	Keeps a number of equal pods running. Deployments, with ReplicaSets, have taken its place.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	How many pods of which kind are wanted.
F	status	How many pods there are, and how many of them are ready.
M	ReplicationControllerList	A list of ReplicationController objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	SessionAffinityConfig	Settings of a Service's session affinity.
F	clientIP	Settings for the affinity ClientIP.
M	ClientIPConfig	Settings of affinity by the client's address.
F	timeoutSeconds	Seconds without a new connection after which a client may be sent elsewhere. From 1 to 86400 (a day); default 10800 (three hours).
M	ServiceStatus	What was set up for a Service.
F	loadBalancer	Where the load balancer can be reached, when there is one.
F	conditions	Aspects of the Service's state, each with a type of its own.
M	LoadBalancerStatus	Where a load balancer can be reached.
F	ingress	Its addresses. Traffic for the Service goes to any of them.
M	LoadBalancerIngress	One address of a load balancer.
F	ip	IP address, for load balancers that have one.
F	hostname	DNS name, for load balancers that have one.
F	ipMode	How packets arrive at the node; only with ip. VIP (default): with the balancer's address as destination. Proxy: with the node's or pod's.
F	ports	Ports of the load balancer. When given, there is one for each port of the Service.
M	ServiceSpec	Which pods stand behind a Service, and how clients reach them.
F	ports	The ports of the Service. At least one, except for a headless Service and for ExternalName.
F	selector	Labels of the pods that get the traffic. Absent means that somebody else writes the EndpointSlices. Not used for ExternalName.
F	clusterIP	Virtual address of the Service. Absent means that one is chosen; None means a headless Service, for which DNS answers with the pods' addresses. Immutable, unless type becomes or was ExternalName.
F	clusterIPs	Virtual addresses, at most one per IP family; the first equals clusterIP.
F	type	ClusterIP (default): a virtual address within the cluster. NodePort: also a port on each node. LoadBalancer: also a load balancer outside. ExternalName: only a DNS alias for externalName.
F	externalIPs	Addresses for which nodes accept traffic for the Service. The cluster does not manage them: somebody must route them to nodes.
F	sessionAffinity	None (default): connections go to any pod. ClientIP: those from one address go to the same pod.
F	loadBalancerIP	Deprecated: the address asked for of the load balancer. Not all providers heed it.
F	loadBalancerSourceRanges	Only clients from these CIDRs may use the load balancer, where the provider supports it. Absent means everybody.
F	externalName	DNS name to which the Service is an alias, without any proxying. Required for ExternalName, and only for it.
F	externalTrafficPolicy	Traffic from outside the cluster. Cluster (default): to all pods, without the client's address. Local: only to pods of the node that got it, with the client's address; without such pods it is dropped. Only for NodePort, LoadBalancer or with externalIPs.
F	healthCheckNodePort	Port on which each node says whether it has pods of the Service, for load balancers. Only for LoadBalancer with externalTrafficPolicy Local, where one is chosen when absent. It cannot be changed.
F	publishNotReadyAddresses	True has pods that are not ready count as ready: DNS and EndpointSlices show them. For peers that must find each other early. False by default.
F	sessionAffinityConfig	Settings of sessionAffinity; only allowed when that is not None.
F	ipFamilies	IP families of the Service, IPv4 or IPv6, in the order of clusterIPs. Default is the cluster's first family, with a second one as ipFamilyPolicy says. The first one cannot be changed.
F	ipFamilyPolicy	SingleStack (default): one family. PreferDualStack: two, where the cluster has both. RequireDualStack: two, or an error.
F	allocateLoadBalancerNodePorts	Whether ports on the nodes are chosen for a LoadBalancer. Default true; false for balancers that reach pods directly. Ports that were chosen stay.
F	loadBalancerClass	Implementation that provides the load balancer, in the form of a label key. Absent means the cluster's own. Only for LoadBalancer; it cannot be changed.
F	internalTrafficPolicy	Traffic from within the cluster. Cluster (default): to all pods. Local: only to pods of the client's node; without such pods it is dropped.
F	trafficDistribution	Which pods are preferred. PreferSameZone: those in the client's zone. PreferSameNode: those on its node, then in its zone. PreferClose: older name of PreferSameZone. Absent means all alike.
M	ServicePort	One port of a Service.
F	name	DNS label, unique within the Service. Required when there are several ports.
F	protocol	Transport protocol of the port: TCP, UDP or SCTP.
F	appProtocol	Protocol spoken on the port, as a hint: a name that IANA registered, kubernetes.io/h2c, kubernetes.io/ws or kubernetes.io/wss, or one with a prefix of its own.
F	port	Port of the Service, 1 to 65535.
F	targetPort	Port of the pods: a number, or the name of a container's port, which may differ from pod to pod. Default is the same as port. Not used by headless Services.
F	nodePort	Port on each node, for NodePort and LoadBalancer. Absent means that one is chosen, by default from 30000 to 32767.
M	Service	A stable name and address for a changing set of pods.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	Which pods stand behind it, and how they are reached.
F	status	What was set up for it; in particular the load balancer's address.
M	ServiceList	A list of Service objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ServiceAccount	An identity for the processes that run in pods. They prove it to the API server with a token.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	secrets	Secrets that its pods may use, when the account has the annotation kubernetes.io/enforce-mountable-secrets. That is deprecated; tokens come from the TokenRequest API.
F	imagePullSecrets	Secrets with registry credentials. Pods of the account that name none get these.
F	automountServiceAccountToken	Whether its pods have a token mounted. Absent means true; the pod's own field wins.
M	ServiceAccountList	A list of ServiceAccount objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	Endpoints	The addresses behind a Service, in one object. Deprecated in favor of EndpointSlice; cut off after 1000 addresses.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	subsets	Groups of addresses that have the same ports.
M	EndpointSubset	Addresses and ports; each address has each of the ports.
F	addresses	Addresses that are ready for traffic.
F	notReadyAddresses	Addresses that are not ready for traffic.
F	ports	Ports on which each of the addresses can be reached.
M	EndpointAddress	One address behind a Service.
F	ip	IP address. Loopback, link-local and multicast addresses are not allowed.
F	hostname	Host name of the endpoint, under the Service's DNS name.
F	nodeName	Node that has the endpoint.
F	targetRef	What the address belongs to, usually a Pod.
M	EndpointPort	One port behind a Service.
F	name	Name of the Service's port. Required when there are several.
F	port	Number of the port, 1 to 65535.
F	protocol	TCP (default), UDP or SCTP.
F	appProtocol	Protocol spoken on the port, as a hint.
M	EndpointsList	A list of Endpoints objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	NodeSpec	How the cluster uses a node.
F	podCIDR	Range from which the node's pods get their addresses.
F	podCIDRs	Ranges from which the node's pods get their addresses, at most one per IP family; the first equals podCIDR. Once set they cannot be changed.
F	providerID	Id of the machine with its cloud provider, as PROVIDER://ID. Once set it cannot be changed.
F	unschedulable	True keeps new pods away from the node; those that run stay. kubectl cordon sets it.
F	taints	Taints that keep pods away which do not tolerate them.
F	configSource	Deprecated and without effect.
F	externalID	Deprecated and without effect.
M	NodeConfigSource	Deprecated: a source of kubelet configuration. Without effect.
F	configMap	The ConfigMap with the configuration.
M	ConfigMapNodeConfigSource	Deprecated: a ConfigMap with kubelet configuration. Without effect.
F	namespace	Namespace of the ConfigMap.
F	name	Name of the ConfigMap.
F	uid	UID of the ConfigMap. Only in a node's status.
F	resourceVersion	Resource version of the ConfigMap. Only in a node's status.
F	kubeletConfigKey	Key of the ConfigMap with the configuration.
M	DaemonEndpoint	A port on which a daemon of a node listens.
F	Port	Number of the port, 1 to 65535.
M	NodeDaemonEndpoints	Ports of a node's daemons.
F	kubeletEndpoint	Port of the kubelet's server.
M	NodeRuntimeHandlerFeatures	What a runtime handler can do.
F	recursiveReadOnlyMounts	Whether it can make mounts read only together with all below them.
F	userNamespaces	Whether it can run pods in user namespaces of their own.
M	NodeRuntimeHandler	A handler of the node's container runtime, which a RuntimeClass can name.
F	name	Name of the handler. Empty means the default one.
F	features	What the handler can do.
M	NodeFeatures	What the node's container runtime can do, whichever the handler.
F	supplementalGroupsPolicy	Whether it heeds a pod's supplementalGroupsPolicy, of which not every runtime knows.
M	NodeSystemInfo	Facts about a node's machine and software.
F	machineID	Id of the machine from /etc/machine-id or the like.
F	systemUUID	UUID that the firmware reports.
F	bootID	Id that changes with each boot.
F	kernelVersion	Version of the running kernel, as in 6.1.0-18-amd64.
F	osImage	Name of the operating system, from /etc/os-release.
F	containerRuntimeVersion	Container runtime and its version, as in containerd://2.0.0.
F	kubeletVersion	Version of the kubelet, as in v1.36.0.
F	kubeProxyVersion	Deprecated: version of the proxy.
F	operatingSystem	Operating system, such as linux.
F	architecture	CPU architecture, such as amd64.
F	swap	Swap space of the node.
M	NodeSwapStatus	Swap space of a node.
F	capacity	Size of all swap space, in bytes.
M	NodeConfigStatus	Deprecated: the state of a node's configuration from a ConfigMap.
F	assigned	Configuration that the node is to use.
F	active	Configuration that the node uses.
F	lastKnownGood	Configuration that the node falls back to.
F	error	What went wrong with the assigned configuration.
M	NodeStatus	The state of a node as its kubelet last reported it.
F	capacity	Everything that the machine has, by resource.
F	allocatable	What of it pods may request; the rest is reserved for the system.
F	phase	Deprecated and never set.
F	conditions	Aspects of the state: Ready, MemoryPressure, DiskPressure, PIDPressure and NetworkUnavailable.
F	addresses	Addresses of the node, by type.
F	daemonEndpoints	Ports on which the node's daemons listen.
F	nodeInfo	Facts about the machine and its software.
F	images	Images that are on the node, the largest first, and possibly not all.
F	volumesInUse	Attached volumes that the node uses, and that must not be detached.
F	volumesAttached	Attached volumes, with the paths of their devices.
F	config	Deprecated: the state of the configuration from a ConfigMap.
F	runtimeHandlers	Handlers of the container runtime.
F	features	What the container runtime can do.
F	declaredFeatures	Features of the kubelet that pods may depend on for being placed here.
M	AttachedVolume	A volume that is attached to a node.
F	name	Unique name of the volume.
F	devicePath	Path of its device on the node.
M	AvoidPods	Pods that a node should not get, as an annotation of the node tells it. Not served.
F	preferAvoidPods	The kinds of pods.
M	PreferAvoidPodsEntry	A kind of pods that a node should not get.
F	podSignature	The pods.
F	evictionTime	When one of them was evicted.
F	reason	Short CamelCase cause.
F	message	What changed last, in words for people.
M	PodSignature	What pods have in common.
F	podController	The controller that they belong to.
M	ContainerImage	An image on a node.
F	names	Names by which the image is known, tags and digests.
F	sizeBytes	Size of the image in bytes.
M	NodeCondition	One aspect of a node's state.
F	type	What the condition is about, for example Ready or MemoryPressure.
F	status	Whether the condition holds: True, False or Unknown.
F	lastHeartbeatTime	When the condition was last reported, changed or not.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
M	NodeAddress	An address of a node.
F	type	InternalIP, ExternalIP, Hostname, InternalDNS or ExternalDNS.
F	address	The address: an IP address or a DNS name, as type says.
M	Node	A machine of the cluster that runs pods.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	How the cluster uses the node.
F	status	What the node is, and how it does. Written by its kubelet and by controllers.
M	NodeList	A list of Node objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	NamespaceSpec	What must happen before a Namespace is gone.
F	finalizers	Who must still clean up before the namespace is removed. Default is kubernetes, which stands for the deletion of all its objects. Only changed through the finalize subresource.
M	NamespaceStatus	Whether a Namespace is in use or being deleted.
F	phase	Active: in use. Terminating: it is being deleted with all that is in it, and nothing new can be made in it.
F	conditions	What keeps a deletion from getting done.
M	NamespaceCondition	One aspect of a namespace's deletion.
F	type	What the condition is about, such as NamespaceContentRemaining or NamespaceFinalizersRemaining.
F	status	Whether the condition holds: True, False or Unknown.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
M	Namespace	A scope for names: objects of one kind and name can be there once in each. Permissions and quotas are given by namespace; deleting it deletes everything in it.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	What must happen before it is gone.
F	status	Whether it is in use or being deleted.
M	NamespaceList	A list of Namespace objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	Binding	Puts a pod on a node. Sent to a pod's binding subresource, by schedulers.
F	metadata	Name and namespace of the pod.
F	target	The node: an object reference of kind Node with its name.
M	Preconditions	What must hold of an object for it to be deleted.
F	uid	UID that the object must have.
M	PodLogOptions	Which part of a container's log is asked for.
F	container	Container whose log is read. Only needed when the pod has several.
F	follow	True keeps the answer open and adds what is written. False by default.
F	previous	True reads the log of the container's last run, before its restart. False by default.
F	sinceSeconds	Only lines of the last so many seconds. At least 1; excludes sinceTime.
F	sinceTime	Only lines from this moment on. Excludes sinceSeconds.
F	timestamps	True puts an RFC 3339 time before each line. False by default.
F	tailLines	Only so many lines from the end. Absent means from the beginning, or from where sinceSeconds or sinceTime say.
F	limitBytes	Ends the answer after so many bytes, which may be in the midst of a line. At least 1; absent means no limit.
F	insecureSkipTLSVerifyBackend	True lets the API server read from a kubelet whose certificate it cannot verify. The log may then come from somebody else.
F	stream	Which output: All (default), Stdout or Stderr. tailLines can only be used with All.
M	PodAttachOptions	Which streams of a running container a client attaches to.
F	stdin	True sends the client's input to the container. False by default.
F	stdout	True sends the container's standard output to the client.
F	stderr	True sends the container's standard error to the client. With tty it comes by standard output.
F	tty	True treats the streams as a terminal. False by default.
F	container	Container to attach to. Only needed when the pod has several.
M	PodExecOptions	A command to run in a container, and the streams that a client wants of it.
F	stdin	True sends the client's input to the command. False by default.
F	stdout	True sends the command's standard output to the client.
F	stderr	True sends the command's standard error to the client. With tty it comes by standard output.
F	tty	True runs the command in a terminal. False by default.
F	container	Container to run the command in. Only needed when the pod has several.
F	command	Program and arguments. No shell is involved.
M	PodPortForwardOptions	Which ports of a pod are forwarded.
F	ports	The ports. Required for WebSocket clients.
M	PodProxyOptions	A request to pass on to a pod.
F	path	Path of the request, from the pod's root.
M	NodeProxyOptions	A request to pass on to a node.
F	path	Path of the request, from the root of the kubelet's server.
M	ServiceProxyOptions	A request to pass on to a Service.
F	path	Path of the request. It may be empty.
M	ObjectReference	Points to an object, or to a part of one. Which members count depends on where it stands.
F	kind	Kind of the object.
F	namespace	Namespace of the object. Empty for cluster-scoped objects.
F	name	Name of the object.
F	uid	UID of the object: it tells it from an earlier or later one of the same name.
F	apiVersion	Group and version of the object, as in apps/v1.
F	resourceVersion	The version of the object that is meant. Absent means whichever.
F	fieldPath	Part of the object that is meant, for example spec.containers{web}.
M	LocalObjectReference	Points to an object in the same namespace; its kind follows from the place.
F	name	Name of the object. Empty only for backwards compatibility: it then points nowhere.
M	TypedLocalObjectReference	Points to an object of any kind in the same namespace.
F	apiGroup	API group of the object. Absent means the core group.
F	kind	Kind of the object.
F	name	Name of the object.
M	SerializedReference	An object reference that is stored by itself. Not served.
F	reference	The reference.
M	EventSource	Who reported an event.
F	component	Program that reported it, such as kubelet.
F	host	Node on which that program ran, if it ran on one.
M	Event	Something that happened to an object, told for people. Events are kept for a limited time, an hour by default, and no program should depend on them.
F	metadata	Name and namespace; the namespace is that of involvedObject, or default for cluster-scoped ones.
F	involvedObject	The object that it happened to.
F	reason	Short CamelCase cause, for tools.
F	message	What happened, in a sentence for people.
F	source	Who reported it. Reporters that use events.k8s.io leave it empty.
F	firstTimestamp	When it was first seen.
F	lastTimestamp	When it was last seen.
F	count	How often it has been seen.
F	type	Normal or Warning. New types may be added.
F	eventTime	When it was first seen, to the microsecond. Set by reporters that use events.k8s.io.
F	series	How often it has happened again. Absent for something that happened once.
F	action	What was done, or failed, as regards involvedObject.
F	related	A second object that takes part in it.
F	reportingComponent	Controller that reports it, such as kubernetes.io/kubelet.
F	reportingInstance	Instance of that controller, such as its pod or node.
M	EventSeries	The same event over and over.
F	count	How often it has happened so far.
F	lastObservedTime	When it was last seen, to the microsecond.
M	EventList	A list of Event objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	LimitRangeItem	Limits for one type of object.
F	type	What is limited: Container, Pod (the sum of its containers) or PersistentVolumeClaim.
F	max	The most that one object may have of a resource.
F	min	The least that one object may have of a resource.
F	default	Limit that a container gets when it sets none. Only for Container; absent means max.
F	defaultRequest	Request that a container gets when it sets none. Only for Container; absent means the default limit, or otherwise min.
F	maxLimitRequestRatio	By how many times a limit may exceed the request. Both must then be set and not be 0.
M	LimitRangeSpec	The limits of a LimitRange.
F	limits	Limits by type of object.
M	LimitRange	Bounds and defaults for the resources of single objects in its namespace. Checked when they are made or changed; objects that are there already are left alone.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	Bounds and defaults, by type of object.
M	LimitRangeList	A list of LimitRange objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ResourceQuotaSpec	How much a namespace may use, and of what.
F	hard	The most of each resource: amounts such as requests.cpu, limits.memory and requests.storage, or counts such as pods, services and count/deployments.apps.
F	scopes	Only objects that fall under all of these scopes are counted; absent means all. Terminating and NotTerminating: pods with and without activeDeadlineSeconds. BestEffort and NotBestEffort: pods of that quality of service, and the others. PriorityClass: pods with a priority class. CrossNamespacePodAffinity: pods whose affinity names other namespaces. VolumeAttributesClass: claims with a class.
F	scopeSelector	Further scopes with values, of which all must match; for instance certain priority classes.
M	ScopeSelector	A selection of objects by scope.
F	matchExpressions	Requirements, which must all hold.
M	ScopedResourceSelectorRequirement	A requirement on one scope.
F	scopeName	The scope, as in a quota's scopes.
F	operator	In, NotIn, Exists or DoesNotExist. Only PriorityClass and VolumeAttributesClass can be compared with values; the others take Exists.
F	values	Values to compare with: at least one for In and NotIn, none otherwise.
M	ResourceQuotaStatus	How much of a quota is used.
F	hard	Limits that are enforced, by resource.
F	used	What is used now, by resource.
M	ResourceQuota	A bound on what all objects of a namespace use together. A request that would go over it is refused.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	How much may be used.
F	status	The limits that are enforced, and how much of them is used.
M	ResourceQuotaList	A list of ResourceQuota objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	Secret	Sensitive data such as passwords, keys and tokens, for pods to use. At most 1 MiB.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	immutable	True keeps the data from being changed for good; only the metadata can, or the Secret be deleted. Absent means false.
F	data	The data, by key; in JSON the values are written in base64. Keys are of letters, digits, "-", "_" and ".".
F	stringData	The same as plain text, for writing: it is put into data, where it wins, and is never read back.
F	type	What the Secret is for; it decides which keys are required. Opaque (default): none. kubernetes.io/tls: tls.crt and tls.key. kubernetes.io/dockerconfigjson and kubernetes.io/dockercfg: .dockerconfigjson or .dockercfg, with registry credentials. kubernetes.io/basic-auth: username or password. kubernetes.io/ssh-auth: ssh-privatekey. kubernetes.io/service-account-token: an annotation that names the account. bootstrap.kubernetes.io/token: for joining nodes. Other names are allowed. Immutable.
M	SecretList	A list of Secret objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ConfigMap	Configuration for pods to use: text and bytes by key, at most 1 MiB. It is not for secret data.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	immutable	True keeps the data from being changed for good; only the metadata can, or the ConfigMap be deleted. Absent means false.
F	data	The data, as UTF-8 text by key. Keys are of letters, digits, "-", "_" and ".", and are not also in binaryData.
F	binaryData	Data that is not UTF-8 text, by key; in JSON the values are written in base64.
M	ConfigMapList	A list of ConfigMap objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ComponentCondition	The health of a component of the control plane.
F	type	Always Healthy.
F	status	True: healthy. False: not. Unknown: it could not be asked.
F	message	What its health check answered.
F	error	Why the check failed.
M	ComponentStatus	Deprecated: the health of a component of the control plane.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	conditions	What the component's health check has found.
M	ComponentStatusList	A list of ComponentStatus objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	DownwardAPIVolumeSource	Files that hold fields of the pod itself.
F	items	The files to make, each with one field.
F	defaultMode	Permission bits of files that have no mode of their own, from 0 to 0777. Default 0644. JSON has no octal numbers: write them in decimal there.
M	DownwardAPIVolumeFile	A file with one field of the pod. Exactly one of fieldRef and resourceFieldRef is set.
F	path	File relative to the volume, without "..".
F	fieldRef	Field of the pod: its name, namespace, uid, labels or annotations.
F	resourceFieldRef	A limit or request of a container, which must be named.
F	mode	Permission bits of the file, from 0 to 0777. Absent means the volume's defaultMode.
M	DownwardAPIProjection	Files with fields of the pod, as a part of a projected volume.
F	items	The files to make, each with one field.
M	SecurityContext	Privileges of one container. Where the pod's securityContext has the same field, this one wins.
F	capabilities	Linux capabilities to add or drop. Absent means the runtime's defaults. Not for Windows.
F	privileged	True gives the container nearly all rights of root on the node. False by default. Not for Windows.
F	seLinuxOptions	SELinux label of the container. Absent means the pod's, or one that the runtime chooses at random. Not for Windows.
F	windowsOptions	Settings for Windows containers. Only when spec.os.name is windows.
F	runAsUser	User id of the first process. Absent means the pod's, or that of the image. Not for Windows.
F	runAsGroup	Primary group id of the first process. Absent means the pod's, or the runtime's default. Not for Windows.
F	runAsNonRoot	True makes the kubelet refuse to run the container as user 0. Absent means what the pod says.
F	readOnlyRootFilesystem	True mounts the container's root file system read only. False by default. Not for Windows.
F	allowPrivilegeEscalation	Whether a process may get more rights than its parent, as by setuid programs. Default true; always true when privileged or with CAP_SYS_ADMIN. Not for Windows.
F	procMount	Default: the runtime hides sensitive parts of /proc. Unmasked: all of it is there; needs hostUsers false. Not for Windows.
F	seccompProfile	System calls that the container may make. Absent means what the pod says. Not for Windows.
F	appArmorProfile	AppArmor profile of the container. Absent means what the pod says. Not for Windows.
M	SELinuxOptions	The parts of an SELinux label.
F	user	User part of the label.
F	role	Role part of the label.
F	type	Type part of the label.
F	level	Level part of the label.
M	WindowsSecurityContextOptions	Privileges that only Windows containers have.
F	gmsaCredentialSpecName	Which GMSA credential spec applies, by its name.
F	gmsaCredentialSpec	Contents of that credential spec; a webhook usually fills it in from the name.
F	runAsUserName	Windows user of the first process. Absent means that of the image.
F	hostProcess	True runs the container as a process of the node. All containers of a pod must agree, and hostNetwork must be true.
M	RangeAllocation	Which numbers or addresses of a range are taken. Only used within the control plane.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	range	The range, as a CIDR or FROM-TO.
F	data	A bit for each number: 1 when it is taken.
M	Sysctl	A kernel parameter that is set for a pod.
F	name	Name of the parameter, such as net.ipv4.ip_unprivileged_port_start.
F	value	Value that the parameter is set to.
M	PortStatus	State of a port of a load balancer.
F	port	Number of the Service's port that this is about.
F	protocol	Protocol of that port: TCP, UDP or SCTP.
F	error	Short CamelCase cause of a failure with this port, with a domain before it unless it is a well-known one.
M	ImageVolumeSource	An OCI image or artifact whose files become a volume.
F	reference	The image, as in a container's image field. Workload templates may leave it out, pods not.
F	pullPolicy	Always: the registry is asked at each start. IfNotPresent: only when the node does not have it. Never: it must be on the node. Default Always for the tag latest or no tag, and IfNotPresent otherwise.
M	NodeAllocatableResourceClaimStatus	Amounts of a node's own resources that a claim has given to a pod.
F	resourceClaimName	Name of the claim, in the pod's namespace.
F	containers	Containers of the pod that use the claim.
F	resources	Amounts, by name of the resource.
P	k8s.io.metrics.pkg.apis.custom_metrics.v1beta2
M	MetricIdentifier	Names a metric, and which of its series.
F	name	Name under which the metrics server knows the metric.
F	selector	Labels of the metric. Absent means by the name alone.
M	MetricValueList	Values of a metric for several objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The values.
M	MetricValue	Value of a metric for one object.
F	describedObject	The object that was measured.
F	metric	The metric.
F	timestamp	When it was measured.
F	windowSeconds	Seconds over which it was measured, for rates. Absent, or 0, for a value of one moment.
F	value	Value that was measured.
M	MetricListOptions	Which values are asked for.
F	labelSelector	Labels of the objects. Default is all.
F	metricLabelSelector	Labels of the metric. Default is all.
P	k8s.io.api.discovery.v1
M	EndpointSlice	A part of the addresses behind a Service. Its label kubernetes.io/service-name names the Service.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	addressType	What the addresses are: IPv4, IPv6 or, deprecated, FQDN. Immutable.
F	endpoints	The endpoints, at most 1000.
F	ports	Ports of the endpoints, at most 20000; each endpoint has each of them.
M	Endpoint	One endpoint behind a Service, usually a pod.
F	addresses	Its addresses, of the slice's type: at least 1, at most 100. Clients use the first.
F	conditions	Whether it can take traffic.
F	hostname	Its host name under the Service's DNS name: a DNS label.
F	targetRef	The object that it stands for, usually a Pod.
F	deprecatedTopology	Labels of its place from v1beta1, which can only be read. nodeName and zone have taken its place.
F	nodeName	Node that it is on.
F	zone	Zone that it is in.
F	hints	Which clients should prefer it.
M	EndpointConditions	Whether an endpoint can take traffic.
F	ready	True: it takes new traffic. False also while it is ending, unless the Service publishes such addresses. Absent means true.
F	serving	True: it can serve, even while it is ending. Absent means true.
F	terminating	True: it is ending. Absent means false.
M	EndpointHints	Which clients should prefer an endpoint.
F	forZones	Zones whose clients should; at most 8.
F	forNodes	Nodes whose clients should; at most 8.
M	ForZone	A zone whose clients should prefer an endpoint.
F	name	Name of the zone, as in the node label topology.kubernetes.io/zone.
M	ForNode	A node whose clients should prefer an endpoint.
F	name	Name of the node whose clients are meant.
M	EndpointPort	A port of the endpoints.
F	name	Name of the Service's port, unique in the slice. It may be empty: default is the empty string.
F	protocol	TCP (default), UDP or SCTP.
F	port	Number of the port. Absent means all ports, for those who know what to make of it.
F	appProtocol	Protocol spoken on the port, as a hint: a name that IANA registered, kubernetes.io/h2c, kubernetes.io/ws or kubernetes.io/wss, or one with a prefix of its own.
M	EndpointSliceList	A list of EndpointSlice objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
P	k8s.io.api.events.v1
M	Event	Something that happened to an object, told for people. It is the same object as an Event of the core group, under newer names. Events are kept for a limited time, an hour by default, and no program should depend on them.
F	metadata	Name and namespace; the namespace is that of regarding, or default for cluster-scoped objects.
F	eventTime	When it was first seen, to the microsecond. Required for new events.
F	series	How often it has happened again. Absent for something that happened once.
F	reportingController	Controller that reports it, such as kubernetes.io/kubelet. Required for new events.
F	reportingInstance	Instance of that controller, such as its pod or node; at most 128 characters. Required for new events.
F	action	What was done, or failed, as regards regarding; at most 128 characters. Required for new events.
F	reason	Why it was done; at most 128 characters. Required for new events.
F	regarding	The object that it happened to.
F	related	A second object that takes part in it.
F	note	What happened, for people; at most 1024 bytes.
F	type	Normal or Warning. Required for new events.
F	deprecatedSource	source of the core group's Event.
F	deprecatedFirstTimestamp	firstTimestamp of the core group's Event.
F	deprecatedLastTimestamp	lastTimestamp of the core group's Event.
F	deprecatedCount	count of the core group's Event.
M	EventSeries	The same event over and over.
F	count	How often it has happened so far; at least 2.
F	lastObservedTime	When it was last seen, to the microsecond.
M	EventList	A list of Event objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
P	k8s.io.api.flowcontrol.v1
M	FlowSchema	Sorts requests to the API server into a priority level. Of those that match a request, the one with the lowest matchingPrecedence counts.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	Which requests, and to which level.
F	status	Whether its priority level exists.
M	FlowSchemaList	A list of FlowSchema objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	FlowSchemaSpec	Which requests a FlowSchema sorts into which level.
F	priorityLevelConfiguration	The level. When it does not exist, the FlowSchema is not used.
F	matchingPrecedence	Order of evaluation: the lowest number that matches counts, and of equal ones the first name. From 1 to 10000; default 1000.
F	distinguisherMethod	What makes flows within the level, which are served fairly among each other. Absent means one flow.
F	rules	Requests that match: those that match any of the rules. Without any, none does.
M	FlowDistinguisherMethod	What tells one flow from another.
F	type	ByUser: the user. ByNamespace: the namespace of the resource.
M	PriorityLevelConfigurationReference	Points to a priority level.
F	name	Name of the PriorityLevelConfiguration.
M	PolicyRulesWithSubjects	Requests by certain subjects: those that come from one of subjects and match one of the other two.
F	subjects	Who sends the request; at least one.
F	resourceRules	Requests on resources. At least one of the two lists is not empty.
F	nonResourceRules	Requests on paths that are no resources.
M	Subject	Who sends a request. The member that kind names is set.
F	kind	Which of the members is set: User, Group or ServiceAccount.
F	user	The user, for the kind User.
F	group	The group, for the kind Group.
F	serviceAccount	The service account, for the kind ServiceAccount.
M	UserSubject	A user.
F	name	Name of the user; * means all.
M	GroupSubject	A group of users.
F	name	Name of the group; * means all.
M	ServiceAccountSubject	A service account.
F	namespace	Namespace of the service account.
F	name	Name of the account; * means all of the namespace.
M	ResourcePolicyRule	Requests on resources: those that match each of its members.
F	verbs	What is done; * means all, and then stands alone.
F	apiGroups	API groups of the resources; * means all, and then stands alone.
F	resources	Resources by their plural names, with subresources as in nodes/status; * means all, and then stands alone.
F	clusterScope	True also matches requests that name no namespace. False by default.
F	namespaces	Namespaces that match; * means all, and then stands alone. Empty matches none, and then needs clusterScope.
M	NonResourcePolicyRule	Requests on paths that are no resources.
F	verbs	HTTP methods in lower case; * means all, and then stands alone.
F	nonResourceURLs	Paths; /* at the end stands for everything below, * alone for all.
M	FlowSchemaStatus	Whether a FlowSchema can be used.
F	conditions	Aspects of the state; Dangling says that the level does not exist.
M	FlowSchemaCondition	One aspect of a FlowSchema's state.
F	type	What the condition is about: Dangling.
F	status	Whether the condition holds: True, False or Unknown.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
M	PriorityLevelConfiguration	How many requests of a level the API server works on at once, and what happens to the others.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The level's share, and how it is limited.
F	status	Whether the level can be used.
M	PriorityLevelConfigurationList	A list of PriorityLevelConfiguration objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	PriorityLevelConfigurationSpec	The share that a priority level has.
F	type	Exempt: its requests are never held up. Limited: only so many are worked on at once.
F	limited	Settings for Limited. Required for it, forbidden otherwise.
F	exempt	Settings for Exempt; forbidden otherwise.
M	LimitedPriorityLevelConfiguration	How a level is limited.
F	nominalConcurrencyShares	The level's weight: the server's seats are divided among the levels in proportion to it. Default 30.
F	limitResponse	What happens to requests beyond the limit.
F	lendablePercent	Percentage of its seats that others may borrow while they are idle. From 0 to 100; default 0.
F	borrowingLimitPercent	How many seats it may borrow, in percent of its own. Absent means no limit.
M	ExemptPriorityLevelConfiguration	What an exempt level leaves to the others.
F	nominalConcurrencyShares	The level's weight: seats are set aside for it in proportion, though they do not limit it. Default 0.
F	lendablePercent	Percentage of its seats that others may borrow. From 0 to 100; default 0.
M	LimitResponse	What happens to requests beyond the limit.
F	type	Queue: they wait in a queue, and are refused with 429 when it is full. Reject: they are refused with 429.
F	queuing	Settings for Queue; forbidden otherwise.
M	QueuingConfiguration	Queues of a level. Flows are dealt to queues by shuffle sharding, so that one that floods its queues harms few others.
F	queues	Number of queues. Default 64.
F	handSize	Number of queues among which a flow's requests choose the shortest. Not more than queues; default 8.
F	queueLengthLimit	The most requests that wait in a queue; more are refused. Default 50.
M	PriorityLevelConfigurationStatus	Whether a priority level works.
F	conditions	Aspects of the level's state, each with a type of its own.
M	PriorityLevelConfigurationCondition	One aspect of a priority level's state.
F	type	What the condition is about.
F	status	Whether the condition holds: True, False or Unknown.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
P	k8s.io.apimachinery.pkg.util.intstr
M	IntOrString	An integer or a text; in JSON simply one of the two. Where percentages are allowed, the text is one, such as 25%.
F	type	0 for an integer, 1 for a text.
F	intVal	The value, when it is an integer.
F	strVal	The value, when it is a text.
P	k8s.io.apimachinery.pkg.apis.meta.v1
M	TypeMeta	What kind of object this is, and in which version it is written.
F	kind	Kind of the object, in CamelCase. It cannot be changed; on the path of one resource it may be left out.
F	apiVersion	Group and version in which the object is written, as in apps/v1, or v1 for the core group.
M	ListMeta	Data of a list itself.
F	selfLink	Deprecated and never set.
F	resourceVersion	State of the cluster that the list shows; a watch that starts from it misses nothing. Clients must not look into it.
F	continue	Token for the next page; absent on the last one. The next request must be the same but for it. A token that has grown too old is answered with 410.
F	remainingItemCount	How many objects come after this page. Absent on the last page, and when the list is filtered by a selector.
F	shardInfo	The shard that the list is restricted to. Absent for a list of everything.
M	ShardInfo	The shard to which a list is restricted.
F	selector	The shardSelector of the request.
M	ObjectMeta	What every stored object carries: its identity, its labels, and how it is being deleted.
F	name	Name that is unique within the namespace for each kind of object; it is part of the URL. Immutable.
F	generateName	Prefix of a name, used when name is empty: the server appends random characters. Without a prefix and a name, a create fails.
F	namespace	Namespace of the object; empty for kinds that belong to none. Immutable.
F	selfLink	Deprecated and never set.
F	uid	Id that the server gives to the object at creation and never gives again. Immutable.
F	resourceVersion	Version of this state of the object, set by the server and changed by each write. Sent with an update, it makes the write fail with 409 if the object has changed since. Clients must not look into it.
F	generation	Number of the desired state: the server raises it when the spec changes.
F	creationTimestamp	When the object was made, set by the server.
F	deletionTimestamp	When the object is to be gone: set by the server when it is deleted but must still end gracefully, or has finalizers. Such an object cannot be brought back.
F	deletionGracePeriodSeconds	Seconds that the object has to end. Only set together with deletionTimestamp; it can only be made shorter.
F	labels	Key and value pairs by which objects are selected and grouped.
F	annotations	Key and value pairs for any further data, of tools for instance. Not for selecting; 256 KiB at most in all.
F	ownerReferences	Objects that this one depends on. When the last of them is gone, this one is deleted. They are in the same namespace, or belong to none.
F	finalizers	Who must clean up before the object is removed: while the list is not empty, deletion only sets deletionTimestamp. Entries are taken out in any order, each by the one it stands for.
F	managedFields	Which client has set which fields, and how; server-side apply finds conflicts with it. Kept by the server; a list of one empty entry resets it.
M	OwnerReference	Points to an object that another one depends on, in the same namespace or in none.
F	apiVersion	Group and version of the owner.
F	kind	Kind of the owner, such as ReplicaSet.
F	name	Name that the owner has.
F	uid	UID of the owner. An object of the same name with another UID is not the owner.
F	controller	True for the owner that manages the object. At most one owner can be it.
F	blockOwnerDeletion	True keeps the owner, when it is deleted in the foreground, until this object is gone. Setting it needs the right to delete the owner. False by default.
M	ListOptions	What a list or a watch is to show.
F	labelSelector	Only objects whose labels match, as in app=web,tier!=cache. Default is all.
F	fieldSelector	Only objects whose fields match, as in spec.nodeName=a; each kind says which fields it has. Default is all.
F	watch	True answers with a stream of changes in place of a list.
F	allowWatchBookmarks	True lets the server send BOOKMARK events, which only carry a resource version, so that a client can resume from there. Ignored when it is not a watch.
F	resourceVersion	For a list, which state: absent means the latest, 0 any that is at hand, another value at least that one. For a watch, where it starts.
F	resourceVersionMatch	How resourceVersion is meant for a list: NotOlderThan or Exact. With sendInitialEvents it must be NotOlderThan.
F	timeoutSeconds	Seconds after which the server ends the call, whatever happens.
F	limit	The most objects that a page has; ListMeta's continue asks for the next. Absent or 0 means all at once. A page may have fewer. Not for watches.
F	continue	Token of the page before, to get the next one. All else of the request must stay as it was. Not for watches.
F	sendInitialEvents	True begins a watch with an ADDED event for each object there is, and then, if bookmarks are allowed, a BOOKMARK with the annotation k8s.io/initial-events-end. It needs resourceVersionMatch.
F	shardSelector	Only a part of the objects, chosen by a hash, as in shardRange(object.metadata.uid, '0x0000000000000000', '0x8000000000000000'). Default is all.
M	GetOptions	Which state a read is to show.
F	resourceVersion	Absent means the latest state, 0 any that is at hand, another value at least that one.
M	DeleteOptions	How an object is deleted.
F	gracePeriodSeconds	Seconds that the object has to end; 0 removes it at once. Absent means the object's own period. Not negative.
F	preconditions	What must hold of the object; otherwise it is not deleted, and the answer is 409.
F	orphanDependents	Deprecated: true stands for the propagationPolicy Orphan, false for Background. Excludes propagationPolicy.
F	propagationPolicy	What becomes of the objects that this one owns. Background: deleted afterwards. Foreground: deleted first. Orphan: kept. Default is what the kind has, mostly Background.
F	dryRun	All: everything is done but the write. No other value is allowed; absent means a real delete.
F	ignoreStoreReadErrorWithClusterBreakingPotential	True removes an object that cannot be read from the store, without finalizers and preconditions. It can break the cluster: only for objects that are beyond repair. False by default.
M	CreateOptions	How an object is created.
F	dryRun	All: everything is done but the write. No other value is allowed; absent means a real create.
F	fieldManager	Name under which managedFields remembers the client: at most 128 printable characters. Default is taken from the User-Agent.
F	fieldValidation	What is done about unknown and duplicate fields. Ignore: they are dropped. Warn (default): dropped, with a warning. Strict: the request fails.
M	PatchOptions	How an object is patched.
F	dryRun	All: everything is done but the write. No other value is allowed; absent means a real patch.
F	force	True takes fields over that others own, in place of a conflict. Only for apply.
F	fieldManager	Name under which managedFields remembers the client: at most 128 printable characters. Required for apply; the default for others is taken from the User-Agent.
F	fieldValidation	What is done about unknown and duplicate fields. Ignore: they are dropped. Warn (default): dropped, with a warning. Strict: the request fails.
M	ApplyOptions	How an object is applied.
F	dryRun	All: everything is done but the write. No other value is allowed; absent means a real apply.
F	force	True takes fields over that others own, in place of a conflict.
F	fieldManager	Name of the one who applies. Required.
M	UpdateOptions	How an object is replaced.
F	dryRun	All: everything is done but the write. No other value is allowed; absent means a real update.
F	fieldManager	Name under which managedFields remembers the client: at most 128 printable characters. Default is taken from the User-Agent.
F	fieldValidation	What is done about unknown and duplicate fields. Ignore: they are dropped. Warn (default): dropped, with a warning. Strict: the request fails.
M	Preconditions	What must hold of an object for a request to be carried out.
F	uid	UID that the object must have.
F	resourceVersion	Resource version that the object must have.
M	Status	Answer that is no object: how a request has ended.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	status	Success or Failure. It says no more than code does.
F	message	What happened, in a sentence for people.
F	reason	Why it failed, in one word for programs, such as NotFound, AlreadyExists, Conflict or Invalid. It goes more into detail than code does.
F	details	Further data, which depend on reason.
F	code	HTTP status code of the answer; 0 when there is none.
M	StatusDetails	Further data of a Status.
F	name	Name of the object concerned.
F	group	API group of the object concerned.
F	kind	Kind of the object concerned, or its resource.
F	uid	UID of the object concerned, when there is one.
F	causes	The single faults, when there are several.
F	retryAfterSeconds	Seconds to wait before trying again.
M	StatusCause	One fault in a request.
F	reason	Kind of fault, in one word for programs, such as FieldValueRequired.
F	message	What is wrong, for people.
F	field	Field that is at fault, as a path in JSON such as spec.containers[0].name.
M	List	A list of objects of any kinds. Clients use it, in files for instance; the server does not store it.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects, each with its kind and apiVersion.
M	APIVersions	The versions of the core group, as /api tells them.
F	versions	The versions that are served, such as v1.
F	serverAddressByClientCIDRs	Addresses of the server for clients in various networks.
M	APIGroupList	The API groups, as /apis tells them.
F	groups	The groups.
M	APIGroup	One API group and its versions.
F	name	Name of the group, as in apps.
F	versions	The versions that are served.
F	preferredVersion	The version to use when there is no reason for another.
F	serverAddressByClientCIDRs	Addresses of the server for clients in various networks.
M	ServerAddressByClientCIDR	The server's address for clients of one network.
F	clientCIDR	The network, as a CIDR.
F	serverAddress	Host, or host:port, at which these clients reach the server.
M	GroupVersionForDiscovery	One version of an API group.
F	groupVersion	Group and version, as in apps/v1.
F	version	The version alone, as in v1.
M	APIResource	One resource of an API group and version.
F	name	Plural name, as in its path. A subresource has a slash, as in pods/log.
F	singularName	Singular name, which kubectl takes and shows too.
F	namespaced	True when its objects are in namespaces.
F	group	Group of the kind. Empty means that of the list.
F	version	Version of the kind. Empty means that of the list.
F	kind	Kind of the objects that the resource has.
F	verbs	What can be done with it.
F	shortNames	Short names that people may type.
F	categories	Groups of resources to which it belongs, such as all.
F	storageVersionHash	Hash of the version in which it is stored. It can only be compared.
M	APIResourceList	The resources of an API group and version.
F	groupVersion	Group and version that the resources belong to.
F	resources	The resources, and their subresources.
M	RootPaths	The paths of the server.
F	paths	All paths that the server knows.
M	LabelSelector	Selects objects by their labels: those that fulfil matchLabels and matchExpressions. An empty selector selects all; what an absent one does depends on the field.
F	matchLabels	Labels that an object must have, each with this value.
F	matchExpressions	Further requirements, which must all hold.
M	LabelSelectorRequirement	A requirement on one label.
F	key	Key of the label that is compared.
F	operator	In and NotIn: the value is, or is not, one of values; NotIn also when there is no such label. Exists and DoesNotExist: the label is there, or is not.
F	values	Values to compare with: at least one for In and NotIn, none for the others.
M	FieldSelectorRequirement	A requirement on one field.
F	key	Path of the field, such as spec.nodeName.
F	operator	In, NotIn, Exists or DoesNotExist. More may be added; what is not understood must not lead to a wider permission.
F	values	Values to compare with: at least one for In and NotIn, none for the others.
M	ManagedFieldsEntry	The fields that one client has set in one way.
F	manager	Name of the client, as its fieldManager says.
F	operation	How they were set: Apply or Update.
F	apiVersion	Group and version in which the fields are named.
F	time	When the set of fields last changed.
F	fieldsType	Format of the fields: always FieldsV1.
F	fieldsV1	The fields, in the form of FieldsV1.
F	subresource	Subresource by which they were set. Empty means the object itself.
M	Table	A list as rows and columns for people, which a client asks for with the Accept header.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	columnDefinitions	The columns, in the order of the cells.
F	rows	The rows: one per object.
M	TableColumnDefinition	One column of a Table.
F	name	Heading of the column.
F	type	Type of the cells, in the words of OpenAPI: string, integer, number, boolean or date.
F	format	Closer meaning of the type, in the words of OpenAPI. The format name marks the column with the object's name.
F	description	What the column says, for people.
F	priority	How much the column matters: 0 always shows, higher ones only in wide output.
M	TableRow	One row of a Table.
F	conditions	What holds of the row as a whole.
F	object	The row's object: as a whole, its metadata, or nothing, as includeObject asks.
M	TableRowCondition	Something that holds of a row.
F	type	What the condition is about; only Completed is known: the object has run to its end.
F	status	Whether the condition holds: True, False or Unknown.
F	reason	Short CamelCase cause of the last change, for tools.
F	message	What changed last, in words for people.
M	TableOptions	How a Table is to be.
F	includeObject	What comes with each row: None, Metadata (default) or Object.
M	PartialObjectMetadata	An object of any kind of which only the metadata is told.
F	metadata	Name, labels, annotations and the other data that every object carries.
M	PartialObjectMetadataList	A list of objects of which only the metadata is told.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	Condition	One aspect of an object's state.
F	type	What the condition is about, in CamelCase or with a domain before it. At most one condition of a list has it.
F	status	Whether the condition holds: True, False or Unknown.
F	observedGeneration	metadata.generation of the object on which the condition is based.
F	lastTransitionTime	When status last changed.
F	reason	Short CamelCase cause of the last change, for tools. Required.
F	message	Details for people. It may be empty.
M	Time	A moment, to the second. In JSON an RFC 3339 text, such as 2024-05-01T12:00:00Z.
F	seconds	Seconds since 1970-01-01 in UTC.
F	nanos	Nanoseconds beyond it; they are not kept in JSON.
M	MicroTime	A moment, to the microsecond. In JSON an RFC 3339 text with six decimals.
F	seconds	Seconds since 1970-01-01 in UTC.
F	nanos	Nanoseconds beyond it; in JSON cut to microseconds.
M	Duration	A length of time. In JSON a text such as 30s or 1h15m.
F	duration	Length in nanoseconds.
M	FieldsV1	A set of fields, as a JSON tree: f:NAME is a field, k:KEYS and v:VALUE and i:INDEX an item of a list, and "." the thing itself.
F	Raw	The tree as JSON text.
M	Verbs	What can be done with a resource, as a list of words.
F	items	The verbs.
M	GroupVersionKind	A kind with its group and version.
F	group	API group; empty for the core group.
F	version	Version of the group.
F	kind	Kind, as in Deployment.
M	GroupVersionResource	A resource with its group and version.
F	group	API group; empty for the core group.
F	version	Version of the group.
F	resource	Plural name of the resource.
M	WatchEvent	One change in the stream of a watch.
F	type	ADDED, MODIFIED, DELETED, BOOKMARK or ERROR.
F	object	The object after the change, or as it was when it was deleted. For BOOKMARK only its resourceVersion counts; for ERROR it is a Status.
P	k8s.io.metrics.pkg.apis.metrics.v1beta1
M	NodeMetrics	What a node used over a short time.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	timestamp	End of the time that was measured.
F	window	Length of the time that was measured.
F	usage	What was used, by resource: cpu as the average over the time, memory as it was at the end.
M	NodeMetricsList	A list of NodeMetrics objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	PodMetrics	What a pod's containers used over a short time.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	timestamp	End of the time that was measured.
F	window	Length of the time that was measured.
F	containers	What each container used, all in the same time.
M	PodMetricsList	A list of PodMetrics objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ContainerMetrics	What one container used in that time.
F	name	Name of the container.
F	usage	What was used, by resource: cpu as the average over the time, memory as it was at the end.
P	k8s.io.api.networking.v1
M	NetworkPolicy	Which connections pods may accept and open. A pod that no policy selects may do everything; otherwise it may do what any of its policies allows.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The pods, and what they may do.
M	NetworkPolicySpec	The pods of a NetworkPolicy, and what they may do.
F	podSelector	Pods of the namespace to which the policy applies. An empty selector means all.
F	ingress	Connections that the pods may accept. None means none, when policyTypes has Ingress.
F	egress	Connections that the pods may open. None means none, when policyTypes has Egress.
F	policyTypes	Directions that the policy restricts: Ingress, Egress or both. Default is Ingress, and Egress when there are egress rules.
M	NetworkPolicyIngressRule	Connections that are accepted: those on one of its ports from one of its peers.
F	ports	Ports to which they come. Empty or absent means all.
F	from	Where they come from. Empty or absent means everywhere.
M	NetworkPolicyEgressRule	Connections that are opened: those to one of its ports at one of its peers.
F	ports	Ports to which they go. Empty or absent means all.
F	to	Where they go. Empty or absent means everywhere.
M	NetworkPolicyPort	A port, or a range of them.
F	protocol	TCP (default), UDP or SCTP.
F	port	Number or name of a pod's port. Absent means all ports of the protocol.
F	endPort	Last port of the range that begins with port, which must then be a number and not greater.
M	IPBlock	A range of IP addresses, for peers outside the cluster.
F	cidr	The range, such as 192.168.0.0/16 or 2001:db8::/64.
F	except	Ranges within cidr that are left out.
M	NetworkPolicyPeer	Who is at the other end: pods, or addresses. ipBlock excludes the two selectors.
F	podSelector	Pods with these labels: in the namespaces that namespaceSelector selects, or without one in the policy's own. An empty selector means all.
F	namespaceSelector	Namespaces with these labels: the pods in them that podSelector selects, or without one all. An empty selector means all namespaces.
F	ipBlock	Addresses, usually outside of the cluster.
M	NetworkPolicyList	A list of NetworkPolicy objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	Ingress	Routes HTTP requests from outside to Services, by host and path. An ingress controller puts it into effect.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The routes, by host and path.
F	status	Where the routes can be reached.
M	IngressList	A list of Ingress objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	IngressSpec	The routes of an Ingress.
F	ingressClassName	IngressClass of the controller that puts the routes into effect. Absent means the default class, when there is one at creation.
F	defaultBackend	Where requests go that match no rule. Without rules it is required.
F	tls	Certificates for hosts. All are served on port 443 and told apart by SNI.
F	rules	Routes by host. Without any, all requests go to defaultBackend.
M	IngressTLS	A certificate, and the hosts it is for.
F	hosts	Host names of the certificate; they must agree with those of the rules. Absent leaves it to the controller.
F	secretName	Secret of the namespace with the certificate and its key, under tls.crt and tls.key. Absent means that the SNI name alone is used, for passing TLS on.
M	IngressStatus	Where an Ingress can be reached.
F	loadBalancer	Addresses at which clients reach the Ingress.
M	IngressLoadBalancerStatus	Addresses of the load balancer of an Ingress.
F	ingress	Addresses at which clients reach the load balancer.
M	IngressLoadBalancerIngress	One address of the load balancer.
F	ip	IP address, for load balancers that have one.
F	hostname	DNS name, for load balancers that have one.
F	ports	Ports of the load balancer.
M	IngressPortStatus	State of a port of the load balancer.
F	port	Number of the port that this is about.
F	protocol	Protocol of that port: TCP, UDP or SCTP.
F	error	Short CamelCase cause of a failure with this port, with a domain before it unless it is a well-known one.
M	IngressRule	Routes for the requests to one host.
F	host	Host name without port, compared in full; "*." at its beginning stands for exactly one label. Absent means all hosts. No IP address.
M	IngressRuleValue	The routes of a rule.
F	http	Routes by the path of an HTTP request.
M	HTTPIngressRuleValue	Routes by the path of an HTTP request.
F	paths	The routes, at least one. Of several that match, an exact one wins, and otherwise the longest.
M	HTTPIngressPath	One route: requests whose path matches go to a backend.
F	path	Path that is compared; it begins with "/". Required for Exact and Prefix.
F	pathType	Exact: the path is the same, to the case. Prefix: it is the same or goes on below, by whole elements between slashes. ImplementationSpecific: as the controller has it.
F	backend	Where the matching requests go.
M	IngressBackend	Where requests go. Exactly one member is set.
F	service	A Service of the namespace.
F	resource	Any other object of the namespace, of a kind that the controller understands.
M	IngressServiceBackend	A port of a Service.
F	name	Name of the Service, in the namespace of the Ingress.
F	port	Port of the Service, by name or number. Required.
M	ServiceBackendPort	A port by name or by number: exactly one of the two.
F	name	Name of the Service's port.
F	number	Number of the Service's port.
M	IngressClass	A kind of ingress, and the controller that does it. The annotation ingressclass.kubernetes.io/is-default-class=true makes it the default.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The controller and its parameters.
M	IngressClassSpec	The controller of an IngressClass.
F	controller	Name of the controller with a domain, such as example.com/ingress, at most 250 characters. Immutable.
F	parameters	Object with further settings for the controller. Absent when it needs none.
M	IngressClassParametersReference	Object with settings for a controller.
F	apiGroup	API group of the object. Absent means the core group.
F	kind	Kind of the object.
F	name	Name of the object.
F	scope	Cluster (default) or Namespace: where the object is.
F	namespace	Namespace of the object. Required for the scope Namespace, forbidden otherwise.
M	IngressClassList	A list of IngressClass objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	IPAddress	A virtual IP address that is taken; its name is the address in its canonical form. The server makes one for each address of a Service.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The object that has the address.
M	IPAddressSpec	The object that has an IPAddress.
F	parentRef	The object that has the address. Required.
M	ParentReference	Points to the object that has an address.
F	group	API group of the object; empty for the core group.
F	resource	Plural name of the object's resource, such as services.
F	namespace	Namespace of the object; empty for cluster-scoped ones.
F	name	Name of the object.
M	IPAddressList	A list of IPAddress objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ServiceCIDR	Ranges from which Services get their virtual addresses. The cluster's first one is named kubernetes.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The ranges from which addresses are given.
F	status	Whether they are in use.
M	ServiceCIDRSpec	The ranges of a ServiceCIDR.
F	cidrs	One range, or one for each of the two IP families. Immutable, but that a second family can be added.
M	ServiceCIDRStatus	The state of a ServiceCIDR.
F	conditions	Aspects of the state; Ready says whether addresses are given from it.
M	ServiceCIDRList	A list of ServiceCIDR objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
P	k8s.io.api.node.v1
M	RuntimeClass	A way to run pods' containers, for instance in a sandbox. Pods name it in runtimeClassName.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	handler	Handler of the nodes' container runtime that does it: a DNS label. Immutable.
F	overhead	What a pod needs beyond its containers, because it is run this way.
F	scheduling	Which nodes can run such pods. Absent means all.
M	Overhead	What running a pod costs beyond its containers.
F	podFixed	Amounts for each pod, by resource.
M	Scheduling	Which nodes can run the pods of a RuntimeClass.
F	nodeSelector	Labels that such nodes have; added to the pod's own nodeSelector. A pod that contradicts them is refused.
F	tolerations	Tolerations that are added to the pod's own.
M	RuntimeClassList	A list of RuntimeClass objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
P	k8s.io.api.policy.v1
M	PodDisruptionBudgetSpec	How many of a set of pods may be evicted at once. At most one of minAvailable and maxUnavailable is set.
F	minAvailable	How many pods must stay available after an eviction, as a number or a percentage, rounded up. 100% forbids evictions.
F	selector	Labels of the pods in the namespace. Absent means none, an empty selector all.
F	maxUnavailable	How many pods may be unavailable after an eviction, as a number or a percentage, rounded up. 0 forbids evictions. The pods must belong to controllers with a scale.
F	unhealthyPodEvictionPolicy	Running pods that are not ready. IfHealthyBudget (default): they can be evicted only when enough others are healthy. AlwaysAllow: they can always be.
M	PodDisruptionBudgetStatus	How many evictions a PodDisruptionBudget allows now.
F	observedGeneration	metadata.generation from which the status was made. Evictions are refused while it is behind.
F	disruptedPods	Pods whose eviction was allowed and that have not gone yet, with the time when it was.
F	disruptionsAllowed	How many pods may be evicted now.
F	currentHealthy	Number of healthy pods that there are.
F	desiredHealthy	Number of healthy pods that there must be.
F	expectedPods	Number of pods that the budget counts with.
F	conditions	Aspects of the state; DisruptionAllowed says whether any eviction is.
M	PodDisruptionBudget	Limits how many of a set of pods are evicted at once, as by draining nodes. It does not concern deletions and failures.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The pods, and how many of them must stay.
F	status	How many evictions it allows now.
M	PodDisruptionBudgetList	A list of PodDisruptionBudget objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	Eviction	A request to end a pod that heeds PodDisruptionBudgets; refused with 429 when they do not allow it. Sent to the pod's eviction subresource.
F	metadata	Name and namespace of the pod.
F	deleteOptions	How the pod is deleted.
P	k8s.io.api.rbac.v1
M	PolicyRule	Requests that are allowed: on resources, or on other paths.
F	verbs	What may be done: get, list, watch, create, update, patch, delete, deletecollection and others; * means all.
F	apiGroups	API groups of the resources: "" is the core group, * all.
F	resources	Resources by their plural names, with subresources as in pods/log; * means all, */scale that subresource of all.
F	resourceNames	Names of the only objects that are meant. Absent means all. It cannot restrict create and deletecollection of unnamed objects.
F	nonResourceURLs	Paths other than those of resources, as in /healthz; * at the end stands for anything. Only in ClusterRoles, and not together with resources.
M	Subject	Who is given something: a user, a group or a service account.
F	kind	What the subject is: User, Group or ServiceAccount.
F	apiGroup	"" for ServiceAccount, rbac.authorization.k8s.io (default) for the others.
F	name	Name of the user, group or service account.
F	namespace	Namespace of the service account; required for it, and forbidden for the others.
M	RoleRef	The role that a binding gives.
F	apiGroup	API group of the role, always rbac.authorization.k8s.io.
F	kind	Role or ClusterRole. A ClusterRoleBinding can only give ClusterRoles.
F	name	Name of the Role or ClusterRole.
M	Role	Permissions within its namespace. A RoleBinding gives them to somebody.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	rules	What is allowed; everything else is not. Nobody can write rules that allow more than they may do themselves, unless they have the verb escalate.
M	RoleBinding	Gives the permissions of a role to subjects, within its namespace.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	subjects	Users, groups and service accounts that get the permissions.
F	roleRef	A Role of the namespace, or a ClusterRole, whose permissions are given. Immutable.
M	RoleBindingList	A list of RoleBinding objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	RoleList	A list of Role objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ClusterRole	Permissions for all namespaces, cluster-scoped objects and other paths, when a ClusterRoleBinding gives them; or for one namespace, when a RoleBinding does.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	rules	What is allowed; everything else is not. With aggregationRule, a controller writes them.
F	aggregationRule	Makes rules the sum of other ClusterRoles' rules.
M	AggregationRule	Which ClusterRoles are summed up.
F	clusterRoleSelectors	Labels of the ClusterRoles; those that match any of the selectors are taken.
M	ClusterRoleBinding	Gives the permissions of a ClusterRole to subjects, in the whole cluster.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	subjects	Users, groups and service accounts that get the permissions.
F	roleRef	The ClusterRole whose permissions are given. Immutable.
M	ClusterRoleBindingList	A list of ClusterRoleBinding objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ClusterRoleList	A list of ClusterRole objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
P	k8s.io.apimachinery.pkg.api.resource
M	Quantity	A number with a unit suffix, as text: decimal (n, u, m, none, k, M, G, T, P, E), binary (Ki, Mi, Gi, Ti, Pi, Ei) or an exponent (1e3). For example 500m is half a core, and 128Mi is 134217728 bytes. What is finer than a billionth is rounded up.
F	string	The number with its suffix, as text.
P	k8s.io.api.resource.v1
M	ResourceSlice	Devices that a driver offers, or a part of them. Drivers publish them, the scheduler allocates from them.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	Whose devices these are, and which.
M	ResourceSliceSpec	Devices of one pool of a driver. Exactly one of nodeName, nodeSelector, allNodes and perDeviceNodeSelection is set.
F	driver	Name of the driver: a DNS name, at most 63 characters. Immutable.
F	pool	The pool to which the devices belong.
F	nodeName	The only node that has the devices. Immutable.
F	nodeSelector	Nodes that can reach the devices: one term.
F	allNodes	True: all nodes can reach the devices.
F	devices	The devices: at most 128, or 64 when any of them has taints or consumes counters.
F	perDeviceNodeSelection	True: each device says for itself which nodes can reach it.
F	sharedCounters	Counters that several devices of the pool draw on; at most 8 sets. A slice with them has no devices.
M	CounterSet	A set of counters, as of a device that can be divided up.
F	name	Name of the set: a DNS label, unique in the pool.
F	counters	The counters by name; at most 32.
M	ResourcePool	A pool of a driver's devices, told in one or more ResourceSlices.
F	name	Name of the pool; often the node's name. Parts that are DNS names, separated by slashes. Immutable.
F	generation	Number of the pool's state: only slices with the greatest one count.
F	resourceSliceCount	How many slices of this generation there are. While some are missing, the pool is not complete.
M	Device	A device that can be allocated.
F	name	Name of the device: a DNS label, unique in the pool.
F	attributes	What the device is, for selecting it; names without a domain have the driver's. With capacity at most 32.
F	capacity	What the device has of something, for selecting it and for sharing it; names without a domain have the driver's.
F	consumesCounters	What allocating the device takes from shared counters: at most 2 sets of them, each named once.
F	nodeName	The only node that has the device. Only with perDeviceNodeSelection, as are the two others.
F	nodeSelector	Nodes that can reach the device: one term.
F	allNodes	True: all nodes can reach the device.
F	taints	Taints that keep claims away which do not tolerate them; at most 16.
F	bindsToNode	True ties the allocation to the node for which the device was chosen.
F	bindingConditions	Conditions of the device's status that must all be True before the pod is put on its node; at most 4.
F	bindingFailureConditions	Conditions of the device's status of which one True ends the attempt; at most 4.
F	allowMultipleAllocations	True: several requests can share the device, each with a part of its capacity. False by default.
F	nodeAllocatableResourceMappings	Which of the node's own resources, such as cpu and memory, the device stands for.
M	NodeAllocatableResourceMapping	How a device counts as a resource of its node.
F	capacityKey	Capacity of the device that tells the amount. Absent means that each device counts as one.
F	allocationMultiplier	By how much the capacity, or the number of devices, is multiplied to give the amount. Default 1.
M	DeviceCounterConsumption	What a device takes from one set of counters.
F	counterSet	Name of the counter set, in the same pool.
F	counters	The amounts, by counter.
M	DeviceCapacity	What a device has of something.
F	value	How much. For a device that can be shared, in all.
F	requestPolicy	How much one request may take, for a device that can be shared. Absent means all or any part of it.
M	Counter	A counter of something that devices share, such as memory.
F	value	How much there is, or is taken.
M	CapacityRequestPolicy	How much of a capacity one request may take. At most one of validValues and validRange is set.
F	default	What a request takes that names no amount.
F	validValues	The only amounts; a request gets the next one that is not less. In ascending order, at most 10.
F	validRange	Bounds and steps of the amount.
M	CapacityRequestPolicyRange	Bounds and steps of an amount.
F	min	The least amount; a request for less gets it.
F	max	The greatest amount; a request for more is not served by the device.
F	step	Width of the steps above min; a request gets the next amount that is not less.
M	DeviceAttribute	Value of an attribute. Exactly one member is set.
F	int	A number.
F	bool	True or false.
F	string	A text of at most 64 characters.
F	version	A semantic version, at most 64 characters.
F	ints	Several numbers.
F	bools	Several values of true and false.
F	strings	Several texts.
F	versions	Several semantic versions.
M	DeviceTaint	Keeps claims that do not tolerate it away from a device.
F	key	Key of the taint, in the form of a label key.
F	value	Value of the taint, in the form of a label value.
F	effect	NoSchedule: the device is not allocated anew. NoExecute: pods that use it are evicted as well. None: it only tells something.
F	timeAdded	When the taint was added. Set by the server.
M	ResourceSliceList	A list of ResourceSlice objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ResourceClaim	A claim on devices. Pods name it; the scheduler allocates devices to it that they can use together.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The devices that are asked for. Immutable.
F	status	What was allocated, and who uses it.
M	ResourceClaimSpec	What a ResourceClaim asks for.
F	devices	Devices that are asked for, and settings for them.
M	DeviceClaim	Devices that are asked for, and settings for them.
F	requests	The requests, at most 32, which must all be met.
F	constraints	What must hold of the devices together; at most 32.
F	config	Settings for drivers; at most 32.
M	DeviceRequest	One request for devices. Exactly one of exactly and firstAvailable is set.
F	name	Name of the request: a DNS label, unique in the claim.
F	exactly	A request for devices of one class.
F	firstAvailable	Alternatives, at most 8, the best first: the first that can be had is taken.
M	ExactDeviceRequest	A request for devices of a class.
F	deviceClassName	DeviceClass of the devices. Required.
F	selectors	Further requirements on each device; at most 32.
F	allocationMode	ExactCount (default): as many as count says. All: all that match, of which there must be one at least and none in use by others.
F	count	Number of devices, for ExactCount. Default 1.
F	adminAccess	True gives access to devices that others use, for looking after them. It takes a namespace with the label resource.kubernetes.io/admin-access=true.
F	tolerations	Taints of devices that are tolerated; at most 16.
F	capacity	How much of each device is needed.
M	DeviceSubRequest	One alternative of a request.
F	name	Name of the alternative: a DNS label, unique in the request. Others refer to it as REQUEST/NAME.
F	deviceClassName	DeviceClass of the devices. Required.
F	selectors	Further requirements on each device; at most 32.
F	allocationMode	ExactCount (default): as many as count says. All: all that match, of which there must be one at least and none in use by others.
F	count	Number of devices, for ExactCount. Default 1.
F	tolerations	Taints of devices that are tolerated; at most 16.
F	capacity	How much of each device is needed.
M	CapacityRequirements	How much of a device is needed.
F	requests	Amounts by capacity. A device that can be shared gives that much of itself; another must have it.
M	DeviceSelector	A requirement on a device. Exactly one member is set.
F	cel	The requirement as an expression in CEL.
M	CELDeviceSelector	A requirement as an expression in CEL.
F	expression	Expression that is true for the devices that are meant. It knows device.driver, device.attributes and device.capacity, by domain and name; at most 10 KiB.
M	DeviceConstraint	What must hold of several devices together. Exactly one of matchAttribute and distinctAttribute is set.
F	requests	Requests whose devices are concerned. Absent means all of the claim.
F	matchAttribute	Attribute, with its domain, in which the devices must agree.
F	distinctAttribute	Attribute, with its domain, in which the devices must all differ.
M	DeviceClaimConfiguration	Settings for the devices of some requests.
F	requests	The requests. Absent means all of the claim.
M	DeviceConfiguration	Settings for devices. Exactly one member is set.
F	opaque	Settings in the form of a driver.
M	OpaqueDeviceConfiguration	Settings in the form of a driver.
F	driver	Name of the driver; others do not look at them.
F	parameters	The settings: an object with apiVersion and kind, at most 10 KiB.
M	DeviceToleration	Lets a request get devices with taints that match.
F	key	Key of the taint. Empty, with the operator Exists, matches every taint.
F	operator	Equal: the taint has this value. Exists: any value.
F	value	Value to compare with. Empty for Exists.
F	effect	Effect of the taint: None, NoSchedule or NoExecute. Empty matches all effects.
F	tolerationSeconds	How many seconds pods stay after a NoExecute taint has appeared; 0 or less means none. Absent means for ever.
M	ResourceClaimStatus	What a claim has got, and who uses it.
F	allocation	The devices that were allocated. Absent means none yet.
F	reservedFor	Who may use them now; at most 256. The claim is only freed when nobody is left.
F	devices	What drivers tell of the devices.
M	ResourceClaimConsumerReference	Who uses a claim, usually a pod.
F	apiGroup	API group of the user; empty for the core group.
F	resource	Plural name of the user's resource, such as pods.
F	name	Name of the user, in the claim's namespace.
F	uid	UID of the user.
M	AllocationResult	What was allocated to a ResourceClaim.
F	devices	The devices, and the settings that apply to them.
F	nodeSelector	Nodes that can use the devices. Absent means all.
F	allocationTimestamp	When they were allocated.
M	DeviceAllocationResult	Devices that were allocated, and settings for them.
F	results	The devices, one entry for each.
F	config	Settings of the claim and of its classes, as they were then.
M	DeviceRequestAllocationResult	One device that was allocated.
F	request	The request that it meets; REQUEST/NAME for an alternative.
F	driver	Name of the driver that the device is from.
F	pool	Name of the pool that the device is in.
F	device	Name of the device in its pool.
F	adminAccess	True when others may use it too, as adminAccess asked.
F	tolerations	Taints that the request tolerates, as they were then.
F	bindingConditions	Conditions that had to be True before the pod was put on its node.
F	bindingFailureConditions	Conditions of which one True ends the attempt.
F	shareID	Tells this share of a device from the others, when it is shared.
F	consumedCapacity	How much of the device's capacity this share takes, when it is shared.
M	DeviceAllocationConfiguration	Settings for devices that were allocated.
F	source	FromClass or FromClaim: where the settings come from.
F	requests	The requests whose devices are concerned. Absent means all.
M	ResourceClaimList	A list of ResourceClaim objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	DeviceClass	A kind of devices that claims can ask for.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	Which devices are of the class, and settings for them.
M	DeviceClassSpec	Which devices are of a class, and settings for them.
F	selectors	Requirements that each device must meet; at most 32.
F	config	Settings for drivers, which are used together with those of the claim; at most 32.
F	extendedResourceName	Extended resource with which pods can ask for such devices, without a claim, in their containers' resources.
M	DeviceClassConfiguration	Settings for the devices of a class.
M	DeviceClassList	A list of DeviceClass objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	ResourceClaimTemplate	Makes a ResourceClaim for each pod that names it.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	What the claims look like. Immutable.
M	ResourceClaimTemplateSpec	The claims that a template makes.
F	metadata	Labels and annotations that each claim gets.
F	spec	What each claim asks for.
M	ResourceClaimTemplateList	A list of ResourceClaimTemplate objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	AllocatedDeviceStatus	What a driver tells of a device that was allocated.
F	driver	Name of the driver that the device is from.
F	pool	Name of the pool that the device is in.
F	device	Name of the device in its pool.
F	shareID	The share of the device, when it is shared.
F	conditions	Aspects of the device's state; at most 8.
F	data	Further data in the form of the driver; at most 10 KiB.
F	networkData	What is known of a network device.
M	NetworkDeviceData	Facts about a network device.
F	interfaceName	Name of the network interface in the pod.
F	ips	Addresses of the interface with their prefix lengths, as in 192.0.2.5/24; at most 16.
F	hardwareAddress	Hardware address of the interface, such as its MAC address.
P	k8s.io.apimachinery.pkg.runtime
M	RawExtension	An object of any kind, as it stands. In JSON it is the object itself.
F	raw	The object's bytes, in JSON or in the envelope of the stored form.
M	TypeMeta	What kind of object this is, and in which version it is written.
F	apiVersion	Group and version in which the object is written.
F	kind	Kind of the object.
M	Unknown	The envelope around an object in binary form; the four bytes "k8s\0" stand before it.
F	typeMeta	Kind and version of the object.
F	raw	The object's bytes, in the format of contentType.
F	contentEncoding	How the bytes are encoded. Empty means not at all.
F	contentType	Format of the bytes. Empty means Kubernetes' protobuf form.
P	k8s.io.api.scheduling.v1
M	PriorityClass	A name for a priority that pods can have. Those named system-... are the cluster's own.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	value	The priority: higher ones are scheduled first and may displace lower ones. At most 1000000000 for classes that are not the cluster's own. Immutable.
F	globalDefault	True gives the priority to pods that name no class. At most one class can have it. False by default.
F	description	What the class is for, for people.
F	preemptionPolicy	PreemptLowerPriority (default): its pods may displace others of lower priority. Never: they wait for room. Immutable.
M	PriorityClassList	A list of PriorityClass objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
P	k8s.io.api.storage.v1
M	StorageClass	A kind of storage that volumes are provisioned from. provisioner, parameters, reclaimPolicy and volumeBindingMode are immutable. The annotation storageclass.kubernetes.io/is-default-class=true makes it the default.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	provisioner	Who makes the volumes, usually the name of a CSI driver. kubernetes.io/no-provisioner makes none.
F	parameters	Settings for the provisioner; at most 512, of 256 KiB in all.
F	reclaimPolicy	What happens to a volume when its claim is deleted: Delete (default) or Retain.
F	mountOptions	Options with which the volumes are mounted, such as ro or soft. They are not checked: a wrong one makes the mount fail.
F	allowVolumeExpansion	True lets claims be made larger. Absent means false.
F	volumeBindingMode	When a claim gets its volume. Immediate (default): at once. WaitForFirstConsumer: when a pod that uses it is scheduled, and in a place that suits it.
F	allowedTopologies	Where volumes may be made, such as certain zones. Absent means everywhere.
M	StorageClassList	A list of StorageClass objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	VolumeAttachment	An order to attach a volume to a node, or to detach it. Made by a controller, carried out by the driver.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	Which volume, and which node. Immutable.
F	status	How far it has come.
M	VolumeAttachmentList	A list of VolumeAttachment objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	VolumeAttachmentSpec	Which volume is to be attached, and where.
F	attacher	Name of the driver that does it.
F	source	The volume to attach.
F	nodeName	Node that the volume is attached to.
M	VolumeAttachmentSource	The volume to attach. Exactly one member is set.
F	persistentVolumeName	Name of the PersistentVolume to attach.
F	inlineVolumeSpec	Volume for which there is no PersistentVolume: one that a pod names itself and that is translated to CSI.
M	VolumeAttachmentStatus	How far an attachment has come.
F	attached	True when the volume is attached.
F	attachmentMetadata	What the driver said when it attached the volume, for use by later steps.
F	attachError	Why attaching failed the last time, if it did.
F	detachError	Why detaching failed the last time, if it did.
M	VolumeError	A failure with a volume.
F	time	When the failure happened.
F	message	What happened. It may be logged, so it holds nothing secret.
F	errorCode	gRPC status code of the failure, when there is one.
M	CSIDriver	What a CSI driver can do and needs to know. Its name is the driver's own.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The driver's abilities and needs.
M	CSIDriverList	A list of CSIDriver objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	CSIDriverSpec	Abilities and needs of a CSI driver.
F	attachRequired	True (default): volumes must be attached to a node before they are mounted. False: there is no such step. Immutable.
F	podInfoOnMount	True tells the driver the pod's name, namespace, UID and service account at each mount. Default false.
F	volumeLifecycleModes	Persistent (default): volumes outlive pods, by PersistentVolumes. Ephemeral: the driver makes volumes for single pods, named in their specs. Both are possible; immutable.
F	storageCapacity	True lets the scheduler consider CSIStorageCapacity objects of the driver. Default false.
F	fsGroupPolicy	Whether volumes are given to a pod's fsGroup. ReadWriteOnceWithFSType (default): those with a file system type and the access mode ReadWriteOnce. File: all. None: none.
F	tokenRequests	Service account tokens that the driver gets for each pod, in its volume context.
F	requiresRepublish	True calls the driver again and again for mounted volumes, so that it can bring their contents up to date. Default false.
F	seLinuxMount	True: the driver can mount volumes with an SELinux label as a mount option. Default false.
F	nodeAllocatableUpdatePeriodSeconds	Seconds from one update of the volume limit in CSINode to the next; at least 10. Absent means no updates.
F	serviceAccountTokenInSecrets	True passes service account tokens as secrets of the call, in place of the volume context. Only with tokenRequests; default false.
F	preventPodSchedulingIfMissing	True keeps pods that need the driver away from nodes that do not have it. Default false.
M	TokenRequest	A service account token that a driver gets.
F	audience	For whom the token is meant. Empty means the API server. No two requests have the same.
F	expirationSeconds	Lifetime of the token in seconds. Absent means one hour; at least 600.
M	CSINode	The CSI drivers that a node has. The kubelet keeps it; its name is the node's.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	spec	The drivers that are installed on the node.
M	CSINodeSpec	The CSI drivers of a node.
F	drivers	The drivers. Empty when none is there.
M	CSINodeDriver	One CSI driver of a node.
F	name	Name of the driver, as it registers itself.
F	nodeID	Name by which the driver knows the node.
F	topologyKeys	Label keys of the node that say where it stands for the driver's volumes.
F	allocatable	How many volumes of the driver the node can have.
M	VolumeNodeResources	Volume limits of a node.
F	count	The most volumes at once. Absent means no limit.
M	CSINodeList	A list of CSINode objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	CSIStorageCapacity	How much storage of a class a driver has left in one part of the cluster. Drivers write it, the scheduler reads it.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	nodeTopology	Labels of the nodes that can reach the storage. Absent means none, an empty selector all. Immutable.
F	storageClassName	StorageClass to which it applies. Immutable.
F	capacity	How much is left. Absent means that it is not known.
F	maximumVolumeSize	Largest volume that can be made. Absent means that it is not known.
M	CSIStorageCapacityList	A list of CSIStorageCapacity objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
M	VolumeAttributesClass	Changeable settings of volumes, such as their throughput, that a driver knows. Claims name it.
F	metadata	Name, labels, annotations and the other data that every object carries.
F	driverName	Name of the CSI driver. Immutable.
F	parameters	Settings, passed to the driver; at most 512, of 256 KiB in all. Immutable, and not empty.
M	VolumeAttributesClassList	A list of VolumeAttributesClass objects.
F	metadata	Data of the list itself: its resource version and, on a page, where the next page begins.
F	items	The objects of the list, or of this page of it.
"""#
}
