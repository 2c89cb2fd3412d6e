"""Printer models from the capability database."""

import pytest

from devices.errors import DeviceConfigError
from devices.receipt_printer.profiles import models, profile_of
from devices.values.receipt_printer import Letters, PaperProfile


def test_a_known_model_gives_its_width_resolution_and_means():
    profile = profile_of("TM-T88V")
    assert (profile.width_dots, round(profile.dots_per_mm, 2)) == (512, 7.09)
    assert (profile.native_qr, profile.has_cutter) == (True, True)


def test_a_small_model_has_no_knife_and_no_own_symbol():
    profile = profile_of("POS-5890")
    assert (profile.width_dots, profile.native_qr, profile.has_cutter) == (384, False, False)


def test_what_the_database_does_not_say_stays_as_given():
    assert profile_of("default", PaperProfile(width_dots=384, letters=Letters.NONE)).width_dots == 384
    assert not profile_of("default", PaperProfile(native_qr=False)).native_qr


@pytest.mark.parametrize("model", ["", "TM-NONE", "TM-U220"])
def test_a_model_that_is_unknown_or_prints_no_dots_is_refused(model):
    with pytest.raises(DeviceConfigError):
        profile_of(model)


def test_all_models_are_named():
    assert "TM-T20II" in models()
