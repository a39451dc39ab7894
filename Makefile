# `make demo` installs copydesk and lints the sample articles; `make test` installs what the tests need and runs them.
# Both make their own environment and need nothing but Python 3.11 or newer.

PYTHON ?= python3
DEMO = .venv-demo
TEST = .venv-test

.PHONY: demo test check benchmark docs expected packs clean

demo: $(DEMO)/done
	@$(DEMO)/bin/copydesk check seeds || test $$? -eq 1

test: $(TEST)/done
	$(TEST)/bin/python -m pytest

# What CI runs besides the tests.
check: $(TEST)/done
	$(TEST)/bin/ruff check .
	$(TEST)/bin/ruff format --check .
	$(TEST)/bin/mypy

# What linting costs, for people to read: never a reason to fail.
benchmark: $(TEST)/done
	-$(TEST)/bin/python benchmarks/linting.py --rounds 3

# The pages in docs/checks, made from the checks.
docs: $(TEST)/done
	$(TEST)/bin/python -m lint.docs docs/checks

# Installed as a stranger would: anew whenever the package changed.
$(DEMO)/done: pyproject.toml hatch_build.py $(wildcard native/*) $(shell find lint -type f -not -name "*.pyc")
	$(PYTHON) -m venv $(DEMO)
	$(DEMO)/bin/pip install --quiet --disable-pip-version-check .
	touch $@

# Editable: the tests see the files as they are, but for the modules in C, which are built anew when they changed.
$(TEST)/done: pyproject.toml hatch_build.py $(wildcard native/*)
	$(PYTHON) -m venv $(TEST)
	$(TEST)/bin/pip install --quiet --disable-pip-version-check --editable ".[test]"
	touch $@

# What the checks say of the sample articles; read the difference before you commit it.
expected: $(TEST)/done
	$(TEST)/bin/copydesk check seeds --level info --format jsonl > seeds/expected.jsonl || test $$? -eq 1

# The indexes of the packs of phrases and of wording; run it after a pack changed.
packs: $(TEST)/done
	$(TEST)/bin/python scripts/build_phrases.py
	$(TEST)/bin/python scripts/build_wording.py

clean:
	rm -rf .venv-demo .venv-test build dist
