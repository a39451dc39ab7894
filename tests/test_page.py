"""Documentation pages and the examples in them."""

import pytest

from lint.page import PageError, parse, unpin
from lint.span import Span

PAGE = """A word that shouts.

    It is loud.

    ```bad {longest = 3}
    This is ⟦LOUD⟧ news, ⟦VERY⟧ loud.
    ```
    ```fixed
    This is loud news, very loud.
    ```
    ```good
    NASA said so.

    Twice.
    ```

    - `longest`: letters an acronym
      may have.
    """


def test_a_page_has_summary_examples_and_options() -> None:
    page = parse(PAGE)
    bad, good = page.examples
    assert page.summary == "A word that shouts."
    assert (bad.text, bad.spans) == ("This is LOUD news, VERY loud.", (Span(8, 12), Span(19, 23)))
    assert bad.context == {"longest": 3}
    assert bad.fixed == "This is loud news, very loud."
    assert (good.kind, good.text) == ("good", "NASA said so.\n\nTwice.")
    assert page.options == {"longest": "letters an acronym may have."}


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("", "a page begins with a sentence"),
        ("One.\n\n```bad\nnever closed", "is never closed"),
        ("One.\n\n```python\nx\n```", "no fence “python”"),
        ("One.\n\n```fixed\nx\n```", "follows the “bad” one"),
        ("One.\n\n```good\n⟦x⟧\n```", "nothing to pin"),
        ("One.\n\n```bad\n⟦x\n```", "do not pair"),
        ("One.\n\n```bad\n⟦x⟦y⟧⟧\n```", "do not pair"),
        ("One.\n\n```bad {longest}\nx\n```", "no inline TOML table"),
        ("One.\n\n```bad 3\nx\n```", "no inline TOML table"),
    ],
)
def test_a_malformed_page_is_an_error_that_says_why(page: str, message: str) -> None:
    with pytest.raises(PageError, match=message):
        parse(page)


def test_pins_may_stand_side_by_side_and_hold_nothing() -> None:
    assert unpin("a⟦b⟧⟦⟧c") == ("abc", (Span(1, 2), Span(2, 2)))
