"""Functions whose sensitivity indices are known exactly, to be asked as an experiment: the same path that families take."""

import hashlib
import time
from dataclasses import dataclass, field

import numpy as np

from experiments.study.axes import Axis
from experiments.study.experiment import Experiment
from experiments.study.families_lived import Target

G = (0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0)  # Saltelli et al. 2010: from decisive to nothing


def ishigami(x):
    """Ishigami & Homma 1990 with a = 7, b = 0.1, over -pi to pi."""
    return np.sin(x[0]) + 7.0 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])


def sobol_g(x):
    """Sobol' 1993, over 0 to 1."""
    return float(np.prod([(abs(4.0 * one - 2.0) + a) / (1.0 + a) for one, a in zip(x, G, strict=True)]))


FUNCTIONS = {"ishigami": (ishigami, 3, -np.pi, np.pi), "sobol_g": (sobol_g, len(G), 0.0, 1.0)}


def known_indices(name):
    """(S1, ST) as they are by algebra."""
    if name == "ishigami":
        a, b = 7.0, 0.1
        v1, v2 = 0.5 * (1 + b * np.pi**4 / 5) ** 2, a**2 / 8
        v13 = b**2 * np.pi**8 * (1 / 18 - 1 / 50)
        all_ = v1 + v2 + v13
        return np.array([v1, v2, 0.0]) / all_, np.array([v1 + v13, v2, v13]) / all_
    own = np.array([1 / (3 * (1 + a) ** 2) for a in G])
    all_ = np.prod(1 + own) - 1
    return own / all_, own * np.prod(1 + own) / (1 + own) / all_


@dataclass
class KnownFunction:
    """A function in the place of families; `noise` is the SD of luck, drawn by seed and point; `pause`, seconds a run."""

    name: str
    noise: float = 0.0
    pause: float = 0.0
    strategies: dict = field(default_factory=lambda: {"as_it_is": {}})

    def columns(self):
        return [f"{self.name}|true|all"]

    def meaning(self, name):
        return "1", FUNCTIONS[name][0].__doc__

    def said(self):
        return {"function": self.name, "noise": self.noise}

    def content(self, values, strategy):
        return {"set": values, "strategy": strategy}

    def live(self, values, strategy, seed):
        time.sleep(self.pause)
        x = list(values.values())
        value = FUNCTIONS[self.name][0](x)
        if self.noise:
            key = hashlib.sha256(repr((x, seed)).encode()).digest()[:8]
            value += self.noise * np.random.default_rng(int.from_bytes(key, "big")).standard_normal()
        return np.array([value])


class _Seen(Target):
    unit = "1"


def experiment_on(name, design, replicates=1, noise=0.0, pause=0.0, **more):
    """An experiment that asks a known function."""
    _, dimensions, low, high = FUNCTIONS[name]
    axes = tuple(Axis(f"x{k + 1}", "uncertainty", low, high, source="by definition") for k in range(dimensions))
    target = _Seen(name)
    return Experiment(
        name, "", KnownFunction(name, noise, pause), axes, {"seed": 1} | design, replicates, (target,), **more
    )
