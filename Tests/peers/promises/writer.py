"""A writer: makes, changes and deletes objects, and records what it was answered."""
import asyncio
import time

from promises.connection import Cut
from promises.faces import Refused
from promises.plan import NAMES, NAMESPACES, NODES, TEAMS, TIERS
from promises.record import Listing, Write
from promises.selection import Selection
from promises.state import STAMP, from_json, from_message, message_type
from stubs import stubs

FINALIZER = "promises.test/hold"
GENERATED = {"tier": "a", "made": "generated"}
PATCHES = {"merge": "application/merge-patch+json", "strategic": "application/strategic-merge-patch+json"}


class Writer:
    def __init__(self, name, rest, rpc, world, chance, plan):
        self.name = name
        self.rest = rest
        self.rpc = rpc
        self.world = world
        self.chance = chance
        self.plan = plan
        self.count = 0

    async def run(self):
        ways = {self.create: 6, self.replace: 3, self.replace_version: 3, self.patch: 6, self.delete: 4,
                self.generate: 1, self.sweep: 0.3, self.release: 1.5, self.bind: 3, self.try_out: 0.5,
                self.create_rpc: 2, self.patch_rpc: 2, self.delete_rpc: 1.5}
        while not self.world.is_draining:
            way = self.chance.choices(list(ways), list(ways.values()))[0]
            self.resource = self.chance.choice(["configmaps", "configmaps", "pods"])
            self.namespace = self.chance.choice(NAMESPACES)
            self.object = self.chance.choice(NAMES)
            await way()
            await asyncio.sleep(self.chance.uniform(0, 2 * self.plan.pause_seconds))

    # What is written

    @property
    def path(self):
        return f"/api/v1/namespaces/{self.namespace}/{self.resource}"

    @property
    def own(self):
        return f"{self.path}/{self.object}"

    def labels(self):
        labels = {"tier": self.chance.choice(TIERS)}
        if self.chance.random() < 0.5:
            labels["team"] = self.chance.choice(TEAMS)
        return labels

    def data(self):
        return {"text": "x" * self.chance.randrange(self.plan.data_bytes + 1)}

    def body(self, stamp, **meta):
        item = {"metadata": {"annotations": {STAMP: stamp}, "labels": self.labels()} | meta}
        if self.resource == "configmaps":
            item["data"] = self.data()
        else:
            item["spec"] = {"containers": [{"name": "c", "image": "none"}]}
            if self.chance.random() < 0.2:
                item["spec"]["nodeName"] = self.chance.choice(NODES)
        return item

    def begin(self, verb, **rest):
        self.count += 1
        write = Write(verb, self.resource, (self.namespace, self.object), f"{self.name}-{self.count}",
                      known=self.world.known, began=time.monotonic(), **rest)
        self.world.writes.append(write)
        return write

    async def settle(self, write, call, take):
        """Waits for the answer and records it; `take` says what an acknowledgement means."""
        try:
            answer = await call
        except Refused as refusal:
            write.code = refusal.code
            # The server could not tell, either.
            write.outcome = "unknown" if refusal.code is None or refusal.code >= 500 else "refused"
            return
        except Cut:
            await asyncio.sleep(0.05)
            return
        take(write, answer)
        if write.outcome == "unknown":
            write.outcome = "acknowledged"
        if write.is_new:
            self.world.known = max(self.world.known, write.revision)
            if self.chance.random() < 0.2:
                await self.look_after()

    async def look_after(self):
        """What was acknowledged is there for everybody at once, whatever face they use."""
        selection = Selection(self.resource, self.namespace)
        known = self.world.known
        try:
            revision, items = await self.chance.choice([self.rest, self.rpc]).list(selection)
        except (Refused, Cut):
            return
        self.world.listings.append(Listing(selection, revision, items, known))

    @staticmethod
    def made(write, answer):
        """A new state, with a revision."""
        write.state, write.revision = from_json(answer)
        write.key, write.is_new = write.state.key, True

    def made_rpc(self, write, answer):
        write.state, write.revision = from_message(self.resource, answer.object.value)
        assert write.revision == answer.object.revision
        write.is_new = True

    # REST

    async def create(self):
        write = self.begin("create")
        meta = {"name": self.object}
        if self.resource == "configmaps" and self.chance.random() < 0.2:
            meta["finalizers"] = [FINALIZER]
        await self.settle(write, self.rest.write("POST", self.path, self.body(write.stamp, **meta)), self.made)

    async def generate(self):
        self.resource, self.object = "configmaps", ""
        write = self.begin("generate")
        body = self.body(write.stamp, generateName="made-", labels=GENERATED)
        await self.settle(write, self.rest.write("POST", self.path, body), self.made)

    async def try_out(self):
        """Nothing of a dry run may be seen."""
        write = self.begin("dry run")

        def refused(write, _):
            write.outcome = "refused"
        body = self.body(write.stamp, name=self.object)
        await self.settle(write, self.rest.write("POST", self.path, body, query={"dryRun": "All"}), refused)

    async def replace(self):
        self.resource = "configmaps"
        write = self.begin("replace")
        write.may_remove = True
        body = self.body(write.stamp, name=self.object)
        await self.settle(write, self.rest.write("PUT", self.own, body), self.replaced)

    async def replace_version(self):
        try:
            item = await self.rest.write("GET", self.own)
        except (Refused, Cut):
            return
        write = self.begin("replace version", condition=int(item["metadata"]["resourceVersion"]))
        item["metadata"]["labels"] = self.labels()
        item["metadata"].setdefault("annotations", {})[STAMP] = write.stamp
        if self.resource == "configmaps":
            item["data"] = self.data()
        await self.settle(write, self.rest.write("PUT", self.own, item), self.replaced)

    def replaced(self, write, answer):
        self.made(write, answer)
        # What was being deleted and lost its finalizer by this is gone.
        write.may_remove = write.state.is_deleting and not write.state.finalizers

    async def patch(self):
        write = self.begin("patch")
        labels = self.labels() if self.chance.random() < 0.7 else {}
        if "team" not in labels and labels:
            labels["team"] = None
        patch = {"metadata": {"annotations": {STAMP: write.stamp}} | ({"labels": labels} if labels else {})}
        content = self.chance.choice(list(PATCHES.values()))
        await self.settle(write, self.rest.write("PATCH", self.own, patch, content), self.replaced)

    async def release(self):
        """Takes the finalizer away, which ends an object that is being deleted."""
        self.resource = "configmaps"
        write = self.begin("release")
        patch = {"metadata": {"annotations": {STAMP: write.stamp}, "finalizers": None}}
        await self.settle(write, self.rest.write("PATCH", self.own, patch, PATCHES["merge"]), self.replaced)

    async def delete(self):
        write = self.begin("delete")
        write.stamp = None
        query = {"gracePeriodSeconds": "0"} if self.chance.random() < 0.5 else None
        await self.settle(write, self.rest.write("DELETE", self.own, query=query), self.deleted)

    def deleted(self, write, answer):
        """Either a Status that says that it is gone, or the object as it is, or was at last."""
        if answer["kind"] == "Status":
            write.removed_uids = ((write.key, answer["details"]["uid"]),)
        else:
            write.revision = from_json(answer)[1]
            write.may_remove = True

    async def sweep(self):
        self.resource, self.object = "configmaps", ""
        write = self.begin("sweep")
        write.stamp = None

        def swept(write, answer):
            states = [from_json(item)[0] for item in answer["items"]]
            write.removed_uids = tuple((state.key, state.uid) for state in states if not state.finalizers)
        query = {"labelSelector": self.chance.choice(["made=generated", "made=generated", "tier=c"])}
        await self.settle(write, self.rest.write("DELETE", self.path, query=query), swept)

    async def bind(self):
        self.resource = "pods"
        write = self.begin("bind")
        write.stamp = None
        binding = {"metadata": {"name": self.object}, "target": {"kind": "Node", "name": self.chance.choice(NODES)}}
        await self.settle(write, self.rest.write("POST", f"{self.own}/binding", binding), lambda write, answer: None)

    # RPC

    @property
    def rpc_resource(self):
        return {"version": "v1", "resource": self.resource}

    @property
    def rpc_key(self):
        return {"namespace": self.namespace, "name": self.object}

    async def create_rpc(self):
        write = self.begin("create")
        item = message_type(self.resource)()
        item.metadata.name = self.object
        item.metadata.labels.update(self.labels())
        item.metadata.annotations[STAMP] = write.stamp
        if self.resource == "configmaps":
            item.data.update(self.data())
        else:
            container = item.spec.containers.add()
            container.name, container.image = "c", "none"
        request = stubs().cluster.CreateRequest(
            resource=self.rpc_resource, namespace=self.namespace, value=item.SerializeToString())
        await self.settle(write, self.rpc.call((await self.rpc.connected()).Create, request), self.made_rpc)

    async def patch_rpc(self):
        write = self.begin("patch")
        patch = f'{{"metadata":{{"labels":{{"tier":"{self.chance.choice(TIERS)}"}},' \
                f'"annotations":{{"{STAMP}":"{write.stamp}"}}}}}}'
        request = stubs().cluster.PatchRequest(
            resource=self.rpc_resource, key=self.rpc_key, type=stubs().cluster.MERGE, patch=patch.encode())

        def patched(write, answer):
            self.made_rpc(write, answer)
            write.may_remove = write.state.is_deleting and not write.state.finalizers
        await self.settle(write, self.rpc.call((await self.rpc.connected()).Patch, request), patched)

    async def delete_rpc(self):
        write = self.begin("delete")
        write.stamp = None
        request = stubs().cluster.DeleteRequest(resource=self.rpc_resource, key=self.rpc_key)

        def deleted(write, answer):
            state, write.revision = from_message(self.resource, answer.object.value)
            write.may_remove = True
            if answer.removed:
                write.removed_uids = ((write.key, state.uid),)
        await self.settle(write, self.rpc.call((await self.rpc.connected()).Delete, request), deleted)
