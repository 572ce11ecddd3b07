"""A planner's own preschools: a sheet that is read for one request and forgotten."""

import base64
import binascii
import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path

import sim
from experiments.app.asked import Form, Sheet, Shelf
from experiments.district_template import write_template
from experiments.sheet_notes import sheet_notes
from experiments.study.drawing import begun

UNPACKED = 30_000_000  # bytes: a workbook is an archive, and a small one may unfold to anything
KINDS = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


class DistrictAsked(Form):
    """A sheet to be looked at."""

    sheet: Sheet


def looked_at(sheet):
    """What the sheet says, in numbers; or every cell to mend, as one error."""
    with laid_out(sheet) as path:
        district = sim.read_district(path)
        notes = [begun(note).replace(path.name, sheet.name) for note in sheet_notes(district)]
    said = {"preschools": len(district.preschools), "children": district.children, "left_empty": district.left_empty()}
    return said | {"notes": notes}


@contextmanager
def laid_out(sheet):
    """The sheet as a file while it is read; messages call it as its owner does."""
    ending = Path(sheet.name).suffix.lower()
    if ending.removeprefix(".") not in KINDS:
        raise sim.ScenarioError(f"'{sheet.name}': a district is an .xlsx or .csv file.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"sheet{ending}"
        path.write_bytes(_bytes(sheet))
        try:
            _refuse_what_unfolds(path, sheet.name)
            yield path
        except sim.ScenarioError as error:
            raise sim.ScenarioError(str(error).replace(str(path), sheet.name).replace(path.name, sheet.name)) from None


@contextmanager
def sheet_or(sheet, otherwise):
    """The sheet as a file while it is needed; where none is opened, the district that goes by a name, or None."""
    if sheet is None:
        yield sim.find_config("districts", otherwise) if otherwise else None
        return
    with laid_out(sheet) as path:
        yield path


def _bytes(sheet):
    try:
        return base64.b64decode(sheet.content, validate=True)
    except (binascii.Error, ValueError):
        raise sim.ScenarioError(f"'{sheet.name}' did not arrive whole. Please open it again.") from None


def _refuse_what_unfolds(path, name):
    if path.suffix == ".xlsx" and zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as book:
            if sum(part.file_size for part in book.infolist()) > UNPACKED:
                raise sim.ScenarioError(
                    f"'{name}' unfolds to more than {UNPACKED // 1_000_000} MB; a district is far smaller."
                )


def template(kind):
    """The sheet to fill in, as bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"my_district.{kind}"
        write_template(path)
        return path.read_bytes()


class DistrictShelf:
    """The shelf for one request that brings a sheet: its scenarios live in the planner's preschools."""

    def __init__(self, shelf: Shelf, sheet):
        self.for_a_class, self._shelf, self._sheet = shelf.for_a_class, shelf, sheet

    def scenario(self, start, events=()):
        if self._sheet is None:
            return self._shelf.scenario(start, events)
        with laid_out(self._sheet) as path:
            return self._shelf.scenario(start, events, district=path)
