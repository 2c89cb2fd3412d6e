"""The contract of the code service as OpenAPI 3.1, from the very shapes that are read and answered.

Kept in docs/integration/codes.openapi.json for whoever builds another city. Knows no handler; a test compares.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from hall_server.city.reference.code_desk import IssuedCode
from hall_server.city.reference.code_routes import CodeWanted, PersonShown
from hall_server.city.reference.faults import Faults
from hall_server.city.reference.problems import CityProblem
from hall_server.contract.codes.trust import TrustList

_REFS = "#/components/schemas/{name}"
_OUR_END = rb"\\Z"  # as JSON writes it: the end of a text for Python; for the ECMA patterns of JSON Schema it is $


class Operation(NamedTuple):
    """One route: what is asked and answered, by shape; None = nothing, bytes = raw."""

    method: str
    path: str
    words: str
    question: type[Any] | None
    status: int
    answer: Any


class Problem(msgspec.Struct, frozen=True):
    """A refusal (RFC 9457); `code` is permanent, `field` stands where one is meant."""

    type: str
    title: str
    status: int
    code: CityProblem
    field: str = ""


OPERATIONS = (
    Operation("GET", "/persons", "Whose codes may be asked for.", None, 200, list[PersonShown]),
    Operation("POST", "/code", "A new reference code; each call makes another.", CodeWanted, 201, IssuedCode),
    Operation("GET", "/trust-list", "The issuing keys.", None, 200, TrustList),
    Operation("GET", "/trust-list.sig", "The root's Ed25519 signature over the list's bytes.", None, 200, bytes),
    Operation("GET", "/faults", "What is switched on.", None, 200, Faults),
    Operation("PUT", "/faults", "Exactly these from now on.", Faults, 200, Faults),
)


def document() -> bytes:
    """The description, as JSON for people too."""
    shapes = [one for each in OPERATIONS for one in (each.question, each.answer) if one not in {None, bytes}]
    found, components = msgspec.json.schema_components([*shapes, Problem], ref_template=_REFS)
    schema_of = dict(zip([str(one) for one in (*shapes, Problem)], found, strict=True))
    refused = _said("application/problem+json", schema_of[str(Problem)], "A refusal")
    paths: dict[str, dict[str, Any]] = {}
    for each in OPERATIONS:
        answer = (
            _said("application/octet-stream", {"type": "string", "format": "binary"}, each.words)
            if each.answer is bytes
            else _said("application/json", schema_of[str(each.answer)], each.words)
        )
        told: dict[str, Any] = {"summary": each.words, "responses": {str(each.status): answer, "default": refused}}
        if each.question is not None:
            body = _said("application/json", schema_of[str(each.question)], "")["content"]
            told["requestBody"] = {"required": True, "content": body}
        paths.setdefault(each.path, {})[each.method.lower()] = told
    about = "How a hall and whoever issues its codes speak with each other; what each word means: codes.md."
    whole = {
        "openapi": "3.1.0",
        "info": {"title": "Kapok: codes", "version": "1", "description": about},
        "paths": paths,
        "components": {"schemas": components},
    }
    encoded = msgspec.json.encode(whole, order="sorted").replace(_OUR_END, b"$")
    return msgspec.json.format(encoded, indent=2) + b"\n"


def _said(media_type: str, schema: dict[str, Any], words: str) -> dict[str, Any]:
    return {"description": words, "content": {media_type: {"schema": schema}}}
