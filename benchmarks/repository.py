"""A content repository, made and linted: what the cache and several processes bring, and that they change nothing.

python benchmarks/repository.py [ARTICLES] prints, with the command of the environment it runs in:
- a first run and a second one, with one process and with several, in any order of arguments: all must say the same;
- what a hook on three changed articles costs;
- twenty runs killed at random moments: the next one must be right;
- peak memory by the number of articles.
"""

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
FOOTER = "The Harbour Courier is a member of the Island Press Group."
COMMAND = (sys.executable, "-m", "lint", "check", "--format", "jsonl")


def make(folder: Path, articles: int) -> None:
    """Articles of some five kilobytes out of the sample articles' paragraphs, no paragraph twice the same."""
    chance = random.Random(articles)
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    paragraphs = [p for text in texts for p in text.split("\n") if len(p) > 80]
    words = sorted({word for p in paragraphs for word in p.split() if word.isalpha() and word.islower()})
    for number in range(articles):
        lines: list[str] = []
        while sum(map(len, lines)) < 5000:
            line = chance.choice(paragraphs).split(" ")
            for _ in range(4):
                line.insert(chance.randrange(len(line)), chance.choice(words))
            lines.append(" ".join(line))
        if number % (articles // 40 or 1) == 0:
            lines.append(FOOTER)
        place = folder / f"{number % 97:02}" / f"{number:06}.txt"
        place.parent.mkdir(exist_ok=True, parents=True)
        place.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    (folder / "copydesk.toml").write_text('[lint]\ninclude = ["*.txt"]\n', encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", "."], cwd=folder, check=True)
    subprocess.run(["git", "add", "."], cwd=folder, check=True)
    # The cache trusts no time of the last seconds.
    time.sleep(2.5)


def lint(folder: Path, cache: Path, *arguments: str) -> tuple[bytes, float, float]:
    """What a run prints, its seconds, and its seconds of processor time."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    environment = os.environ | {"COPYDESK_CACHE_DIR": str(cache)}
    done = subprocess.run([*COMMAND, *arguments], cwd=folder, env=environment, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, time.monotonic() - start, used


def peak(folder: Path, *arguments: str) -> float:
    """The most memory in megabytes that a run held."""
    code = "import resource, sys; from lint.cli import main; sys.stdout = open('/dev/null', 'w'); main(sys.argv[1:]); "
    code += "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "--no-cache", "--jobs", "1", "--format", "jsonl", *arguments],
        cwd=folder,
        stderr=subprocess.PIPE,
        check=False,
    )
    return int(done.stderr.split()[-1]) / 1024


def kill(folder: Path, cache: Path, seconds: float) -> int:
    """Twenty runs from an empty cache, killed on the way; how many of those that follow say something else."""
    chance = random.Random(20)
    expected, wrong = lint(folder, cache, "--no-cache")[0], 0
    environment = os.environ | {"COPYDESK_CACHE_DIR": str(cache)}
    for turn in range(20):
        if turn % 4 == 0:
            shutil.rmtree(cache, ignore_errors=True)
        with subprocess.Popen([*COMMAND], cwd=folder, env=environment, stdout=subprocess.DEVNULL) as process:
            time.sleep(chance.uniform(0.1, 1) * seconds)
            process.kill()
        wrong += lint(folder, cache)[0] != expected
    return wrong


def main() -> None:
    """Prints all figures."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as place:
        folder, cache = Path(place, "articles"), Path(place, "cache")
        make(folder, articles)
        size = sum(path.stat().st_size for path in folder.glob("*/*.txt")) / 1e6
        print(f"{articles:,} articles, {size:.1f} MB")
        one, alone, used = lint(folder, cache, "--no-cache", "--jobs", "1")
        print(f"one process: {alone:.2f} s ({used:.2f} s of processor)")
        two, both, used = lint(folder, cache, "--jobs", "2")
        print(f"two processes: {both:.2f} s ({used:.2f} s of processor): {alone / both:.2f} times as fast")
        second, again, used = lint(folder, cache)
        print(f"second run: {again:.2f} s ({used:.2f} s of processor): {again / alone:.1%} of the first")
        names = sorted(path.name for path in folder.iterdir() if path.is_dir())
        random.Random(1).shuffle(names)
        shuffled = lint(folder, cache, *names, "--no-cache")[0]
        print(
            "the same findings:", one == two == second == shuffled, f"({one.count(b'repeated-lines')} repeated lines)"
        )
        changed = sorted(folder.glob("*/*.txt"))[:3]
        for path in changed:
            path.write_text(path.read_text(encoding="utf-8") + "\nAnd so it ended.\n", encoding="utf-8")
        seconds = lint(folder, cache, *(str(path.relative_to(folder)) for path in changed))[1]
        alone_in = Path(place, "alone")
        alone_in.mkdir()
        shutil.copy(changed[0], alone_in / "a.txt")
        single = min(lint(alone_in, cache, "a.txt", "--no-cache")[1] for _ in range(5))
        warm = min(lint(folder, cache, *(str(path.relative_to(folder)) for path in changed))[1] for _ in range(5))
        print(f"hook on three changed articles: {seconds:.2f} s, again {warm:.2f} s; one article alone: {single:.2f} s")
        print("killed twenty times, wrong answers:", kill(folder, cache, min(both, 5.0)))
        for count in (articles // 10, articles):
            make(Path(place, f"m{count}"), count)
            print(f"peak memory, {count:,} articles: {peak(Path(place, f'm{count}')):.0f} MB")


if __name__ == "__main__":
    main()
