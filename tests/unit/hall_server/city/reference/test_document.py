"""The contract of the code service as others read it: what is kept in the docs is what is served."""

from __future__ import annotations

import json
import re
from pathlib import Path

from hall_server.city.reference.code_routes import CODE_ROUTES
from hall_server.city.reference.document import OPERATIONS, document
from hall_server.city.reference.fault_routes import FAULT_ROUTES
from hall_server.city.reference.problems import STATUS, CityProblem

DOCS = Path(__file__).parents[5] / "docs/integration"
PAGE = (DOCS / "codes.md").read_text(encoding="utf-8")


def test_the_kept_description_is_what_the_program_makes():
    kept = DOCS / "codes.openapi.json"
    assert kept.read_bytes() == document(), f"write `curl -s <city>/openapi.json` to {kept.name}"


def test_every_route_of_machines_is_described_and_no_other():
    served = {
        (method, path)
        for route in (*CODE_ROUTES, *FAULT_ROUTES)
        for path in route.paths
        for method in route.http_methods
    }
    assert {(one.method, one.path) for one in OPERATIONS} == served


def test_every_route_and_refusal_stands_in_the_page():
    for one in OPERATIONS:
        assert f"`{one.method} {one.path}`" in PAGE
    for code in CityProblem:
        assert re.search(rf"^\| `{code.value}` \| {STATUS[code]} \|", PAGE, re.MULTILINE), code


def test_no_pattern_is_left_that_only_python_reads():
    assert r"\\Z" not in json.dumps(json.loads(document()))
