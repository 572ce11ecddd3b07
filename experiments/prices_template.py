"""A list of all prices as they hold, with range, year and source, for a person to put their own into."""

import sim
from experiments.copy_config import not_written_over
from experiments.study.parts import write_whole

WORDS = """# What things cost, for `prices:` in a scenario, experiment or place, or `--prices FILE`.
# Put your own price in place of a price here; take out a line and it is `times` the price declared in USD. low and high are
# what is plausible: the report shows what they would change. Money of the place and the budget you name are in this currency too.
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
    lines += [f"year: {prices.year}", "times: 1", "prices:", *map(_line, prices.ingredients)]
    lines += ["start_up:    # once, in the first year; take it out where the course is there already"]
    lines += map(_line, prices.start_up)
    write_whole(path, (WORDS + "\n".join(lines) + "\n").encode())


def _line(one):
    """An ingredient on one line; words are quoted, since they may hold any sign."""
    said = {"price": f"{one.price:g}", "low": f"{one.low:g}", "high": f"{one.high:g}", "per": _quoted(one.per)}
    said |= {"item": _quoted(one.item), "year": str(one.year), "who_pays": one.who_pays, "source": _quoted(one.source)}
    return f"  {one.name}: {{{', '.join(f'{key}: {value}' for key, value in said.items())}}}"


def _quoted(words):
    return '"' + words.replace("\\", "/").replace('"', "'") + '"'
