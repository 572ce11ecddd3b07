"""What can be run but may not be what was meant: said beside the result of a trial, never in its place."""

from dataclasses import replace

import sim
from experiments.counted import counted
from experiments.evidence import evidence
from experiments.never_happens import of_doing
from experiments.store import content_of
from experiments.trial.read import of_the_place, rated_by_teachers

DRAWN = ("family", "class", "preschool")  # from the smallest
FEW = 10  # families of a group in an arm
FEWEST_REPLICATES = 40  # of which one lies outside 95 in 100 on either side
COUNTED = ("sessions", "every_weeks")  # doses that are whole


def notes_of(trial):
    """Sentences on arms, doses and evidence that a reader of the result should know; mostly none."""
    said = [note for arm in trial.arms for note in _of_arm(arm, trial)]
    if trial.weeks > trial.ends:
        said.append(f"The programme ends with its last school week, {trial.ends}; `weeks_after` counts from there.")
    return said + list(dict.fromkeys(note for measure in trial.measures for note in _of_measure(measure, trial)))


def notes_of_found(rows, replicates):
    """Sentences on what was found that hold for the numbers themselves."""
    for row in rows:
        if row["families"] and row["families"] < FEW:
            group = "" if row["among"] == "all" else f" among {row['among']}"
            yield (
                f"{row['outcome']}{group}: {counted(round(row['families']), 'family', 'families')} in arm '{row['arm']}'. "
                "The SD of so few is not to be relied on, and low and high least of all."
            )
    if replicates < FEWEST_REPLICATES:
        taken = counted(replicates, "replicate")
        yield f"low and high are taken from {taken}; {FEWEST_REPLICATES} or more say how far luck reaches."


def _of_arm(arm, trial):
    doings = [doing for doing in arm.strategy.doings if doing.name != "routine"]
    if doings and arm.attends == 0.0:
        yield f"Arm '{arm.name}': no child comes to preschool, so that what needs one there reaches no family of it."
    rated = [m.outcome for m in trial.measures if rated_by_teachers(m) and m.week <= trial.ends]
    if rated and 0.0 < arm.attends < 1.0:
        yield f"Arm '{arm.name}': teachers rate {', '.join(dict.fromkeys(rated))} of those of its children who come to preschool."
    if arm is not trial.arms[trial.control] and _does(arm) == _does(trial.arms[trial.control]):
        yield f"Arm '{arm.name}' does the same as '{trial.arms[trial.control].name}'."
    for doing in doings:
        if not trial.worlds_apart and DRAWN.index(trial.assign) < DRAWN.index(doing.shared_by):
            yield _shared(arm, doing, trial)
        yield from _of_doses(arm, doing)
        never = of_doing(doing, 1, trial.ends, trial.ends, "the programme", trial.place)
        yield from (f"Arm '{arm.name}': {said}" for said in never)


def _does(arm):
    """What can make an arm differ from another."""
    doings, *conditions = content_of(replace(arm.conditions, strategy=arm.strategy))
    return sorted(doings), conditions, arm.attends


def _shared(arm, doing, trial):
    """What is done for whole classes or preschools, while arms share these."""
    whole = {"class": "classes", "preschool": "preschools"}
    return (
        f"Arm '{arm.name}': {doing.name} is for whole {whole[doing.shared_by]}, but by `assign: {trial.assign}` the arms share "
        f"them: each gets a part of it, and families of all arms have that. `assign: {doing.shared_by}` keeps it apart."
    )


def _of_doses(arm, doing):
    """Doses outside what is plausible, and parts of what is counted in wholes."""
    for name, declared in doing.Dose.declared.items():
        value = getattr(doing.dose, name)
        if not declared.low <= value <= declared.high:
            plausible = f"plausible is {declared.low:g} to {declared.high:g}"
            yield f"Arm '{arm.name}': {doing.name}.{name} = {value:g}; {plausible} ({declared.source})."
        if name in COUNTED and value != round(value):
            yield f"Arm '{arm.name}': {doing.name}.{name} = {value:g} is taken as {round(value)}."


def _of_measure(measure, trial):
    if measure.evidence is not None and measure.evidence not in evidence():
        yield f"{measure.evidence} is no row of configs/evidence.csv: what was published is known only if it is written out."
    known = sim.OUTCOMES[measure.outcome].observers if measure.outcome in sim.OUTCOMES else ("true",)
    if measure.observer not in known:
        yield f"{measure.outcome} is taken as it is: how it looks to a {measure.observer} is not in the model."
    if of_the_place(measure):
        yield from _of_place_measure(measure, trial)


def _of_place_measure(measure, trial):
    """What is measured on a place is that of all who live in it."""
    if measure.among != "all":
        yield f"{measure.outcome} is one value for the place: `among: {measure.among}` is not looked at."
    if trial.recruit == "volunteers" or trial.poorest < 1.0:
        who = "that did not sign up" if trial.recruit == "volunteers" else "that are better off"
        yield f"{measure.outcome} is that of the whole place, in which families live, too, {who}."
