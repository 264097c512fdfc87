# Every target builds what it needs in .venv; PYTHON chooses the interpreter (3.11 or newer).
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
CORPORA ?= ../shared/corpora

.DEFAULT_GOAL := help
.PHONY: help demo test check lint format types cover bench model clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit("factbase needs Python 3.11 or newer" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[plot]'
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.run

demo: $(VENV)/.run ## the sample article: who said what, when, with what position
	$(BIN)/factbase demo

test: $(VENV)/.dev ## the tests
	$(BIN)/python -m pytest --numprocesses auto

check: lint types cover ## lint, type-check, and test with coverage

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

cover: $(VENV)/.dev
	$(BIN)/python -m pytest --numprocesses auto --cov --cov-report=term

$(VENV)/.train: training/requirements.txt $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement training/requirements.txt
	@touch $@

TEACHER := build/teacher
TAUGHT  := build/taught
MODEL   := build/model

model: $(VENV)/.train ## train, quantise, calibrate and measure the model, into build/model (two to three hours)
	$(BIN)/python -m training.encoder --size base --out build/base
	$(BIN)/python -m training.train --corpora $(CORPORA) --encoder build/base --size base --out $(TEACHER) --epochs 3 \
		--encoder-rate 7e-5 --variants 0.1 --inside 0.3 --seed 5
	$(BIN)/python -m training.encoder --out build/encoder
	$(BIN)/python -m training.train --corpora $(CORPORA) --encoder build/encoder --size deep --out $(TAUGHT) --epochs 5 \
		--teacher $(TEACHER)/epoch3.pt --trust 0.8 --cuts 2 --antecedents --variants 0.2 --inside 0.3 --seed 11
	$(BIN)/python -m training.export --checkpoint $(TAUGHT)/epoch4.pt $(TAUGHT)/epoch5.pt --encoder build/encoder \
		--out $(MODEL) --version dev
	$(BIN)/python -m training.tune --corpora $(CORPORA) --model $(MODEL)

bench: $(VENV)/.dev ## how fast, as JSON
	@$(BIN)/python -m benchmarks.speed $(CORPORA)/polnear/dev/text

format: $(VENV)/.dev ## rewrite the code as ruff formats it
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove what was built
	rm -rf $(VENV) build dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache
