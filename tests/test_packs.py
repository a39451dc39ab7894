"""Packs: rules in TOML and YAML, of every kind: found, explained, suppressed, mended, refused where they must be."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import regex
from conftest import Desk
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.document import Block, Document, Piece
from lint.packtest import tried
from lint.rules.facts import PatternError
from lint.rules.loading import load
from lint.rules.matching import Alternatives, Clock
from lint.rules.scopes import headline
from lint.rules.syntax import read
from lint.span import Span
from lint.testing import document, findings, fixed
from lint.testing.contracts import laws_hold
from lint.views.folded import fold
from lint.views.sentences import sentences

# Rules of the shapes that public styles for Vale have, one a kind and more.
STYLE = {
    "Clock.yml": r"""
extends: existence
message: "Write 'a.m.' or 'p.m.' with stops."
link: "https://example.org/times"
level: error
nonword: true
tokens:
  - '\d{1,2} ?[ap]m\b'
  - '\d{1,2}[AP]M\b'
tests:
  - name: morning
    input: We met at 9 am.
    want: "1:11:Desk.Clock:Write"
  - name: with stops
    input: We met at 9 a.m. in Paris.
""",
    "Passive.yml": r"""
extends: existence
message: "'%s' may be passive."
ignorecase: true
level: suggestion
raw:
  - \b(am|are|were|being|is|been|was|be)\b\s*
tokens:
  - '[\w]+ed'
  - written
  - kept
bad: [The letter ⟦was written⟧ in haste., Doors ⟦are closed⟧.]
good: [He wrote it., The written word is here.]
""",
    "Contractions.yml": """
extends: substitution
message: "Use '%s' instead of '%s'."
level: suggestion
ignorecase: true
action:
  name: replace
swap:
  are not: aren't
  cannot: can't
  no: not any
  it is(?!\\.): it's
bad:
  - text: It is late, and they are not here.
    fixed: It's late, and they aren't here.
  - ⟦No⟧ bread.
good: [Here it is., Cannoted.]
""",
    "Latin.yml": r"""
extends: substitution
message: "Use '%s' instead of '%s'."
nonword: true
swap:
  '\b(?:eg|e\.g\.)(?=[\s,;])': for example
bad: ["Fruit, ⟦e.g.⟧ pears"]
good: [Leg, or egg]
""",
    "SentenceLength.yml": r"""
extends: occurrence
message: "A sentence of %s words."
scope: sentence
level: suggestion
max: 6
token: \b(\w+)\b
bad: [It was a cold day in ⟦March⟧ and the clocks struck. Short one.]
good: [It was a cold day. And the clocks struck thirteen.]
""",
    "Illusions.yml": r"""
extends: repetition
message: "'%s' is repeated!"
alpha: true
ignorecase: true
action:
  name: edit
  params:
    - truncate
    - " "
tokens:
  - '[^\s]+'
bad:
  - text: It was ⟦the the⟧ end.
    fixed: It was the end.
good: [That is all. That was it., "2 2 is no word"]
""",
    "Spelling.yml": """
extends: consistency
message: "Spell '%s' one way."
ignorecase: true
either:
  advisor: adviser
  'organi[sz]er': organiser-in-chief
bad:
  - "An adviser met an adviser. The ⟦advisor⟧ left."
good: [An advisor met an advisor.]
""",
    "Acronyms.yml": r"""
extends: conditional
message: "Spell out '%s'."
ignorecase: false
first: '\b([A-Z]{3,5})\b'
second: '(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)'
exceptions:
  - NATO
bad: [⟦OSCE⟧ came. The World Health Organization (WHO) and NATO left.]
good: ["The World Health Organization (WHO) came.\\nThe WHO left."]
""",
    "Headings.yml": """
extends: capitalization
message: "'%s' should be in sentence case: '%s'"
scope: heading
match: $sentence
indicators: [":"]
exceptions: [macOS, Linux]
action: {name: replace}
bad:
  - text: ⟦The Long Way Home⟧
    fixed: The long way home
good: [The long way home, "The road to Linux", "A way: The short one"]
""",
    "HeadingStops.yml": r"""
extends: existence
message: "No stop at the end of a heading."
nonword: true
scope: heading
action:
  name: edit
  params: [trim_right, ".?!"]
