"""Indices that are known by algebra come out of the whole path: design, runs, store, analysis."""

import numpy as np
import pytest

import sim
from experiments.study.design import points_of, problem_of
from experiments.study.folder import Study
from experiments.study.indices import MOST_FOR_DELTA, Sample, elementary_effects, indices
from experiments.study.known import FUNCTIONS, experiment_on, known_indices
from experiments.study.sensitivity import analyse, joined, refuse_what_cannot_be_analysed
from experiments.study.workers import Workers


def analysed(name, folder, points=256, replicates=1, noise=0.0, **design):
    experiment = experiment_on(name, {"kind": "sobol", "points": points, "seed": 3} | design, replicates, noise)
    study = Study(experiment, folder)
    study.run(Workers("serial"), 0.0001)
    return analyse(study)


def of(table, measure):
    return table[table.measure == measure].reset_index(drop=True)


@pytest.mark.parametrize("name", ["ishigami", "sobol_g"])
@pytest.mark.parametrize(("replicates", "noise"), [(1, 0.0), (4, 0.3)])
def test_known_indices_lie_within_their_intervals(name, replicates, noise, tmp_path):
    findings = analysed(name, tmp_path, replicates=replicates, noise=noise)
    for measure, known in zip(("S1", "ST"), known_indices(name), strict=True):
        rows = of(findings.table, measure)
        inside = (rows.low <= known) & (known <= rows.high)
        assert inside.mean() >= 0.75 and (abs(rows.value - known) < 0.15).all()


def test_noise_is_not_taken_for_an_effect(tmp_path):
    total = of(analysed("sobol_g", tmp_path, replicates=4, noise=0.5).table, "ST")
    assert (total.low[4:] <= 0.01).all()


def test_the_luck_in_single_runs_is_told(tmp_path):
    verdict = analysed("ishigami", tmp_path, replicates=4, noise=3.0).verdicts[0]
    assert verdict["share_of_luck"] == pytest.approx(9 / (9 + 13.84), abs=0.05)


def test_pairs_and_the_methods_side_by_side(tmp_path):
    table = analysed("ishigami", tmp_path, second=True).table
    pairs = of(table, "S2").set_index("parameter")
    assert pairs.value["x1 × x3"] == pytest.approx(0.244, abs=0.15) and pairs.value.idxmax() == "x1 × x3"
    both = joined(table).set_index("parameter")
    assert both.loc["x2", "rank_sobol"] in (1, 2) and {"rank_pawn", "rank_delta"} <= set(both.columns)


def test_morris_is_what_salib_says(tmp_path):
    from SALib.analyze import morris

    experiment = experiment_on("sobol_g", {"kind": "morris", "points": 10, "seed": 1})
    points = points_of(experiment)
    y = np.array([experiment.subject.live(values, "as_it_is", 1) for values in points])
    sample = Sample(problem_of(experiment), points.shares, points.block, "morris")
    blocks, shares, _ = sample.whole_blocks(y)
    mine = {one.measure: one.value for one in indices(sample, blocks, shares)}
    theirs = morris.analyze(problem_of(experiment), points.shares, y[:, 0])
    for measure in ("mu", "mu_star", "sigma"):
        np.testing.assert_allclose(mine[measure], np.asarray(theirs[measure]), rtol=1e-10)
    assert elementary_effects(blocks, shares, experiment.axes and [a.name for a in experiment.axes]).shape == (10, 8, 1)


def test_blocks_with_a_failed_run_are_dropped_whole_and_counted():
    experiment = experiment_on("ishigami", {"kind": "sobol", "points": 16})
    points = points_of(experiment)
    y = np.array([experiment.subject.live(values, "as_it_is", 1) for values in points])
    y[7] = np.nan
    blocks, shares, dropped = Sample(problem_of(experiment), points.shares, points.block, "sobol").whole_blocks(y)
    assert dropped == 1 and len(blocks) == len(shares) == 15 and np.isfinite(blocks).all()


