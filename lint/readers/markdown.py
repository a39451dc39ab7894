"""Markdown: what its rendering shows, in blocks, each character with its place in the file."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from lint.document import OBJECT, Document
from lint.readers import UnreadableError
from lint.readers.attributes import attribute, parts
from lint.readers.building import Builder, Part
from lint.readers.decoding import decode
from lint.readers.elements import CODE, UNSEEN, Context
from lint.readers.embedded import Embedded
from lint.readers.frontmatter import front_matter
from lint.readers.suppressions import directive
from lint.readers.templates import masked
from lint.settings import Settings

# Nobody nests so deep; a text that does was made to do harm.
DEEPEST = 200

_LONE_CR = re.compile(r"\r(?!\n)")
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_OBJECTS = re.compile(f"{OBJECT}+")
_LEVELS = {f"H{level}": level for level in range(1, 7)}
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Superscript", "Subscript"})
_KINDS = {
    "Item": "item",
    "DefinitionListTitle": "item",
    "DefinitionListDefinition": "item",
    "TableCell": "cell",
    "BlockQuote": "quotation",
}
_CONTAINERS = frozenset({"List", "Table", "BlockQuote", "FootnoteDefinition", "DefinitionList"})
_HIDING = CODE | UNSEEN


def read(path: str, data: bytes, settings: Settings) -> Document:
    """The document of a Markdown file. Raises UnreadableError (see `decode`), also for text nested too deep."""
    decoded = decode(data)
    source = _LONE_CR.sub("\n", decoded.text) if "\r" in decoded.text else decoded.text
    builder = Builder()
    front = front_matter(source)
    meta = decoded.meta | front.tell(builder)
    source = masked(source, front.end)
    _Reading(source, front.end, builder).run()
    return builder.document(path, decoded.text, meta, settings)


def _events(markdown: str) -> Any:
    try:
        from pyromark import Options, events_with_range
    except ImportError:
        raise UnreadableError("Markdown needs the library pyromark: pip install 'copydesk[markdown]'") from None
    options = (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_HEADING_ATTRIBUTES
        | Options.ENABLE_DEFINITION_LIST
        | Options.ENABLE_GFM
    )
    return events_with_range(markdown, options=options)


class _Reading:
    """One pass over the events of the parser, whose places are bytes of UTF-8."""

    def __init__(self, source: str, start: int, builder: Builder) -> None:
        self.source = source
        self.body = source[start:] if start else source
        self.offset = start
        self.builder = builder
        self.at = _to_code_points(self.body, start)
        self.context = Context()
        self.stack: list[tuple[str, Context]] = []
        # Code blocks and pictures take their text elsewhere.
        self.silent = False
        self.pictures = 0
        self.alt: list[Part] = []
        # An inline element that hides its text: its name and where it began.
        self.hidden = ""
        self.hidden_at = 0
        self.after_tag = False
        # A picture, to be shown as an object if text of the same block follows.
        self.object: tuple[int, int] | None = None
        self.embedded: Embedded | None = None

    def run(self) -> None:
        text, broken, markup = self.text, self.broken, self.markup
        for event, place in _events(self.body):
            if type(event) is str:
                if event != "Rule":
                    broken(place["start"], place["end"], event == "HardBreak")
                continue
            ((name, value),) = event.items()
            if name == "Text":
                text(value, place)
            elif name == "Start":
                self.start(value)
            elif name == "End":
                if value == "Image":
                    self.picture(place)
                else:
                    self.end(value)
            elif name == "Code":
                self.code(place)
            elif name in ("Html", "InlineHtml"):
                markup(value, place)
        self.close_block()

    # --- text ---

    def text(self, text: str, place: Any) -> None:
        if self.silent or self.hidden or not text:
            return
        start = self.at(place["start"])
        length = len(text)
        # “&” stands where it stands, or for “&amp;”.
        verbatim = self.source.startswith(text, start) and (text[0] != "&" or self.at(place["end"]) - start == length)
        if self.pictures:
            self.alt.append(Part(text, start, start + length if verbatim else self.at(place["end"])))
            return
        builder = self.builder
        if not builder.open:
            kind, level, language, _ = self.context
            builder.begin(kind, level, language)
        elif self.object is not None:
            self.show_object()
        if self.after_tag:
            self.after_tag = False
            if text[0] == " " and builder.ends_in_space:
                text, start = text[1:], start + 1
                if not text:
                    return
        if not verbatim:
            builder.add_whole(text, start, self.at(place["end"]))
        elif OBJECT in text:
            self.with_objects(text, start)
        else:
            builder.add(text, start)

    def with_objects(self, text: str, start: int) -> None:
        """Text in which template tags were masked."""
        at = 0
        for found in _OBJECTS.finditer(text):
            if found.start() > at:
                self.builder.add(text[at : found.start()], start + at)
            self.builder.stand_in(start + found.start(), start + found.end())
            at = found.end()
        if at < len(text):
            self.builder.add(text[at:], start + at)

    def broken(self, first: int, last: int, hard: bool) -> None:
        if self.hidden:
            return
        start, end = self.at(first), self.at(last)
        if self.pictures:
            self.alt.append(Part("\n", start, end))
        elif self.builder.open:
            self.show_object()
            if hard:
                self.builder.line_break()
            else:
                self.builder.add_whole("\n", start, end)

    def code(self, place: Any) -> None:
        if not self.hidden and not self.pictures:
            self.stand_in(self.at(place["start"]), self.at(place["end"]))

    def stand_in(self, start: int, end: int) -> None:
        if not self.builder.open:
            kind, level, language, _ = self.context
            self.builder.begin(kind, level, language)
        self.show_object()
        self.builder.stand_in(start, end)

    # --- blocks ---

    def start(self, tag: Any) -> None:
        name = tag if type(tag) is str else next(iter(tag))
        if name in _INLINE:
            return
        if name == "Image":
            self.pictures += 1
            return
        self.close_block()
        if name == "CodeBlock":
            self.silent = True
        elif name == "HtmlBlock":
            self.embedded = Embedded()
        elif name != "Paragraph":
            self.push(name, tag)

    def push(self, name: str, tag: Any) -> None:
        if len(self.stack) >= DEEPEST:
            raise UnreadableError(f"nests lists and quotations more than {DEEPEST} deep: no article does")
        self.context = _within(self.context, name, tag)
        self.stack.append((name, self.context))
        if name in _CONTAINERS and self.builder.waiting:
            self.builder.enter(len(self.stack))

    def end(self, tag: Any) -> None:
        name = tag if type(tag) is str else next(iter(tag))
        if name in _INLINE:
            return
        if name == "HtmlBlock":
            if self.embedded is not None:
                self.embedded.tell(self.builder, self.context)
            self.embedded = None
            return
        self.close_block()
        if name == "CodeBlock":
            self.silent = False
        elif name != "Paragraph":
            if self.builder.contains:
                self.builder.leave(len(self.stack))
            self.stack.pop()
            self.context = self.stack[-1][1] if self.stack else Context()

    def picture(self, place: Any) -> None:
        self.pictures -= 1
        if not self.pictures and not self.hidden:
            self.pictured(self.alt, self.at(place["start"]), self.at(place["end"]))
            self.alt = []

    def pictured(self, alt: Sequence[Part], start: int, end: int) -> None:
        """A picture and the text that stands for it."""
        self.builder.caption(alt, self.context.language)
        if self.builder.open:
            self.show_object()
            self.object = (start, end)

    def show_object(self) -> None:
        if self.object is not None:
            place, self.object = self.object, None
            self.builder.stand_in(*place)

    def close_block(self) -> None:
        self.object = None
        self.hidden = ""
        self.after_tag = False
        self.builder.end()

    # --- HTML in it ---

    def markup(self, value: str, place: Any) -> None:
        start = self.at(place["start"])
        if self.embedded is not None:
            self.embedded.add(value, start)
            return
        end = start + len(value)
        if value.startswith("<!--"):
            said = directive(value[4:-3]) if "copydesk" in value else None
            if said is not None:
                self.builder.tell(said, start, end)
        elif found := _TAG_NAME.match(value):
            self.tag(found[1].lower(), value, start, end)
        self.after_tag = True

    def tag(self, name: str, tag: str, start: int, end: int) -> None:
        closing = tag[1] == "/"
        if self.hidden:
            if closing and name == self.hidden:
                self.hidden = ""
                if name in CODE:
                    self.stand_in(self.hidden_at, end)
        elif name in _HIDING and not closing and not tag.endswith("/>"):
            self.hidden, self.hidden_at = name, start
        elif name == "br" and self.builder.open:
            self.builder.line_break()
        elif name == "img" and (place := attribute(tag, "alt")):
            self.pictured(tuple(parts(self.source, start + place[0], start + place[1])), start, end)


def _within(context: Context, name: str, tag: Any) -> Context:
    """The context within a container of the Markdown."""
    if name == "Heading":
        value = tag["Heading"]
        return context._replace(kind="heading", level=_LEVELS[value["level"]])
    if name == "List":
        return context._replace(depth=context.depth + 1)
    kind = _KINDS.get(name)
    if kind is None:
        return context
    return context._replace(kind=kind, level=(context.depth or 1) if kind == "item" else 0)


def _to_code_points(text: str, start: int) -> Callable[[int], int]:
    """A function from offsets in the UTF-8 of `text` to offsets in the text, moved by `start`.

    It is asked for offsets that rise, and counts on from the last one.
    """
    if text.isascii():
        return lambda offset: offset + start if start else offset
    data = text.encode()
    last_byte, last = 0, start

    def at(offset: int) -> int:
        nonlocal last_byte, last
        if offset < last_byte:
            last_byte, last = 0, start
        last += len(data[last_byte:offset].decode())
        last_byte = offset
        return last

    return at
