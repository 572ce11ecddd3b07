"""Sheets as planners have them: other encodings, other names of sheets, formulas, and units beside numbers."""

import pytest
from openpyxl import Workbook

import sim
from sim.district_sheet import other_currencies, sheet_of
from sim.sheet_cells import currencies_called

HEAD = "preschool;classes;children;private;money_per_child;teacher_hours\n"


def in_bytes(folder, text, encoding="utf-8"):
    (folder / "mine.csv").write_bytes(text.encode(encoding))
    return folder / "mine.csv"


def book(folder, **sheets):
    """A workbook of {name of the sheet: rows}."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(folder / "mine.xlsx")
    return folder / "mine.xlsx"


def notes(file):
    return sheet_of(file, sim.DISTRICT_COLUMNS).notes


@pytest.mark.parametrize(
    ("encoding", "name", "called"),
    [
        ("utf-8", "Kindergarten Süd", None),
        ("cp1252", "Kindergarten Süd – Größe", "Windows-1252"),
        ("gb2312", "阳光幼儿园", "Chinese"),
    ],
)
def test_a_csv_is_read_as_its_spreadsheet_saved_it_and_that_is_said(tmp_path, encoding, name, called):
    file = in_bytes(tmp_path, f"{HEAD}{name};2;40;;;\n", encoding)
    assert sim.read_district(file).preschools[0].preschool == name
    assert [f"read as {called}" in one for one in notes(file)] == ([True] if called else [])


def test_what_is_no_text_is_refused(tmp_path):
    with pytest.raises(sim.ScenarioError, match="not text in UTF-8"):
        sim.read_district(in_bytes(tmp_path, f"{HEAD}Sun;2;40;;;\n", "utf-16"))


@pytest.mark.parametrize(
    ("private", "meant"),
    [("yes", 1), ("No", 0), ("sí", 1), ("是", 1), ("nein", 0), ("private", 1), ("1", 1), ("", None)],
)
def test_yes_and_no_are_read_where_they_are_asked_for(tmp_path, private, meant):
    (one,) = sim.read_district(in_bytes(tmp_path, f"{HEAD}Sun;2;40;{private};;\n")).preschools
    assert one.private == meant


def test_yes_is_no_number_elsewhere(tmp_path):
    with pytest.raises(sim.ScenarioError, match=r"column 2 \(classes\): 'yes' is not a number"):
        sim.read_district(in_bytes(tmp_path, f"{HEAD}Sun;yes;40;;;\n"))


@pytest.mark.parametrize("said", ["60,50 €", "60.50EUR", "$60.50", "USD 60.50", "60,50 zł", "£\u00a060.50"])
def test_an_amount_may_name_its_currency(tmp_path, said):
    (one,) = sim.read_district(in_bytes(tmp_path, f"{HEAD}Sun;2;40;;{said};\n")).preschools
    assert one.money_per_child == 60.5


@pytest.mark.parametrize("said", ["60 apples", "$60 €", "60 h", "1,200 €"])
def test_an_amount_that_names_something_else_is_refused(tmp_path, said):
    with pytest.raises(sim.ScenarioError, match=r"column 5 \(money_per_child\)"):
        sim.read_district(in_bytes(tmp_path, f"{HEAD}Sun;2;40;;{said};\n"))


@pytest.mark.parametrize(("said", "meant"), [("2,5 h", 2.5), ("3 hours", 3), ("2.5 Std.", 2.5), ("2小时", 2)])
def test_hours_may_say_so(tmp_path, said, meant):
    (one,) = sim.read_district(in_bytes(tmp_path, f"{HEAD}Sun;2;40;;;{said}\n")).preschools
    assert one.teacher_hours == meant
    with pytest.raises(sim.ScenarioError, match=r"column 6 \(teacher_hours\): '2 €' is not a number"):
        sim.read_district(in_bytes(tmp_path, f"{HEAD}Sun;2;40;;;2 €\n"))


@pytest.mark.parametrize(
    ("said", "currency", "other"),
    [
        ("60 €", "USD", True),
        ("60 €", "EUR", False),
        ("$60", "CAD", False),
        ("¥60", "CNY", False),
        ("60 GBP", "EUR", True),
        ("60 €", "shells", False),  # nobody can say
    ],
)
def test_a_currency_is_another_only_where_that_can_be_known(tmp_path, said, currency, other):
    sheet = in_bytes(tmp_path, f"{HEAD}Sun;2;40;;{said};\n")
    found = other_currencies(sim.read_district(sheet).in_currencies, currency)
    assert bool(found) == other
    assert currencies_called("dollar") == []


def test_a_currency_is_seen_in_the_format_of_a_cell_and_among_prices(tmp_path):
    made = Workbook()
    made.active.title = "preschools"
    for row in (["preschool", "classes", "children", "money_per_child"], ["Sun", 2, 40, 60], ["Moon", 2, 41, 60]):
        made.active.append(row)
    made.active["D2"].number_format = "#,##0.00\\ [$€-407]"
    made.active["D3"].number_format = '"$"#,##0.00'  # what Excel has for money anywhere
    for row in (["name", "price"], ["Wage.teacher_hour", "45 €"]):
        (made["prices"] if "prices" in made.sheetnames else made.create_sheet("prices")).append(row)
    made.save(tmp_path / "mine.xlsx")
    assert other_currencies(sim.read_district(tmp_path / "mine.xlsx").in_currencies, "USD") == [
        "mine.xlsx, sheet preschools, cell D2: 60 € is not in USD.",
        "mine.xlsx, sheet prices, cell B2: 45 € is not in USD.",
    ]
    assert sim.read_district(tmp_path / "mine.xlsx").own_prices[0][1].price == 45


ROWS = (["Our preschools"], ["Preschool", "Classes", "Children"], ["Sun", 2, 40])


def test_the_only_sheet_with_the_columns_is_read_whatever_its_name_and_that_is_said(tmp_path):
    file = book(tmp_path, Notes=[["remember the milk"]], Kitas=ROWS)
    assert sim.read_district(file).children == 40
    assert notes(file) == ("sheet 'Kitas' was read; none is called 'preschools'.",)


def test_several_sheets_with_the_columns_are_refused_and_named(tmp_path):
    with pytest.raises(sim.ScenarioError, match="no sheet 'preschools'; A, B all have the columns children, classes"):
        sim.read_district(book(tmp_path, A=ROWS, B=ROWS))
    assert sim.read_district(book(tmp_path, A=ROWS, preschools=ROWS)).children == 40


def test_a_formula_without_a_value_is_called_one(tmp_path):
    file = book(tmp_path, preschools=[*ROWS, ["Moon", 2, "=20+21"]])
    with pytest.raises(sim.ScenarioError, match=r"cell C4 \(children\): is a formula whose value was not saved\. Open"):
        sim.read_district(file)
    totals = [["Moon", 2, 41], ["Total", "=SUM(B3:B4)", "=SUM(C3:C4)"]]
    assert sim.read_district(book(tmp_path, preschools=[*ROWS, *totals])).children == 81


def test_cells_know_where_they_stand(tmp_path):
    ((_, _, children),) = sheet_of(book(tmp_path, preschools=ROWS), sim.DISTRICT_COLUMNS).rows
    assert children.where == "mine.xlsx, sheet preschools, cell C3"
