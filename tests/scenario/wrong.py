"""Corpora of wrong files: each a text, and the message that it must get."""

from ruamel.yaml import YAML

import sim
from sim.core.reading import PACKAGED

GROWING = {
    "ALL_INTERVENTIONS.": sim.INTERVENTIONS,
    "ALL_STRATEGIES.": sim.list_configs("strategies"),
    "ALL_GROUPS.": sim.NUMBERS,
    "ALL_NUMBERS.": [f"{group}.{name}" for group, kind in sim.NUMBERS.items() for name in kind.declared],
    "ALL_MECHANISMS.": sim.MECHANISMS,
    "ALL_PLACES.": sim.list_configs("places"),
    "ALL_OUTCOMES.": sim.OUTCOMES,
    "ALL_DOSES.": [
        f"{name}.{dose}"
        for name, one in sim.INTERVENTIONS.items()
        for dose in (*one.Dose.declared, "for_whom", "from_week", "until_week")
    ],
    "ALL_PARTS.": [f"{part}.{key}" for part, kind in sim.PARTS.items() for key in kind.declared],
    **{
        f"ALL_{part.upper()}.": [f"{part.capitalize()}.{key}" for key in sim.PARTS[part].declared]
        for part in ("culture", "policy", "budget")
    },
}


def cases(file):
    """The corpus in a file: name, text, message."""
    return YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))


def written(case, folder):
    """The wrong file of a case."""
    path = folder / "wrong.yaml"
    path.write_bytes(case["text"].encode(case.get("bytes", "utf-8")))
    return path


def shortened(said, path):
    """The message without what differs from machine to machine, or grows with the model: lists that it repeats."""
    said = said.replace(str(path), "wrong.yaml").replace(str(PACKAGED.parent), "HERE")
    for word, names in GROWING.items():
        said = said.replace(str(sim.unknown("", "", names, "")).split("lists: ")[1], word)
    return said
