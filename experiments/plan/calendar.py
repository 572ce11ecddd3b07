"""A year of a chosen plan, week by week: what takes place, and the hours it needs, as a table that a preschool can use."""

import numpy as np

import sim


def calendar(asked, mix, seed=1):
    """One row a school week and kind of contact: how many, teachers' hours, hired hours (a pandas frame)."""
    import pandas as pd

    scenario = sim.read_scenario(asked.scenario | {"strategy": asked.strategy(mix)})
    life = sim.Life(scenario, seed, sim.settle(scenario, seed))
    rows = []
    for week in range(1, scenario.weeks + 1):
        life.live_to(week)
        rows += list(_week(life.world.tables, week))
    return pd.DataFrame(rows, columns=["week", "what", "beyond the routine", "how many", "minutes each", "hours"])


def by_week(weeks):
    """One row a week for the page: what all preschools do beyond the routine, and the hours it takes (a list of dicts)."""
    beyond = weeks[weeks["beyond the routine"]]
    for week, rows in beyond.groupby("week", sort=True):
        counts = rows.groupby("what", sort=False)["how many"].sum()
        said = ", ".join(f"{name} {count:,}" for name, count in counts.items())
        yield {"week": week, "what": said, "hours": round(float(rows.hours.sum()), 1)}


def _week(tables, week):
    """What falls in this week, over all classes."""
    table, asks = tables.timetable, tables.asks
    for r in np.argsort(table.serial, kind="stable"):
        asked = asks[:, r]
        if table.open[r] and asked.any():
            channel = sim.Channel(int(table.channel[r]))
            count = int((asked > 0).sum()) if channel <= sim.LAST_CLASS_CHANNEL else int(asked.sum())
            minutes = int(table.minutes[r])
            name = channel.name.lower().replace("_", " ")
            yield week, name, bool(table.serial[r] >= sim.PROGRAMME), count, minutes, round(count * minutes / 60.0, 1)
