"""What the command line prints: tables for people."""

import re

import sim
from experiments.arms_in_words import compared
from experiments.large import who
from experiments.posterior import how_it_was_made, ranges_of_members

NARROW = 76  # characters
ID = re.compile(r"\b[A-Z]\d\d\b")  # of a row of evidence.csv
HEADLINES = (
    ("visited", "true"),
    ("took_a_course", "true"),
    ("contacts", "true"),
    ("contact_quality", "true"),
    ("promises_cancelled", "true"),
    ("school_participation", "true"),
    ("gap_in_reach", "true"),
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
    ("money_authority", "true"),
    ("money_organisations", "true"),
)
PINNED = 0.8  # of the SD of the declared range; above it, trials say little of a number
SAID_IN_MONTHS = ("language", "numeracy")  # only for these does T07 know how far a year takes a child
MARK = {"measured": "", "fitted": "", "assumed": "*"}


def outcome_table(table, scenario, width=100):
    """The main outcomes of all families: level under the baseline, difference, error of the mean, luck, and in words.

    On a screen too narrow for all, luck and words are left out, so that what a line is about can be read.
    """
    shown = _table(scenario)
    rows = table[table.group == "all"].set_index(["outcome", "observer", "strategy"])
    for name, observer in HEADLINES:
        base, one = rows.loc[(name, observer, "baseline")], rows.loc[(name, observer, "strategy")]
        if base["mean"] == 0.0 and one["mean"] == 0.0:
            continue  # nobody visited, no programme's money
        shown.add_row(
            _word(name, observer, short(one.unit, scenario)),
            figure(base["mean"]),
            figure(one.difference, "+"),
            figure((one.high - one.low) / 2),
            f"{figure(one.spread_low)} to {figure(one.spread_high)}",
            *([f"{figure(one.unknown_low)} to {figure(one.unknown_high)}"] if scenario.unknown else []),
            in_words(rows, name, observer, scenario),
        )
    if width < NARROW:
        shown.columns = shown.columns[:4]
    return shown


def _table(scenario):
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    shown = Table(
        title=scenario.question or scenario.name,
        title_justify="left",
        caption_justify="left",
        caption=caption(scenario),
        box=SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    shown.add_column("outcome (unit)")
    for column in ("baseline", "difference", "±", "9 in 10 runs", *(["not known"] if scenario.unknown else [])):
        shown.add_column(column, justify="right", no_wrap=True, min_width=len(column))
    shown.add_column("that is", justify="right", no_wrap=True, min_width=10)
    return shown


def _word(name, observer, unit):
    seen = "" if observer == "true" else f" ({observer})"
    return f"{name.replace('_', ' ')}{seen}{MARK[sim.OUTCOMES[name].rests_on]} ({unit})"


def in_words(rows, name, observer, scenario):
    """A skill for people who are not statisticians: months for language and numeracy, else children past the benchmark."""
    if name not in sim.DOMAINS or observer != "true":
        return ""
    if name in SAID_IN_MONTHS:
        difference = rows.loc[(name, observer, "strategy")].difference
        return f"{sim.months_of_development(difference, scenario.numbers.Development):+.1f} months"
    fewer_behind = -rows.loc[(f"{name}_behind", "true", "strategy")].difference
    return f"{round(100 * fewer_behind, 1) + 0.0:+.1f} in 100"


def figure(value, sign=""):
    """Three decimals, none for large sums, a dash for what is not known."""
    if value is None or value != value:
        return "–"
    return f"{value:{sign},.0f}" if abs(value) >= 100 else f"{value:{sign}.3f}"


def short(unit, scenario):
    """A unit that fits a narrow screen, money in the place's currency."""
    unit = unit.replace("currency", scenario.place.currency).replace("times ordinary", "× usual")
    return unit.replace("hours a child", "h/child").replace(" a child", "/child").replace("kinds a year", "kinds")


def caption(scenario):
    """What must be known to read the table."""
    return (
        "± is the 95% error of the mean over seeds; 9 in 10 runs is luck. Months of an ordinary child's development; "
        "in 100: children moved past the benchmark, 1 SD below the norm. "
        f"Measured in week {scenario.measured_in}; {who(scenario)}; "
        f"{compared(scenario)}. {scenario.place.stand_in} "
        "* rests on assumed "
        "numbers. " + _about_unknown(scenario)
    )


def _about_unknown(scenario):
    if scenario.unknown:
        return "Not known: nine in ten sets of numbers that agree with published trials (the fitted ensemble)."
    return "Unknown numbers are held at their centre: this is not how sure the model is."


def sources_table(scenario):
    """Every number of the run with unit, plausible range and source; then the studies cited, by author and year."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    shown = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    shown.add_column("number", no_wrap=True)
    shown.add_column("value", justify="right", no_wrap=True)
    shown.add_column("unit", max_width=12)
    shown.add_column("plausible", max_width=12)
    shown.add_column("source", min_width=26)
    counts, cited = {"measured": 0, "fitted": 0, "assumed": 0, "chosen": 0}, set()
    for name, value, one, kind in numbers_of(scenario):
        counts[kind] += 1
        cited |= set(ID.findall(one.source))
        source = f"{one.source} (changed by the scenario)" if kind == "chosen" else one.source + _held_by_trials(name)
        shown.add_row(name, one.shown(value) if one.choices else f"{value:g}", one.unit, one.plausible(), source)
    words = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    return shown, f"{sum(counts.values())} numbers: {words}", list(_studies(cited))


def _held_by_trials(name):
    """Where published trials leave a number, if they say anything of it."""
    if how_it_was_made().get("narrower", {}).get(name, 1.0) > PINNED:
        return ""
    low, high = ranges_of_members()[name]
    return f" [trials: {low:.3g} to {high:.3g}]"


def _studies(cited):
    """One line for each study cited: id, author, year, what was found."""
    import csv

    with (sim.PACKAGED / "evidence.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["id"] in cited:
                yield f"{row['id']}  {row['source']} ({row['year']}): {row['outcome']}, {row['verified']}"


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
