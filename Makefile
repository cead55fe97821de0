# Two commands do everything: `make demo` opens the demo practice, `make test` proves the program.
# Both set up the machine first; a second run skips that within a second.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
OFFSCREEN := QT_QPA_PLATFORM=offscreen

.PHONY: help demo run test bench torture tour pictures format setup lock clean

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: setup ## open the demo practice (with no display: the tour, into demo-out/)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then \
		$(BIN)/practice --demo; \
	else \
		echo "No display here, so the tour runs off screen and leaves its pictures and PDFs in demo-out/."; \
		$(OFFSCREEN) $(BIN)/practice tour demo-out; \
	fi

run: setup ## open your own practice
	@$(BIN)/practice

test: setup ## format, lint, types, import contracts and every test
	$(BIN)/ruff format --check practice tests scripts
	$(BIN)/ruff check practice tests scripts
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(OFFSCREEN) $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

bench: setup ## the measured figures, each beside a baseline from the same run
	$(OFFSCREEN) $(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.names

torture: setup ## the long crash tests: 200 rounds of kill -9 while typing, every fault at every write
	$(OFFSCREEN) TORTURE=1 $(BIN)/python -m pytest tests/crash

tour: setup ## the guided run through the main job, into tour-out/
	$(BIN)/practice tour tour-out

pictures: setup ## take the README's pictures anew
	$(OFFSCREEN) $(BIN)/practice tour tour-out
	sh scripts/pictures.sh tour-out

format: setup ## put the source in its standard form
	$(BIN)/ruff format practice tests scripts
	$(BIN)/ruff check --fix practice tests scripts

setup: $(READY)
	@sh scripts/system-packages.sh

$(READY): requirements.lock pyproject.toml
	@sh scripts/system-packages.sh
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

lock: setup ## pin the newest allowed dependencies with their hashes (needs uv)
	uv pip compile pyproject.toml --extra dev --generate-hashes --universal \
		--python-version 3.11 --no-header --no-annotate --upgrade -o requirements.lock

clean: ## remove the environment and everything made by these commands
	rm -rf $(VENV) demo-out tour-out .mypy_cache .pytest_cache .ruff_cache .hypothesis
