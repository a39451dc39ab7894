"""Codes of languages in a configuration, and the names that people write in their place."""

import re

# ISO 639, with a region or a script behind it: en, pt-BR, zh_Hant.
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_CODES = {
    "arabic": "ar",
    "bulgarian": "bg",
    "chinese": "zh",
    "czech": "cs",
    "danish": "da",
    "dutch": "nl",
    "english": "en",
    "finnish": "fi",
    "french": "fr",
    "german": "de",
    "greek": "el",
    "hebrew": "he",
    "hungarian": "hu",
    "italian": "it",
    "japanese": "ja",
    "korean": "ko",
    "norwegian": "no",
    "persian": "fa",
    "polish": "pl",
    "portuguese": "pt",
    "romanian": "ro",
    "russian": "ru",
    "spanish": "es",
    "swedish": "sv",
    "turkish": "tr",
    "ukrainian": "uk",
}


def trouble_with(language: str) -> str:
    """What is wrong with a code of a language, in words; empty where it may be one."""
    if _CODE.fullmatch(language):
        return ""
    code = _CODES.get(language.strip().lower())
    hint = f"write “{code}”" if code else "write two letters, such as “en” or “fr”"
    return f"“{language}” is no code of a language: {hint}"
