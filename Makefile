# critc: `make` builds the outputs and screens sample patients; `make test` is everything that must
# hold. `make help` lists the rest. Another Python: `make PYTHON=python3.12`.

PYTHON   ?= python3
PROTOCOL ?= criteria/NCT07289048.crit
SAMPLE   ?= tests/patients/sample.jsonl
ROWS     ?= tests/conformance
TESTS    ?= tests

VENV  := .venv
BIN   := $(VENV)/bin
CRITC := $(BIN)/critc
# One stamp for each set of packages: what critc needs, what its tests need, what it is measured with.
RUN   := $(VENV)/.installed-run
DEV   := $(VENV)/.installed-dev
BENCH := $(VENV)/.installed-bench
WEB   := $(VENV)/.installed-web
NPM   := $(VENV)/npm
NODE  := PATH="$(CURDIR)/$(BIN):$$PATH" NODE_PATH="$(CURDIR)/$(NPM)/node_modules"
BIOME := $(NODE) $(NPM)/node_modules/.bin/biome
ESBUILD := $(NODE) $(NPM)/node_modules/.bin/esbuild --bundle --minify --log-level=warning
PIP   := $(BIN)/python -m pip install --quiet

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
# The wrapper's notice of a newer pyright is no finding.
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

say = @printf '\n== %s\n'

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
# The steps share .venv and generated/, and `make test` stops at the first that fails.
.NOTPARALLEL:
.PHONY: all help env build fresh screen test lint types wheel-test pytest conformance bench \
        campaign edits golden format scripts docs pictures recording vsix clean

all: build fresh screen ## environment, outputs, check of freshness, sample patients

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## */\1\t/p' $(MAKEFILE_LIST) | expand -t 14

# --- environment ----------------------------------------------------------------------------------

env: $(DEV) ## the virtual environment, with what the tests need

# Debian ships venv apart from Python: as root the package is installed, anyone else is told.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || \
	  { echo "critc needs Python 3.10 or newer. Name one: make PYTHON=python3.12"; exit 1; }
	@echo "== environment: $(VENV), from $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV) || { \
	  rm -rf $(VENV); \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); \
	  else \
	    echo "Python's venv is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; \
	  fi; }
	@$(PIP) 'pip>=23.1'

$(RUN): pyproject.toml | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(DEV): $(RUN)
	$(PIP) --editable '.[dev]'
	@touch $@

$(BENCH): $(DEV)
	$(PIP) --editable '.[bench]'
	@touch $@

# The page is tested in a real browser, by the rules of axe-core and by the Nu HTML checker (Java). As
# root what Debian has of them is installed, anyone else is told.
SYSTEM := chromium fonts-liberation fonts-dejavu-core default-jre-headless poppler-utils \
  libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

$(WEB): package.json $(DEV)
	@command -v chromium >/dev/null && command -v java >/dev/null && command -v pdftotext >/dev/null && \
	$(BIN)/python -c 'import weasyprint' 2>/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "== system packages: $(SYSTEM)"; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	      apt-get install -y -qq --no-install-recommends $(SYSTEM) >/dev/null; \
	  else \
	    echo "The page's tests need a browser and Java. On Debian or Ubuntu:"; \
	    echo "  sudo apt-get install $(SYSTEM)"; exit 1; \
	  fi; }
	@mkdir -p $(NPM) && cp $< $(NPM)/
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm install --prefix $(NPM) --no-package-lock \
	  --no-audit --no-fund --loglevel=error
	@touch $@

# --- use ------------------------------------------------------------------------------------------

build: $(RUN) ## write generated/ from criteria/
	$(say) "build: generated/ from criteria/"
	$(CRITC) build

fresh: $(RUN) ## say whether generated/ is what criteria/ says
	$(say) "fresh: generated/ is what criteria/ says"
	$(CRITC) build --check

screen: $(RUN) ## screen the sample patients
	$(say) "screen: the sample patients"
	$(CRITC) screen $(PROTOCOL) $(SAMPLE)

# --- tests ----------------------------------------------------------------------------------------

test: lint types fresh wheel-test pytest ## everything that must hold

lint: $(WEB) ## ruff over Python, Biome over the page's scripts and styles, djLint over templates
	$(say) "lint: rules and format"
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIOME) ci compiler/critc/emit compiler/critc/watch editors tests/editors
	$(BIN)/djlint --quiet --lint --extension=html.j2 --profile=jinja --ignore=H020 \
	  compiler/critc/emit compiler/critc/watch

