"""The snapshot pattern: props in, properties out, one signal per change."""

import pytest

from kiosk.values import Value, replace
from kiosk.viewmodels.snapshot import camel, plain, qml_properties, view_model


class Row(Value, frozen=True):
    item_id: str


class SomeProps(Value, frozen=True):
    hall_name: str = ""
    waiting: int = 0
    share: float = 0.5
    open_now: bool = False
    rows: tuple[Row, ...] = ()


SomeViewModel = view_model("SomeViewModel", SomeProps)


def read(model, name):
    return model.property(name)


def test_every_field_becomes_a_property():
    model = SomeViewModel(SomeProps("木棉", 3, 0.25, True, (Row("i01"), Row("i02"))))
    assert [read(model, name) for name in ("hallName", "waiting", "share", "openNow")] == ["木棉", 3, 0.25, True]
    assert read(model, "rows") == [{"itemId": "i01"}, {"itemId": "i02"}]


def test_a_property_cannot_be_written():
    model = SomeViewModel(SomeProps())
    assert not model.setProperty("hallName", "elsewhere")
    assert model.props == SomeProps()


@pytest.mark.parametrize(
    ("change", "announced"),
    [
        ({}, []),
        ({"waiting": 4}, ["waiting"]),
        ({"hall_name": "x", "rows": (Row("i03"),)}, ["hallName", "rows"]),
    ],
)
def test_only_what_changed_is_announced_and_after_the_swap(change, announced):
    model = SomeViewModel(SomeProps())
    heard = []
    for name in ("hallName", "waiting", "share", "openNow", "rows"):
        getattr(model, f"{name}Changed").connect(lambda name=name: heard.append((name, model.props)))
    after = replace(SomeProps(), **change)
    assert model.show(after) == announced
    assert heard == [(name, after) for name in announced]


def test_a_field_that_qml_cannot_hold_is_refused_by_name():
    class OddProps(Value, frozen=True):
        where: bytes = b""

    with pytest.raises(TypeError, match=r"OddProps\.where"):
        qml_properties(OddProps)


def test_names_and_values_become_what_qml_writes():
    assert camel("hall_name_en") == "hallNameEn"
    assert plain(("a", 1, Row("i01"))) == ["a", 1, {"itemId": "i01"}]
