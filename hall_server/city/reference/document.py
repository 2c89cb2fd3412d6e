"""The contract of a port as OpenAPI 3.1, from the very shapes that are read and answered.

One table of operations per port, kept beside its routes; the descriptions lie in docs/integration/<port>.openapi.json
for whoever builds another city. Knows no handler and no port; a test compares.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from hall_server.city.reference.problems import CityProblem

if TYPE_CHECKING:
    from collections.abc import Iterable

_REFS = "#/components/schemas/{name}"
_OUR_END = rb"\\Z"  # as JSON writes it: the end of a text for Python; for the ECMA patterns of JSON Schema it is $
_WORD = re.compile(r"\{([a-z_]+)\}")
_ANY = {"type": "string"}


class Operation(NamedTuple):
    """One route: what is asked and answered, by shape; None = nothing, bytes = raw. `path`: from the city's address.

    `query`: names of what may stand behind the `?`; `keyed`: a message, which carries an Idempotency-Key.
    """

    method: str
    path: str
    words: str
    question: Any
    status: int
    answer: Any
    query: tuple[str, ...] = ()
    keyed: bool = False


class Contract(NamedTuple):
    """All that one port says and is told. `about` is one sentence; the meaning of each word stands in <port>.md.

    `routes`: the handlers that serve it; a test compares them with the operations.
    """

    port: str
    about: str
    operations: tuple[Operation, ...]
    routes: tuple[Any, ...]


class Problem(msgspec.Struct, frozen=True):
    """A refusal (RFC 9457); `code` is permanent, `field` stands where one is meant."""

    type: str
    title: str
    status: int
    code: CityProblem
    field: str = ""


def document(*contracts: Contract) -> bytes:
    """The description of these ports together, as JSON for people too."""
    operations = [one for each in contracts for one in each.operations]
    shapes = _different(one for each in operations for one in (each.question, each.answer))
    found, components = msgspec.json.schema_components([*shapes, Problem], ref_template=_REFS)
    schema_of = dict(zip([str(one) for one in (*shapes, Problem)], found, strict=True))
    refused = _said("application/problem+json", schema_of[str(Problem)], "A refusal")
    paths: dict[str, dict[str, Any]] = {}
    for each in operations:
        told: dict[str, Any] = {
            "summary": each.words,
            "responses": {str(each.status): _answer(each, schema_of), "default": refused},
        }
        if asked := _asked(each):
            told["parameters"] = asked
        if each.question is not None:
            body = _said("application/json", schema_of[str(each.question)], "")["content"]
            told["requestBody"] = {"required": True, "content": body}
        paths.setdefault(each.path, {})[each.method.lower()] = told
    names = ", ".join(one.port for one in contracts)
    whole = {
        "openapi": "3.1.0",
        "info": {"title": f"Kapok: {names}", "version": "1", "description": " ".join(one.about for one in contracts)},
        "paths": paths,
        "components": {"schemas": components},
    }
    encoded = msgspec.json.encode(whole, order="sorted").replace(_OUR_END, b"$")
    return msgspec.json.format(encoded, indent=2) + b"\n"


def _different(shapes: Iterable[Any]) -> list[Any]:
    """Each shape once, without those that need no description."""
    return list({str(one): one for one in shapes if one is not None and one is not bytes}.values())


def _answer(one: Operation, schema_of: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if one.answer is None:
        return {"description": one.words}
    if one.answer is bytes:
        return _said("application/octet-stream", {"type": "string", "format": "binary"}, one.words)
    return _said("application/json", schema_of[str(one.answer)], one.words)


def _asked(one: Operation) -> list[dict[str, Any]]:
    found = [{"name": name, "in": "path", "required": True, "schema": _ANY} for name in _WORD.findall(one.path)]
    found += [{"name": name, "in": "query", "required": False, "schema": _ANY} for name in one.query]
    if one.keyed:
        key = {"type": "string", "format": "uuid"}
        found.append({"name": "Idempotency-Key", "in": "header", "required": True, "schema": key})
    return found


def _said(media_type: str, schema: dict[str, Any], words: str) -> dict[str, Any]:
    return {"description": words, "content": {media_type: {"schema": schema}}}
