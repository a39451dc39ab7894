"""What chat models leave in a text that was copied from them."""

from collections.abc import Iterator

from lint import Document, Finding, check
from lint.views.chat import ANSWER_LITERALS, MARK_LITERALS, SELF_LITERALS, chat_marks, chat_phrases


@check(severity="warning", literals=(*MARK_LITERALS, *ANSWER_LITERALS, *SELF_LITERALS))
def chatbot_leftovers(document: Document) -> Iterator[Finding]:
    """What a chat model left in the text: “Here is the translated article:”, citation marks, “I hope this helps”.

    The words by which a model hands over its answer, and marks of its sources that mean nothing outside its window,
    were copied with the text. Take them out, and read the whole: what was copied unread may hold more than that.

    Left alone: such phrases between quotation marks, and in articles about such models, which quote them. Marks of
    sources are reported there, too: nobody quotes those.

    On two million words of news, speeches, blogs and machine translation no phrase was reported wrongly; the texts are
    older than most chat models, so how many are found was not measured.

    ```bad
    ⟦Here is the translated article:⟧

    The council met on Tuesday.
    ```
    ```bad
    The council met on Tuesday ⟦:contentReference[oaicite:3]{index=3}⟧ and voted.

    ⟦I hope this helps! Would you like a shorter version?⟧
    ```
    ```bad
    Visitors rose by a third ⟦【4†source】⟧, see example.org/?⟦utm_source=chatgpt.com⟧ for more.
    ```
    ```bad
    The council met on Tuesday.

    ⟦Translated with www.DeepL.com/Translator (free version)⟧
    ```
    ```good
    “As an AI language model, I cannot vote,” the sign read.
    ```
    ```good
    ChatGPT is a chatbot. Asked for advice, the language model wrote: As an AI language model, I cannot vote.
    ```
    ```good
    I hope this helps the ferry, she said. Here is the mayor: tall, tired, and late. Sure, here comes the rain.

    Here is the full text of the statement:

    If you want, I can create an account for you, the clerk had said.
    ```
    """
    for span in chat_marks(document):
        said = span.of(document.text)
        yield Finding(span, f"“{said}” is left of a chat model: take it out, and check the source it stood for")
    for span in chat_phrases(document):
        message = "a chat model says this to the one who asked it: take it out, and read the whole text again"
        yield Finding(span, message)
