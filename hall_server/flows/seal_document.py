"""A document is sealed, and only what holds counts as sealed: the seal is checked before anybody is handed anything.

Runs wherever whoever asks lets it (a thread). Without a seal the document goes out unsealed, with 待补章 on the case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.city.errors import CityAwayError
from hall_server.contract.city.seals import SealVerdict, Statement
from hall_server.domain.city.seals import verdict

if TYPE_CHECKING:
    from hall_server.contract.city.seals import Sealed, SealKeyList, SealWanted
    from hall_server.domain.city.seals import SealProvider


def seal_document(provider: SealProvider, wanted: SealWanted, keys: SealKeyList) -> Sealed:
    """The sealed document. Raises CityRefusedError, CityAwayError; `nonsense` for a seal that does not hold."""
    sealed = provider.seal(wanted)
    if verdict(sealed, keys) is not SealVerdict.HOLDS or not sealed.document.startswith(wanted.document):
        raise CityAwayError("nonsense")
    said = msgspec.json.decode(sealed.statement, type=Statement)
    if (said.kind, said.item, said.business) != (wanted.kind, wanted.item, wanted.business):
        raise CityAwayError("nonsense")
    return sealed
