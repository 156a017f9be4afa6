# Two commands: `make run` starts the bot (a console chat without a token), `make test` checks everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Debian's packages that the tests take beside Python's: a real PostgreSQL, and a browser that shows the messages.
TOOLS := postgresql chromium fonts-noto-core

.PHONY: run test tools
.DELETE_ON_ERROR:

run: $(VENV)/.runs
	@$(BIN)/python -m bot

test: $(VENV)/.tests tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --fail-under=95

tools:
	@if ls /usr/lib/postgresql/*/bin/initdb /usr/bin/chromium >/dev/null 2>&1; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && apt-get -qq update && \
		DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends $(TOOLS); then exit 0; fi; \
	echo "some tests will be left out; for them: apt-get install --no-install-recommends $(TOOLS)"

$(VENV)/.runs: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.tests: tests/requirements.txt $(VENV)/.runs
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@
