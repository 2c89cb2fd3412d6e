"""The composition root of a hall server: site file and data folder in, one served ASGI application out."""

from hall_server.app.compose import HallApp, Settings, create_app
from hall_server.app.serve import run
from hall_server.app.site_file import hall_site

__all__ = ["HallApp", "Settings", "create_app", "hall_site", "run"]
