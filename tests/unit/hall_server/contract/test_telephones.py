"""手机号: which numbers a message can reach, by region, and what is shown of them (CL-C16, CL-G6)."""

import re

import pytest

from hall_server.contract.telephones import (
    E164,
    LENGTH,
    PhoneRegion,
    e164,
    may_begin,
    phone_groups,
    phone_mask,
    whole,
)

WHOLE = {
    PhoneRegion.MAINLAND: "13800135678",
    PhoneRegion.HONG_KONG: "51237788",
    PhoneRegion.MACAU: "66123456",
    PhoneRegion.TAIWAN: "0912345678",
}


@pytest.mark.parametrize(("region", "digits"), WHOLE.items())
def test_cl_g6_a_whole_mobile_number_of_each_region_can_be_told(region, digits):
    assert whole(region, digits)
    assert not whole(region, digits[:-1])
    assert not whole(region, digits + "1")
    assert re.fullmatch(E164, e164(region, digits))
    assert all(may_begin(region, digits[:at]) for at in range(len(digits) + 1))


@pytest.mark.parametrize(
    ("region", "digits"),
    [
        (PhoneRegion.MAINLAND, "2"),
        (PhoneRegion.MAINLAND, "12"),
        (PhoneRegion.HONG_KONG, "2"),  # a telephone on a wall reads nothing
        (PhoneRegion.MACAU, "28"),
        (PhoneRegion.TAIWAN, "9"),
        (PhoneRegion.TAIWAN, "02"),
        (PhoneRegion.MAINLAND, "1３"),
        (PhoneRegion.MAINLAND, "13a"),
    ],
)
def test_what_no_mobile_number_begins_with_is_odd_at_once(region, digits):
    assert not may_begin(region, digits)


def test_the_leading_nought_of_taiwan_is_not_sent():
    assert e164(PhoneRegion.TAIWAN, "0912345678") == "+886912345678"


@pytest.mark.parametrize(
    ("number", "shown"),
    [("+8613800135678", "138****5678"), ("+85251237788", "****7788"), ("+886912345678", "9****5678")],
)
def test_a_mask_hides_four_digits_whatever_the_region(number, shown):
    assert phone_mask(number) == shown


def test_a_number_is_read_in_groups_also_while_it_grows():
    assert [phone_groups(PhoneRegion.MAINLAND, "13800135678"[:length]) for length in (0, 3, 5, 11)] == [
        "",
        "138",
        "138 00",
        "138 0013 5678",
    ]
    assert phone_groups(PhoneRegion.TAIWAN, "0912345678") == "0912 345 678"
    assert set(LENGTH) == set(PhoneRegion)
