"""LED strip: the line above a counter, GB2312 text over a serial line."""
