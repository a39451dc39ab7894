"""Makes the index of the phrase packs in lint/packs/boilerplate: run it after a pack changed.

python scripts/build_phrases.py
"""

import json

from lint.views.phrase_packs import PACK, index


def main() -> None:
    """Writes the index and the templates."""
    for name, made in zip(("index.json", "templates.json"), index(), strict=True):
        written = json.dumps(made, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        (PACK / name).write_text(written + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
