"""The words of 朗读 in every language."""

from msgspec.structs import astuple

from kiosk.session.modes import Language
from kiosk.speech.phrases import PHRASES, Phrases


def test_every_language_has_every_word():
    assert set(PHRASES) == set(Language)
    assert all(all(astuple(phrases)) for phrases in PHRASES.values())


def test_words_with_blanks_to_fill_have_the_same_ones_in_every_language():
    for name in Phrases.__struct_fields__:
        blanks = {
            tuple(sorted(part.partition("}")[0] for part in getattr(phrases, name).split("{")[1:]))
            for phrases in PHRASES.values()
        }
        assert len(blanks) == 1, name
