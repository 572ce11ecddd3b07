"""What each intervention and each named strategy does, for whom, at what price: the table of README, made from runs.

`python -m experiments.effects_table` prints it; `--write` puts it between its markers in README.md.
"""

import sys
from pathlib import Path

import numpy as np

import sim

SEEDS, FAMILIES, PLACE = 20, 300, "us_preschool"
# What a reader of the table may care for, and by whom it is seen (practice at home as parents report it, as trials do).
# Effects are shown in SD of families under the routine.
WATCHED = {
    "language": "true",
    "numeracy": "true",
    "social": "true",
    "wellbeing": "true",
    "practice_time": "parent",
    "practice_quality": "parent",
    "information": "true",
    "contact_quality": "true",
    "trust": "parent",
    "agreement": "true",
    "school_participation": "true",
    "parents_known": "true",
}
PRICE = ("teacher_hours", "family_hours", "money")
GROUPS = {"poorest": "ses_1", "richest": "ses_5", "other language": "other_language"}
SHOWN, WORTH_SHOWING = 3, 0.02  # the three largest effects, from a fiftieth of an SD up
BEGIN, END = "<!-- begin: python -m experiments.effects_table -->", "<!-- end -->"
README = Path(__file__).resolve().parents[1] / "README.md"


def what_each_does(strategies, seeds=SEEDS, families=FAMILIES):
    """For each strategy (name: as in a scenario) and outcome, paired differences from the routine, one a seed.

    Values are {name: {(outcome, group): array}}; differences of WATCHED outcomes are in SD of families.
    """
    found = {name: [] for name in strategies}
    for seed in range(1, seeds + 1):
        start = sim.settle(_scenario("routine", families), seed)
        routine = _measured("routine", families, seed, start)
        spread = {name: float(np.std(sim.OUTCOMES[name](routine, observer))) for name, observer in WATCHED.items()}
        base = _values(routine)
        for name, strategy in strategies.items():
            treated = _values(_measured(strategy, families, seed, start))
            found[name].append({key: (treated[key] - base[key]) / spread.get(key[0], 1.0) for key in treated})
    return {name: {key: np.array([run[key] for run in runs]) for key in runs[0]} for name, runs in found.items()}


def _scenario(strategy, families):
    return sim.read_scenario({"place": PLACE, "families": families, "weeks": 52, "strategy": strategy})


def _measured(strategy, families, seed, start):
    return sim.live(_scenario(strategy, families), seed, start.copied()).measured


def _values(world):
    """Means of what is watched by group, and prices."""
    groups = {"all", *GROUPS.values()}
    return {
        (name, group): value
        for name, observer, group, value, _ in sim.measure(world)
        if (WATCHED.get(name) == observer and group in groups) or name in PRICE
    }


def row(name, found):
    """One line of the table: the largest effects with the 95% error of their means, for whom the first is, and prices."""
    effects = {outcome: found[outcome, "all"] for outcome in WATCHED}
    order = sorted(effects, key=lambda outcome: -abs(effects[outcome].mean()))
    largest = [outcome for outcome in order if abs(effects[outcome].mean()) >= WORTH_SHOWING][:SHOWN] or order[:1]
    moves = ", ".join(f"{_in_words(outcome)} {_with_error(effects[outcome])}" for outcome in largest)
    whom = ", ".join(f"{said} {found[largest[0], group].mean():+.2f}" for said, group in GROUPS.items())
    teachers, parents, dollars = (found[price, "all"].mean() for price in PRICE)
    language = _with_error(effects["language"])
    return f"| `{name}` | {moves} | {whom} | {language} | {_hours(teachers)} | {_hours(parents)} | {dollars:,.2f} |"


def _hours(hours):
    return f"{round(hours, 1) + 0.0:+.1f}"  # so that nothing is not written as -0.0


def _in_words(outcome):
    return outcome.replace("_", " ")


def _with_error(differences):
    from scipy.special import stdtrit

    n = differences.size
    error = stdtrit(n - 1, 0.975) * differences.std(ddof=1) / np.sqrt(n) if n > 1 else float("nan")
    return f"{differences.mean() + 0.0:+.3f} ± {error:.3f}".replace("± 0.", "± .")


def table(strategies, seeds=SEEDS, families=FAMILIES):
    """The table in markdown."""
    head = (
        "| | moves most | the first of these, for whom | language | teacher hours | family hours | USD |",
        "|---|---|---|---|---|---|---|",
    )
    return "\n".join(
        [*head, *(row(name, found) for name, found in what_each_does(strategies, seeds, families).items())]
    )


def of_interventions():
    """Every intervention alone, at its ordinary dose, funded."""
    return {name: {name: {}} for name in sorted(sim.INTERVENTIONS) if name != "routine"}


def of_strategies():
    """Every named strategy."""
    return {name: name for name in sorted(sim.list_configs("strategies"))}


def both_tables():
    return f"{table(of_interventions())}\n\nThe named strategies:\n\n{table(of_strategies())}"


def with_tables(page, tables, begin=BEGIN):
    """The page with the tables between their markers."""
    before, rest = page.split(begin)
    return f"{before}{begin}\n\n{tables}\n\n{END}{rest.split(END, 1)[1]}"


def main():
    tables = both_tables()
    print(tables)
    if "--write" in sys.argv[1:]:
        README.write_text(with_tables(README.read_text(encoding="utf-8"), tables), encoding="utf-8")


if __name__ == "__main__":
    main()
