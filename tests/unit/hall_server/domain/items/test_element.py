"""CL-B1, B6, B7: the element set, and limits as catalogues write them."""

import pytest

from hall_server.contract.items import ItemKind
from hall_server.domain.items.element import Term, term


@pytest.mark.parametrize(
    ("text", "found"),
    [("", None), ("-", None), ("0", Term(0)), ("10", Term(10)), ("15d", Term(15, calendar=True))],
)
def test_a_limit_is_working_days_calendar_days_or_none(text, found):
    assert term(text) == found
    assert str(found or "") == text.strip("-")


@pytest.mark.parametrize("text", ["x", "1.5", "-1", "15 d", "d", "00", "99999", "１５", "5\n", "5dd"])
def test_a_limit_that_is_none_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        term(text)


def test_there_are_eight_kinds_of_items():
    """CL-B6 The seven kinds of administrative powers on application, and public services."""
    assert len(ItemKind) == 8
