"""Smart cards: social-security cards (社保卡) in a PC/SC reader."""
