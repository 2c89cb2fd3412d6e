"""How long until somebody is called: learned from the hall's own days, a formula until then. Pure; knows no store."""

from hall_server.domain.forecast.formula import Forecast, forecast
from hall_server.domain.forecast.history import observations_of
from hall_server.domain.forecast.learner import Learner, learn
from hall_server.domain.forecast.model import BYTES_MAX, UNTRAINED, BadModelError, Model, model_from, model_to
from hall_server.domain.forecast.situation import Observation, Served, Situation
from hall_server.domain.forecast.wait import wait_in

__all__ = [
    "BYTES_MAX",
    "UNTRAINED",
    "BadModelError",
    "Forecast",
    "Learner",
    "Model",
    "Observation",
    "Served",
    "Situation",
    "forecast",
    "learn",
    "model_from",
    "model_to",
    "observations_of",
    "wait_in",
]
