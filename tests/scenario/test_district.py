"""A planner's sheet: every wrong cell is named, empty ones are filled from the place, and the families match the margins."""

from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest
from openpyxl import Workbook, load_workbook

import sim
from experiments.district_template import write_template
from sim.district_sheet import number_in
from sim.numbers import numbers_with

GOOD = "preschool,classes,children,low_income,other_language,private,teacher_hours\n"
GOOD += "Sunflower,3,55,62%,0.4,,2\nHill,2,40,0.1,0.05,,\nSaint Mary,1,18,,,1,4\n"


def sheet(folder, text, name="mine.csv"):
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_a_sheet_is_read_and_what_is_empty_is_known(tmp_path):
    district = sim.read_district(sheet(tmp_path, GOOD))
    assert [one.preschool for one in district.preschools] == ["Sunflower", "Hill", "Saint Mary"]
    assert district.children == 113 and district.preschools[0].low_income == 0.62
    assert district.left_empty()["low_income"] == 1 and district.left_empty()["talks_a_year"] == 3


MISTAKES = {
    "Sunflower,3,55,lots": "mine.csv:2, column 4 (low_income): 'lots' is not a share such as 0.4 or 40%.",
    "Sunflower,3,55,40": "mine.csv:2, column 4 (low_income): 40 is impossible: between 0 and 1 (write 40% or 0.4).",
    "Sunflower,3,55,-5%": "mine.csv:2, column 4 (low_income): -5% is impossible: between 0 and 1 (write 40% or 0.4).",
    "Sunflower,,55,": "mine.csv:2, column 2 (classes): is empty: how many classes.",
    "Sunflower,three,55,": "mine.csv:2, column 2 (classes): 'three' is not a number.",
    "Sunflower,2.5,55,": "mine.csv:2, column 2 (classes): 2.5 is not a whole number.",
    "Sunflower,0,55,": "mine.csv:2, column 2 (classes): 0 is impossible: between 1 and 500.",
    "Sunflower,3,2,": "mine.csv:2, column 1: 2 children in 3 classes; between 1 and 60 a class is possible.",
    "Sunflower,1,90,": "mine.csv:2, column 1: 90 children in 1 classes; between 1 and 60 a class is possible.",
    ",3,55,": "mine.csv:2, column 1 (preschool): is empty: its name, or any sign by which you know it.",
    "Sunflower,3,#REF!,": "mine.csv:2, column 3 (children): '#REF!' is an error of the sheet, not a value.",
    "Sunflower,3,nan,": "mine.csv:2, column 3 (children): nan is impossible: between 1 and 20000.",
    "A,1,20,\nA,1,20,": "mine.csv:3, column 1 (preschool): 'A' is there twice.",
}


@pytest.mark.parametrize("rows", MISTAKES, ids=range(len(MISTAKES)))
def test_a_wrong_cell_is_named(tmp_path, rows):
    with pytest.raises(sim.ScenarioError) as wrong:
        sim.read_district(sheet(tmp_path, "preschool,classes,children,low_income\n" + rows))
    assert str(wrong.value) == MISTAKES[rows]


def test_all_wrong_cells_are_named_at_once(tmp_path):
    with pytest.raises(sim.ScenarioError) as wrong:
        sim.read_district(sheet(tmp_path, "preschool,classes,children\nA,x,y\nB,1,z\n"))
    assert len(str(wrong.value).splitlines()) == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("preschool,classes,childen\nA,1,20\n", "there is no column 'childen'. Did you mean 'children'?"),
        ("preschool,classes\nA,1\n", "the column 'children' is missing"),
        ("preschool,classes,children,classes\nA,1,20,1\n", "the column 'classes' is there twice."),
        ("preschool,classes,children\n", "no preschool is named"),
        ("", "the sheet is empty"),
    ],
)
def test_a_wrong_header_is_named(tmp_path, text, message):
    with pytest.raises(sim.ScenarioError, match=message.replace("?", r"\?")):
        sim.read_district(sheet(tmp_path, text))


def test_wrong_files_get_one_message(tmp_path):
    (tmp_path / "damaged.xlsx").write_bytes(b"PK no zip")
    (tmp_path / "latin.csv").write_bytes(b"preschool\n\x81\x8d")
    (tmp_path / "a.txt").write_text("x")
    other = Workbook()
    other.save(tmp_path / "other.xlsx")
    wanted = {
        "absent.csv": "There is no file",
        "damaged.xlsx": "not an Excel workbook",
        "latin.csv": "not text in UTF-8",
        "a.txt": "is an .xlsx or .csv file",
        "other.xlsx": "there is no sheet 'preschools'",
    }
    for name, message in wanted.items():
        with pytest.raises(sim.ScenarioError, match=message):
            sim.read_district(tmp_path / name)


