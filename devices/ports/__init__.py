"""The sockets on the wall: what each kind of device can do, in a few verbs; one file for each kind."""
