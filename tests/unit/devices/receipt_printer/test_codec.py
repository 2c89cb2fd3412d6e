"""Commands out: bytes as the ESC/POS reference writes them, and refusal of what a printer could not show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.receipt_printer import codec
from devices.receipt_printer.parser import CommandParser, Kind
from devices.values.receipt_printer import Align, Letters


def parsed(data):
    parser = CommandParser()
    commands = parser.feed(data)
    assert (parser.unknown, parser.rejected) == (0, 0)
    return commands


def test_initialise_resets_and_switches_chinese_letters_on():
    assert codec.initialise() == bytes.fromhex("1b40 1d50cbcb 1c26")


def test_small_commands_are_the_reference_bytes():
    assert codec.push_status() == bytes.fromhex("1d610e")
    assert codec.realtime_query(4) == bytes.fromhex("100404")
    assert codec.push_status(on=False) == bytes.fromhex("1d6100")
    assert codec.process_query(b"ABCD") == bytes.fromhex("1d2848 0600 3030 41424344")
    assert codec.processed_query() == bytes.fromhex("1d7201")
    assert codec.clear_buffer() == bytes.fromhex("10140801031401060208")
    assert codec.align(Align.CENTER) == bytes.fromhex("1b6101")
    assert codec.magnify(2, 3) == bytes.fromhex("1d2112")
    assert codec.bold(on=True) == bytes.fromhex("1b4501")
    assert codec.indent(300) == bytes.fromhex("1b242c01")
    assert codec.line_pitch(1000) == bytes.fromhex("1b33ff")
    assert codec.line_end() == b"\n"
    assert codec.cut() == bytes.fromhex("1d564200")


@pytest.mark.parametrize(("width", "height"), [(0, 1), (1, 9), (9, 1), (1, 0)])
def test_letters_that_grow_beyond_eight_times_are_refused(width, height):
    with pytest.raises(codec.UnprintableError):
        codec.magnify(width, height)


@pytest.mark.parametrize("text", ["二楼 A 区 4、9 号窗口", "（￥：，）", "镕囍", " ~", ""])
def test_text_is_gbk_when_every_character_comes_back(text):
    assert codec.sayable(text, Letters.GBK)
    assert codec.own_text(text, Letters.GBK).decode("gbk") == text


@pytest.mark.parametrize("text", ["𠀀", "张𠀀", "¥", "a\nb", "\x1b@", "€", "ö", "한", "\x7f", "䶮"])
def test_text_is_refused_when_a_character_has_no_two_byte_gbk(text):
    assert not codec.sayable(text, Letters.GBK)
    with pytest.raises(codec.UnprintableError):
        codec.own_text(text, Letters.GBK)


@pytest.mark.parametrize("text", ["二楼 A 区", "（￥：，）", "㙍圳镇 䶮", "€ 5", ""])
def test_text_is_gb18030_with_the_four_byte_letters_that_every_such_printer_has(text):
    assert codec.own_text(text, Letters.GB18030).decode("gb18030") == text


@pytest.mark.parametrize("letters", [Letters.GB18030, Letters.UTF_8])
@pytest.mark.parametrize("text", ["𠀀", "𠮷野家", "¥", "a\nb", "\x1b@", "\ue000", "ö", "한", "\ufeff", "\ud800"])
def test_a_letter_that_no_printer_is_sure_to_have_is_drawn_whatever_the_encoding(letters, text):
    assert not codec.sayable(text, letters)


def test_text_is_utf_8_for_letters_that_gbk_has_too():
    assert codec.own_text("木棉 A1￥", Letters.UTF_8) == "木棉 A1￥".encode()
    assert not codec.sayable("㙍", Letters.UTF_8)


def test_a_printer_without_letters_says_nothing_by_itself():
    assert not codec.sayable("A", Letters.NONE)


def test_each_encoding_is_switched_on_in_its_own_way():
    assert codec.initialise(Letters.NONE) == bytes.fromhex("1b40 1d50cbcb")
    assert codec.initialise() == codec.initialise(Letters.GB18030) == bytes.fromhex("1b40 1d50cbcb 1c26")
    assert codec.initialise(Letters.UTF_8) == bytes.fromhex("1b40 1d50cbcb 1c284302003032 1c284303003c0114")


@given(st.text(), st.sampled_from(Letters), st.integers(1, 9))
def test_text_never_carries_a_command_whatever_it_is(text, letters, size):
    if not codec.sayable(text, letters) or not text:
        return
    data = codec.initialise(letters) + codec.own_text(text, letters) + codec.line_end()
    parser, read = CommandParser(letters), []
    for at in range(0, len(data), size):
        read += parser.feed(data[at : at + size])
    kinds = [command.kind for command in read]
    assert set(kinds) <= {Kind.INIT, Kind.CHINESE, Kind.ENCODING, Kind.TEXT, Kind.LINE_END}
    assert b"".join(command.data for command in read if command.kind is Kind.TEXT) == codec.own_text(text, letters)
    assert kinds[-1] is Kind.LINE_END


def test_columns_count_chinese_letters_twice():
    assert codec.columns("A区9") == 4


@given(st.integers(-10, 3000))
def test_feeds_add_up_to_the_dots_asked_for(dots):
    assert sum(command.args[0] for command in parsed(codec.feed(dots))) == max(dots, 0)


@given(st.integers(1, 72), st.integers(0, 600), st.randoms(use_true_random=False))
def test_raster_slices_hold_all_rows_and_none_is_longer_than_255(width, rows, random):
    data = random.randbytes(width * rows)
    commands = parsed(b"".join(codec.raster(width, data)))
    assert b"".join(command.data for command in commands) == data
    assert all(command.args[0] == width and 1 <= command.args[1] <= 255 for command in commands)


@pytest.mark.parametrize(("width", "size"), [(0, 0), (3, 4), (256, 256)])
def test_raster_is_refused_when_it_is_no_whole_number_of_rows(width, size):
    with pytest.raises(codec.UnprintableError):
        codec.raster(width, bytes(size))


def test_native_qr_is_what_python_escpos_sends():
    from escpos.printer import Dummy

    oracle = Dummy()
    oracle.qr("KPT1:ABC", native=True, size=8, ec=1)
    ours = codec.qr("KPT1:ABC", 8)
    assert [part for part in oracle.output.split(b"\x1d(k") if part.strip()] == ours.split(b"\x1d(k")[1:]


@pytest.mark.parametrize("content", ["", "A" * 513, "码", "a\nb"])
def test_native_qr_is_refused_for_what_is_not_short_printable_ascii(content):
    with pytest.raises(codec.UnprintableError):
        codec.qr(content, 8)
