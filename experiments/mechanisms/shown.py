"""The table of mechanisms, for people and as JSON."""

from dataclasses import asdict

import sim


def as_json(rows):
    """The shape that others rely on."""
    return {"rows": [asdict(row) for row in rows]}


def answer(rows):
    """The whole in a sentence."""
    right, all_of_them = sum(row.as_expected for row in rows), len(rows)
    if right == all_of_them == 1:
        return "The outcome moves as the paper says it should"
    if right == all_of_them:
        return f"All {all_of_them} outcomes move as the paper says they should"
    other = sum(row.verdict == "the other way" for row in rows)
    rest = [f"{other} the other way"] if other else []
    rest += [f"{all_of_them - right - other} cannot be told"] if all_of_them > right + other else []
    return f"{right} of {all_of_them} outcomes move as the paper says, {', '.join(rest)}"


def mechanisms_table(rows, place, seeds):
    """Section, mechanism, outcome, difference in SD with its interval, what is expected, and whether it is so."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(title=answer(rows), title_justify="left", caption=caption(place, seeds), caption_justify="left")
    table.box, table.pad_edge, table.padding = SIMPLE_HEAD, False, (0, 1, 0, 0)
    table.add_column("§", no_wrap=True)
    table.add_column("mechanism", no_wrap=True)
    table.add_column("outcome")
    for column in ("having it, SD", "95%"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("paper", no_wrap=True)
    table.add_column("is it so?")
    notes = list(dict.fromkeys(in_words(row.setting) for row in rows if row.setting))
    for row in rows:
        interval = "" if row.low is None else f"{row.low:+.3f} to {row.high:+.3f}"
        verdict = row.verdict + (f" [{notes.index(in_words(row.setting)) + 1}]" if row.setting else "")
        words = row.mechanism.replace("_", " "), row.outcome.replace("_", " ")
        table.add_row(row.section, *words, f"{row.difference_sd:+.3f}", interval, _sign(row.expected), verdict)
    table.caption += "".join(f"\n[{k}] tried where {note}" for k, note in enumerate(notes, start=1))
    table.caption += "".join(f"\n{reason}" for reason in reasons(rows))
    return table


def reasons(rows):
    """Why the model shows little of what is expected, by mechanism, where a row is not as expected."""
    told = {row.mechanism: sim.MECHANISMS[row.mechanism].reason for row in rows if not row.as_expected}
    return [f"{name.replace('_', ' ').capitalize()}: {reason}" for name, reason in told.items() if reason]


def _sign(expected):
    return {"+": "more", "-": "less"}[expected]


def in_words(setting):
    """staff allocation is neediest first, budget teacher hours is 0.7."""
    parts = []
    for part, values in setting.items():
        if part == "strategy":
            parts.append(f"strategy is {_doings(values)}")
        elif part != "against":  # what the baseline has says only when it begins
            shown = values.items() if isinstance(values, dict) else [("", values)]
            parts += [f"{part} {key} is {value}".replace("_", " ").replace("  ", " ") for key, value in shown]
    return " and ".join(parts)


def _doings(strategy):
    """meetings (per year 12) and notes, unfunded."""
    if isinstance(strategy, str):
        return strategy.replace("_", " ")
    named = [
        name + (f" ({', '.join(f'{dose} {value}' for dose, value in doses.items())})" if doses else "")
        for name, doses in strategy.items()
        if name != "funded"
    ]
    return ", ".join(named).replace("_", " ") + ("" if strategy.get("funded", True) else ", unfunded")


def caption(place, seeds):
    """Who, how many, and what the numbers are."""
    described = sim.read_place(place)
    return (
        f"{place}: {described.describes}. Strategy everything, a year; each mechanism on less off, {seeds} pairs of runs "
        "of 300 families with the same families and luck. In SD of the outcome over families (over runs, where there is "
        "one value a place); 95% error of the mean over runs. Unknown numbers held at their centre. "
        f"{described.stand_in}"
    )
