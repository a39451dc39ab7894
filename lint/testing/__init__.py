"""For authors of checks: a check's page run as tests, and checks tried on texts of one's own.

    from acme_desk import shouting
    from lint.testing import contract, findings

    test_shouting = contract(shouting)


    def test_short_ones_are_acronyms():
        assert not findings(shouting, "NASA said so.", longest=4)

`pytest --copydesk` collects the pages of all checks in the files that it is given, without a line of code.
"""

from lint.testing.contracts import contract
from lint.testing.showing import fixed, pinned
from lint.testing.trying import document, findings, judged

__all__ = ["contract", "document", "findings", "fixed", "judged", "pinned"]
