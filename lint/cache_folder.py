"""Where the system keeps what programs can make anew."""

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """`COPYDESK_CACHE_DIR`, or the folder of copydesk among the caches of the user."""
    if named := os.environ.get("COPYDESK_CACHE_DIR"):
        folder = Path(named)
    elif sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA", "~"), "copydesk", "Cache")
    elif sys.platform == "darwin":
        folder = Path("~/Library/Caches/copydesk")
    else:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache", "copydesk")
    return folder.expanduser()


def results_file() -> Path:
    """The database of reports and marks."""
    return cache_folder() / "results.sqlite"


def patterns_file() -> Path:
    """The compiled patterns."""
    return cache_folder() / "patterns"


def scanner_file() -> Path:
    """The scanner that rules patterns out."""
    return cache_folder() / "scanner"