@pytest.mark.parametrize("name", ["mine.xlsx", "mine.csv"])
def test_the_template_is_empty_until_filled_in(tmp_path, name):
    write_template(tmp_path / name)
    with pytest.raises(sim.ScenarioError, match="no preschool is named"):
        sim.read_district(tmp_path / name)
    with pytest.raises(sim.ScenarioError, match="not written over"):
        write_template(tmp_path / name)


def test_a_filled_in_workbook_names_its_cells(tmp_path):
    write_template(tmp_path / "mine.xlsx")
    book = load_workbook(tmp_path / "mine.xlsx")
    book["preschools"].append(["Sunflower", 3, "many"])
    book.save(tmp_path / "mine.xlsx")
    with pytest.raises(
        sim.ScenarioError, match=r"mine.xlsx, sheet preschools, cell C3 \(children\): 'many' is not a number"
    ):
        sim.read_district(tmp_path / "mine.xlsx")


def test_the_families_are_like_those_of_the_sheet(tmp_path):
    """At four hundred times the size, shares of income and language come out within two points."""
    district = sim.read_district(sheet(tmp_path, GOOD))
    many = [replace(one, children=400 * one.children, classes=400 * one.classes) for one in district.preschools]
    place = replace(sim.read_place("us_preschool"), district=replace(district, preschools=tuple(many)))
    families, _, _, _, preschools, ties, *_ = place.drawn(place.culture, 0, 1, numbers_with({}))
    for row, one in enumerate(many[:2]):
        own = families.preschool == row
        assert own.sum() == one.children
        assert (families.income[own] <= 5).mean() == pytest.approx(one.low_income, abs=0.02)
        assert (families.language[own] > 0).mean() == pytest.approx(one.other_language, abs=0.02)
    assert preschools.private.tolist() == [0, 0, 1]
    assert np.unique(families.who).size == families.who.size
    known = ties.other >= 0
    assert (
        families.preschool[ties.other[known]] == np.repeat(families.preschool, ties.other.shape[1])[known.ravel()]
    ).all()


def test_a_scenario_runs_on_a_district(tmp_path):
    sheet(tmp_path, GOOD)
    scenario = tmp_path / "here.yaml"
    scenario.write_text("place: us_preschool\ndistrict: mine.csv\nstrategy: {messages: {}}\nweeks: 10\n")
    run = sim.simulate(str(scenario), seed=2)
    assert run.scenario.families == 113 and run.world.tables.families.size == 113
    assert run.world.tables.teachers.children.tolist() == [18, 18, 19, 20, 20, 18]


def test_hours_money_and_what_is_done_now_are_those_of_the_sheet(tmp_path):
    """Own hours a class; talks on average over children: 55 have four, 40 have one."""
    text = "preschool,classes,children,teacher_hours,talks_a_year\nA,2,55,2,4\nB,2,40,,1\n"
    scenario = {"place": "us_preschool", "district": str(sheet(tmp_path, text)), "strategy": "routine", "weeks": 3}
    run = sim.simulate(scenario, seed=1)
    assert run.world.tables.conditions.minutes_a_week.tolist() == [120, 120, 180, 180]
    assert run.scenario.place.policy.talks_a_year == pytest.approx((55 * 4 + 40 * 1) / 95)
    more = sim.simulate(scenario | {"budget": {"teacher_hours": 4}}, seed=1)
    assert more.world.tables.conditions.minutes_a_week.tolist() == [180, 180, 240, 240]


def test_each_preschool_does_what_its_own_row_says(tmp_path):
    """One has no talks, one has eight a year; a law that asks for two more than their mean asks two more of each."""
    rows = "preschool,classes,children,talks_a_year\nA,1,20,0\nB,1,20,8\n"
    asked = {"place": "us_preschool", "district": str(sheet(tmp_path, rows)), "strategy": "routine", "weeks": 52}
    now, more = (sim.simulate(asked | law, seed=3).world.tables for law in ({}, {"policy": {"talks_a_year": 6}}))
    for tables, (least, most) in ((now, (0, 8)), (more, (2, 10))):
        talks = tables.families.offered[:, sim.Channel.TALK] / 2  # two years, the one before week 1 too
        without, has = (talks[tables.families.preschool == row].mean() for row in (0, 1))
        assert 0.9 * least <= without <= least
        assert 0.8 * most < has <= most  # less what was cancelled


