"""What comes out of the devices and goes into them: frozen values, one file for each kind."""
