"""What a kiosk and its hall say to each other about numbers that the hall did not give (definitions.md 3-6, 11, 12).

The protocol in ten lines:

1. A kiosk that meets its hall (start, boot, new life, new day) delivers its outbox first, then asks for leases, one for
   each queue.
2. POST …/leases with `AskLease`; the same Idempotency-Key gives the same block, another key another one. Ask again when
   `REFILL_AT` numbers are left. A block is good until `expires_at`, in the boot that asked for it, never afterwards.
3. The epoch rises with every boot; who speaks with an older one, or with other hardware, hears 409 `lease_fenced`. Two
   machines with one identity are both put under quarantine until a technician settles it. A store that finds itself on
   other hardware than the one under which it was given its emergency letter uses neither leases nor that letter.
4. `emergency_letter` is this kiosk's for good; its labels are the queue's letter, this letter, a number: AX001. They go
   on from the greater of `emergency_next` and what the kiosk counted; only a lease of a new day starts them again. A
   process that did not see the day begin starts behind one number for each five seconds of it: its store may be old.
5. POST …/kiosks/{kiosk}/outbox with `Outbox`: rows numbered from 1 without gaps in each life (`incarnation`) of the
   hall.
   What staff and sensors did at the machine travels the same way, into the book of records.
6. The answer acknowledges the highest `seq` up to which the hall has everything; behind a gap nothing is taken in. Rows
   that the hall will never take stand in `refused`: they are settled too, and somebody is told.
7. A replayed row changes nothing. Rows are kept 72 h after their acknowledgement.
8. 409 `hall_rolled_back`: a new life. All kept rows are numbered anew from 1 and offered again under it, numbers that
   the hall itself had given included: what its backup lost comes back under the same ids and labels.
9. A lease's `acked` above the kiosk's own highest `seq`, or 409 `outbox_forked`: the kiosk's store is an old copy. What
   it has not told yet is numbered on behind the `acked` of its next lease, and offered again.
10. Ages are differences of CLOCK_BOOTTIME within one boot; None = from another boot: placed behind the row before it.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall_server.contract.machine_acts import MachineAct
from hall_server.contract.messages import Command, ShortText, TakeTicket
from hall_server.contract.vocabulary import Origin, PrintAnswer

BLOCK = 50  # numbers in a lease
REFILL_AT = 20  # ask for the next block when so many are left
ROWS_AT_MOST = 1000  # in one body
OUTBOX_BODY_LIMIT = 1024 * 1024  # bytes; a row has about 450, so a body may have to be cut before it has 1,000 rows
KEPT_H = 72  # how long a kiosk keeps rows after they were acknowledged

Uuid = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")]
Fingerprint = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]  # SHA-256 of DMI UUID, fixed MACs, disk serial
Day = Annotated[str, msgspec.Meta(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\Z")]
Letters = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{1,6}\Z")]
Label = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{1,6}[0-9]{3,9}\Z")]
Number = Annotated[int, msgspec.Meta(ge=1, le=999_999_999)]
Seq = Annotated[int, msgspec.Meta(ge=1, le=2**53)]
Count = Annotated[int, msgspec.Meta(ge=0, le=2**53)]


class AskLease(Command, frozen=True):
    """A kiosk asks for a block of numbers of a queue. `incarnation` and `seen_n` are what it has seen of the hall."""

    kiosk: ShortText
    boot_id: Uuid  # /proc/sys/kernel/random/boot_id
    fingerprint: Fingerprint
    incarnation: Uuid
    seen_n: Count
    queue: ShortText
    emergency_letter: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{0,2}\Z")] = ""  # that it was given before, if any


class LeaseGrant(msgspec.Struct, frozen=True):
    """A block: `from` … `to` behind `letter`, to be printed with at least `width` digits."""

    epoch: int
    business_day: str
    incarnation: str
    queue: str
    letter: str  # the queue's with the series, if there is one: "A", "AC"
    first: int = msgspec.field(name="from")
    last: int = msgspec.field(name="to")
    expires_at: int = 0  # UTC microseconds of the hall: the end of its business day
    emergency_letter: str = ""  # of this kiosk; "" when the hall has none left to give
    emergency_next: int = 1  # where the emergency series of this queue goes on today
    width: int = 3
    acked: int = 0  # the highest contiguous seq that the hall has of this kiosk in this life


class OfflineTake(Command, frozen=True, gc=False, tag_field="move", tag="take"):
    """A number that was given out: `label` is `letter` and `number`. `answer` is what became of its slip, once known.

    `origin` online: the hall gave the number in a life that its backup does not remember.
    """

    seq: Seq
    ticket: Uuid
    label: Label
    number: Number
    letter: Letters
    queue: ShortText
    business_day: Day  # as the hall last told it
    origin: Origin
    order: TakeTicket
    epoch: Count = 0  # of the lease; 0 for an emergency number
    age_us: Count | None = None
    answer: PrintAnswer | None = None
    catalogue: Annotated[str, msgspec.Meta(max_length=64)] = ""  # the version that the kiosk offered


class OfflineAnswer(Command, frozen=True, gc=False, tag_field="move", tag="confirm_print"):
    """What became of the slip of a number that was told of in another row, or that the hall gave."""

    seq: Seq
    ticket: Uuid
    answer: PrintAnswer
    age_us: Count | None = None


class OfflineCancel(Command, frozen=True, gc=False, tag_field="move", tag="cancel"):
    """The visitor gave the number back at the kiosk (弃号)."""

    seq: Seq
    ticket: Uuid
    age_us: Count | None = None


class OfflineAct(Command, frozen=True, gc=False, tag_field="move", tag="act"):
    """Something that staff did at this machine, or that its sensors felt; `id` is its own."""

    seq: Seq
    id: Uuid
    act: MachineAct
    age_us: Count | None = None

    @property
    def ticket(self) -> str:
        """What a row is about: here itself."""
        return self.id


OutboxRow = OfflineTake | OfflineAnswer | OfflineCancel | OfflineAct


class Outbox(Command, frozen=True):
    """A batch of a kiosk's rows in order. `epoch` is the newest that the kiosk was given; 0 when it has none."""

    boot_id: Uuid
    fingerprint: Fingerprint
    incarnation: Uuid
    rows: Annotated[tuple[OutboxRow, ...], msgspec.Meta(max_length=ROWS_AT_MOST)]
    epoch: Count = 0


class RefusedRow(msgspec.Struct, frozen=True):
    """A row that the hall will never take; `code` is one of the problem codes."""

    seq: int
    code: str


class OutboxAck(msgspec.Struct, frozen=True):
    """Everything up to `acked` is settled: taken in, known already, or refused."""

    acked: int
    refused: tuple[RefusedRow, ...] = ()
