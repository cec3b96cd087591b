# make demo: build the graph of the sample announcements.   make test: every check.   make bench: how fast.   Both set up what they need.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin

.PHONY: demo test bench packages clean

demo: .venv/.installed
	$(BIN)/kg build data/announcements -o output
	@echo
	@echo "Open output/graph.html in a browser, or ask the graph:"
	@echo "    $(BIN)/kg query who-met-whom"
	@echo "    $(BIN)/kg query --list"

test: .venv/.installed-dev packages
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	rm -rf dist && $(BIN)/python -m build --outdir dist .
	HABAR_DIST=$(CURDIR)/dist $(BIN)/python -m pytest -n auto --dist loadfile

# Speed and memory; takes some minutes. COUNTS="1000 10000" for more.
bench: .venv/.installed-dev
	$(BIN)/python -m tests.benchmarks.bench_resolve $(COUNTS)
	$(BIN)/python -m tests.benchmarks.bench_build $(COUNTS)
	$(BIN)/python -m tests.benchmarks.bench_cluster $(COUNTS)
	$(BIN)/python -m tests.benchmarks.bench_view
	$(BIN)/python -m tests.benchmarks.bench_words
	$(BIN)/python -m tests.benchmarks.bench_start
	$(BIN)/python -m tests.benchmarks.bench_peers
	$(BIN)/python -m tests.benchmarks.bench_graph

.venv/.made:
	@test -n "$(PYTHON)" || { echo "Habar needs Python 3.11, 3.12 or 3.13; install one or say make PYTHON=/path/to/it"; exit 1; }
	$(PYTHON) -m venv .venv || { echo "This Python cannot make virtual environments; install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	touch $@

.venv/.installed: .venv/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/.installed-dev: .venv/.installed
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

packages:
	@sh .ci/packages

clean:
	rm -rf .venv dist output/graph.* output/store output/report.json
