"""Carry an experiment out: say what comes, run it, add replicates until it is precise enough, say what is kept."""

import shutil
from contextlib import contextmanager

import sim
from experiments.counted import counted
from experiments.stopping import terminated_is_ctrl_c
from experiments.study.cases import WHOLE
from experiments.study.parts import DiskFailed
from experiments.study.precision import error_of, refuse_precision_of_a_part
from experiments.study.runner import StoppedByError
from experiments.study.workers import Workers

ASKS_ABOVE, A_MINUTE = 3600, 60  # seconds
MANY = 20_000  # runs, of which to know whether they are there takes a quarter of a minute on a slow machine
MOST_REPLICATES = 2000  # that --precision may come to


class Stopped(Exception):
    """The work ended before all was done; what is done is kept."""

    def __init__(self, message, code):
        super().__init__(message)
        self.code = code


def carry_out(study, workers=None, precision=None, say=print, agree=lambda words: True, bar=None, report=None):
    """Run a study; returns it when all is there, or None where other parts are still missing. Errors: Stopped.

    `report`: the Report that follows, whose time is foretold, too.
    """
    workers = workers or Workers()
    refuse_precision_of_a_part(precision, study.part)
    while True:
        whole = _once(study, workers, say, agree, bar, report)
        if not whole or precision is None:
            return study if whole else None
        if _precise(study, precision, say):
            return study
        more = min(2 * max(study.experiment.replicates, 2), MOST_REPLICATES)
        study = type(study)(study.experiment.but(replicates=more), study.folder, report=study.report)


def _once(study, workers, say, agree, bar, report):
    workers.find()
    if len(study.plan) > MANY:
        say(f"Looking which of {len(study.plan):,} runs are there already …")
    estimate = study.estimate(workers.count)
    for line in what_comes(study, estimate, workers.count, report):
        say(line)
    _room(study, estimate)
    _agreed(estimate.seconds, seconds_after(study, estimate, report), agree)
    with kept(study), _bar(bar, estimate) as step:
        whole = study.run(workers, estimate.seconds_a_run, step)
    if study.parts.damaged:
        say(f"{len(study.parts.damaged)} damaged part(s) of the results were found by checksum and run again.")
    if not whole and study.part == WHOLE:
        raise Stopped(
            f"Runs are missing at the end: the model was changed while it ran, or another process took them away. "
            f"What was done is kept. Go on with: famschool resume {study.folder}",
            3,
        )
    if not whole:
        say(f"This part is done. When all parts are: famschool resume {study.folder}")
    return whole


def _agreed(running, after, agree):
    """Long work is asked about: runs and report together, in seconds. Errors: ScenarioError where it is not wanted."""
    if running + after <= ASKS_ABOVE:
        return
    takes = in_words(running + after) + (f" ({in_words(after)} of it for the report)" if after >= A_MINUTE else "")
    if not agree(f"This takes {takes}. Go on?"):
        raise sim.ScenarioError(f"It would take {takes}; add --yes to run it all the same.")


def seconds_after(study, estimate, report):
    """Seconds that the report takes when all is run; a part of a shared experiment has none."""
    return report.seconds(study.experiment, estimate.seconds_a_run) if report and study.part == WHOLE else 0.0


def what_comes(study, estimate, workers, report=None):
    """What will be run, in lines, and how long its report takes when all is run, in this process."""
    one, design = study.experiment, study.experiment.design["kind"]
    points = len(study.plan.design_ids())
    yield (
        f"{counted(estimate.runs, 'run')}: {counted(points, 'point')} ({design.replace('_', ' ')}) × "
        f"{counted(one.replicates, 'seed')} × "
        f"{counted(len(one.strategies), 'strategy', 'strategies')}"
        + (f", {estimate.there:,} of them there already." if estimate.there else ".")
    )
    if estimate.runs > estimate.there:
        yield (
            f"About {in_words(estimate.seconds)} on {counted(workers, 'worker')}, "
            f"{estimate.bytes / 1e6:,.0f} MB at most, in {study.folder}."
        )
        if after := seconds_after(study, estimate, report):
            yield f"The report then takes about {in_words(after)} more."


def in_words(seconds):
    """A time as people say it."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min" if seconds < 5400 else f"{seconds / 3600:.1f} hours"


def _room(study, estimate):
    free = shutil.disk_usage(study.folder).free
    if estimate.bytes > free:
        raise sim.ScenarioError(
            f"The results need up to {estimate.bytes / 1e9:.1f} GB, '{study.folder}' has {free / 1e9:.1f} GB free. "
            f"Look at fewer outcomes, take fewer replicates, or name another folder with --out."
        )


def _precise(study, wanted, say):
    error, target = error_of(study)
    replicates, words = study.experiment.replicates, f"the largest error of the mean is {error:.3g} ({target})"
    if error <= wanted:
        say(f"{counted(replicates, 'replicate')} {'was' if replicates == 1 else 'were'} enough: {words}.")
        return True
    if replicates >= MOST_REPLICATES:
        say(f"{replicates} replicates are the most that are taken: {words}, above the {wanted:g} asked for.")
        return True
    say(f"After {counted(replicates, 'replicate')} {words}; more are added.")
    return False


@contextmanager
def kept(study):
    """Whatever ends the work early is said with what is kept and the line that resumes."""
    resume = f"Go on with: famschool resume {study.folder}"
    try:
        with terminated_is_ctrl_c():
            yield
    except KeyboardInterrupt:
        raise Stopped(f"Stopped; what was done is kept. {resume}", 130) from None
    except OSError as error:
        why = error.args[1] if isinstance(error, DiskFailed) else error
        raise Stopped(f"{why}. What was done is kept. {resume}", 3) from None
    except StoppedByError as error:
        raise Stopped(f"A case failed, and on_error is stop: {error}. What was done is kept. {resume}", 1) from None


@contextmanager
def _bar(bar, estimate):
    if bar is None or estimate.runs == estimate.there:
        yield lambda lived: None
        return
    done = estimate.there
    with bar(estimate.runs, done) as show:

        def step(lived):
            nonlocal done
            done += len(lived.ids) + lived.failed
            show(done)

        yield step
