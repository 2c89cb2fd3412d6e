"""What must hold at the end of the day, by three independent witnesses: the hall's events, the paper, the board."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Ledger:
    """Events as the API gives them; slips as the printer's emulator parsed them; calls as the board showed them."""

    events: list[dict]
    slips: list[dict] = field(default_factory=list)  # {"ticket": id, "label": "A001"} of each complete slip
    board_calls: list[dict] = field(default_factory=list)  # {"n": …, "label": …, "counter": …}
    wrong: list[str] = field(default_factory=list)  # what others found out on the way

    def ever(self, move: str, **wanted: str) -> set[str]:
        """Tickets that ever had such an event."""
        return {e["ticket"] for e in self.events if e["move"] == move and all(e.get(k) == v for k, v in wanted.items())}

    def table(self) -> list[tuple[str, int]]:
        ever_unconfirmed = {e["ticket"] for e in self.events if e["state"] == "unconfirmed"}
        paper, screen = self.ever("confirm_print", answer="paper"), self.ever("confirm_print", answer="screen")
        last = Counter({e["ticket"]: e["state"] for e in self.events}.values())
        return [
            ("reserved 取号", len(self.ever("take"))),
            ("checked in 预约签到", len(self.ever("check_in"))),
            ("confirmed on paper 小票", len(paper)),
            ("confirmed on screen 屏幕", len(screen)),
            ("ever unconfirmed 待确认", len(ever_unconfirmed)),
            ("waiting at the end 等候", last["waiting"]),
            ("called 叫号", len(self.ever("call"))),
            ("no_show 过号", last["no_show"]),
            ("completed 办结", last["completed"]),
            ("void 作废", last["void"]),
        ]

    def violations(self) -> list[str]:
        """Everything that does not hold; empty on a good day."""
        return [*self._numbers(), *self._gapless(), *self._paper(), *self._board(), *self.wrong]

    def _numbers(self) -> list[str]:
        labels = Counter(e["label"] for e in self.events if e["move"] in {"take", "check_in"})
        return [f"number {label} was given {count} times" for label, count in labels.items() if count > 1]

    def _gapless(self) -> list[str]:
        numbers = [e["n"] for e in self.events]
        wanted = list(range(1, len(numbers) + 1))
        return [] if numbers == wanted else [f"event numbers are not 1…{len(numbers)} in order: {numbers}"]

    def _paper(self) -> list[str]:
        confirmed = self.ever("confirm_print", answer="paper")
        on_paper = Counter(slip["ticket"] for slip in self.slips)
        found = [f"ticket {ticket} has {count} slips on paper" for ticket, count in on_paper.items() if count > 1]
        found += [
            f"ticket {ticket} is confirmed on paper, and there is no slip" for ticket in confirmed - on_paper.keys()
        ]
        return found + [
            f"a slip of ticket {ticket} is on paper, never confirmed" for ticket in on_paper.keys() - confirmed
        ]

    def _board(self) -> list[str]:
        called = [(e["n"], e["label"], e["counter"]) for e in self.events if e["move"] in {"call", "recall"}]
        shown = [(c["n"], c["label"], c["counter"]) for c in self.board_calls]
        return [] if called == shown else [f"the board showed {shown}, the hall called {called}"]
