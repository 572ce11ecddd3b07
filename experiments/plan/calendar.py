"""A year of a chosen plan, week by week: who does what, and the hours it needs, as a table that a preschool can use."""

import numpy as np

import sim
from experiments.decide.perspective import GRADES_IN_WORDS
from experiments.labels import within_a_sentence

COLUMNS = ("week", "what", "who", "beyond the routine", "how many", "minutes each", "hours")
NOBODY = "sent or lent to all"  # no hours of anybody but families
ALL_YEAR = ("coordinator", "coach", "interpreter")  # grades whose hours no single contact takes


def calendar(asked, mix, seed=1, grades=None):
    """One row a school week, kind of contact and who does it: how many, minutes each, hours (a pandas frame).

    `grades` are hours of the year of those who are there all year round, as the bill has them.
    """
    import pandas as pd

    scenario = sim.read_scenario(asked.scenario | {"strategy": asked.strategy(mix)})
    life = sim.Life(scenario, seed, sim.settle(scenario, seed))
    taught = scenario.place.school_weeks()
    rows = []
    for week in range(1, scenario.weeks + 1):
        life.live_to(week)
        rows += list(_week(life.world, week))
        if taught[(week - 1) % 52]:
            rows += list(_all_year(life.world.tables, week, grades or {}, int(taught.sum())))
    return _together(pd.DataFrame(rows, columns=list(COLUMNS)))


def _together(weeks):
    """One row for what is asked for twice in a week, as by the law and by a preschool's own custom."""
    same = [name for name in COLUMNS if name not in ("how many", "hours")]
    return weeks.groupby(same, sort=False, as_index=False).sum().round({"hours": 1})[list(COLUMNS)]


def by_week(weeks):
    """One row a week for the page: what all preschools do beyond the routine, who, and the hours it takes (a list of dicts)."""
    beyond = weeks[weeks["beyond the routine"]]
    for week, rows in beyond.groupby("week", sort=True):
        counts = rows[rows["how many"] > 0].groupby("what", sort=False)["how many"].max()
        said = ", ".join(f"{_called(name)} {count:,}" for name, count in counts.items())
        hours = rows[rows.hours > 0].groupby("who", sort=False)["hours"].sum()
        who = ", ".join(f"{name} {spent:,.1f} h" for name, spent in hours.items())
        yield {
            "week": week,
            "what": said or "all year round",
            "who": who or NOBODY,
            "hours": round(float(rows.hours.sum()), 1),
        }


def _called(what):
    """A kind of contact as the app calls it."""
    return within_a_sentence("channels", what.replace(" ", "_"))


def _week(world, week):
    """What falls in this week, over all classes."""
    table, asks = world.tables.timetable, world.tables.asks
    for r in np.argsort(table.serial, kind="stable"):
        asked = asks[:, r]
        if table.open[r] and asked.any():
            channel = sim.Channel(int(table.channel[r]))
            count = int((asked > 0).sum()) if channel <= sim.LAST_CLASS_CHANNEL else int(asked.sum())
            what, beyond = channel.name.lower().replace("_", " "), bool(table.serial[r] >= sim.PROGRAMME)
            for who, minutes in _who(channel, int(table.minutes[r]), world.numbers, beyond):
                yield week, what, who, beyond, count, minutes, round(count * minutes / 60.0, 1)


def _who(channel, minutes, numbers, beyond):
    """Who is there, and for how long: the class's teacher, and beyond the routine whom the contact's price pays for."""
    staff = sim.staff_hours(channel.name.lower(), numbers) if beyond else {}
    others = [(GRADES_IN_WORDS[grade], round(60 * hours)) for grade, hours in staff.items() if hours]
    teacher = [("teachers, hired" if beyond else "teachers", minutes)] if minutes or not others else []
    return [(who if spent or others else NOBODY, spent) for who, spent in (*teacher, *others)]


def _all_year(tables, week, grades, school_weeks):
    """What is there every school week: second teachers and stand-ins, an office, coaches, interpreters."""
    hired = float(tables.conditions.hired_minutes.sum()) / 60.0
    for who, hours in (
        ("teachers, hired", hired),
        *((GRADES_IN_WORDS[g], grades.get(g, 0.0) / school_weeks) for g in ALL_YEAR),
    ):
        if hours > 0.0:
            yield week, "all year round", who, True, 0, 0, round(hours, 1)
