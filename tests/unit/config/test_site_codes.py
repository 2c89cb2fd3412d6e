"""[codes] in a site file: a list beside the file, one or two pinned roots, the names that a hall answers to."""

import base64

import pytest

from config.errors import ConfigError
from config.site import TrustedCodes, load_site
from tests.house_rules.sources import ROOT

DEMO = (ROOT / "config/sites/demo.toml").read_text(encoding="utf-8")
ONE, OTHER = bytes(range(32)), bytes(range(32, 64))
CITY = ("[city]", 'address = "https://city.example"')
LIST = 'trust_list = "trust.json"'


def in_file(*roots: bytes) -> str:
    return f"roots = {[base64.b64encode(root).decode() for root in roots]}"


@pytest.fixture
def written(tmp_path):
    """The demo hall's file with a table behind it."""

    def write(*lines: str):
        path = tmp_path / "site.toml"
        path.write_text("\n".join([DEMO, "[codes]", *lines]), encoding="utf-8")
        return path

    return write


def test_without_a_table_nobody_s_codes_are_taken():
    assert load_site(ROOT / "config/sites/demo.toml").codes is None


def test_the_list_is_looked_for_beside_the_file(written, tmp_path):
    found = load_site(written(LIST, in_file(ONE))).codes
    assert found == TrustedCodes((ONE,), trust_list=str(tmp_path / "trust.json"))


def test_a_whole_path_stays_as_it_is(written):
    assert load_site(written('trust_list = "/srv/trust.json"', in_file(ONE))).codes.trust_list == "/srv/trust.json"


def test_without_a_file_the_list_is_the_city_s(written):
    found = load_site(written(in_file(ONE), *CITY)).codes
    assert found == TrustedCodes((ONE,))


def test_two_roots_and_names_of_the_hall_are_read(written):
    found = load_site(written(LIST, in_file(ONE, OTHER), 'audiences = ["gz", "city.demo"]')).codes
    assert (found.roots, found.audiences) == ((ONE, OTHER), ("gz", "city.demo"))


@pytest.mark.parametrize(
    ("lines", "key", "expected"),
    [
        ((LIST,), "codes", "missing required field `roots`"),
        ((in_file(ONE),), "codes.trust_list", "a path of a file, or [city] with its port codes"),
        (('trust_list = ""', in_file(ONE)), "codes.trust_list", "or [city]"),
        ((in_file(ONE), *CITY, "[city.ports.codes]", "off = true"), "codes.trust_list", "or [city]"),
        (('trust_list = "a\\u0000"', in_file(ONE)), "codes.trust_list", "a path"),
        ((LIST, "roots = []"), "codes.roots", "length >= 1"),
        ((LIST, in_file(ONE, OTHER, bytes(32))), "codes.roots", "length <= 2"),
        ((LIST, in_file(ONE, ONE)), "codes.roots[1]", "does not stand there already"),
        ((LIST, in_file(ONE[:31])), "codes.roots[0]", "length >= 32"),
        ((LIST, in_file(ONE * 2 + b"1")), "codes.roots[0]", "length <= 64"),
        ((LIST, 'roots = ["no base64!"]'), "codes.roots[0]", "base64"),
        ((LIST, in_file(ONE), 'audiences = ["木棉"]'), "codes.audiences[0]", "matching regex"),
        ((LIST, in_file(ONE), 'audiences = ["gz", "gz"]'), "codes.audiences[1]", "does not stand there already"),
        ((LIST, in_file(ONE), f"audiences = {[f'a{no}' for no in range(17)]}"), "codes.audiences", "length <= 16"),
        ((LIST, in_file(ONE), "root = 1"), "codes", "unknown field `root`"),
    ],
)
def test_a_mistake_is_named_by_file_key_and_what_was_expected(written, lines, key, expected):
    path = written(*lines)
    with pytest.raises(ConfigError) as told:
        load_site(path)
    assert (told.value.file, told.value.key) == (str(path), key)
    assert expected in told.value.expected
