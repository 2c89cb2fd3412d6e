"""登记 of machines: codes, who asks, who is let in, who is out. Each step is an entry in the book (ADR 0019)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.crypto.algorithms import USUAL, provider_of
from hall_server.contract.crypto.sealed_box import USUAL_BOX, BoxError, boxes_of
from hall_server.contract.enrolment import (
    CODE_LASTS_US,
    KIND,
    SECRETS,
    EnrolAct,
    Enrolling,
    EnrolRecord,
    MachineProfile,
    MachineState,
    ProfileSecrets,
    SignedProfile,
    code_hash,
    comparing,
    counter_at,
    signed_profile,
)
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Role
from hall_server.domain.hall_state import ApiKey
from hall_server.domain.lease import RELEASED
from hall_server.domain.machines import EnrolmentCode, Machine, known_place, spot_of
from hall_server.domain.records import Record
from hall_server.flows.guesses import Guesses

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.enrolment import AskEnrolment
    from hall_server.domain.seams import Commits, Ids, Promise, Reader, Transaction
    from hall_server.flows.here import Here

_KEY_DIGITS = 12


class HallKeys(msgspec.Struct, frozen=True):
    """What a hall signs and masks with. The default is nobody's: tests and halls without machines of their own."""

    signing: bytes = bytes(32)
    pseudonyms: str = ""  # hex
    authority: str = ""  # PEM

    def __repr__(self) -> str:
        return "HallKeys(hidden)"

    @property
    def public(self) -> bytes:
        """With which its signatures are read."""
        return provider_of(USUAL).public_of(self.signing)


class EnrolDesk:
    """Machines of one hall that have, or want, a key of their own."""

    def __init__(self, here: Here, commits: Commits, reader: Reader, ids: Ids) -> None:
        self._here, self._commits, self._reader, self._ids = here, commits, reader, ids
        self._guesses = Guesses(here.clock)
        self.keys = HallKeys()

    def machines(self) -> list[Machine]:
        """All that are not out, the oldest first."""
        return [one for one in self._reader.machines() if one.state is not MachineState.OUT]

    def waiting(self) -> list[Machine]:
        """Those that somebody may let in now."""
        at = self._here.clock.now()
        return [one for one in self._reader.machines() if one.waits_at(at)]

    def new_code(self, kiosk: str, code: str, by: str) -> Promise[None]:
        """`code` lets one machine ask to have this place, within ten minutes.

        HallProblem(kiosk_unknown | counter_unknown).
        """
        known_place(self._here.site, kiosk)
        at = self._here.clock.now()
        return self._commits.submit(lambda tx: new_code(tx, kiosk, code, at, by))

    def ask(self, order: AskEnrolment, source: str) -> Promise[Enrolling]:
        """A machine asks. HallProblem(enrolment_code_wrong | too_many_requests); the same again is the same answer."""
        self._guesses.judge(source)
        at, site = self._here.clock.now(), self._here.site
        key_id, hall_key = self._ids.new().replace("-", "")[:_KEY_DIGITS], self.keys.public

        def work(tx: Transaction) -> Enrolling | HallProblem:
            code = _code(tx, order, at)
            if code is None:
                return self._wrong(tx, source, at)
            if order.at_counter is not bool(counter_at(code.kiosk)):  # no guess: it goes on being good
                return HallProblem(
                    ProblemCode.ENROLMENT_CODE_WRONG, f"this code is for {code.kiosk}", field="$.at_counter"
                )
            words = comparing(site.id, code.kiosk, order, hall_key)
            known = tx.machine(code.key_id) if code.key_id else None
            if known is None:
                known = _new_machine(code.kiosk, key_id, order, words, at)
                tx.put_machine(known)
                tx.add_api_key(_new_key(code.kiosk, key_id, at))
                tx.put_enrolment_code(msgspec.structs.replace(code, key_id=key_id))
                tx.add_record(_record(EnrolAct.ASKED, known, at, ""))
            elif known.public_key != order.public_key:
                return self._wrong(tx, source, at)
            return Enrolling(known.key_id, code.kiosk, spot_of(site, code.kiosk).name, site.name, hall_key)

        return self._commits.submit(work)

    def _wrong(self, tx: Transaction, source: str, at: int) -> HallProblem:
        self._guesses.wrong(source)
        tx.add_record(_entry(EnrolRecord(EnrolAct.CODE_WRONG), "", at, ""))
        return HallProblem(ProblemCode.ENROLMENT_CODE_WRONG)

    def let_in(self, key_id: str, by: str) -> Promise[None]:
        """The fingerprints are the same: from now on it has that place, and the machine that had it before is out."""
        return self._decide(key_id, lambda tx, one, at: let_in(tx, one, at, by))

    def refuse(self, key_id: str, by: str) -> Promise[None]:
        """They are not, or nobody knows it."""
        return self._decide(key_id, lambda tx, one, at: put_out(tx, one, at, by, EnrolAct.REFUSED))

    def revoke(self, key_id: str, by: str) -> Promise[None]:
        """Out, from its next request on. HallProblem(enrolment_over)."""
        at = self._here.clock.now()
        return self._commits.submit(lambda tx: put_out(tx, machine_in(tx, key_id), at, by, EnrolAct.REVOKED))

    def _decide(self, key_id: str, decide: Callable[[Transaction, Machine, int], None]) -> Promise[None]:
        at = self._here.clock.now()

        def work(tx: Transaction) -> None:
            one = machine_in(tx, key_id)
            if not one.waits_at(at):
                raise HallProblem(ProblemCode.ENROLMENT_OVER, key_id)
            decide(tx, one, at)

        return self._commits.submit(work)

    def profile(self, key_id: str) -> SignedProfile:
        """What the machine of this key needs to know, signed. HallProblem(not_found) for a key with a secret."""
        machine = self._reader.machine(key_id)
        if machine is None:
            raise HallProblem(ProblemCode.NOT_FOUND, "this key has no machine")
        site, spot = self._here.site, spot_of(self._here.site, machine.kiosk)
        secrets = ProfileSecrets("" if counter_at(machine.kiosk) else self.keys.pseudonyms)
        try:
            sealed = boxes_of(USUAL_BOX).seal(machine.box_key, msgspec.json.encode(secrets), SECRETS)
        except BoxError as error:
            raise HallProblem(ProblemCode.BAD_REQUEST, error.why, field="$.box_key") from None
        profile = MachineProfile(
            hall=site.id,
            hall_name=site.name,
            kiosk=machine.kiosk,
            kiosk_name=spot.name,
            where=spot.where,
            key_id=key_id,
            hall_key=self.keys.public,
            secrets=sealed,
            made_at=self._here.clock.now(),
            authority=self.keys.authority,
        )
        return signed_profile(profile, self.keys.signing)