types: $(DEV) ## mypy --strict over all, pyright over generated code
	$(say) "types: compiler, tests and generated code"
	$(BIN)/mypy compiler tests generated docs
	$(BIN)/pyright

# An editable install hides files that the wheel forgets, so the wheel is used where no checkout is.
wheel-test: $(DEV) ## build the wheel, use it in an empty environment
	$(say) "wheel: built, installed and used in an empty environment"
	rm -rf build/wheel
	$(BIN)/python -m build --outdir build/wheel .
	$(BIN)/python tests/installed.py build/wheel $(PROTOCOL) $(SAMPLE)

pytest: $(WEB) ## the tests alone; TESTS=tests/test_x.py for some of them
	$(say) "tests"
	$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal --quiet $(TESTS)

conformance: $(WEB) ## ROWS=folder of worked examples, through every backend
	$(BIN)/python tests/run_conformance.py $(ROWS)

campaign: $(WEB) ## the random tests, for long, with new seeds
	$(BIN)/python -m pytest -m hypothesis --hypothesis-profile=campaign \
	  --hypothesis-show-statistics $(TESTS)

edits: $(DEV) ## slips of the hand in the protocols: how near and how briefly they are told
	$(BIN)/python tests/edits.py

bench: $(BENCH) ## speed, as ratios in one run
	$(BIN)/python bench/run.py

# --- upkeep ---------------------------------------------------------------------------------------

golden: $(WEB) ## rewrite the expected outputs; read the diff before committing it
	$(BIN)/python -m pytest --update-golden $(TESTS)

format: $(WEB) ## format the code, mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIOME) check --write compiler/critc/emit compiler/critc/watch editors tests/editors

# What a page needs is joined beforehand, so that `critc build` needs no Node. The first line of each
# file has the hash of its sources, by which the tests see that it is stale.
PAGE    := compiler/critc/emit/html
ENGINE  := compiler/critc/emit/javascript/runtime
SOURCES  = cat $(sort $(wildcard $(1))) | sha256sum | cut -d' ' -f1
BANNER   = "/* Built by make scripts from sources with SHA-256 $$($(call SOURCES,$(1))) */"

scripts: $(WEB) ## join and shorten the scripts and styles of the page
	$(say) "scripts: $(PAGE)/dist/"
	@$(ESBUILD) $(PAGE)/scripts/index.js --format=iife --global-name=runtime --target=es2022 \
	  --outfile=$(PAGE)/dist/page.js --banner:js=$(call BANNER,$(PAGE)/scripts/*.js $(ENGINE)/*.js)
	@$(ESBUILD) $(ENGINE)/approximation.js --format=iife --global-name=approximation --target=es2022 \
	  --legal-comments=inline --outfile=$(PAGE)/dist/powers.js \
	  --banner:js=$(call BANNER,$(ENGINE)/approximation.js)
	@$(ESBUILD) $(PAGE)/styles/index.css --outfile=$(PAGE)/dist/page.css \
	  --banner:css=$(call BANNER,$(PAGE)/styles/*.css)

# The pages of messages, commands and library are written from what they describe; a warning is an error.
docs: $(DEV) ## the documentation as a site, in build/docs/
	$(say) "docs: build/docs/"
	$(BIN)/python -m sphinx -b html -W --keep-going -q -d build/doctrees docs build/docs

# Put together in build/: the bundle is made from src/, and the licence is the project's.
VSCODE := $(CURDIR)/build/vscode
VSIX   := $(CURDIR)/build/critc.vsix

vsix: $(WEB) ## the extension for VS Code, as build/critc.vsix
	$(say) "vsix: $(VSIX:$(CURDIR)/%=%)"
	@rm -rf $(VSCODE) && mkdir -p $(VSCODE)
	@cp -R LICENSE editors/vscode/. $(VSCODE)/
	@$(ESBUILD) editors/vscode/src/extension.js --platform=node --format=cjs --target=node20 \
	  --external:vscode --legal-comments=inline --outfile=$(VSCODE)/dist/extension.js
	@cd $(VSCODE) && $(NODE) $(CURDIR)/$(NPM)/node_modules/.bin/vsce package --no-dependencies \
	  --allow-missing-repository --out $(VSIX)

pictures: $(WEB) ## docs/*.webp: the page of the first protocol, for the README
	$(say) "pictures: docs/"
	$(BIN)/python docs/photograph.py

recording: $(WEB) ## docs/recording.webp: a mistake, its message over the page, and the page that follows
	$(say) "recording: docs/recording.webp"
	$(BIN)/python docs/record.py

clean: ## remove the environment, builds and caches
	rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
