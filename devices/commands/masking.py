"""What the commands show of cards and codes: masked, or whole for a technician's eyes. Pure; knows no terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from devices.values.code_scanner import ScannedCode
    from devices.values.id_card import IdCard
    from devices.values.smart_card import SocialSecurityCard

SHOWN_DIGITS = 4  # of a number, at its end
SHOWN_LETTERS = 4  # of a code, at its beginning


def id_card_row(card: IdCard, today: date, *, full: bool) -> dict[str, str]:
    """An identity card: first character of the name and last digits of the number, or all words on it."""
    warning = {"warning": "expired"} if card.expired_on(today) else {}
    if not full:
        return _masked(card.kind.value, card.name, card.number) | warning
    fields = {
        "kind": card.kind.value,
        "name": card.name,
        "english_name": card.english_name,
        "number": card.number,
        "ethnicity": card.ethnicity,
        "nationality": card.nationality,
        "birth": str(card.birth or ""),
        "address": card.address,
        "newest_address": card.newest_address,
        "issuer": card.issuer,
        "valid_until": "长期" if card.valid_forever else str(card.valid_until or ""),
        "permit_number": card.permit_number,
    }
    return _said(fields) | warning


def social_security_row(card: SocialSecurityCard, today: date, *, full: bool) -> dict[str, str]:
    """A social-security card, in the same way; also which of its fields could not be read."""
    expired = card.expires is not None and card.expires < today
    unread = {"missing": " ".join(sorted(card.missing)), "locked": "locked" if card.locked else ""}
    notes = _said(unread) | ({"warning": "expired"} if expired else {})
    if not full:
        return _masked("social_security", card.name, card.social_number) | notes
    fields = {
        "kind": "social_security",
        "name": card.name,
        "number": card.social_number,
        "card_number": card.card_number,
        "card_id": card.card_id,
        "region": card.region,
        "issuer": card.issuer,
        "spec_version": card.spec_version,
        "ethnicity": card.ethnicity,
        "birth": str(card.birth or ""),
        "birthplace": card.birthplace,
        "issued": str(card.issued or ""),
        "expires": str(card.expires or ""),
    }
    return _said(fields) | notes


def code_row(code: ScannedCode, *, full: bool) -> dict[str, str]:
    """A code: how long it is, in which encoding, how it begins, and what is known of its symbol."""
    text = _printable(code.text) if full else _printable(code.text[:SHOWN_LETTERS]) + "…"
    symbol = {"symbol": code.symbol.kind, "eci": "" if code.symbol.eci is None else str(code.symbol.eci)}
    return {"bytes": str(len(code.data)), "encoding": code.encoding, "text": text} | _said(symbol)


def _printable(text: str) -> str:
    """A code may hold commands to a terminal: they are shown, not obeyed."""
    return "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in text)


def _said(fields: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in fields.items() if value}


def _masked(kind: str, name: str, number: str) -> dict[str, str]:
    return {"kind": kind, "name": _name_mask(name), "number": _number_mask(number)}


def _name_mask(name: str) -> str:
    """The first character and a star, for a technician; a name of one character is a star."""
    return name[0] + "*" if len(name) > 1 else "*"


def _number_mask(number: str) -> str:
    """The last four; only a star where they would be most of it."""
    return "*" + (number[-SHOWN_DIGITS:] if len(number) >= 2 * SHOWN_DIGITS else "")
