"""What an element hides: where it began, and when it is over, whatever is left open in it."""

from lint.readers.elements import BLOCKS, IMPLIED_ENDS


class Hidden:
    """An element whose content is not shown, and what is open from it on."""

    def __init__(self, tag: str, start: int) -> None:
        self.tag = tag
        self.start = start
        self._open = [tag]
        self._counts = {tag: 1}

    def ended_by_start(self, tag: str) -> bool:
        """Whether a start tag within it ends it, as `<p>` does with `<p hidden>`."""
        if tag in BLOCKS:
            implied = IMPLIED_ENDS[tag]
            while self._open and self._open[-1] in implied:
                self._close()
            if not self._open:
                return True
        elif tag != self.tag:
            return False
        self._open.append(tag)
        self._counts[tag] = self._counts.get(tag, 0) + 1
        return False

    def holds(self, tag: str) -> bool:
        """Whether an end tag is for an element that is open in it, or for itself."""
        return bool(self._counts.get(tag))

    def ended_by_end(self, tag: str) -> bool:
        """Whether the end tag, of an element that it holds, ends it."""
        while self._close() != tag:
            pass
        return not self._open

    def _close(self) -> str:
        tag = self._open.pop()
        self._counts[tag] -= 1
        return tag
