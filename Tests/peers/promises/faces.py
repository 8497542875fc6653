"""What every face of the server can be asked for, and how it refuses."""
import dataclasses


class Refused(Exception):
    """An answer that says no. `code`: HTTP's, whatever the face."""

    def __init__(self, code, text=""):
        super().__init__(f"{code} {text}")
        self.code = code


class Expired(Refused):
    """What was asked for is not kept any more."""

    def __init__(self, text=""):
        super().__init__(410, text)


@dataclasses.dataclass(frozen=True)
class Opening:
    """How a watch is to begin, as the Kubernetes API has it."""
    begins: str
    # None: unset.
    revision: int | None = None
    bookmarks: bool = False
    # sendInitialEvents; None: unset.
    initial: bool | None = None
    # 0: the server's own.
    timeout_seconds: int = 0
