"""Programs that tests start end with the tests, however these end."""

ENDS_WITH_US = ("setpriv", "--pdeathsig", "KILL")  # before a command line: the kernel ends it when we die (prctl(2))
