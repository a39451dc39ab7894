"""Plugins that do what they must not: each is contained and named, and all else is checked."""

import json
import pickle
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from conftest import Desk, Outcome

from lint import Document, Settings
from lint.testing import document

LATIN = "The café is open.".encode("cp1252")
START = "from lint import *\n\n"
HOOK = "\n\n@hookimpl\ndef lint_checks():\n    return [bad]\n"


@dataclass
class Lab:
    """A desk with one article in which a built-in check finds something, and a plugin."""

    desk: Desk

    def run(self, plugin: str, *arguments: str) -> Outcome:
        self.desk.write({"plugins/lab_plugin.py": START + plugin, "a.txt": LATIN})
        sys.modules.pop("lab_plugin", None)
        common = ("check", ".", "--level", "info", "--plugin-dir", "plugins", "--no-cache")
        return self.desk.run(*common, *(arguments or ("--format", "concise")))

    def checks(self, body: str, decorator: str = '@check(severity="warning")', signature: str = "document") -> Outcome:
        """With a check that does as the body says."""
        indented = "\n".join("    " + line for line in body.split("\n"))
        return self.run(f"{decorator}\ndef bad({signature}):\n    '''It misbehaves.'''\n{indented}\n{HOOK}")


@pytest.fixture
def lab(desk: Desk) -> Iterator[Lab]:
    yield Lab(desk)
    sys.modules.pop("lab_plugin", None)


def contained(outcome: Outcome, told: str) -> None:
    """The built-in check was heard, the plugin's fault is told of with its name, and the run says that it failed."""
    assert outcome.out.startswith("a.txt:1:8: warning"), outcome
    assert outcome.out.count("\n") == 1
    assert told in outcome.err
    assert "Traceback" not in outcome.err
    assert outcome.code == 2


SPAN = "yield Finding({}, 'here')"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("raise RuntimeError('sore')", "the check failed: RuntimeError: sore"),
        ("import sys\nsys.exit(0)", "the check failed: SystemExit: 0"),
        ("def deeper():\n    deeper()\ndeeper()", "the check failed: RecursionError"),
        ("return None", "this one returned nothing: is there a `yield`?"),
        ("return 7", "this one returned int"),
        ("return 'here'", "a check yields Finding, not str"),
        ("yield None", "a check yields Finding, not NoneType"),
        (SPAN.format("Span(5, 2)"), "no span runs from 5 to 2"),
        (SPAN.format("Span(-3, 2)"), "no span runs from -3 to 2"),
        (SPAN.format("Span(5, 99)"), "lies outside the text of 17 characters"),
        (SPAN.format("Span(0.0, 2.0)"), "counts in whole numbers"),
        (SPAN.format("(0, 3)"), "the span of a finding: Span is wanted, not tuple"),
        (SPAN.format("None"), "the span of a finding: Span is wanted, not NoneType"),
        ("yield Finding(Span(0, 3), '')", "a finding needs a message"),
        ("yield Finding(Span(0, 3), 7)", "the message of a finding: str is wanted, not int"),
        ("yield Finding(Span(0, 3), 'x', fix='x')", "the fix: Fix is wanted, not str"),
        ("yield Finding(Span(0, 3), 'x', fix=Fix('x', [Edit(Span(0, 1), '')]))", "edits: tuple is wanted, not list"),
        ("yield Finding(Span(0, 3), 'x', fix=Fix('x', (Edit((0, 1), ''),)))", "the span of an edit: Span is wanted"),
        (
            "yield Finding(Span(0, 3), 'x', fix=Fix('x', (Edit(Span(0, 1), None),)))",
            "text of an edit: str is wanted",
        ),
        (
            "yield Finding(Span(0, 3), 'x', fix=Fix('x', (Edit(Span(0, 2), ''), Edit(Span(1, 3), ''))))",
            "two edits of a fix overlap",
        ),
        ("yield Finding(Span(0, 3), 'x', notes=(Note((0, 1), 'x'),))", "the place of a note: Span is wanted"),
        ("document.text = 'mine'\nyield from ()", "FrozenInstanceError: cannot assign to field 'text'"),
        ("document.meta['encoding'] = 'mine'\nyield from ()", "TypeError: 'mappingproxy' object does not support"),
        ("document.settings.data['units'] = 'mine'\nyield from ()", "TypeError: 'mappingproxy' object does not"),
        ("document.blocks.clear()\nyield from ()", "AttributeError: 'tuple' object has no attribute 'clear'"),
        (
            "object.__setattr__(document, 'text', '')\nyield from ()",
            "the check changed the document that it was given; the others saw it as it was",
        ),
    ],
)
def test_a_check_of_a_document(lab: Lab, body: str, told: str) -> None:
    outcome = lab.checks(body)
    contained(outcome, told)
    assert "a.txt: [bad] " in outcome.err


def test_what_a_check_prints_goes_to_standard_error(lab: Lab) -> None:
    outcome = lab.checks("print('look here')\nyield from ()")
    contained(outcome, "a.txt: [bad] the check printed to standard output, which belongs to the report: “look here”")
    assert outcome.err.startswith("look here\n")


