"""JSON Schema of every kind of config, for editors: generated from the declarations that the model itself checks with."""

import math

import sim

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FAMSCHOOL = "Made by famschool schema; rewritten when the model changes."


def schema(kind):
    """The JSON Schema of one kind of config: scenario, strategy, place, experiment, trial or prices."""
    if kind not in KINDS:
        raise sim.unknown("kind of config", kind, KINDS, "famschool schema")
    return {"$schema": DIALECT, "$comment": FAMSCHOOL, "title": f"famschool {kind}", **KINDS[kind]()}


def schema_of_all():
    """One JSON Schema that any config fulfils, with a definition of each kind."""
    kinds = {kind: make() for kind, make in KINDS.items()}
    any_of = [{"$ref": f"#/$defs/{kind}"} for kind in kinds]
    return {"$schema": DIALECT, "$comment": FAMSCHOOL, "title": "famschool", "anyOf": any_of, "$defs": kinds}


def _scenario():
    form = _form(sim.ScenarioFile)
    parts = {part: _numbers(sim.PARTS[part].declared) for part in sim.CHANGED_BY_ARMS}
    arm = _object({"strategy": _strategy_or_name(), **parts})
    _fill(form, parts)
    _fill(
        form,
        {
            "strategy": _strategy_or_name(),
            "against": {"anyOf": [{"const": "as_it_is"}, arm], "default": {"strategy": "routine"}},
        },
    )
    _fill(form, {"numbers": _all_numbers(), "staff": _numbers(sim.PARTS["staff"].declared)})
    form["properties"]["without"]["items"] = {"enum": list(sim.MECHANISMS)}
    form["properties"]["events"]["items"]["properties"]["set"].update(_settable(), additionalProperties=False)
    return form


def _place():
    form = _form(sim.PlaceFile)
    _fill(form, {part: _numbers(kind.declared) for part, kind in sim.PARTS.items()})
    return form


def _strategy():
    one = {"describes": {"type": "string", "description": "what is done, in a sentence"}}
    one["funded"] = {
        "type": "boolean",
        "default": True,
        "description": "true where it brings the hours and money its doses cost",
    }
    doings = {name: _intervention(kind) for name, kind in sim.INTERVENTIONS.items()}
    return {"description": "Interventions with their doses.", **_object(one | doings)}


def _experiment():
    from experiments.study.experiment_file import ExperimentFile

    form = _form(ExperimentFile)
    parts = {part: _numbers(sim.PARTS[part].declared) for part in sim.CHANGED_BY_ARMS}
    _fill(form, parts | {"numbers": _all_numbers()})
    _short_design(form)
    return form


def _short_design(form):
    """`design: grid` is short for {kind: grid}."""
    design = form["properties"]["design"]
    kinds = design["properties"]["kind"]["enum"]
    form["properties"]["design"] = {
        "description": design.pop("description", ""),
        "anyOf": [{"enum": list(kinds)}, design],
    }


def _trial():
    from experiments.trial.form import TrialFile

    form = _form(TrialFile)
    _fill(form, {"numbers": _all_numbers()})
    return form


def _prices():
    form = _form(sim.PricesFile)
    for part, known in (("prices", sim.priced()), ("start_up", sim.INTERVENTIONS)):
        form["properties"][part] |= {"propertyNames": {"enum": list(known)}}
        one = form["properties"][part]["additionalProperties"]
        form["properties"][part]["additionalProperties"] = one if "price" in one.get("required", ()) else _or_short(one)
    return form


def _or_short(form):
    """`Price.talk: 3` is short for {price: 3}."""
    return {"anyOf": [{"type": "number", "minimum": 0}, form]}


def _form(model):
    """A form's own schema, its definitions written where they are used, without titles that repeat the keys."""
    given = model.model_json_schema()
    definitions = given.pop("$defs", {})
    return _without_titles(_written_out(given, definitions))


def _written_out(part, definitions):
    if isinstance(part, list):
        return [_written_out(one, definitions) for one in part]
    if not isinstance(part, dict):
        return part
    meant = definitions[part["$ref"].rsplit("/", 1)[1]] if "$ref" in part else {}
    rest = {key: value for key, value in part.items() if key != "$ref"}
    return {key: _written_out(value, definitions) for key, value in {**meant, **rest}.items()}


def _without_titles(part):
    if isinstance(part, list):
        return [_without_titles(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {key: _without_titles(value) for key, value in part.items() if key != "title" or isinstance(value, dict)}


def _fill(form, meanings):
    """What a form leaves open is said by the declarations; its sentence stays."""
    for key, meaning in meanings.items():
        said = form["properties"][key].get("description", "")
        form["properties"][key] = {"description": said, **meaning}


def _object(properties):
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _numbers(declared):
    return _object({name: number(one) for name, one in declared.items()})


def _all_numbers():
    dotted = {f"{group}.{name}": one for group, kind in sim.NUMBERS.items() for name, one in kind.declared.items()}
    return _numbers(dotted)


def number(declared):
    """One number with its unit, what is possible, its default and its source; a choice as its words."""
    if declared.choices:
        words = list(declared.choices)
        return {"enum": words, "default": declared.shown(declared.default), "description": declared.source}
    about = f"{declared.unit}; plausible {declared.plausible()}; {declared.source}"
    one = {"type": "number", "description": about}
    ends = {"minimum": declared.floor, "maximum": declared.ceiling, "default": float(declared.default)}
    return one | {key: value for key, value in ends.items() if math.isfinite(value)}


def _intervention(kind):
    week = {"type": "integer", "minimum": 1, "maximum": 10_000}
    usual = {
        "for_whom": {"enum": list(sim.GROUPS), "default": "all", "description": "which families are asked"},
        "from_week": {**week, "default": 1, "description": "first week"},
        "until_week": {"anyOf": [week, {"type": "null"}], "description": "last week"},
    }
    doses = {name: number(one) for name, one in kind.Dose.declared.items()}
    sentence = " ".join((kind.__doc__ or "").split())
    return {"description": sentence, **_object(doses | usual), "type": ["object", "null"]}


def _strategy_or_name():
    return {"anyOf": [{"type": "string", "examples": ["routine", *sim.list_configs("strategies")]}, _strategy()]}


def _settable():
    """What an event can change: culture, policy, budget, and interventions or one of their doses."""
    things = {f"{part}.{name}": number(one) for part in sim.CHANGED_BY_ARMS for name, one in _declared(part)}
    for name, kind in sim.INTERVENTIONS.items():
        whole = _intervention(kind)
        things[f"strategy.{name}"] = whole
        things |= {f"strategy.{name}.{dose}": one for dose, one in whole["properties"].items()}
    return {"type": "object", "properties": things}


def _declared(part):
    return [(name, one) for name, one in sim.PARTS[part].declared.items() if name != "other_language"]


KINDS = {"scenario": _scenario, "strategy": _strategy, "place": _place, "experiment": _experiment, "trial": _trial}
KINDS |= {"prices": _prices}
