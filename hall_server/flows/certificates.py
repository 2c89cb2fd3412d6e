"""Somebody's electronic licences asked of the city for a screen and a printer: the list, and one as a PDF.

Runs in whatever thread asks; remembers nothing. A use code is had anew for each question: whoever asks holds no key to
anybody's licences between two of them. An id names a licence by what anybody may know of it, so that the list and the
document speak of the same one.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from hall_server.city.errors import CityRefusedError
from hall_server.contract.certificates import PRINTABLE, Certificate, CertificateDocument
from hall_server.contract.city.licences import CERTIFICATES, Purpose, Use, UseCodeWanted, UseReason, Way

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.contract.city.licences import Holder, Licence
    from hall_server.domain.city.licences import LicenceProvider

PDF = "application/pdf"
_NOBODY, _CONFLICT = "holder_unknown", 409


class Wanted(NamedTuple):
    """Whose, in which visit, at which kiosk; which types, () = all that are printable."""

    holder: Holder
    visit: str
    place: str
    types: tuple[str, ...] = ()

    @property
    def purpose(self) -> Purpose:
        """What it is for, as the city writes it down."""
        return Purpose(item=CERTIFICATES, business=self.visit, place=self.place, reason=UseReason.PRINT)

    def __repr__(self) -> str:
        """Without the person."""
        return f"Wanted(visit={self.visit!r}, place={self.place!r})"


def find_certificates(provider: LicenceProvider, wanted: Wanted) -> tuple[Certificate, ...]:
    """What there is; none for whom the city does not know. Raises CityAwayError, CityRefusedError."""
    return tuple(one for one, _ in _found(provider, wanted)[1])


def fetch_certificate(provider: LicenceProvider, wanted: Wanted, id_: str) -> CertificateDocument:
    """One of them. Raises CityAwayError, CityRefusedError (`licence_unknown`, `not_good`, `not_printable` besides)."""
    code, found = _found(provider, wanted)
    for one, licence in found:
        if one.id != id_:
            continue
        if not one.printable:
            raise CityRefusedError("not_good", _CONFLICT)
        told = provider.document(Use(purpose=wanted.purpose, code=code, licence=licence.id))
        if told.media_type != PDF or not told.document.startswith(b"%PDF-"):
            raise CityRefusedError("not_printable", _CONFLICT)
        return CertificateDocument(one.id, one.type, told.document)
    raise CityRefusedError("licence_unknown", _CONFLICT)


def _found(provider: LicenceProvider, wanted: Wanted) -> tuple[str, list[tuple[Certificate, Licence]]]:
    types = wanted.types or PRINTABLE
    asked = UseCodeWanted(purpose=wanted.purpose, way=Way.HOLDER, holder=wanted.holder, types=types)
    try:
        code = provider.use_code(asked).code
    except CityRefusedError as error:
        if error.why == _NOBODY:
            return "", []
        raise
    there = provider.find(Use(purpose=wanted.purpose, code=code)).licences
    return code, list(_named(one for one in there if one.type in types))


def _named(licences: Iterable[Licence]) -> Iterable[tuple[Certificate, Licence]]:
    alike: Counter[tuple[str, str, str]] = Counter()
    for one in licences:
        about = one.type, one.issuer, one.valid_until
        words = "\0".join((*about, str(alike[about])))
        alike[about] += 1
        id_ = hashlib.sha256(words.encode()).hexdigest()[:16]
        yield Certificate(id_, one.type, one.state, one.issuer, one.valid_until), one
