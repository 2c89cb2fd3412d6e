"""How long until somebody is called: learned from the hall's own days, a formula until then. Pure; knows no store."""

from hall_server.domain.forecast.formula import Forecast, forecast

__all__ = ["Forecast", "forecast"]
