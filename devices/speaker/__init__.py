"""Speaker: chimes and words out of loudspeakers, in Mandarin, Cantonese and English."""
