# The product for teams: `docker compose up` (docker-compose.yml). Debian and Python as in the tests; every package comes from the lock, as a wheel.
FROM python:3.11.14-slim-bookworm AS build
WORKDIR /src
COPY requirements.lock ./
# the extras of pyproject.toml are taken out again: for tests, checks, benchmarks and notebooks
# (but for jsonschema, which the dashboard's charts need, too)
RUN python -m venv --without-pip /opt/shisaku \
 && pip --python /opt/shisaku/bin/python install --no-cache-dir --require-hashes --only-binary :all: -r requirements.lock \
 && pip --python /opt/shisaku/bin/python uninstall --yes fonttools fpdf2 hypothesis mypy pandas-stubs playwright pre-commit py2neo pytest pytest-cov pytest-xdist ruff scikit-learn types-networkx types-openpyxl types-pyyaml
COPY pyproject.toml README.md LICENSE shisaku.py ./
COPY commands commands
COPY dashboard dashboard
COPY graph graph
COPY loaders loaders
COPY queries queries
RUN pip --python /opt/shisaku/bin/python install --no-cache-dir --no-index --no-deps --no-build-isolation . \
 && pip --python /opt/shisaku/bin/python uninstall --yes setuptools

FROM python:3.11.14-slim-bookworm
# a volume takes over who owns the folder that it is put on: readers' marks are kept there
RUN useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin shisaku \
 && install -d -o 10001 -g 10001 -m 750 /marks
COPY --from=build /opt/shisaku /opt/shisaku
COPY --chmod=555 catalogue /app/catalogue
ENV PATH=/opt/shisaku/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /app
USER 10001:10001
EXPOSE 8501
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
  CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
ENTRYPOINT ["shisaku"]
CMD ["serve", "--address", "0.0.0.0"]
