"""Ways to approach a family: a letter, a talk at the door, a go-between; teachers learn which suits whom (§4.1)."""

import math

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import per_contact, share, weight


@parameters
class Approach:
    """Which way suits families near the school's culture, and those far from it; what neither share takes is a talk."""

    letter = share(0.35, low=0.2, high=0.5, source="assumed: near the school's culture")
    go_between = share(0.05, low=0.0, high=0.15, source="assumed: near the school's culture")
    letter_far = share(0.10, low=0.0, high=0.3, source="assumed: far from it")
    go_between_far = share(0.60, low=0.3, high=0.8, source="assumed: far from it")


@parameters
class Fitting:
    """What a way that suits does, and how teachers learn it. A school begins with what suits those near to it."""

    by_contact = per_contact(0.04, low=0.0, high=0.10, source="assumed: of the way to what suited the last one")
    by_training = weight(
        3.0, low=0.0, high=8.0, source="assumed: how much faster who has learned to work with families learns"
    )
    forgotten = share(0.004, low=0.0, high=0.02, source="assumed: a week, back to the school's custom")
    readiness = weight(0.5, low=0.0, high=2.5, source="assumed: in logits, between a way never and always used")
    warmth = share(0.15, low=0.0, high=0.4, source="assumed: of contact quality, between a way never and always used")


@rule
def way_that_suits(lot, distance, p):
    """0 a letter, 1 a talk, 2 a go-between: by lot, the more often a go-between the farther a family is."""
    letter = p.letter + distance * (p.letter_far - p.letter)
    go_between = p.go_between + distance * (p.go_between_far - p.go_between)
    if lot < letter:
        return 0
    return 2 if lot < letter + go_between else 1


@rule
def custom_of_the_school(way, p):
    """How often a school that has learned nothing uses each way: as suits those near to it."""
    if way == 0:
        return p.letter
    return p.go_between if way == 2 else 1.0 - p.letter - p.go_between


@rule
def way_closed(contacts, skill_learned, p):
    """How much of the way to what suited a week's contacts close, faster for who has learned to work with families."""
    if contacts == 0.0:
        return 0.0
    pace = min(1.0, p.by_contact * (1.0 + p.by_training * skill_learned))
    return 1.0 - math.exp(contacts * math.log(max(1e-12, 1.0 - pace)))


@rule
def learned_from(uses, custom, suited, closed, p):
    """How often she uses a way with a group: towards the share it suited among those she met, slowly back to the custom."""
    left = uses + p.forgotten * (custom - uses)
    return left + closed * (suited - left)
