"""What is made of pushes, answers and silence in the middle of a slip."""

from devices.receipt_printer.status import Flag
from devices.receipt_printer.watch import ANSWER, PUSH, PaperWatch

ENDED = frozenset({Flag.OFFLINE, Flag.PAPER_END})
OPEN = frozenset({Flag.COVER_OPEN})


def test_one_push_or_two_answers_spoil_a_slip_and_one_answer_does_not():
    pushed, answered = PaperWatch(), PaperWatch()
    pushed.note(ENDED, PUSH)
    assert pushed.spoilt == "paper_out"
    answered.note(OPEN, ANSWER)
    assert answered.spoilt == ""
    answered.note(OPEN, ANSWER)
    assert answered.spoilt == "cover_open"


def test_what_has_nothing_to_do_with_the_paper_spoils_nothing():
    watch = PaperWatch()
    for flag in set(Flag) - {Flag.PAPER_END, Flag.PAPER_STOP, Flag.COVER_OPEN}:
        watch.note(frozenset({flag}), PUSH)
    assert watch.spoilt == ""


def test_the_longest_silence_counts_and_a_new_slip_begins_anew():
    watch = PaperWatch()
    watch.begin(10.0)
    watch.hear(10.5)
    watch.missed()
    watch.missed()
    watch.hear(14.0)
    watch.missed()  # one may be lost to noise
    watch.hear(19.0)
    assert watch.silent_s == 3.5
    watch.missed()
    watch.hear(26.0)
    assert watch.silent_s == 7.0
    watch.note(ENDED, PUSH)
    watch.begin(30.0)
    watch.hear(40.0)
    assert (watch.spoilt, watch.silent_s) == ("", 0.0)
