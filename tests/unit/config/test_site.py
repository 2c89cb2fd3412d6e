"""A site file with a mistake is answered with file, key and what was expected."""

import pytest

from config.errors import ConfigError
from config.site import load_site, weekdays
from tests.house_rules.sources import ROOT

DEMO = ROOT / "config/sites/demo.toml"


@pytest.fixture
def changed(tmp_path):
    """The demo hall's file with one text replaced by another."""

    def change(old: str, new: str):
        text = DEMO.read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "site.toml"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return change


def test_the_demo_hall_has_twelve_counters_ten_queues_and_twenty_eight_items():
    site = load_site(DEMO)
    assert (len(site.counter), len(site.queue), len(site.item)) == (12, 10, 28)
    assert {queue.letter for queue in site.queue} == set("ACEHDLKNXP")


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ('letter = "A"', 'letter = "B"', "queue[0].letter", "matching regex"),
        ("recall_max = 3", "recall_max = -1", "hall.recall_max", ">= 0"),
        ('_ratio = "1:3"', '_ratio = "x"', "hall.booking_priority_ratio", "matching regex"),
        ("noon_counters = [2,", "noon_counters = [200,", "hall.hours[0].noon_counters", "200 is not in this file"),
        ('arrows = { 1 = "d', 'arrows = { 77 = "left", 1 = "d', "board[0].arrows", "'77' is not in this file"),
        ('arrows = { 1 = "downstairs"', 'arrows = { 1 = "lefft"', "board[0].arrows", "'lefft' is not in this file"),
        (
            "[[board]]",
            '[[user]]\nstaff_no = "77"\nname = "x"\npin_hash = "1234"\n[[board]]',
            "user[0].pin_hash",
            "matching regex",
        ),
        ('id = "gz-demo-district"', 'id = "gz\\n"', "hall.id", "matching regex"),
        ('close = "17:30"', 'close = "17:30\\n"', "hall.hours[0].close", "matching regex"),
        ('letter = "C"', 'letter = "A"', "queue[1].letter", "'A' stands twice"),
        ('queues = ["L", "K"]', 'queues = ["L", "Q"]', "counter[0].queues", "'Q' is not in this file; known: A, C"),
        ('queue = "H"', 'queue = "Z"', "item[0].queue", "'Z' is not in this file"),
        ('general_queue = "K"', 'general_queue = "Q"', "hall.general_queue", "'Q' is not in this file"),
        (
            'days = "1-5"',
            'days = "5-1"',
            "hall.hours[0].days",
            "each weekday once, rising, as in 1-5 or 6,7; found '5-1'",
        ),
        ('days = "1-5"', 'days = "1-3,3"', "hall.hours[0].days", "each weekday once"),
        ('days = "1-5"', 'days = "1-8"', "hall.hours[0].days", "matching regex"),
        ('days = "1-5"', 'days = "Mon"', "hall.hours[0].days", "matching regex"),
        ('close = "17:30"', 'close = "09:00"', "hall.hours[0].close", "a time after 09:00, found 09:00"),
        (
            "hours = [{",
            'hours = [{ days = "5", open = "10:00", close = "12:00" }, {',
            "hall.hours[1].days",
            "each weekday",
        ),
        ("no = 1", 'no = "one"', "counter[0].no", "Expected `int`, got `str`"),
        ("walk_in_floor = 0.4", "walk_in_floor = 1.4", "hall.walk_in_floor", "<= 1.0"),
        ('hotline = "12345"', 'hot_line = "12345"', "hall", "unknown field `hot_line`"),
        ('hotline = "12345"', 'public_address = "https://x.cn/"', "hall.public_address", "matching regex"),
        ('hotline = "12345"', 'public_address = "javascript:1"', "hall.public_address", "matching regex"),
        ('"main", "居民身份证"]', '"major", "居民身份证"]', "item[0].materials[0]", "main or tol, found 'major'"),
        ('items = ["i22"]', 'items = ["i99"]', "bundle[1].items", "'i99' is not in this file"),
        ("recall_max = 3", "recall_max = ", "", "not TOML: Invalid value (at line"),
    ],
)
def test_a_mistake_is_named_by_file_key_and_what_was_expected(changed, old, new, key, expected):
    path = changed(old, new)
    with pytest.raises(ConfigError) as told:
        load_site(path)
    assert told.value.file == str(path)
    assert told.value.key == key
    assert expected in told.value.expected


def test_a_missing_an_oversized_and_a_wrongly_encoded_file_are_told(tmp_path):
    with pytest.raises(ConfigError, match="no such file"):
        load_site(tmp_path / "none.toml")
    huge = tmp_path / "huge.toml"
    huge.write_bytes(b"#" * ((1 << 20) + 1))
    with pytest.raises(ConfigError, match="larger than"):
        load_site(huge)
    foreign = tmp_path / "foreign.toml"
    foreign.write_bytes("[hall]\nname = '木棉'".encode("gb18030"))
    with pytest.raises(ConfigError, match="not UTF-8"):
        load_site(foreign)
    with pytest.raises(ConfigError, match="cannot be read"):
        load_site(tmp_path)


@pytest.mark.parametrize(
    ("days", "found"), [("1-5", (1, 2, 3, 4, 5)), ("6,7", (6, 7)), ("1-3,5", (1, 2, 3, 5)), ("7", (7,)), ("2-2", (2,))]
)
def test_weekdays_are_read(days, found):
    assert weekdays(days) == found
