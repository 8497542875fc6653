"""What a watch promises, checked from outside.

The promises have etcd's names (its "Watch API guarantees"), read for watches of the Kubernetes API:

ordered         events come in the order of their revisions
unique          no event comes twice
atomic          a list, or the objects that a watch begins with, is the store at one revision; no resume splits a revision
reliable        no event is missing between two others, and none is told that did not happen
resumable       a watch from a revision tells all that came after it, or 410 when that is no longer kept
bookmarkable    a bookmark comes after everything up to its revision, and only to those who asked for it
filtered        only what the selectors select is told
previous_value  DELETED shows the object as it was last selected
is_create       ADDED is what was not selected before, MODIFIED what was
durable         what was acknowledged is in the store, what was refused is not, whenever the server was killed

A `Plan` is made of a seed, `run` plays it against a server, and `judge` compares what was seen with the store's own
history. The seed decides what is done, not how the machine interleaves it: a failure may need a few repetitions.
"""
PROMISES = ("ordered", "unique", "atomic", "reliable", "resumable", "bookmarkable", "filtered", "previous_value",
            "is_create", "durable")
