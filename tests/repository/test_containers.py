"""docker-compose.yml and the Dockerfile keep what they promise: nothing reachable from outside, no
password of ours, the tested server, the locked packages.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from tests.neo4j_server import VERSION
from tests.paths import ROOT

COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
SERVICES: dict[str, Any] = yaml.safe_load(COMPOSE)["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
STEPS = re.sub(r"\\\n\s*", "", re.sub(r"(?m)^#.*\n", "", DOCKERFILE)).splitlines()
OURS = ("load", "dashboard")
DIGEST = r"sha256:[0-9a-f]{64}"


def steps(word: str) -> list[str]:
    return [step.partition(" ")[2] for step in STEPS if step.startswith(f"{word} ")]


def test_every_port_is_bound_to_this_machine() -> None:
    ports = {port for service in SERVICES.values() for port in service.get("ports", [])}
    assert ports == {"127.0.0.1:7474:7474", "127.0.0.1:7687:7687", "127.0.0.1:8501:8501"}


def test_the_server_is_the_one_that_the_tests_ask() -> None:
    name, _, digest = SERVICES["neo4j"]["image"].partition("@")
    assert name == f"neo4j:{VERSION}-community" and re.fullmatch(DIGEST, digest)


def test_the_password_must_be_given_and_stands_nowhere() -> None:
    for said in (
        SERVICES["neo4j"]["environment"]["NEO4J_AUTH"].removeprefix("neo4j/"),
        *(SERVICES[name]["environment"]["NEO4J_PASSWORD"] for name in OURS),
    ):
        assert re.fullmatch(r"\$\{NEO4J_PASSWORD:\?[^}]+\}", said)
    assert "NEO4J_PASSWORD" not in SERVICES["neo4j"]["environment"], (
        "the image would take it for a setting"
    )
    assert "PASSWORD" not in DOCKERFILE


def test_loading_waits_for_a_healthy_server_and_the_dashboard_for_the_load() -> None:
    assert "cypher-shell" in SERVICES["neo4j"]["healthcheck"]["test"]
    assert (
        SERVICES["load"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
        and "restart" not in SERVICES["load"]
    )
    assert SERVICES["dashboard"]["depends_on"] == {
        "load": {"condition": "service_completed_successfully"}
    }


def test_data_outlive_the_containers() -> None:
    assert (
        SERVICES["neo4j"]["volumes"] == ["neo4j-data:/data"]
        and "neo4j-data" in yaml.safe_load(COMPOSE)["volumes"]
    )


@pytest.mark.parametrize("name", OURS)
def test_marks_of_readers_lie_in_a_volume_that_our_user_owns(name: str) -> None:
    service = SERVICES[name]
    assert service["volumes"] == ["marks:/marks"]
    assert service["environment"]["SHISAKU_REMARKS"] == "/marks/remarks.jsonl"
    assert "marks" in yaml.safe_load(COMPOSE)["volumes"]
    assert any("install -d -o 10001 -g 10001 -m 750 /marks" in step for step in steps("RUN"))


@pytest.mark.parametrize("name", OURS)
def test_our_containers_can_neither_write_nor_rise(name: str) -> None:
    service = SERVICES[name]
    assert (
        service["read_only"],
        service["tmpfs"],
        service["cap_drop"],
        service["security_opt"],
    ) == (True, ["/tmp"], ["ALL"], ["no-new-privileges:true"])
    assert service["environment"]["SHISAKU_STORE"] == "bolt://neo4j:7687"


def test_the_image_is_pinned_and_its_user_is_not_root() -> None:
    bases = [base.split()[0] for base in steps("FROM")]
    assert (
        len(bases) == 2
        and len(set(bases)) == 1
        and re.fullmatch(rf"python:3\.\d+\.\d+-slim-\w+@{DIGEST}", bases[0])
    )
    [user] = steps("USER")
    assert int(user.split(":")[0]) > 0 and STEPS.index(f"USER {user}") > max(
        i for i, step in enumerate(STEPS) if step.startswith(("RUN", "COPY"))
    )


def test_packages_come_from_the_lock_of_the_product_as_wheels() -> None:
    installs = [
        step for step in re.split(r" && |\n", "\n".join(steps("RUN"))) if " install " in step
    ]
    assert [
        "--require-hashes" in step
        and "--only-binary :all:" in step
        and step.endswith("-r requirements-run.lock")
        for step in installs
    ] == [True, False]
    assert {"--no-index", "--no-deps"} <= set(installs[1].split())
    assert re.findall(r"uninstall --yes ([\w \-]+)", DOCKERFILE) == ["setuptools"]


def test_what_the_image_copies_is_there_and_let_through() -> None:
    copied = {
        name
        for step in steps("COPY")
        if "--from" not in step
        for name in step.split()[:-1]
        if not name.startswith("--")
    }
    let_through = {
        line[1:]
        for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
        if line.startswith("!")
    }
    assert copied == let_through and all((ROOT / name).exists() for name in copied)


def test_the_dashboard_is_asked_whether_it_is_well() -> None:
    assert "/_stcore/health" in DOCKERFILE and steps("CMD") == ['["serve", "--address", "0.0.0.0"]']
    assert SERVICES["load"]["healthcheck"] == {"disable": True}


def test_the_server_reads_no_file_and_calls_no_address_for_a_query() -> None:
    settings = SERVICES["neo4j"]["environment"]
    assert settings["NEO4J_dbms_security_allow__csv__import__from__file__urls"] == "false"
    assert settings["NEO4J_internal_dbms_cypher__ip__blocklist"] == "0.0.0.0/0,::/0"


@pytest.mark.parametrize("name", ["neo4j", *OURS])
def test_memory_and_processes_are_limited(name: str) -> None:
    assert SERVICES[name]["mem_limit"] == "4g" and SERVICES[name]["pids_limit"] <= 1000
