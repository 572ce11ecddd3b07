"""What could go wrong: the most that each strategy can be regretted, and how often it is good enough."""

from experiments.decide.regret import satisficing

WORTHS = (100, 400, 1600)  # currency a month of language; a range, none is assumed
LEVELS = (0.25, 0.5, 1.0, 2.0)  # months of language


def regret_and_good_enough(choice):
    """One row a strategy (a pandas frame): largest regret a child at each worth, share of draws that reach each level."""
    import pandas as pd

    rows = pd.DataFrame({"strategy": choice.strategies})
    for worth in WORTHS:
        rows[f"most_regret_at_{worth}"] = choice.regrets(worth)
    for level in LEVELS:
        rows[f"at_least_{level:g}_months"] = satisficing(choice.effects, level)
    return rows
