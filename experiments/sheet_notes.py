"""What in a district's sheet may not be what was meant: said wherever the sheet is asked for, before anything is lived."""

NAMED_AS_TOTALS = ("total", "sum", "summe", "gesamt", "insgesamt", "average", "mean", "mittelwert", "durchschnitt")
FEWEST_SUMMED = 2  # rows; of fewer a sum says nothing
ADDED = ("classes", "children")


def sheet_notes(district):
    """A sentence for each; `district` None where a place has no sheet."""
    if not district:
        return []
    unused = [f"column '{column}' is not used." for column in district.not_used]
    return unused + [
        f"row '{name}' is counted as one more preschool. If it sums up the others, take it out, or write '# ' before its name."
        for name in _totals(district.preschools)
    ]


def _totals(preschools):
    """Names of rows that are called a total, and of the last one where its classes and children are the sum of all others'."""
    named = [one.preschool for one in preschools if one.preschool.casefold().strip(" :.") in NAMED_AS_TOTALS]
    *others, last = preschools
    is_the_sum = all(getattr(last, key) == sum(getattr(one, key) for one in others) for key in ADDED)
    return dict.fromkeys(named + [last.preschool] * (is_the_sum and len(others) >= FEWEST_SUMMED))
