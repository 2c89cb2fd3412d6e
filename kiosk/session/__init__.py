"""The visitor's visit as a value, pure: state, events, effects, step."""
