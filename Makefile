# Gongdan. A newcomer needs two commands: "make run" and "make test". "make help" lists the rest.

PYTHON ?= python3
PREPARE := $(PYTHON) -m tools.prepare
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
# What measures time or waits for a browser may fail by a hiccup of the machine: it gets one more try, alone, and says so.
ONCE_MORE := echo "These failed, and are run once more by themselves:" && $(PYTEST) --last-failed --last-failed-no-failures none
NPM_RUN := $(PYTHON) -m tools.prepare.web

HAS_WEB := $(wildcard web/package.json)
HAS_E2E := $(wildcard tests/e2e/test_*.py)

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help run test dev lint types unit serial e2e web web-check bench soak docs quality format screenshots prepare

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Build what has changed and serve on http://127.0.0.1:8000
	@$(PREPARE) run $(if $(HAS_WEB),web)
	@GONGDAN_DEMO=$${GONGDAN_DEMO:-on} exec $(BIN)/gongdan serve

test: ## Check and test everything, as the continuous integration does
	@$(PREPARE) develop $(if $(HAS_WEB),web) browser mail-server
	@$(MAKE) lint
	@$(MAKE) types
	@$(if $(HAS_WEB),$(MAKE) web-check)
	@$(MAKE) unit
	@$(MAKE) serial
	@$(if $(HAS_E2E),$(MAKE) e2e)

dev: prepare ## Serve the API, and the web app with hot reload on http://127.0.0.1:5173
	@$(PREPARE) web-packages
	@trap 'kill 0' INT TERM EXIT; GONGDAN_DEMO=$${GONGDAN_DEMO:-on} $(BIN)/gongdan serve & $(NPM_RUN) dev & wait

lint: prepare ## Style, imports, architecture, licences
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/lint-imports --no-logo --cache-dir .cache/imports
	@$(BIN)/python -m tools.licences

types: prepare ## Static types
	@$(BIN)/mypy

unit: prepare ## All tests that may run side by side
	@$(PYTEST) -n 2 --dist worksteal -m "not serial and not e2e"

serial: prepare ## Tests that kill servers or measure time, one file beside one other
	@$(PYTEST) -n 2 --dist loadfile -m "serial and not e2e" || ($(ONCE_MORE) -m "serial and not e2e")

e2e: prepare ## Tests in a real browser
	@$(PREPARE) web browser
	@$(PYTEST) -n 2 --dist loadfile -m e2e || ($(ONCE_MORE) -m e2e)

web: ## Build the web app
	@$(PREPARE) web

web-check: ## Style, types and tests of the web app
	@$(PREPARE) web-packages
	@$(NPM_RUN) check
	@$(NPM_RUN) test

bench: prepare ## Measure throughput and latency
	@$(BIN)/python -m benchmarks

soak: prepare ## The tests that kill servers, many rounds, and the whole document fuzzed
	@GONGDAN_OPERATION_ITEMS=5000 $(PYTEST) tests/domains/operations --timeout 7200
	@GONGDAN_KILL_ROUNDS=200 $(PYTEST) -m "serial and not e2e" --timeout 7200
	@GONGDAN_FUZZ=$${GONGDAN_FUZZ:-50} $(PYTEST) tests/api/test_fuzz.py --timeout 7200

docs: prepare ## Write the documents that are made from the code
	@$(BIN)/python -m tools.docs

quality: prepare ## Measure how well mails and texts are read, on real data (GONGDAN_TEST_DATA)
	@$(BIN)/python -m tools.quality

format: prepare ## Format all sources
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .
	@$(if $(HAS_WEB),$(PREPARE) web-packages && $(NPM_RUN) format)

screenshots: prepare ## Pictures of the main screens, in docs/images
	@$(PREPARE) web browser
	@$(BIN)/python -m tools.screenshots

prepare:
	@$(PREPARE) develop