def test_what_is_printed_spoils_no_format(lab: Lab) -> None:
    plugin = '@check(severity="warning")\ndef bad(document):\n    print("{")\n    yield from ()\n' + HOOK
    for line in lab.run(plugin, "--format", "jsonl").out.splitlines():
        assert json.loads(line)["check"] == "encoding"


def test_a_check_of_the_report(lab: Lab) -> None:
    outcome = lab.checks("findings.append(1)", '@check.report(severity="info")', "document, findings")
    contained(outcome, "[bad] the check failed: AttributeError: 'tuple' object has no attribute 'append'")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("yield Span(0, 1)", "the map half of a check of the corpus yields (key, span, fix)"),
        ("yield 'key', (0, 1), None", "the span of a mark: Span is wanted, not tuple"),
        ("yield 'key', Span(0, 99), None", "lies outside the text"),
        ("yield 'key', Span(0, 1), 'fix'", "the fix: Fix is wanted, not str"),
    ],
)
def test_the_map_half_of_a_check_of_the_corpus(lab: Lab, body: str, told: str) -> None:
    contained(lab.checks(body, '@check.corpus(severity="info", judge=lambda marks, corpus: ())'), told)


@pytest.mark.parametrize(
    ("judge", "told"),
    [
        ("raise RuntimeError('sore')", "[bad] the check failed: RuntimeError: sore"),
        ("exit()", "[bad] the check failed: SystemExit"),
        ("yield 7", "the judge half of a check of the corpus yields (mark, message, notes)"),
        ("yield 'mark', 'message', ()", "the first part of a verdict: Mark is wanted, not str"),
        ("yield marks[0], '', ()", "a verdict needs a message"),
        ("yield marks[0], 'message', 'notes'", "notes: tuple is wanted, not str"),
        (
            "yield __import__('dataclasses').replace(marks[0], path='etc'), 'x', ()",
            "is on one of the marks that",
        ),
        ("print('look')\n    yield from ()", "[bad] the check printed to standard output"),
    ],
)
def test_the_judge_half_of_a_check_of_the_corpus(lab: Lab, judge: str, told: str) -> None:
    plugin = (
        f"def judge(marks, corpus):\n    {judge}\n\n\n"
        '@check.corpus(severity="info", judge=judge)\ndef bad(document):\n'
        "    '''It misbehaves.'''\n    yield 'key', Span(0, 3), None\n" + HOOK
    )
    contained(lab.run(plugin), told)


@pytest.mark.parametrize(
    ("view", "told"),
    [
        ("print('look')", "[bad] the check printed to standard output"),
        ("object.__setattr__(document, 'text', 'x')", "[bad] the check changed the document"),
        ("raise RuntimeError('sore')", "[bad] the check failed: RuntimeError: sore"),
    ],
)
def test_what_the_view_of_a_check_does_is_told_of_the_check(lab: Lab, view: str, told: str) -> None:
    plugin = (
        f"def looked_at(document):\n    {view}\n    return ()\n\n\n"
        '@check(severity="info", view=looked_at)\ndef bad(document):\n'
        "    '''It misbehaves.'''\n    yield from document.view(looked_at)\n" + HOOK
    )
    contained(lab.run(plugin), told)


@pytest.mark.parametrize(
    ("literals", "told"),
    [
        ("lambda settings: 7", "[bad] its literals cannot be used: TypeError"),
        ("lambda settings: ['']", "[bad] its literals cannot be used: ValueError: every text holds the empty literal"),
        ("lambda settings: 1 / 0", "[bad] its literals cannot be used: ZeroDivisionError"),
    ],
)
def test_literals_that_cannot_be_used(lab: Lab, literals: str, told: str) -> None:
    contained(lab.checks("yield from ()", f'@check(severity="info", literals={literals})'), told)


GOOD = "@check(severity='info')\ndef bad(document):\n    '''Fine.'''\n    yield from ()\n"


@pytest.mark.parametrize(
    ("plugin", "told"),
    [
        (
            "def bad(document): pass" + HOOK,
            "not the function bad: is it decorated with @check?",
        ),
        (GOOD + "\n@hookimpl\ndef lint_checks():\n    return 7", "plugin “lab-plugin”: lint_checks failed: TypeError"),
        (GOOD + "\n@hookimpl\ndef lint_checks():\n    exit()", "plugin “lab-plugin”: lint_checks failed: SystemExit"),
        (GOOD + "\n@hookimpl\ndef lint_cheks():\n    return []", "no hook “lint_cheks”: did you mean “lint_checks”?"),
        (GOOD + "\n@hookimpl\ndef lint_checks(x):\n    return []", "plugin “lab-plugin” cannot be used: "),
        (GOOD + "\nprint('hello')" + HOOK, "plugin “lab_plugin” printed to standard output"),
        (GOOD + "\n@hookimpl\ndef lint_readers():\n    return ['txt']", "lint_readers gives readers, not str"),
    ],
)
def test_a_plugin_that_announces_nonsense(lab: Lab, plugin: str, told: str) -> None:
    contained(lab.run(plugin), told)


