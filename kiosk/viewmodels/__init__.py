"""What a page shows, as Qt properties; derived from the session by pure functions.

Beside each other: the pure halves (`frame`, `home`, `services`, … : a frozen `…Props` and the function that derives it,
no Qt) and the Qt halves (`snapshot`, `intents`, `screen`, `qml_types`).
"""
