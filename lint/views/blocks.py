"""Which block a place of the text lies in, and which blocks stand at the head of the page and not in the article."""

from bisect import bisect_right

from lint.document import Block, Document


def block_at(document: Document, place: int) -> Block:
    """The block in which a place of the text lies, or behind which it does. Raises IndexError without blocks."""
    return document.blocks[max(0, bisect_right(document.view(_starts), place) - 1)]


def is_summary(document: Document, block: Block) -> bool:
    """Whether a block is, word for word, the description that the head of the page or the front matter gives."""
    described = document.meta.get("description", "")
    return len(described) == block.end - block.start > 0 and document.text.startswith(described, block.start)


def _starts(document: Document) -> list[int]:
    return [block.start for block in document.blocks]
