"""Who somebody is, as kiosk, hall and city read it alike: numbers, strips of passports, masks, pseudonyms. Pure.

Doors: `recognise` (text → who it names, or a reason), `identity` (the values), `assurance` (how sure that is),
`pseudonym` and `masks` (all that is kept of a number and a name), `words` (what a visitor is told). Bad input never
raises here: it is refused with a reason or ignored. No number is ever part of a reason, a sentence or a repr.
"""
