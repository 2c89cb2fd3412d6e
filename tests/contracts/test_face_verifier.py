"""What every `FaceVerifier` keeps; today there is the simulator only."""

import pytest

from devices.errors import DeviceConfigError, DeviceLostError
from devices.face.rules import face_settings
from devices.registry.face import face_verifier
from devices.values.camera import Frame
from devices.values.face import FaceConsent, FaceSettings, FaceVerdict, Liveness
from devices.values.health import Health
from devices.values.id_card import CardPhoto

LIVE = Frame(1, 1, 1, b"\1\2\3", 0.0)
PHOTO, SILHOUETTE = CardPhoto(1, 1, b"\1\2\3"), CardPhoto(1, 1, b"\0\0\0", is_placeholder=True)
AGREED = FaceConsent(given=True, age=40)


@pytest.fixture
async def verifier():
    verifier = face_verifier(face_settings({"enabled": True, "driver": "simulator"}, ["id_card"]))
    await verifier.open()
    yield verifier
    await verifier.close()


async def test_a_living_face_like_the_photo_is_a_match(verifier):
    verifier.will_find(0.95)
    result = await verifier.verify(LIVE, PHOTO, AGREED)
    assert (result.verdict, result.score, result.liveness) == (FaceVerdict.MATCH, 0.95, Liveness.LIVE)


async def test_without_consent_nothing_is_looked_at_and_the_finding_stays_for_the_next(verifier):
    verifier.will_find(0.95)
    assert (await verifier.verify(LIVE, PHOTO, FaceConsent())).reason == "no_consent"
    assert (await verifier.verify(LIVE, PHOTO, FaceConsent(given=True, age=9))).reason == "no_guardian"
    assert (await verifier.verify(LIVE, PHOTO, AGREED)).verdict is FaceVerdict.MATCH


async def test_a_silhouette_or_nobody_is_not_compared(verifier):
    verifier.will_find(0.95)
    assert (await verifier.verify(LIVE, SILHOUETTE, AGREED)).reason == "no_photo"
    await verifier.verify(LIVE, PHOTO, AGREED)
    assert (await verifier.verify(LIVE, PHOTO, AGREED)).reason == "no_face"


async def test_a_picture_of_a_face_is_no_match_however_like_it_is(verifier):
    verifier.will_find(1.0, Liveness.NOT_LIVE)
    assert (await verifier.verify(LIVE, PHOTO, AGREED)).verdict is FaceVerdict.CANNOT_TELL


async def test_a_verifier_that_is_not_open_is_a_fault_and_compares_nothing(verifier):
    assert (await verifier.status()).health is Health.NORMAL
    await verifier.close()
    await verifier.close()
    assert (await verifier.status()).health is Health.FAULT
    with pytest.raises(DeviceLostError):
        await verifier.verify(LIVE, PHOTO, AGREED)


def test_faces_that_are_off_have_no_verifier():
    assert face_verifier(FaceSettings(driver="simulator")) is None


def test_a_driver_that_does_not_ship_is_refused_in_words():
    with pytest.raises(DeviceConfigError, match="known are: simulator"):
        face_verifier(FaceSettings(enabled=True, driver="vendor"))
