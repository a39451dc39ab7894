"""Words in another script that were left in an English sentence."""

from bisect import bisect_right
from collections.abc import Iterator

from lint import Document, Finding, check
from lint.views.foreign import is_set_apart
from lint.views.patterns import pattern
from lint.views.scripts import ScriptRun, script_runs

# Who writes about a word gives it in its own script.
_EXPLAINED = pattern(
    r"\b(?:words?|terms?|phrases?|names?|named|called|characters?|letters?|kanji|written|spel[lt]\w*|script|signs?"
    r"|reads?|means?|meaning|known as|says?|said|sings?|hashtags?|slogans?|Arabic|Chinese|Greek|Hebrew|Japanese|Korean"
    r"|Persian|Russian|Ukrainian|Cyrillic|Hindi|Thai|Bulgarian|Serbian)\b"
)
_AROUND = 40
# Glued to Latin letters or a domain, they are a slip of the keyboard or an address; see mixed-scripts.
_JOINED = pattern(r"[A-Za-z0-9\u00c0-\u024f@#/_.°*-]")
# A domain, or a quotation that ends in the midst of the words.
_MARKED = pattern(r"[^\W\d_]\.[^\W\d_]|[“”\"«»()]")
# Symbols and formulas use Greek letters, and degrees a Cyrillic С.
_FEWEST_LETTERS = {"Greek": 4, "Cyrillic": 2}
_WORD, _LONG_WORD = pattern(r"[^\W\d_]+"), 2
# With more of them the article is about another language, or written in two.
_MOST = 6


@check(severity="info", languages=("en",), view=script_runs)
def untranslated_words(document: Document) -> Iterator[Finding]:
    """A word in another script in the middle of an English sentence.

    Machine translation passes on what it does not know: a rare character, a name, the label of a rubric. Readers cannot
    even pronounce it. Translate it, write it in Latin letters, or set it in brackets behind its translation.

    Left alone: what stands between quotation marks, brackets or commas or behind a colon, what an article explains
    (“the word … means …”), letters of formulas, domains, and articles with many such words. Whole sentences belong to
    untranslated-passages.

    On machine translations of Japanese and Russian news it spoke 11 times in 490,000 words, on human translations of
    the same never, nor on 1.4 million words of clean prose. It is hidden by default: articles about other countries
    hold such words rightly, and more often than these sets tell.

    ```bad
    After teaching at the ⟦蕃⟧ school she moved to the coast.
    ```
    ```good
    Kyiv (Київ) is the capital. The word “солнце” means sun. The title, Отцы и дети, is plural. It was 20 °С warm.
    ```
    """
    text = document.text
    starts = [block.start for block in document.blocks]
    left = []
    for run in document.view(script_runs):
        block = document.blocks[bisect_right(starts, run.span.start) - 1]
        if not run.is_sentence and block.kind != "quotation" and not is_set_apart(text, block, run.span):
            left += [run] if _is_residue(text, run) else []
    if len(left) > _MOST:
        return
    for run in left:
        message = f"“{run.span.of(text)}” was left in {run.script} script: translate it, or write it in Latin letters"
        yield Finding(run.span, message)


def _is_residue(text: str, run: ScriptRun) -> bool:
    start, end, said = run.span.start, run.span.end, run.span.of(text)
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if _JOINED.match(before[-1:]) or (_JOINED.match(after[:1]) and not (after[:1] == "." and after[1:2] in " \n")):
        return False
    if _MARKED.search(said) or (before.endswith(", ") and after.startswith(",")):
        return False
    letters = _WORD.findall(said)
    if run.script in _FEWEST_LETTERS:
        # Signs of a formula stand alone; a full name is what its bearer is called.
        named = len(letters) > 1 and all(word[0].isupper() for word in letters)
        if max(map(len, letters)) < _LONG_WORD or sum(map(len, letters)) < _FEWEST_LETTERS[run.script] or named:
            return False
    if before.rstrip().endswith("°"):
        return False
    return not _EXPLAINED.search(before) and not _EXPLAINED.search(after)
