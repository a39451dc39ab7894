"""What chat models leave in a text that was copied from them."""

import re
from collections.abc import Iterator

from lint import Document, Finding, Span, check
from lint.views.patterns import pattern

# Citations that mean nothing outside the chat window, and addresses that tell where they were copied.
_MARKER = pattern(
    r":?contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?|\boaicite\b"
    r"|\ue200?\b(?:cite|navlist)?\ue202?"
    r"(?:[\ue200-\ue206]?turn\d{1,3}(?:search|view|news|image|file|fetch)\d{1,3})+\ue201?"
    r"|【\d{1,4}(?::\d{1,4})?†[^】\n]{0,80}】|\[\^?\d{1,3}†[^\]\n]{0,80}\]"
    r"|\[oai_citation:\d{1,3}‡[^\]\n]{0,80}\](?:\([^)\s]{0,300}\))?"
    r"|\[(?:cite_start|cite_end|cite: ?\d[\d, ]{0,20}|attached_file:\d{1,3}|web:\d{1,3})\]|\bgrok_(?:card|render)\w*"
    r"|\butm_source=(?:chatgpt\.com|chat\.openai\.com|openai|copilot\.com|perplexity)\b"
)
# What the model says to the one who asked. Each stands at the beginning of a line, or is a line of its own.
_AGREES = (
    r"(?:(?:Certainly|Sure|Of course|Absolutely|Great)(?: thing| question)?[!,.]\s"
    r"(?:I can help(?: you)? with that[.!]\s)?)"
)
_REDONE = r"(?:translated|rewritten|reworded|rephrased|paraphrased|polished)"
_PIECE = r"(?:article|text|version|paragraph|passage|piece|content|copy|story|headline|draft)"
_MADE = (
    rf"(?:translat\w+|rewrit\w+|summar\w+|{_REDONE}|revised|edited|improved|shortened|{_PIECE}"
    r"|(?:title|introduction|outline)s? for (?:the|your|this))"
)
# “Here is the full text of the statement:” is what newspapers write, and “Here is a summary:” what blogs do.
_HANDED_OVER = (
    rf"(?:(?:the|your|an?)\s(?:\w+\s){{0,3}}?{_REDONE} (?:\w+ ){{0,2}}?{_PIECE}\b[^.:\n]{{0,80}}"
    rf"|(?:the|your|an?)\s(?:\w+\s){{0,3}}?(?:translation|summary|rewrite|paraphrase|version|headline|title)s?"
    rf" (?:of|for) (?:your (?:\w+ )?{_PIECE}|(?:the|this) (?:\w+ )?{_PIECE} (?:you|in|into|with)\b)[^.:\n]{{0,80}}"
    r"|(?:the|your) (?:(?:English|full|complete) )?translation"
    rf"|(?:the|your|an?)\s(?:\w+\s){{0,3}}?(?:revised|improved|edited|shortened|proofread) (?:version of|\w+ of)"
    rf" (?:your|the|this) {_PIECE}\b[^.:\n]{{0,80}}):"
)
_SERVES = (
    r"(?:translat|rewrit|rephras|paraphras|summari|adjust|shorten|expand|refine|revise|edit|polish|tailor|adapt|format"
    r"|convert|creat|generat|prepare|turn (?:it|this)|make (?:it|this|the)|change (?:it|the)|draft|provide)\w*"
)
_OPENING = pattern(
    rf"(?:{_AGREES}|Based on [^.,\n]{{3,60}}, )?"
    rf"(?:[Hh]ere(?: is|’s|'s)|[Bb]elow is)\s{_HANDED_OVER}"
    rf"|{_AGREES}[Hh]ere(?:’s|'s| is) (?:the|your|an?)\s(?:\w+\s){{0,3}}?{_MADE}[^\n]{{0,160}}"
    rf"|{_AGREES}(?:I(?:’|')(?:ll|ve)|Let me) {_SERVES}[^\n]{{0,160}}"
    r"|Note: I(?:’ve|'ve| have) (?:translated|rewritten|paraphrased|summari[sz]ed|kept|preserved) (?:the|your|this)\b"
    r"[^\n]{0,160}"
    r"|\(?Note: (?:The|This) (?:translation|translated text|rewritten version|summary) (?:keeps|preserves|maintains"
    r"|retains|follows|has been|may)\b[^\n]{0,160}"
    r"|(?:Translated|Rewritten|Paraphrased|Revised|Polished|Reworded) (?:text|article|version|paragraph):"
    r"|I(?:’ve|'ve| have) (?:translated|rewritten|rephrased|paraphrased|summari[sz]ed) (?:the|your) "
    r"(?:text|article|passage|paragraph)s? (?:while|whilst|and (?:kept|preserved|maintained))\b[^\n]{0,160}"
    r"|This (?:translation|version) (?:maintains|preserves|retains|keeps) the original\b[^\n]{0,160}"
    r"|I (?:cannot|can(?:’|')t|am unable to|am not able to) (?:translate|rewrite|fulfil+|continue) (?:this|that|your) "
    r"(?:request|content|text|article)\b[^\n]{0,160}"
    r"|ChatGPT said:|Thought for (?:a few seconds|\d{1,3} seconds|\d{1,2}m \d{1,2}s)"
)
_CLOSING = pattern(
    r"I hope (?:this|that)(?: (?:translation|version|summary|draft))? (?:helps|is helpful)[!.](?:\s[^\n]{0,160})?"
    r"|(?:(?:Let me know if you(?:’d|'d| would) like me to|(?:Would you like|Do you want) me to"
    r"|If you(?:’d like|'d like| want), I can(?: also)?(?= (?:translat|rewrit|rephras|paraphras|summari|adjust|shorten"
    r"|expand|refin|revis|tailor|adapt|prepare an? (?:short|long|simpl|version|summary))))"
    rf"(?: also)? {_SERVES}|Is there anything else (?:you(?:’d|'d| would) like me to|I can (?:help|assist) you with)"
    r"|(?:Please )?[Ll]et me know if you(?:’d like| would like|'d like| want| need) (?:any|further|more|other)"
    r" (?:\w+ )?(?:changes|adjustments|edits|revisions|modifications|refinements|tweaks)\b"
    r"|Please provide the (?:text|article) you)[^\n]{0,160}"
    r"|Regenerate response|Continue generating|Translated (?:with|by) (?:ChatGPT|(?:www\.)?DeepL(?:\.com)?\b[^\n]{0,40}"
    r"|Google Translate)\.?"
)
_SELF = pattern(
    r"As an? (?:AI|language model|AI language model|large language model)(?:,? (?:trained|created|made) by \w+)?,? I\b"
    r"|(?:Please note|Keep in mind|Remember) that I(?:’m|'m| am) an AI\b"
    r"|[Mm]y training data (?:only )?(?:goes|extends)\b"
    r"|I apologi[sz]e for the (?:confusion|error|mistake) in my (?:previous|earlier|last) (?:response|answer|message)\b"
    r"|As of my last (?:knowledge )?(?:update|training)|I don(?:’|')t have access to real-time"
    r"|I(?:’|')m sorry, but I (?:cannot|can(?:’|')t) (?:assist|help|provide|fulfil+)|my knowledge cutoff"
    r"|(?:^|(?<=[.!?] ))(?:The|This) (?:text|article) you(?:’ve|'ve| have)? (?:provided|shared)\b",
    re.MULTILINE,
)
# Whoever writes about such models quotes them.
_ABOUT = pattern(r"\b(?:ChatGPT|chatbots?|language models?|OpenAI|Gemini|Copilot|large language|LLMs?)\b")
_MOST_MENTIONS = 2
_QUOTE = '"“”„«»‘`'


