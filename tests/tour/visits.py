"""Visits at the kiosk, each as one story: what the visitor does and what goes wrong on the way."""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
from typing import TYPE_CHECKING

from tests.tour.programs import ProgramFailedError

if TYPE_CHECKING:
    from tests.tour.kiosk_hand import KioskHand
    from tests.tour.people import Person
    from tests.tour.stage import Stage
    from tests.tour.transcript import Transcript

MUTE_WORDS = ("mute after 60", "paper-out after 300")  # a printer that dies in the middle: says nothing, prints no more

MATERIALS = {"situation", "precheck"}
BEHIND_THE_ITEM = re.compile("^(situation|precheck|card|confirm|has_ticket)$")
BEFORE_THE_NUMBER = re.compile("^(confirm|has_ticket)$")


class Visits:
    """What visitors do at the one kiosk of the stage."""

    def __init__(self, stage: Stage, hand: KioskHand, transcript: Transcript) -> None:
        self._stage = stage
        self.hand = hand
        self._tell = transcript.line

    async def takes_a_number(self, person: Person, *, pictures: bool = False, card: bool = True, look: str = "") -> str:
        """From 取号办事 to the slip in the hand; the number. `look` names a picture of the last page before it."""
        await self.chooses(person, pictures=pictures)
        await (self.lays_card(person, pictures=pictures) if card else self.hand.tap("card.without_card"))
        await self.comes_to_confirm(known=card)
        if pictures or look:
            await self.hand.photograph(look or "confirm")
        await self.hand.tap("confirm.print_number")
        if pictures:
            await self.hand.until(page="printing")
            await self.hand.photograph("printing")
        return await self.has_number(pictures=pictures, card=card)

    async def has_number(self, *, pictures: bool = False, card: bool = True) -> str:
        shown = await self.hand.until(page="ticket")
        if pictures:
            await self.hand.photograph("ticket")
        if card:
            await self._stage.reader.say("lift")
        await self._finishes()
        await self.hand.until(page="home")
        self._tell("kiosk", f"{shown['label']} is printed")
        return str(shown["label"])

    async def _finishes(self) -> None:
        """取号完成; on a busy machine the page may have gone home by itself."""
        try:
            await self.hand.tap("ticket.finish")
        except ProgramFailedError:
            await self.hand.until(page="home")

    async def chooses(self, person: Person, *, pictures: bool = False) -> None:
        await self.hand.until(page="home", online=True, reader=True)
        if pictures:
            await self.hand.photograph("home")
        await self.hand.tap("home.take_a_number")
        await self.hand.until(page="services")
        if pictures:
            await self.hand.photograph("services")
        await self.picks(person.item)
        await self.looks_at_materials()
        if pictures:
            await self.hand.photograph("card")

    async def picks(self, item: str) -> None:
        """An item of the list, also of its second page."""
        try:
            await self.hand.tap(f"services.item.{item}")
        except ProgramFailedError:
            await self.hand.tap("services.next_page")
            await self.hand.tap(f"services.item.{item}")

    async def looks_at_materials(self) -> None:
        """Whatever stands between the item and the card, or the check: questions, and what to bring."""
        while (page := (await self.hand.until(page=BEHIND_THE_ITEM))["page"]) in MATERIALS:
            with contextlib.suppress(ProgramFailedError):  # the next page stands there already
                await self.hand.tap("situation.unsure" if page == "situation" else "precheck.brought")

    async def comes_to_confirm(self, *, known: bool = True) -> None:
        """To the check page; whoever is asked about a number that they hold already is here for another thing.

        `known`: with an identity. On a busy machine the page may stand there before the card is read.
        """
        while (await self.hand.until(page=BEFORE_THE_NUMBER, known=known))["page"] != "confirm":
            with contextlib.suppress(ProgramFailedError):
                await self.hand.tap("has_ticket.another_item")

    async def lays_card(self, person: Person, *, pictures: bool = False) -> None:
        await self._stage.reader.say(f"lay {person.name} {person.number}")
        if pictures:
            await self.hand.until(card="reading")
            await self.hand.photograph("card_reading")

    async def pulls_the_card_away(self, person: Person) -> str:
        """The card leaves the glass in the middle of the reading; the kiosk asks for it again."""
        await self.chooses(person)
        await self._stage.reader.say(f"lay {person.name} {person.number}")
        await self.hand.until(card="reading")
        await self._stage.reader.say("lift")
        await self.hand.until(card="try_again")
        await self.hand.photograph("card_try_again")
        self._tell("card reader", "the card was pulled away while it was read; the kiosk asks for it again")
        await self.lays_card(person)
        await self.comes_to_confirm()
        await self.hand.tap("confirm.print_number")
        return await self.has_number()

    async def paper_ends(self, person: Person, *, notes_it: bool) -> str:
        """Paper out in the middle of the slip: 记下了, or 取消."""
        await self._stage.printer.say("paper-out after 300")
        await self.chooses(person)
        await self.lays_card(person)
        await self.comes_to_confirm()
        await self.hand.tap("confirm.print_number")
        shown = await self.hand.until(page="paper_out")
        await self.hand.photograph("paper_out" if notes_it else "paper_out_again")
        await self._stage.reader.say("lift")
        await self.hand.tap("paper_out.noted" if notes_it else "paper_out.give_up_number")
        await self.hand.until(page="home")
        await self._stage.printer.say("heal")
        await self.hand.until(printer=True)
        what = "noted from the screen (记下了)" if notes_it else "given up (取消)"
        self._tell("printer", f"paper out in the middle of {shown['label']}; the number was {what}; new paper is in")
        return str(shown["label"])

    async def printer_is_mute(self, person: Person) -> str:
        """The slip comes out, the printer says nothing; the visitor says that it came."""
        await self._stage.printer.say("mute after 60")
        await self.chooses(person)
        await self.lays_card(person)
        await self.comes_to_confirm()
        await self.hand.tap("confirm.print_number")
        shown = await self.hand.until(page="ask_slip")
        await self.hand.photograph("ask_slip")
        await self._stage.reader.say("lift")
        await self.hand.tap("ask_slip.came")
        await self.hand.until(page="ticket")
        await self._finishes()
        await self.hand.until(page="home")
        await self._stage.printer.say("heal")
        await self.hand.until(printer=True)
        self._tell("printer", f"mute while {shown['label']} was printed; the visitor said that the slip came")
        return str(shown["label"])

    async def printer_dies_and_visitor_leaves(self, person: Person) -> str:
        """Nobody can tell whether a slip came out, and nobody is there to ask."""
        for word in MUTE_WORDS:
            await self._stage.printer.say(word)
        await self.chooses(person)
        await self.lays_card(person)
        await self.comes_to_confirm()
        await self.hand.tap("confirm.print_number")
        shown = await self.hand.until(page="ask_slip")
        await self._stage.reader.say("lift")
        await self.hand.until(page="home", within_s=60)
        await self._stage.printer.say("heal")
        await self.hand.until(printer=True)
        self._tell(
            "printer", f"died in the middle of {shown['label']}; the visitor left; the place is kept, unconfirmed"
        )
        return str(shown["label"])

    async def leaves_without_a_word(self, person: Person) -> None:
        """Goes away from the last page; the kiosk asks 您还在吗？ and wipes."""
        await self.chooses(person)
        await self.lays_card(person)
        await self.comes_to_confirm()
        await self._stage.reader.say("lift")
        await self.hand.until(warning=True, within_s=90)
        await self.hand.photograph("timeout")
        await self.hand.until(page="home", known=False, within_s=90)
        self._tell("kiosk", "a visitor went away; 您还在吗？, then everything of the visit was wiped")

    async def hall_dies_before_the_confirmation(self, person: Person) -> str:
        """kill -9 of the hall server between the number and its confirmation; then it is started again."""
        before = len(await self._stage.events())
        await self.chooses(person)
        await self.lays_card(person)
        await self.comes_to_confirm()
        assert self._stage.hall
        with self._stage.printer.held_still():  # a busy machine would else have printed and confirmed before the kill
            await self.hand.tap("confirm.print_number")
            await self.hand.until(page="printing", label=re.compile(r"."))
            await self._stage.hall.kill()
        killed_at = time.monotonic()
        shown = await self.hand.until(page="ticket")
        await self._stage.reader.say("lift")
        await self._stage.open_hall()
        events = await self._stage.events()
        moves = [event["move"] for event in events[before:] if event["label"] == shown["label"]]
        if moves != ["take"]:
            raise ProgramFailedError(f"the hall was killed too late: {shown['label']} already has {moves}")
        down = time.monotonic() - killed_at
        await self._until_confirmed(shown["label"])
        await self._finishes()
        await self.hand.until(page="home", online=True)
        self._tell(
            "hall", f"killed between reserving and confirming {shown['label']}, up again after {down:.1f} s; confirmed"
        )
        return str(shown["label"])

    async def _until_confirmed(self, label: str) -> None:
        async with asyncio.timeout(30):
            while not any(e["label"] == label and e["move"] == "confirm_print" for e in await self._stage.events()):
                await asyncio.sleep(0.2)
