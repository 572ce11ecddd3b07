"""The model in the hands of SALib and the EMA Workbench."""

import numpy as np
import pytest

import experiments
import sim
from tests.experiments.study.asked import asked

ASKED = asked(uncertainties={"Trust.slowness": [0.1, 0.4], "Effort.habit": [0.2, 0.8]}, design="latin", replicates=1)


def test_salib_samples_evaluates_and_analyses():
    from SALib import ProblemSpec

    spec = ProblemSpec(experiments.salib_problem(ASKED))
    spec.sample_sobol(4, seed=1).evaluate(experiments.evaluate, ASKED).analyze_sobol()
    assert spec.results.shape == (4 * 6, 2) and len(spec.to_df()) == 2
    at = dict(zip(spec["names"], spec.samples[0].tolist(), strict=True))
    scenario = {key: ASKED[key] for key in ("place", "families", "weeks")} | {
        "strategy": "messages_three",
        "numbers": at,
    }
    run = sim.simulate(scenario, 1).outcomes.set_index(["outcome", "observer", "group"]).value
    assert spec.results[0, 0] == pytest.approx(run["language", "true", "all"], abs=1e-12)


def test_a_row_of_the_wrong_length_or_words_are_refused():
    with pytest.raises(sim.ScenarioError, match="2 vary"):
        experiments.evaluate(np.zeros((1, 3)), ASKED)
    with pytest.raises(sim.ScenarioError, match="values to choose from"):
        experiments.salib_problem(ASKED | {"levers": {"messages.for_whom": ["all", "ses_1"]}})
    with pytest.raises(sim.ScenarioError, match="Did you mean 'messages_three'"):
        experiments.evaluate(np.array([[0.2, 0.5]]), ASKED, "messages_tree")


@pytest.mark.slow
def test_the_ema_workbench_runs_it():
    ema = pytest.importorskip("ema_workbench")
    model = experiments.to_ema(ASKED | {"levers": {"messages.for_whom": ["all", "ses_1"]}})
    table, outcomes = ema.perform_experiments(model, scenarios=3, policies=2, evaluator=ema.SequentialEvaluator(model))
    assert len(table) == 6 and {"Trust_slowness", "Effort_habit", "strategy", "messages_for_whom"} <= set(table.columns)
    assert np.isfinite(outcomes["language"]).all() and len(outcomes["teacher_hours"]) == 6
