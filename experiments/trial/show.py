"""A trial as a table for people."""

from experiments.counted import counted
from experiments.show import figure


def trial_table(found, trial):
    """What the trial would find, and what was published, a row a measure."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    shown = Table(
        title=found["trial"],
        title_justify="left",
        caption=_caption(found, trial),
        caption_justify="left",
        box=SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    shown.add_column("measure")
    for column in ("found", "luck", "not known", "take part"):
        shown.add_column(column, justify="right", no_wrap=True)
    shown.add_column("published")
    for row in found["measures"]:
        shown.add_row(
            _words(row, len(trial.arms) > 2),
            figure(row["difference_sd"], "+" if row["compare"] == "difference" else ""),
            _range(row["low"], row["high"]),
            _range(row["ensemble_low"], row["ensemble_high"]),
            "–" if row["taking_part"] is None else f"{100 * row['taking_part']:.0f}%",
            _published(row),
        )
    return shown


def said_below(found):
    """Sentences below the table: why a line has no figure, and what may not have been meant."""
    nothing = {f"{row['outcome'].replace('_', ' ')}: {row['why_none']}" for row in found["measures"] if row["why_none"]}
    return sorted(nothing) + found["notes"]


def _words(row, name_arm):
    seen = "" if row["observer"] == "true" else f", {row['observer']}"
    arm = f"{row['arm']}: " if name_arm else ""
    among = "" if row["among"] == "all" else f", {row['among'].replace('_', ' ')}"
    what = "" if row["compare"] == "difference" else f", {row['compare']}"
    when = row["when"].replace("weeks_after", "weeks after:")
    return f"{arm}{row['outcome'].replace('_', ' ')}{seen}{among}{what}, {when} ({row['unit']})"


def _range(low, high):
    return "–" if low is None else f"{low:.2f} to {high:.2f}"


def _published(row):
    if row["evidence"] is None and row["published"] is None:
        return ""
    value = "" if row["published"] is None else f" {row['published']:.2f}"
    if row["published_low"] is None:
        return f"{row['evidence'] or ''}{value}"
    return f"{row['evidence'] or ''}{value} ({row['published_low']:.2f} to {row['published_high']:.2f})"


def _caption(found, trial):
    unknown = (
        "Found: the mean of the fitted ensemble's members, each family lived in every arm, so without the luck of the "
        "draw. Not known: 95 in 100 members."
        if found["numbers"] == "posterior"
        else "Unknown numbers held at their centre: this is not how sure the model is."
    )
    return (
        f"Arms: {', '.join(arm.name for arm in trial.arms)}; what is found is against {trial.arms[trial.control].name} unless "
        f"said otherwise, in SD of the arm compared with, by intention to treat; {trial.families} families of "
        f"{trial.place.name}, assigned by {trial.assign}, {counted(trial.ends, 'week')}. "
        "Luck: what 95 in 100 trials of this size "
        f"would find. {unknown} {trial.place.stand_in}"
    )
