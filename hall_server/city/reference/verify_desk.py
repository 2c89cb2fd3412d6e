"""Codes that only the reference city can read: made here for made-up persons, judged here, each once.

They have the outside of the services that kiosks tell apart, and a made-up inside. In memory alone.
"""

from __future__ import annotations

import hmac
import threading
from typing import TYPE_CHECKING

import msgspec

from hall_server.city.reference.persons import PERSONS
from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.online_codes import CodeAnswer, GoodCode, HolderKind, NoGoodCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.online_codes import VerifyCode

LIFE_S = 60
_COMPANY, _COMPANY_NAME = "demo-company-00000001A", "样板贸易（示例）有限公司"
ORIGINS = {
    "business_licence": "https://zzlz.gsxt.gov.cn",
    "residence_code": "https://gdrk.gdga.gd.gov.cn",
    "city_code": "demo-city:",
}
_SECOND = 1_000_000
_MOST = 10_000


class OnlineWanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The question of `POST /codes/online`."""

    service: str
    person: str = "chen"


class OnlineCode(msgspec.Struct, frozen=True):
    """A code of a service, and when it ends (seconds since 1970)."""

    code: str
    expires_at: int


class VerifyDesk:
    """Makes and judges. `secret`: nobody else can make one."""

    def __init__(self, issuer: str, secret: bytes, now_us: Callable[[], int], random_hex: Callable[[int], str]) -> None:
        self._issuer, self._secret, self._now_us, self._random_hex = issuer, secret, now_us, random_hex
        self._used: dict[str, int] = {}
        self._door = threading.Lock()

    def issue(self, wanted: OnlineWanted) -> OnlineCode:
        """A code of one of the services. Raises CityError(person_unknown | bad_request)."""
        if wanted.service not in ORIGINS:
            raise CityError(CityProblem.BAD_REQUEST, field="service")
        if wanted.person not in PERSONS:
            raise CityError(CityProblem.PERSON_UNKNOWN, field="person")
        ends = self._now_us() // _SECOND + LIFE_S
        said = f"{wanted.person}/{ends}/{self._random_hex(8)}"
        return OnlineCode(f"{ORIGINS[wanted.service]}/demo/{said}/{self._sign(wanted.service, said)}", ends)

    def verify(self, shown: VerifyCode) -> CodeAnswer:
        """Whose code it is; a good one is used up."""
        origin = ORIGINS.get(shown.service)
        if origin is None:
            return NoGoodCode(Refusal.UNKNOWN_ISSUER)
        said, _, mark = shown.code.removeprefix(f"{origin}/demo/").rpartition("/")
        parts = said.split("/")
        if not shown.code.startswith(f"{origin}/demo/") or len(parts) != len(("person", "ends", "nonce")):
            return NoGoodCode(Refusal.NOT_WELL_FORMED)
        if not hmac.compare_digest(mark.encode(), self._sign(shown.service, said).encode()):
            return NoGoodCode(Refusal.BAD_SIGNATURE)
        now = self._now_us() // _SECOND
        if now >= int(parts[1]):
            return NoGoodCode(Refusal.EXPIRED)
        with self._door:
            self._used = {one: until for one, until in self._used.items() if until > now}
            if said in self._used:
                return NoGoodCode(Refusal.ALREADY_USED)
            if len(self._used) >= _MOST:
                return NoGoodCode(Refusal.TOO_MANY_AT_ONCE)
            self._used[said] = int(parts[1])
        return self._whose(shown.service, parts[0])

    def _whose(self, service: str, name: str) -> GoodCode:
        person = PERSONS[name]
        if service == "business_licence":
            return GoodCode(
                issuer=self._issuer,
                subject=_COMPANY,
                kind=HolderKind.ORGANISATION,
                organisation=_COMPANY_NAME,
                agent=person.subject,
            )
        kind = HolderKind(person.kind.value)
        return GoodCode(issuer=self._issuer, subject=person.subject, kind=kind, name_mask=person.name_mask)

    def _sign(self, service: str, said: str) -> str:
        return hmac.new(self._secret, f"{service}/{said}".encode(), "sha256").hexdigest()[:32]
