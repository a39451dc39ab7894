"""Wording that follows the source, word for word."""

from collections.abc import Iterator

from lint import Document, Finding, Settings, check
from lint.views.mentions import is_mentioned
from lint.views.wording import calque_literals, calques_in


def _literals(settings: Settings) -> tuple[str, ...]:
    return calque_literals(settings.source_languages)


@check(severity="warning", languages=("en",), literals=_literals)
def calques(document: Document) -> Iterator[Finding]:
    """Wording that follows the source word for word: “did he declare”, a “balance sheet” of deaths.

    Machines and tired translators carry over the order of words, idioms, and words that only look alike in the two
    languages (false friends). The reader stumbles, or understands something else. The finding says which phrase of
    which language stands behind it, and what English says instead; you must see what fits the sentence.

    Tell `source_languages` in the configuration, as in `["fr", "ru"]`: then everything the packs know of those
    languages is reported (154 patterns from French, German, Spanish, Russian, Ukrainian, Polish and Chinese). Without
    it, only what no English writer would write, whatever the source, is (56 patterns).

    Left alone is what English says too: balance sheets of companies, “rest assured that”, “explained to us”, “answers
    on the question”; and what stands between quotation marks as an example.

    Without `source_languages` nothing was reported in 1.6 million words of English (news, blogs, speeches), and four
    places in 540,000 words of machine translation, all four rightly: modern machines make few of these mistakes, and
    those few are found by their kind. With Russian named, 40 places were reported in 483,000 words of machine
    translation, none in 51,000 of human translation; 1.4 million words of English that come from elsewhere have one
    report for French, one for German, ten for Russian and Ukrainian together.

    ```bad
    The ⟦balance sheet⟧ of the avalanche rose to nine dead on Monday. “We are still searching“, ⟦did he declare⟧.
    ```
    ```bad
    The mayor ⟦precised⟧ that the pool had been closed ⟦since three weeks⟧.
    ```
    ```bad {source_languages = ["fr"]}
    Police seek ⟦the author of the shooting⟧. The union ⟦assured that⟧ nobody was hurt.
    ```
    ```bad {source_languages = ["ru"]}
    Forecasters ⟦told about the⟧ storm; ⟦repair works⟧ go on.
    ```
    ```good
    The bank wrote the loans of the wounded off its balance sheet. Only then did he declare his love.
    ```
    ```good {source_languages = ["fr", "es", "ru"]}
    Rest assured that the author of the book was told about the attack, which she read about three weeks ago.
    ```
    """
    for hit in calques_in(document):
        if not is_mentioned(document, hit.span):
            yield Finding(hit.span, hit.advice)
