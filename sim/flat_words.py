"""A scenario in flat words, `families=100, clarity=0.8, home_visits_per_year=12`: as batches and sliders say it."""

import inspect

from sim.core.errors import unknown
from sim.core.intervention import Intervention
from sim.interventions import INTERVENTIONS
from sim.place import PARTS
from sim.scenario import CHANGED_BY_ARMS, read_scenario
from sim.scenario_file import ScenarioFile
from sim.strategy import read_strategy

FRAME = {
    "place": "us_preschool",
    "families": None,
    "weeks": None,
    "strategy": "routine",
    "without": None,
}  # None: as a scenario file has it
CONDITIONS = {key: part for part in CHANGED_BY_ARMS for key in PARTS[part].declared}
_SETTINGS = [
    name
    for name, given in inspect.signature(Intervention.__init__).parameters.items()
    if given.kind is inspect.Parameter.KEYWORD_ONLY
]
# The routine is what the place's policy says: its words are those of the policy.
DOSES = {
    f"{name}_{dose}": (name, dose)
    for name, kind in INTERVENTIONS.items()
    if name != "routine"
    for dose in (*kind.Dose.declared, *_SETTINGS)
}
WORDS = (*FRAME, "funded", *CONDITIONS, *DOSES)


def scenario_from(start=None, **flat):
    """The Scenario that flat words ask for, beginning from a scenario (name, file, dict) if one is given. None: not said.

    Errors: ScenarioError for a word that does not exist and for a value that cannot be.
    """
    for word in flat:
        if word not in WORDS:
            raise unknown("argument", word, WORDS, "FamilySchool")
    given = {word: _plain(value) for word, value in flat.items() if value is not None}
    if "without" in given:
        given["without"] = _names(given["without"])
    said = {key: value for key, value in FRAME.items() if value is not None}
    if start is not None:
        said = dict(read_scenario(start).said)
    for word, value in given.items():
        if word in FRAME:
            said[word] = value
        elif word in CONDITIONS:
            part = CONDITIONS[word]
            said[part] = {**(said.get(part) or {}), word: value}
    said["strategy"] = _with_doses(said["strategy"], given)
    return read_scenario(said)


def _with_doses(strategy, given):
    """A strategy with the doses that were given; one dose is enough to begin an intervention."""
    if not given.keys() & {"funded", *DOSES}:
        return strategy
    start = read_strategy(strategy, None, {}, ("strategy",))
    written = {doing: dict(settings) for doing, settings in start.settings}
    for word, value in given.items():
        if word in DOSES:
            doing, dose = DOSES[word]
            written.setdefault(doing, {})[dose] = value
    return written | {"funded": given.get("funded", start.funded)}


def _plain(value):
    """A number of numpy, as np.arange gives them to a batch, as Python's own."""
    return value.item() if hasattr(value, "item") else value


def _names(without):
    """Mechanisms switched off: a list of names, or one name, as a batch gives it that tries each; "" is none."""
    if isinstance(without, str):
        return [without] if without else []
    return list(without) if isinstance(without, list | tuple) else without


def shown_defaults():
    """Each word with what holds where it is not said; None is what place, strategy or intervention have."""
    fields = ScenarioFile.model_fields
    frame = {w: fields[w].get_default(call_default_factory=True) if v is None else v for w, v in FRAME.items()}
    return {word: frame.get(word) for word in WORDS}
