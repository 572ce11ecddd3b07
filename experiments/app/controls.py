"""What a page lets people change, read from the declarations: a new intervention or number appears by itself."""

import math
from contextlib import suppress

import sim
from experiments.app.plan import levers
from experiments.labels import told_in

CHANGED = ("culture", "policy", "budget")
NOT_TO_CHOOSE = ("routine",)  # it always goes on


def schema(shelf):
    """Places, sliders, interventions, numbers and outcomes, each with unit, range, sentence and source."""
    return {
        "places": list(_readable(shelf.files("places"), _place).values()),
        "parts": {part: _declared(sim.PARTS[part]) for part in CHANGED},
        "interventions": {name: _intervention(k) for name, k in sim.INTERVENTIONS.items() if name not in NOT_TO_CHOOSE},
        "strategies": _readable(shelf.files("strategies"), _strategy),
        "groups": list(sim.GROUPS),
        "numbers": {n: {"sentence": _doc(g), "numbers": _declared(g)} for n, g in sim.NUMBERS.items()},
        "outcomes": {name: _outcome(one) for name, one in sim.OUTCOMES.items()},
        "recorded": list(sim.RECORDED[1:]),
        "channels": list(sim.CHANNELS),
        "skills": list(sim.DOMAINS),
        "levers": list(levers()),
    }


def _readable(files, read):
    """What can be read; a file that somebody is still writing does not close the app."""
    found = {}
    for name, file in files.items():
        with suppress(sim.ScenarioError):
            found[name] = read(name, file)
    return found


def left_out(shelf):
    """What is wrong with files of the host that are not offered."""
    for kind, read in (("places", _place), ("strategies", _strategy)):
        for name, file in shelf.files(kind).items():
            try:
                read(name, file)
            except sim.ScenarioError as error:
                yield str(error)


def _place(name, _):
    place = sim.read_place(name)
    values = {part: getattr(place, part)._asdict() for part in CHANGED}
    return {
        "name": name,
        "describes": place.describes,
        "stand_in": place.stand_in,
        "currency": place.currency,
        "values": values,
    }


def _declared(group):
    return {name: _control(one) for name, one in group.declared.items()}


def _control(one):
    control = {"unit": one.unit, "source": one.source, "default": one.shown(one.default)}
    if one.choices:
        return control | {"choices": list(one.choices)}
    return control | {"low": one.low, "high": one.high, "step": _step(one)}


def _step(one):
    """A slider moves in steps a person would take: whole contacts, or about fifty steps over the range."""
    if one.unit == "count":
        return 1 if float(one.default).is_integer() else 0.5
    width = (one.high - one.low) / 50
    if width <= 0:
        return 0.01
    size = 10.0 ** math.floor(math.log10(width))
    return float(f"{next(k for k in (1, 2, 5, 10) if k * size >= width * 0.999) * size:.3g}")


def _intervention(kind):
    return {"sentence": _doc(kind), "section": kind.section, "doses": _declared(kind.Dose)}


def _strategy(_, file):
    data = dict(sim.read_yaml(file).data)
    return {"describes": str(data.pop("describes", "")), "strategy": data}


def _outcome(one):
    keys = ("better", "meaning", "of", "rests_on")
    return {key: getattr(one, key) for key in keys} | {"unit": told_in(one), "observers": list(one.observers)}


def _doc(thing):
    return " ".join((thing.__doc__ or "").split())
