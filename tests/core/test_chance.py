"""Draws are uniform, independent of one another in every direction, and the same in every process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import chisquare, kstest, norm

from sim.core.chance import Ask, chance, life, luck, normal_luck, normal_of, six_noises

ROOT = Path(__file__).parents[2]
DRAWS = 20_000
CLOSE = 4.5 / np.sqrt(DRAWS)  # a correlation beyond this happens by luck once in 150,000 times


def draws(seed=1, ask=Ask.TAKES_UP, who=7, occasion=3):
    """Many draws with one of the four running; the others held."""
    running = {"seed": seed, "ask": int(ask), "who": who, "occasion": occasion}
    each = (running | {name: i for name, value in running.items() if value is ... for i in [at]} for at in range(DRAWS))
    return np.array([chance(**one) for one in each])


def mine(seed, who):
    """A life as the compiled rules pass it on; called from Python, numba would hand it over as a signed number."""
    return np.uint64(life(seed, who))


AXES = ("seed", "who", "occasion")


@pytest.mark.parametrize("axis", AXES)
def test_draws_are_uniform(axis):
    u = draws(**{axis: ...})
    assert u.min() >= 0.0 and u.max() < 1.0
    assert kstest(u, "uniform").pvalue > 1e-3
    assert chisquare(np.histogram(u, 64, (0, 1))[0]).pvalue > 1e-3


@pytest.mark.parametrize("axis", AXES)
@pytest.mark.parametrize("lag", [1, 2, 64])
def test_neighbours_share_nothing(axis, lag):
    u = draws(**{axis: ...})
    assert abs(np.corrcoef(u[:-lag], u[lag:])[0, 1]) < CLOSE


@pytest.mark.parametrize("other", [{"seed": 2}, {"ask": Ask.ENROLS}, {"occasion": 4}])
def test_another_seed_question_or_occasion_is_another_mine(other):
    a, b = draws(who=...), draws(who=..., **other)
    assert abs(np.corrcoef(a, b)[0, 1]) < CLOSE
    together = np.histogram2d(a, b, 8, [(0, 1), (0, 1)])[0]
    assert chisquare(together.ravel()).pvalue > 1e-3


def test_no_two_questions_go_together():
    table = np.array([[luck(mine(5, who), int(ask), 1) for ask in Ask] for who in range(2_000)])
    apart = np.corrcoef(table.T)[~np.eye(len(Ask), dtype=bool)]
    assert np.abs(apart).max() < 5.0 / np.sqrt(2_000)


def test_no_draw_comes_twice():
    few = [chance(seed, int(ask), who, n) for seed in range(3) for ask in Ask for who in range(30) for n in range(30)]
    assert len(set(few)) == len(few)


def test_the_same_question_gets_the_same_answer():
    assert chance(1, Ask.READS, 2, 3) == chance(1, int(Ask.READS), 2, 3) == luck(mine(1, 2), Ask.READS, 3)


def test_no_question_shares_a_number():
    assert len(Ask.__members__) == len(set(Ask)), "two names for one number draw the same luck"


def test_normal_deviates_are_those_of_the_normal_distribution():
    small = np.logspace(-14.9, -1, 2_000)
    u = np.concatenate([small, np.linspace(0.1, 0.9, 2_001), 1 - small])
    assert np.abs([normal_of(x) for x in u] - norm.ppf(u)).max() < 1e-8
    assert np.isfinite([normal_of(0.0), normal_of(1.0)]).all()
    z = np.array([normal_luck(mine(3, who), Ask.VALUES, 0) for who in range(DRAWS)])
    assert kstest(z, "norm").pvalue > 1e-3


def test_six_noises_are_six():
    noises = np.array([six_noises(mine(3, who), Ask.GROWTH_NOISE, 12) for who in range(DRAWS)])
    assert noises.shape == (DRAWS, 6)
    assert np.abs(noises.mean(axis=0)).max() < CLOSE
    assert np.abs(noises.std(axis=0) - 1).max() < CLOSE
    assert np.abs(np.corrcoef(noises.T)[~np.eye(6, dtype=bool)]).max() < CLOSE
    assert np.abs(np.corrcoef(noises[:-1, 0], noises[1:, 0])[0, 1]) < CLOSE


def test_the_levels_of_a_noise_have_mean_nought_and_sd_one():
    levels = (np.arange(1024) - 511.5) * 0.003382911733286
    assert abs(levels.mean()) < 1e-12 and abs(levels.std() - 1) < 1e-6


ASKED = """
import json, warnings
import numpy as np
warnings.simplefilter("error")
warnings.filterwarnings("ignore", "overflow encountered", RuntimeWarning, "sim.core.chance")
from sim.core.chance import chance, life, normal_luck, six_noises
few = [(1, 2, 3, 4), (2**40, 60, 10**6, 9), (7, 30, 0, 0), (2**63 - 1, 1, 2**40, 5000)]
print(json.dumps([[float(chance(*q)), float(normal_luck(np.uint64(life(q[0], q[2])), q[1], q[3])),
                   *map(float, six_noises(np.uint64(life(q[0], q[2])), q[1], q[3]))] for q in few]))
"""


def answers(**environment):
    """What a fresh process draws."""
    done = subprocess.run(
        [sys.executable, "-c", ASKED], cwd=ROOT, env=os.environ | environment, capture_output=True, check=True
    )
    return json.loads(done.stdout)


def test_plain_python_draws_what_compiled_code_draws():
    plain = answers(NUMBA_DISABLE_JIT="1", PYTHONHASHSEED="7")
    compiled = answers(NUMBA_DISABLE_JIT="0", PYTHONHASHSEED="8")
    assert [row[0] for row in plain] == [row[0] for row in compiled]
    np.testing.assert_allclose(plain, compiled, rtol=0, atol=1e-12)


def test_draws_are_what_they_were():
    """A change of these numbers changes every run ever made: only on purpose, and said in CHANGELOG.md under Regression."""
    few = [chance(1, 2, 3, 4), chance(2, 30, 299, 1), chance(40, 50, 0, 156)]
    assert few == pytest.approx([0.9209764780047218, 0.6813711266062239, 0.2884218258706045], abs=1e-15)
