"""`kapok hall`, `kapok db` and `kapok city`: create a hall, serve it, prove its history; a city to try it against."""

from __future__ import annotations

from hall_server.commands.acts import acts
from hall_server.commands.catalogue import versions
from hall_server.commands.check import check
from hall_server.commands.city import city
from hall_server.commands.database import db
from hall_server.commands.enrol import enrol
from hall_server.commands.fleet import fleet
from hall_server.commands.halls import hall
from hall_server.commands.help_calls import help_calls
from hall_server.commands.items import venues
from hall_server.commands.keys import key
from hall_server.commands.kiosks import kiosks
from hall_server.commands.learn import learn
from hall_server.commands.new import new
from hall_server.commands.plan import plan
from hall_server.commands.post import post
from hall_server.commands.screens import screen
from hall_server.commands.site_versions import site
from hall_server.commands.staff import staff
from hall_server.commands.tls import tls
from hall_server.commands.urgent import urgent

hall.add_command(acts)
hall.add_command(check)
hall.add_command(enrol)
hall.add_command(fleet)
hall.add_command(versions)
hall.add_command(venues)
hall.add_command(help_calls)
hall.add_command(key)
hall.add_command(kiosks)
hall.add_command(learn)
hall.add_command(new)
hall.add_command(plan)
hall.add_command(post)
hall.add_command(screen)
hall.add_command(site)
hall.add_command(staff)
hall.add_command(tls)
hall.add_command(urgent)

__all__ = ["city", "db", "hall"]
