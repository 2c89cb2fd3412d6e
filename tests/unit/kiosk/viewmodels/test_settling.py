"""配置 (UI-T8): what can be changed here, how it is typed, and what stands on a page of each form."""

from __future__ import annotations

import pytest

from kiosk.session.modes import Mode, Modes
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.settling import settings_props


def test_what_differs_says_by_whom_and_is_counted() -> None:
    props = settings_props(EXAMPLES["settings"])
    assert [(row.set_by, row.changes) for row in props.rows[:3]] == [("hall", True), ("here", True), ("usual", True)]
    assert (props.changed, props.undo) == (4, True)


@pytest.mark.parametrize(
    ("name", "pad", "typed"),
    [
        ("settings_one", "number", "9"),
        ("settings_time", "time", "22:0"),
        ("settings_switch", "switch", "false"),
        ("settings_fixed", "", ""),
        ("settings_sure", "", "90"),
    ],
)
def test_each_kind_has_its_pad_and_shows_what_is_typed(name: str, pad: str, typed: str) -> None:
    props = settings_props(EXAMPLES[name])
    assert (props.pad, props.typed, bool(props.keys)) == (pad, typed, pad in {"number", "time"})


def test_a_refused_value_stays_with_its_limits_and_half_a_time_is_not_ready() -> None:
    refused = settings_props(EXAMPLES["settings_refused"])
    assert (refused.fault, refused.typed, refused.least, refused.most) == ("value", "4", "5", "600")
    assert not settings_props(EXAMPLES["settings_time"]).ready
    assert settings_props(EXAMPLES["settings_switch"]).ready


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("modes", [(), (Mode.LARGE,), (Mode.LOW,), (Mode.LARGE, Mode.LOW)])
def test_every_setting_is_on_some_page_in_each_form(landscape: bool, modes: tuple[Mode, ...]) -> None:
    form = replace(EXAMPLES["settings"], landscape=landscape, modes=Modes(on=frozenset(modes)))
    assert form.workshop is not None
    settings = form.workshop.settings
    found: list[str] = []
    for place in range(settings_props(form).pages):
        shown = replace(form, workshop=replace(form.workshop, settings=replace(settings, list_page=place)))
        found += [row.key for row in settings_props(shown).rows]
    assert found == [one.key for one in settings.seen or ()]
