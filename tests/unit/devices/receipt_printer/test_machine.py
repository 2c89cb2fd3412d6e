"""The emulated printer itself: turns, faults, what falls out."""

import pytest

from devices.receipt_printer import codec, status
from devices.receipt_printer.machine import MAX_WAITING, Fault, PrinterMachine, SlipOutcome
from devices.receipt_printer.paper import MAX_SLIP_ROWS
from devices.receipt_printer.status import QUERIES, Flag, printer_status
from devices.values.receipt_printer import Letters

BLACK = b"".join(codec.raster(72, b"\xff" * 72 * 100))


def test_a_question_in_turn_is_answered_only_after_the_cut():
    machine = PrinterMachine()
    machine.switch_on(Fault.PAPER_OUT, after_rows=50)
    assert machine.receive(BLACK + codec.cut() + codec.processed_query()) == b""
    assert machine.receive(codec.realtime_query(4)) == b"\x7e"
    assert [slip.outcome for slip in machine.slips] == [SlipOutcome.PARTIAL]
    assert machine.switch_off(Fault.PAPER_OUT) == b"\x00"
    assert [slip.outcome for slip in machine.slips] == [SlipOutcome.PARTIAL, SlipOutcome.PARTIAL]


def test_a_change_is_pushed_once_it_was_asked_for():
    machine = PrinterMachine()
    assert machine.switch_on(Fault.COVER_OPEN) == b""
    machine.switch_off(Fault.COVER_OPEN)
    assert machine.receive(codec.push_status()) == status.pushed_packet(frozenset())
    assert machine.switch_on(Fault.COVER_OPEN) == status.pushed_packet(machine.flags)
    assert machine.switch_on(Fault.COVER_OPEN) == b""


def test_a_cut_of_blank_paper_gives_no_slip():
    machine = PrinterMachine()
    machine.receive(codec.feed(100) + codec.cut())
    assert machine.slips == []


def test_the_slip_is_the_same_with_chinese_letters_on_and_rubbish_with_them_off():
    machine = PrinterMachine()
    machine.receive(codec.initialise() + "木棉".encode("gbk") + b"\n" + codec.cut())
    machine.receive(b"\x1b@\x1c." + "木棉".encode("gbk") + b"\n" + codec.cut())
    good, rubbish = machine.slips
    assert good.text == "木棉"
    assert "木" not in rubbish.text


def test_reverse_letters_an_indent_and_a_broken_symbol_are_taken():
    machine = PrinterMachine()
    machine.receive(codec.initialise() + b"\x1dB\x01" + codec.indent(60_000) + b"A\n")
    machine.receive(b"\x1d(k\x03\x001Q0" + b"\x1d(k\x02\x001C" + codec.qr("A", 3) + codec.cut())
    assert machine.slips[0].codes == ("A",)


