"""A watcher: opens watches in every way that there is, reads, stalls, cancels, and comes back."""
import asyncio
import time

from promises.connection import Cut
from promises.faces import Expired, Opening
from promises.record import AFTER, NOW, OBJECTS, SNAPSHOT, Episode, Listing, Seen

RETRY_SECONDS = 0.05


class Watcher:
    def __init__(self, plan, face, world, chance):
        self.plan = plan
        self.face = face
        self.world = world
        self.chance = chance
        self.seen = Seen(f"{plan.name} ({plan.face}, {plan.selection})", plan.selection)
        # Where it has come to, and by what; None: it does not know.
        self.position = None
        self.source = None
        self.past = []
        self.must_list = True

    async def run(self):
        while not self.world.is_over:
            try:
                episode, opening = await self._begin()
            except (Cut, Expired):
                await asyncio.sleep(RETRY_SECONDS)
                continue
            await self._follow(episode, opening)
            self._remember(episode)

    # Beginning

    async def _begin(self):
        """An episode that has not been opened, and how to ask for it."""
        way = self.chance.choices(
            ["resume", "rewind", "list", "now", "snapshot", "objects"], [8, 1, 2, 1, 2, 1])[0]
        if self.must_list and way in ("resume", "rewind") or way == "resume" and self.position is None:
            way = self.chance.choice(["list", "snapshot"]) if self.must_list else "list"
        if way == "rewind" and not self.past:
            way = "list"
        bookmarks = self.chance.random() < 0.6
        if way == "list":
            self.position, self.source = await self._list()
        if way in ("resume", "list", "rewind"):
            revision, source = self.position, self.source
            if way == "rewind":
                # Mostly to a moment that it knows; sometimes to long before it was there.
                revision = self.chance.choice(self.past)
                revision, source = self.chance.choice([revision, revision, self.chance.randrange(1, revision + 1)]), "rewind"
            initial = self.chance.choice([None, None, False])
            return self._made(AFTER, revision, source, Opening(AFTER, revision, bookmarks, initial))
        if way == "now":
            return self._made(NOW, self.world.known, "list", Opening(NOW, None, bookmarks, False))
        least, revision = self._least()
        if way == "snapshot":
            return self._made(SNAPSHOT, least, "list", Opening(SNAPSHOT, revision, True, True))
        initial = None
        if self.plan.face != "rpc" and self.chance.random() < 0.3:
            initial, bookmarks = True, False
        elif revision:
            # A revision without sendInitialEvents is one to begin after.
            least, revision = self.world.known, None
        return self._made(OBJECTS, least, "list", Opening(OBJECTS, revision, bookmarks, initial))

    def _least(self):
        """What the first objects may not be older than, and the revision to ask for to get that."""
        known = self.world.known
        choices = [(known, None), (known, known)]
        if self.plan.face != "rpc":
            choices.append((0, 0))
        least, revision = self.chance.choice(choices)
        return (least, revision) if revision is None or known else (known, None)

    def _made(self, begins, revision, source, opening):
        if self.chance.random() < self.plan.times_out:
            opening = Opening(opening.begins, opening.revision, opening.bookmarks, opening.initial, 1)
        return Episode(begins, revision, source, opening.bookmarks, asked=time.monotonic()), opening

    async def _list(self):
        known = self.world.known
        way = self.chance.choice(["unset", "unset", "zero", "not older", "exact", "pages"])
        if self.must_list and way == "exact" or not known:
            way = "unset"
        asked = {"unset": {}, "zero": {"revision": 0}, "not older": {"revision": known},
                 "exact": {"revision": self.chance.choice([known, *self.past[-5:]]), "is_exact": True},
                 "pages": {"limit": self.chance.randrange(1, 6)}}[way]
        revision, items = await self.face.list(self.plan.selection, **asked)
        is_zero = way == "zero" and self.plan.face != "rpc"
        least = 0 if way == "exact" or is_zero else known
        exact = asked["revision"] if way == "exact" else None
        self.world.listings.append(Listing(self.plan.selection, revision, items, least, exact))
        return revision, "rewind" if way == "exact" else "list"

    # Following

    async def _follow(self, episode, opening):
        self.seen.episodes.append(episode)
        watch = None
        try:
            watch = await self.face.watch(self.plan.selection, opening)
            await watch.opened()
            episode.opened = time.monotonic()
            episode.end = await self._read(watch, episode)
        except Expired:
            episode.end = "expired"
        except Cut:
            episode.end = "cut"
        episode.ended = time.monotonic()
        if watch and episode.end == "cancelled":
            watch.cancel()
        if episode.end in ("cut", "ended"):
            await asyncio.sleep(self.chance.uniform(0, RETRY_SECONDS))

    async def _read(self, watch, episode):
        """Reads until something ends it; returns what."""
        cancel_at = stall_at = None
        if self.chance.random() < self.plan.cancels:
            cancel_at = time.monotonic() + self.chance.uniform(0, 1.5)
            events = self.chance.choice([0, 1, 3, 20, 1000])
        if self.chance.random() < self.plan.stalls:
            stall_at = self.chance.randrange(30)
        episode.is_prompt = not self.plan.pace_seconds
        coming = None
        try:
            while True:
                if self.world.is_over:
                    return "open"
                coming = coming or asyncio.ensure_future(watch.next())
                await asyncio.wait([coming, self.world.over], timeout=0.05, return_when=asyncio.FIRST_COMPLETED)
                if coming.done():
                    told = coming.result()
                    coming = None
                    if told is None:
                        return "ended"
                    episode.told.append(told)
                    if self.plan.pace_seconds and not self.world.is_draining:
                        await asyncio.sleep(self.plan.pace_seconds)
                may_cancel = cancel_at is not None and not self.world.is_draining
                if may_cancel and (time.monotonic() > cancel_at or len(episode.told) >= max(events, 1)):
                    return "cancelled"
                if stall_at is not None and len(episode.told) >= stall_at and not self.world.is_draining:
                    stall_at = None
                    self.world.stalls += 1
                    episode.is_prompt = False
                    await asyncio.sleep(self.chance.uniform(0.2, 1.2))
        finally:
            if coming:
                coming.cancel()
                await asyncio.gather(coming, return_exceptions=True)

    # Afterwards

    def _remember(self, episode):
        """Where the next watch can go on."""
        self.must_list = episode.end == "expired"
        told = episode.told
        if episode.begins == SNAPSHOT:
            end = next((at for at, item in enumerate(told) if item.ends_initial), len(told))
            told = told[end:]
        elif episode.begins == OBJECTS:
            # Only a bookmark says that the first objects are over.
            end = next((at for at, item in enumerate(told) if item.state is None), len(told))
            told = told[end:]
        if told:
            self.position = max(item.revision for item in told)
            self.source = "bookmark" if told[-1].state is None else "event"
            self.past += [item.revision for item in told[-3:]]
        elif episode.begins != AFTER:
            self.position = None
        elif episode.source == "rewind":
            self.position, self.source = episode.revision, "rewind"
