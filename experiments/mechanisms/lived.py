"""Each mechanism off, against all on: the same families and the same luck (§9 of the model's guide)."""

import math
from concurrent.futures import as_completed
from dataclasses import dataclass

import numpy as np

import sim
from experiments.study.workers import Workers

SEEDS = 20  # about a minute on two cores; --seeds for narrower intervals
FAMILIES, WEEKS = 300, 52
TINY = 1e-12


@dataclass(frozen=True)
class Row:
    """One mechanism and one outcome: what having it does, in SD, and whether that is what the paper says."""

    section: str
    mechanism: str
    outcome: str
    difference_sd: float
    low: float | None
    high: float | None
    expected: str
    as_expected: bool
    setting: dict

    @property
    def verdict(self):
        """As the paper has it, the other way, or an interval that leaves the sign open."""
        if self.as_expected:
            return "as expected"
        told = self.low is not None and (self.low > 0 or self.high < 0)
        return "the other way" if told else "cannot be told"


def everything():
    """The widest strategy there is: the shipped one, or each intervention at its ordinary dose."""
    return "everything" if "everything" in sim.list_configs("strategies") else {name: {} for name in sim.INTERVENTIONS}


def mechanisms(place="us_preschool", seeds=SEEDS, only=None, progress=lambda done: None, workers=None):
    """A Row for each outcome that each mechanism (or each of `only`) is expected to move, in the order of the paper."""
    chosen = _chosen(only)
    scenarios = _scenarios(place, chosen)
    names = list(dict.fromkeys(outcome for one in chosen for outcome, _ in one.moves))
    found = _all_lived(scenarios, seeds, names, progress, workers or Workers())
    return [
        _row(one, outcome, sign, found, seeds, names.index(outcome)) for one in chosen for outcome, sign in one.moves
    ]


def _all_lived(scenarios, seeds, names, progress, workers):
    """(what is lived, seed): the moments of its outcomes. The first is lived here, so that the model is compiled once."""
    lives = [(key, seed) for key in scenarios for seed in range(1, seeds + 1)]
    found = {lives[0]: _live(scenarios[lives[0][0]], lives[0][1], names)}
    progress(1)
    with workers as pool:
        waiting = {pool.submit(_live, scenarios[key], seed, names): (key, seed) for key, seed in lives[1:]}
        for future in as_completed(waiting):
            found[waiting[future]] = future.result()
            progress(len(found))
    return found


def how_many_lives(seeds=SEEDS, only=None):
    """Runs that mechanisms() takes."""
    return seeds * len(_scenarios("us_preschool", _chosen(only)))


def _chosen(only):
    for name in only or ():
        if name not in sim.MECHANISMS:
            raise sim.unknown("mechanism", name, sim.MECHANISMS, "sim/mechanisms/")
    return [one for name, one in sim.MECHANISMS.items() if not only or name in only]


def _scenarios(place, chosen):
    """What is lived: each mechanism off, and for each setting all of them on. Wrong names are refused here."""
    base = {"place": place, "families": FAMILIES, "weeks": WEEKS, "strategy": everything()}
    found = {}
    for one in chosen:
        setting = _merged(base, one.setting)
        found.setdefault(_on(one), setting)
        found[one.name] = setting | {"without": [one.name]}
    for said in found.values():
        sim.read_scenario(said)
    return found


def _on(mechanism):
    return "all on" + (f" {mechanism.setting}" if mechanism.setting else "")


def _merged(base, setting):
    """Keys of the setting laid over the base, parts of a place key by key."""
    both = {key: base[key] | value for key, value in setting.items() if isinstance(base.get(key), dict)}
    return base | setting | both


def _live(said, seed, names):
    """Mean and mean square of each outcome over families; for what is one value a place, that value and its square."""
    world = sim.simulate(said, seed).measured
    values = [np.atleast_1d(sim.OUTCOMES[name](world, sim.OUTCOMES[name].observers[0])) for name in names]
    return np.array([(v.mean(), (v * v).mean()) for v in values])


def _row(mechanism, outcome, sign, found, seeds, k):
    """The paired difference over seeds, in SD of the outcome over all families (or places) of both sides."""
    on, off = (np.array([found[key, s][k] for s in range(1, seeds + 1)]) for key in (_on(mechanism), mechanism.name))
    both = np.concatenate([on, off])
    sd = math.sqrt(max(0.0, both[:, 1].mean() - both[:, 0].mean() ** 2))
    differences = (on[:, 0] - off[:, 0]) / sd if sd > TINY else np.zeros(seeds)
    middle, half = float(differences.mean()), _half(differences)
    low, high = (None, None) if half is None else (middle - half, middle + half)
    right = middle * sim.MECHANISMS[mechanism.name].expected(outcome) > 0.0
    told = half is not None and abs(middle) > half
    what = (
        mechanism.section,
        mechanism.name,
        outcome,
        middle,
        low,
        high,
        sign,
        bool(right and told),
        mechanism.setting,
    )
    return Row(*what)


def _half(differences):
    """Half of the 95% interval of the mean (Student's t); None for a single seed."""
    from scipy.special import stdtrit

    n = differences.size
    return float(stdtrit(n - 1, 0.975) * differences.std(ddof=1) / math.sqrt(n)) if n > 1 else None
