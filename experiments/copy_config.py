"""A shipped config copied for a person to edit: its comments, what else it could say, and a schema beside it for editors."""

import json
from pathlib import Path

import sim
from experiments.schema import FAMSCHOOL, schema

FOLDERS = {
    "scenario": "scenarios",
    "strategy": "strategies",
    "place": "places",
    "experiment": "experiments",
    "trial": "trials",
    "prices": "prices",
}
STARTS = {  # what is copied where somebody asks for a kind of config and not for one of them
    "scenario": "first_look",
    "strategy": "monthly_visits",
    "place": "us_preschool",
    "experiment": "quick_look",
    "trial": "messages_year",
}
EDITORS = "# yaml-language-server: $schema="


def new_config(name, file=None, kind=None, over=False):
    """Writes the copy; returns its kind, its path, and the path of the schema beside it. Errors: ScenarioError."""
    if name in STARTS and not _kinds_having(name):  # famschool new strategy my_visits
        name, kind, file = STARTS[name], kind or name, file or f"my_{name}"
    kind = kind or _kind_of(name)
    if kind not in FOLDERS:
        raise sim.unknown("kind of config", kind, FOLDERS, "famschool new")
    source = sim.find_config(FOLDERS[kind], name)
    said = sim.read_yaml(source).data
    target = _target(kind, source.stem, file)
    beside = target.with_name(f"{kind}.schema.json")
    form = schema(kind)
    text = "".join((f"{EDITORS}{beside.name}\n", _copied(source), _also(form, said)))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _leave_strangers_alone(beside)
        _write(target, text, over)
        _write(beside, json.dumps(form, indent=1, ensure_ascii=False) + "\n", over=True)
    except (FileExistsError, PermissionError, NotADirectoryError, IsADirectoryError, ValueError) as error:
        raise _refusal(target, error) from None
    return kind, target, beside


def how_it_is_used(kind, path):
    """What to do next with a copy, in a line: how it is checked, and by which name other files know it."""
    in_configs = path.parent == Path("configs") / FOLDERS[kind]
    name, check = path.stem if in_configs else path.as_posix(), f"famschool check {path}"
    if kind == "scenario":
        return f"{check} says what would be run."
    if kind == "strategy":
        known = f"In a scenario it is `strategy: {name}`"
        if not in_configs:
            known = f"In a scenario beside it, it is `strategy: {path.name}`; a name alone is looked for in configs/strategies"
        return f"{check} reads it. {known}. Its file's name is its name."
    if kind == "place":
        return f"{check} reads it. In a scenario it is `place: {name}`."
    return f"{check} reads it."


def _kind_of(name):
    """The one kind that has a config of this name."""
    having = _kinds_having(name)
    if not having:
        known = [*STARTS, *(one for folder in FOLDERS.values() for one in sim.list_configs(folder))]
        raise sim.unknown("config to copy", name, known, "famschool list")
    if len(having) > 1:
        raise sim.ScenarioError(f"'{name}' is {' and '.join(having)}: say which with --kind {having[0]}.")
    return having[0]


def _kinds_having(name):
    return [kind for kind, folder in FOLDERS.items() if Path(name).stem in sim.list_configs(folder)]


def _target(kind, stem, file):
    """A name without ending means a config under ./configs, which other files and verbs then find by that name."""
    file = file or f"my_{stem}"
    path = Path(file)
    if "/" in file or "\\" in file or path.suffix:
        if path.suffix != ".yaml":
            raise sim.ScenarioError(f"'{file}': a config is a file that ends in .yaml, or a name such as my_{stem}.")
        return path
    return Path("configs") / FOLDERS[kind] / f"{file}.yaml"


def _copied(source):
    lines = source.read_text(encoding="utf-8-sig").splitlines()
    return "\n".join(line for line in lines if not line.startswith(EDITORS)) + "\n"


def _also(form, said):
    """What else the file could say, as comments to take the '# ' from."""
    rest = [(key, one) for key, one in form["properties"].items() if key not in said]
    lines = [f"# {key}: {_example(one)}".ljust(32) + f"  # {_sentence(one)}" for key, one in rest]
    return "\n# What else can be said here; take away the '# ' in front:\n" + "\n".join(lines) + "\n" if lines else ""


def _example(one):
    if "default" in one:
        return json.dumps(one["default"])
    kinds = one.get("type", "")
    return "{}" if "object" in kinds else "[]" if kinds == "array" else "…"


def _sentence(one):
    """What it means, and, for numbers and doses in it, their names."""
    inner = ", ".join(one.get("properties", {}))
    names = f" ({inner})" if inner and len(inner) < 200 else ""
    return one.get("description", "").rstrip(".") + names


def not_written_over(path):
    """The error for a file that is there already and that nobody said --force for."""
    return sim.ScenarioError(f"'{path}' is there already and is not written over. Name another file, or say --force.")


def _refusal(target, error):
    if isinstance(error, sim.ScenarioError):
        return error
    if isinstance(error, FileExistsError) and target.exists():
        return not_written_over(target)
    reason = getattr(error, "strerror", None) or error
    return sim.ScenarioError(f"'{target}' cannot be written ({reason}). Name another file.")


def _leave_strangers_alone(path):
    """A schema of ours is written anew; a stranger's file of that name is left alone, and said."""
    if path.exists() and FAMSCHOOL not in path.read_text(encoding="utf-8", errors="replace"):
        raise sim.ScenarioError(f"'{path}' is there already and not from famschool. Name another folder.")


def _write(path, text, over):
    """The whole file or none: a part that a full disk cut off is taken away."""
    if not over:
        path.open("x").close()
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        if not over:
            path.unlink(missing_ok=True)
        raise
