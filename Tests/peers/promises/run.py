"""Plays a plan against a server of its own."""
import asyncio
import collections
import dataclasses
import random
import signal
import time

from conftest import Server
from promises.judge import judge, judge_watcher
from promises.plan import NAMESPACES
from promises.record import Epoch, Evidence
from promises.rest import RestFace
from promises.rpc import RPCFace
from promises.tail import Missed, Tail
from promises.watcher import Watcher
from promises.writer import Writer

# After the last write every watcher must have been told everything within this time, on a busy machine, too.
DRAIN_SECONDS = 15
LOOK_SECONDS = 0.05


class World:
    """What those who take part in a run share."""

    def __init__(self):
        # The newest revision that anybody was answered with.
        self.known = 0
        self.writes = []
        self.listings = []
        self.stalls = 0
        self.is_draining = False
        self.over = asyncio.get_running_loop().create_future()

    @property
    def is_over(self):
        return self.over.done()


@dataclasses.dataclass
class Outcome:
    plan: object
    evidence: Evidence
    violations: list
    # What happened how often, for those who want to know that anything did.
    coverage: collections.Counter

    def __str__(self):
        lines = [f"seed {self.plan.seed}: {len(self.violations)} violations"]
        return "\n  ".join(lines + [str(violation) for violation in self.violations[:20]])


# What a run may take beyond its plan and the time to drain: starts, ends, judging. Longer, and the server does not answer.
SPARE_SECONDS = 240
# A judge that a busy machine kept from reading history in time tries again, and history is kept longer.
TRIES = 4


def play(plan, folder):
    """Plays a plan with a server in `folder`, which is made."""
    for number in range(TRIES):
        try:
            return asyncio.run(_play(plan, f"{folder}-{number}"))
        except Missed:
            if number + 1 == TRIES:
                raise
            plan = dataclasses.replace(plan, compaction_milliseconds=2 * plan.compaction_milliseconds)
    raise AssertionError("unreachable")


async def _play(plan, folder):
    try:
        async with asyncio.timeout(plan.seconds + DRAIN_SECONDS + SPARE_SECONDS):
            return await _served(plan, folder)
    except TimeoutError:
        raise AssertionError("the run does not end: the server leaves requests unanswered") from None


async def _served(plan, folder):
    server = Server(folder, *plan.flags)
    tail, epochs = Tail(folder), []
    await _start(plan, server, tail, epochs)
    world = World()
    faces = []
    try:
        await _prepare(server)
        tail.start()
        watchers = []
        shared = {}
        for number, each in enumerate(plan.watchers):
            if each.connection not in shared:
                shared[each.connection] = (RPCFace(server) if each.face == "rpc" else RestFace(
                    server, each.face == "protobuf", plan.is_secure, each.window))
            watchers.append(Watcher(each, shared[each.connection], world, random.Random(plan.seed * 1000 + number)))
        faces += shared.values()
        writers = []
        for number in range(plan.writers):
            rest, rpc = RestFace(server), RPCFace(server)
            faces += [rest, rpc]
            writers.append(Writer(
                f"s{plan.seed}-{number}", rest, rpc, world, random.Random(plan.seed * 1000 + 500 + number), plan))
        following = [asyncio.create_task(watcher.run()) for watcher in watchers]
        writing = [asyncio.create_task(writer.run()) for writer in writers]
        await _restarts(plan, server, tail, epochs, following + writing)
        world.is_draining = True
        await asyncio.gather(*writing)
        await asyncio.to_thread(tail.stop)
        evidence = Evidence(tail.history(), [w.seen for w in watchers], world.listings, world.writes, epochs, plan.kept)
        await _drain(evidence, following)
        world.over.set_result(None)
        await asyncio.gather(*following)
        assert server.process.poll() is None, "the server ended by itself"
    finally:
        if not world.over.done():
            world.over.set_result(None)
        tail.is_over.set()
        await asyncio.to_thread(server.stop, signal.SIGKILL)
        for face in faces:
            await face.close()
    return Outcome(plan, evidence, judge(evidence), _coverage(world, evidence))


async def _start(plan, server, tail, epochs):
    """Starts the server, and notes from when on it can have history."""
    if epochs:
        await asyncio.to_thread(tail.read)
    began = time.monotonic()
    await asyncio.to_thread(server.start)
    start = max(tail.revision - plan.resume_revisions, tail.compacted, 1)
    if (time.monotonic() - began) * 1000 > plan.compaction_milliseconds:
        # So slow that history may have been compacted while it was loaded.
        start = tail.revision
    epochs.append(Epoch(began, start))


async def _prepare(server):
    rest = RestFace(server)
    for name in NAMESPACES:
        await rest.write("POST", "/api/v1/namespaces", {"metadata": {"name": name}})
        await rest.write("POST", f"/api/v1/namespaces/{name}/serviceaccounts", {"metadata": {"name": "default"}})
    await rest.close()


async def _restarts(plan, server, tail, epochs, tasks):
    began = time.monotonic()

    async def until(at):
        done, _ = await asyncio.wait(
            tasks, timeout=max(0, began + at - time.monotonic()), return_when=asyncio.FIRST_EXCEPTION)
        for task in done:
            task.result()
        if tail.failure:
            raise tail.failure
        assert server.process.poll() is None, "the server ended by itself"
    for at, how in plan.restarts:
        await until(at)
        await asyncio.to_thread(server.stop, how)
        await _start(plan, server, tail, epochs)
    await until(plan.seconds)


async def _drain(evidence, following):
    """Gives everybody time to be told everything: so many looks, since a machine that stands still for a while makes time
    pass in which nobody could be told anything. All have to be complete at the same look: who was before may have begun
    anew, since some watches end by themselves."""
    waiting = list(evidence.watchers)
    for _ in range(int(DRAIN_SECONDS / LOOK_SECONDS)):
        await asyncio.sleep(LOOK_SECONDS)
        for task in following:
            if task.done():
                task.result()
        for some in (waiting, evidence.watchers):
            waiting = [seen for seen in some if not _is_complete(evidence, seen)]
            if waiting:
                break
        else:
            return


def _is_complete(evidence, seen):
    if not seen.episodes or seen.episodes[-1].end != "open" or seen.episodes[-1].opened is None:
        return False
    last = dataclasses.replace(seen, episodes=seen.episodes[-1:])
    return not judge_watcher(evidence, last)


def _coverage(world, evidence):
    count = collections.Counter(stalls=world.stalls, lists=len(world.listings), restarts=len(evidence.epochs) - 1)
    for write in world.writes:
        count[f"write {write.verb} {write.outcome}"] += 1
    for seen in evidence.watchers:
        for episode in seen.episodes:
            count[f"begins {episode.begins}"] += 1
            count[f"ends {episode.end}"] += 1
            if episode.begins == "after":
                count[f"after {episode.source}"] += 1
            for item in episode.told:
                count[f"told {item.type}"] += 1
        departed = [item for item in evidence.history.view(seen.selection) if item.type == "DELETED"
                    and evidence.history.find(seen.selection.resource, item.revision, item.state.key).after]
        count["left the selection"] += len(departed)
    count["objects that wait to be deleted"] = sum(
        1 for c in evidence.history.changes if c.after and c.after.is_deleting)
    count["changes"] = len(evidence.history.changes)
    return count
