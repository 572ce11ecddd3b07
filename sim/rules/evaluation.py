"""Looking back: what a preschool can see of its own cooperation, and how it moves hours to what seemed to help (§5.3)."""

import math

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import minutes, ratio, share, weight


@parameters
class Evaluation:
    """What looking back takes, how well it sees, and how boldly it changes plans."""

    minutes_a_family = minutes(12, low=4, high=40, source="assumed: asking and counting, a family and term")
    error = share(0.20, low=0.05, high=0.4, source="assumed: of one family's answer on how contented it is")
    outside = share(
        0.50, low=0.2, high=0.9, source="assumed: of that error, what an evaluation from outside takes away"
    )
    boldness = weight(0.70, low=0.1, high=2.0, source="assumed: log of hours moved for the best channel a term")
    meeting_counts = share(
        0.10, low=0.0, high=0.3, source="assumed: worth of meeting a family at all, beside what it says of it"
    )
    least = ratio(0.25, low=0.1, high=1.0, source="assumed: a channel is cut at most to a quarter")
    most = ratio(2.0, low=1.0, high=4.0, source="assumed: a channel is doubled at most")
    out_of_reach = share(0.10, low=0.02, high=0.3, source="assumed: fewer reached than all, so that it is noticed")
    put_first = share(0.50, low=0.0, high=1.0, source="assumed: how far a group out of reach goes first")
    asked_again = share(0.30, low=0.0, high=0.6, source="assumed: how far it feels invited, asked once a month")
    to_the_weakest = share(0.03, low=0.0, high=0.1, source="assumed: of its goals, moved to the weakest domain a term")
    report_tells = share(0.08, low=0.0, high=0.3, source="assumed: what a shared report tells a family")


@rule
def contentment(felt_quality, information):
    """A family is content with the preschool as far as contacts felt good and it knows of its child."""
    return 0.5 * (felt_quality + information)


def error_of_an_answer(outside, p):
    """Who asks from outside hears more of the truth."""
    return p.error * (1.0 - outside * p.outside)


@rule
def seemed_to_help(difference, standard_error):
    """How far it is believed that those who came more gained more: all of it at twice its error."""
    if standard_error <= 0.0:
        return 0.0
    return difference * min(1.0, abs(difference) / (2.0 * standard_error))


@rule
def promised_again(kept, score):
    """Who could not keep what was promised promises less of it, first of what seemed to help least (score -1 to 1)."""
    return kept ** (1.0 - score)


@rule
def emphasis_after(emphasis, score, p):
    """Multiplicative weights: what seemed to help most for its hours grows most, within bounds."""
    return min(p.most, max(p.least, emphasis * math.exp(p.boldness * score)))
