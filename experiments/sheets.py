"""Tables for spreadsheets: no cell may be read as a formula."""


def as_text(cell):
    """A cell that a spreadsheet would run is written as text."""
    return "'" + cell if isinstance(cell, str) and cell.startswith(tuple("=+-@")) else cell


def write_book(path, sheets):
    """An .xlsx file (a path, or a buffer) of {name of the sheet: pandas frame}."""
    import pandas as pd

    with pd.ExcelWriter(path, engine="openpyxl") as book:
        for name, frame in sheets.items():
            frame.map(as_text).to_excel(book, sheet_name=name, index=False)
