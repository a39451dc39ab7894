"""Two words run together."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from lint import Document, Edit, Finding, Fix, check
from lint.views import words
from lint.views.lexicon import Lexicon, lexicon
from lint.views.patterns import pattern
from lint.views.surroundings import is_cited, is_foreign, stands_alone
from lint.views.telling import telling_among, unknown_words

_FUNCTION = frozenset(
    "a about after against all although am among an and any are as at be because been before being between both but by "
    "can could did do does during each for from had has have he her him his how i if in into is it its just may me "
    "might more most must my no nor not of off on only onto or our out over shall she should since so some such than "
    "that the their them then there these they this those through to under until up upon us very was we were what "
    "when where which while who whom whose why will with within without would you your".split()
)
# A word with a capital may be a name, unless it is made of these: “Inthe”, “Therewas”.
_LEADS, _FOLLOWS = (
    "after and as at but by for from if in into of on since that to under when while with",
    "the they this these",
)
_SUBJECTS, _VERBS = "he it she that there they this we", "had has have was were will"
# “floodedsaid”: the quotation mark and the comma between quotation and verb were lost, and the space with them.
_REPORTING = frozenset(
    "added announced argued asked claimed concluded continued declared explained insisted noted recalled replied said "
    "says stressed told warned wrote".split()
)
# These begin or end words of which no list is complete: “underserved”, “rollout”, “wellbeing”, “inhouse”.
_PREFIXES = frozenset(
    "a after all am an any as at be both by do each he how i in is it just me more most my no nor off on or our out "
    "over so through under up us we why".split()
)
_SUFFIXES = frozenset(
    "a about all am an any as at be being by can do he her him his i if in is it may me more my no off on or our out "
    "over so some through under up us we".split()
)
# Of these it holds for rare words only.
_DOUBTFUL_PREFIXES = frozenset("an as at by he how it our we".split())
_DOUBTFUL_SUFFIXES = frozenset("at be by do he her him his in it may my on our we".split())
_VOWELS = frozenset("aeiouh")
_OPAQUE_PREFIXES = frozenset({"in", "off", "on", "out", "over", "through", "under", "up"})
# “toolsare” is two words, “tartare” is one: what stands before “are” is a plural.
_PLURAL_VERBS = frozenset({"are", "were"})
_PLURALS = frozenset("children many men people police women".split())
# No word ends in these by a slip: “commandof” is no commando.
_NO_ENDINGS = frozenset("from of that the their this which with".split())
# Compounds that begin with a plural, or end so often in this word that no list has them: “rightsholder”, “salesforce”.
_COMPOUND_HEADS = frozenset("arms goods news rights sales savings sports systems".split())
_COMPOUND_TAILS = frozenset(
    "bearer builder dealer driver holder holders hunter keeper keepers like lover maker makers making man master men "
    "owner owners people person proof room ship shop show shows side smith ware wear wide woman women work worker "
    "workers".split()
)
# Compounds are made of bare nouns and stems: an ending between two words says that the first one stood alone.
_INFLECTED = pattern(r"(?:[^s]s|[^e]ed|ing|ly|tion|ment|ness|ity)\Z")
_PLURAL_OR_VERB = pattern(r"(?:[^siu]s|[a-z]{2}[^e]ed|[a-z]{2}ing|[a-z]{2}ly)\Z")

# Binary logarithms of counts (see Lexicon.frequency): rare words make up what chance splits off.
_COMMON, _FREQUENT, _VERY_FREQUENT = 7, 11, 12
_SHORTEST = 5
# A wrong letter is so much likelier than a lost space that the word meant may be rarer than either part.
_SLIP_MARGIN = 5
# A slip happens once or twice; what stands again and again is a word of the writer's.
_MOST_PLACES = 4


class _Split(NamedTuple):
    first: str
    second: str
    weight: float


@check(severity="warning", languages=("en",))
def fused_words(document: Document) -> Iterator[Finding]:
    """Two words run together, as “partieslocal” or “bridgeof”.

    Machine translation and scraping lose the space between two words, often where a quotation mark or a link stood. A
    word is reported if no list knows it and it falls into two common words of which one is a word such as “of” or
    “the”, or a verb of saying, or of which the first carries an ending that compounds do not have.

    Left alone: compounds and words with a prefix (“seachange”, “underserved”, “rollout”), British spelling, names,
    addresses, tags, code, parts of words with a hyphen, passages in other languages, and what the article writes again
    and again. `words` of the configuration are right.

    Measured on 400,000 words of clean prose: of words run together there, .89 of those that end in a function word were
    found, .85 of those that begin with one, .98 of two function words, .99 of a word and “said” or its like, .19 of two
    other words. The four reports on that prose as it was are all faults that its editors missed. On a million words of
    radio news and speeches that were not looked at before it spoke once; on technical articles (.6 million words) 18
    times, 16 of them rightly.

    ```bad
    The mayor opened the new ⟦bridgeof⟧ the town on Monday.
    ```
    ```fixed
    The mayor opened the new bridge of the town on Monday.
    ```
    ```bad
    “The cellars were ⟦floodedsaid⟧ the mayor.
    ```
    ```bad
    Lists of ⟦partieslocal⟧ stood fourth.
    ```
    ```bad
    They agreed ⟦tothe⟧ terms. ⟦Inthe⟧ end ⟦therewas⟧ a vote.
    ```
    ```good
    The seachange in underserved towns, a rollout of microservices, was underreported by the programme's organisers.
    ```
    ```good
    See www.thereport.example/ofthe, #onthe_road or write to @tothemoon and the file inthe.txt.
    ```
    ```good {words = ["Ofthis"]}
    The ofthis method is named after its inventor.
    ```
    """
    known = document.view(lexicon)
    found = document.view(words)
    for text in sorted(telling_among(document, _with_capital().keys())):
        if text.lower() not in known and text not in document.settings.words:
            yield from _findings(document, text, _with_capital()[text])
    for text in document.view(unknown_words):
        if len(text) < _SHORTEST:
            continue
        split = _reading(text, known)
        if split is None or text.capitalize() in found:
            continue
        yield from _findings(document, text, f"{split.first} {split.second}")


def _findings(document: Document, text: str, apart: str) -> Iterator[Finding]:
    known = document.view(lexicon)
    spans = [span for span in document.view(words)[text].spans if stands_alone(document.text, span)]
    if len(spans) > _MOST_PLACES:
        return
    for span in spans:
        if not is_cited(document.text, span) and not is_foreign(document.text, span, known):
            fix = Fix(f"Write “{apart}”", (Edit(span, apart),))
            yield Finding(span, f"“{text}” looks like two words run together: “{apart}”", fix=fix)


@cache
def _with_capital() -> dict[str, str]:
    """What two function words make at the head of a sentence, and the two."""
    pairs = [*product(_LEADS.split(), _FOLLOWS.split()), *product(_SUBJECTS.split(), _VERBS.split())]
    return {f"{first}{second}".capitalize(): f"{first.capitalize()} {second}" for first, second in pairs}


# Articles share most of the words that no list knows, too.
@lru_cache(maxsize=1 << 15)
def _reading(word: str, known: Lexicon) -> _Split | None:
    """The two words as which a word is best read, or None where it is better read as one."""
    split = _split(word, known)
    if split is None or known.derives(word):
        return None
    rarer = min(known.frequency(split.first) or 0, known.frequency(split.second) or 0)
    sure = split.second in _REPORTING or split.second in _NO_ENDINGS
    if not sure and (_is_compound(word, known) or _is_slip(word, rarer, known)):
        return None
    return split


def _is_compound(word: str, known: Lexicon) -> bool:
    """Whether a noun and the tail of many compounds make the word: “gameshow” is a game show, not games and how."""
    heads = (first for first in known.beginnings(word) if word[len(first) :] in _COMPOUND_TAILS)
    return any(first not in _FUNCTION and (known.frequency(first) or 0) >= _COMMON for first in heads)


def _is_slip(word: str, rarer: float, known: Lexicon) -> bool:
    """Whether a letter is wrong rather than a space missing, as in “northen” and “belives”."""
    return any((known.frequency(slip) or 0) >= rarer - _SLIP_MARGIN for slip in known.slips(word))


def _split(word: str, known: Lexicon) -> _Split | None:
    """The likeliest way to read a word as two, or None where each would be a guess."""
    best: _Split | None = None
    for first in known.beginnings(word):
        second = word[len(first) :]
        weight = _weight(first, second, known) if second else None
        if weight is not None and (best is None or weight > best.weight):
            best = _Split(first, second, weight)
    return best


def _weight(first: str, second: str, known: Lexicon) -> float | None:
    """How much speaks for these two words, or None where too little does."""
    one, two = known.frequency(first), known.frequency(second)
    if one is None or two is None or (second == "in" and first + "ing" in known):
        # “learnin” and “willin” drop a g, “moneyin” does not.
        return None
    plausible = (
        _is_reported(first, second, one)
        or _are_function_words(first, second)
        or _ends_in_function_word(first, second, one)
        or _begins_with_function_word(first, second, two, known)
        or _are_content_words(first, second, known)
    )
    return min(one, two) + 0.3 * max(one, two) if plausible else None


def _is_reported(first: str, second: str, frequency: float) -> bool:
    return second in _REPORTING and len(first) >= 3 and frequency >= _COMMON / 2


def _are_function_words(first: str, second: str) -> bool:
    return first in _FUNCTION and second in _FUNCTION and len(first) > 1 and len(second) > 1


def _ends_in_function_word(first: str, second: str, frequency: float) -> bool:
    if second not in _FUNCTION or first in _FUNCTION or len(first) < 3 or frequency < _COMMON:
        return False
    if second in _PLURAL_VERBS and not first.endswith("s") and first not in _PLURALS:
        return False
    if second not in _SUFFIXES:
        return True
    if second in _DOUBTFUL_SUFFIXES and len(first) > 3 and frequency >= _FREQUENT:
        return True
    return len(second) > 1 and len(first) > 4 and frequency >= _COMMON + 2 and bool(_INFLECTED.search(first))


def _begins_with_function_word(first: str, second: str, frequency: float, known: Lexicon) -> bool:
    if first not in _FUNCTION or second in _FUNCTION or len(second) < 3:
        return False
    if (first == "an" and second[0] not in _VOWELS) or (first == "for" and "fore" + second in known):
        return False
    if frequency < (_COMMON if len(second) > 3 else _FREQUENT):
        return False
    if first not in _PREFIXES:
        return True
    if first in _DOUBTFUL_PREFIXES and len(second) > 3 and frequency >= _FREQUENT:
        return True
    inflected = len(second) > 4 and frequency >= _VERY_FREQUENT and bool(_INFLECTED.search(second))
    return inflected and len(first) > 1 and first not in _OPAQUE_PREFIXES


def _are_content_words(first: str, second: str, known: Lexicon) -> bool:
    if first in _FUNCTION or second in _FUNCTION or min(len(first), len(second)) < 4:
        return False
    if first in _COMPOUND_HEADS or second in _COMPOUND_TAILS:
        return False
    if min(known.frequency(first) or 0, known.frequency(second) or 0) < _FREQUENT:
        return False
    # “jumpstart” is jump + start, not jumps + tart.
    inflected = first.endswith("ly") or (bool(_PLURAL_OR_VERB.search(first)) and known.derives(first))
    return inflected and first[-1] + second not in known
