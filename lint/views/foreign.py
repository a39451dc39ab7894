"""Passages of an English article that are in another language: whole sentences, and runs of another script."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from lint.document import Block, Document
from lint.span import Span
from lint.views.blocks import block_at
from lint.views.language import detected
from lint.views.lexicon import is_english
from lint.views.loans import is_loan
from lint.views.patterns import pattern
from lint.views.scripts import script_runs
from lint.views.telling import unknown_words
from lint.views.vocabulary import Vocabulary, vocabulary
from lint.views.words import words

# With fewer words any answer is a guess, and titles, mottos and toasts are right.
_FEWEST_WORDS, _SHORT = 5, 8
# German writes its nouns with capitals; in titles nearly every word has one.
_LOWER_SHARE = 0.45
_UNKNOWN_SHARE = 1 / 3
_FEWEST_UNKNOWN = 2
# So many words apart, two unknown ones may belong to one sentence.
_REACH = 6
_CERTAIN = 0.95
# An article of which more is foreign is written in two languages.
_MOST_SHARE = 0.5
# An article with more passages in one language is written in two.
_MOST_PASSAGES = 20
# More candidates than that are a word list or code; each would cost milliseconds.
_MOST_CANDIDATES = 60
_LONGEST = 600

# What contractions leave of a word.
_CONTRACTED = frozenset(
    "ain aren couldn didn doesn don hadn hasn haven isn ll mustn needn shouldn ve wasn weren".split()
)
_ENGLISH = frozenset(
    "the of and to that is with for it as by from this have has had not are were been which would their they who will "
    "its about said after when was at but be you his her she we our your there what if or".split()
)
# Words that hardly any other language has; the name of a band may bring one along.
_UNMISTAKABLE = frozenset("the and they with which were would their this that from have had been has".split())
_PER_NAME = 20
# “Greco's”: only English puts an owner so (Dutch some plurals, too).
_GENITIVE = pattern(r"[^\W\d_]['’]s\b")
# What makes a sentence of words, in the languages that langdetect may name; none of them is an English word. Code and
# words run together have none, nor letters with marks, and langdetect finds a language for them all the same.
_FUNCTION_WORDS = frozenset(
    "aan ab ali als att auf aus aux av az bei bir bu che con cu da das dat de dei del della dem der des det di din "
    "dla du ei ein eine einen einer el er es est este gli haben het hogy ich il ile inte ist jak je jest joka jsou "
    "kein keine la las le les los mais med mit naar nach ne nella nem nicht nie niet noch non nos nous och od oder og "
    "oli om ook op oraz pas pe pero po por pour przez que qui se sich sie sind sono su sur til tot um uma un una und "
    "une untuk van vom von voor werden wij wir wird wurde yang zijn zu zum zur".split()
)
# A sentence without either is made of words that English lacks.
_STRANGE_SHARE, _LONG_WORD = 0.5, 4
_WORD = pattern(r"[^\W\d_]+")
_SENTENCE_END = pattern(r"[.!?…][\"'”’»)\]]*\s+")
# Addresses, quotations and what stands in brackets say nothing of the sentence around them.
_APART = pattern(r"\S*(?:://|www\.|@|/|_|#)\S*|“[^“”\n]*”|«[^«»\n]*»|„[^„“”\n]*[“”]|\"[^\"\n]*\"|\([^()\n]*\)")
_CODE = pattern(r"[{}<>=|\\`$\[\]]|::|\(\)")
# “Berg, A. (2001). Title”
_AUTHOR = pattern(r"[^\W\d_], (?:[^\W\d_]\. ?){1,3}(?:\(\d{4}[a-z]?\)[.:]? )?\Z")
_NEAR = 30
# Lines of a bibliography give titles in the language in which they were written.
_REFERENCE = pattern(r"\(\d{4}\)|\b(?:1[5-9]|20)\d\d[.)]?\s*\Z|\bISBN\b|\bpp?\. ?\d|\bdoi\b|\b[Vv]ol\. ?\d|\b[Ee]ds?\.")
_PAIRS = ("“”", "„“", "«»", "»«", "‹›", "()", "（）", "「」", "『』", "《》", "[]")
_CLOSING = {pair[0]: pair[1] for pair in _PAIRS} | {"‘": "’", '"': '"', "'": "'"}
# A closing mark may stand before the full stop.
_END = 2


class Passage(NamedTuple):
    """A stretch of text in another language: an ISO 639-1 code, or the name of a script."""

    span: Span
    language: str
    is_script: bool = False


def foreign_passages(document: Document) -> tuple[Passage, ...]:
    """The sentences in another language, those that follow one another as one passage.

    Quotations, what stands in brackets, references and well-known sayings are left out: they are foreign on purpose.
    """
    found = sorted((*_sentences(document), *_scripts(document)), key=lambda passage: passage.span)
    merged = tuple(_merged(document.text, found))
    total = sum(passage.span.end - passage.span.start for passage in merged)
    return merged if total <= _MOST_SHARE * len(document.text) else ()


def second_languages(document: Document) -> dict[str, int]:
    """The languages, besides English, in which an article is written on purpose or not, with their passages."""
    counts = Counter(passage.language for passage in document.view(foreign_passages))
    return {language: count for language, count in counts.items() if count > _MOST_PASSAGES}


def _sentences(document: Document) -> Iterator[Passage]:
    text = document.text
    candidates = list(_candidates(document))
    if len(candidates) > _MOST_CANDIDATES:
        return
    for block, span in candidates:
        if is_set_apart(text, block, span):
            continue
        said = span.of(text)[:_LONGEST]
        before = text[max(0, span.start - _NEAR) : span.start]
        # An identifier of many parts is no sentence.
        if len(said.split()) < _FEWEST_WORDS - 1:
            continue
        if _CODE.search(said) or _REFERENCE.search(said) or _AUTHOR.search(before):
            continue
        plain = _APART.sub(" ", said)
        spelt = _WORD.findall(plain.lower())
        if _holds_english(spelt) or _GENITIVE.search(plain) or not _is_language(spelt) or is_loan(plain):
            continue
        spoken, probability = detected(plain)
        if probability >= _CERTAIN and spoken not in ("", "en"):
            yield Passage(span, spoken)


def _holds_english(found: list[str]) -> bool:
    """Whether words are too few, or hold more English than a foreign sentence with an English name in it."""
    return len(found) < _FEWEST_WORDS or sum(word in _UNMISTAKABLE for word in found) * _PER_NAME > len(found)


def _is_language(found: list[str]) -> bool:
    """Whether function words, a letter with a mark or a row of strange words tell of a language."""
    telling = sum(word in _FUNCTION_WORDS or (word.isalpha() and not word.isascii()) for word in found)
    # One may be the ending of a file's name, or part of a name.
    if telling > (len(found) < _SHORT):
        return True
    strange = sum(len(word) >= _LONG_WORD and not is_english(word) for word in found)
    return strange >= _STRANGE_SHARE * len(found)


def _candidates(document: Document) -> Iterator[tuple[Block, Span]]:
    """The sentences that the lexicon hardly knows; in most articles there is none."""
    text, found = document.text, document.view(words)
    unknown = _neighbours(document.view(vocabulary), frozenset(document.view(unknown_words)))
    starts = [block.start for block in document.blocks]
    numbers: dict[int, int] = {}
    for word in unknown:
        for span in found[word].spans:
            number = bisect_right(starts, span.start) - 1
            numbers[number] = numbers.get(number, 0) + 1
    for number in sorted(numbers):
        block = document.blocks[number] if number >= 0 else None
        if block is None or numbers[number] < _FEWEST_UNKNOWN or block.kind == "quotation":
            continue
        for span in sentences_of(text, block.span):
            if _is_doubtful(_WORD.findall(span.of(text)), unknown):
                yield block, span


def _neighbours(different: Vocabulary, unknown: frozenset[str]) -> frozenset[str]:
    """The unknown words that stand near another one where they first appear, as those of a foreign sentence do.

    Most unknown words of English prose stand alone; looking for their places would cost more than all the rest.
    """
    odd = {word for word in unknown - _CONTRACTED if len(word) > 1}
    strange = different.numbered(odd) if len(odd) > 1 else []
    near = [(left, right) for (one, left), (other, right) in pairwise(strange) if other - one <= _REACH]
    return frozenset(word for pair in near for word in pair)


def _is_doubtful(found: list[str], unknown: frozenset[str]) -> bool:
    """Whether words are worth the question in which language they are."""
    if len(found) < _FEWEST_WORDS:
        return False
    lower = [word for word in found if word.islower()]
    strange = sum(word in unknown for word in lower)
    if len(lower) < _LOWER_SHARE * len(found) or strange < _FEWEST_UNKNOWN:
        return False
    english = sum(word.lower() in _ENGLISH for word in found)
    return strange >= _UNKNOWN_SHARE * len(lower) or english * 10 < len(found)


def sentences_of(text: str, block: Span) -> Iterator[Span]:
    """The sentences of a block, roughly: what abbreviations cut in two is short, and so left alone."""
    start = block.start
    for end in _SENTENCE_END.finditer(text, block.start, block.end):
        yield Span(start, start + len(text[start : end.end()].rstrip()))
        start = end.end()
    if start < block.end:
        yield Span(start, block.end)


def _scripts(document: Document) -> Iterator[Passage]:
    """Runs of another script that are as long as a sentence."""
    text = document.text
    for run in document.view(script_runs):
        block = block_at(document, run.span.start)
        if run.is_sentence and block.kind != "quotation" and not is_set_apart(text, block, run.span):
            yield Passage(run.span, run.script, is_script=True)


def is_set_apart(text: str, block: Block, span: Span) -> bool:
    """Whether quotation marks, brackets or a colon say that the words are foreign on purpose."""
    before, after = text[block.start : span.start], text[span.end - 1 : block.end]
    if before.rstrip().endswith(":"):
        return True
    closing = _CLOSING.get(text[span.start])
    if closing and text.find(closing, span.start + 1, span.end - _END) < 0:
        return True
    if '"' in after and before.count('"') % 2 == 1:
        return True
    return any(pair[1] in after and before.count(pair[0]) > before.count(pair[1]) for pair in _PAIRS)


def _merged(text: str, found: list[Passage]) -> Iterator[Passage]:
    joined: list[Passage] = []
    for passage in found:
        last = joined[-1] if joined else None
        if last is not None and passage.span.start <= last.span.end:
            continue
        if (
            last is not None
            and last.language == passage.language
            and not text[last.span.end : passage.span.start].strip()
        ):
            joined[-1] = last._replace(span=Span(last.span.start, passage.span.end))
        else:
            joined.append(passage)
    yield from joined
