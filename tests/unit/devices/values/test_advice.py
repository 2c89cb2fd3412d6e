"""What to do about a reason code: said in two languages for every code, and for one that nobody knows."""

import ast
import re

import pytest

from devices.values.advice import ADVICE, UNKNOWN, Action, advice_for
from devices.values.document_scanner import Look, ScanOutcome, ScanResult, Verdict
from devices.values.health import DeviceHealth, Health
from tests.house_rules.sources import name_of, with_suffix

CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\Z")
TELLS_A_REASON = re.compile(r"(.*(Status|Health|Completion|Result)|_?refused|_?unknown|_no)\Z")


@pytest.mark.parametrize("code", [*ADVICE, "never heard of"])
def test_each_code_says_what_to_do_in_chinese_and_in_english(code):
    advice = advice_for(code)
    assert any("一" <= letter <= "鿿" for letter in advice.chinese)
    assert advice.english.isascii()
    assert advice.action in Action


def test_a_code_that_nobody_knows_is_a_technician_s():
    assert advice_for("haunted") is UNKNOWN


def test_a_health_brings_its_advice_along():
    assert DeviceHealth("p", Health.FAULT, "paper_out").advice == ADVICE["paper_out"]
    assert DeviceHealth("p", Health.NORMAL).advice is None


def test_a_scanner_s_warning_a_result_and_a_look_bring_the_same_advice():
    expected = ADVICE["no_documents"]
    assert DeviceHealth("s", Health.WARNING, "no_documents").advice == expected
    assert ScanResult(ScanOutcome.REFUSED, reason="no_documents").advice == expected
    assert ScanResult(ScanOutcome.DONE).advice is None
    assert Look(Verdict.GLARE).advice == ADVICE["glare"]
    assert Look(Verdict.GOOD).advice is None


def _words(node):
    return {
        each.value
        for each in ast.walk(node)
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and CODE.match(each.value)
    }


def _code_of(error_class):
    """`code = "…"` in the body of an error."""
    lines = [line for line in error_class.body if isinstance(line, ast.Assign)]
    return [line.value for line in lines if "code" in {getattr(target, "id", "") for target in line.targets}]


def _reasons_of(call):
    """`reason=…`, and plain words that are handed to what carries a reason."""
    named = [keyword.value for keyword in call.keywords if keyword.arg == "reason"]
    tells = TELLS_A_REASON.match(getattr(call.func, "attr", "") or getattr(call.func, "id", ""))
    return named + [word for word in call.args if tells and isinstance(word, ast.Constant | ast.IfExp | ast.BoolOp)]


def _codes_in(tree):
    """The reason codes that stand in a source."""
    nodes = list(ast.walk(tree))
    places = [place for node in nodes if isinstance(node, ast.ClassDef) for place in _code_of(node)]
    places += [place for node in nodes if isinstance(node, ast.Call) for place in _reasons_of(node)]
    return {word for place in places for word in _words(place)}


def test_every_reason_code_of_the_wing_has_advice():
    seen = set()
    for path in with_suffix(".py", under=("devices/",)):
        codes = _codes_in(ast.parse(path.read_text(encoding="utf-8")))
        missing = codes - set(ADVICE)
        assert not missing, f"{name_of(path)}: devices/values/advice.py says nothing of {sorted(missing)}"
        seen |= codes
    assert {"device_lost", "pulled_away", "no_acknowledgement"} <= seen
