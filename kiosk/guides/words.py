"""A catalogue in another language: every text that people read, by the hall's own dictionary.

Ids stay. What the dictionary lacks stays Chinese; `untranslated` says what that is, so that a site can be asked for it.
Search and readings work on the Chinese catalogue only. Pure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.catalogue import StepView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hall_server.contract.catalogue import Catalogue, ItemView, Material, SituationView
    from hall_server.contract.guides import BundleView, LeafView, PlaceView, QuestionView, ServiceView, VenueView

    Say = Callable[[str], str]

replace = msgspec.structs.replace


def in_english(catalogue: Catalogue) -> Catalogue:
    """The catalogue as somebody reads it who reads English."""
    return _said(catalogue, lambda words: catalogue.english.get(words, words))


def untranslated(catalogue: Catalogue) -> tuple[str, ...]:
    """Texts that people would see in Chinese on an English screen, each once; names of items without one too."""
    missing: dict[str, None] = {}

    def say(words: str) -> str:
        if words and words not in catalogue.english and not words.isascii():
            missing[words] = None
        return words

    _said(catalogue, say)
    return tuple(missing)


class English:
    """The English of the newest catalogue, made once: screens ask at every change."""

    def __init__(self) -> None:
        self._of: Catalogue | None = None
        self._said: Catalogue | None = None

    def __call__(self, catalogue: Catalogue) -> Catalogue:
        """The same as `in_english`."""
        if self._said is None or self._of is not catalogue:
            self._of, self._said = catalogue, in_english(catalogue)
        return self._said


def _said(catalogue: Catalogue, say: Say) -> Catalogue:
    return replace(
        catalogue,
        themes=_all(catalogue.themes, say),
        items=tuple(_item(one, say) for one in catalogue.items),
        bundles=tuple(_bundle(one, say) for one in catalogue.bundles),
        services=tuple(_service(one, say) for one in catalogue.services),
        venues=tuple(_venue(one, say) for one in catalogue.venues),
    )


def _item(one: ItemView, say: Say) -> ItemView:
    return replace(
        one,
        name=one.name_en or say(one.name),
        theme=say(one.theme),
        materials=tuple(_material(each, say) for each in one.materials),
        plain=say(one.plain),
        note=say(one.note),
        place=say(one.place),
        special_steps=tuple(StepView(say(each.name), each.days) for each in one.special_steps),
        situations=tuple(_situation(each, say) for each in one.situations),
        department=say(one.department),
        deciding=say(one.deciding),
        proxy_note=say(one.proxy_note),
        hkmo_note=say(one.hkmo_note),
        fee=say(one.fee),
        conditions=say(one.conditions),
        season=say(one.season),
    )


def _material(one: Material, say: Say) -> Material:
    return replace(one, name=say(one.name), note=say(one.note))


def _situation(one: SituationView, say: Say) -> SituationView:
    choices = tuple((key, say(words)) for key, words in one.choices)
    return replace(one, question=say(one.question), choices=choices)


def _bundle(one: BundleView, say: Say) -> BundleView:
    return replace(
        one,
        name=one.name_en or say(one.name),
        plain=say(one.plain),
        theme=say(one.theme),
        elsewhere=_all(one.elsewhere, say),
        questions=tuple(_question(each, say) for each in one.questions),
        leaves=tuple(_leaf(each, say) for each in one.leaves),
    )


def _question(one: QuestionView, say: Say) -> QuestionView:
    answers = tuple(replace(each, words=say(each.words)) for each in one.answers)
    return replace(one, question=say(one.question), answers=answers)


def _leaf(one: LeafView, say: Say) -> LeafView:
    return replace(one, words=say(one.words), elsewhere=_all(one.elsewhere, say))


def _service(one: ServiceView, say: Say) -> ServiceView:
    places = tuple(_place(each, say) for each in one.elsewhere)
    return replace(one, name=one.name_en or say(one.name), department=say(one.department), elsewhere=places)


def _place(one: PlaceView, say: Say) -> PlaceView:
    return replace(one, name=say(one.name), where=say(one.where))


def _venue(one: VenueView, say: Say) -> VenueView:
    return replace(
        one,
        name=one.name_en or say(one.name),
        address=say(one.address),
        hours=say(one.hours),
        barrier_free=_all(one.barrier_free, say),
    )


def _all(many: Iterable[str], say: Say) -> tuple[str, ...]:
    return tuple(map(say, many))
