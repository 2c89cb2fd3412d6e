"""朗读: what is said for what stands on the glass, in Mandarin, Cantonese and English. Pure: no Qt, no sound."""