def test_few_points_are_not_called_settled_and_many_are(tmp_path):
    few, many = (analysed("sobol_g", tmp_path / str(n), points=n).verdicts[0] for n in (16, 1024))
    assert not few["settled"] and "--points 32" in few["verdict"]
    assert many["settled"] and many["matter"][:2] == ["x1", "x2"]


def test_what_does_no_more_than_nothing_in_so_few_points_is_not_said_to_matter(tmp_path):
    found = analysed("sobol_g", tmp_path, points=64, kind="latin")
    pawn = of(found.table, "median").set_index("parameter")
    idle = [name for name in pawn.index if pawn.value[name] <= pawn.high["dummy"] and name != "dummy"]
    assert idle and (pawn.low[idle] > 0.0).any()  # PAWN is never nought
    assert found.verdicts[0]["matter"] and not set(idle) & set(found.verdicts[0]["matter"])


def test_a_grid_has_no_indices():
    with pytest.raises(sim.ScenarioError, match="famschool sweep draws it"):
        refuse_what_cannot_be_analysed(experiment_on("ishigami", {"kind": "grid"}))


def test_too_few_points_are_refused_before_anything_is_run():
    with pytest.raises(sim.ScenarioError, match="needs at least 8"):
        refuse_what_cannot_be_analysed(experiment_on("ishigami", {"kind": "morris", "points": 4}))


def test_a_latin_design_needs_enough_points_for_distributions():
    with pytest.raises(sim.ScenarioError, match="points = 39: sensitivity needs at least 40"):
        refuse_what_cannot_be_analysed(experiment_on("ishigami", {"kind": "latin", "points": 39}))
    refuse_what_cannot_be_analysed(experiment_on("ishigami", {"kind": "latin", "points": 40}))


def test_what_is_the_same_at_every_point_is_moved_by_nothing(monkeypatch, tmp_path):
    monkeypatch.setitem(FUNCTIONS, "sobol_g", (lambda x: 0.0, 8, 0.0, 1.0))
    found = analysed("sobol_g", tmp_path, points=64, kind="latin")
    assert (found.table.value == 0.0).all() and set(found.table.method) == {"pawn"}
    assert found.settled and "the same at every point" in found.verdicts[0]["verdict"]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "noise"), [("ishigami", 0.0), ("ishigami", 1.0), ("sobol_g", 0.0), ("sobol_g", 0.2)])
def test_intervals_cover_as_often_as_they_say(name, noise):
    """Over 100 seeds, S1 and ST of all parameters: 90 to 99 in a hundred of the 95% intervals hold the known index."""
    covered = []
    for seed in range(1, 101):
        experiment = experiment_on(name, {"kind": "sobol", "points": 512, "seed": seed}, 5 if noise else 1, noise)
        points = points_of(experiment)
        seeds = range(1, experiment.replicates + 1)
        y = np.array([[experiment.subject.live(values, "as_it_is", s)[0] for s in seeds] for values in points])
        sample = Sample(problem_of(experiment), points.shares, points.block, "sobol")
        found = indices(sample, *sample.whole_blocks(y)[:2], 60)
        for known in known_indices(name):
            one = next(found)
            covered.append((one.low <= known) & (known <= one.high))
    assert 0.90 <= np.mean(covered) <= 0.99


def test_an_outcome_that_hardly_ever_differs_has_no_delta_and_breaks_nothing():
    """Among the points that delta looks at nothing differs, so there is no density of which it could be made."""
    experiment = experiment_on("ishigami", {"kind": "latin", "points": 300})
    sample = Sample(problem_of(experiment), points_of(experiment).shares, 1, "latin")
    rare = (np.arange(300) >= MOST_FOR_DELTA).astype(float)
    found = indices(sample, rare[:, None, None], sample.shares[:, None, :])
    assert [one.method for one in found] == ["pawn"]
