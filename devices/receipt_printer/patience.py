"""How long a receipt printer is waited for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the driver waits, in seconds; `print_s` is the end of all waiting for one slip.

    `print_s` stays below what a kiosk waits for the runner (25 s). In that time a line of 9600 baud carries some
    17 kB: enough for a slip of the printer's own letters (PaperProfile.fast), not for one of dots.
    """

    answer_s: float = 0.6  # for one status question
    settle_s: float = 0.3  # of quiet after an answer that did not come, so that a late one meets no other question
    look_s: float = 0.25  # between two looks at a printer that is printing
    body_s: float = 11.0  # for what was sent to be on paper, before the cut is sent all the same
    print_s: float = 20.0  # for one slip, from the first question to the last answer
    mute_looks: int = 3  # looks without any answer before we say "cannot tell"
    hands_s: float = 4.0  # without a word in the middle of a slip: the paper may have been changed meanwhile
    ask_again_s: float = 3.0  # for an acknowledgement; it may have been lost
    unacknowledged_s: float = 3.0  # for what a printer that acknowledges nothing holds, before "online" is believed
    babble_s: float = 2.0  # a line that is never quiet for so long is no printer
    forgive_s: float = 60.0  # a GS r that was not answered in this time never will be
    slowest_bytes_s: int = 960  # 9600 baud
