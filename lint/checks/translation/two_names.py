"""Two names of one place."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Note, Span, check
from lint.views import words
from lint.views.patterns import pattern
from lint.views.places import two_names as pairs_of_names
from lint.views.telling import telling_among

# Who explains a name uses words like these beside it.
_EXPLAINED = pattern(
    r"\b(?:aka|also|alias|called|former|formerly|historic|historically|known|name|named|names|now|officially|older"
    r"|once|or|previously|pronounced|pronunciation|renamed|Russian|Soviet|spell|spelled|spelling|spelt|then|today"
    r"|transliterat\w+|Ukrainian)\b|\("
)
_AROUND = 60
_NEAR = 100
_EXPLANATIONS_SOUGHT = 20
# With a capital before it or behind it, a name is part of a longer one: Peking University, Dynamo Kiev.
_CAPITAL_BEFORE = pattern(r"([A-Z][\w’']*)[ -]\Z")
_CAPITAL_AFTER = pattern(r"[ -](?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z]")
# “University of Madras”, and what bears the name for good: Peking duck, Bombay mix.
_OF_BEFORE = pattern(r"[A-Z][\w’']* of (?:the )?\Z")
_THING_AFTER = pattern(r"[ -](?:cat|cats|curry|duck|man|mix|opera|pepper|potatoes|rice|sauce)\b")
_BEGINNINGS = frozenset(
    "a after and as at but by for from how if in into near of on or outside the to when while with".split()
)


@check(severity="warning", languages=("en",))
def two_names(document: Document) -> Iterator[Finding]:
    """Two names of one place in one article: Kiev and Kyiv.

    Readers take them for two places. The pairs are spellings that GeoNames gives to one town, and that English uses:
    old and new transliterations, and towns whose English spelling was changed by law (Bombay, Mumbai). Reported is the
    one that GeoNames does not prefer. An article that explains the name (“formerly”, “also known as”, a bracket) may
    use both, and longer names keep what they were given: Peking University, Dynamo Kiev.

    Rare: no report in 1.8 million words of prose, nor on WMT21's machine translation.

    ```bad
    Trains to ⟦Kiev⟧ were late. By noon Kyiv had no power.
    ```
    ```bad
    He flew to ⟦Bombay⟧ in June. Mumbai was hot.
    ```
    ```good
    Bombay, as the city was then called, drew him. Mumbai still does.
    ```
    ```good
    He studied at Peking University in Beijing, and later at the University of Madras in Chennai.
    ```
    ```good
    They ate Peking duck in Beijing and Madras curry in Chennai.
    ```
    ```good
    Trains to Kiev were late. By noon Kiev had no power.
    ```
    """
    unique = document.view(words)
    for other, name in sorted(_pairs(document)):
        places = unique[other].spans
        if any(_explained(document.text, span, name) for span in places[:_EXPLANATIONS_SOUGHT]):
            continue
        alone = [span for span in unique[name].spans[:_EXPLANATIONS_SOUGHT] if _alone(document.text, span)]
        for span in places if alone else ():
            if _alone(document.text, span):
                yield Finding(
                    span,
                    f"“{other}” and “{name}” are one place: use one name",
                    fix=Fix(f"Write “{name}”", (Edit(span, name),)),
                    notes=(Note(alone[0], f"“{name}” here"),),
                )


def _pairs(document: Document) -> Iterator[tuple[str, str]]:
    """The pairs that the document holds, each with the name to avoid first; what the house lists is not ours to say."""
    unique, known = document.view(words), pairs_of_names()
    wanted = {right for right, _ in document.settings.house} | document.settings.words
    listed = {spelling for _, wrong in document.settings.house for spelling in wrong}
    for other in telling_among(document, known.keys()):
        name = known[other]
        if name in unique and listed.isdisjoint((name, other)):
            yield (name, other) if other in wanted and name not in wanted else (other, name)


def _explained(text: str, span: Span, name: str) -> bool:
    """Whether the other name stands near, and a word that explains stands beside."""
    near = text[max(0, span.start - _NEAR) : span.end + _NEAR]
    beside = text[max(0, span.start - _AROUND) : span.end + _AROUND]
    return name in near and _EXPLAINED.search(beside) is not None


def _alone(text: str, span: Span) -> bool:
    left = text[max(0, span.start - 30) : span.start]
    before = _CAPITAL_BEFORE.search(left)
    if (
        (before and before[1].lower() not in _BEGINNINGS)
        or _OF_BEFORE.search(left)
        or _THING_AFTER.match(text, span.end)
    ):
        return False
    return _CAPITAL_AFTER.match(text, span.end) is None
