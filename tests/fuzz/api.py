"""Hostile and well-meant requests for every operation that the hall describes, from every role and from nobody.

Schemathesis makes them from the description that the hall itself serves, and judges every answer by it: no server
errors, no status, type, head or body that is not described. The same seed makes the same requests, but for the ids that
the hall itself makes.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.failures import FailureGroup

from tests.fuzz.hall import NOBODY, ROLES
from tests.fuzz.steer import steer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemathesis.schemas import APIOperation

    from tests.fuzz.hall import Hall

CHECKED = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "response_headers_conformance",
    "negative_data_rejection",
)
WEIGHTS = {"kiosk": 3, "counter": 3, "admin": 5, "board": 1, "peer": 1, NOBODY: 1}
MODES = ((GenerationMode.POSITIVE, 0.65), (GenerationMode.NEGATIVE, 0.35))
SLICE = 20  # cases of one operation in a row; then another one, so that moves meet tickets in many states
FEW = 3  # and so many where a slice would be too much
ASKERS = ("kiosk", "counter", "admin")
LOCKS_TRIED = 3
REFRESH_EVERY = 200
PROGRESS_S = 10.0
TIMEOUT_S = 20
UNAUTHENTICATED, SERVER_ERROR = 401, 500
_ACCEPTED = "Schema-violating request accepted"


@dataclass(frozen=True)
class Slice:
    """A few cases of one operation from one role."""

    operation: APIOperation
    role: str
    mode: GenerationMode
    most: int
    seed: str


@dataclass
class ApiRun:
    """What was asked and what was wrong with the answers; each kind of finding is told once, with its first case."""

    cases: int = 0
    negative: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    operations: Counter[str] = field(default_factory=Counter)
    described: int = 0  # operations that the hall says it has
    good: set[str] = field(default_factory=set)  # operations that answered 2xx at least once
    refused: Counter[str] = field(default_factory=Counter)  # how often one was asked again without a key, and refused
    findings: dict[tuple[str, str, int], str] = field(default_factory=dict)

    @property
    def said_yes(self) -> int:
        """How many answers were 2xx: what was asked and done, not refused."""
        return sum(times for status, times in self.statuses.items() if 200 <= status < 300)

    def errors(self) -> list[str]:
        """Findings that are server errors."""
        return [words for (_, _, status), words in self.findings.items() if status >= SERVER_ERROR]

    def violations(self) -> list[str]:
        """All others: the answer is not what the description says."""
        return [words for (_, _, status), words in self.findings.items() if status < SERVER_ERROR]


class Hammer:
    """Asks one hall, and keeps count. A control changes `description` before anything is made of it."""

    def __init__(self, hall: Hall, *, start: int = 1) -> None:
        load_all_checks()
        self.run = ApiRun()
        self._hall = hall
        self._seed = start
        self._wire = requests.Session()  # one for all: who asks stands in each request's head
        self.description = requests.get(f"{hall.address}/api/v1/openapi.json", timeout=TIMEOUT_S).json()
        self._locked = _unlock(self.description)

    def ask(self, cases: int) -> ApiRun:
        """Ask until so many cases were answered."""
        with self._wire:
            return self._ask(cases)

    def _ask(self, cases: int) -> ApiRun:
        self.run.described = sum(map(len, self.description["paths"].values()))
        schema = schemathesis.openapi.from_dict(self.description)
        schema.config.max_stream_events = 1
        operations = [found.ok() for found in schema.get_all_operations()]
        shown, turn = time.monotonic(), 0
        while self.run.cases < cases:
            turn += 1
            for one in _plan(operations, cases - self.run.cases, f"{self._seed}.{turn}"):
                if self.run.cases >= cases:
                    break
                self._slice(one)
                if time.monotonic() - shown > PROGRESS_S:
                    shown = time.monotonic()
                    print(f"  api: {self.run.cases} of {cases} cases, {len(self.run.findings)} findings", flush=True)
        return self.run

    def _slice(self, one: Slice) -> None:
        @seed(one.seed)
        @settings(
            max_examples=one.most,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
        )
        @given(one.operation.as_strategy(generation_mode=one.mode))
        def asked(case: schemathesis.Case) -> None:
            self._one(case, one.role)

        try:
            asked()
        except Unsatisfiable:  # an operation without input has no wrong input
            return

    def _one(self, case: schemathesis.Case, role: str) -> None:
        run, label, headers = self.run, case.operation.label, self._hall.headers[role]
        steer(case, self._hall.known, random.Random(f"{self._seed}.{run.cases}"))
        response = self._call(case, headers)
        run.cases += 1
        run.negative += case.meta is not None and case.meta.generation.mode.is_negative
        run.statuses[response.status_code] += 1
        run.operations[label] += 1
        checks = [CHECKS.get_one(name) for name in CHECKED]
        try:
            case.validate_response(response, checks=checks, headers=headers, transport_kwargs={"headers": headers})
        except FailureGroup as group:
            for failure in group.exceptions:
                words = " ".join(str(failure).split())
                if not _is_only_more(failure.title, words):
                    told = f"{words[:600]} | {response.text[:300]}"
                    self._found(case, role, (failure.title, response.status_code), told)
        if response.status_code < 300:
            run.good.add(label)
            if role != NOBODY and label in self._locked and run.refused[label] < LOCKS_TRIED:
                self._try_lock(case, role)
        if run.cases % REFRESH_EVERY == 0:
            self._hall.refresh()

    def _call(self, case: schemathesis.Case, headers: dict[str, str]) -> schemathesis.Response:
        return case.call(base_url=self._hall.address, session=self._wire, headers=headers, timeout=TIMEOUT_S)

    def _try_lock(self, case: schemathesis.Case, role: str) -> None:
        """What was answered to a key is refused to nobody, and to a key with a wrong secret."""
        forged = self._hall.headers[role]["Authorization"][:-4] + "AAAA"
        for headers in ({}, {"Authorization": forged}, {"Authorization": "Kapok"}):
            status = self._call(case, headers).status_code
            if status != UNAUTHENTICATED:
                self._found(case, role, ("Ignored auth", status), f"answered {status} to {len(headers)} wrong keys")
        self.run.refused[case.operation.label] += 1

    def _found(self, case: schemathesis.Case, role: str, kind: tuple[str, int], words: str) -> None:
        """Keep the first case of each kind with a command that asks again (under a key of the hall that is asked)."""
        curl = case.as_curl_command(headers=self._hall.headers[role], base_url=self._hall.address)
        label = case.operation.label
        if (label, *kind) not in self.run.findings:
            self.run.findings[label, *kind] = f"{label} as {role}: {kind[0]}: {words} | {curl}"
            print(f"  {self.run.findings[label, *kind]}", flush=True)


def _unlock(description: dict[str, Any]) -> frozenset[str]:
    """Take the keys out of the description, or half of what is made is a missing key; which operations want one."""
    everywhere, locked = description.pop("security", []), set()
    description["components"].pop("securitySchemes", None)
    for path, item in description["paths"].items():
        for method, operation in item.items():
            if {} not in operation.pop("security", everywhere):
                locked.add(f"{method.upper()} {path}")
    return frozenset(locked)


def _plan(operations: list[APIOperation], cases: int, start: str) -> Iterator[Slice]:
    """Who asks what and how often, in a shuffled order that is the same every time; no operation is left out."""
    dice, plan = random.Random(start), []
    for operation in operations:
        plan.append((operation, dice.choice(ASKERS), GenerationMode.POSITIVE, FEW))
        for role in ROLES:
            share = cases / len(operations) * WEIGHTS[role] / sum(WEIGHTS.values())
            for mode, part in MODES:
                times, rest = divmod(share * part, SLICE)
                plan += [(operation, role, mode, SLICE)] * int(times)
                if dice.random() < rest / FEW:
                    plan.append((operation, role, mode, max(FEW, int(rest))))
    dice.shuffle(plan)
    for place, one in enumerate(plan):
        yield Slice(*one, f"{start}.{place}")


def _is_only_more(title: str, words: str) -> bool:
    """Whether all that is wrong with an accepted request is a query parameter or head that nobody knows (RFC 9110)."""
    told = [line for line in words.split(" - ")[1:] if line.startswith(("query", "header", "body", "path", "cookie"))]
    return title == _ACCEPTED and bool(told) and all("additionalProperties" in one and one[0] in "qh" for one in told)
