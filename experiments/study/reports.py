"""What is written and shown when an experiment is done: tables, pictures, and the answer in words."""

import io
import json
import math
from collections.abc import Callable
from dataclasses import dataclass, field

import sim
from experiments.counted import counted
from experiments.sheets import as_text, write_book
from experiments.study.axes import LUCK
from experiments.study.design import points_of
from experiments.study.parts import write_whole

SHOWN = 24  # rows of a table on the screen; all are in table.csv
SECONDS_TO_DRAW = 5.0  # tables and pictures, measured on a slow core
SECONDS_AN_INDEX = {"sobol": 0.2, "latin": 0.8, "morris": 0.05}  # the same: all estimators for one number
SECONDS_AN_AXIS, SECONDS_A_CASE = 0.1, 8e-5  # of the search for boxes, for one strategy; the second for each axis, too
LONGEST_SHEET = 20_000  # rows; writing a longer one takes seconds


@dataclass
class Written:
    """What a report has to show."""

    tables: list = field(default_factory=list)
    lines: list = field(default_factory=list)
    pictures: list = field(default_factory=list)
    json: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Report:
    """What a verb makes of a finished study; `refuse` says before it starts what it cannot make anything of.

    `seconds` foretells how long this takes when all is run, of (experiment, seconds of one run).
    """

    refuse: Callable
    written: Callable
    seconds: Callable = lambda experiment, seconds_a_run: SECONDS_TO_DRAW


def seconds_of_indices(experiment, seconds_a_run):
    """For a sensitivity analysis: estimators and their intervals, for each thing looked at and each number."""
    contrasts = len(experiment.targets) * max(1, len(experiment.strategies) - 1)
    return SECONDS_TO_DRAW + SECONDS_AN_INDEX[experiment.design["kind"]] * contrasts * len(experiment.axes)


def seconds_of_boxes(experiment, seconds_a_run):
    """For a discovery: each strategy is searched for boxes by itself, and each step of the search tries every axis.

    A try sorts the cases (points) anew. CPU, measured: 300 points, 20 axes: 3 s for one strategy, 9 s for three; 3,000
    points: 13 s, 28 s with 60 axes, 22 s for three strategies. How many boxes there are makes it half or twice that.
    """
    strategies, axes = len(experiment.strategies) - 1, sum(axis.name != LUCK for axis in experiment.axes)
    points = len(points_of(experiment))
    return SECONDS_TO_DRAW + strategies * axes * (SECONDS_AN_AXIS + SECONDS_A_CASE * points)


def _write_sweep(study):
    from experiments.study.sweep import sweep_table, thresholds
    from experiments.study.sweep_figures import draw

    table, turns = sweep_table(study), thresholds(study)
    write_tables(study.folder, {"table": table, "thresholds": turns})
    found = Written(pictures=draw(study, table), json={"rows": as_json(table), "thresholds": as_json(turns)})
    found.tables.append(_sweep_on_screen(table, study.experiment))
    found.lines += [
        f"{row.outcome}, {row.strategy}: turns at {row.axis} = {row.level:.3g} ({row.low:.3g} to {row.high:.3g})"
        + (f" where {row.others}" if row.others else "")
        for row in turns.itertuples()
    ]
    found.lines.append("± is the 95% error of the mean over seeds; luck and all levels are in table.csv.")
    return found


def _sweep_on_screen(table, experiment):
    from rich.table import Table

    names = [axis.name for axis in experiment.axes]
    compared = len(experiment.strategies) > 1
    rows = table[table.strategy != experiment.strategies[0]] if compared else table
    several = rows.strategy.nunique() > 1
    shown = Table(*names, *["strategy"] * several, "outcome", "difference" if compared else "mean", "±", "unit")
    for _, row in rows.head(SHOWN).iterrows():
        middle = row["difference"] if compared else row["mean"]
        cells = [_cell(row[name]) for name in names]
        own = [row.strategy] * several
        shown.add_row(*cells, *own, row.outcome, f"{middle:+.3f}", f"{(row.high - row.low) / 2:.3f}", row.unit)
    if len(rows) > SHOWN:
        shown.caption = f"{SHOWN} of {len(rows)} rows; all are in table.csv"
    return shown


def _cell(value):
    return f"{value:g}" if isinstance(value, (int, float)) else str(value)


def write_csv(table, path):
    """A table as CSV, whole or not at all; a cell that a spreadsheet would run is text."""
    write_whole(path, table.map(as_text).to_csv(index=False, lineterminator="\n").encode())


def write_tables(folder, tables):
    """Each table as a CSV of its own, and all as sheets of tables.xlsx, but for those too long to be read there."""
    for name, table in tables.items():
        write_csv(table, folder / f"{name}.csv")
    short = {name: table for name, table in tables.items() if len(table) <= LONGEST_SHEET}
    if short:
        book = io.BytesIO()
        write_book(book, short)
        write_whole(folder / "tables.xlsx", book.getvalue())


def as_json(table):
    return json.loads(table.to_json(orient="records"))


def _sweep():
    from experiments.study.sweep import refuse_what_cannot_be_swept

    return Report(refuse_what_cannot_be_swept, _write_sweep)


