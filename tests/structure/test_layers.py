"""The layout is a promise: who may import whom, how long things may be, and what stays in one place."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = {p.name for p in (ROOT / "sim").iterdir() if p.is_dir() and p.name != "__pycache__"}
EVERYTHING = PARTS | {f.stem for f in (ROOT / "sim").glob("*.py")}

# What a folder or a file of sim/ may import from sim/, besides itself. Amend it here, on purpose.
MAY_IMPORT = {
    "core": set(),
    "agents": {"core"},
    "rules": {"core"},
    "interventions": {"core"},
    "mechanisms": {"core"},
    "without.py": {"core", "mechanisms", "numbers", "place"},
    "outcomes": {"core", "observing"},
    "population": {"core", "agents", "rules"},
    "week": {"core", "rules"},
    "institutions": {"core", "rules", "week", "population", "conditions", "numbers", "observing"},  # once a term
    "world.py": {"core", "agents"},
    "numbers.py": {"core", "rules", "population"},
    "form.py": {"core"},
    "scenario_file.py": {"core", "form"},
    "place_file.py": set(),
    "strategy.py": {"core", "interventions"},
    "waiting.py": set(),
    "scenario.py": {"core", "district", "numbers", "place", "prices", "scenario_file", "strategy", "without"},
    "groups.py": {"core"},
    "observing.py": {"core", "rules"},
    "conditions.py": {"core", "rules"},
    "term.py": {
        "core",
        "agents",
        "conditions",
        "institutions",
        "rules",
        "interventions",
        "week",
        "groups",
        "numbers",
        "observing",
    },
    "report.py": {"core", "groups", "outcomes", "world"},
    "district_file.py": {"core"},
    "sheet_cells.py": set(),
    "district_sheet.py": {"core", "district_file", "sheet_cells"},
    "district_prices.py": {"core", "district_sheet", "interventions", "prices"},
    "district.py": {"core", "district_prices", "district_sheet"},
    "price_year.py": {"core"},
    "prices_file.py": set(),
    "prices.py": {"core", "form", "interventions", "numbers", "price_year", "prices_file"},
    "place.py": {"core", "population", "district", "form", "place_file", "prices"},
    "run.py": EVERYTHING - {"mesa_face", "flat_words"},
    "shards.py": {"run"},
    "trial.py": {"core", "numbers", "population", "run", "strategy", "term", "week", "world"},
    "flat_words.py": {"core", "interventions", "place", "scenario", "scenario_file", "strategy"},
    "mesa_face.py": {"core", "outcomes", "flat_words", "report", "run", "world"},
    "warm.py": EVERYTHING - {"mesa_face"},
    "__init__.py": EVERYTHING,
}
# experiments/ sees the names in sim/__init__.py; these two also see how families are drawn.
EXPERIMENTS_MAY_IMPORT = {
    "fit_population.py": {"population"},
    "place_check.py": {"population", "core", "numbers", "place"},
    # the same rules as ordinary Mesa agents, for speed side by side: it needs the rules themselves
    "bench/rows.py": {"world"},
    "bench/mesa_reference.py": {"core", "rules", "week", "world"},
    "bench/mesa_process.py": {"run", "week"},
    "bench/figures.py": {"run", "week"},  # weeks alone, without the plans of terms
}
ONLY_IN = {
    "numba": {"sim/core/compiled.py"},
    "mesa": {"sim/mesa_face.py", "experiments/bench/mesa_reference.py", "experiments/app/mesa_page.py"},
}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}

FILES = sorted(f for part in ("sim", "experiments") for f in (ROOT / part).rglob("*.py"))


def each_file_of(*folders):
    files = [file for file in FILES if file.relative_to(ROOT).parts[0] in folders]
    return pytest.mark.parametrize("file", files, ids=lambda file: file.relative_to(ROOT).as_posix())


def imported(file):
    """Every import of a file as (module, name): `import a.b` is (a.b, None), `from a import b` is (a, b)."""
    package = file.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*above, *([node.module] if node.module else [])))
            yield from ((module, alias.name) for alias in node.names)


def parts_of_sim(file):
    """The folders and files of sim/ a file imports from; `from sim import week` counts as `week`."""
    for module, name in imported(file):
        if module.startswith("sim."):
            yield module.split(".")[1]
        elif module == "sim":
            yield name if name in EVERYTHING else "__init__"


def public_names():
    """What sim/__init__.py defines, imports or lists in __all__."""
    tree = ast.parse((ROOT / "sim/__init__.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@each_file_of("sim")
def test_a_file_imports_only_from_below(file):
    part = file.relative_to(ROOT / "sim").parts[0]
    assert part in MAY_IMPORT, f"say in MAY_IMPORT what sim/{part} may import"
    assert set(parts_of_sim(file)) <= MAY_IMPORT[part] | {part.removesuffix(".py")}


@each_file_of("experiments")
def test_experiments_see_only_the_public_names_of_sim(file):
    extra = EXPERIMENTS_MAY_IMPORT.get(file.relative_to(ROOT / "experiments").as_posix(), set())
    deeper = {module for module, _ in imported(file) if module.startswith("sim.") and module.split(".")[1] not in extra}
    assert not deeper, "only `import sim` and `from sim import <public name>`"
    assert {name for module, name in imported(file) if module == "sim" and name} <= set(public_names()) | extra


@each_file_of("sim")
def test_the_model_does_not_know_how_it_is_studied(file):
    assert not [module for module, _ in imported(file) if module.split(".")[0] == "experiments"]


@each_file_of("sim", "experiments")
def test_a_file_can_be_read_in_one_sitting(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


@each_file_of("sim", "experiments")
def test_a_function_fits_a_screen(file):
    tree = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    functions = [node for node in tree if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert not [f"{f.name}: {f.end_lineno - f.lineno + 1}" for f in functions if f.end_lineno - f.lineno >= 40]


@each_file_of("sim", "experiments")
def test_nothing_is_a_drawer(file):
    assert not {file.stem, *file.relative_to(ROOT).parent.parts} & DRAWERS


@each_file_of("sim", "experiments")
def test_a_large_library_is_known_in_one_place(file):
    heads = {module.split(".")[0] for module, _ in imported(file)}
    assert not [lib for lib, home in ONLY_IN.items() if lib in heads and file.relative_to(ROOT).as_posix() not in home]


@each_file_of("sim", "experiments")
def test_nothing_is_left_for_later(file):
    text = file.read_text(encoding="utf-8")
    assert not [word for word in ("TYPE_CHECKING", "NotImplementedError", "TODO", "FIXME") if word in text]