def test_endless_paper_and_endless_commands_are_dropped_and_counted():
    machine = PrinterMachine()
    for _ in range(MAX_SLIP_ROWS // 100 + 2):
        machine.receive(BLACK)
    assert machine.roll.dropped_rows == 200
    machine.switch_on(Fault.OFFLINE)
    machine.receive(codec.line_end() * (MAX_WAITING + 5))
    assert machine.overruns == 5


def test_an_unknown_status_question_has_no_answer():
    assert PrinterMachine().receive(codec.realtime_query(9)) == b""


def test_uncut_paper_becomes_a_partial_slip_when_it_is_torn_off():
    machine = PrinterMachine()
    machine.tear_off()
    machine.receive(BLACK)
    machine.tear_off()
    assert [slip.outcome for slip in machine.slips] == [SlipOutcome.PARTIAL]


def test_a_process_id_comes_back_behind_the_cut_and_a_malformed_one_has_no_answer():
    machine = PrinterMachine()
    assert machine.receive(codec.process_query(b"ABCD")) == bytes.fromhex("3722 41424344 00")
    assert machine.receive(b"\x1d(H\x02\x0000") == b""


def test_a_cleared_buffer_is_answered_for():
    assert PrinterMachine().receive(codec.clear_buffer()) == bytes.fromhex("372500")


def test_a_paced_printer_answers_for_its_status_before_the_paper_moves():
    machine = PrinterMachine(paced=True)
    assert machine.receive(BLACK + codec.cut() + codec.process_query(b"ABCD") + codec.realtime_query(1)) == b"\x12"
    assert machine.advance(60) == b""
    assert (machine.burnt_rows, machine.slips) == (60, [])
    assert machine.advance(60) == status.process_block(b"ABCD")
    assert len(machine.slips) == 1


def test_a_symbol_that_holds_too_much_is_not_printed_and_the_printer_goes_on():
    def symbol(payload):
        return b"\x1d\x28\x6b" + len(payload).to_bytes(2, "little") + payload

    machine = PrinterMachine()
    for size in (2000, 4000):
        machine.receive(symbol(b"1P0" + b"\xe9" * size) + symbol(b"1Q0"))
    machine.receive(codec.qr("KPT1:0", 3) + codec.cut())
    assert [slip.codes for slip in machine.slips] == [("KPT1:0",)]


@pytest.mark.parametrize(
    ("letters", "data"),
    [
        (Letters.GB18030, codec.initialise() + "㙍圳".encode("gb18030")),
        (Letters.UTF_8, codec.initialise(Letters.UTF_8) + "㙍圳".encode()),
    ],
)
def test_a_printer_reads_the_letters_it_has_in_its_own_encoding(letters, data):
    machine = PrinterMachine(letters=letters)
    for byte in data + b"\n" + codec.cut():
        machine.receive(bytes((byte,)))
    assert machine.slips[0].text == "㙍圳"
    assert machine.parser.unknown == 0


def test_a_gbk_printer_prints_rubbish_for_four_byte_letters_and_the_four_byte_yen():
    machine = PrinterMachine()
    machine.receive(codec.initialise() + "㙍¥".encode("gb18030") + b"\n" + codec.cut())
    assert "㙍" not in machine.slips[0].text
    assert "¥" not in machine.slips[0].text


def test_a_utf_8_printer_reads_gbk_until_it_is_told_otherwise_and_again_after_it_was_reset():
    machine = PrinterMachine(letters=Letters.UTF_8)
    for start in (codec.initialise(), codec.initialise(Letters.UTF_8) + codec.initialise()):
        machine.receive(start + "木棉".encode("gbk") + b"\n" + codec.cut())
    assert [slip.text for slip in machine.slips] == ["木棉", "木棉"]


def test_a_broken_letter_swallows_no_command_behind_it():
    machine = PrinterMachine(letters=Letters.UTF_8)
    machine.receive(codec.initialise(Letters.UTF_8) + "木".encode()[:2] + b"\n" + b"A\n" + codec.cut())
    assert machine.slips[0].text.endswith("\nA")


@pytest.mark.parametrize(("fault", "slips"), [(Fault.CUTTER, 0), (Fault.CUTTER_BEHIND, 1)])
def test_a_jammed_knife_says_so_whether_it_has_cut_or_not(fault, slips):
    machine = PrinterMachine()
    machine.switch_on(fault)
    machine.receive(BLACK + codec.cut())
    assert Flag.CUTTER in machine.flags
    assert len(machine.slips) == slips
    machine.switch_off(fault)
    assert [slip.outcome for slip in machine.slips] == [SlipOutcome.COMPLETE]


@pytest.mark.parametrize("fault", [Fault.HOT, Fault.BROKEN])
def test_a_printer_in_error_says_so_and_goes_on_when_it_is_over(fault):
    machine = PrinterMachine()
    machine.switch_on(fault)
    machine.receive(BLACK + codec.cut())
    assert machine.slips == []
    assert printer_status(dict.fromkeys(QUERIES, machine.flags)).fault == "printer_error"
    machine.switch_off(fault)
    assert len(machine.slips) == 1


def test_a_slip_that_was_cut_short_of_power_is_partial_and_nothing_of_it_goes_on_by_itself():
    machine = PrinterMachine(paced=True)
    machine.receive(codec.push_status() + BLACK + BLACK + codec.cut())
    machine.advance(130)
    machine.lose_power()
    machine.advance(1000)
    assert machine.slips == []
    machine.receive(BLACK + codec.cut())
    machine.advance(1000)
    assert [slip.outcome for slip in machine.slips] == [SlipOutcome.PARTIAL]


def test_a_slip_whose_cut_alone_was_thrown_away_is_whole_all_the_same():
    machine = PrinterMachine()
    machine.switch_on(Fault.CUTTER)
    machine.receive(BLACK + codec.cut() + codec.clear_buffer())
    machine.switch_off(Fault.CUTTER)
    machine.receive(codec.cut())
    assert [(slip.outcome, slip.by_knife) for slip in machine.slips] == [(SlipOutcome.COMPLETE, True)]


def test_paper_that_is_taken_out_did_not_leave_by_the_knife():
    machine = PrinterMachine()
    machine.receive(BLACK)
    machine.tear_off()
    assert not machine.slips[0].by_knife
