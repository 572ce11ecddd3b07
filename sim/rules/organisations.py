"""What makes an organisation work with a preschool, and what it gives (§3.3)."""

import math

from sim.core.declare import parameters
from sim.core.units import count, money, per_week, ratio, share, weight


@parameters
class Organisation:
    """Whom organisations choose, and what each kind gives a preschool in a term."""

    need = weight(0.5, low=0.0, high=1.5, source="assumed: means of its families, by SD")
    distance = weight(0.15, low=0.0, high=0.5, source="assumed: by kilometre")
    experience = weight(1.0, low=0.0, high=2.0, source="assumed: who worked together goes on")
    outreach = weight(1.5, low=0.5, high=3.0, source="assumed: who is asked well says yes")
    hours_to_win = ratio(1.5, low=0.5, high=5.0, source="assumed: hours a week at which asking does 63% of what it can")
    least = weight(
        0.7, low=0.2, high=1.5, source="assumed: below this it does not come; without being asked nobody does"
    )
    serves = count(2, low=1, high=6, source="assumed: preschools that it can work with at once")
    learning = share(0.5, low=0.2, high=0.9, source="assumed: of what there is to learn about each other, in a term")
    forgetting = per_week(0.3, low=0.1, high=0.6, source="assumed: of it forgotten in a term apart")
    sessions = count(5, low=2, high=12, source="assumed: sessions of a course by a training institution")
    books = count(50, low=10, high=200, source="assumed: books a family from a library")
    money = money(600, low=100, high=3000, source="assumed: from an enterprise, a preschool and term")
    families_visited = count(6, low=2, high=20, source="assumed: families that a social service visits")
    visits = count(4, low=1, high=12, source="assumed: visits to each")


def readiness_to_help(mean_ses, distance, experience, outreach_hours, p):
    """Need draws, distance holds back, good experience and being asked well win."""
    asked = 1.0 - math.exp(-outreach_hours / p.hours_to_win)
    return p.outreach * asked + p.experience * experience - p.need * mean_ses - p.distance * distance


def experience_after_a_term(experience, together, p):
    """Working together teaches how; apart, a part of it is forgotten."""
    return experience + p.learning * (1.0 - experience) if together else experience * (1.0 - p.forgetting)
