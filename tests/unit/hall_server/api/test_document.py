"""The API describes itself: every command and answer has a shape and an example that this very shape can read."""

from __future__ import annotations

import importlib
import json
import pkgutil
from typing import Any

import msgspec
import pytest

import hall_server.contract
from hall_server.api.document import document
from hall_server.api.examples import EXAMPLES
from hall_server.api.routes import PATH, TOLD

DOCUMENT: dict[str, Any] = json.loads(document(PATH, tuple(TOLD)))
SHAPES: dict[str, type[msgspec.Struct]] = {
    name: found
    for module in pkgutil.iter_modules(hall_server.contract.__path__)
    for name, found in vars(importlib.import_module(f"hall_server.contract.{module.name}")).items()
    if isinstance(found, type) and issubclass(found, msgspec.Struct)
}
OPERATIONS = [
    (f"{method} {path}", operation) for path, item in DOCUMENT["paths"].items() for method, operation in item.items()
]


def references(part: object) -> set[str]:
    """Names of the shapes that a part of the description names directly."""
    if isinstance(part, dict):
        here = {part["$ref"].rsplit("/", 1)[1]} if "$ref" in part else set()
        return here.union(*(references(value) for value in part.values()))
    return set().union(*(references(value) for value in part)) if isinstance(part, list) else set()


@pytest.mark.parametrize(("name", "operation"), OPERATIONS, ids=[name for name, _ in OPERATIONS])
def test_every_operation_has_examples_of_what_goes_in_and_out(name: str, operation: dict[str, Any]) -> None:
    named = references(operation.get("requestBody", {})) | references(operation["responses"])
    assert "Problem" in named
    without = [shape for shape in named if "examples" not in DOCUMENT["components"]["schemas"][shape]]
    assert not without, f"{name}: write examples of {without} in hall_server/api/examples.py"


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_every_example_is_read_by_its_shape(name: str) -> None:
    read = msgspec.convert(EXAMPLES[name], SHAPES[name], strict=True)
    assert covers(json.loads(msgspec.json.encode(read)), EXAMPLES[name])


@pytest.mark.parametrize("name", sorted(set(SHAPES) & set(DOCUMENT["components"]["schemas"])))
def test_a_shape_that_is_written_as_an_array_is_described_as_one(name: str) -> None:
    described = DOCUMENT["components"]["schemas"][name].get("type")
    assert (described == "array") == SHAPES[name].__struct_config__.array_like


def covers(told: Any, example: Any) -> bool:
    """Whether everything in an example is told again, defaults besides."""
    if isinstance(example, dict):
        return all(key in told and covers(told[key], value) for key, value in example.items())
    if isinstance(example, list):
        return len(told) == len(example) and all(map(covers, told, example))
    return bool(told == example)


@pytest.mark.parametrize(("name", "operation"), OPERATIONS, ids=[name for name, _ in OPERATIONS])
def test_every_operation_says_in_a_line_what_it_is_for(name: str, operation: dict[str, Any]) -> None:
    assert operation["summary"], name
    assert operation["description"], name


@pytest.mark.parametrize(("name", "operation"), OPERATIONS, ids=[name for name, _ in OPERATIONS])
def test_every_refusal_is_a_problem_and_every_answer_says_where_the_hall_stands(
    name: str, operation: dict[str, Any]
) -> None:
    responses = operation["responses"]
    assert list(responses["default"]["content"]) == ["application/problem+json"], name
    assert not [status for status in responses if status.startswith(("4", "5"))], "the framework's own shape"
    assert all("Kapok-Seen" in response["headers"] for response in responses.values())


def operation_at(where: str, method: str = "get") -> dict[str, Any]:
    found: dict[str, Any] = DOCUMENT["paths"][f"{PATH}/{where}"][method]
    return found


def headers_of(where: str, method: str = "get") -> set[str]:
    asked = operation_at(where, method).get("parameters", [])
    return {one["name"] for one in asked if one["in"] == "header"}


def test_the_heads_that_a_client_may_send_are_told() -> None:
    assert headers_of("health") == set()
    assert headers_of("halls/{hall_id}/now") == {"Kapok-Seen"}
    assert headers_of("halls/{hall_id}/tickets", "post") == {"Kapok-Seen", "Idempotency-Key"}
    assert headers_of("halls/{hall_id}/bookings/mine") == {"Kapok-Seen", "Kapok-Visitor"}
    assert headers_of("halls/{hall_id}/stream") == {"Kapok-Seen", "Last-Event-ID"}


@pytest.mark.parametrize("where", ["summary", "catalogue", "codes/trust_list"])
def test_an_answer_that_may_be_the_same_as_before_tells_so(where: str) -> None:
    assert "If-None-Match" in headers_of(f"halls/{{hall_id}}/{where}")
    responses = operation_at(f"halls/{{hall_id}}/{where}")["responses"]
    assert "content" not in responses["304"]
    assert "ETag" in responses["200"]["headers"]


def test_the_stream_is_told_as_events() -> None:
    ((media, told),) = operation_at("halls/{hall_id}/stream")["responses"]["200"]["content"].items()
    assert media == "text/event-stream"
    assert told["schema"]["properties"]["event"]["enum"] == ["build", "news", "help", "beat"]
    (last,) = [one for one in operation_at("halls/{hall_id}/stream")["parameters"] if one["name"] == "Last-Event-ID"]
    assert "pattern" not in last["schema"], "with `after` beside it anything may stand there"
