"""Makes the index of the packs in lint/packs/wording: run it after a pack changed.

python scripts/build_wording.py
"""

import json
from typing import Any

from lint.views import spun, wording


def index() -> dict[str, Any]:
    """The calques without their examples, and the tortured phrases with their terms."""
    calques = [
        (sorted(languages), always, literals, expression, advice, company, strangers)
        for languages, always, literals, expression, advice, company, strangers, *_ in wording.all_calques()
    ]
    return {"calques": calques, "tortured": spun.read_pack()}


def main() -> None:
    """Writes the index."""
    made = json.dumps(index(), ensure_ascii=False, separators=(",", ":"))
    (wording.PACK / "index.json").write_text(made + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
