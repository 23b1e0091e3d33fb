# One command for each thing a person does here; CI runs `make test` and nothing of its own.

PYTHON ?= python3
PIP_ARGS ?=
# A folder of wheels to install from without a network; the folder of `make bundle` brings its own.
WHEELS ?= $(wildcard wheels)
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
STAMP := $(VENV)/installed.stamp
OFFLINE := $(if $(WHEELS),--no-index --find-links="$(WHEELS)")
BUNDLE := bundle

.DEFAULT_GOAL := help
.PHONY: help install run test test-fast check format ingest eval bench bundle clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

install: $(STAMP) ## make .venv with everything in it (PIP_ARGS=… for pip, WHEELS=folder without a network)

$(STAMP): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet $(OFFLINE) $(PIP_ARGS) -c constraints.txt -e '.[dev]'
	touch $@

run: install ## install, build the index where it is stale, open the app on 127.0.0.1:7860
	$(BIN)/python -m ingest || echo "Có tệp chưa vào được kho (lý do ở trên); ứng dụng vẫn mở với những gì đã có."
	$(BIN)/python app.py

test: check ## install, check, all tests
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile $(ARGS)

test-fast: install ## the tests without the slow ones
	$(BIN)/python -m pytest -m "not slow" $(ARGS)

check: install ## format, lint, types, imports, sizes, corpus; changes nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/check_sizes.py
	$(if $(wildcard ingest/checking.py),$(BIN)/python -m ingest --check)

format: install ## put the code in form, mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

ingest: install ## read the documents into the index (ARGS="PATH …" for others than docs_corpus)
	$(BIN)/python -m ingest $(ARGS)

eval: install ## measure the answers on the gold questions; the app's last screen shows the figures
	$(BIN)/python -m ingest
	$(BIN)/python -m assistant evaluate tests/quality/gold-test.jsonl --save assistant/ui/assets/quality.json $(ARGS)

bench: install ## measure speed and size
	for script in $(sort $(wildcard bench/bench_*.py)); do $(BIN)/python $$script || exit 1; done

bundle: install ## write bundle/: the project and all wheels, for a machine without a network
	rm -rf $(BUNDLE)
	mkdir -p $(BUNDLE)/wheels
	git archive HEAD | tar -x -C $(BUNDLE)
	$(PIP) freeze --all --exclude pip --exclude-editable > $(BUNDLE)/wheels/list.txt
	$(PIP) wheel --no-deps $(OFFLINE) $(PIP_ARGS) -r $(BUNDLE)/wheels/list.txt -w $(BUNDLE)/wheels
	@echo "Copy the folder '$(BUNDLE)' to a machine of the same kind and call 'make run' in it."

clean: ## remove what the tools leave behind; .venv and the data stay
	rm -rf build dist $(BUNDLE) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache ./*.egg-info
	find . -path ./$(VENV) -prune -o -name __pycache__ -type d -exec rm -rf {} +
