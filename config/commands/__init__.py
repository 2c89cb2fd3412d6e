"""Commands that need nothing but settings and the machine itself: they are in every package of ours."""
