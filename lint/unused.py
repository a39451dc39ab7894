"""Suppressions at work: what they silence in one document, and which of them silence nothing."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from lint.corpus import Corpus
from lint.document import NO_ACTION, Document, Suppression
from lint.finding import Excerpt, Fix, Mark, Note, PlacedEdit, PlacedFix
from lint.hooks import hookimpl
from lint.kinds import Check, check
from lint.span import Position, Span

_EXCERPT_AROUND = 160


def names_of(mark: Mark) -> str:
    """The names, parted by commas, that are unused; empty where the suppression names none."""
    return mark.key.partition(" ")[0]


def complaint(mark: Mark, nearest: Callable[[str], str]) -> str:
    """What is said of an unused suppression; `nearest` gives the check that a misspelt name may mean."""
    names = names_of(mark)
    if not names:
        return "This comment silences nothing: take it away"
    if names == NO_ACTION + "ignore-end":
        return "“ignore-end” ends nothing here: the ignore-start above it is missing, or names other checks"
    if names.startswith(NO_ACTION):
        return f"“{names[1:]}” means nothing to copydesk: write ignore, ignore-start, ignore-end or ignore-file"
    meant = [(name, nearest(name)) for name in names.split(",")]
    if all(right for _, right in meant):
        return "; ".join(f"there is no check “{name}”: did you mean “{right}”?" for name, right in meant)
    if "," in names:
        return f"“{names.replace(',', '” and “')}” silence nothing here: take them away"
    return f"“{names}” silences nothing here: take it away"


def _judge(marks: Sequence[Mark], corpus: Corpus) -> Iterator[tuple[Mark, str, tuple[Note, ...]]]:
    """For the engine alone, which hands in the marks that are left once all other checks of the corpus have judged."""
    del corpus
    for mark in marks:
        yield mark, complaint(mark, lambda _: ""), ()


@check.corpus(severity="warning", judge=_judge)
def unused_suppression(document: Document) -> Iterator[tuple[str, Span, Fix | None]]:
    """A comment that switches checks off where they find nothing.

    What was mended leaves its comment behind, and a comment behind hides the next fault. The engine itself looks for
    such comments, after all checks have run, those of the whole corpus included. It says nothing of a check that did
    not run: one that is not selected, is switched off, does not know the language of the article, or comes with a
    plugin that is not installed. A name that is nearly that of a check is told of, and so is a word that is no order.

    In Markdown and HTML, a comment silences the checks or groups that it names, and without a name all of them:

    - `<!-- copydesk: ignore fused-words -->` for the next paragraph, heading, list, table or quotation;
    - `<!-- copydesk: ignore-start fused-words -->` up to `<!-- copydesk: ignore-end -->`;
    - `<!-- copydesk: ignore-file fused-words -->` for the whole file;
    - in front matter `copydesk: {ignore: [fused-words], reason: the firm spells it so}`, likewise.

    A reason may follow: `<!-- copydesk: ignore fused-words -- the firm spells it so -->`. Plain text has no comments:
    there, `[[lint.overrides]]` in the configuration names the files.
    """
    del document
    yield from ()


@hookimpl
def lint_checks() -> list[Check]:
    """The one check of the engine."""
    return [unused_suppression]


class Silencer:
    """The suppressions of one document; it notes which of their names silenced something.

    `meant` gives the checks that a name stands for: itself, a group, an old name; none for an unknown one.
    """

    def __init__(self, document: Document, meant: Callable[[str], Collection[str]]) -> None:
        self._document = document
        self._suppressions = sorted(document.suppressions, key=lambda s: s.span)
        self._starts = [s.span.start for s in self._suppressions]
        # The farthest end of all suppressions up to each: further left nothing reaches a place behind it.
        self._reach = list(accumulate((max(s.span.end, s.span.start + 1) for s in self._suppressions), max))
        self._meant: dict[str, Collection[str]] = {name: meant(name) for s in self._suppressions for name in s.checks}
        self._used: set[tuple[int, str]] = set()

    def silent(self, span: Span, name: str, group: str, *, certain: bool = True) -> bool:
        """Whether a finding of a check at a place is to be silent; not `certain` where it may come to nothing."""
        found = False
        for index in range(bisect_right(self._starts, span.start) - 1, -1, -1):
            if self._reach[index] <= span.start:
                break
            suppression = self._suppressions[index]
            if suppression.span.start <= span.start < max(suppression.span.end, suppression.span.start + 1):
                for said in suppression.checks or ("",):
                    if said in ("", name, group) or name in self._meant[said]:
                        found = True
                        if certain:
                            self._used.add((index, said))
        return found

    def unused(self, ran: Callable[[str], bool]) -> Iterator[Mark]:
        """A mark for each suppression that silenced nothing, though the checks that it names `ran` ("": all did)."""
        for index, suppression in enumerate(self._suppressions):
            names = sorted(suppression.checks) or [""]
            idle = [name for name in names if (index, name) not in self._used and ran(name)]
            if idle and suppression.place is not None:
                yield self._mark(suppression, suppression.place, idle, whole=idle == names)

    def _mark(self, suppression: Suppression, place: Span, idle: list[str], *, whole: bool) -> Mark:
        lines, source = self._document.lines, self._document.source
        start, end = lines.position(place.start), lines.position(place.end)
        line = lines.line(start.line)
        first, last = max(line.start, place.start - _EXCERPT_AROUND), min(line.end, place.end + _EXCERPT_AROUND)
        comment = source.startswith("<!--", place.start)
        reach = self._document.source_span(suppression.span)
        covered = (lines.position(reach.start), lines.position(max(reach.end, reach.start)))
        return Mark(
            path=self._document.path,
            check=unused_suppression.name,
            key=f"{','.join(idle)} {covered[0].line}:{covered[0].column} {covered[1].line}:{covered[1].column}",
            start=start,
            end=end,
            excerpt=Excerpt(source[first : max(first, last)], first - line.start + 1, more=last < line.end),
            fix=PlacedFix("take the comment away", False, (PlacedEdit(start, end, ""),)) if whole and comment else None,
        )


def still_unused(
    marks: Iterable[Mark], silenced: Iterable[Mark], meant: Callable[[str], Collection[str]]
) -> list[Mark]:
    """The marks of unused suppressions, less those that silenced a verdict on the corpus."""
    by_path: dict[str, list[Mark]] = {}
    for mark in silenced:
        by_path.setdefault(mark.path, []).append(mark)
    left = []
    for mark in marks:
        names, first, last = mark.key.split(" ")
        start, end = _position(first), _position(last)
        here = [other.check for other in by_path.get(mark.path, ()) if start <= other.start < max(end, _after(start))]
        idle = [name for name in names.split(",") if not any(name in ("", c) or c in meant(name) for c in here)]
        if idle:
            key = f"{','.join(idle)} {first} {last}"
            left.append(mark if key == mark.key else replace(mark, key=key, fix=None))
    return left


def _position(text: str) -> Position:
    line, _, column = text.partition(":")
    return Position(int(line), int(column))


def _after(position: Position) -> Position:
    return Position(position.line, position.column + 1)
