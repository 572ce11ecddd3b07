"""What a folder is that cannot go on, and what to do instead: in sentences, for errors."""

from pathlib import Path

from experiments.counted import counted

NAMED = 3  # of the results that lie inside


def without_manifest(folder):
    """What a path without manifest.json is, and where its results may be."""
    folder = Path(folder)
    if not folder.exists():
        return f"There is no folder '{folder}'. A results folder is asked for, as in results/quick_look/1a2b3c4d5e6f."
    if not folder.is_dir():
        return f"'{folder}' is a file; a results folder is asked for. famschool check {folder} says what a file is."
    if (folder / "parts").is_dir():
        return f"'{folder}' has runs, but no manifest.json. Give the command that made it: its runs are kept."
    return f"'{folder}' is no results folder: it has no manifest.json.{_inside(folder)}"


def _inside(folder):
    """Results one or two folders further down: a name is easily given without its id."""
    found = sorted({file.parent for depth in ("*", "*/*") for file in folder.glob(f"{depth}/manifest.json")})
    if not found:
        return " sweep, sensitivity, discover, compare and plan write one."
    more = f" and {len(found) - NAMED} more" if found[NAMED:] else ""
    return f" Results lie in {', '.join(map(str, found[:NAMED]))}{more}."


def of_another_kind(folder, manifest):
    """What results are that no experiment and no plan made."""
    if "scenario" not in manifest:
        return f"'{folder}' holds results that are made in one go: there is nothing to go on with. Give their command again."
    return (
        f"'{folder}' holds a single scenario (famschool run), {counted(manifest.get('seeds', 0), 'pair')} of runs, complete: "
        f"there is nothing to go on with. famschool repeat {folder} runs it again and compares; "
        "for more pairs: famschool run SCENARIO --seeds N."
    )
