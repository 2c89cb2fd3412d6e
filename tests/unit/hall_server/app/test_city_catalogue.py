"""The city's items and the hall's part of them: who settles what, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from hall_server.app.city_catalogue import catalogue_with
from hall_server.app.item_file import offer
from hall_server.contract.city.items import Snapshot, VersionRow
from hall_server.domain.city.items import SnapshotError, SnapshotProblem
from hall_server.domain.items.compare import against_upstream, differences
from tests.integration.hall_server.item_halls import ID, PHOTO, RESIDENCE, site_file

ROW = VersionRow(2, "0" * 64, date(2026, 3, 1))
CITY_S = {"id": "i1", "name": "居住证", "promise_days": 7, "materials": [ID], "codes": {"basic": "000739013001"}}


def snapshot(*items: dict[str, Any], **more: Any) -> Snapshot:
    return msgspec.convert({"item": list(items), **more}, Snapshot)


def test_cl_b1_a_city_settles_the_elements_and_the_hall_its_queue() -> None:
    catalogue = catalogue_with(site_file(), snapshot(CITY_S, {**CITY_S, "id": "x1"}), ROW)
    item = catalogue.items["i1"]
    assert (item.elements.promise_days, item.elements.codes.basic, len(item.elements.materials)) == (
        7,
        "000739013001",
        1,
    )
    assert (item.queue, item.theme) == ("A", "户口")
    assert catalogue.effective_from == "2026-03-01"
    assert set(catalogue.items) == {"i1", "i2", "i3", "i4"}
    assert catalogue.items["i2"] == offer(site_file()).catalogue.items["i2"]


def test_every_element_is_the_city_s_also_those_that_it_leaves_empty() -> None:
    ours = {**RESIDENCE, "conditions": "本市有住处", "process": ["申请"], "legal_days": "15d", "basis": ["办法"]}
    item = catalogue_with(site_file(ours), snapshot({"id": "i1", "name": "居住证"}), ROW).items["i1"]
    bare = offer(site_file({"id": "i1", "name": "居住证", "queue": "A", "theme": "户口"})).catalogue.items["i1"]
    assert item.elements == bare.elements


def test_an_element_that_a_hall_has_flagged_stays_the_hall_s_but_name_codes_basis_and_kind_never_do() -> None:
    ours = {**RESIDENCE, "local": ["materials", "legal", "name"], "legal_days": "15d", "name": "别的名字"}
    city_s = {**CITY_S, "legal_days": "30"}
    item = catalogue_with(site_file(ours), snapshot(city_s), ROW).items["i1"]
    assert [one.id for one in item.elements.materials] == [ID[0], PHOTO[0]]
    assert (str(item.elements.legal), item.elements.name) == ("15d", "居住证")


def test_cl_b2_a_hall_under_a_city_s_version_has_no_difference_to_it() -> None:
    upstream = offer(site_file({**CITY_S, "queue": "C", "theme": "别的"})).catalogue
    ours = catalogue_with(site_file(), snapshot(CITY_S), ROW)
    assert against_upstream(upstream.items, ours.items) == ()
    assert not [one for one in differences(upstream.items, ours.items) if one.item == "i1"]


@pytest.mark.parametrize(
    ("items", "more", "where"),
    [
        ([{**CITY_S, "name": "长" * 81}], {}, "i1.name"),
        ([{**CITY_S, "legal_days": "soon"}], {}, "i1.legal_days"),
        ([{**CITY_S, "kind": "gift"}], {}, "i1.kind"),
        ([{**CITY_S, "materials": [["m", "照片", "perhaps", ""]]}], {}, "materials"),
        ([{**CITY_S, "materials": [ID, ID]}], {}, "materials"),
        ([{**CITY_S, "name": "居住证\x1b@"}], {}, "i1.name: control"),
        ([{**CITY_S, "process": ["申请", "\u202e书"]}], {}, "i1.process: control"),
        ([{**CITY_S, "materials": [["m", "照\x00片", "main", ""]]}], {}, "i1.materials: control"),
        ([CITY_S, CITY_S], {}, "twice"),
        ([CITY_S], {"material": [{"id": "m_id", "name": ""}]}, "m_id"),
        ([CITY_S], {"material": [{"id": "m_id", "name": "身份\x07证"}]}, "m_id"),
    ],
)
def test_an_item_that_no_site_file_could_have_is_refused(items: list[dict[str, Any]], more: Any, where: str) -> None:
    with pytest.raises(SnapshotError) as refused:
        catalogue_with(site_file(RESIDENCE), snapshot(*items, **more), ROW)
    assert refused.value.code is SnapshotProblem.ITEM_INVALID
    assert where in refused.value.detail


def test_a_rubbish_item_that_this_hall_does_not_have_is_nobody_s_trouble() -> None:
    catalogue_with(site_file(RESIDENCE), snapshot(CITY_S, {"id": "zz", "name": "", "kind": "gift"}), ROW)
