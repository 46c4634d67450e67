# The product for teams: `docker compose up` (docker-compose.yml). Debian and Python as in the tests; every package comes from the lock, as a wheel.
FROM python:3.11.14-slim-bookworm@sha256:65a93d69fa75478d554f4ad27c85c1e69fa184956261b4301ebaf6dbb0a3543d AS build
WORKDIR /src
COPY requirements-run.lock ./
RUN python -m venv --without-pip /opt/shisaku \
 && pip --python /opt/shisaku/bin/python install --no-cache-dir --require-hashes --only-binary :all: -r requirements-run.lock
COPY pyproject.toml README.md LICENSE shisaku.py ./
COPY commands commands
COPY dashboard dashboard
COPY graph graph
COPY loaders loaders
COPY queries queries
RUN pip --python /opt/shisaku/bin/python install --no-cache-dir --no-index --no-deps --no-build-isolation . \
 && pip --python /opt/shisaku/bin/python uninstall --yes setuptools

FROM python:3.11.14-slim-bookworm@sha256:65a93d69fa75478d554f4ad27c85c1e69fa184956261b4301ebaf6dbb0a3543d
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
