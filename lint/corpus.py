"""What is known of all documents together: how many there are, and which of them nearly repeat another."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from lint.document import Document
from lint.finding import Mark

# Lines of this many characters are prose; shorter ones are shared by documents that have nothing else in common.
_LONG_LINE = 80
# A line that stands in more documents than this tells nothing about which of them repeat one another.
_MOST_HOLDERS = 20
# Two documents may share a long footer and nothing else.
_FEWEST_SHARED = 3


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the judge half of a check of the corpus knows besides its marks.

    `near` leads from each document that nearly repeats an earlier one to that one, by path; so syndicated copies have
    one vote.
    """

    documents: int
    near: Mapping[str, str]

    def votes(self, marks: Iterable[Mark]) -> int:
        """The number of different documents that hold these marks, near-duplicates counted once."""
        return len({self.near.get(mark.path, mark.path) for mark in marks})


def signature(document: Document) -> frozenset[int]:
    """64-bit hashes of the long lines, the same in every process."""
    return frozenset(
        int.from_bytes(blake2b(document.text[b.start : b.end].encode(errors="replace"), digest_size=8).digest())
        for b in document.blocks
        if b.end - b.start >= _LONG_LINE
    )


def corpus_of(signatures: Mapping[str, frozenset[int]]) -> Corpus:
    """The corpus of these documents: path to signature, in the order in which votes go to the earlier document."""
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
    return Corpus(len(signatures), near)
