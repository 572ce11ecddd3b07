"""How SD are said to people who are not statisticians."""

from sim.core.declare import parameters
from sim.core.units import sd, sd_above_zero


@parameters
class Development:
    """How far ordinary children come in a year, and from where on a child counts as behind."""

    sd_a_year = sd_above_zero(1.5, low=1.0, high=1.8, source="T07: language and mathematics around age six")
    benchmark = sd(-1.0, low=-1.5, high=-0.5, source="a choice: one SD below the norm for the child's age")


def months_of_development(difference, p):
    """A difference in language or mathematics, in SD, as months of an ordinary child's development."""
    return 12.0 * difference / p.sd_a_year


def is_behind(skill, p):
    """Whether a child is below the benchmark."""
    return skill < p.benchmark