def _code(tx: Transaction, order: AskEnrolment, at: int) -> EnrolmentCode | None:
    hashed = code_hash(order.code)
    return next((one for one in tx.enrolment_codes() if one.code_hash == hashed and one.good_at(at)), None)


def new_code(tx: Transaction, kiosk: str, code: str, at: int, by: str) -> None:
    """See EnrolDesk.new_code. A newer code for the same place ends those before it."""
    tx.forget_enrolment_codes(at - CODE_LASTS_US)
    for one in tx.enrolment_codes():
        if one.kiosk == kiosk and not one.key_id:
            tx.put_enrolment_code(msgspec.structs.replace(one, made_at=at - CODE_LASTS_US))
    tx.put_enrolment_code(EnrolmentCode(code_hash(code), kiosk, at, by))
    tx.add_record(_entry(EnrolRecord(EnrolAct.CODE_MADE), kiosk, at, by))


def machine_in(tx: Transaction, key_id: str) -> Machine:
    """The machine of a key that is not out. HallProblem(enrolment_over)."""
    one = tx.machine(key_id)
    if one is None or one.state is MachineState.OUT:
        raise HallProblem(ProblemCode.ENROLMENT_OVER, key_id)
    return one


def let_in(tx: Transaction, one: Machine, at: int, by: str) -> None:
    """See EnrolDesk.let_in: one kiosk, one key, and one machine for a counter.

    Secrets of a counter stay good: other programs of its desk have them too. `kapok hall key revoke` ends them.
    """
    for other in tx.machines():
        if other.kiosk == one.kiosk and other.key_id != one.key_id and other.state is not MachineState.OUT:
            put_out(tx, other, at, by, EnrolAct.REVOKED)
    for secret in tx.keys_of(one.kiosk):
        if secret != one.key_id:
            tx.revoke_api_key(secret, at)
    tx.put_machine(_decided(one, MachineState.WELL, at, by))
    identity = tx.kiosk(one.kiosk)
    if identity is not None and identity.fingerprint != one.hardware:
        tx.put_kiosk(msgspec.structs.replace(identity, fingerprint=RELEASED, boot_id="", quarantined=""))
    elif identity is not None and identity.quarantined:
        tx.put_kiosk(msgspec.structs.replace(identity, quarantined=""))
    tx.add_record(_record(EnrolAct.LET_IN, one, at, by))


def put_out(tx: Transaction, one: Machine, at: int, by: str, act: EnrolAct) -> None:
    """Its key is good for nothing any more."""
    tx.put_machine(_decided(one, MachineState.OUT, at, by))
    tx.revoke_api_key(one.key_id, at)
    tx.add_record(_record(act, one, at, by))


def cloned(tx: Transaction, key_id: str, at: int, why: str) -> None:
    """Two machines sign with this key: neither is let in, neither gets numbers, until a machine is enrolled anew."""
    one = tx.machine(key_id)
    if one is None or one.state is not MachineState.WELL:
        return
    tx.put_machine(msgspec.structs.replace(one, state=MachineState.CLONED))
    tx.add_record(_entry(EnrolRecord(EnrolAct.CLONED, key_id, why), one.kiosk, at, ""))


def _new_key(place: str, key_id: str, at: int) -> ApiKey:
    if no := counter_at(place):
        return ApiKey(key_id, Role.COUNTER, f"C{no}", str(no), b"", at)
    return ApiKey(key_id, Role.KIOSK, place, place, b"", at)


def _new_machine(kiosk: str, key_id: str, order: AskEnrolment, words: str, at: int) -> Machine:
    return Machine(
        key_id=key_id,
        kiosk=kiosk,
        public_key=order.public_key,
        box_key=order.box_key,
        hardware=order.hardware,
        comparing=words,
        state=MachineState.WAITING,
        asked_at=at,
    )


def _decided(one: Machine, state: MachineState, at: int, by: str) -> Machine:
    return msgspec.structs.replace(one, state=state, decided_at=at, decided_by=by)


def _record(act: EnrolAct, one: Machine, at: int, by: str) -> Record:
    return _entry(EnrolRecord(act, one.key_id, one.comparing), one.kiosk, at, by)


def _entry(what: EnrolRecord, kiosk: str, at: int, by: str) -> Record:
    kind = ActorKind.CLERK if by else ActorKind.SERVER
    raw = msgspec.Raw(msgspec.json.encode(what))
    return Record(at=at, kind=KIND, about=kiosk, actor_kind=kind, actor=by, what=raw)
