"""Which keys several documents hold: marks of those alone are placed, and of most lines there is but one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from lint.digests import blake2b

# So many different keys are counted at a time: a set of them takes some fifty megabytes.
_AT_A_TIME = 1 << 19


class Held(NamedTuple):
    """The keys that a document holds, as hashes, and those whose marks are placed. The user may have `given` it."""

    place: str
    keys: Sequence[int]
    placed: Sequence[int]
    given: bool


def key_hash(check: str, key: str) -> int:
    """What stands for a key of a check, the same in every process."""
    return int.from_bytes(blake2b(f"{check} {key}".encode(errors="surrogatepass"), digest_size=8).digest())


def shared(held: Callable[[], Iterable[Held]]) -> Iterator[tuple[str, frozenset[int]]]:
    """The documents with marks to place, and the keys of these: a given document has them, and they stand twice."""
    parts = 1 + sum(len(document.keys) for document in held()) // _AT_A_TIME
    wanted: set[int] = set()
    for part in range(parts):
        wanted |= _repeated(held, parts, part)
    for document in held() if wanted else ():
        missing = wanted.intersection(document.keys).difference(document.placed)
        if missing:
            yield document.place, frozenset(missing)


def _repeated(held: Callable[[], Iterable[Held]], parts: int, part: int) -> set[int]:
    """The keys of given documents that stand twice, in one document or in two, among every so many of all."""
    once: set[int] = set()
    again: set[int] = set()
    for document in held():
        if document.given:
            keys = document.keys if parts == 1 else [key for key in document.keys if key % parts == part]
            different = set(keys)
            if len(different) < len(keys):
                again.update(key for key in different if keys.count(key) > 1)
            again |= once & different
            once |= different
    asked = frozenset(once)
    for document in held() if asked else ():
        if not document.given:
            again |= asked.intersection(document.keys)
    return again
