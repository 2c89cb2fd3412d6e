"""The words both sides speak: enums, message shapes, problem codes. Pure; the lowest layer."""
