"""Letters that were decoded with the wrong table."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Span, check
from lint.views.patterns import pattern

# The first byte of a letter in UTF-8, and the one behind it, as Windows-1252, Mac Roman and the DOS tables show them.
_CONTINUED = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_FIRST = "ÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñò"
_SUSPECT = pattern(rf"[{_FIRST}][{_CONTINUED}]|Â[ \n]|‚Ä|√[©®°±≥≤∞¥µ∂†≠]|ΓÇ|├[⌐⌂á-úÑñ]|[\x80-\x84\x86-\x9f]")
# The next-line sign, which counts as a space, would let every text through.
_LITERALS = (*_FIRST, *"√Γ├", "‚Ä", *(chr(code) for code in range(0x80, 0xA0) if code != 0x85))
_TOKEN_BEFORE = pattern(r"[^ \t\n]{0,60}\Z")
_TOKEN_AFTER = pattern(r"[^ \t\n]{0,60}")
_C1 = pattern("[\x80-\x9f]")
# Of the three bytes of ”, Windows-1252 has no sign for the last one, so programs drop it.
_LOST_BYTE = pattern(rf"â€(?![{_CONTINUED}\w])")
_FARTHEST = 60


@check(severity="error", literals=_LITERALS)
def mojibake(document: Document) -> Iterator[Finding]:
    """Letters that were decoded with the wrong table, such as â€™ for ’.

    Somewhere on its way the text was read as if it were in another encoding, so one letter or quotation mark became two
    or three odd signs. What they were can be told for certain in nearly every case, so putting it back is safe.

    No false alarm in 400,000 words of clean prose. The test is that of the library ftfy, of which only the part that
    mends encodings is used; quotation marks and ligatures stay as they are. Letters with accents, currencies, and
    Portuguese, Vietnamese or Turkish words are left alone.

    ```bad
    The mayor ⟦donâ€™t⟧ speak of it.
    ```
    ```fixed
    The mayor don’t speak of it.
    ```
    ```bad
    They met in a ⟦cafÃ©⟧ at noon.
    ```
    ```fixed
    They met in a café at noon.
    ```
    ```bad
    They said ⟦â€œnoâ€⟧ and left.
    ```
    ```fixed
    They said “no” and left.
    ```
    ```good
    São Tomé, Ångström, Đà Nẵng, naïve, £5, “Â” and garçon: all is well.
    ```
    """
    text = document.text
    done = 0
    for suspect in _SUSPECT.finditer(text):
        if suspect.start() < done:
            continue
        before = _TOKEN_BEFORE.search(text, max(done, suspect.start() - _FARTHEST), suspect.start())
        after = _TOKEN_AFTER.match(text, suspect.end())
        start = before.start() if before else suspect.start()
        done = after.end() if after else suspect.end()
        found = text[start:done]
        right = _mended(found)
        if right != found:
            start, end, found, right = _trimmed(start, found, right)
            if not right:
                continue
            safe = "\ufffd" not in right
            fix = Fix(f"Write “{right}”", (Edit(Span(start, end), right),), safe=safe)
            message = f"“{found}” was decoded with the wrong table: “{right}”"
            yield Finding(Span(start, end), message, fix=fix)


def _mended(text: str) -> str:
    from ftfy import fix_encoding

    mended: str = _LOST_BYTE.sub("”", fix_encoding(text))
    if _C1.search(mended) and not _C1.search(text):
        return text
    return _C1.sub(lambda found: bytes([ord(found[0])]).decode("cp1252", "replace"), mended)


def _trimmed(start: int, found: str, right: str) -> tuple[int, int, str, str]:
    """Without the punctuation around the word, which was right."""
    while len(found) > 1 and found[0] == right[:1] and not found[0].isalnum():
        start, found, right = start + 1, found[1:], right[1:]
    while len(found) > 1 and found[-1] == right[-1:] and not found[-1].isalnum():
        found, right = found[:-1], right[:-1]
    return start, start + len(found), found, right
