# Everything a person does with this checkout. The environment is .venv, built here and nowhere else.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory
SHELL := /bin/bash
# Compiled modules are kept: without them every process compiles the program anew.
unexport PYTHONDONTWRITEBYTECODE

python := .venv/bin/python
run_ready := .venv/.run-is-ready
dev_ready := .venv/.dev-is-ready
bootstrap := packaging/bootstrap packaging/system-libraries.txt pyproject.toml
# Whole paths: qmllint finds a singleton's qmldir by them only.
qml_files = $(shell find $(CURDIR)/resources/qml -name '*.qml' 2>/dev/null)

.PHONY: help run test check lint format bench soak pictures pictures-check clean

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(run_ready): packaging/requirements/run.txt $(bootstrap)
	@packaging/bootstrap run

$(dev_ready): packaging/requirements/dev.txt $(bootstrap)
	@packaging/bootstrap dev

run: $(run_ready)  ## open the three screens of a demo shop (made on the first run)
	@$(python) packaging/compile_resources.py
	@$(python) -m app demo --open

test: lint  ## everything: the static checks, then every test
	$(python) -m pytest -n 2 --dist worksteal

check: lint  ## the quick loop: the static checks, then the fast tests
	$(python) -m pytest -n 2 --dist worksteal --hypothesis-profile quick \
	  -m 'not slow and not process and not postgres'

lint: $(dev_ready)  ## format, lint, types, import contracts, QML
	$(python) -m ruff format --check .
	$(python) -m ruff check .
	$(python) -m mypy
	.venv/bin/lint-imports
	$(python) packaging/compile_resources.py
	$(if $(qml_files),.venv/bin/pyside6-qmllint --max-warnings 0 \
	  -I $(CURDIR)/build/qml -I $(CURDIR)/resources/qml $(qml_files))

format: $(dev_ready)  ## rewrite the code in the house format
	$(python) -m ruff format .
	$(python) -m ruff check --fix .

bench: $(dev_ready)  ## measure the speed promises, as ratios within one run
	$(python) packaging/compile_resources.py
	$(python) -m tests.bench

soak: $(dev_ready)  ## the kill-and-recover tests, ten times as many rounds
	$(python) packaging/compile_resources.py
	$(python) -m pytest -n 2 --dist worksteal -m process --rounds 200

pictures: $(dev_ready)  ## draw the README's pictures of all screens
	$(python) packaging/compile_resources.py
	$(python) packaging/draw_pictures.py

pictures-check: $(dev_ready)  ## see every scene of the big screens in every language and size
	$(python) packaging/compile_resources.py
	$(python) -m pytest -n 2 --dist worksteal --every-size tests/gui/test_big_screens.py

clean:  ## remove what was built here, the environment included
	rm -rf .venv build dist resources/i18n/*.qm .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find app packaging tests -name __pycache__ -prune -exec rm -rf {} +