def test_rows_that_say_what_law_asks_for_change_no_life(tmp_path):
    plain = "preschool,classes,children\nA,1,20\nB,1,18\n"
    told = "preschool,classes,children,talks_a_year\nA,1,20,2\nB,1,18,2\n"
    sheets = sheet(tmp_path, plain, "plain.csv"), sheet(tmp_path, told, "told.csv")
    lives = [
        sim.simulate({"place": "us_preschool", "district": str(one), "strategy": "routine"}, seed=3) for one in sheets
    ]
    assert np.array_equal(*(life.world.tables.children.skills for life in lives))


def test_what_one_preschool_does_leaves_the_hours_of_the_other(tmp_path):
    """Teachers trained from what the routine leaves: more where there are no talks than where there are eight."""
    rows = "preschool,classes,children,talks_a_year\nA,1,20,0\nB,1,20,8\n"
    strategy = {"teacher_training": {"days": 20, "coaching_visits": 10}, "funded": False}
    asked = {"place": "us_preschool", "district": str(sheet(tmp_path, rows)), "strategy": strategy, "weeks": 10}
    upkeep = sim.simulate(asked, seed=3).world.tables.conditions.upkeep_minutes
    assert upkeep[0] > upkeep[1]


WRONG_PRICES = {
    (
        "Wage.teacher_hours",
        3,
    ): "cell A2 (name): there is no price 'Wage.teacher_hours'. Did you mean 'Wage.teacher_hour'?",
    ("Wage.teacher_hour", "much"): "cell B2 (price): 'much' is not a number.",
    ("Wage.teacher_hour", "1,200"): "cell B2 (price): '1,200' can be read in two ways: write 1200, or 1.2.",
    ("Wage.teacher_hour", -3): "cell B2 (price): -3 is impossible: between 0 and 1e+09.",
    ("Wage.teacher_hour", "#REF!"): "cell B2 (price): '#REF!' is an error of the sheet, not a value.",
    ("Wage.teacher_hour", 40, 24): "cell C2 (year): 24 is impossible: between 1950 and 2100.",
    ("Wage.teacher_hour", None, 2014): "cell B2 (price): is empty, though low, high or year is said.",
    (None, 40): "cell A2 (name): is empty: which price, as the list calls it.",
    ("Wage.teacher_hour", 40, None, 50): "cell B2 (price): 40 lies outside its own range, 50 to inf.",
}


def with_prices(folder, rows, header=("name", "price", "year", "low")):
    write_template(folder / "mine.xlsx", over=True)
    book = load_workbook(folder / "mine.xlsx")
    book["preschools"].append(["Sunflower", 3, 55])
    del book["prices"]
    own = book.create_sheet("prices")
    for row in (header, *rows):
        own.append(list(row))
    book.save(folder / "mine.xlsx")
    return folder / "mine.xlsx"


@pytest.mark.parametrize("row", WRONG_PRICES, ids=range(len(WRONG_PRICES)))
def test_a_wrong_price_of_a_workbook_is_named_by_sheet_and_cell(tmp_path, row):
    with pytest.raises(sim.ScenarioError) as wrong:
        sim.read_district(with_prices(tmp_path, [row]))
    assert str(wrong.value) == f"mine.xlsx, sheet prices, {WRONG_PRICES[row]}"


def test_a_wrong_column_of_prices_is_named_and_a_price_is_there_once(tmp_path):
    with pytest.raises(
        sim.ScenarioError, match=r"sheet prices, cell B1: there is no column 'prise'. Did you mean 'price'"
    ):
        sim.read_district(with_prices(tmp_path, [], ("name", "prise")))
    with pytest.raises(sim.ScenarioError, match=r"cell A3 \(name\): 'Price.talk' is there twice"):
        sim.read_district(with_prices(tmp_path, [("Price.talk", 3), ("Price.talk", 4)]))


def test_a_workbooks_own_prices_hold_over_those_of_the_list(tmp_path):
    """A teacher's hour at 45; the start of a course at 1,000 of 2014, brought to 2023; all else as listed."""
    rows = [("Wage.teacher_hour", 45), ("Price.talk", None), ("parent_school", "1000", 2014)]
    scenario = sim.read_scenario(
        {"place": "us_preschool", "district": str(with_prices(tmp_path, rows)), "strategy": "routine"}
    )
    assert scenario.numbers.Wage.teacher_hour == 45 and scenario.changed_numbers == {"Wage.teacher_hour": 45}
    assert scenario.place.prices.start_up[0].price == pytest.approx(1000 * 304.702 / 236.736, abs=0.005)
    lost = with_prices(tmp_path, [("home_visits", 45)])
    with pytest.raises(sim.ScenarioError, match="The list us has no price 'home_visits'"):
        sim.read_scenario({"place": "us_preschool", "district": str(lost), "strategy": "routine"})


