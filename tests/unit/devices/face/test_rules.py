"""A face is never the only way, never without consent, and matches only when it lives."""

import math

import pytest

from devices.errors import DeviceConfigError
from devices.face.rules import OPEN_WAYS, face_settings, judge, refusal
from devices.values.advice import ADVICE
from devices.values.face import FaceConsent, FaceSettings, FaceVerdict, Liveness

ON = {"enabled": True, "driver": "simulator"}


def test_faces_are_off_unless_a_site_says_otherwise():
    assert face_settings({}, []) == FaceSettings()
    assert not FaceSettings().enabled


@pytest.mark.parametrize("way", OPEN_WAYS)
def test_faces_beside_a_way_without_face_and_phone_are_allowed(way):
    assert face_settings(ON, [way]).enabled


@pytest.mark.parametrize("ways", [[], ["face"], ["code_scanner"], ["code_scanner", "camera", "face"]])
def test_faces_that_leave_no_way_without_a_face_or_a_phone_are_refused(ways):
    with pytest.raises(DeviceConfigError, match="CL-C7"):
        face_settings(ON, ways)


def test_faces_that_are_off_need_no_other_way():
    assert not face_settings({"enabled": False, "driver": "simulator"}, []).enabled


def test_faces_as_the_only_way_are_refused_even_when_they_are_off():
    for table in ({"only_way": True}, ON | {"only_way": True}):
        with pytest.raises(DeviceConfigError, match="CL-C7"):
            face_settings(table, OPEN_WAYS)
    assert face_settings(ON | {"only_way": False}, ["staff"]).enabled


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"enabled": 1}, "expected bool"),
        ({"driver": 1}, "expected str"),
        ({"threshold": "high"}, "expected float"),
        ({"threshold": True}, "expected float"),
        ({"required": True}, "'required' is not known"),
        ({"threshold": 1.5}, "margin < threshold"),
        ({"threshold": 0.1, "margin": 0.2}, "margin < threshold"),
        ({"threshold": math.nan}, "margin < threshold"),
        ({"enabled": True}, "no driver"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(table, words):
    with pytest.raises(DeviceConfigError, match=words):
        face_settings(table, ["staff"])


@pytest.mark.parametrize(
    ("consent", "reason"),
    [
        (FaceConsent(), "no_consent"),
        (FaceConsent(age=40), "no_consent"),
        (FaceConsent(guardian_present=True, age=10), "no_consent"),
        (FaceConsent(given=True, age=13), "no_guardian"),
        (FaceConsent(given=True), "age_unknown"),
    ],
)
def test_nothing_is_looked_at_without_consent_or_guardian(consent, reason):
    result = refusal(consent)
    assert (result.verdict, result.reason, result.score) == (FaceVerdict.CANNOT_TELL, reason, None)
    assert reason in ADVICE


@pytest.mark.parametrize(
    "consent",
    [
        FaceConsent(given=True, guardian_present=True),
        FaceConsent(given=True, age=14),
        FaceConsent(given=True, age=6, guardian_present=True),
    ],
)
def test_with_consent_a_face_may_be_looked_at(consent):
    assert refusal(consent) is None


@pytest.mark.parametrize(
    ("score", "liveness", "verdict", "reason"),
    [
        (0.8, Liveness.LIVE, FaceVerdict.MATCH, ""),
        (7.0, Liveness.LIVE, FaceVerdict.MATCH, ""),
        (0.79, Liveness.LIVE, FaceVerdict.CANNOT_TELL, "close_call"),
        (0.7, Liveness.LIVE, FaceVerdict.NO_MATCH, "below_threshold"),
        (-1.0, Liveness.LIVE, FaceVerdict.NO_MATCH, "below_threshold"),
        (1.0, Liveness.NOT_LIVE, FaceVerdict.CANNOT_TELL, "not_live"),
        (1.0, Liveness.UNKNOWN, FaceVerdict.CANNOT_TELL, "liveness_unknown"),
        (math.nan, Liveness.LIVE, FaceVerdict.CANNOT_TELL, "no_face"),
        (math.inf, Liveness.LIVE, FaceVerdict.CANNOT_TELL, "no_face"),
    ],
)
def test_only_a_living_face_above_the_threshold_is_a_match(score, liveness, verdict, reason):
    result = judge(score, liveness, FaceSettings(threshold=0.8, margin=0.1))
    assert (result.verdict, result.reason) == (verdict, reason)
    assert result.score is None or 0 <= result.score <= 1
    assert not reason or reason in ADVICE
