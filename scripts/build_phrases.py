"""Makes the index of the phrase packs in lint/packs/boilerplate: run it after a pack changed.

python scripts/build_phrases.py
"""

import marisa_trie

from lint.views.phrase_packs import FORMAT, INDEX, TEMPLATES, index


def main() -> None:
    """Writes the index and the templates."""
    numbers, templates = index()
    records = ((key, (number,)) for key, each in numbers.items() for number in each)
    marisa_trie.RecordTrie(FORMAT, records).save(str(INDEX))
    TEMPLATES.write_text("".join("\t".join(each) + "\n" for each in templates), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
