# Everything from a bare clone: `make demo`, `make check`, `make test`. Needs Python 3.11+ with venv and pip, and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# the product's packages; those that checks, tests, benchmarks and the notebook need besides; py2neo, which has ended
READY := $(VENV)/.ready
TOOLS := $(VENV)/.tools
PY2NEO := $(VENV)/.py2neo
# nothing is built: each package comes as a wheel of the digest that the lock says
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
SOURCES ?= $(or $(SHISAKU_SOURCES),../shared/seeds)
# the review sheets of the whole government, where they were fetched (shisaku fetch rs 2024)
SHEETS ?= $(wildcard $(SOURCES)/../rs-2024)
# saved answers of calls, where they were fetched (shisaku fetch jgrants)
CALLS ?= $(wildcard $(SOURCES)/../jgrants)

# a worker per core, or one more; tests that share a server or a browser stay with one (tests/workers.py)
TESTS := $(BIN)/python -m pytest -n auto --maxprocesses 6 --durations=25

# else every worker, and every process that a test starts, compiles everything anew
unexport PYTHONDONTWRITEBYTECODE
# threads that wait for each other sleep: they would keep the cores from other workers
export OMP_WAIT_POLICY := passive

.PHONY: setup demo check test test-fast bench fuzz screenshots catalogue licences lock clean

setup: $(READY)

$(READY): requirements-run.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or later is needed, %s is %d.%d: name another with make PYTHON=..." % (sys.executable, *sys.version_info[:2]))'
	@$(PYTHON) -c 'import ensurepip, venv' || { echo "Python's venv and pip are needed: apt-get install python3-venv"; exit 1; }
	@echo "Making $(VENV) from requirements-run.lock (a minute, once) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(INSTALL) -r requirements-run.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(TOOLS): requirements.lock $(READY)
	@echo "Adding what checks and tests need, from requirements.lock (a minute, once) …"
	@$(INSTALL) -r requirements.lock
	@touch $@

$(PY2NEO): requirements-py2neo.lock $(TOOLS)
	@$(INSTALL) -r requirements-py2neo.lock
	@touch $@

demo: setup
	@$(BIN)/shisaku load
	@$(BIN)/shisaku serve

check: $(TOOLS)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

test: $(PY2NEO)
	@command -v chromium >/dev/null || echo "chromium is not installed, the browser tests will skip: apt-get install chromium"
	@fc-list :lang=ja 2>/dev/null | grep -q 'Noto.*CJK' || echo "no Noto CJK font is installed, the PDF tests will skip and pictures may show boxes: apt-get install fonts-noto-cjk"
	@[ -n "$$SHISAKU_TEST_NEO4J_URI" ] || { command -v java && command -v mvn; } >/dev/null || echo "Java 17 or Maven is not installed, the Neo4j tests will skip: apt-get install openjdk-17-jre-headless maven (or name a server whose data may be deleted in SHISAKU_TEST_NEO4J_URI)"
	@$(TESTS)

# what the marks in pyproject.toml name is left to `make test`; fewer strange pages
test-fast: $(PY2NEO)
	@$(TESTS) -m "not neo4j and not browser and not server and not sources and not bundled and not processes and not times" --hypothesis-profile=fast

bench: $(PY2NEO)
	@$(BIN)/python -m benchmarks --sources $(SOURCES)

# whatever may come in at each door, five minutes each (FUZZ="yaml --seconds 60": one of them, shorter)
fuzz: $(TOOLS)
	@$(BIN)/python -m tests.fuzz $(FUZZ)

screenshots: $(TOOLS)
	@$(BIN)/shisaku load --store $(VENV)/screenshots.lbug >/dev/null
	@$(BIN)/python -m dashboard.screenshots --store $(VENV)/screenshots.lbug

catalogue: setup
	@$(BIN)/shisaku extract $(SOURCES) $(SHEETS) $(CALLS) --pack

# every package that the product, its tests and the bridge to py2neo bring, with the licence that it names
licences: $(PY2NEO)
	@$(BIN)/pip-licenses --format=markdown --order=license --with-urls --with-system

# what the locks are made with; they hold names, versions and hashes only
COMPILE := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
lock:
	$(COMPILE) pyproject.toml --extra assistants --extra bench --extra check --extra login --extra notebook --extra setup --extra test --output-file requirements.lock
	$(COMPILE) pyproject.toml --extra assistants --extra login --extra setup --constraint requirements.lock --output-file requirements-run.lock
	printf 'py2neo>=2021.2.4\n' | $(COMPILE) - --constraint requirements.lock --output-file requirements-py2neo.lock

clean:
	rm -rf $(VENV) .shisaku *.egg-info .pytest_cache .hypothesis .mypy_cache .ruff_cache build
