"""A trial over its replicates, spread over the fitted ensemble and over the cores there are."""

import sim
from experiments.posterior import members
from experiments.threads import in_threads
from experiments.trial.analyse import summary
from experiments.trial.enough import families_asked, refuse_too_few
from experiments.trial.live import live_once
from experiments.trial.notes import notes_of, notes_of_found
from experiments.trial.read import read_trial, small

MEMBERS_APART = 80  # members of the ensemble whose means are found with every family measured in each arm
FAMILIES_APART = 200
MOST_DEALT = (
    200_000  # families that are dealt before any is lived, a second's work; where many are dealt no arm is empty
)


def run_trial(trial, replicates=None, numbers="posterior", progress=lambda done: None):
    """{"trial", "name", "numbers", "measures": […], "notes"}, as `famschool trial --json` prints it.

    `numbers`: posterior, or default.
    """
    trial = read_trial(trial)
    jobs = _jobs(trial, replicates, numbers)
    _can_be_dealt(jobs)
    lives = in_threads(live_once, jobs, progress)
    alone = [found for job, found in zip(jobs, lives, strict=True) if not job[3]]
    apart = [found for job, found in zip(jobs, lives, strict=True) if job[3]]
    rows = summary(trial, alone, apart)
    notes = [*notes_of(trial), *dict.fromkeys(notes_of_found(rows, len(alone)))]
    return {"trial": trial.title, "name": trial.name, "numbers": numbers, "measures": rows, "notes": notes}


def refuse_what_cannot_be_run(trial):
    """Errors: ScenarioError for a trial in which families cannot be dealt to all arms, before anybody is lived."""
    _can_be_dealt(_jobs(trial, None, "posterior"))


def _can_be_dealt(jobs):
    for of_a_kind in ([job for job in jobs if job[3] is paired] for paired in (False, True)):
        for trial, seed, numbers, _ in of_a_kind[: _how_many_dealt(of_a_kind)]:
            refuse_too_few(trial, seed, numbers)


def _how_many_dealt(jobs):
    return max(1, MOST_DEALT // families_asked(jobs[0][0])) if jobs else 0


def how_many_lives(trial, replicates=None, numbers="posterior"):
    """How many worlds a trial asks for."""
    return len(_jobs(trial, replicates, numbers))


def _jobs(trial, replicates, numbers):
    """The replicates, and beside them members of the ensemble with every family measured in each arm."""
    ensemble = members() if numbers == "posterior" else ()
    jobs = [(trial, seed, _numbers(trial, ensemble, seed), False) for seed in _seeds(replicates or trial.replicates)]
    if not ensemble:
        return jobs
    few = small(trial, FAMILIES_APART)
    apart = min(len(ensemble), MEMBERS_APART, max(20, len(jobs)))
    return jobs + [(few, seed, _numbers(trial, ensemble, seed), True) for seed in _seeds(apart)]


def _seeds(how_many):
    return range(1, how_many + 1)


def _numbers(trial, ensemble, seed):
    """Each replicate takes one member in turn; what the file changes by hand holds over it."""
    member = ensemble[(seed - 1) % len(ensemble)] if ensemble else {}
    return sim.numbers_with(member | trial.numbers)
