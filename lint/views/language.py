"""The language of an article: from the settings, from its reader, or from its words."""

from functools import cache
from typing import Any

from lint.document import Document
from lint.views.patterns import pattern

# Function words that English does not share with its neighbours ("in", "so", "was", "die" are German words too).
_ENGLISH = frozenset(
    "the of and to that is with for it as by from this have has had not are were been which would their they who "
    "will its about said after when".split()
)
# In English prose a quarter of all words are among them. Lists of names and headlines hold few: those are asked of
# langdetect, and so are texts in other languages.
_ENGLISH_SHARE = 0.12
_PLAINLY_ENGLISH = 0.2
# With fewer words any answer is a guess.
_FEWEST_WORDS = 8
_FEWEST_LETTERS = 20
_CERTAIN = 0.9
# Of so many words more would be English, if the text were. What lists names is shorter, or is called English.
_ENOUGH, _HARDLY_ENGLISH = 50, 0.03
# Chinese, Japanese, Korean: a sign says as much as so many letters.
_EASTERN = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_LETTERS_A_SIGN = 3
_SHARE_OF_ITS_OWN = 0.1
_SLICE = 4000
# So many characters at three places tell of most English articles that they are; of nearly all; of the others.
_GLANCES = (300, 1000, _SLICE)

_WORD = pattern(r"[^\W\d_]+")
_LATIN = "cs da de en es fi fr hr hu id it nl no pl pt ro sv tr".split()
_OTHER = "ar bg el fa he hi ja ko mk ru th uk ur zh-cn zh-tw".split()


def language(document: Document) -> str:
    """The language as an ISO 639-1 code, or "" where the text is too short or too mixed to tell.

    What the settings or the reader say comes first. A text with its share of English function words is English;
    only what is left is asked of langdetect. “und” (undetermined) is a language that it does not know, but not English.
    """
    stated = document.settings.language or document.meta.get("language", "")
    if stated:
        return stated.replace("_", "-").partition("-")[0].lower()
    for length in _GLANCES:
        sample = _sample(document.text, length)
        if _is_plainly_english(sample):
            return "en"
    found = _WORD.findall(sample.lower())
    # Chinese and Japanese have no spaces between words.
    if len(found) < _FEWEST_WORDS and (_is_latin(found) or sum(map(len, found)) < _FEWEST_LETTERS):
        return ""
    english = sum(word in _ENGLISH for word in found)
    if english >= _ENGLISH_SHARE * len(found) > 0:
        return "en"
    # A page in Chinese or Japanese may hold more names in Latin letters than sentences.
    eastern = "".join(_EASTERN.findall(sample))
    if len(eastern) * _LETTERS_A_SIGN > sum(map(len, found)) - len(eastern):
        return _eastern(eastern)
    code, probability = detected(sample)
    if probability >= _CERTAIN:
        return code
    return "und" if code != "en" and len(found) >= _ENOUGH and english < _HARDLY_ENGLISH * len(found) else ""


def _eastern(signs: str) -> str:
    """Only Japanese has kana, and in each sentence; only Korean has hangul."""
    kana, hangul = (sum(first <= sign <= last for sign in signs) for first, last in ("\u3040\u30ff", "\uac00\ud7af"))
    if hangul > _SHARE_OF_ITS_OWN * len(signs):
        return "ko"
    return "ja" if kana > _SHARE_OF_ITS_OWN * len(signs) else "zh"


def detected(text: str) -> tuple[str, float]:
    """What langdetect makes of a text: the likeliest language and its probability, or ("", 0.0) without a clue.

    Takes milliseconds a paragraph, so ask it last. The same text always gets the same answer.
    """
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory(_is_latin(_WORD.findall(text))).create()
    try:
        detector.append(text)
        best = detector.get_probabilities()[:1]
    except LangDetectException:
        return "", 0.0
    return (best[0].lang.partition("-")[0], best[0].prob) if best else ("", 0.0)


def _is_latin(found: list[str]) -> bool:
    return 2 * sum(word[0] < "\u0250" for word in found) >= len(found)


def _is_plainly_english(text: str) -> bool:
    # Words with their punctuation are found three times as fast; where these are English enough, the others are too.
    roughly = text.lower().split()
    return sum(map(_ENGLISH.__contains__, roughly)) >= _PLAINLY_ENGLISH * len(roughly) > _FEWEST_WORDS


def _sample(text: str, length: int) -> str:
    """Beginning, middle and end of a long text: scraped pages often begin or end with something else."""
    if len(text) <= 3 * length:
        return text
    middle = len(text) // 2
    return "\n".join((text[:length], text[middle : middle + length], text[-length:]))


@cache
def _factory(latin: bool) -> Any:
    """A private detector factory with the profiles of one half of the scripts; the module's global stays untouched."""
    from importlib.resources import files

    from langdetect.detector_factory import DetectorFactory

    profiles = files("langdetect") / "profiles"
    factory = DetectorFactory()
    factory.load_json_profile([(profiles / name).read_text(encoding="utf-8") for name in (_LATIN if latin else _OTHER)])
    # langdetect draws at random; a fixed seed makes the answer depend on the text alone.
    factory.set_seed(0)
    return factory
