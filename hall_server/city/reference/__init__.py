"""The reference city (`kapok city serve`): a made-up city that speaks the other end of the hall's ports."""
