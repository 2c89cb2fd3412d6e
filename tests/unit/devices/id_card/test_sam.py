"""The number of a reader's security module."""

import pytest

from devices.id_card.sam import encode_sam_id, sam_id_text


def test_it_is_shown_as_it_is_printed_on_readers():
    data = bytes.fromhex("0500 0100 F1D53401 2A1B0700 E8E31E3F")  # little endian, laid by hand
    assert sam_id_text(data) == "05.01-20239857-0000465706-1058989032"
    assert sam_id_text(encode_sam_id(5, 3, 20110101, 7, 4294967295)) == "05.03-20110101-0000000007-4294967295"


@pytest.mark.parametrize("data", [b"", bytes(15), bytes(17)])
def test_anything_but_sixteen_bytes_is_no_number(data):
    assert sam_id_text(data) == ""
