"""Tables for spreadsheets: no cell may be read as a formula, and a sheet can be read as it opens."""

WIDEST, NARROWEST, LOOKED_AT = 60, 8, 200  # letters of a column; rows that its width is taken from
UNITS = "units"  # the sheet that says what is counted, where the columns do not


def as_text(cell):
    """A cell that a spreadsheet would run is written as text."""
    return "'" + cell if isinstance(cell, str) and cell.startswith(tuple("=+-@")) else cell


def write_book(path, sheets, units=None):
    """An .xlsx file (a path, or a buffer) of {name of the sheet: pandas frame}; `units` is {sheet: {column: unit}}.

    What is not known or has no limit is an empty cell, so that a column of numbers holds numbers only.
    """
    import pandas as pd

    if units:
        rows = [(sheet, column, unit) for sheet, own in units.items() for column, unit in own.items()]
        sheets = sheets | {UNITS: pd.DataFrame(rows, columns=["sheet", "column", "unit"])}
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        for name, frame in sheets.items():
            frame.map(_cell).to_excel(book, sheet_name=name, index=False)
            _made_readable(book.sheets[name])


def _cell(cell):
    endless = isinstance(cell, float) and cell in (float("inf"), float("-inf"))
    return None if endless else as_text(cell)


def _made_readable(sheet):
    """The header stays in sight, columns are as wide as what they hold, long texts are wrapped."""
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    for k, column in enumerate(sheet.iter_cols(), start=1):
        longest = max(len(_shown(cell.value)) for cell in column[: LOOKED_AT + 1])
        sheet.column_dimensions[get_column_letter(k)].width = min(max(longest + 2, NARROWEST), WIDEST)
        for cell in column:
            if cell.value == "":
                cell.value = None
            elif isinstance(cell.value, str) and len(cell.value) > WIDEST:
                cell.alignment = Alignment(wrap_text=True, vertical="top")


def _shown(value):
    """As a spreadsheet shows it: of a number some ten digits at most."""
    return f"{value:.6g}" if isinstance(value, float) else "" if value is None else str(value)
