"""Work of a minute in a process of its own: sliders of others stay quick, and a client that leaves ends it at once."""

import json
import os
from contextlib import suppress
from multiprocessing import get_context

import sim
from experiments.study.workers import begin_worker

BEAT = 0.5  # seconds between two lines, also while nothing is new: only who speaks notices that nobody listens
AWAY = 5.0  # seconds a killed process may take to be gone


def told(work, *given):
    """What `work(say, *given)` says, thing by thing as it comes, and None while it is silent; killed when closed.

    Errors: ScenarioError where the work said so.
    """
    ours, theirs = get_context("spawn").Pipe(duplex=False)
    process = get_context("spawn").Process(target=_begin, args=(theirs, work, given), daemon=True)
    process.start()
    theirs.close()
    try:
        yield from _heard(ours)
    finally:
        process.kill()
        process.join(AWAY)
        ours.close()


def as_lines(things):
    """Each thing said as a line of JSON, the last one again while nothing is new; a refusal is a line too."""
    last = {}
    try:
        for said in things:
            last = said or last
            yield line(**last)
    except sim.ScenarioError as error:
        yield line(refused=str(error))


def line(**said):
    """One line of an answer that is told as it comes."""
    return json.dumps(said) + "\n"


def _heard(ours):
    while True:
        if not ours.poll(BEAT):
            yield None
            continue
        try:
            kind, said = ours.recv()
        except EOFError:
            raise sim.ScenarioError("The work ended before it was done. Please try again.") from None
        if kind == "end":
            return
        if kind == "refused":
            raise sim.ScenarioError(said)
        yield said


def _begin(theirs, work, given):
    """The other process: gives way to those who move sliders, and ends with the server."""
    begin_worker()
    with suppress(AttributeError, OSError):
        os.nice(5)
    try:
        work(lambda said: theirs.send(("said", said)), *given)
        theirs.send(("end", None))
    except sim.ScenarioError as error:
        theirs.send(("refused", str(error)))