def test_a_word_for_literals_is_an_error_at_once(lab: Lab) -> None:
    outcome = lab.checks("yield from ()", '@check(severity="info", literals="very")')
    assert outcome.code == 2
    assert "plugin “lab_plugin” cannot be loaded: TypeError: `literals` are several strings: literals=('very',)" in (
        outcome.err
    )


READER = """
def read(path, data, settings):
    {}


@hookimpl
def lint_readers():
    return [Reader("odd", (".odd",), read)]
"""
MADE = "Document(path, 'text', source='text', pieces={}, settings=settings)"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("raise RuntimeError('sore')", "b.odd: the reader “odd” failed: RuntimeError: sore"),
        ("raise UnreadableError('not today')", "b.odd: not today"),
        ("exit()", "b.odd: the reader “odd” failed: SystemExit"),
        ("return None", "what a reader gives: Document is wanted, not NoneType"),
        (f"return {MADE.format('(Piece(0, 9, 0, 4),)')}", "the piece (0, 9) does not lie in a text of 4 characters"),
        (f"return {MADE.format('(Piece(0, 4, 0, 9),)')}", "does not lie in a source of 4 characters"),
        (f"return {MADE.format('(Piece(2, 4, 2, 4), Piece(0, 2, 0, 2))')}", "overlap or are not in order"),
        (
            f"print('x')\n    return {MADE.format('(Piece(0, 4, 0, 4),)')}",
            "the reader “odd” printed to",
        ),
    ],
)
def test_a_reader(lab: Lab, body: str, told: str) -> None:
    lab.desk.write({"b.odd": "text"})
    contained(lab.run(READER.format(body)), told)


WRITER = """
def write(reports, rules):
    {}


@hookimpl
def lint_writers():
    return [Writer("odd", write)]
"""


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("raise RuntimeError('sore')", "the writer “odd” failed: RuntimeError: sore"),
        ("return None", "the writer “odd” failed: TypeError: "),
        ("yield 7", "the writer “odd” failed: TypeError: a writer yields text, not int"),
        ("for report in reports: print('x')\n    yield from ()", "the writer “odd” printed to standard output"),
    ],
)
def test_a_writer_spoils_no_other(lab: Lab, body: str, told: str) -> None:
    outcome = lab.run(WRITER.format(body), "--format", "concise", "--output", "odd:odd.txt")
    contained(outcome, told)


def test_a_page_that_cannot_be_read_spoils_no_list(lab: Lab) -> None:
    plugin = GOOD.replace("Fine.", "Odd.\n\n    ```worse\n    ```\n    ") + HOOK
    outcome = lab.run(plugin, "--format", "sarif")
    assert outcome.code == 1
    rules = json.loads(outcome.out)["runs"][0]["tool"]["driver"]["rules"]
    assert any("its page cannot be read: a page has no fence “worse”" in json.dumps(rule) for rule in rules) or rules
    listed = lab.desk.run("checks", "--plugin-dir", "plugins")
    assert "(its page cannot be read: a page has no fence “worse”" in listed.out
    explained = lab.desk.run("explain", "bad", "--plugin-dir", "plugins")
    assert (explained.code, "the page of bad cannot be read" in explained.err) == (2, True)


def test_it_holds_in_several_processes(lab: Lab) -> None:
    lab.desk.write({f"{number}.txt": "Fine." for number in range(4)})
    plugin = "@check(severity='info')\ndef bad(document):\n    '''Bad.'''\n    print('look')\n    exit()\n" + HOOK
    outcome = lab.run(plugin, "--format", "concise", "--jobs", "2")
    contained(outcome, "a.txt: [bad] the check failed: SystemExit")
    assert outcome.err.count("the check printed to standard output") == 5


def test_what_is_written_past_python_spoils_no_output_of_several_processes(lab: Lab) -> None:
    plugin = (
        "import os\n\n@check(severity='info')\ndef bad(document):\n    \"Bad.\"\n"
        "    os.write(1, b'noise')\n    yield from ()\n" + HOOK
    )
    outcome = lab.run(plugin, "--format", "concise", "--jobs", "2")
    assert (outcome.code, outcome.out.count("\n")) == (1, 1)
    assert outcome.out.startswith("a.txt:1:8: warning")
    assert "noise" in outcome.err


@pytest.mark.parametrize("copied", [lambda d: d, lambda d: pickle.loads(pickle.dumps(d))])
def test_what_a_document_knows_cannot_be_changed(copied: Callable[[Document], Document]) -> None:
    made = copied(document("text", language="fr", author="me"))
    assert made.meta["author"] == "me"
    with pytest.raises(TypeError):
        made.meta["author"] = "you"  # type: ignore[index]
    with pytest.raises(TypeError):
        made.settings.data["x"] = 1  # type: ignore[index]
    assert pickle.loads(pickle.dumps(Settings(data={"x": 1}))).data == {"x": 1}
