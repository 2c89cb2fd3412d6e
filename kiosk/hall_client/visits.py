"""What a kiosk asks of its own hall for whoever stands there, besides numbers: help, and the numbers they have already.

Blocking, like the rest of this room: each verb raises HallSilentError or HallRefusedError. A pseudonym travels in a
header or a body, never in an address.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from hall_server.contract.help_calls import HelpCall
from hall_server.contract.messages import Empty, TicketView
from hall_server.contract.priority import AssistedTicket
from hall_server.contract.visit_plan import VisitPlan

if TYPE_CHECKING:
    from hall_server.contract.help_calls import AskHelp
    from hall_server.contract.messages import CancelTicket
    from hall_server.contract.priority import GivePriority
    from kiosk.hall_client.client import HallClient


class VisitDesk:
    """The verbs, over one hall's client. Safe to call from several threads."""

    def __init__(self, hall: HallClient) -> None:
        self._hall = hall

    def ask_help(self, call_id: str, order: AskHelp) -> HelpCall:
        """请人帮忙 under the call's id; the answer's own `id` counts: while a call is open, it is that one."""
        return self._hall.command("help", call_id, order, HelpCall)

    def help_call(self, call_id: str) -> HelpCall:
        """A call as it stands; ask when the stream says "help" or has been opened anew. `help_unknown`: it is gone."""
        return self._hall.read(f"help/{call_id}", HelpCall)

    def give_up_help(self, call_id: str) -> HelpCall:
        """不用了. Refused with `illegal_move` when somebody has said that it is done."""
        return self._hall.command(f"help/{call_id}/give_up", str(uuid.uuid4()), Empty(), HelpCall)

    def tickets_of(self, pseudonym: str) -> tuple[TicketView, ...]:
        """您已经有号 (UI-K16): somebody's tickets of today whose lives go on, the oldest first."""
        return self._hall.read("tickets/mine", tuple[TicketView, ...], {"Kapok-Visitor": pseudonym})

    def plan(self, items: tuple[str, ...], bundle: str = "") -> VisitPlan:
        """Several items as one visit, before any number is asked for. Refused with `item_unknown`."""
        asked = urlencode({"items": ",".join(items), **({"bundle": bundle} if bundle else {})}, safe=",")
        return self._hall.read(f"plan?{asked}", VisitPlan)

    def cancel(self, key: str, ticket_id: str, order: CancelTicket) -> TicketView:
        """弃号, with the visitor's pseudonym or their slip's code; after a silence ask again with the same key.

        Refused with `not_your_ticket`, or `illegal_move` once it is served or over.
        """
        return self._hall.command(f"tickets/{ticket_id}/cancel", key, order, TicketView)

    def assisted(self, of: str) -> tuple[AssistedTicket, ...]:
        """Numbers of today that staff look at: by digits or label, or by the ticket's id; `ticket_unknown` for that."""
        return self._hall.read(f"tickets/assisted?{urlencode({'of': of})}", tuple[AssistedTicket, ...])

    def put_first(self, key: str, ticket_id: str, order: GivePriority) -> TicketView:
        """请优先 by staff, with a reason. Refused with `illegal_move` when it does not wait."""
        return self._hall.command(f"tickets/{ticket_id}/priority", key, order, TicketView)
