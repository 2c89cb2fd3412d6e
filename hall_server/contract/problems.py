"""Permanent problem codes of the API and the HTTP status each travels with (problem+json, RFC 9457).

A code never changes its meaning. Sentences for people are the reader's business: pages and kiosks have their own words.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hall_server.contract.visits import Referral


class ProblemCode(StrEnum):
    """What went wrong, for machines. The hall's own documentation lists each (docs/problem-codes.md)."""

    BAD_JSON = "bad_json"
    BAD_REQUEST = "bad_request"  # a field is missing, unknown, of another type or out of range
    BODY_TOO_LARGE = "body_too_large"
    IDEMPOTENCY_KEY_MISSING = "idempotency_key_missing"
    IDEMPOTENCY_KEY_INVALID = "idempotency_key_invalid"
    IDEMPOTENCY_KEY_IN_FLIGHT = "idempotency_key_in_flight"
    IDEMPOTENCY_KEY_REUSED = "idempotency_key_reused"
    NOT_AUTHENTICATED = "not_authenticated"
    NOT_ALLOWED = "not_allowed"
    SIGNATURE_STALE = "signature_stale"  # signed too long ago or ahead, or seen before; `detail`: the hall's seconds
    ENROLMENT_CODE_WRONG = "enrolment_code_wrong"  # never made, over, or used by another machine
    ENROLMENT_WAITING = "enrolment_waiting"  # nobody has compared the fingerprint yet
    ENROLMENT_OVER = "enrolment_over"  # there is nothing to decide any more
    KIOSK_UNKNOWN = "kiosk_unknown"  # the site file has none of that name
    TOO_MANY_REQUESTS = "too_many_requests"
    LOGIN_FAILED = "login_failed"
    LOGIN_LOCKED = "login_locked"
    ACCOUNT_LOCKED = "account_locked"
    ACCOUNT_UNKNOWN = "account_unknown"
    ACCOUNT_EXISTS = "account_exists"
    LAST_KEEPER = "last_keeper"
    PIN_WEAK = "pin_weak"
    NOT_FOUND = "not_found"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    HALL_UNKNOWN = "hall_unknown"
    TICKET_UNKNOWN = "ticket_unknown"
    ITEM_UNKNOWN = "item_unknown"
    REFERRED = "referred"  # this hall may not take the applicant; `referral` says who can
    COUNTER_UNKNOWN = "counter_unknown"
    COUNTER_TAKEN = "counter_taken"
    COUNTER_BUSY = "counter_busy"  # finish the ticket at hand first
    COUNTER_CLOSED = "counter_closed"  # nobody is signed in there
    ILLEGAL_MOVE = "illegal_move"
    NOT_YOUR_TICKET = "not_your_ticket"
    NOBODY_WAITING = "nobody_waiting"
    RECALL_TOO_SOON = "recall_too_soon"
    RECALLS_USED_UP = "recalls_used_up"
    NO_SHOW_TOO_SOON = "no_show_too_soon"
    QUEUE_CLOSED = "queue_closed"  # no numbers of this queue now
    NOTHING_TO_UNDO = "nothing_to_undo"
    UNDO_TOO_LATE = "undo_too_late"
    QUEUE_UNKNOWN = "queue_unknown"
    CANNOT_CARRY_OVER = "cannot_carry_over"  # the named ticket of another day gives no priority today
    LEASE_FENCED = "lease_fenced"  # another machine has this identity, or a newer boot of it spoke
    OUTBOX_FORKED = "outbox_forked"  # the kiosk's store is an old copy: its rows are not those that were acknowledged
    NUMBER_TAKEN = "number_taken"  # somebody else holds this label on that day
    NUMBER_NOT_GRANTED = "number_not_granted"  # it is in no block of this kiosk, nor in its emergency series
    SLOT_UNKNOWN = "slot_unknown"
    SLOT_NOT_OPEN = "slot_not_open"  # too far ahead, too soon, or past
    SLOT_FULL = "slot_full"
    BOOKING_UNKNOWN = "booking_unknown"
    BOOKING_BLOCKED = "booking_blocked"  # of booking only: numbers are given all the same (CL-C10)
    TOO_MANY_BOOKINGS = "too_many_bookings"
    CANCEL_TOO_LATE = "cancel_too_late"
    BOOKING_NOT_CONFIRMED = "booking_not_confirmed"
    TOO_EARLY_TO_CHECK_IN = "too_early_to_check_in"
    BOOKING_OVER = "booking_over"
    HELP_UNKNOWN = "help_unknown"
    SCREEN_NOT_SHARED = "screen_not_shared"  # no yes of this kiosk's visitor stands (CL-E10)
    BASIS_MISSING = "basis_missing"  # a material that no list has, without the law that asks for it (CL-B8)
    NOTICE_GIVEN = "notice_given"  # all that is missing has been told once (CL-D1)
    PAPER_NOT_NEEDED = "paper_not_needed"  # the hall has its electronic licence (CL-D12)
    MATERIALS_MISSING = "materials_missing"  # of an application; `detail` names them by id
    PARTS_MISSING = "parts_missing"  # of an application: the city has not all of what was told, send it again
    BOOKING_SETTLED = "booking_settled"  # checked in, cancelled or missed: this cannot happen to it any more
    HALL_ROLLED_BACK = "hall_rolled_back"
    CITY_AWAY = "city_away"  # the city's platform gives no answer of use
    CITY_REFUSED = "city_refused"  # it understood and will not
    STORE_UNAVAILABLE = "store_unavailable"
    INTERNAL = "internal"


