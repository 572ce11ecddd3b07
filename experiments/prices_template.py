"""A list of all prices as they hold, with range, year and source, for a person to put their own into."""

import sim
from experiments.copy_config import not_written_over
from experiments.study.parts import write_whole

WORDS = """# What things cost, for `prices:` in a scenario, experiment or place, or `--prices FILE`.
# Currency and year hold for every amount, for the money of the place and for the budget you name.
# Put your own price in place of a price here; low and high are what is plausible: the report shows what they would change.
# A price of another year may say so (year: 2014) and is brought to the list's by the index of consumer prices of the US,
# or by one of your own (index, below). A line that you take out is as declared, brought to the list's year; in another
# currency say times: how many of yours stand for one declared USD. A single contact is paid in whole cents.
# What a contact costs is what is bought for it, and staff's hours at the wage of their grade; how many hours is said by
# the numbers StaffHours and Upkeep (`famschool list numbers`), which `numbers:` in a scenario changes.
"""
INDEX = """# index: {source: who publishes it, by_year: {2014: 98.7, 2024: 124.1}}
# times: 0.92
"""


def write_prices(path, over=False):
    """The list of `us` written out. Errors: ScenarioError where the file is there or has another ending."""
    if path.suffix != ".yaml":
        raise sim.ScenarioError(f"'{path}': a list of prices is a file that ends in .yaml.")
    if path.exists() and not over:
        raise not_written_over(path)
    prices = sim.read_prices("us")
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"describes: Prices of {path.stem.replace('_', ' ')}", f"currency: {prices.currency}"]
    lines += [f"year: {prices.year}", *INDEX.splitlines(), "prices:", *map(_line, prices.ingredients)]
    lines += ["start_up:    # once, in the first year; take it out where the course is there already"]
    lines += map(_line, prices.start_up)
    write_whole(path, (WORDS + "\n".join(lines) + "\n").encode())


def _line(one):
    """An ingredient on one line; words are quoted, since they may hold any sign."""
    said = {"price": f"{one.price:g}", "low": f"{one.low:g}", "high": f"{one.high:g}", "per": _quoted(one.per)}
    said |= {"item": _quoted(one.item), "who_pays": one.who_pays, "source": _quoted(one.source)}
    return f"  {one.name}: {{{', '.join(f'{key}: {value}' for key, value in said.items())}}}"


def _quoted(words):
    return '"' + words.replace("\\", "/").replace('"', "'") + '"'
