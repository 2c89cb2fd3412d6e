"""The kiosk's voice to the hall server: blocking calls over HTTP, each with a time limit and two ways to fail."""

from kiosk.hall_client.answers import ANSWER_LIMIT, HallRefusedError, HallSilentError, Taken
from kiosk.hall_client.client import HallAccess, HallClient

__all__ = ["ANSWER_LIMIT", "HallAccess", "HallClient", "HallRefusedError", "HallSilentError", "Taken"]
