"""The one error a user can cause. Everything else is a bug and may crash."""

from difflib import get_close_matches


class ScenarioError(ValueError):
    """What was asked for cannot be run. Says what was asked, what is allowed, where to look."""


def nearest(asked, known):
    """Where a known name comes near to what was asked, a hint that begins with a space."""
    near = get_close_matches(str(asked), [str(name) for name in known], n=1, cutoff=0.5)
    return f" Did you mean '{near[0]}'?" if near else ""


def unknown(what, asked, known, where):
    """The error for a name that does not exist, with the nearest one that does."""
    names = sorted(str(name) for name in known)
    listed = ", ".join(names[:24]) + (f", … ({len(names)} in all)" if len(names) > 24 else "")
    return ScenarioError(f"There is no {what} '{asked}'.{nearest(asked, names)} {where} lists: {listed}.")
