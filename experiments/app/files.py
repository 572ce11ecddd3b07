"""A scenario as the file the command line reads, both ways."""

import base64
import io
import re

import sim

SHOWN_WITH = "# The app showed it with the luck of seed {}; the command line takes seeds 1 to `replicates`."
ORDER = (
    "question",
    "place",
    "families",
    "weeks",
    "at",
    "strategy",
    "against",
    "culture",
    "policy",
    "budget",
    "numbers",
)


def as_yaml(data, seed):
    """The text of the file, with the seed that was looked at in a comment."""
    from ruamel.yaml import YAML

    kept = {key: data[key] for key in (*ORDER, "events") if data.get(key) not in (None, {}, [], "")}
    text = io.StringIO()
    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style, writer.sort_base_mapping_type_on_output, writer.width = None, False, 110
    writer.dump(kept, text)
    return f"{SHOWN_WITH.format(seed)}\n{text.getvalue()}"


def opened(shelf, text):
    """What a page shows of a file: where the run starts, what changes in mid-run, and the luck."""
    shelf.admit(sim.parse_yaml(text, "the file").data)
    scenario = sim.scenario_from_text(text, "the file")
    shelf.scenario(scenario.said)
    start = {key: value for key, value in scenario.said.items() if key != "events"}
    seed = re.match(re.escape(SHOWN_WITH).replace(r"\{\}", r"(\d{1,10})"), text)
    return {"start": start, "events": scenario.said.get("events") or [], "seed": int(seed[1]) if seed else 1}


def to_take_home(file):
    """What a page gives to be kept: a text as it is, a workbook in base64."""
    return base64.b64encode(file.read_bytes()).decode() if file.suffix == ".xlsx" else file.read_text(encoding="utf-8")