def test_a_sheet_of_the_package_goes_by_its_name():
    scenario = sim.read_scenario({"place": "us_preschool", "district": "example", "strategy": "routine"})
    assert scenario.families == scenario.place.district.children > 0


HEAD = "preschool;classes;children;money_per_child;teacher_hours"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1.200,50", 1200.5),
        ("1,200.50", 1200.5),
        ("1 200,5", 1200.5),
        ("1'200.5", 1200.5),
        ("0,35", 0.35),
        ("0.125", 0.125),
        ("0,750", 0.75),
        ("0.125%", 0.00125),
        ("1.200,5 %", 12.005),
        ("75,5", 75.5),
    ],
)
def test_numbers_are_read_as_they_are_written_elsewhere(said, meant):
    assert number_in(said) == meant


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("12.500%", "12500%, or 12.5%"),
        ("1.200", "1200, or 1.2"),
        ("1,200", "1200, or 1.2"),
        ("3.125", "3125, or 3.1250"),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused_with_both(said, advice):
    with pytest.raises(ValueError, match=f"write {advice}") as refused:
        number_in(said)
    for one in advice.split(", or "):
        assert number_in(one) == pytest.approx(float(one.rstrip("%")) / (100 if "%" in one else 1)), refused
    assert number_in(3.125) == 3.125  # a number of a workbook is what it is


def test_a_title_blank_rows_and_remarks_do_no_harm(tmp_path):
    text = f"Our preschools, 2025\n\n;;;\n{HEAD};remarks\nSun;2;40;75,5;2,5;has a garden\n\n;;;;;\nMoon;1;20;;;\n"
    district = sim.read_district(sheet(tmp_path, text))
    assert [(one.preschool, one.children) for one in district.preschools] == [("Sun", 40), ("Moon", 20)]
    assert district.preschools[0].money_per_child == 75.5 and district.not_used == ("remarks",)


def test_a_blank_column_shifts_nothing(tmp_path):
    text = ",preschool,,classes,children\n,Sun,,2,40\n"
    (one,) = sim.read_district(sheet(tmp_path, text)).preschools
    assert (one.preschool, one.classes, one.children) == ("Sun", 2, 40)


@pytest.mark.parametrize("title", ["counted by A, B, C, and D", "preschools"])
def test_commas_in_a_title_or_a_remark_part_no_columns(tmp_path, title):
    text = f"{title}\npreschool;classes;children;remarks\nSun;2;40;garden, pond, slide, swing\n"
    (one,) = sim.read_district(sheet(tmp_path, text)).preschools
    assert (one.preschool, one.classes, one.children) == ("Sun", 2, 40)


def test_a_missing_column_is_sought_among_those_that_are_not_known(tmp_path):
    with pytest.raises(sim.ScenarioError, match=r"mine\.csv: the column 'children' is missing: .* not known: kids\."):
        sim.read_district(sheet(tmp_path, "preschool,classes,kids\nSun,2,40\n"))


def test_a_row_that_ends_early_lacks_what_it_leaves_out(tmp_path):
    with pytest.raises(sim.ScenarioError, match=r"mine\.csv:2, column 3 \(children\): is empty"):
        sim.read_district(sheet(tmp_path, "preschool,classes,children\nSun,2\n"))


def test_names_of_columns_may_have_blanks_and_capitals(tmp_path):
    text = "Preschool,Classes,Children,Low income,Talks a  year\nSun,2,40,0.5,3\n"
    (one,) = sim.read_district(sheet(tmp_path, text)).preschools
    assert (one.low_income, one.talks_a_year) == (0.5, 3)


def test_a_date_in_a_cell_says_how_it_may_have_come_there():
    with pytest.raises(ValueError, match=r"02 May 2026 is a date; .* of 2\.5 or 5/2\. A number is asked for"):
        number_in(datetime(2026, 5, 2))


def test_a_cell_that_says_true_is_no_number():
    with pytest.raises(ValueError, match="'True' is not a number"):
        number_in(True)


def test_a_column_near_to_a_known_one_is_refused(tmp_path):
    with pytest.raises(sim.ScenarioError, match=r"no column 'clases'\. Did you mean 'classes'"):
        sim.read_district(sheet(tmp_path, "preschool,clases,children\nSun,2,40\n"))
