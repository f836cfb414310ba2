"""Files that were written to, until they have been left alone for a while."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

_State = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Seen:
    state: _State | None
    since: float


@dataclass(slots=True)
class Settling:
    """Holds each touched file back until neither its size nor its time has changed for `quiet` seconds.

    A notice says that a file changes, not that the writing is over: slow drives write in pieces. So the
    file itself is looked at. Times are seconds of any clock that only goes forward.
    """

    quiet: float
    _seen: dict[Path, _Seen] = field(default_factory=dict)

    def touch(self, path: Path, now: float) -> None:
        """The file was written, made or renamed just now."""
        self._seen[path] = _Seen(_state(path), now)

    def settled(self, now: float) -> tuple[Path, ...]:
        """The files that are finished, in the order in which they were touched; each is named once.

        A file that is gone is forgotten: a save by renaming brings it back with a notice of its own.
        """
        for path, seen in tuple(self._seen.items()):
            state = _state(path)
            if state is None:
                del self._seen[path]
            elif state != seen.state:
                self._seen[path] = _Seen(state, now)
        done = tuple(path for path, seen in self._seen.items() if now - seen.since >= self.quiet)
        for path in done:
            del self._seen[path]
        return done


def _state(path: Path) -> _State | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
