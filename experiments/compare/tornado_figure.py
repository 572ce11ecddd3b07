"""The tornado: bars from the low to the high end of one price or unknown, the widest on top."""

import re
from textwrap import shorten

from experiments.compare.tornado import SHOWN
from experiments.compare.words import MARKED, star
from experiments.decide.perspective import IN_WORDS
from experiments.page import short, unit
from experiments.study.drawing import COLOURS, GREY, caption, frame, save, words

AT_LOW, AT_HIGH = COLOURS[0], COLOURS[1]  # blue and vermilion; hatched too, for black and white
MOST_LETTERS = 76  # of what a number is about
SEEN = 0.01  # of the widest bar; narrower ones are in the table
PANELS = ("cost", "effect")


def draw_tornado(study, choice, table):
    """The picture's path; None where nothing moves anything."""
    shown = [(of, _widest(table[table.of == of])) for of in PANELS if (table.of == of).any()]
    if not shown:
        return None
    rows = max(len(part) for _, part in shown)
    figure, panels = frame(len(shown), 1, width=11.0, height=2.3 + len(shown) * (0.7 + 0.42 * rows), left=0.43)
    figure.subplots_adjust(hspace=0.8 / (0.42 * rows))
    for (panel,), (of, part) in zip(panels, shown, strict=True):
        _bars(panel, part.iloc[::-1], rows, part.at_centre.iloc[0], choice.currency)
        panel.set_xlabel(_axis(choice, of), fontsize=9)
    leading, widest = words(choice.strategies[choice.leading]), shown[0][1].iloc[0]
    about = {"cost": "costs", "effect": "brings"}[widest.of]
    title = f"What {leading} {about} hangs most on {_name(widest.number)}"
    said = (
        "One at a time from its low end (plain blue) to its high end (hatched orange), all else at the centre (line). "
    )
    said += "Prices over their plausible range, all unknowns over nine in ten draws; the widest are shown. "
    said += f"Costs {IN_WORDS[choice.perspective]}."
    return save(figure, study.folder / "tornado", title, caption(study, said, MARKED))


def _widest(part):
    """The bars that can be seen."""
    return part[part.width >= SEEN * part.width.max()].head(SHOWN)


def _bars(panel, part, rows, middle, currency):
    for k, row in enumerate(part.itertuples(), start=rows - len(part)):
        for end, colour, hatch in ((row.at_low, AT_LOW, ""), (row.at_high, AT_HIGH, "///")):
            panel.barh(
                k, end - middle, left=middle, height=0.62, color=colour, hatch=hatch, edgecolor="white", alpha=0.85
            )
    names = [_label(row, currency) for row in part.itertuples()]
    panel.set_yticks(range(rows - len(part), rows), names, fontsize=7.5)
    panel.set_ylim(-0.6, rows - 0.4)
    panel.axvline(middle, color=GREY, linewidth=1)


def _label(row, currency):
    """Its name and two ends, and below what it is about: two lines beside a bar."""
    about = shorten(row.meaning, MOST_LETTERS, placeholder=" …")
    return f"{_name(row.number)}, {short(row.low)} to {short(row.high)} {unit(row.unit, currency)}\n{about}"


def _axis(choice, of):
    name = words(choice.strategies[choice.leading])
    if of == "cost":
        return f"{name}: extra cost a child ({choice.prices.in_words()})"
    return f"{name}: extra months of language{star('language')} a child"


def _name(number):
    """HomePractice.half_life as home practice: half life."""
    group, _, name = number.partition(".")
    group = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", group).lower()
    return shorten(f"{group}: {words(name)}" if name else words(number), 34, placeholder="…")
