"""What chat models say to those who ask them, and the marks of sources that their windows show."""

import re
from collections.abc import Iterator

from lint.document import Document
from lint.span import Span
from lint.views.folded import folded
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches, may_occur

# Citations that mean nothing outside the chat window, and addresses that tell where they were copied.
_MARKER = sought(
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
_OPENING = sought(
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
    r"|ChatGPT said:|Thought for (?:a few seconds|\d{1,3} seconds|\d{1,2}m \d{1,2}s)",
    needs=r"Certainly|Sure|Of course|Absolutely|Great|Based on|[Hh]ere|[Bb]elow|\(?Note: |Translated|Rewritten"
    r"|Paraphrased|Revised|Polished|Reworded|I(?:’ve|'ve| have) [trps]|This (?:tr|v)|I (?:can|am )|ChatGPT|Thought",
)
_CLOSING = sought(
    r"I hope (?:this|that)(?: (?:translation|version|summary|draft))? (?:helps|is helpful)[!.](?:\s[^\n]{0,160})?"
    r"|(?:(?:Let me know if you(?:’d|'d| would) like me to|(?:Would you like|Do you want) me to"
    r"|If you(?:’d like|'d like| want), I can(?: also)?(?= (?:translat|rewrit|rephras|paraphras|summari|adjust|shorten"
    r"|expand|refin|revis|tailor|adapt|prepare an? (?:short|long|simpl|version|summary))))"
    rf"(?: also)? {_SERVES}|Is there anything else (?:you(?:’d|'d| would) like me to|I can (?:help|assist) you with)"
    r"|(?:Please )?[Ll]et me know if you(?:’d like| would like|'d like| want| need) (?:any|further|more|other)"
    r" (?:\w+ )?(?:changes|adjustments|edits|revisions|modifications|refinements|tweaks)\b"
    r"|Please provide the (?:text|article) you)[^\n]{0,160}"
    r"|Regenerate response|Continue generating|Translated (?:with|by) (?:ChatGPT|(?:www\.)?DeepL(?:\.com)?\b[^\n]{0,40}"
    r"|Google Translate)\.?",
    needs=r"I hope th|(?:Please )?[Ll]et me|Would you like|Do you want|If you(?:’d|'d| want)|Is there anything"
    r"|Please provide|Regenerate|Continue gen|Translated",
)
_SELF = sought(
    r"As an? (?:AI|language model|AI language model|large language model)(?:,? (?:trained|created|made) by \w+)?,? I\b"
    r"|(?:Please note|Keep in mind|Remember) that I(?:’m|'m| am) an AI\b"
    r"|[Mm]y training data (?:only )?(?:goes|extends)\b"
    r"|I apologi[sz]e for the (?:confusion|error|mistake) in my (?:previous|earlier|last) (?:response|answer|message)\b"
    r"|As of my last (?:knowledge )?(?:update|training)|I don(?:’|')t have access to real-time"
    r"|I(?:’|')m sorry, but I (?:cannot|can(?:’|')t) (?:assist|help|provide|fulfil+)|my knowledge cutoff"
    r"|(?:^|(?<=[.!?] ))(?:The|This) (?:text|article) you(?:’ve|'ve| have)? (?:provided|shared)\b",
    re.MULTILINE,
)
# With one of these words the answer, or its end, begins.
_FIRST = pattern(
    r"\(?(?:Certainly|Sure|Of course|Absolutely|Great|Based on|[Hh]ere|Below|Note|Translated|Rewritten|Paraphrased"
    r"|Revised|Polished|Reworded|I|This|ChatGPT|Thought|Let me|Please|[Ll]et|Would you|Do you|If you|Is there"
    r"|Regenerate|Continue)\b"
)
# Whoever writes about such models quotes them.
_ABOUT = pattern(r"\b(?:ChatGPT|chatbots?|language models?|OpenAI|Gemini|Copilot|large language|LLMs?)\b")
_MOST_MENTIONS = 2
_QUOTE = '"“”„«»‘`'

# Of each kind, strings of which a text must hold one, in lower case.
MARK_LITERALS = (
    *("oaicite", "oai_citation", *(f"turn{digit}" for digit in range(10)), "†", "utm_source", "[cite"),
    *("[attached_file", "[web:", "grok_"),
)
ANSWER_LITERALS = (
    *("here is ", "here's ", "here’s ", "below is "),
    *(f"{stop} {me}" for stop in "!,." for me in ("i'll ", "i’ll ", "i've ", "i’ve ", "let me ")),
    *("note: i", "note: the ", "note: this ", "this translation ", "this version ", "chatgpt said", "thought for "),
    *("translated ", "rewritten ", "rephrased ", "paraphrased ", "summarised the", "summarized the"),
    *("summarised your", "summarized your", "text:", "article:", "version:", "paragraph:"),
    *(f" {verb}{ending}" for verb in ("translate", "rewrite", "fulfil", "continue") for ending in (" this", " that")),
    *(" translate your", " rewrite your", " fulfil your", " fulfill your", " fulfill this", " fulfill that"),
    " continue your",
    *("hope this", "hope that", "let me know if", "would you like me", "do you want me", "like, i can", "want, i can"),
    *("anything else", "please provide", "regenerate", "continue generating"),
)
SELF_LITERALS = (
    *("as an ai", "language model", "am an ai", "’m an ai", "'m an ai", "training data", "in my previous"),
    *("in my earlier", "in my last", "my last ", "access to real-time", "i'm sorry, but", "i’m sorry, but"),
    *("knowledge cutoff", "you provided", "you shared", "'ve provided", "’ve provided", "'ve shared", "’ve shared"),
    *("have provided", "have shared"),
)


def chat_marks(document: Document) -> Iterator[Span]:
    """Citations and addresses that mean nothing outside the window of a chat."""
    if may_occur(document, _MARKER) and _holds(document, MARK_LITERALS):
        for match in matches(document, _MARKER):
            yield Span(match.start(), match.end())


def chat_phrases(document: Document) -> Iterator[Span]:
    """What a model says to the one who asked it; nothing in an article about such models, which quotes them."""
    found = [*_answers(document), *_of_itself(document)]
    if found and len(_ABOUT.findall(document.text)) <= _MOST_MENTIONS:
        yield from found


def _answers(document: Document) -> Iterator[Span]:
    """Lines by which an answer is handed over, or ended."""
    text = document.text
    if not (may_occur(document, _OPENING, _CLOSING) and _holds(document, ANSWER_LITERALS)):
        return
    for block in document.blocks:
        if _FIRST.match(text, block.start, block.end):
            for expression in (_OPENING, _CLOSING):
                match = expression.match(text, block.start, block.end)
                if match and match.end() == block.end:
                    yield Span(match.start(), match.end())


def _of_itself(document: Document) -> Iterator[Span]:
    text = document.text
    if not (may_occur(document, _SELF) and _holds(document, SELF_LITERALS)):
        return
    for match in matches(document, _SELF):
        if not match.start() or text[match.start() - 1] not in _QUOTE:
            yield Span(match.start(), match.end())


def _holds(document: Document, literals: tuple[str, ...]) -> bool:
    text = document.view(folded)
    return any(literal in text for literal in literals)
