"""Sizes that must make sense under every set of numbers: parts together, fading, gaps, one more visit, who looks."""

import numpy as np

import sim
from experiments.posterior import members
from experiments.trial.live import live_once
from experiments.trial.read import read_trial

ARMS = {
    "routine": {"routine": {}},
    "messages": {"messages": {"per_week": 3}},
    "library": {"book_library": {"books": 200}},
    "visits": {"home_visits": {"per_year": 12}},
    "fewer_visits": {"home_visits": {"per_year": 6}},
    "more_visits": {"home_visits": {"per_year": 24}},
    "course": {"parent_school": {"sessions": 8, "topic": "reading"}},
    "together": {"messages": {"per_week": 3}, "book_library": {"books": 200}, "home_visits": {"per_year": 12}},
}
SHORT = {"routine": {"routine": {}}, "short_course": {"parent_school": {"sessions": 8, "topic": "reading"}}}
YEAR, WEEKS_OF_A_COURSE = 38, 8
MEASURES = [
    {"outcome": "language", "at": "end"},
    {"outcome": "language", "weeks_after": 34},
    {"outcome": "language", "at": "end", "among": "ses_1"},
    {"outcome": "language", "at": "end", "among": "ses_5"},
    {"outcome": "language", "observer": "tester", "at": "end"},
    {"outcome": "language", "observer": "teacher", "at": "end"},
]
END, LATER, POOREST, RICHEST, TESTED, RATED = range(len(MEASURES))
ENDED = ("messages", "library", "visits", "course", "short_course")
NEAR = 0.02  # SD; less than this cannot be told from luck among so few families


def sizes(numbers=None, seed=1, families=240):
    """Effects of every arm under one set of numbers, and whether each of the five statements holds."""
    found = {}
    for arms, weeks in ((ARMS, YEAR), (SHORT, WEEKS_OF_A_COURSE)):
        trial = read_trial(_trial(arms, weeks, families, numbers or {}))
        lived = live_once(trial, seed, sim.numbers_with(trial.numbers), paired=True)
        for a, name in enumerate(arms):
            found |= {(name, m): lived[m, a][0] - lived[m, 0][0] for m in range(len(MEASURES))}
    return _statements(lambda name, measure=END: found[name, measure])


def _trial(arms, weeks, families, numbers):
    return {
        "trial": "sizes",
        "place": "us_preschool",
        "who": {"families": families},
        "arms": arms,
        "weeks": weeks,
        "measure": MEASURES,
        "numbers": numbers,
    }


def _statements(effect):
    """The five, each with the number it rests on."""
    parts = sum(effect(name) for name in ("messages", "library", "visits"))
    first, then, last = effect("fewer_visits"), effect("visits"), effect("more_visits")
    per_visit = first / 6, (then - first) / 6, (last - then) / 12
    return {
        "parts do not simply add up": (effect("together") / parts, abs(effect("together") / parts - 1.0) > 0.01),
        "no gain grows after support ends": (
            max(effect(name, LATER) - effect(name) for name in ENDED),
            all(effect(name, LATER) <= effect(name) + NEAR for name in ENDED),
        ),
        "what is offered to all does not close gaps": (
            effect("course", RICHEST) - effect("course", POOREST),
            effect("course", RICHEST) >= effect("course", POOREST) - 2 * NEAR,
        ),
        "one more visit is worth less": (per_visit[2] - per_visit[0], per_visit[0] > per_visit[1] > per_visit[2]),
        "ratings and tests are told apart": (
            effect("visits", RATED) - effect("visits", TESTED),
            abs(effect("visits", RATED) - effect("visits", TESTED)) > 0.005,
        ),
    }


def over_the_ensemble(how_many=40, numbers="posterior"):
    """Share of members for which each statement holds, and the middle of the number it rests on."""
    ensemble = (members()[:how_many] if numbers == "posterior" else ()) or ({},)
    found = [sizes(member, seed) for seed, member in enumerate(ensemble, start=1)]
    return {
        name: {
            "holds": float(np.mean([one[name][1] for one in found])),
            "middle": float(np.median([one[name][0] for one in found])),
        }
        for name in found[0]
    }