@check(
    severity="warning",
    literals=(
        *("oaicite", *(f"turn{n}" for n in range(10)), "†", "utm_source", "[cite", "[attached_file", "[web:", "grok_"),
        *("here is", "here's", "here’s", "below is", "certainly", "sure", "of course", "absolutely", "great"),
        *("hope this", "hope that", "let me know", "would you like me", "i can", "note: i"),
        *("anything else", "please provide", "regenerate", "translated ", "translation ", "continue generating"),
        *(
            "rewritten ",
            "paraphrased ",
            "revised ",
            "polished ",
            "reworded ",
            "rephrased ",
            "summarised ",
            "summarized ",
        ),
        *(
            "do you want me",
            "for the confusion",
            "for the error",
            "for the mistake",
            "am an ai",
            "’m an ai",
            "'m an ai",
        ),
        *(
            "training data",
            "based on ",
            "this version ",
            "i cannot ",
            "i can't ",
            "i can’t ",
            "i am unable",
            "not able to",
        ),
        *("chatgpt said", "thought for ", "oai_citation"),
        *(
            "language model",
            "as an ai",
            "my last",
            "real-time",
            "i'm sorry",
            "i’m sorry",
            "knowledge cutoff",
            " you provided",
        ),
        *(" you shared", "'ve provided", "’ve provided", "'ve shared", "’ve shared", "have provided", "have shared"),
    ),
)
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
    text = document.text
    for match in _MARKER.finditer(text):
        span = Span(match.start(), match.end())
        yield Finding(span, f"“{match[0]}” is left of a chat model: take it out, and check the source it stood for")
    if len(_ABOUT.findall(text)) > _MOST_MENTIONS:
        return
    for block in document.blocks:
        opening = _OPENING.match(text, block.start, block.end)
        if opening and opening.end() == block.end:
            yield _finding(Span(opening.start(), opening.end()))
        closing = _CLOSING.match(text, block.start, block.end)
        if closing and closing.end() == block.end:
            yield _finding(Span(closing.start(), closing.end()))
    for match in _SELF.finditer(text):
        if text[max(0, match.start() - 1) : match.start()] not in _QUOTE or not match.start():
            yield _finding(Span(match.start(), match.end()))


def _finding(span: Span) -> Finding:
    return Finding(span, "a chat model says this to the one who asked it: take it out, and read the whole text again")
