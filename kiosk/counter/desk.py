"""The hall as a key pad's agent asks it: the counter's state, the ticket at hand, commands that count once."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, TypeVar

import msgspec
import requests

from hall_server.contract.lists import TicketPage
from hall_server.contract.messages import CounterNow, HallNow
from hall_server.contract.problems import Problem
from hall_server.contract.vocabulary import TicketState
from kiosk.hall_client.answers import HallRefusedError, HallSilentError
from kiosk.hall_client.connections import adapter, session_over
from kiosk.hall_client.identity import identity_of, signer_of
from kiosk.local_store.machine import this_machine

if TYPE_CHECKING:
    from config.kiosk_file import Credential
    from kiosk.counter.meaning import Act

T = TypeVar("T")
_WITHIN_S = 2.0
_TRIES = 3
_REFUSED = range(400, 500)


class CounterDesk:
    """One counter of a hall that serves. Each question raises HallSilentError or HallRefusedError."""

    def __init__(self, credential: Credential, counter: int, server: str) -> None:
        self._counter = counter
        self._where = f"{server.rstrip('/')}/api/v1/halls/{credential.hall}"
        machine = this_machine()
        signer = signer_of(credential, machine.fingerprint, machine.boot_id)
        identity = identity_of(credential.key_id, credential.secret, signer)
        self._wire = session_over(adapter(lambda _: None, credential.authority), {}, identity)
        self._last = ""  # the ticket that was touched last: what an undo is about when nobody is at hand

    def now(self) -> CounterNow:
        """The counter as it stands. HallRefusedError(counter_unknown) when the hall has none of that number."""
        for one in self._ask("GET", "/now", HallNow).counters:
            if one.no == self._counter:
                return one
        raise HallRefusedError("counter_unknown")

    def do(self, act: Act) -> None:
        """One command, under one key however often it has to be sent."""
        whose = f"/counters/{self._counter}" if act.of_counter else f"/tickets/{self._at_hand()}"
        self._ask("POST", f"{whose}/{act.verb}", msgspec.Raw, msgspec.json.encode(act.order))

    def _at_hand(self) -> str:
        for state in (TicketState.SERVING, TicketState.CALLED):
            page = self._ask("GET", f"/tickets?state={state.value}&limit=200", TicketPage)
            for one in page.tickets:
                if one.counter == self._counter:
                    self._last = one.id
                    return one.id
        if not self._last:
            raise HallRefusedError("nothing_to_undo")
        return self._last

    def _ask(self, method: str, path: str, shape: type[T], body: bytes | None = None) -> T:
        key = {} if body is None else {"Idempotency-Key": str(uuid.uuid4()), "Content-Type": "application/json"}
        for left in range(_TRIES - 1, -1, -1):
            try:
                answer = self._wire.request(method, self._where + path, data=body, headers=key, timeout=_WITHIN_S)
            except (requests.RequestException, OSError):
                if not left:
                    raise HallSilentError from None
                continue
            return _read(answer, shape)
        raise HallSilentError


def _read(answer: requests.Response, shape: type[T]) -> T:
    try:
        if answer.ok:
            return msgspec.json.decode(answer.content, type=shape)
        if answer.status_code in _REFUSED:
            raise HallRefusedError(msgspec.json.decode(answer.content, type=Problem).code.value)
    except msgspec.DecodeError:
        pass
    raise HallSilentError