tokens:
  - "[a-z][.?!]$"
bad:
  - {text: "The end⟦⟧", fixed: ""}
""".replace('{text: "The end⟦⟧", fixed: ""}', '{text: "The en⟦d.⟧", fixed: The end}'),
    "Title.yml": """
extends: capitalization
message: "Write '%s' as a title"
match: $title
style: AP
scope: headline
bad: [The long way home]
good: [The Long Way Home, The War of the Words, Life on the iPhone]
""",
}
TOML = """
[utilise]
extends = "substitution"
message = "Write “%s” instead of “%s”."
ignorecase = true
safe = true
swap = { "utili[sz]e" = "use", "at (this|that) point in time" = "now|then", "(\\\\d+) percents" = "$1 percent" }
bad = [
  "They ⟦utilise⟧ it.",
  { text = "Utilize it.", fixed = "Use it." },
  "At that point in time",
  { text = "12 percents", fixed = "12 percent" },
]
good = ["They use it."]

[colons]
extends = "occurrence"
message = "%s colons"
scope = "headline"
level = "error"
token = ":"
max = 1
bad = ["War: the end⟦:⟧ a story"]
good = ["War: the end"]
"""


@pytest.fixture
def style(tmp_path: Path) -> Path:
    folder = tmp_path / "styles" / "Desk"
    folder.mkdir(parents=True)
    for name, text in STYLE.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "meta.json").write_text("{}")
    return folder


def test_rules_of_every_kind_keep_their_examples(style: Path, tmp_path: Path) -> None:
    (tmp_path / "style.toml").write_text(TOML, encoding="utf-8")
    outcomes = [*tried(load(style)), *tried(load(tmp_path / "style.toml"))]
    assert {outcome.name: outcome.faults for outcome in outcomes if outcome.faults} == {}
    assert all(outcome.examples for outcome in outcomes)
    assert len(outcomes) == len(STYLE) + 2


def test_rules_are_checks_like_any_other(style: Path, desk: Desk) -> None:
    desk.write(
        {
            "copydesk.toml": '[lint]\npacks = ["style.toml", "styles/Desk"]\nselect = ["desk", "style"]\n'
            '[lint.severity]\n"desk.passive" = "warning"\n',
            "style.toml": TOML,
            "a.md": "We met at 9 am.\n\n<!-- copydesk: ignore desk.clock -- as he said -->\n\nBack at 10 am.\n\n"
            "They utilise it. It was kept.\n",
        }
    )
    outcome = desk.run("check", "a.md", "--format", "concise")
    assert outcome.out.splitlines() == [
        "a.md:1:11: error Write 'a.m.' or 'p.m.' with stops. [desk.clock]",
        "a.md:7:6: warning Write “use” instead of “utilise”. [style.utilise]",
        "a.md:7:21: warning 'was kept' may be passive. [desk.passive]",
    ]
    assert desk.run("check", "a.md", "--select", "Desk.Clock").code == 1
    assert "desk.clock" in desk.run("checks").out
    page = desk.run("explain", "desk.clock").out
    assert "https://example.org/times" in page
    assert "A rule of the kind existence, in the pack `desk` (`Clock.yml:1`)." in page
    assert '"desk.clock" = "off"' in page
    sarif = json.loads(desk.run("check", "a.md", "--format", "sarif").out)
    rules = {rule["id"]: rule for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["desk.clock"]["shortDescription"]["text"] == "Write 'a.m.' or 'p.m.' with stops."
    desk.run("check", "a.md", "--fix")
    assert "They use it." in (desk.folder / "a.md").read_text()


def test_each_configuration_runs_its_own_packs(desk: Desk) -> None:
    rule = '[{0}]\nextends = "existence"\nmessage = "no %s"\ntokens = ["bread"]\n'
    desk.write(
        {
            "copydesk.toml": '[lint]\npacks = ["one.toml"]\n[[lint.overrides]]\npaths = ["more/**"]\n'
            'packs = ["one.toml", "three.toml"]\n',
            "one.toml": rule.format("a"),
            "three.toml": rule.format("c"),
            "inner/copydesk.toml": '[lint]\npacks = ["../packs/two.toml"]\n',
            "packs/two.toml": rule.format("b"),
            "a.txt": "bread",
            "inner/a.txt": "bread",
            "more/a.txt": "bread",
        }
    )
    found = re.findall(r"^(.*):1:1: .*\[(.*)\]$", desk.run("check", "--format", "concise").out, re.MULTILINE)
    assert found == [("a.txt", "one.a"), ("inner/a.txt", "two.b"), ("more/a.txt", "one.a"), ("more/a.txt", "three.c")]


def test_a_plugin_brings_a_pack(desk: Desk) -> None:
    plugin = (
        "from pathlib import Path\nfrom lint import hookimpl\n\n@hookimpl\ndef lint_packs():\n"
        "    return [Path(__file__).parent / 'house.toml']\n"
    )
    desk.write({"plugins/with_pack.py": plugin, "plugins/house.toml": TOML, "a.txt": "They utilise it."})
    outcome = desk.run("check", "a.txt", "--plugin-dir", "plugins", "--format", "concise", "--select", "house")
    assert outcome.out == "a.txt:1:6: warning Write “use” instead of “utilise”. [house.utilise]\n", outcome.err


def test_test_pack_says_what_is_wrong(desk: Desk) -> None:
    desk.write(
        {
            "good.toml": TOML,
            "bad.toml": '[a]\nextends = "existence"\nmessage = "no"\ntokens = ["bread"]\n'
            'bad = ["butter", "⟦some⟧ bread"]\ngood = ["white bread"]\n'
            '[b]\nextends = "existence"\nmessage = "no"\ntokens = [".*x.*y.*z"]\n',
        }
    )
    assert desk.run("test-pack", "good.toml").out == "2 rules, 7 examples: all as they should be.\n"
    outcome = desk.run("test-pack", "bad.toml")
    assert outcome.code == 1
    assert "bad.toml:1: bad.a: this is bad, but the rule finds nothing in it:\n    butter\n" in outcome.out
    assert "the rule was to find\n    ⟦some⟧ bread\n  but it found\n    some ⟦bread⟧\n" in outcome.out
    assert "this is good, but the rule finds something in it:\n    white ⟦bread⟧\n" in outcome.out
    assert "Without examples (`bad` and `good`): bad.b\n" in outcome.out
    assert desk.run("test-pack", "nothing.toml").code == 2


RULE = 'extends = "existence"\nmessage = "no"\ntokens = ["bread"]\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[a]\nextends = "sequence"\nmessage = "x"', "2: the rule “a”: the kind “sequence” is not supported"),
        (
            '[a]\nextends = "existance"\nmessage = "x"',
            "2: the rule “a”: the kind “existance” does not exist: did you m",
        ),
        ('[a]\nmessage = "x"', "1: the rule “a”: the key `extends` is missing"),
        ('[a]\nextends = "existence"\ntokens = ["x"]', "1: the rule “a”: the key `message` is missing"),
        (f'[a]\n{RULE}tokenz = ["x"]', "5: the rule “a”: there is no key “tokenz”: did you mean “tokens”?"),
        (f"[a]\n{RULE}swap = {{}}", "5: the rule “a”: the key “swap” belongs to substitution; existence has tokens"),
        (f'[a]\n{RULE}pos = "NN"', "5: the rule “a”: the key “pos” is not supported: parts of speech are not known"),
        (f'[a]\n{RULE}scope = "raw"', "5: the rule “a”: the scope “raw” is not supported: markup never reaches"),
        (f'[a]\n{RULE}scope = "headlin"', "the scope “headlin” is not supported: did you mean “headline”?"),
        (f'[a]\n{RULE}level = "fatal"', "there is no level “fatal”: use error, warning, suggestion (or info), off"),
        (f'[a]\n{RULE}action = {{name = "convert"}}', "the action “convert” is not supported"),
        (f'[a]\n{RULE}ignorecase = "maybe"', "`ignorecase` must be true or false"),
        (f'[a]\n{RULE}bad = ["⟦bread"]', "the pins do not pair"),
        ('[a]\nextends = "existence"\nmessage = "%s %s"\ntokens = ["x"]', "`message` has 2 places (%s)"),
        (
            '[a]\nextends = "existence"\nmessage = "x"\ntokens = ["x("]',
            "4: the rule “a”: the pattern “x(”: the bracket",
        ),
        ('[a]\nextends = "existence"\nmessage = "x"\ntokens = ["(a+)+"]', "repeats a repetition"),
        ('[a]\nextends = "existence"\nmessage = "x"\ntokens = [\'(\\w)\\1\']', "\\1 refers back to a group"),
        ('[a]\nextends = "occurrence"\nmessage = "x"\ntoken = "x"', "occurrence needs `max` or `min`"),
        ('a = "b"', "1: “a” is no rule"),
        ("[a", "pack.toml: Expected"),
    ],
)
def test_what_is_not_supported_is_named(text: str, told: str, desk: Desk) -> None:
    desk.write({"pack.toml": text, "copydesk.toml": '[lint]\npacks = ["pack.toml"]\n', "a.txt": "bread"})
    outcome = desk.run("check", "a.txt")
    assert outcome.code == 2
    assert told in outcome.err
    assert "pack.toml" in outcome.err


def test_all_rules_that_cannot_be_used_are_told_of_at_once(style: Path, desk: Desk) -> None:
    (style / "Clock.yml").write_text("extends: script\nmessage: x\n")
    (style / "Latin.yml").write_text("extends: existence\nmessage: x\ntokens: [a]\ntokens: [b]\n")
    desk.write({"copydesk.toml": '[lint]\npacks = ["styles/Desk"]\n'})
    outcome = desk.run("checks")
    assert outcome.code == 2
    assert (
        "styles/Desk/Clock.yml:1: the rule “Clock”: the kind “script” is not supported: packs run no code"
        in outcome.err
    )
    assert "styles/Desk/Latin.yml:4: “tokens” stands here again (first in line 3)" in outcome.err


def test_a_name_with_spaces_is_written_with_hyphens(desk: Desk) -> None:
    desk.write({"copydesk.toml": '[lint]\npacks = ["Our House"]\n', "Our House/No_Bread.toml": RULE})
    assert re.search(r"our-house\.no-bread +warning", desk.run("checks").out)


def test_a_folder_of_styles_names_its_styles(style: Path, desk: Desk) -> None:
    desk.write({"copydesk.toml": '[lint]\npacks = ["styles"]\n'})
    assert "name the folders in it that do: Desk" in desk.run("checks").err


def test_two_rules_of_one_name_are_an_error(desk: Desk) -> None:
    desk.write(
        {
            "copydesk.toml": '[lint]\npacks = ["x/style.toml", "y/style.toml"]\n',
            "x/style.toml": TOML,
            "y/style.toml": TOML,
            "numbers.toml": TOML,
        }
    )
    assert "two checks are called “style.utilise”: x/style.toml:2 and y/style.toml:2" in desk.run("checks").err
    desk.write({"copydesk.toml": '[lint]\npacks = ["numbers.toml"]\n'})
    assert "the pack “numbers” has the name of a group" in desk.run("checks").err


def test_dotted_names_of_rules_need_quotation_marks(desk: Desk) -> None:
    desk.write({"copydesk.toml": '[lint.severity]\nstyle.utilise = "off"\n'})
    assert 'a name with a dot needs quotation marks: "style.utilise"' in desk.run("checks").err


def test_without_packs_nothing_of_them_is_imported(desk: Desk) -> None:
    import subprocess
    import sys

    desk.write({"a.txt": "Fine."})
    code = (
        "import sys; from lint.cli import main; main(['check', 'a.txt']); "
        "print([m for m in sys.modules if m.startswith('lint.rules') or m in ('regex', 'yaml')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=desk.folder, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")


def test_a_slow_pattern_is_contained_and_named(desk: Desk) -> None:
    desk.write(
        {
            "copydesk.toml": '[lint]\npacks = ["slow.toml"]\n',
            "slow.toml": f'[dots]\nextends = "existence"\nmessage = "x"\ntokens = [".*foo.*bar.*x"]\n[ok]\n{RULE}',
            "a.txt": "foo bar " * 20_000 + "\nbread",
        }
    )
    outcome = desk.run("check", "a.txt", "--format", "concise", "--select", "slow")
    assert outcome.code == 2
    assert "[slow.dots] the check failed: SlowPatternError: its pattern takes too long" in outcome.err
    assert "bread" not in outcome.out or "[slow.ok]" in outcome.out
    assert "[slow.ok]" in outcome.out


@pytest.mark.parametrize("name", STYLE)
def test_the_laws_of_every_check_hold_for_rules(name: str, style: Path) -> None:
    (rule,) = load(style / name)
    for text in ("", "\ufeffIt was the the end", "a\x0cb", "قال: «نعم»\n\nThe The Advisor, adviser", "e\u0301" * 90):
        laws_hold(rule, text, {})


WORDS = (
    "utilise Utilize use it is It cannot are not the the no 12 percents at this point in time was kept OSCE am . , — ’"
)
ARTICLE = st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=30).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(text=ARTICLE)
def test_a_substitution_mends_what_it_finds(text: str, packs: dict[str, Path]) -> None:
    for rule in (load(packs["toml"])[0], load(packs["desk"] / "Contractions.yml")[0]):
        found = [d for d in findings(rule, text) if d.fix is not None]
        mended = fixed(text, found)
        again = [d for d in findings(rule, mended) if d.fix is not None]
        # What the mending brings together may be found anew, but nothing that was mended.
        assert len(again) <= len(found)
        if found:
            assert mended != text


@settings(max_examples=30, deadline=None)
@given(text=ARTICLE, order=st.permutations(sorted(STYLE)))
def test_the_order_of_rules_does_not_matter(text: str, order: list[str], packs: dict[str, Path]) -> None:
    def said(names: list[str]) -> list[tuple[str, int, int, str]]:
        found = [(rule.name, d) for n in names for rule in load(packs["desk"] / n) for d in findings(rule, text)]
        return sorted((name, d.start.line, d.start.column, d.message) for name, d in found)

    assert said(order) == said(sorted(STYLE))


@settings(max_examples=200, deadline=None)
@given(text=ARTICLE)
def test_leaving_out_what_cannot_match_changes_no_match(text: str) -> None:
    sources = ["utili[sz]e", "it is", r"\w+ed", "(?i)NO", "point|time", r"\d+ per", "are not(?= the)", "OSCE"]
    alternatives = Alternatives(tuple(map(read, sources)), ignorecase=True)
    whole = regex.compile(alternatives.source(alternatives.patterns), regex.MULTILINE | regex.IGNORECASE)
    made = Document("a", text, source=text, pieces=(Piece(0, len(text), 0, len(text)),))
    spans = [Span(0, len(text))]
    assert [m[:2] for m in alternatives.matches(made, spans, Clock(made))] == [m.span() for m in whole.finditer(text)]


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("packs")
    (folder / "Desk").mkdir()
    for name, text in STYLE.items():
        (folder / "Desk" / name).write_text(text, encoding="utf-8")
    (folder / "style.toml").write_text(TOML, encoding="utf-8")
    return {"desk": folder / "Desk", "toml": folder / "style.toml"}


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        (r"a(?i)b|c", "aB C c", ["aB", "C", "c"]),
        (r"x{2,}y", "xxxy xy", ["xxxy"]),
        (r"\Qa.b\E", "a.b axb", ["a.b"]),
        (r"[[:digit:]]+[^\s]", "12x", ["12x"]),
        (r"\x{e9}t\u00e9", "été", ["été"]),
        (r"(?P<n>a)(?<m>b)", "ab", ["ab"]),
        (r"can't", "can’t can't", ["can’t", "can't"]),
        (r"a lot", "a\u00a0lot a\nlot", ["a\u00a0lot", "a\nlot"]),
        (r"a {2,}b", "a  b a\n\nb", ["a  b"]),
        (r"(?<!:[^ ]+?):\s[A-Z]", "one: Two", [": T"]),
        (r"{a}", "{a}", ["{a}"]),
        (r"[]a-]+", "]-a", ["]-a"]),
        (r"naïve\z", "naïve", ["naïve"]),
        (r"\p{Lu}\pL+", "Éte x", ["Éte"]),
    ],
)
def test_patterns_are_read_as_vale_reads_them(source: str, text: str, found: list[str]) -> None:
    assert [m[0] for m in regex.compile(read(source).source).finditer(text)] == found


@pytest.mark.parametrize("source", ["(a*)*", r"(\w+\s*)+x", "(a|b*)+", r"((?:a+,?)+)+", r"(?:.*,)+", r"(\d+|\w)+x"])
def test_patterns_that_may_take_for_ever_are_refused(source: str) -> None:
    with pytest.raises(PatternError, match="repeats a repetition"):
        read(source)


@pytest.mark.parametrize("source", [r"(?:\w+ )+by", r"(?:[^,]+,)+", r"(?:[A-Z][a-z]+ )+\(", r"(?:ab?c)+", r"(?:a{2})*"])
def test_patterns_with_a_sure_way_are_taken(source: str) -> None:
    assert read(source).source


def test_sentences_end_where_they_end() -> None:
    text = "Mr. Smith of the U.S. Army paid $3.50 on Jan. 5. “Why?” he asked. No. It was J. R. Ewing!\nLast one"
    made = document(text)
    assert [span.of(text) for span in made.view(sentences)] == [
        "Mr. Smith of the U.S. Army paid $3.50 on Jan. 5.",
        "“Why?” he asked.",
        "No.",
        "It was J. R. Ewing!",
        "Last one",
    ]


def test_the_headline_is_found_without_markup() -> None:
    assert document("War ends: a story\n\nIt was over.").view(headline) == 0
    assert document("It was over.\n\nSo they said.").view(headline) == -1
    made = replace(document("a\nb"), blocks=(Block(0, 1, "heading", 2), Block(2, 3, "heading", 1)))
    assert made.view(headline) == -1


def test_a_changed_rule_is_not_answered_from_the_cache(desk: Desk) -> None:
    desk.write(
        {"copydesk.toml": '[lint]\npacks = ["p.toml"]\nselect = ["p"]\n', "p.toml": f"[a]\n{RULE}", "a.txt": "bread"}
    )
    for message in ("no", "never"):
        desk.write({"p.toml": f"[a]\n{RULE}".replace('"no"', f'"{message}"')})
        assert desk.run("check", "--format", "concise").out == f"a.txt:1:1: warning {message} [p.a]\n"


def test_several_processes_find_the_same(desk: Desk) -> None:
    desk.write({"copydesk.toml": '[lint]\npacks = ["p.toml"]\nselect = ["p"]\n', "p.toml": f"[a]\n{RULE}"})
    desk.write({f"{n}.txt": "bread" for n in range(6)})
    one = desk.run("check", "--no-cache", "--jobs", "1")
    assert one.out.count("[p.a]") == 6
    assert desk.run("check", "--no-cache", "--jobs", "2").out == one.out


BITS = [
    *"()[]{}*+?|\\^$.-,:=!<>aAé1 '’\n&~#",
    "(?:",
    "(?=",
    "(?<!",
    "(?i)",
    "(?-i:",
    r"\b",
    r"\w",
    r"\p{Lu}",
    "[^",
    "{2,}",
]
BITS += ["{0,3}", "[[:alpha:]]", "(?P<n>", r"\x{e9}", r"\Q", r"\E", "&&", r"\z", "(?>", "the", "e.g.", "U.S."]


@settings(max_examples=300, deadline=None)
@given(source=st.lists(st.sampled_from(BITS), max_size=9).map("".join), capture=st.booleans())
def test_whatever_is_read_can_be_matched_and_holds_what_it_must(source: str, capture: bool) -> None:
    try:
        pattern = read(source, capture=capture)
    except PatternError:
        return
    engine = regex.compile(pattern.source, regex.MULTILINE | regex.IGNORECASE)
    assert engine.groups == pattern.groups * capture
    for match in engine.finditer("The cat of the U.S. is 1 — naïve 'é’ e.g. aA1&&\n#~{2}", timeout=5):
        found = fold(match[0])
        assert not pattern.required or not found or any(fold(string) in found for string in pattern.required)
        assert pattern.exact is None or found in set(map(fold, pattern.exact))


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (r"\p{Nonsense}", "there is no kind of characters"),
        ("[[:alfa:]]", "there is no kind of characters"),
        ("a{3,2}", "the larger number stands behind"),
        ("a**", "two repetitions in a row"),
        ("(?x)a", "there is no flag “x”"),
        ("[z-a]", "is no range of characters"),
        ("a)", "closes nothing"),
        ("(" * 50 + "a" + ")" * 50, "too deep"),
    ],
)
def test_mistakes_in_patterns_are_told_of(source: str, told: str) -> None:
    with pytest.raises(PatternError, match=re.escape(told)):
        read(source)
