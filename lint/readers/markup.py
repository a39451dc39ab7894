"""The walk over HTML: tokens in, text with its places out. Also for the HTML that stands in other formats."""

import re
from collections.abc import Callable
from itertools import accumulate
from typing import Any

from lint.document import OBJECT
from lint.readers import UnreadableError
from lint.readers.attributes import attribute, parts
from lint.readers.building import SPACES, Builder
from lint.readers.elements import BLOCKS, CODE, HIDDEN, IMPLIED_ENDS, Context, inner, language_tag
from lint.readers.hiding import Hidden
from lint.readers.suppressions import directive

# Nobody nests so deep; a page that does was made to do harm.
DEEPEST = 5000

_RUN = re.compile(f"[{SPACES}]{{2,}}")
_OBJECTS = re.compile(f"{OBJECT}+")
_UNDISPLAYED = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[*†‡]{1,3}|[a-z])[\])]?")
_OWN_ROLE = frozenset({"br", "hr", "img", "meta", "sup"})
_KNOWN = BLOCKS | HIDDEN | _OWN_ROLE


def tokens(markup: str) -> Any:
    """The tokens of a page. Raises UnreadableError where the library for it is missing."""
    try:
        from turbohtml import TokenType, tokenize
    except ImportError:
        raise UnreadableError("HTML needs the library turbohtml: pip install 'copydesk[html]'") from None
    return tokenize(markup, resolve_references=False, capture_source=True), TokenType


def walk(
    source: str,
    builder: Builder,
    context: Context = Context(),  # noqa: B008
    lead: Callable[[int], int] = lambda offset: offset,
) -> dict[str, str]:
    """Adds the text that `source` shows to `builder`, and gives what the page says of itself: its language.

    `context` is what a block is that stands in no element; `lead` gives the place of a directive in the file.
    """
    return _Walk(source, builder, context, lead).run()


