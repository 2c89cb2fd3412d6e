"""Items, bundles and venues of a site file: what cannot be so is told with file, key and what was expected."""

from typing import get_args

import pytest

from config import shapes
from config.errors import ConfigError
from config.site import bundles, items, load_site, services
from hall_server.contract import item_words
from hall_server.contract.items import ItemKind, Order, Reach, VenueLevel
from hall_server.domain.items.element import Elements
from tests.house_rules.sources import ROOT

HEAD = """
[hall]
id = "h"
name = "厅"
hours = [{ days = "1-5", open = "09:00", close = "17:30" }]
%s
[[queue]]
id = "A"
letter = "A"
name = "综合"
[[counter]]
no = 1
name = "一"
queues = ["A"]
[[item]]
id = "i1"
name = "居住证"
queue = "A"
theme = "证件"
materials = [["m_id", "身份证", "main", ""], ["m_deed", "房产证", "tol", ""]]
"""


@pytest.fixture
def read(tmp_path):
    """A small site file with more keys for its item, more tables, more keys for the hall."""

    def made(text: str = "", hall: str = ""):
        path = tmp_path / "site.toml"
        path.write_text(HEAD % hall + text, encoding="utf-8")
        return load_site(path)

    return made


@pytest.mark.parametrize(
    ("of_file", "of_hall"),
    [
        (set(get_args(items.Kind)) - {""}, set(ItemKind)),
        (get_args(items.Reach), set(Reach)),
        (get_args(bundles.Order), set(Order)),
        (set(get_args(items.Proxy)) - {"guardian_relative"}, set(item_words.Proxy)),
        (get_args(items.ResultWay), set(item_words.ResultWay)),
        (set(get_args(items.MadeHere)) - {""}, set(item_words.MadeHere)),
        (get_args(shapes.Hardware), set(item_words.Hardware)),
        (get_args(services.Network), set(item_words.Network)),
        (get_args(services.Payment), set(item_words.Payment)),
        (get_args(items.Element), set(Elements.__struct_fields__)),
        (get_args(shapes.Level), set(VenueLevel)),
    ],
)
def test_the_words_of_the_file_are_those_of_the_hall(of_file, of_hall):
    assert set(of_file) == of_hall


def test_an_item_with_every_element_is_read(read):
    """CL-B1 The element set; CL-B11 codes are kept whole."""
    code = "粤" * 128
    site = read(
        'kind = "permit"\nbasis = ["法"]\nlegal_days = "15d"\neffective_from = 2026-03-01\nlocal = ["promise_days"]\n'
        'special_steps = ["听证", { name = "现场核查", days = "10" }]\nlevels = ["street"]\n'
        f'codes = {{ basic = "{code}" }}'
    )
    item = site.item[0]
    assert (item.codes.basic, item.kind, str(item.effective_from)) == (code, "permit", "2026-03-01")
    assert [getattr(step, "name", step) for step in item.special_steps] == ["听证", "现场核查"]


