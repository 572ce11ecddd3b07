"""What in a district's sheet may not be what was meant: said wherever the sheet is asked for, before anything is lived."""

from pathlib import Path

import sim
from sim.district_sheet import how_read


def sheet_notes(district):
    """A sentence for each; `district` None where a place has no sheet."""
    if not district:
        return []
    unused = [f"column '{column}' is not used." for column in district.not_used]
    return [*how_read(Path(district.file), sim.DISTRICT_COLUMNS), *unused]
