"""The enums that the kiosk, the pages and the hall read alike (definitions.md 1, 2, 18).

Knows no rules: which move is allowed in which state is `hall_server.domain.ticket`'s business.
"""

from __future__ import annotations

from enum import StrEnum

GENERAL_ITEM = "general"  # the item behind 不清楚？取综合号, of no theme


class TicketState(StrEnum):
    """Where a ticket 号 is in its life."""

    RESERVED = "reserved"  # number given, slip not confirmed yet
    UNCONFIRMED = "unconfirmed"  # nobody can tell whether a slip came out; the place is kept
    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    NO_SHOW = "no_show"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    VOID = "void"  # the number is burnt
    EXPIRED = "expired"


class Move(StrEnum):
    """What may happen to a ticket; each is one event row."""

    TAKE = "take"
    CONFIRM_PRINT = "confirm_print"
    CHECK_IN = "check_in"
    CALL = "call"
    RECALL = "recall"
    SERVE = "serve"
    HOLD = "hold"
    RESUME = "resume"
    TRANSFER = "transfer"
    NO_SHOW = "no_show"
    RETURN = "return"
    COMPLETE = "complete"
    CANCEL = "cancel"
    UNDO = "undo"


class Origin(StrEnum):
    """Who gave the number out."""

    ONLINE = "online"
    LEASE = "lease"
    EMERGENCY = "emergency"
    STAFF = "staff"


class Delivery(StrEnum):
    """How the number reached the visitor."""

    PAPER = "paper"
    SCREEN = "screen"
    NONE = "none"


class PrintAnswer(StrEnum):
    """What a kiosk can say after a take (definitions.md 2)."""

    PAPER = "paper"  # the slip is out
    SCREEN = "screen"  # the printer said no; somebody pressed 记下了
    VOID = "void"  # the printer said no; 取消, or nobody pressed in 30 s: the number is burnt
    CANNOT_TELL = "cannot_tell"  # mute printer, power cut: the place is kept


class Outcome(StrEnum):
    """How a completed ticket ended (definitions.md 18; clause CL-D2)."""

    ACCEPTED = "accepted"
    DONE_AT_ONCE = "done_at_once"
    RECEIVED = "received"
    SUPPLEMENT_NOTICE = "supplement_notice"
    TOLERANT_ACCEPTED = "tolerant_accepted"
    REFUSED_WITH_REASON = "refused_with_reason"
    CONSULTED = "consulted"
    COLLECTED = "collected"
    TRANSFERRED_UNSOLVED = "transferred_unsolved"
    LEFT_UNPREPARED = "left_unprepared"
    LEFT = "left"


class ActorKind(StrEnum):
    """Who made a move."""

    KIOSK = "kiosk"
    CLERK = "clerk"
    SERVER = "server"  # a timer of the hall
    VISITOR = "visitor"  # by the ticket page on their own telephone: whoever holds the slip


class Chip(StrEnum):
    """What a visitor asks for at the kiosk; declared, never proved, never a reason on a public screen."""

    ELDER = "elder"
    PRIORITY = "priority"  # pregnant, disabled, veteran …: no reason is stored
    CANTONESE = "cantonese"
    WHEELCHAIR = "wheelchair"
    GUIDE = "guide"  # 需要引导: somebody takes them to the counter


class Relation(StrEnum):
    """By what right somebody acts for another: declared at the kiosk, proved at the counter (CL-G1)."""

    GUARDIAN = "guardian"  # 监护人
    RELATIVE = "relative"  # 近亲属
    MANDATE = "mandate"  # 受委托人, of a person or of an organisation


class Intake(StrEnum):
    """Whether a number is given, and with which word."""

    FINE = "fine"
    NOT_BEFORE = "not_before"  # a number, but nobody serves it until `opens_at`
    MAY_NOT_BE_SERVED = "may_not_be_served"  # a number with the warning 可能无法当天办理
    CLOSED = "closed"  # no number


class Role(StrEnum):
    """What an API key may do."""

    KIOSK = "kiosk"
    BOARD = "board"
    COUNTER = "counter"
    PEER = "peer"  # another hall, or the city: reads summaries
    ADMIN = "admin"


class CounterState(StrEnum):
    """What a counter 窗口 is doing, as boards and consoles show it."""

    CLOSED = "closed"
    IDLE = "idle"
    PAUSED = "paused"  # the clerk is away for some minutes and has said why
    CALLING = "calling"
    SERVING = "serving"


class Why(StrEnum):
    """Why this ticket comes next; the sentence for people is made from it. Events keep these words for ever."""

    ONLY_ONE_WAITING = "only_one_waiting"
    EARLIEST_TAKEN = "earliest_taken"  # of all waiting tickets that this counter may call
    BOOKED_CREDIT = "booked_credit"  # the slot has begun
    STATUTORY_PRIORITY = "statutory_priority"  # by law; never whose law and never on a board (CL-G4)
    LONGEST_WAIT_CAP = "longest_wait_cap"  # nobody waits longer than the hall allows while others are called
    WALK_IN_TURN = "walk_in_turn"  # after so many booked calls in a row (CL-C10)
    DIRECTED = "directed"  # came first, and was transferred to this counter
    ACCESSIBLE_ONLY_HERE = "accessible_only_here"  # came first, and only an equipped counter may call it (CL-G3)
    AFFINITY = "affinity"  # the counter's own queue (CL-A7)
    RETURNED = "returned"  # came first, missed a call and is back
    BY_RULE = "by_rule"  # what everybody may hear where the reason tells something of the person
