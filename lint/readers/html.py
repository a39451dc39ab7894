"""HTML: the text that a page shows, in blocks, each character with its place in the file."""

import re

from lint.document import Document
from lint.readers.building import Builder
from lint.readers.decoding import decode
from lint.readers.frontmatter import front_matter
from lint.readers.markup import walk
from lint.readers.templates import masked
from lint.settings import Settings

_CHARSET = re.compile(
    rb"""<meta\s[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE
)
_HEAD = 4096
# What pages mean by these names, as browsers read them.
_MEANT = {
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "iso-8859-9": "cp1254",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
}


def read(path: str, data: bytes, settings: Settings) -> Document:
    """The document of an HTML file. Raises UnreadableError (see `decode`), also for a page nested too deep."""
    decoded = decode(data, _declared(data))
    builder = Builder()
    markup = decoded.text.replace("\r\n", " \n").replace("\r", "\n")
    front = front_matter(markup)
    markup = " " * front.end + masked(markup, front.end)[front.end :]
    meta = decoded.meta | front.tell(builder)
    said = walk(markup, builder)
    return builder.document(path, decoded.text, said | meta | {"markup": "html"}, settings)


def _declared(data: bytes) -> str:
    """The encoding that a page says it has; UTF-16 cannot be meant by a page in which this can be read."""
    found = _CHARSET.search(data[:_HEAD])
    name = found[1].decode("ascii").lower() if found else ""
    return "" if "utf" in name or "escape" in name else _MEANT.get(name, name)
