"""What a site may change: defaults, site files, one reader; errors name file, key and what was expected."""

from config.errors import ConfigError
from config.kiosk_file import Credential, KioskFile, load_credential, load_kiosk
from config.site import Site, load_site

__all__ = ["ConfigError", "Credential", "KioskFile", "Site", "load_credential", "load_kiosk", "load_site"]
