"""What a strategy asks for and nobody can get before the end: the same rule for a scenario and for an arm of a trial."""

from experiments.counted import counted


def in_a_scenario(scenario):
    """A sentence for each offer of a scenario that never comes."""
    said = {}
    for arm in ("strategy", "baseline"):
        for doing, first, last in _lasting(scenario, arm):
            said |= dict.fromkeys(of_doing(doing, first, last, scenario.weeks, "the run", scenario.place))
    return list(said)


def of_doing(doing, starts, stops, ends, whole, place):
    """Sentences on one intervention that is asked for from week `starts` to `stops` of `ends`; `whole` is the word for what
    ends then, such as the run."""
    first, last = max(starts, doing.from_week), min(stops, doing.until_week or stops)
    if doing.from_week > ends:
        return [f"{doing.name} begins in week {doing.from_week}, after {whole} (week {ends})."]
    if first > last:
        return [f"{doing.name} would begin in week {first}, but is over after week {last}."]
    weeks = _school_weeks(place, first, last)
    if not weeks:
        return [f"{doing.name}: no school week lies between week {first} and week {last}."]
    return list(_of_sessions(doing, weeks, last, ends, whole)) if hasattr(doing.dose, "sessions") else []


def _of_sessions(doing, weeks, last, ends, whole):
    """A course has a session every so many school weeks."""
    asked, apart = round(doing.dose.sessions), round(getattr(doing.dose, "every_weeks", 1))
    held = -(-weeks // apart)
    if asked > held:
        pace = "one a school week" if apart == 1 else f"one every {apart} school weeks"
        until = f"until {whole} ends" if last == ends else f"until week {last}"
        yield f"{doing.name}: of {counted(asked, 'session')} {held} {'is' if held == 1 else 'are'} held, {pace} {until}."


def _school_weeks(place, first, last):
    taught = place.school_weeks()
    return sum(int(taught[(week - 1) % 52]) for week in range(first, last + 1))


def _lasting(scenario, arm):
    """(intervention, from which week, up to which): an event may begin, change or end it in mid-run."""
    over_time = sorted(scenario.arms_over_time(arm).items())
    ends = [week - 1 for week, _ in over_time[1:]] + [scenario.weeks]
    found = {}
    for (first, now), last in zip(over_time, ends, strict=True):
        for doing in now.strategy.doings:
            if doing.name != "routine":
                same = (doing.name, doing.dose, doing.for_whom, doing.from_week, doing.until_week)
                found[same] = (doing, found.get(same, (doing, first))[1], last)
    return found.values()
