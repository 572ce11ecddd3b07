"""Every target under every member of the ensemble, beside what was published."""

import numpy as np

import sim
from experiments.posterior import members
from experiments.targets import CAUSAL, simulated, targets, trials
from experiments.threads import in_threads

FAMILIES = 120  # a trial; each family is measured in every arm, so that little luck is left
WITHOUT_ENSEMBLE = 12  # seeds, before there is one


def validated(how_many=None, numbers="posterior", progress=lambda done: None):
    """A row a target, misses first: published interval, centre and 95% of the ensemble, whether it is met, and why not."""
    ensemble = members() if numbers == "posterior" else ()
    jobs = how_many or (len(ensemble) or WITHOUT_ENSEMBLE)
    asked = [(ensemble[k % len(ensemble)] if ensemble else {}, k + 1, FAMILIES) for k in range(jobs)]
    found = np.array(in_threads(simulated, asked, progress), float)
    rows = [_row(target, found[:, k]) for k, target in enumerate(targets())]
    return sorted(rows, key=lambda row: (not row["causal"], row["met"], row["name"]))


def _row(target, values):
    values = values[np.isfinite(values)]
    low, high = np.quantile(values, [0.025, 0.975])
    centre = float(np.median(values))
    met = bool(target.low <= centre <= target.high)
    return {
        "name": target.name,
        "evidence": target.evidence,
        "trial": target.trial,
        "unit": target.unit,
        "mechanism": _mechanism(target.trial),
        "published": target.value,
        "published_low": target.low,
        "published_high": target.high,
        "rule": target.rule,
        "simulated": centre,
        "low": float(low),
        "high": float(high),
        "met": met,
        "causal": target.role != "put in" and target.evidence[0] in CAUSAL,
        "role": target.role,
        "why": "" if met else why_missed().get(target.name, "no reason found yet"),
    }


def _mechanism(name):
    """What the arms of a trial do that not all of them do alike."""
    arms = trials()[name].arms
    settings = [dict(arm.strategy.settings) for arm in arms]
    everything = {doing for one in settings for doing in one}
    differ = [d for d in sorted(everything) if any(one.get(d) != settings[0].get(d) for one in settings)]
    return ", ".join(differ).replace("_", " ") or "preschool"


def why_missed():
    """A sentence for each miss."""
    return _said("why_missed")


def not_tried():
    """Rows of the evidence that no trial or pattern here expresses, and why."""
    return _said("not_tried")


def _said(kind):
    return sim.read_yaml(sim.PACKAGED / "evidence.yaml").data[kind]