BUNDLE = '[[bundle]]\nid = "b"\nname = "b"\nitems = []\n'
QUESTION = '[[bundle.question]]\nid = "q"\nquestion = "？"\n'
ANSWERS = 'answers = [{ words = "是", to = "x" }, { words = "否", to = "x" }]\n'
SERVICE = '[[service]]\nid = "s"\nname = "打印"\n'
CHOICES = 'choices = [{ id = "y", words = "是", without = ["%s"] }, { id = "%s", words = "不是" }]'
ASKED = '{ id = "s", question = "租的吗？", ' + CHOICES + " }"


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ('kind = "licence"', "item[0].kind", "Invalid enum value 'licence'"),
        ('reach = "world"', "item[0].reach", "Invalid enum value"),
        ('levels = ["moon"]', "item[0].levels[0]", "Invalid enum value"),
        ('local = ["colour"]', "item[0].local[0]", "Invalid enum value"),
        ('legal_days = "soon"', "item[0].legal_days", "matching regex"),
        ("promise_days = -1", "item[0].promise_days", ">= 0"),
        ('effective_from = "2026-02-30"', "item[0].effective_from", "RFC3339"),
        ('codes = { basic = "' + "9" * 129 + '" }', "item[0].codes.basic", "<= 128"),
        (f"situations = [{ASKED % ('m_x', 'n')}]", "item[0].situations[0].choices[0].without", "'m_x' is not in this"),
        (f"situations = [{ASKED % ('m_id', 'y')}]", "item[0].situations[0].choices[1].id", "'y' stands twice"),
        (
            f"situations = [{ASKED % ('m_id', 'n')}, {ASKED % ('m_id', 'n')}]",
            "item[0].situations[1].id",
            "stands twice",
        ),
        ('[[bundle]]\nid = "b"\nname = "b"\nitems = ["i9"]', "bundle[0].items", "'i9' is not in this file"),
        ('[[bundle]]\nid = "b"\nname = "b"\nitems = []\norder = "chaos"', "bundle[0].order", "Invalid enum value"),
        ('[[bundle]]\nid = "b"\nname = "b"\nitems = []\n' * 2, "bundle[1].id", "'b' stands twice"),
        ('proxy = "aunt"', "item[0].proxy", "Invalid enum value"),
        ('plain = "' + "字" * 121 + '"', "item[0].plain", "<= 120"),
        (BUNDLE + '[[bundle.leaf]]\nid = "x"\nitems = ["i9"]', "bundle[0].leaf[0].items", "'i9' is not in this"),
        (BUNDLE + '[[bundle.leaf]]\nid = "x"\n' * 2, "bundle[0].leaf[1].id", "'x' stands twice"),
        (BUNDLE + QUESTION + "answers = []", "bundle[0].question[0].answers", ">= 2"),
        (BUNDLE + QUESTION + ANSWERS + '[[bundle.leaf]]\nid = "q"', "bundle[0].leaf[0].id", "of a question too"),
        (SERVICE + 'items = ["i9"]', "service[0].items", "'i9' is not in this"),
        (SERVICE + 'hardware = ["toaster"]', "service[0].hardware[0]", "Invalid enum value"),
        (SERVICE + "sign_in = 5", "service[0].sign_in", "<= 4"),
        (SERVICE * 2, "service[1].id", "'s' stands twice"),
        ('[[venue]]\nid = "v"\nname = "x"\nservices = ["s"]', "venue[0].services", "'s' is not in this file"),
        ('[[material]]\nid = "m"\nname = "x"\n' * 2, "material[1].id", "'m' stands twice"),
        ('[[venue]]\nid = "v"\nname = "x"\n' * 2, "venue[1].id", "'v' stands twice"),
        ('[[venue]]\nid = "v"\nname = "x"\nregion = "44010"', "venue[0].region", "matching regex"),
        ('[[venue]]\nid = "v"\nname = "x"\nkm = -1', "venue[0].km", ">= 0"),
        ("[catalogue]\ncode_lengths = { basic = [0] }", "catalogue.code_lengths.basic[0]", ">= 1"),
    ],
)
def test_a_mistake_is_named_by_key_and_what_was_expected(read, text, key, expected):
    with pytest.raises(ConfigError) as told:
        read(text)
    assert told.value.key == key
    assert expected in told.value.expected


def test_a_material_that_an_item_names_twice_is_refused(tmp_path):
    path = tmp_path / "site.toml"
    path.write_text((HEAD % "").replace("m_deed", "m_id"), encoding="utf-8")
    with pytest.raises(ConfigError) as told:
        load_site(path)
    assert told.value.key == "item[0].materials[1].id"


@pytest.mark.parametrize(
    ("hall", "key"),
    [('region = "440106199003071"', "hall.region"), ('cross_region_queue = "Z"', "hall.cross_region_queue")],
)
def test_a_halls_region_is_six_digits_and_its_cross_region_queue_is_known(read, hall, key):
    with pytest.raises(ConfigError) as told:
        read(hall=hall)
    assert told.value.key == key


def test_the_demo_hall_says_whom_it_takes_and_where_else_to_go():
    site = load_site(ROOT / "config/sites/demo.toml")
    assert (site.hall.region, site.hall.cross_region_queue, len(site.venue)) == ("440199", "X", 2)
    assert {item.reach for item in site.item} == {"local", "city", "province", "cross_province"}
