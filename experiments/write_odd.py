"""The tables of sim/README.md, written between their markers from the source, so that the description cannot fall behind."""

import ast
import re
import sys
from pathlib import Path

import sim

README = Path(__file__).resolve().parents[1] / "sim" / "README.md"
MARKED = re.compile(r"(<!-- (\w+), from the source -->\n).*?(<!-- end -->)", re.DOTALL)


def current(text):
    """The text of a README with every marked table as the source has it now."""
    return MARKED.sub(lambda found: f"{found[1]}\n{TABLES[found[2]]()}\n{found[3]}", text)


def _table(head, rows):
    rows = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(_cell(one) for one in row) + " |\n" for row in rows)


def _cell(value):
    return " ".join(str(value).split()).replace("|", "\\|")


def entities():
    """Every column of every kind of entity: meaning, unit, and the phase that writes it."""
    parts = []
    for kind in sim.AGENTS.values():
        rows = [
            (f"`{name}`", one.meaning, one.unit + (f" × {one.wide}" if one.wide else ""), one.written_by)
            for name, one in kind.declared.items()
        ]
        parts.append(
            f"**{kind.__name__}.** {_cell(kind.__doc__)}\n\n"
            + _table(("column", "meaning", "unit", "written by"), rows)
        )
    return "\n".join(parts)


def rules():
    """Every rule with its sentence, under the sentence and section of its file."""
    parts = []
    for file in sorted((README.parent / "rules").glob("[a-z]*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        found = [(f"`{f.name}`", ast.get_docstring(f) or "") for f in tree.body if _is_rule(f)]
        if found:
            parts.append(
                f"**`rules/{file.name}`** {_cell(ast.get_docstring(tree))}\n\n" + _table(("rule", "says"), found)
            )
    return "\n".join(parts)


def _is_rule(node):
    return isinstance(node, ast.FunctionDef) and any(
        isinstance(mark, ast.Name) and mark.id == "rule" for mark in node.decorator_list
    )


def parameters():
    """Every number: default, unit, plausible and possible range, source."""
    groups = {**sim.NUMBERS, **{kind.__name__: kind for kind in sim.PARTS.values()}}
    rows = [_number(f"`{group}.{name}`", one) for group, kind in groups.items() for name, one in kind.declared.items()]
    return _table(("number", "default", "unit", "plausible", "possible", "source"), rows)


def _number(name, one):
    possible = "" if one.choices else f"{one.floor:g} to {one.ceiling:g}"
    default = one.shown(one.default) if one.choices else f"{one.default:g}"
    return name, default, one.unit, one.plausible(), possible, one.source


def interventions():
    """Every intervention with its doses."""
    rows = [
        (f"`{name}`", kind.__doc__ or "", ", ".join(f"`{dose}`" for dose in kind.Dose.declared), kind.section)
        for name, kind in sim.INTERVENTIONS.items()
    ]
    return _table(("intervention", "does", "doses", "section of the paper"), rows)


def outcomes():
    """Every outcome with its unit, its better direction, and who sees it."""
    rows = [
        (f"`{name}`", one.meaning, one.unit, one.better, ", ".join(one.observers), one.rests_on)
        for name, one in sim.OUTCOMES.items()
    ]
    return _table(("outcome", "meaning", "unit", "better", "seen by", "rests on"), rows)


def week():
    """The phases of a week in their order, each with the sentence of its file."""
    source = (README.parent / "week" / "order.py").read_text(encoding="utf-8")
    listed = next(
        node.value
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "WEEK"
    )
    lines = source.splitlines()
    said = [
        (f"{place}", f"`{one.id}`", lines[one.lineno - 1].partition("#")[2]) for place, one in enumerate(listed.elts, 1)
    ]
    return _table(("", "phase", "what happens"), said)


TABLES = {one.__name__: one for one in (entities, rules, parameters, interventions, outcomes, week)}


def main():
    """Write sim/README.md anew; with --check only say whether it is current (exit code 1 if not)."""
    text = README.read_text(encoding="utf-8")
    if "--check" in sys.argv:
        sys.exit(current(text) != text)
    README.write_text(current(text), encoding="utf-8")


if __name__ == "__main__":
    main()
