"""Access pad: six keys and a headphone socket, heard below the screen."""
