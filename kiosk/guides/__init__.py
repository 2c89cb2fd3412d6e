"""What the kiosk knows about items without asking anybody: search, lists, checks of materials, questions. Pure."""