class _Later:
    """A report whose libraries are loaded when it is used."""

    def __init__(self, make):
        self._make = make

    def refuse(self, experiment):
        self._make().refuse(experiment)

    def written(self, study):
        return self._make().written(study)

    def seconds(self, experiment, seconds_a_run):
        return self._make().seconds(experiment, seconds_a_run)


sweep_report = _Later(_sweep)


def _sensitivity():
    from experiments.study.sensitivity import refuse_what_cannot_be_analysed

    return Report(refuse_what_cannot_be_analysed, _write_sensitivity, seconds_of_indices)


def _write_sensitivity(study):
    from experiments.study.sensitivity import analyse, joined
    from experiments.study.sensitivity_figures import draw

    findings = analyse(study)
    both = joined(findings.table)
    write_tables(study.folder, {"table": findings.table, "convergence": findings.growth, "methods": both})
    verdicts = [verdict | {"matter": list(verdict["matter"])} for verdict in findings.verdicts]
    found = Written(pictures=draw(study, findings), json={"indices": as_json(findings.table), "verdicts": verdicts})
    found.tables.append(_sensitivity_on_screen(findings))
    found.lines += [_verdict_line(verdict) for verdict in findings.verdicts]
    disagree = both[both.methods_disagree].parameter.unique()
    if len(disagree):
        found.lines.append(f"Methods disagree on whether these matter (methods.csv): {', '.join(disagree[:8])}.")
    found.lines.append(_what_matters(findings))
    return found


def _what_matters(findings):
    """What matters for anything looked at, under the words by which an experiment asks for it."""
    matter = list(dict.fromkeys(name for verdict in findings.verdicts for name in verdict["matter"]))
    numbers = [name for name in matter if name.partition(".")[0] in sim.NUMBERS]
    rest = [name for name in matter if name not in numbers]
    if not matter:
        return "Nothing stands out from luck yet."
    said = [f"uncertainties: [{', '.join(numbers)}]"] if numbers else []
    said += [f"of places and doses {', '.join(rest)}"] if rest else []
    return f"What matters for anything looked at: {'; '.join(said)}"


def _verdict_line(verdict):
    luck = verdict["share_of_luck"]
    words = f"{verdict['outcome']}, {verdict['strategy']}: {verdict['verdict']}."
    words += f" {luck:.0%} of the variance of single runs is luck." if luck == luck else ""
    return words + (f" Dropped: {counted(verdict['dropped'], 'block')} with failed runs." if verdict["dropped"] else "")


def _sensitivity_on_screen(findings):
    import pandas as pd
    from rich.table import Table

    from experiments.study.sensitivity_figures import SAID, main_measure, of_nothing

    main = main_measure(findings.table)
    several = main.strategy.nunique() > 1
    shown = Table("outcome", *["strategy"] * several)
    shown.add_column("parameter", overflow="fold", min_width=28)
    for title in (SAID[main.measure.iloc[0]].partition(":")[0], "95% interval", "range"):
        shown.add_column(title)
    for _, rows in main.groupby(["outcome", "observer", "group", "strategy"], sort=False):
        nothing = of_nothing(findings.table, rows.iloc[0]).assign(parameter="a number that does nothing")
        for row in pd.concat([rows.nlargest(6, "value"), nothing]).itertuples():
            between = f"{row.low:.3f} to {row.high:.3f}"
            own = [row.strategy] * several
            shown.add_row(row.outcome, *own, row.parameter, f"{row.value:.3f}", between, f"{row.range} {row.unit}")
    shown.caption = "The six largest of each; all are in table.csv, with unit and source"
    return shown


sensitivity_report = _Later(_sensitivity)


def discover_report(below=None, above=None):
    """Boxes of where a strategy does worse, or where its difference lies below or above a level."""
    for word, level in (("below", below), ("above", above)):
        if level is not None and not math.isfinite(level):
            raise sim.ScenarioError(f"--{word} {level:g}: a level is a number, in the unit of what is looked at.")

    def written(study):
        from experiments.study.discover import discover, table_of_boxes
        from experiments.study.discover_figure import draw

        found = list(discover(study, below, above))
        table = table_of_boxes(found)
        write_tables(study.folder, {"table": table})
        sentences = [sentence for one in found for sentence in one.sentences()]
        picture = draw(study, found)
        json_ = {"sentences": sentences, "boxes": as_json(table)}
        return Written(lines=sentences, pictures=[picture] if picture else [], json=json_)

    def refuse(experiment):
        from experiments.study.discover import refuse_what_has_no_boxes

        refuse_what_has_no_boxes(experiment)

    return Report(refuse, written, seconds_of_boxes)


def report_for(study):
    """The report that it began with; where that is not said, what fits: a comparison, else by the design."""
    from experiments.compare.what_is_compared import is_comparison
    from experiments.study.design import SHARES

    said = study.report
    if said.get("verb") == "discover":
        return discover_report(said["below"], said["above"])
    if is_comparison(study.experiment):
        from experiments.compare.report import comparison

        return comparison(said.get("perspective", "payers"))
    return sensitivity_report if study.experiment.design["kind"] in SHARES else sweep_report
