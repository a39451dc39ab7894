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

    Only wording that is no term of any field is listed, some 550 phrases. What somebody may write, such as the
    “swelling rate” of a gel, a “business visionary” or a “working framework”, is left alone, and so is a phrase between
    quotation marks, as in an article about such texts.

    Nothing was reported in 2 million words of English (news, blogs, speeches) and 590,000 words of translations. Of 800
    spun terms in science papers it knows 2 in 100, and it reports none of the right ones beside them: it finds spun
    texts, which hold many such terms, not every phrase.

    ```bad
    The ⟦bosom malignancy⟧ was found by ⟦man-made consciousness⟧, with ⟦profound neural organizations⟧.
    ```
    ```bad
    The ⟦Incomparable Court ruled⟧ on ⟦nursery gases⟧.
    ```
    ```good
    The malignancy was found early. Artificial intelligence uses a deep neural network; bosom friends know that.
    ```
    ```good
    The incomparable court of the Sun King had a working framework: no “bosom peril”, no ozone depleting substances.
    ```
    """
    for span, term in tortured_in(document):
        said = span.of(document.text)
        yield Finding(span, f"“{said}” looks like a term that a program reworded: “{term}”?")
