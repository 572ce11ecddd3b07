"""The year of a price: an amount of one year brought to another by a published index, or refused."""

from dataclasses import dataclass

from sim.core.errors import ScenarioError


@dataclass(frozen=True)
class PriceYear:
    """The currency and year that all amounts of a list are told in, and the index that brings others to it."""

    currency: str
    year: int
    source: str  # of the index; empty where there is none
    by_year: tuple  # (year, index)

    def in_words(self):
        """Currency and year, as they stand beside every amount: USD of 2023."""
        return f"{self.currency} of {self.year}"

    def factor(self, name, year):
        """What an amount of a year is multiplied by. Errors: ScenarioError where the index lacks one of the two years."""
        if year == self.year:
            return 1.0
        known = dict(self.by_year)
        missing = [str(one) for one in (year, self.year) if one not in known]
        if missing:
            raise ScenarioError(
                f"{name} is of {year}, the list of {self.year}, and no index of {self.currency} is known for "
                f"{' and '.join(missing)}: say index: {{source: …, by_year: {{{year}: …, {self.year}: …}}}}, or bring the "
                f"price to {self.year} yourself and leave its year out."
            )
        return known[self.year] / known[year]
