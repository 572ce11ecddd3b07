"""The sheet a planner fills in: a row a preschool, a worked line, and what each column means."""

import csv

import sim
from experiments.copy_config import not_written_over

EXAMPLE = ("# Example: Sunflower", 3, 55, "42%", "25%", 0, 2.5, 60, 3, 2, 0, 0.5)
WORDS = (
    "# A row for each preschool, under the names of the columns. Rows that start with '# ' are not read.",
    "# preschool, classes and children are needed; what you leave empty is filled from the place, and said so.",
    "# An amount may name its currency (60 EUR), hours may have an h, `private` may be yes or no. A row of totals is left out.",
)


def write_template(path, over=False):
    """An .xlsx or .csv sheet to fill in. Errors: ScenarioError where the file is there or has another ending."""
    if path.exists() and not over:
        raise not_written_over(path)
    ending = path.suffix.lower()
    if ending not in (".xlsx", ".csv"):
        raise sim.ScenarioError(f"'{path}': a district is an .xlsx or .csv file.")
    path.parent.mkdir(parents=True, exist_ok=True)
    (_write_xlsx if ending == ".xlsx" else _write_csv)(path)


def _meanings():
    """Column, what it means, what is possible."""
    for name, one in sim.DISTRICT_COLUMNS.items():
        possible = "any text" if one.kind == "text" else f"{one.kind}, {one.low:g} to {one.high:g}"
        yield name, one.meaning + ("" if one.required else " (may be left empty)"), possible


def _write_csv(path):
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(list(sim.DISTRICT_COLUMNS))
        for words in (*WORDS, *(f"# {name}: {meaning}; {possible}" for name, meaning, possible in _meanings())):
            writer.writerow([words])
        writer.writerow(EXAMPLE)


def _write_xlsx(path):
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    sheet.title = "preschools"
    sheet.append(list(sim.DISTRICT_COLUMNS))
    sheet.append(list(EXAMPLE))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = 18
    sheet.freeze_panes = "B2"
    _prices_sheet(book.create_sheet("prices"), Font(bold=True))
    words = book.create_sheet("explanations")
    columns = (*_meanings(), [], ["prices", "what it means"], *sim.PRICE_COLUMNS.items())
    for line in (*([said] for said in WORDS), [], ["preschools", "what it means", "what is possible"], *columns):
        words.append(list(line))
    words.column_dimensions["A"].width, words.column_dimensions["B"].width = 20, 80
    book.save(path)


def _prices_sheet(sheet, bold):
    """Every price as it is listed, and an empty cell beside it for one's own."""
    prices = sim.read_prices("us")
    sheet.append(list(sim.PRICE_COLUMNS))
    for one in (*prices.ingredients, *prices.start_up):
        sheet.append([one.name, one.item, one.per, one.price])
    sheet.append(
        [
            f"# Listed are {prices.in_words()}. What you put into `price` takes their place; where you leave it empty they hold."
        ]
    )
    for cell in sheet[1]:
        cell.font = bold
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width, sheet.column_dimensions["C"].width = (
        26,
        60,
        36,
    )
    sheet.freeze_panes = "B2"
