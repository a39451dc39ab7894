"""Plain text in the making: readers of markup add what their markup shows, block by block, and the way back to it."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from lint.document import NO_ACTION, OBJECT, Block, Document, Piece, Suppression
from lint.readers.suppressions import Directive
from lint.records import dataclass
from lint.settings import Settings
from lint.span import Span

# White space that markup folds; a no-break space is not among it.
SPACES = " \t\n\r\f"

_OBJECTS = re.compile(f"{OBJECT}+")
# Rows of a list or a table follow one another without an empty line.
_ROWS = frozenset({"item", "cell"})


@dataclass(frozen=True, slots=True)
class Part:
    """Text and the stretch of the source that shows it; `verbatim` where the two have the same length."""

    text: str
    start: int
    end: int


class Builder:
    """Collects text, pieces, blocks and suppressions in the order of the source.

    `begin` opens a block, `add`, `add_whole` and `stand_in` fill it, `end` closes it. A block in which nothing but
    objects (code, shortcodes) was shown is dropped.
    """

    def __init__(self) -> None:
        self.open = False
        self.blocks: list[Block] = []
        self.suppressions: list[Suppression] = []
        self._pieces: list[Piece] = []
        self._parts: list[str] = []
        self._length = 0
        # The verbatim run that still grows: where it began in text and source, and where it ends in the source.
        self._run_text = 0
        self._run_start = 0
        self._run_end = -1
        # What the block being made began with, to take it back.
        self._kept = (0, 0, 0)
        self._start = 0
        self._shown = False
        self._trait = ("paragraph", 0, "")
        self._captions: list[tuple[tuple[Part, ...], str]] = []
        # Suppressions that wait for their block, those of the block or container being made, and open ranges.
        self._waiting: list[tuple[Directive, Span]] = []
        self._of_block: list[tuple[Directive, Span]] = []
        self._containers: list[tuple[int, Directive, Span, int]] = []
        self._ranges: dict[frozenset[str], list[tuple[Directive, Span, int]]] = {}
        self._whole_file: list[tuple[Directive, Span]] = []

    # --- blocks ---

    def begin(self, kind: str = "paragraph", level: int = 0, language: str = "") -> None:
        """Opens a block; call it when its first text is at hand."""
        if self._run_end >= 0:
            self._flush()
        self._kept = (len(self._parts), len(self._pieces), self._length)
        if self._length:
            rows = kind in _ROWS and self.blocks[-1].kind == kind
            self._parts.append("\n" if rows else "\n\n")
            self._length += 1 if rows else 2
        self._start = self._length
        self._trait = (kind, level, language)
        self._shown = False
        self.open = True
        if self._waiting:
            self._of_block += self._waiting
            self._waiting = []

    def end(self) -> None:
        """Closes the block, if one is open."""
        if not self.open:
            return
        self.open = False
        if self._run_end >= 0:
            self._flush()
        if self._shown:
            if self._parts[-1][-1:] in SPACES:
                self._trim()
            self.blocks.append(Block(self._start, self._length, *self._trait))
        else:
            parts, pieces, self._length = self._kept
            del self._parts[parts:], self._pieces[pieces:]
        if self._of_block:
            for said, place in self._of_block:
                self._suppress(said, place, self._start if self._shown else self._length, self._length)
            self._of_block = []
        if self._captions:
            self._emit_captions()

    def caption(self, parts: Sequence[Part], language: str = "") -> None:
        """The text that stands for a picture: a block of its own, behind the one that holds the picture."""
        if any(part.text.strip(f"{SPACES}{OBJECT}") for part in parts):
            self._captions.append((tuple(parts), language))
            if not self.open:
                self._emit_captions()

    def _emit_captions(self) -> None:
        captions, self._captions = self._captions, []
        for parts, language in captions:
            self.begin("caption", 0, language)
            for part in parts:
                self.add_part(part)
            self.end()

    # --- text ---

    def add(self, text: str, start: int) -> None:
        """Text that stands in the source exactly so, from `start` on."""
        if start != self._run_end:
            if self._run_end >= 0:
                self._pieces.append(Piece(self._run_text, self._length, self._run_start, self._run_end))
                self._run_end = -1
            if self._length == self._start and text[0] in SPACES:
                start += len(text) - len(text := text.lstrip(SPACES))
                if not text:
                    return
            self._run_text, self._run_start = self._length, start
        if not self._shown:
            self._shown = not text.isspace()
        self._parts.append(text)
        length = len(text)
        self._length += length
        self._run_end = start + length

    def add_whole(self, text: str, start: int, end: int) -> None:
        """Text that stands for a stretch of the source: an entity, a folded line end."""
        if end - start == len(text):
            self.add(text, start)
            return
        self._flush()
        if self._length == self._start and not text.strip(SPACES):
            return
        if not self._shown:
            self._shown = not text.isspace()
        self._put(text, start, end)

    def add_part(self, part: Part) -> None:
        """Either of the two, as the lengths say; template tags in it are objects."""
        text, start = part.text, part.start
        if OBJECT not in text or part.end - start != len(text):
            if text:
                self.add_whole(text, start, part.end)
            return
        at = 0
        for found in _OBJECTS.finditer(text):
            if found.start() > at:
                self.add(text[at : found.start()], start + at)
            self.stand_in(start + found.start(), start + found.end())
            at = found.end()
        if at < len(text):
            self.add(text[at:], start + at)

    def stand_in(self, start: int, end: int) -> None:
        """Something that is no text stands here: the words around it are not neighbours."""
        self._flush()
        self._put(OBJECT, start, end)

    def line_break(self) -> None:
        """A line end that markup makes: an edit must not reach over it."""
        self._flush()
        if self._shown and self._parts[-1][-1:] in SPACES:
            self._trim()
        if self._length > self._start:
            self._parts.append("\n")
            self._length += 1

    @property
    def waiting(self) -> bool:
        """Whether an `ignore` waits for what comes next."""
        return bool(self._waiting)

    @property
    def contains(self) -> bool:
        """Whether a container is open for which an `ignore` was meant."""
        return bool(self._containers)

    @property
    def ends_in_space(self) -> bool:
        """Whether the open block so far ends in white space, or has not begun."""
        return self._length == self._start or self._parts[-1][-1:] in SPACES

    def _put(self, text: str, start: int, end: int) -> None:
        self._parts.append(text)
        self._pieces.append(Piece(self._length, self._length + len(text), start, end))
        self._length += len(text)

    def _flush(self) -> None:
        if self._run_end >= 0:
            self._pieces.append(Piece(self._run_text, self._length, self._run_start, self._run_end))
            self._run_end = -1

    def _trim(self) -> None:
        """Takes white space off the end of the block."""
        while self._parts[-1][-1:] in SPACES:
            short = self._parts[-1].rstrip(SPACES)
            self._length -= len(self._parts[-1]) - len(short)
            self._parts[-1] = short
            if short:
                break
            self._parts.pop()
        while self._pieces[-1].start >= self._length:
            self._pieces.pop()
        last = self._pieces[-1]
        if last.end > self._length:
            self._pieces[-1] = Piece(
                last.start, self._length, last.source_start, last.source_end - last.end + self._length
            )

    # --- suppressions ---

    def tell(self, said: Directive, start: int, end: int) -> None:
        """A directive at a place of the source. `ignore` is for the block it stands in, or else for the next one."""
        place = Span(start, end)
        if said.action == "ignore":
            (self._of_block if self.open and self._shown else self._waiting).append((said, place))
        elif said.action == "ignore-start":
            self._ranges.setdefault(said.checks, []).append((said, place, self._length))
        elif said.action == "ignore-file":
            self._whole_file.append((said, place))
        else:
            ended = [self._ranges.pop(names, []) for names in ([said.checks] if said.checks else list(self._ranges))]
            if not any(ended):
                nothing = Directive(said.action, frozenset({NO_ACTION + said.action}))
                self._suppress(nothing, place, self._length, self._length)
            for opened, where, since in chain.from_iterable(ended):
                self._suppress(opened, where, since, self._length)

    def enter(self, depth: int) -> None:
        """A container (list, table, section) begins at this depth: a waiting `ignore` is for all of it."""
        if self._waiting:
            self._containers += [(depth, said, place, self._length) for said, place in self._waiting]
            self._waiting = []

    def leave(self, depth: int) -> None:
        """The container at this depth, and all within it, have ended."""
        while self._containers and self._containers[-1][0] >= depth:
            _, said, place, since = self._containers.pop()
            self._suppress(said, place, since, self._length)

    def _suppress(self, said: Directive, place: Span, start: int, end: int) -> None:
        self.suppressions.append(Suppression(Span(start, end), said.checks, said.reason, place))

    # --- the document ---

    @property
    def pieces(self) -> list[Piece]:
        """The pieces of the closed blocks."""
        return self._pieces

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def document(self, path: str, source: str, meta: Mapping[str, str], settings: Settings) -> Document:
        """The document, once everything was added."""
        self.end()
        self.leave(0)
        for ranges in self._ranges.values():
            for said, place, since in ranges:
                self._suppress(said, place, since, self._length)
        for said, place in self._waiting:
            self._suppress(said, place, self._length, self._length)
        for said, place in self._whole_file:
            self._suppress(said, place, 0, self._length)
        return Document(
            path,
            self.text,
            source=source,
            pieces=tuple(self._pieces),
            blocks=tuple(self.blocks),
            suppressions=tuple(sorted(self.suppressions, key=lambda s: (s.span, s.place or s.span))),
            meta=meta,
            settings=settings,
        )