STATUS: dict[ProblemCode, int] = {
    ProblemCode.BAD_JSON: 400,
    ProblemCode.BAD_REQUEST: 400,
    ProblemCode.BODY_TOO_LARGE: 413,
    ProblemCode.IDEMPOTENCY_KEY_MISSING: 400,
    ProblemCode.IDEMPOTENCY_KEY_INVALID: 400,
    ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT: 409,
    ProblemCode.IDEMPOTENCY_KEY_REUSED: 422,
    ProblemCode.NOT_AUTHENTICATED: 401,
    ProblemCode.NOT_ALLOWED: 403,
    ProblemCode.SIGNATURE_STALE: 401,
    ProblemCode.ENROLMENT_CODE_WRONG: 403,
    ProblemCode.ENROLMENT_WAITING: 403,
    ProblemCode.ENROLMENT_OVER: 409,
    ProblemCode.KIOSK_UNKNOWN: 404,
    ProblemCode.TOO_MANY_REQUESTS: 429,
    ProblemCode.LOGIN_FAILED: 401,
    ProblemCode.LOGIN_LOCKED: 429,
    ProblemCode.ACCOUNT_LOCKED: 403,
    ProblemCode.ACCOUNT_UNKNOWN: 404,
    ProblemCode.ACCOUNT_EXISTS: 409,
    ProblemCode.LAST_KEEPER: 409,
    ProblemCode.PIN_WEAK: 400,
    ProblemCode.NOT_FOUND: 404,
    ProblemCode.METHOD_NOT_ALLOWED: 405,
    ProblemCode.HALL_UNKNOWN: 404,
    ProblemCode.TICKET_UNKNOWN: 404,
    ProblemCode.ITEM_UNKNOWN: 404,
    ProblemCode.REFERRED: 409,
    ProblemCode.COUNTER_UNKNOWN: 404,
    ProblemCode.COUNTER_TAKEN: 409,
    ProblemCode.COUNTER_BUSY: 409,
    ProblemCode.COUNTER_CLOSED: 409,
    ProblemCode.ILLEGAL_MOVE: 409,
    ProblemCode.NOT_YOUR_TICKET: 409,
    ProblemCode.NOBODY_WAITING: 409,
    ProblemCode.RECALL_TOO_SOON: 409,
    ProblemCode.RECALLS_USED_UP: 409,
    ProblemCode.NO_SHOW_TOO_SOON: 409,
    ProblemCode.QUEUE_CLOSED: 409,
    ProblemCode.NOTHING_TO_UNDO: 409,
    ProblemCode.UNDO_TOO_LATE: 409,
    ProblemCode.QUEUE_UNKNOWN: 404,
    ProblemCode.CANNOT_CARRY_OVER: 409,
    ProblemCode.LEASE_FENCED: 409,
    ProblemCode.OUTBOX_FORKED: 409,
    ProblemCode.NUMBER_TAKEN: 409,
    ProblemCode.NUMBER_NOT_GRANTED: 409,
    ProblemCode.SLOT_UNKNOWN: 404,
    ProblemCode.SLOT_NOT_OPEN: 409,
    ProblemCode.SLOT_FULL: 409,
    ProblemCode.BOOKING_UNKNOWN: 404,
    ProblemCode.BOOKING_BLOCKED: 409,
    ProblemCode.TOO_MANY_BOOKINGS: 409,
    ProblemCode.CANCEL_TOO_LATE: 409,
    ProblemCode.BOOKING_NOT_CONFIRMED: 409,
    ProblemCode.TOO_EARLY_TO_CHECK_IN: 409,
    ProblemCode.BOOKING_OVER: 409,
    ProblemCode.HELP_UNKNOWN: 404,
    ProblemCode.SCREEN_NOT_SHARED: 409,
    ProblemCode.BASIS_MISSING: 400,
    ProblemCode.NOTICE_GIVEN: 409,
    ProblemCode.PAPER_NOT_NEEDED: 409,
    ProblemCode.MATERIALS_MISSING: 409,
    ProblemCode.PARTS_MISSING: 409,
    ProblemCode.BOOKING_SETTLED: 409,
    ProblemCode.HALL_ROLLED_BACK: 409,
    ProblemCode.CITY_AWAY: 503,
    ProblemCode.CITY_REFUSED: 409,
    ProblemCode.STORE_UNAVAILABLE: 503,
    ProblemCode.INTERNAL: 500,
}


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """The body of every error answer: `application/problem+json`."""

    code: ProblemCode
    status: int
    title: str
    detail: str = ""
    field: str = ""  # JSON path of the offending field, "$.item"
    retry_after_s: float = 0
    referral: Referral | None = None  # with `referred`: where to go instead


class HallProblem(Exception):  # noqa: N818 - named for what it carries; it is the contract's word, not an accident
    """A refusal with a permanent code: raised by domain and flows, shaped by the API, changing nothing."""

    def __init__(
        self,
        code: ProblemCode,
        detail: str = "",
        *,
        field: str = "",
        retry_after_s: float = 0,
        referral: Referral | None = None,
    ) -> None:
        super().__init__(f"{code.value}: {detail}" if detail else code.value)
        self.code = code
        self.detail = detail
        self.field = field
        self.retry_after_s = retry_after_s
        self.referral = referral

    def problem(self) -> Problem:
        """The document that goes over the wire."""
        return Problem(
            code=self.code,
            status=STATUS[self.code],
            title=self.code.value.replace("_", " "),
            detail=self.detail,
            field=self.field,
            retry_after_s=self.retry_after_s,
            referral=self.referral,
        )
