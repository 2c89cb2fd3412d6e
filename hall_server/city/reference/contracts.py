"""All ports that the reference city speaks, with their contracts: one line for each. Knows no shapes."""

from __future__ import annotations

from hall_server.city.reference.asked import ASKED
from hall_server.city.reference.code_routes import CODES
from hall_server.city.reference.document import Contract, document
from hall_server.city.reference.papers import PAPERS
from hall_server.city.reference.told_routes import TELLING

CONTRACTS: dict[str, Contract] = {one.port: one for one in (CODES, *ASKED, *PAPERS, *TELLING)}


def described(port: str) -> bytes:
    """One port's description. Raises KeyError."""
    return document(CONTRACTS[port])


def all_described() -> bytes:
    """Everything that may be asked of this city."""
    return document(*CONTRACTS.values())
