"""What the command line prints: tables for people."""

import sim

HEADLINES = (
    ("visited", "true"),
    ("took_a_course", "true"),
    ("school_participation", "true"),
    ("practice_time", "true"),
    ("practice_quality", "true"),
    ("information", "true"),
    ("trust", "parent"),
    ("language", "true"),
    ("language", "tester"),
    ("language", "teacher"),
    ("numeracy", "true"),
    ("social", "true"),
    ("self_regulation", "true"),
    ("creativity", "true"),
    ("wellbeing", "true"),
    ("language_gap", "true"),
    ("strain", "true"),
    ("teacher_hours", "true"),
    ("family_hours", "true"),
    ("money_preschool", "true"),
    ("money_programme", "true"),
)
MARK = {"measured": "", "fitted": "", "assumed": "*"}


def outcome_table(table, scenario):
    """The main outcomes of all families: level under the baseline, difference, error of the mean, luck."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    shown = Table(
        title=scenario.question or scenario.name,
        title_justify="left",
        caption_justify="left",
        caption=caption(scenario),
        box=SIMPLE_HEAD,
        pad_edge=False,
    )
    shown.add_column("outcome (unit)")
    for column in ("baseline", "difference", "±", "9 in 10 runs"):
        shown.add_column(column, justify="right", no_wrap=True, min_width=len(column))
    rows = table[table.group == "all"].set_index(["outcome", "observer", "strategy"])
    for name, observer in HEADLINES:
        base, one = rows.loc[(name, observer, "baseline")], rows.loc[(name, observer, "strategy")]
        seen = "" if observer == "true" else f" ({observer})"
        word = f"{name.replace('_', ' ')}{seen}{MARK[sim.OUTCOMES[name].rests_on]} ({short(one.unit, scenario)})"
        shown.add_row(
            word,
            figure(base["mean"]),
            figure(one.difference, "+"),
            figure((one.high - one.low) / 2),
            f"{figure(one.spread_low)} to {figure(one.spread_high)}",
        )
    return shown


def figure(value, sign=""):
    """Three decimals, or none for large sums."""
    return f"{value:{sign},.0f}" if abs(value) >= 100 else f"{value:{sign}.3f}"


def short(unit, scenario):
    """A unit that fits a narrow screen, money in the place's currency."""
    unit = unit.replace("currency", scenario.place.currency).replace("times ordinary", "× usual")
    return unit.replace("hours a child", "h a child").replace("kinds a year", "kinds")


def caption(scenario):
    """What must be known to read the table."""
    return (
        "± is the 95% error of the mean over seeds; 9 in 10 runs is luck. "
        f"Measured in week {scenario.measured_in}; {scenario.families} families of {scenario.place.name}; strategy "
        f"{scenario.strategy.strategy.name} against {scenario.baseline.strategy.name}. {scenario.place.stand_in} "
        "* rests on assumed "
        "numbers. Unknown numbers are held at their centre: this is not how sure the model is."
    )


def sources_table(scenario):
    """Every number of the run with unit, plausible range and source."""
    from rich.table import Table

    shown, counts = (
        Table("number", "value", "unit", "plausible", "source"),
        {"measured": 0, "fitted": 0, "assumed": 0, "chosen": 0},
    )
    for name, value, one, kind in numbers_of(scenario):
        counts[kind] += 1
        source = f"{one.source} (changed by the scenario)" if kind == "chosen" else one.source
        shown.add_row(name, f"{value:g}", one.unit, f"{one.low:g} to {one.high:g}", source)
    words = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    return shown, f"{sum(counts.values())} numbers: {words}"


def numbers_of(scenario):
    """(name, value, declaration, measured, fitted, assumed or chosen) of every number."""
    for name, group in sim.NUMBERS.items():
        for number, one in group.declared.items():
            dotted = f"{name}.{number}"
            kind = (
                "assumed"
                if one.source.startswith("assumed")
                else "fitted"
                if one.source.startswith("fitted")
                else "measured"
            )
            kind = "chosen" if dotted in scenario.changed_numbers else kind
            yield dotted, getattr(getattr(scenario.numbers, name), number), one, kind
