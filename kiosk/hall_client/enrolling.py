"""登记 of this machine: its own keys, a question to the hall, the profile once somebody has let it in (ADR 0019)."""

from __future__ import annotations

import secrets
import ssl
import time
import uuid
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from urllib.parse import urlsplit

import msgspec
import requests

from hall_server.contract.crypto.algorithms import USUAL, provider_of
from hall_server.contract.crypto.sealed_box import USUAL_BOX, BoxError, boxes_of
from hall_server.contract.enrolment import (
    SECRETS,
    AskEnrolment,
    Enrolling,
    MachineProfile,
    ProfileSecrets,
    SignedProfile,
    comparing,
    proved,
)
from hall_server.contract.messages import Health
from hall_server.contract.problems import ProblemCode
from hall_server.contract.signing import Signer
from kiosk.hall_client.answers import HallRefusedError, HallSilentError, all_else_is_silence, failure_of
from kiosk.hall_client.connections import OneAuthority, session_over
from kiosk.hall_client.identity import identity_of

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_WITHIN_S, _EVERY_S = 5.0, 1.0
_HTTPS = 443


class OwnKeys(NamedTuple):
    """The private halves, 32 bytes each: to sign with, to open boxes with."""

    signing: bytes
    box: bytes

    @classmethod
    def new(cls) -> OwnKeys:
        """Keys that nobody else has."""
        return cls(provider_of(USUAL).private_of(secrets.token_bytes(32)), secrets.token_bytes(32))


class Here(NamedTuple):
    """This machine: the fingerprint of its hardware, its boot, and whether it stands at a counter."""

    hardware: str
    boot_id: str
    at_counter: bool = False


class EnrolmentError(Exception):
    """Peer: what the hall says cannot be this enrolment's profile; somebody may stand in between."""


class Enrolment:
    """One machine at one hall. With https and no `authority` it trusts what it is shown: what is compared covers more.

    Raises HallSilentError, HallRefusedError with the hall's code, EnrolmentError.
    """

    def __init__(self, server: str, keys: OwnKeys, here: Here, authority: str = "") -> None:
        self._server, self._keys, self._here, self._authority = server.rstrip("/"), keys, here, authority
        self._told = Enrolling("", "", "", "", b"")
        self._hall = self._shown = ""

    def ask(self, code: str) -> tuple[Enrolling, str]:
        """What the hall says, and the fingerprint that a person compares."""
        order = AskEnrolment(
            code=code,
            public_key=provider_of(USUAL).public_of(self._keys.signing),
            box_key=boxes_of(USUAL_BOX).public_of(self._keys.box),
            hardware=self._here.hardware,
            boot_id=self._here.boot_id,
            at_counter=self._here.at_counter,
        )
        self._hall = self._request("GET", "health", Health).hall
        body = msgspec.json.encode(order)
        key = {"Idempotency-Key": str(uuid.uuid4()), "Content-Type": "application/json"}
        self._told = self._request("POST", f"halls/{self._hall}/enrolments", Enrolling, body, key)
        return self._told, comparing(self._hall, self._told.kiosk, order, self._told.hall_key)

    def wait(
        self, within_s: float, pause: Callable[[float], None] = time.sleep
    ) -> tuple[MachineProfile, ProfileSecrets]:
        """The profile, as soon as somebody has let this machine in."""
        ends = time.monotonic() + within_s
        while True:
            try:
                return self._profile()
            except HallRefusedError as error:
                if error.code != ProblemCode.ENROLMENT_WAITING or time.monotonic() > ends:
                    raise
            except HallSilentError:
                if time.monotonic() > ends:
                    raise
            pause(_EVERY_S)

    def _profile(self) -> tuple[MachineProfile, ProfileSecrets]:
        told = self._request("GET", f"halls/{self._hall}/profile", SignedProfile)
        profile = proved(told, self._told.hall_key)
        if profile is None or (profile.hall, profile.key_id) != (self._hall, self._told.key_id):
            raise EnrolmentError("the profile is not signed by the hall that was compared")
        try:
            opened = boxes_of(USUAL_BOX).open(self._keys.box, profile.secrets, SECRETS)
            return profile, msgspec.json.decode(opened, type=ProfileSecrets)
        except (BoxError, msgspec.DecodeError):
            raise EnrolmentError("the profile's secrets are not for this machine") from None

    def _wire(self) -> requests.adapters.HTTPAdapter:
        """Without an authority: what the hall showed first, until the profile tells of it."""
        address = urlsplit(self._server)
        if address.scheme != "https":
            return requests.adapters.HTTPAdapter()
        if self._authority:
            return OneAuthority(self._authority)
        if not self._shown:
            where = (address.hostname or "", address.port or _HTTPS)
            self._shown = ssl.get_server_certificate(where, timeout=_WITHIN_S)
        return OneAuthority(self._shown, itself=True)

    def _request(
        self, method: str, path: str, shape: type[T], body: bytes = b"", headers: dict[str, str] | None = None
    ) -> T:
        key_id = self._told.key_id
        signer = Signer(key_id, self._keys.signing, self._here.hardware, self._here.boot_id) if key_id else None
        with all_else_is_silence(), session_over(self._wire(), headers or {}, identity_of("", "", signer)) as session:
            address = f"{self._server}/api/v1/{path}"
            answer = session.request(method, address, data=body or None, timeout=_WITHIN_S, allow_redirects=False)
            if not answer.ok:
                raise failure_of(answer.status_code, answer.content)
            return msgspec.json.decode(answer.content, type=shape)
