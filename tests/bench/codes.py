"""`make bench-codes`: what it costs to verify a reference code, and what of N texts that nobody issued gets through.

`N=<how many>` texts, random and mutated in ten manners (usually a million); `CODES=<how many>` verifications that are
timed (usually 10,000). Every text has a number that makes it again: a finding names it. The control is the same reader
without the signature check: it must take some of the same texts. SM2 is measured beside it (`SM2=<how many>`, usually
200) and has no goal: its provider is pure Python. Writes out/bench-codes.json.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from dataclasses import dataclass, field

import qrcode
from qrcode.constants import ERROR_CORRECT_M

from hall_server.city.reference.key_ring import new_ring
from hall_server.contract.codes.answers import Accepted, Answer, Refused
from hall_server.contract.codes.reference_code import ReferenceCodes, write
from hall_server.contract.codes.trust_list import read_trust_list
from hall_server.contract.crypto.algorithms import PROVIDERS, SM2
from tests.bench.report import Row, report
from tests.unit.hall_server.contract.codes.made_up import (
    BELIEVING,
    CITY,
    HALL,
    ISSUED,
    ISSUED_US,
    MANNERS,
    READER,
    changed,
    claims,
    code,
)

P99_MS = 2.0
CODES = 10_000
SM2_CODES = 200
N = 1_000_000
TIMES = 3  # each code is timed so often and the best counts: what else the machine does is not the reader's
CONTROL_EVERY = 20  # of the texts, the control reads one
PROGRESS_S = 10.0
_SHOWN = 20


@dataclass
class Seen:
    """What came of the texts that nobody issued."""

    texts: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    exceptions: list[str] = field(default_factory=list)
    acceptances: list[str] = field(default_factory=list)
    control: int = 0


def main() -> None:
    codes, texts = int(os.environ.get("CODES", CODES)), int(os.environ.get("N", N))
    rows = [*_sizes(), *_costs(codes), *_sm2_costs(int(os.environ.get("SM2", SM2_CODES))), *_strangers(texts)]
    if texts < N:
        rows.append(Row("R-short", f"short run: N, usually {N:,}", texts, "texts"))
    report("bench-codes", rows)


def _sizes() -> list[Row]:
    text = code()
    symbol = qrcode.QRCode(error_correction=ERROR_CORRECT_M)
    symbol.add_data(text)
    symbol.make(fit=True)
    return [
        Row("R1", "a code's text", len(text), "chars"),
        Row("R2", "its QR symbol at level M", symbol.version, "version"),
        Row("R3", "modules a side", symbol.modules_count, "modules"),
    ]


def _costs(count: int) -> list[Row]:
    """Whole verifications of `count` different good codes: Base45, CBOR, signature, trust and times."""
    best, single, cpu = [], [], []
    for no in range(count):
        text = code(jti=f"{no:024x}")
        walls, cpus = zip(*(_cost_ms(text) for _ in range(TIMES)), strict=True)
        best.append(min(walls))
        single.append(walls[0])
        cpu.append(min(cpus))
    p99 = _share(best, 0.99)
    return [
        Row("R4", f"verify, {count:,} codes, best of {TIMES}, median", _share(best, 0.5), "ms"),
        Row("R5", f"verify, {count:,} codes, best of {TIMES}, p99", p99, "ms", f"<= {P99_MS:g}", p99 <= P99_MS),
        Row("R5one", "the same, first reading of each code, p99", _share(single, 0.99), "ms"),
        Row("R5cpu", "the same, processor time, p99", _share(cpu, 0.99), "ms"),
    ]


def _sm2_costs(count: int) -> list[Row]:
    """The same of codes that are signed with SM2; no row where nobody here can compute with it."""
    if SM2 not in PROVIDERS:
        return []
    ring = new_ring(CITY, "", b"\5" * 32, b"\1" * 32, ISSUED - 60, alg="SM2")
    reader = ReferenceCodes(read_trust_list(ring.trust_list(), ring.signature(), [ring.root_public]), frozenset({HALL}))
    key = ring.issuing_key(ISSUED)
    if key is None:
        raise TypeError
    texts = [write(claims(jti=f"{no:024x}"), key) for no in range(count)]
    best = [min(_cost_ms(text, reader)[0] for _ in range(TIMES)) for text in texts]
    return [
        Row("R10", f"verify under SM2, pure Python, {count:,} codes, best of {TIMES}, median", _share(best, 0.5), "ms"),
        Row("R11", "the same, p99", _share(best, 0.99), "ms"),
    ]


def _cost_ms(text: str, reader: ReferenceCodes = READER) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.thread_time()
    answer = reader.read(text, ISSUED_US)
    took = (time.perf_counter() - wall) * 1e3, (time.thread_time() - cpu) * 1e3
    if not isinstance(answer, Accepted):
        msg = f"a good code was not taken: {answer}"
        raise TypeError(msg)
    return took


def _share(values: list[float], share: float) -> float:
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def _strangers(texts: int) -> list[Row]:
    seen, began = Seen(), time.monotonic()
    told = began
    for no in range(texts):
        _try(no, seen)
        if time.monotonic() - told >= PROGRESS_S:
            told = time.monotonic()
            rate = seen.texts / (told - began)
            print(
                f"{seen.texts:,} of {texts:,} texts, {rate:,.0f} a second, {(texts - seen.texts) / rate / 60:.1f} min"
                f" to go; exceptions {len(seen.exceptions)}, acceptances {len(seen.acceptances)}",
                flush=True,
            )
    for finding in [*seen.exceptions, *seen.acceptances][:_SHOWN]:
        print(f"  {finding}", flush=True)
    bad, good = len(seen.exceptions), len(seen.acceptances)
    return [
        Row("R6", f"random and mutated texts, {len(MANNERS)} manners", seen.texts, "texts"),
        Row("R7", "exceptions", bad, "texts", "== 0", bad == 0),
        Row("R8", "acceptances", good, "texts", "== 0", good == 0),
        Row("R9", "control: taken without the signature check", seen.control, "texts", ">= 1", seen.control >= 1),
        *(
            Row(f"R8.{place}", f"  answered with {word}", count, "texts")
            for place, (word, count) in enumerate(seen.answers.most_common())
        ),
    ]


def _try(no: int, seen: Seen) -> None:
    manner, text = changed(no)
    seen.texts += 1
    try:
        answer = READER.read(text, ISSUED_US)
    except Exception as error:  # noqa: BLE001 - an exception of any kind is what is looked for
        seen.exceptions.append(f"changed({no}), {manner}: {type(error).__name__}: {error}")
        return
    seen.answers[_word(answer)] += 1
    if isinstance(answer, Accepted):
        seen.acceptances.append(f"changed({no}), {manner}: {text}")
    if no // len(MANNERS) % CONTROL_EVERY == 0:
        seen.control += _taken(BELIEVING, text)


def _taken(reader: ReferenceCodes, text: str) -> bool:
    return isinstance(reader.read(text, ISSUED_US), Accepted)


def _word(answer: Answer) -> str:
    return answer.reason.value if isinstance(answer, Refused) else type(answer).__name__.lower()


if __name__ == "__main__":
    main()
