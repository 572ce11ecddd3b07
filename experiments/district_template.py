"""The sheet a planner fills in: a row a preschool, a worked line, and what each column means."""

import csv

import sim

EXAMPLE = ("# Example: Sunflower", 3, 55, "42%", "25%", 0, 2.5, 60, 3, 2, 0, 0.5)
WORDS = (
    "# A row for each preschool, under the names of the columns. Rows that start with '# ' are not read.",
    "# preschool, classes and children are needed; what you leave empty is filled from the place, and said so.",
)


def write_template(path):
    """An .xlsx or .csv sheet to fill in. Errors: ScenarioError where the file is there or has another ending."""
    if path.exists():
        raise sim.ScenarioError(f"'{path}' is there already and is not written over. Name another file.")
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
    words = book.create_sheet("explanations")
    for line in (*([said] for said in WORDS), [], ["column", "what it means", "what is possible"], *_meanings()):
        words.append(list(line))
    words.column_dimensions["B"].width = 80
    book.save(path)
