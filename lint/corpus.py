"""What is known of all documents together: how many there are, and which of them nearly repeat another."""

import struct
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from lint.digests import blake2b
from lint.document import Document
from lint.finding import Mark, Report
from lint.records import dataclass

# Lines of this many characters are prose; shorter ones are shared by documents that have nothing else in common.
_LONG_LINE = 80
# A line that stands in more documents than this tells nothing about which of them repeat one another.
_MOST_HOLDERS = 20
# Two documents may share a long footer and nothing else.
_FEWEST_SHARED = 3

Groups: TypeAlias = Iterable[tuple[str, str, Sequence[Mark]]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the judge half of a check of the corpus knows besides its marks: the number of `documents`.

    `signature_of` gives hashes of a document's long lines, by path.
    """

    documents: int
    signature_of: Callable[[str], frozenset[int]]

    def votes(self, marks: Iterable[Mark]) -> int:
        """The number of different documents that hold these marks; syndicated copies of one article have one vote."""
        signatures = {path: self.signature_of(path) for path in dict.fromkeys(mark.path for mark in marks)}
        return len(signatures) - len(near_duplicates(signatures))


def signature(document: Document) -> frozenset[int]:
    """64-bit hashes of the long lines, the same in every process."""
    text = document.text
    digests = [
        blake2b(text[block.start : block.end].encode(errors="replace"), digest_size=8).digest()
        for block in document.blocks
        if block.end - block.start >= _LONG_LINE
    ]
    return frozenset(struct.unpack(f">{len(digests)}Q", b"".join(digests)))


def near_duplicates(signatures: Mapping[str, frozenset[int]]) -> dict[str, str]:
    """Each document that nearly repeats an earlier one, with that one, by path."""
    holders: dict[int, list[str]] = {}
    near: dict[str, str] = {}
    for path, lines in signatures.items():
        shared = Counter(holder for line in lines for holder in holders.get(line, ()))
        original, count = next(iter(shared.most_common(1)), ("", 0))
        if count >= _FEWEST_SHARED and 2 * count > min(len(lines), len(signatures[original])):
            near[path] = original
            continue
        for line in lines:
            known = holders.setdefault(line, [])
            if len(known) < _MOST_HOLDERS:
                known.append(path)
    return near


def corpus_of(reports: Iterable[Report]) -> Corpus:
    """The corpus of a few documents, all of whose reports are at hand."""
    signatures = {report.path: report.signature for report in reports}
    return Corpus(len(signatures), signatures.__getitem__)


def grouped(marks: Iterable[Mark]) -> Iterator[tuple[str, str, Sequence[Mark]]]:
    """The marks of each check and key, in order of check and key; those alike stay in their order."""
    for (check, key), alike in groupby(sorted(marks, key=_kind), key=_kind):
        yield check, key, tuple(alike)


def _kind(mark: Mark) -> tuple[str, str]:
    return mark.check, mark.key
