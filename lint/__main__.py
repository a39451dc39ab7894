"""`python -m lint` is the command `copydesk`."""

import sys

# `-m` puts the current directory first on the import path. A repository's articles must not run the repository's code.
if not sys.flags.safe_path:
    del sys.path[0]

from lint.cli import main

sys.exit(main())
