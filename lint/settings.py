"""What holds for one document: what the house says, and the data that packs and extensions bring."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any

from lint.records import dataclass


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The part of the configuration that checks and views may see; hashable parts only, so that views can be keyed.

    - `language`: the articles' language as an ISO 639-1 code, or empty where it is to be recognised.
    - `source_languages`: the languages that the articles were translated from.
    - `spelling`: "british" or "american", or empty where either is right.
    - `house`: pairs of a right spelling and the spellings that it replaces; an empty second part declares the name.
    - `words`: words that are right in this house.
    - `packs`: the paths of the packs of rules that are switched on.
    - `data`: what extensions bring (units, epochs, aliases), by name.
    """

    language: str = ""
    source_languages: tuple[str, ...] = ()
    spelling: str = ""
    house: tuple[tuple[str, tuple[str, ...]], ...] = ()
    words: frozenset[str] = frozenset()
    packs: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "data", MappingProxyType(dict(self.data)))

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "data": dict(self.data)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, data=MappingProxyType(state["data"]))
