"""A strategy as people say it: 'home visits (12 a year, for the poorest fifth)'."""

FOR_WHOM = {
    "all": "for all",
    "ses_1": "for the poorest fifth",
    "ses_2": "for the second poorest fifth",
    "ses_3": "for the middle fifth",
    "ses_4": "for the second richest fifth",
    "ses_5": "for the richest fifth",
    "lowest_quarter": "for the quarter of children furthest behind",
    "other_language": "for families of another home language",
    "behind": "for children behind",
    "not_reached": "for families not reached so far",
}
EVERY = {"per_week": "a week", "per_month": "a month", "per_year": "a year"}
COUNTED = ("sessions", "books", "days", "coaching_visits", "children", "minutes", "seats", "meetings_a_term")
A_WEEK = ("staff_hours_a_week", "staff_minutes_a_week", "hours_a_week")


def in_words(doing, doses, called=""):
    """One intervention with its doses; `called` in place of its name in the model."""
    said = [dose_in_words(key, value) for key, value in (doses or {}).items()]
    return (called or _plain(doing)) + (f" ({', '.join(said)})" if said else "")


def dose_in_words(key, value):
    """'12 a year', '8 sessions', 'share 80%'; other doses by their name."""
    if key == "for_whom" and value in FOR_WHOM:
        return FOR_WHOM[value]
    if key == "visitor":
        return f"by a {_plain(str(value))}"
    if key == "every_weeks":
        return "every week" if value == 1 else f"every {value:g} weeks"
    if key in EVERY:
        return f"{value:g} {EVERY[key]}"
    if key in COUNTED or key in A_WEEK:
        return f"{value:g} {_plain(key)}"
    if key in ("share", "incentive") and isinstance(value, (int, float)):
        return f"{_plain(key)} {value:.0%}"
    return f"{_plain(key)} {_plain(str(value))}"


def _plain(name):
    return name.replace("_", " ")
