"""The tour's checks can fail: each kind of wrong day is told."""

from tests.tour.ledger import Ledger


def _event(n, move, state, ticket="t1", label="A001", **more):
    return {"n": n, "move": move, "state": state, "ticket": ticket, "label": label, **more}


def _good_day():
    return Ledger(
        events=[
            _event(1, "take", "reserved"),
            _event(2, "confirm_print", "waiting", answer="paper"),
            _event(3, "call", "called", counter=3),
        ],
        slips=[{"ticket": "t1", "label": "A001"}],
        board_calls=[{"n": 3, "label": "A001", "counter": 3}],
    )


def test_a_good_day_has_no_violation():
    assert _good_day().violations() == []


def test_a_slip_that_nobody_confirmed_is_told():
    day = _good_day()
    day.slips.append({"ticket": "t2", "label": "A002"})
    assert day.violations() == ["a slip of ticket t2 is on paper, never confirmed"]


def test_a_confirmed_ticket_without_a_slip_is_told():
    day = _good_day()
    day.slips.clear()
    assert day.violations() == ["ticket t1 is confirmed on paper, and there is no slip"]


def test_a_slip_printed_twice_is_told():
    day = _good_day()
    day.slips.append({"ticket": "t1", "label": "A001"})
    assert day.violations() == ["ticket t1 has 2 slips on paper"]


def test_a_call_that_the_board_missed_or_repeated_is_told():
    missed, repeated = _good_day(), _good_day()
    missed.board_calls.clear()
    repeated.board_calls *= 2
    assert len(missed.violations()) == 1
    assert len(repeated.violations()) == 1


def test_a_number_given_twice_and_a_gap_in_the_events_are_told():
    day = _good_day()
    day.events.append(_event(5, "take", "reserved", ticket="t9"))
    assert any("A001 was given 2 times" in text for text in day.violations())
    assert any("not 1…4" in text for text in day.violations())
