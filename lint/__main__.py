"""`python -m lint` is the command `copydesk`."""

import sys

# `-m` puts the current directory first on the import path, an empty entry of PYTHONPATH puts it further down. Linting a
# repository's articles must not run the repository's code.
sys.path[:] = [entry for entry in sys.path[not sys.flags.safe_path :] if entry not in ("", ".")]

from lint.cli import command  # noqa: E402

command()
