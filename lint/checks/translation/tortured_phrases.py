"""Fixed terms that a program reworded."""

from collections.abc import Iterator

from lint import Document, Finding, check
from lint.views.spun import beginnings, tortured_in


@check(severity="warning", languages=("en",), literals=lambda _: beginnings())
def tortured_phrases(document: Document) -> Iterator[Finding]:
    """A fixed term that a program reworded: “bosom malignancy” for breast cancer, “man-made consciousness” for AI.

    Programs that spin texts replace words by what a thesaurus gives for them, and take terms apart that way. One such
    phrase is a mistake; several mean that the whole text was spun, and its names and figures are no better. Write the
    term, and compare the text with its source.

    Only wording that is no term of any field is listed, some 600 phrases; so “malignancy”, “neural organization” or
    “environmental change” alone are left alone.

    Nothing was reported in 800,000 words of clean prose and 600,000 of translations.

    ```bad
    The ⟦bosom malignancy⟧ was found by ⟦man-made consciousness⟧, with ⟦profound neural organizations⟧.
    ```
    ```bad
    The ⟦Incomparable Court⟧ ruled on ⟦nursery gases⟧.
    ```
    ```good
    The malignancy was found early. Artificial intelligence uses a deep neural network; bosom friends know that.
    ```
    """
    for span, term in tortured_in(document):
        said = span.of(document.text)
        yield Finding(span, f"“{said}” looks like a term that a program reworded: “{term}”?")
