"""What in a district's sheet may not be what was meant: said wherever the sheet is asked for, before anything is lived."""


def sheet_notes(district):
    """A sentence for each; `district` None where a place has no sheet."""
    if not district:
        return []
    return [*district.notes, *(f"column '{column}' is not used." for column in district.not_used)]
