"""What a bad cable makes of a printer's answers: bytes lost, doubled, strange ones between, bits turned over. Pure."""

from __future__ import annotations

from random import Random

_SPOILT = 0.25  # of all answers
_LATE_S = (0.2, 1.0)


class BadLine:
    """Spoils answers while it is `noisy`; draws the delay of a `late` one. The same seed spoils in the same way."""

    def __init__(self, seed: int = 0) -> None:
        self._chance = Random(seed)  # noqa: S311 -- chance for an emulated fault, nothing secret

    def delay_s(self) -> float:
        """How much later a late answer comes, in seconds."""
        return self._chance.uniform(*_LATE_S)

    def spoilt(self, answer: bytes) -> bytes:
        """The answer as it arrives; three of four are left as they are."""
        if self._chance.random() >= _SPOILT or not answer:
            return answer
        at, strange = self._chance.randrange(len(answer)), self._chance.randrange(256)
        match self._chance.randrange(4):
            case 0:
                return answer[:at] + answer[at + 1 :]
            case 1:
                return answer[:at] + bytes((strange,)) + answer[at:]
            case 2:
                return answer[: at + 1] + answer[at:]
            case _:
                turned = answer[at] ^ (1 << strange % 8)
                return answer[:at] + bytes((turned,)) + answer[at + 1 :]
