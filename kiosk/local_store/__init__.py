"""What this kiosk must not forget, on disk: numbers promised, numbers leased, what the hall has not heard yet."""

from kiosk.local_store.file import LocalStoreError, LocalStoreInUseError, LocalStoreTooNewError
from kiosk.local_store.journal import AFTER_A_CRASH, KEPT_ROWS, JournalRow, Stage
from kiosk.local_store.numbers import Lease, NoNumberError
from kiosk.local_store.store import LocalStore

__all__ = [
    "AFTER_A_CRASH",
    "KEPT_ROWS",
    "JournalRow",
    "Lease",
    "LocalStore",
    "LocalStoreError",
    "LocalStoreInUseError",
    "LocalStoreTooNewError",
    "NoNumberError",
    "Stage",
]
