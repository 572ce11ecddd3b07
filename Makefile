# Everything here sets up .venv by itself; a second time there is nothing left to set up.
FITTING := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 15))
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do $$p -c '$(FITTING)' 2>/dev/null && echo $$p && break; done)
NEEDED := Python 3.11 to 3.15 is needed; name it: make PYTHON=python3.11
TESTS := -q -n 2 --dist loadfile -m "not slow"
INSTALL := .venv/bin/python -m pip install -qq --disable-pip-version-check -c constraints.txt

.PHONY: help demo test faults mutants examples update clean

help:
	@echo "make demo    see it: one scenario against its baseline, with a table and pictures"
	@echo "make test    trust it: the tests"
	@echo "make faults  kills experiments at 200 random moments and compares (a quarter of an hour; KILLS=20 for fewer)"
	@echo "make mutants puts one thing wrong into each rule at a time and counts how often the stories notice (a minute or two)"
	@echo "make examples draws the README's pictures and the page of the evidence anew (a quarter of an hour; needs Chromium)"
	@echo "make update  tries the newest libraries in .venv-update; if the tests pass, constraints.txt names them"
	@echo "make clean   removes .venv and what was built; never touches results/"

demo: .venv/.ready
	.venv/bin/famschool run first_look

test: .venv/.ready-for-tests
	@.venv/bin/python -m sim.warm
	.venv/bin/python -m pytest $(TESTS)

faults: .venv/.ready-for-tests
	.venv/bin/python -m tests.faults.killed $(or $(KILLS),200)

mutants: .venv/.ready-for-tests
	.venv/bin/python -m tests.mutants

examples: .venv/.ready-for-tests
	.venv/bin/python -m experiments.examples
	.venv/bin/famschool validate

# Beside .venv, so that what works goes on working; constraints.txt is touched last, and only when all before went well.
NEWEST := .venv-update/bin/python -m
update:
	@$(PYTHON) -c '$(FITTING)' 2>/dev/null || { echo "$(NEEDED)"; exit 1; }
	$(PYTHON) -m venv --clear .venv-update
	$(NEWEST) pip install -qq --disable-pip-version-check -e ".[test]"
	@$(NEWEST) sim.warm
	$(NEWEST) pytest $(TESTS)
	@$(NEWEST) pip list --disable-pip-version-check --format=freeze --exclude-editable \
		--exclude pip --exclude setuptools --exclude wheel > .venv-update/installed
	@$(PYTHON) -c 'import sys; sys.stdout.writelines(sorted(sys.stdin, key=str.lower))' \
		< .venv-update/installed > .venv-update/constraints.txt
	@diff constraints.txt .venv-update/constraints.txt && echo "Nothing is newer." || true
	@mv .venv-update/constraints.txt constraints.txt

.venv/.ready: pyproject.toml constraints.txt
	@$(PYTHON) -c '$(FITTING)' 2>/dev/null || { echo "$(NEEDED)"; exit 1; }
	@echo "Setting up .venv with $$($(PYTHON) -V) (once, about a minute)"
	@.venv/bin/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@$(INSTALL) -e .
	@touch $@

.venv/.ready-for-tests: .venv/.ready
	@echo "Adding the test tools to .venv (once)"
	@$(INSTALL) -e ".[test]"
	@touch $@

clean:
	rm -rf .venv .venv-update build dist .pytest_cache .ruff_cache .hypothesis
	find sim experiments tests -name __pycache__ -prune -exec rm -rf {} +
