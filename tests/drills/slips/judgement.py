"""What was said of slips, held against the emulator's paper.

A whole slip has all its ink on one piece of paper, row for row, and says nowhere that it is void. Said to be printed:
it is there once, whatever way it left the printer (one that hangs behind a jammed knife is taken out by hand). Said
not to be printed: none came out by the knife; what a person finds in a printer that he opens is in no visitor's hand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from devices.values.receipt_printer import PrintOutcome
from tests.drills.slips.pictures import ink
from tests.drills.slips.series import excused

if TYPE_CHECKING:
    from tests.drills.slips.pictures import Ink
    from tests.drills.slips.series import Attempt, Series

Slip = tuple[int, bool]  # number, and whether it says 补打


class Judgement:
    """The findings of one series, and how often what was said."""

    def __init__(self, series: Series) -> None:
        self.series = series
        self.findings = [*series.findings]
        self.outcomes = Counter(attempt.outcome.value for attempt in series.attempts)
        self.reasons = Counter(attempt.result.reason for attempt in series.attempts if attempt.result)
        self.troubles = Counter(str(trouble) for attempt in series.attempts for trouble in attempt.seen)
        self.kept_inside = 0  # whole, said not to be printed, and taken out of the open printer
        by_slip: dict[Slip, list[Attempt]] = defaultdict(list)
        for attempt in series.attempts:
            by_slip[attempt.number, attempt.marked].append(attempt)
        self._found = self._find({slip: attempts[0].picture for slip, attempts in by_slip.items()})
        for slip, attempts in by_slip.items():
            self._judge(attempts, *self._found[slip])
        for attempt in series.attempts:
            self._judge_words(attempt)
        for number in dict.fromkeys(number for number, _ in by_slip):
            self._judge_number(number)

    def _find(self, pictures: dict[Slip, Ink]) -> dict[Slip, tuple[int, int]]:
        """For each slip how many came out by the knife, and how many otherwise."""
        found = dict.fromkeys(pictures, (0, 0))
        for place, piece in enumerate(self.series.emulator.slips):
            paper = ink(piece.image)
            if paper.height and self.series.void.within(paper):
                continue
            on_it = [slip for slip, picture in pictures.items() if picture.within(paper)]
            for slip in on_it:
                knife, hand = found[slip]
                found[slip] = (knife + piece.by_knife, hand + (not piece.by_knife))
            if on_it and (len(on_it) > 1 or pictures[on_it[0]].height != paper.height):
                self._say(f"piece {place}: more than one slip on it: {on_it}")
        return found

    def _judge(self, attempts: list[Attempt], by_knife: int, by_hand: int) -> None:
        """One slip, asked for once or again after it was said not to be printed."""
        said = Counter(attempt.outcome for attempt in attempts)
        printed, unknown = said[PrintOutcome.PRINTED], said[PrintOutcome.UNKNOWN]
        words = " / ".join(map(str, attempts))
        if by_knife + by_hand < printed:
            self._say(f"said to be printed, and not there: {words}")
        if by_knife > printed + unknown:
            why = "came out twice" if printed + unknown else "said not to be printed, and came out"
            self._say(f"{why}: {words}")
        elif not printed + unknown:
            self.kept_inside += by_hand

    def _judge_number(self, number: int) -> None:
        """Two slips of a number only if the second says 补打."""
        if sum(self._found[number, False]) > 1 and self._found[number, False][0] > 1:
            self._say(f"number {number}: two slips without 补打")

    def _judge_words(self, attempt: Attempt) -> None:
        if attempt.outcome is PrintOutcome.UNKNOWN and not excused(attempt):
            self._say(f"cannot tell, though neither mute nor cut off: {attempt}")
        if attempt.stale and attempt.outcome is not PrintOutcome.NOT_PRINTED:
            self._say(f"older than its deadline, and not refused: {attempt}")

    def _say(self, words: str) -> None:
        self.findings.append(f"{self.series.name}: {words}")
