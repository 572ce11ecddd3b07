"""What in a district's sheet may not be what was meant: said wherever the sheet is asked for, before anything is lived."""

from pathlib import Path

import sim
from sim.district_sheet import how_read, other_currencies

MOST_TOLD = 5  # cells with another currency


def sheet_notes(district):
    """A sentence for each; `district` None where a place has no sheet."""
    if not district:
        return []
    unused = [f"column '{column}' is not used." for column in district.not_used]
    return [*how_read(Path(district.file), sim.DISTRICT_COLUMNS), *unused]


def refuse_other_currencies(place):
    """Errors: ScenarioError that names the cells of a place's own sheet with amounts in another currency than the place's."""
    if place.district and place.district.file:
        found = other_currencies(Path(place.district.file), sim.DISTRICT_COLUMNS, place.currency)
        more = [f"… and {len(found) - MOST_TOLD} more."] if found[MOST_TOLD:] else []
        if found:
            advice = f"Write amounts in {place.currency}, or name a list of prices in the sheet's currency (prices:, --prices)."
            raise sim.ScenarioError("\n".join((*found[:MOST_TOLD], *more, advice)))
