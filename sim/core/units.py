"""Units. Each is a word that declares a parameter or a column and knows what values are possible."""

import numpy as np

from sim.core.declare import Column, Param
from sim.core.kinds import CHANNELS, DOMAINS

ANY = float("inf")


def _unit(unit, floor=-ANY, ceiling=ANY):
    def declare(default, *, low, high, source, least=floor, most=ceiling):
        """`least`, `most`: what is possible here, where that is narrower than the unit allows."""
        return Param(default, unit, low, high, least, most, source)

    return declare


share = _unit("share", 0.0, 1.0)
per_week = _unit("share a week", 0.0, 1.0)
per_contact = _unit("share a contact", 0.0, 1.0)
sd = _unit("SD")
sd_above_zero = _unit("SD", 0.0, 100.0)
sd_a_week = _unit("SD a week", -1.0, 1.0)
logit = _unit("logit", -50.0, 50.0)
weight = _unit("weight", 0.0, 20.0)
exponent = _unit("exponent", 0.01, 0.98)
count = _unit("count", 0.0, 10000.0)
weeks = _unit("number of weeks", 0.01, 10000.0)
minutes = _unit("number of minutes", 0.0, 100000.0)
hours = _unit("number of hours", 0.0, 10000.0)
money = _unit("sum of money", 0.0, 1e9)
ratio = _unit("ratio", 0.01, 1000.0)


def choice(default, *words, source):
    """A word out of a few; numba sees its place in the list."""
    return Param(float(words.index(default)), "choice", 0.0, len(words) - 1.0, 0.0, len(words) - 1.0, source, words)


SIXTEEN_DIGITS = np.float64
# What is drawn once or decided once a term, or hangs on no sum: nothing adds up what is lost. Where plain Python would go on
# in single precision, whoever reads it takes `float(...)` of it, so that it comes to the compiled result.
SEVEN_DIGITS = np.float32


def share_column(meaning, *, written_by, start=0.0, kept=SIXTEEN_DIGITS):
    return Column("share", kept, start, meaning, written_by)


def sd_column(meaning, *, written_by, start=0.0, kept=SIXTEEN_DIGITS):
    return Column("SD", kept, start, meaning, written_by)


def ratio_column(meaning, *, written_by, start=1.0, kept=SIXTEEN_DIGITS):
    """A number relative to an ordinary family, child or teacher, who has 1."""
    return Column("times the ordinary", kept, start, meaning, written_by)


def real_column(unit, meaning, *, written_by, start=0.0, kept=SIXTEEN_DIGITS):
    return Column(unit, kept, start, meaning, written_by)


def count_column(meaning, *, written_by, start=0, unit="count"):
    return Column(unit, np.int64, start, meaning, written_by)


def small_count_column(meaning, *, written_by, unit="count"):
    """A count of one family: never above two thousand million."""
    return Column(unit, np.int32, 0, meaning, written_by)


def few_column(meaning, *, written_by, unit="count"):
    """A count of one family, never above 65,535."""
    return Column(unit, np.uint16, 0, meaning, written_by)


def channels_column(meaning, *, written_by):
    """A set of channels, one bit each."""
    return Column("channels", np.uint16, 0, meaning, written_by)


def code_column(meaning, *, written_by, start=0):
    """A category; the meaning says what each code stands for."""
    return Column("code", np.uint8, start, meaning, written_by)


def row_column(meaning, *, written_by):
    """The row of another table. Unsigned, or the compiled week would ask at each look-up whether to count from the end."""
    return Column("row", np.uint32, 0, meaning, written_by)


def per_domain_column(unit, meaning, *, written_by, start=0.0, kept=SIXTEEN_DIGITS):
    return Column(unit, kept, start, meaning, written_by, wide=len(DOMAINS))


def per_channel_column(meaning, *, written_by):
    """Counts of one family, none above 65,535: 70 contacts a week for ten years are 36,400."""
    return Column("count", np.uint16, 0, meaning, written_by, wide=len(CHANNELS))


def wide_column(unit, dtype, wide, meaning, *, written_by, start=0):
    return Column(unit, dtype, start, meaning, written_by, wide=wide)
