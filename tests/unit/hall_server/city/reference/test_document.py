"""The contracts of the city's ports as others read them: what is kept in the docs is what is served."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from hall_server.city.reference.contracts import CONTRACTS, all_described, described
from hall_server.city.reference.problems import STATUS, CityProblem
from hall_server.contract.city.ports import PortName

DOCS = Path(__file__).parents[5] / "docs/integration"


def page(port: str) -> str:
    return (DOCS / f"{port}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("port", CONTRACTS)
def test_the_kept_description_is_what_the_program_makes(port):
    kept = DOCS / f"{port}.openapi.json"
    assert kept.read_bytes() == described(port), "write it: `kapok city contract --out docs/integration`"


def test_every_kept_description_is_one_of_a_port():
    assert {one.name.partition(".")[0] for one in DOCS.glob("*.openapi.json")} == set(CONTRACTS)
    assert set(CONTRACTS) <= set(PortName)


@pytest.mark.parametrize("port", CONTRACTS)
def test_every_route_of_machines_is_described_and_no_other(port):
    served = {
        (method, re.sub(r":[a-z]+}", "}", path))
        for route in CONTRACTS[port].routes
        for path in route.paths
        for method in route.http_methods
    }
    assert {(one.method, one.path) for one in CONTRACTS[port].operations} == served


@pytest.mark.parametrize("port", CONTRACTS)
def test_every_route_stands_in_its_page(port):
    for one in CONTRACTS[port].operations:
        assert f"`{one.method} {one.path}`" in page(port)


def test_every_refusal_stands_in_a_page():
    told = "".join(page(port) for port in CONTRACTS)
    for code in CityProblem:
        assert re.search(rf"^\| `{code.value}` \| {STATUS[code]} \|", told, re.MULTILINE), code


def test_no_pattern_is_left_that_only_python_reads():
    assert r"\\Z" not in json.dumps(json.loads(all_described()))


def test_the_city_s_own_description_holds_every_port():
    told = json.loads(all_described())
    assert set(told["paths"]) == {one.path for each in CONTRACTS.values() for one in each.operations}
