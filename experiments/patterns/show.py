"""What a survey would see, as a table for people."""

from experiments.show import figure


def pattern_table(found, place, families, seeds):
    """A row a figure: simulated, 95 in 100 simulated years, and what surveys found."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    shown = Table(
        title="What a survey would see; a correlation is not an effect",
        title_justify="left",
        caption=f"{seeds} years of {families:,} families of {place}, routine only. 'Put in': used to draw or fit them.",
        caption_justify="left",
        box=SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    shown.add_column("figure", min_width=30)
    for column in ("simulated", "95 in 100", "survey"):
        shown.add_column(column, justify="right", no_wrap=True)
    shown.add_column("role", no_wrap=True)
    for row in found:
        name = f"{row['name'].replace('_', ' ')}\n  {row['meaning']}"
        shown.add_row(name, figure(row["value"]), f"{row['low']:.2f} to {row['high']:.2f}", _survey(row), _role(row))
    return shown


def _survey(row):
    if row["survey_low"] is None:
        return "–" if row["survey"] is None else figure(row["survey"])
    if row["survey"] is None:
        return "above 0"
    return f"{row['survey']:.2f} ({row['survey_low']:.2f} to {row['survey_high']:.2f})"


def _role(row):
    """What the figure is held against; nothing where no survey has it."""
    return "not checked" if row["survey"] is None and row["survey_low"] is None else row["role"]
