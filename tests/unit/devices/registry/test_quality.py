"""Quality cards: every kind has one, with the rules that all share, and none says more than was done."""

import re

import pytest

from devices import registry
from devices.errors import DeviceConfigError
from devices.registry.quality import COMMON_RULES, State, card_of, read_card
from tests.house_rules.sources import ROOT

SOUND = {
    "device": {"kind": "toaster", "protocol": "bread", "seen_real_hardware": False},
    "rules": {
        "has_emulator": {"state": "done", "where": "emulator.py"},
        "probed_on_hardware": {"state": "todo", "why": "no toaster at hand"},
    },
}


@pytest.mark.parametrize("kind", registry.NAMES)
def test_every_kind_has_a_card_that_answers_for_the_common_rules(kind):
    card = card_of(kind)
    assert card.kind == kind
    assert card.protocol
    missing = set(COMMON_RULES) - set(card.rules)
    assert not missing, f"devices/{kind}/quality.toml says nothing of {sorted(missing)}"
    empty = [name for name, rule in card.rules.items() if len(rule.words) < 8]
    assert not empty, f"devices/{kind}/quality.toml: say where or why: {empty}"


@pytest.mark.parametrize("kind", registry.NAMES)
def test_a_card_says_honestly_whether_a_real_box_was_seen(kind):
    card = card_of(kind)
    probed = card.rules["probed_on_hardware"].state is State.DONE
    assert card.seen_real_hardware == probed == bool(card.seen), (
        f"devices/{kind}: seen_real_hardware, `seen` (date, model, firmware) and probed_on_hardware go together"
    )


@pytest.mark.parametrize("kind", registry.NAMES)
def test_what_a_card_points_to_is_there(kind):
    rooms = (ROOT, ROOT / "devices" / kind)
    for name, rule in card_of(kind).rules.items():
        if rule.state is State.DONE:
            for path in re.findall(r"(?:tests|devices)/[\w/]+\.py", rule.words):
                assert any((room / path).is_file() for room in rooms), f"{kind}, {name}: {path} is not there"


def test_a_card_is_read_with_its_rules_and_what_is_to_do():
    card = read_card(SOUND)
    assert (card.kind, card.seen_real_hardware, card.todo) == ("toaster", False, ("probed_on_hardware",))
    assert card.rules["has_emulator"].words == "emulator.py"


@pytest.mark.parametrize(
    "spoilt",
    [
        {},
        {"device": SOUND["device"]},
        {"rules": SOUND["rules"]},
        SOUND | {"device": {"kind": "toaster", "protocol": "bread", "seen_real_hardware": "once"}},
        SOUND | {"rules": {"has_emulator": {"state": "perhaps", "where": "x"}}},
        SOUND | {"rules": {"has_emulator": {"state": "done", "why": "x"}}},
        SOUND | {"rules": {"has_emulator": {"state": "todo", "where": "x"}}},
    ],
)
def test_what_is_no_card_is_refused(spoilt):
    with pytest.raises((KeyError, TypeError, ValueError)):
        read_card(spoilt)


def test_a_kind_without_a_card_is_told():
    with pytest.raises(DeviceConfigError, match=r"quality\.toml cannot be read"):
        card_of("toaster")
