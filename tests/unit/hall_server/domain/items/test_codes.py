"""CL-B11: codes are opaque; a format that nobody knows is a warning."""

from hypothesis import given
from hypothesis import strategies as st

from hall_server.domain.items.codes import CodeWarning, code_warnings, of_lengths
from hall_server.domain.items.element import Codes
from tests.unit.hall_server.domain.items.sample import item

FORMATS = {"basic": of_lengths([12]), "handling": of_lengths([31, 33])}


def test_codes_of_a_known_format_raise_no_warning():
    fine = item(codes=Codes(basic="440125001000", implementation="anything", handling="1" * 33))
    assert code_warnings([fine, item("i2")], FORMATS) == ()


def test_a_code_of_unknown_format_is_imported_whole_and_told():
    """CL-B11 Unknown-format code imports with a warning, never truncated."""
    code = "粤-" + "9" * 200
    odd = item(codes=Codes(basic=code))
    assert odd.elements.codes.basic == code
    assert code_warnings([odd], FORMATS) == (CodeWarning("i1", "codes.basic", code),)


def test_any_callable_is_a_format():
    odd = item(codes=Codes(implementation="X1"))
    assert code_warnings([odd], {"implementation": lambda code: code.startswith("X")}) == ()
    assert len(code_warnings([odd], {"implementation": str.isdigit})) == 1


@given(st.text(max_size=20))
def test_a_code_of_lengths_is_ascii_capitals_and_digits_only(code):
    assert of_lengths([len(code)])(code) == (
        bool(code) and all(one in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" for one in code)
    )
