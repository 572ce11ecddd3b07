"""The reference in a process of its own, where rules are plain Python: `python -m experiments.bench.mesa_process FILE`."""

import json
import pickle
import random
import sys
from pathlib import Path

import sim
from experiments.bench.clock import now
from experiments.bench.mesa_reference import ReferenceSchool
from sim.run import Life
from sim.week import answer, grow, plan, spread


def _draw_as_mesa_does():
    """Python's own generator in place of the project's luck: what a Mesa model would use, and faster in plain Python."""
    draw = random.random
    for module in (answer, plan, spread):
        module.life = lambda seed, who: 0
        module.luck = lambda mine, ask, occasion: draw()
    grow.life = lambda seed, who: 0
    grow.six_noises = lambda mine, ask, occasion: [(draw() - 0.5) * 3.4641016151377544 for _ in range(6)]


def lived(world, scenario, seed):
    """The agents' weeks, and the seconds they took, terms' planning apart."""
    life = Life(scenario, seed, world, "strategy")
    model, seconds = ReferenceSchool(life, seed), 0.0
    for week in range(1, scenario.weeks + 1):
        if week in life._ends:
            model.open_term(week)
        began = now()
        model.step()
        seconds += now() - began
    model.write_tables()
    return seconds


def main():
    asked = pickle.loads(Path(sys.argv[1]).read_bytes())
    scenario = sim.read_scenario(asked["scenario"])
    if asked["timed"]:
        random.seed(asked["seed"])
        _draw_as_mesa_does()
    seconds = lived(asked["world"], scenario, asked["seed"])
    print(json.dumps({"seconds": seconds, "outcomes": [row[:4] for row in sim.measure(asked["world"])]}))


if __name__ == "__main__":
    main()
