# Everything runs in a virtual environment of its own; nothing is needed but Python 3.11 or later and make.
# Another interpreter:  make test PYTHON=python3.12

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

.DEFAULT_GOAL := help
.NOTPARALLEL: # two pip installs into one environment must not meet
.PHONY: help demo test test-long lint format bench slips audit-measure mutants build books pictures manual-pictures offline-bundle clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

demo: $(VENV)/.installed ## run the sample from workbook to report
	$(BIN)/jixiao demo

# The tests start hundreds of processes, which need not all compile the house anew.
test test-long: export PYTHONDONTWRITEBYTECODE :=

test: $(VENV)/.installed-test ## run the tests
	$(BIN)/pytest -n 3 --dist worksteal

test-long: $(VENV)/.installed-test ## run what widens these tests, and what they generate at full volume (CI does both)
	JIXIAO_TESTS=all $(BIN)/pytest -n 3 --dist worksteal -m "volume or exhaustive"

lint: $(VENV)/.installed-dev ## check format, style, types and layers
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.installed-dev ## put the code into the common format
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

bench: $(VENV)/.installed-test ## measure
	$(BIN)/python tests/benchmarks/run.py
	$(BIN)/python tests/benchmarks/run.py --desk 200

slips: $(VENV)/.installed-test ## plant slips in workbooks and measure what the diagnosis finds
	$(BIN)/python tests/slips/measure.py
	$(BIN)/python tests/slips/sample_cells.py
	$(BIN)/python tests/slips/whole_rows.py

audit-measure: $(VENV)/.installed-test ## write invented reports with slips and measure what the audit finds
	$(BIN)/python tests/audit_reports/measure.py
	$(BIN)/python tests/audit_reports/by_hand_measure.py --brief

mutants: $(VENV)/.installed-mutants ## change the code in small ways and see which changes no test notices (GROUP=relation)
	$(BIN)/python tests/mutants/run.py $(GROUP)

build: $(VENV)/.installed ## prove the packs' data and regenerate what follows from it as text
	$(BIN)/jixiao build

books: $(VENV)/.installed ## the same, and the committed workbooks and reports (before a release, after a change of a form)
	$(BIN)/jixiao build --books

pictures: $(VENV)/.installed ## render the demo's workbook and report to build/pictures (needs LibreOffice)
	$(BIN)/jixiao demo build/demo
	$(BIN)/python tests/office.py pictures build/pictures build/demo

manual-pictures: $(VENV)/.installed-test ## make the pictures of the manual anew (needs LibreOffice, Xvfb and xdotool)
	$(BIN)/python tests/manual_pictures.py

offline-bundle: $(VENV)/.installed-test ## make the zip for Windows without internet, in dist/ (PYTHON_THERE=3.12, or PYTHON_EMBED=python-3.x-embed-amd64.zip to bring Python along)
	$(BIN)/python offline/bundle.py dist --python $(or $(PYTHON_THERE),3.12) \
	  $(if $(PYTHON_EMBED),--embed "$(PYTHON_EMBED)") $(if $(PYTHON_EMBED_SHA256),--embed-sha256 $(PYTHON_EMBED_SHA256))

clean: ## remove the environment and everything built
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

# Stamps: a wider set of packages contains the narrower ones, so it stamps them too.
$(VENV)/.installed: $(VENV)/.made pyproject.toml
	$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.made pyproject.toml
	$(BIN)/pip install --quiet --editable '.[test]'
	@touch $(VENV)/.installed $@

$(VENV)/.installed-dev: $(VENV)/.made pyproject.toml
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $(VENV)/.installed $(VENV)/.installed-test $@

$(VENV)/.installed-mutants: $(VENV)/.made pyproject.toml
	$(BIN)/pip install --quiet --editable '.[mutants]'
	@touch $(VENV)/.installed $(VENV)/.installed-test $@

$(VENV)/.made:
	@$(or $(PYTHON),false) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "jixiao needs Python 3.11 or later; found: $(or $(PYTHON),none). Name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@
