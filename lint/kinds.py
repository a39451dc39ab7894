"""`@check` and its three kinds: checks of a document, of a report, of the corpus."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Never, TypeAlias

from lint.finding import Finding, Fix, Mark, Note, Severity
from lint.records import dataclass
from lint.settings import Settings
from lint.span import Span

if TYPE_CHECKING:
    from lint.document import Document
    from lint.page import Page

SeverityName: TypeAlias = Literal["error", "warning", "info", "off"]
Literals: TypeAlias = Iterable[str] | Callable[[Settings], Iterable[str]]
ViewFunction: TypeAlias = Callable[["Document"], object]
DocumentFunction: TypeAlias = Callable[..., Iterator[Finding]]
ReportFunction: TypeAlias = Callable[..., Iterator[Finding]]
MapFunction: TypeAlias = Callable[..., Iterator[tuple[str, Span, Fix | None]]]
JudgeFunction: TypeAlias = Callable[..., Iterator[tuple[Mark, str, tuple[Note, ...]]]]


class Kind(Enum):
    """What a check looks at."""

    DOCUMENT = "document"
    REPORT = "report"
    CORPUS = "corpus"


@dataclass(frozen=True, kw_only=True)
class Check:
    """A check as the engine knows it; made by `@check`, never by hand.

    `group` is set when the check is registered: the folder of a built-in check, the entry point of a plugin. `pack` is
    the path of the pack that holds it; it runs only where the configuration names that.
    """

    name: str
    function: Callable[..., Iterator[Any]]
    severity: Severity
    kind: Kind = Kind.DOCUMENT
    group: str = ""
    languages: tuple[str, ...] = ()
    literals: Literals = ()
    view: ViewFunction | None = None
    aliases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    judge: JudgeFunction | None = None
    least: int = 1
    pack: str = ""

    @property
    def home(self) -> str:
        """Where the check is written: its module."""
        return str(self.function.__module__)

    @property
    def written(self) -> str:
        """What makes the check besides code: the keys of a rule in a pack."""
        return ""

    @property
    def options(self) -> dict[str, Any]:
        """The options and their defaults: the keyword-only parameters of the function and of its judge."""
        found: dict[str, Any] = {}
        for half in (self.judge, self.function):
            found |= getattr(half, "__kwdefaults__", None) or {}
        return found

    @cached_property
    def page(self) -> "Page":
        """The documentation page. Raises PageError where the docstring is missing or malformed."""
        from lint.page import parse

        return parse(self.function.__doc__ or "")

    @property
    def summary(self) -> str:
        """The first sentence of the page; of a page that cannot be read, what is wrong with it."""
        from lint.page import PageError

        try:
            return self.page.summary
        except PageError as error:
            return f"(its page cannot be read: {error})"

    def necessary_literals(self, settings: Settings) -> tuple[str, ...]:
        """The strings of which a text must hold one before the check is called; empty: it is always called."""
        return tuple(self.literals(settings) if callable(self.literals) else self.literals)


class CheckDecorator:
    """Makes a Check of a function. `@check(...)` for documents, `@check.report(...)`, `@check.corpus(...)`."""

    def __call__(
        self,
        *bare: Never,
        severity: SeverityName,
        languages: Sequence[str] = (),
        literals: Literals = (),
        view: ViewFunction | None = None,
        aliases: Sequence[str] = (),
    ) -> Callable[[DocumentFunction], Check]:
        """A check of one document: `fn(document, *, options) -> Iterator[Finding]`.

        - `languages`: the check runs only on articles in one of these (ISO 639-1); empty for every language.
        - `literals`: strings of which the text must hold one, whatever the case; empty: the check always runs.
        - `view`: a view all of whose answer the check goes through: it runs only where there is something in it.
        - `aliases`: old names that stay valid.
        """
        if bare:
            raise TypeError('a check says how much it matters: @check(severity="warning")')

        def declare(function: DocumentFunction) -> Check:
            return _declared(
                function,
                severity=Severity.parse(severity),
                languages=_several(languages, "languages"),
                literals=literals if callable(literals) else _several(literals, "literals"),
                view=view,
                aliases=_several(aliases, "aliases"),
            )

        return declare

    def report(
        self, *, severity: SeverityName, needs: Sequence[str] = (), aliases: Sequence[str] = ()
    ) -> Callable[[ReportFunction], Check]:
        """A check of one document's findings: `fn(document, findings, *, options)`, findings a tuple of Found.

        It runs last, over the unsuppressed findings of every level. The groups that it `needs` run, unprinted, even
        where they are not selected; checks that are ignored or off do not.
        """

        def declare(function: ReportFunction) -> Check:
            return _declared(
                function,
                severity=Severity.parse(severity),
                kind=Kind.REPORT,
                needs=_several(needs, "needs"),
                aliases=_several(aliases, "aliases"),
            )

        return declare

    def corpus(
        self,
        *,
        severity: SeverityName,
        judge: JudgeFunction,
        languages: Sequence[str] = (),
        literals: Literals = (),
        aliases: Sequence[str] = (),
        least: int = 1,
    ) -> Callable[[MapFunction], Check]:
        """A check over all documents: the function yields `(key, span, fix)` for one of them.

        `judge(marks, corpus, *, options)` is then given all marks of one key, sorted by document, and yields
        `(mark, message, notes)`; it is not asked where there are fewer than `least` of them.
        """

        def declare(function: MapFunction) -> Check:
            return _declared(
                function,
                severity=Severity.parse(severity),
                kind=Kind.CORPUS,
                judge=judge,
                languages=_several(languages, "languages"),
                literals=literals if callable(literals) else _several(literals, "literals"),
                aliases=_several(aliases, "aliases"),
                least=least,
            )

        return declare


def _several(items: Iterable[str], key: str) -> tuple[str, ...]:
    # A string of signs may stand for each of them; a word that does was meant as a whole.
    if isinstance(items, str) and re.fullmatch("[a-zA-Z -]+", items):
        raise TypeError(f"`{key}` are several strings: {key}=({items!r},)")
    return tuple(items)


def _declared(function: Callable[..., Iterator[Any]], **fields: Any) -> Check:
    name = getattr(function, "__name__", type(function).__name__).replace("_", "-")
    for key in ("literals", "languages", "aliases", "needs"):
        for item in () if callable(fields.get(key)) else fields.get(key, ()):
            if not isinstance(item, str) or not item:
                raise TypeError(f"check {name}: `{key}` holds strings that are not empty, not {item!r}")
    declared = Check(name=name, function=function, **fields)
    for half in (function, fields.get("judge")):
        code = getattr(half, "__code__", None)
        defaults = getattr(half, "__kwdefaults__", None) or {}
        if code is not None and code.co_kwonlyargcount != len(defaults):
            raise TypeError(f"check {name}: each option needs a default value")
    return declared


check = CheckDecorator()