class _Walk:
    def __init__(self, source: str, builder: Builder, context: Context, lead: Callable[[int], int]) -> None:
        # Of the same length, so that places hold; the tokenizer counts one line end for CRLF.
        self.source = source.replace("\r\n", " \n").replace("\r", "\n")
        # The tokenizer joins the text around `</>` without a trace, but not around a comment.
        self.read = self.source.replace("</>", "<!>")
        self.altered = self.read != self.source or OBJECT in source
        self.starts = [0, 0, *accumulate(len(line) + 1 for line in self.source.split("\n"))]
        # Whether text needs more than to be added: one of `altered`, `raised`, `broken`, `object` is set.
        self.special = self.altered
        self.builder = builder
        self.lead = lead
        self.meta: dict[str, str] = {}
        self.outer = self.context = context
        self.stack: list[tuple[str, Context]] = []
        self.opened: dict[str, int] = {}
        # Whether nothing came since a <br>: a second one parts blocks.
        self.broken = False
        # A picture, to be shown as an object if text of the same block follows.
        self.object: tuple[int, int] | None = None
        self.hidden: Hidden | None = None
        self.raised = False

    def run(self) -> dict[str, str]:
        found, types = tokens(self.read)
        text, reference = types.TEXT, types.CHARACTER_REFERENCE
        start_tag, end_tag, comment = types.START_TAG, types.END_TAG, types.COMMENT
        known, starts, builder = _KNOWN, self.starts, self.builder
        add_text, open_tag, close_tag = self.text, self.start, self.end
        for token in found:
            kind = token.type
            if kind is text:
                data = token.data
                if builder.open or data != "\n":
                    add_text(data, starts[token.line] + token.col)
            elif kind is start_tag:
                if token.tag in known:
                    open_tag(token)
                    if self.hidden is not None:
                        self.pass_over(found, types)
            elif kind is end_tag:
                if token.tag in known:
                    close_tag(token)
            elif kind is reference:
                self.reference(token.data, starts[token.line] + token.col, token.source)
            elif kind is comment and "copydesk" in token.data:
                self.comment(token)
        self.close_block()
        while self.stack:
            self.pop()
        return self.meta

    def pass_over(self, found: Any, types: Any) -> None:
        """Runs through what an element hides, up to its end."""
        start_tag, end_tag, known = types.START_TAG, types.END_TAG, _KNOWN
        for token in found:
            kind = token.type
            if kind is end_tag:
                if token.tag in known:
                    self.end(token)
            elif kind is start_tag and token.tag in known:
                self.start(token)
            if self.hidden is None:
                return

    def place(self, token: Any) -> int:
        """The offset of a token in the source."""
        offset: int = self.starts[token.line] + token.col
        return offset

    # --- text ---

    def text(self, data: str, start: int) -> None:
        """Text, white space folded as browsers fold it, so far as it is at an edge or goes over a line end."""
        builder = self.builder
        if self.special or not builder.open:
            if self.altered:
                data = self.source[start : start + len(data)]
                if OBJECT in data:
                    self.with_objects(data, start)
                    return
            if not self.prepared(data, start):
                return
        self.plain(data, start)

    def plain(self, data: str, start: int) -> None:
        builder = self.builder
        if ("\n" in data or "  " in data or "\t" in data) and _RUN.search(data):
            self.folded(data, start)
            return
        if data[0] in SPACES and builder.ends_in_space:
            data = data[1:]
            start += 1
            if not data:
                return
        builder.add(data, start)

    def with_objects(self, data: str, start: int) -> None:
        """Text in which template tags were masked."""
        at = 0
        for found in _OBJECTS.finditer(data):
            if found.start() > at:
                self.prepared_text(data[at : found.start()], start + at)
            self.stand_in(start + found.start(), start + found.end())
            at = found.end()
        if at < len(data):
            self.prepared_text(data[at:], start + at)

    def prepared_text(self, data: str, start: int) -> None:
        if self.prepared(data, start):
            self.plain(data, start)

    def prepared(self, data: str, start: int) -> bool:
        """Opens a block and shows what was held back; False where the text is not to be shown as such."""
        empty = not data.strip(SPACES)
        if self.raised and _NOTE_MARK.fullmatch(data.strip(SPACES)):
            self.stand_in(start, start + len(data))
            return False
        if not self.builder.open:
            if not empty:
                self.begin()
            return not empty
        if self.object is not None:
            self.show_object()
        if not empty:
            self.broken = False
            self.special = self.altered or self.raised
        return True

    def folded(self, data: str, start: int) -> None:
        """Text with runs of white space: those at its edges and those over a line end become one character."""
        at = 0
        for run in _RUN.finditer(data):
            first, last = run.span()
            line_end = "\n" in run[0]
            if not line_end and first and last < len(data):
                continue
            if first > at:
                if not at and data[0] in SPACES and self.builder.ends_in_space:
                    at = 1
                self.builder.add(data[at:first], start + at)
            if not self.builder.ends_in_space:
                self.builder.add_whole("\n" if line_end else " ", start + first, start + last)
            at = last
        if at < len(data):
            if not at and data[0] in SPACES and self.builder.ends_in_space:
                at = 1
            self.builder.add(data[at:], start + at)

    def reference(self, data: str, start: int, source: str) -> None:
        end = start + len(source)
        if not data.strip(SPACES):
            if self.builder.open and not self.builder.ends_in_space:
                self.builder.add_whole("\n" if data == "\n" else " ", start, end)
            return
        self.ready()
        # `AT&ampT`: a reference without its semicolon comes with the letters behind it.
        same = 0
        while same < len(data) - 1 and data[-1 - same] == source[-1 - same] != ";":
            same += 1
        self.builder.add_whole(data[: len(data) - same], start, end - same)
        if same:
            self.builder.add(data[len(data) - same :], end - same)

    def stand_in(self, start: int, end: int) -> None:
        self.ready()
        self.builder.stand_in(start, end)

    def ready(self) -> None:
        self.broken = False
        if not self.builder.open:
            self.begin()
        elif self.object is not None:
            self.show_object()

    def begin(self) -> None:
        self.object = None
        self.broken = False
        kind, level, language, _ = self.context
        self.builder.begin(kind, level, language)

    def show_object(self) -> None:
        if self.object is not None:
            place, self.object = self.object, None
            self.builder.stand_in(*place)

    def close_block(self) -> None:
        self.object = None
        self.broken = False
        self.builder.end()

    # --- tags ---

    def start(self, token: Any) -> None:
        tag = token.tag
        if self.hidden is not None:
            if not self.hidden.ended_by_start(tag):
                return
            self.unhide(self.hidden, self.place(token))
        if tag in BLOCKS:
            self.block(token)
        elif tag in HIDDEN:
            if tag in ("pre", "listing", "xmp", "plaintext"):
                self.close_block()
            if not (token.self_closing and tag in ("svg", "math")):
                self.hidden = Hidden(tag, self.place(token))
        elif tag == "br":
            self.line_break()
        elif tag == "hr":
            self.close_block()
        elif tag == "sup":
            self.raised = self.special = True
        elif tag == "img":
            self.picture(token, self.place(token))
        elif (token.attr("name") or "").lower() == "description":
            self.description(token, self.place(token))

    def block(self, token: Any) -> None:
        tag = token.tag
        if self.builder.open:
            self.close_block()
        self.raised = False
        implied = IMPLIED_ENDS[tag]
        while self.stack and self.stack[-1][0] in implied:
            self.pop()
        source = token.source
        language = ""
        if len(source) > len(tag) + 2:
            if "lang" in source.lower():
                language = language_tag(token.attr("lang") or token.attr("xml:lang") or "")
            if ("hidden" in source or "none" in source) and _is_hidden(token):
                self.hidden = Hidden(tag, self.place(token))
                return
        if tag == "html":
            # The language of the page is no exception that its blocks need to mention.
            if language:
                self.meta.setdefault("language", language)
            language = ""
        if len(self.stack) >= DEEPEST:
            raise UnreadableError(f"nests elements more than {DEEPEST:,} deep: no article does")
        self.context = inner(self.context, tag, language)
        self.stack.append((tag, self.context))
        self.opened[tag] = self.opened.get(tag, 0) + 1
        if self.builder.waiting:
            self.builder.enter(len(self.stack))

    def end(self, token: Any) -> None:
        tag = token.tag
        if self.hidden is not None:
            if self.hidden.holds(tag):
                if self.hidden.ended_by_end(tag):
                    self.unhide(self.hidden, self.place(token) + len(token.source))
                return
            if tag not in BLOCKS or not self.opened.get(tag):
                return
            # What was never closed ends with the element around it.
            self.unhide(self.hidden, self.place(token))
        if tag == "sup":
            self.raised = False
        elif tag == "br":
            self.line_break()
        elif tag in BLOCKS:
            if self.builder.open:
                self.close_block()
            self.raised = False
            if tag[0] == "h" and tag[1:].isdigit() and self.stack and self.stack[-1][0] in IMPLIED_ENDS["h1"]:
                # Any end of a heading ends the heading that is open.
                self.pop()
            elif self.opened.get(tag):
                while self.pop() != tag:
                    pass

    def pop(self) -> str:
        if self.builder.contains:
            self.builder.leave(len(self.stack))
        tag, _ = self.stack.pop()
        self.opened[tag] -= 1
        self.context = self.stack[-1][1] if self.stack else self.outer
        return tag

    def unhide(self, hidden: Hidden, end: int) -> None:
        self.hidden = None
        if hidden.tag in CODE:
            self.stand_in(hidden.start, end)

    def line_break(self) -> None:
        if self.hidden is not None or not self.builder.open:
            return
        if self.broken:
            self.close_block()
        else:
            self.builder.line_break()
            self.broken = self.special = True

    def picture(self, token: Any, at: int) -> None:
        if self.builder.open:
            self.show_object()
            self.object = (at, at + len(token.source))
            self.special = True
        place = attribute(token.source, "alt")
        if place:
            found = tuple(parts(self.source, at + place[0], at + place[1]))
            self.builder.caption(found, self.context.language)

    def description(self, token: Any, at: int) -> None:
        place = attribute(token.source, "content")
        if place:
            self.close_block()
            described = tuple(parts(self.source, at + place[0], at + place[1]))
            for part in described:
                if not self.builder.open:
                    self.begin()
                self.builder.add_part(part)
            self.close_block()
            self.meta.setdefault("description", "".join(part.text for part in described).strip())

    def comment(self, token: Any) -> None:
        said = directive(token.data)
        if said is not None:
            place = self.lead(self.place(token))
            self.builder.tell(said, place, place + len(token.source))


def _is_hidden(token: Any) -> bool:
    hidden = token.attr("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    return bool(_UNDISPLAYED.search((token.attr("style") or "")[:1000]))
