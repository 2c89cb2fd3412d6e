"""Names of venues in the words of a city (CL-A2, A3, A4)."""

from __future__ import annotations

import pytest

from config.packs import VenueNameError, load_pack, packs, read_name, venue_name

GUANGZHOU = [  # the six shapes of the plan; city's and district's own are one shape
    ("centre", "city", {}, "广州市政务服务中心"),
    ("centre", "district", {"district": "天河区"}, "天河区政务服务中心"),
    ("city_branch", "city", {"specialty": "公积金"}, "广州市政务服务中心公积金分中心"),
    (
        "city_office",
        "district",
        {"specialty": "公积金", "place": "天河", "office": "管理部"},
        "广州市政务服务中心公积金分中心天河管理部",
    ),
    ("district_branch", "district", {"district": "天河区", "specialty": "税务"}, "天河区政务服务中心税务分中心"),
    ("street", "street", {"district": "天河区", "street": "石牌街"}, "天河区石牌街便民服务中心"),
    ("village", "village", {"street": "派潭镇", "community": "高滩村"}, "派潭镇高滩村便民服务站"),
]
TIANJIN = [
    ("centre", "city", {}, "天津市政务服务中心"),
    ("centre", "district", {"district": "和平区"}, "和平区政务服务中心"),
    ("street", "street", {"district": "宝坻区", "street": "黄庄镇"}, "宝坻区黄庄镇便民服务中心"),
    ("village", "village", {"street": "黄庄镇", "community": "小辛码头村"}, "黄庄镇小辛码头村便民服务站"),
]


@pytest.mark.parametrize(
    ("pack", "kind", "level", "parts", "name"),
    [*(("guangzhou", *row) for row in GUANGZHOU), *(("tianjin", *row) for row in TIANJIN)],
)
def test_cl_a3_a4_each_shape_goes_there_and_back(pack, kind, level, parts, name) -> None:
    assert venue_name(load_pack(pack), kind, level, parts) == name
    read = read_name(load_pack(pack), level, name)
    assert read.kind == kind
    assert {**read.parts, **parts} == read.parts


@pytest.mark.parametrize(
    ("pack", "level", "name", "nearest"),
    [
        ("guangzhou", "street", "天河区石牌街道办事大厅", "天河区石牌街便民服务中心"),
        ("guangzhou", "street", "石牌街政务服务中心", "××区石牌街便民服务中心"),
        ("guangzhou", "village", "石牌街华师社区服务站", "石牌街华师社区便民服务站"),
        ("guangzhou", "district", "天河区行政服务大厅", "天河区政务服务中心"),
        ("guangzhou", "district", "天津市和平区政务服务中心", "××区政务服务中心"),
        ("tianjin", "street", "和平区南营门街道便民服务站", "和平区南营门街道便民服务中心"),
        ("tianjin", "city", "天津政务服务大厅", "天津市政务服务中心"),
    ],
)
def test_cl_a3_a4_a_wrong_name_is_told_the_nearest_legal_one(pack, level, name, nearest) -> None:
    with pytest.raises(VenueNameError) as refused:
        read_name(load_pack(pack), level, name)
    assert refused.value.suggestion == nearest
    assert name in str(refused.value)


def test_a_name_may_have_its_city_before_it() -> None:
    assert read_name(load_pack("guangzhou"), "street", "广州市增城区派潭镇便民服务中心").parts == {
        "city": "广州市",
        "district": "增城区",
        "street": "派潭镇",
    }


@pytest.mark.parametrize(
    "parts", [{}, {"district": '天河"区', "street": "石牌街"}, {"district": "天河", "street": "石牌街"}]
)
def test_a_part_that_is_missing_or_misshapen_makes_no_name(parts) -> None:
    with pytest.raises(VenueNameError, match="××区××街便民服务中心"):
        venue_name(load_pack("guangzhou"), "street", "street", parts)


def test_tianjin_has_no_branches() -> None:
    with pytest.raises(VenueNameError, match="centre"):
        venue_name(load_pack("tianjin"), "city_branch", "city", {"specialty": "公积金"})


def test_cl_a2_levels_are_called_as_each_city_calls_them() -> None:
    assert packs() == ("guangzhou", "tianjin")
    assert load_pack("guangzhou").levels["village"] == "社区（村）"
    assert load_pack("tianjin").levels == {
        "city": "市",
        "district": "区",
        "street": "乡镇（街道）",
        "village": "村（社区）",
    }
