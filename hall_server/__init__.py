"""The hall: the one owner of every queueing rule."""
