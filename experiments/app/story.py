"""A family's story: the weeks in which something happened to it, in sentences, each with the rule behind it."""

import ast
from functools import cache
from pathlib import Path

import sim
from experiments.app.watched import settled

RULES = Path(sim.__file__).parent / "rules"
ADULTS, HOURS = ("one parent", "two parents"), ("not in paid work", "in part-time work", "in full-time work")
FIFTHS = ("the poorest", "the second", "the middle", "the fourth", "the richest")
SAID = {  # what was offered, and what is said of a family that came; others are said by their name
    "event": "a school event",
    "volunteer": "volunteering",
    "meeting": "a meeting",
    "committee": "the parents' committee",
    "course": "a session of the course",
    "talk": "a talk with the teacher",
    "teacher_visit": "a visit by the teacher",
    "trained_visit": "a visit by a trained visitor",
    "note": "a personal note",
    "message": "messages",
    "library": "books to borrow",
    "joint_activity": "join in the class",
    "evening": "an evening with other families",
    "exchange": "ask and tell by the app",
    "sitting": "a sitting of the committee",
    "hub": "the parents' meeting place",
}
# Which changes are worth a sentence: column, least change since it was last told, words, the rule, how a value is said.
TOLD = (
    ("information", 0.08, "what it knows of its child at school", "information", "known_after_contact", ".0%"),
    ("trust", 0.04, "its trust in the teacher", "trust", "trust_after_contact", ".0%"),
    ("effort", 0.08, "its time of practice, an ordinary family having 1,", "effort", "effort_after_a_week", ".2f"),
    ("quality", 0.08, "the quality of practice, in SD,", "home_practice", "quality_after_a_week", ".2f"),
)


def story(scenario, seed, row):
    """Who the family is, and its weeks: [{week, sentences: [{text, rule}]}]."""
    if row >= scenario.families:
        raise sim.ScenarioError(f"There is no family {row + 1}: the run has {scenario.families}.")
    life = sim.Life(scenario, seed, settled(scenario, seed).copied(), "strategy")
    told, weeks = _now(life.world, row), []
    for week in range(1, scenario.weeks + 1):
        life.live_to(week)
        sentences = [*_contacts(life.world, row), *_changes(life.world, row, told)]
        if sentences:
            weeks.append({"week": week, "sentences": sentences})
    return {"who": _who(life.world, row), "weeks": weeks, "end": _now(life.world, row)}


def _who(world, row):
    f = world.tables.families[row]
    language = ("", " and speaks another language beside the school's", " and speaks another language at home")
    fifth = "rich and poor" if f.fifth > 4 else FIFTHS[f.fifth]
    return (
        f"Family {row + 1}, class {f.room + 1}, {fifth} fifth: {ADULTS[int(f.two_parents)]}, the first "
        f"{HOURS[int(f.work)]}{language[int(f.language)]}. It holds itself responsible for {f.role_at_start:.0%} of its "
        "child's education."
    )


def _now(world, row):
    f = world.tables.families[row]
    values = {"information": f.information, "trust": f.trust, "effort": f.effort, "quality": f.quality.mean()}
    return {name: float(value) for name, value in values.items()}


def _contacts(world, row):
    """What it was asked to and whether it came; what was promised and cancelled."""
    now = world.tables.week[row]
    asked, came = int(now.asked_now), int(now.came_now)
    for k, name in enumerate(sim.CHANNELS):
        if asked >> k & 1:
            yield sentence(_answered(name, came >> k & 1), "taking_part", "chance_of_taking_up")
    if now.cancelled:
        yield sentence(f"A promise was cancelled ({int(now.cancelled)}).", "trust", "trust_after_a_cancelled_promise")


def _answered(name, came):
    said = SAID.get(name, name.replace("_", " "))
    if name == "message":
        return "Was sent messages, and read some." if came else "Was sent messages, and read none."
    if name == "note":
        return "Was sent a personal note, and read it." if came else "Was sent a personal note, and did not read it."
    if name.endswith("visit"):
        return f"Was offered {said}, and took it." if came else f"Was offered {said}, and did not take it."
    return f"Was asked to {said}, and {'came' if came else 'did not come'}."


def _changes(world, row, told):
    """What has moved enough since it was last told."""
    now = _now(world, row)
    for name, least, words, file, rule, form in TOLD:
        if abs(now[name] - told[name]) >= least:
            way = "rose" if now[name] > told[name] else "fell"
            yield sentence(
                f"{words[0].upper()}{words[1:]} {way} from {told[name]:{form}} to {now[name]:{form}}.", file, rule
            )
            told[name] = now[name]


def sentence(text, file, rule):
    return {"text": text, "rule": _rule(file, rule)}


@cache
def _rule(file, name):
    """What a rule says of itself, and where it stands; nothing where it is no longer there."""
    path = RULES / f"{file}.py"
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.exists() else ast.Module([], [])
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            says = " ".join((ast.get_docstring(node) or "").split())
            return {"says": says, "where": f"sim/rules/{file}.py:{node.lineno} {name}"}
    return None
