"""Examples of the answers about the post to the city; a test reads each with its own shape."""

from __future__ import annotations

from typing import Any

_AT = 1_792_030_920_000_000
_LETTER: dict[str, Any] = {
    "id": "5b9b6a0e-3c53-8e1f-9d0a-7f6d2f0c4e11",
    "port": "appointments",
    "kind": "state",
    "subject": "0f8fad5b-d9cb-469f-a165-70867728950e",
    "correlation": "0f8fad5b-d9cb-469f-a165-70867728950e",
    "state": "dead",
    "place": 318,
    "made_at": _AT,
    "tries": 12,
    "due_at": 0,
    "settled_at": _AT,
    "why": "nonsense",
    "body": {"booking": "0f8fad5b-d9cb-469f-a165-70867728950e", "state": "checked_in"},
}
POST_EXAMPLES: dict[str, dict[str, Any]] = {
    "PostNow": {"ports": [{"port": "appointments", "waiting": 2, "taken": 311, "dead": 1, "oldest_at": _AT}]},
    "PostLetter": _LETTER,
    "PostPage": {"letters": [_LETTER], "next": 318},
}
