"""Columns of a district's sheet that are somebody's own: said wherever the sheet is asked for, as one may be a slip."""


def unused_columns(district):
    """A sentence for each; `district` None where a place has no sheet."""
    return [f"column '{column}' is not used." for column in (district.not_used if district else ())]
