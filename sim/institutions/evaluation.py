"""Looking back: when a term starts, a preschool that evaluates asks families about the last one and changes its plans (§5.3).

It sees attendance as it was, contentment only by the answers of those it asks, with error, and skills as teachers rate them.
"""

import numpy as np

from sim.conditions import Asked
from sim.core.chance import Ask
from sim.core.kinds import LAST_CLASS_CHANNEL, Channel, Payer
from sim.core.luck_of_rows import normals_of
from sim.institutions.of_a_preschool import as_far_as_all_pay
from sim.observing import ratings_of_teachers
from sim.population.lots import lots
from sim.rules.evaluation import error_of_an_answer
from sim.week.look_back import Answers, Offers, change_of_contentment, look_back, remember_the_term

WEEKS_A_MONTH = 4
WEIGHED = np.array([k not in (Channel.SITTING, Channel.HUB, Channel.COMMITTEE) for k in Channel])


def open_term(term, requests, new_year):
    """What was paid for in the last term is looked at now; then memory moves on."""
    world, t = term.world, term.world.tables
    e, f = t.evaluations, t.families
    if not requests and not (e.paid.any() or e.effort.any()):
        return
    asked = np.zeros(e.size, bool)
    for request in requests:
        of_these = request.preschools & ~asked
        asked |= of_these
        e.shared[of_these] = request.dose.shared
        looks = of_these & (e.paid > 0.0)
        e.effort[:] = np.where(of_these, np.where(looks, e.paid * request.dose.effort, 0.0), e.effort)
        if looks.any():
            _look_back(term, request, np.flatnonzero(looks))
            again = out_of_reach(t) & looks[f.preschool]
            f.put_first[again] = np.maximum(f.put_first, world.numbers.Evaluation.put_first)[again]
            told = looks * e.shared * world.numbers.Evaluation.report_tells
            f.told[:] = np.maximum(f.told, told[f.preschool])
    _forget(t, ~asked)
    _remember(term, np.ones(e.size, bool))


def begin(term, request):
    """In mid-term, how things stand now is what the first look back compares with."""
    t = term.world.tables
    _remember(term, request.preschools & (t.evaluations.paid == 0.0))


def _remember(term, schools):
    """How content families are now, and how often they have been asked."""
    t = term.world.tables
    remember_the_term(t.families, t.evaluations, *term.roster, np.flatnonzero(schools), term.first)


def _forget(t, schools):
    for name in ("paid", "effort", "shared", "seen", "error", "least_reached", "weakest"):
        t.evaluations[name][schools] = 0
    t.evaluations.emphasis[schools] = 1.0


def _look_back(term, request, schools):
    """Ask some of the families, with error, and hold what they say against what the preschool itself offered them."""
    world, t, occasion = term.world, term.world.tables, term.number
    e, f = t.evaluations, t.families
    asked = (lots(f.who, world.seed, int(Ask.SURVEYED), 2 * occasion) < e.effort[f.preschool]) & request.whom
    noise = normals_of(f.who, world.seed, Ask.SURVEYED, 2 * occasion + 1)
    errors = error_of_an_answer(e.outside, world.numbers.Evaluation)
    change = change_of_contentment(f)
    ratings = ratings_of_teachers(world)
    answers = Answers(asked, change + errors[f.preschool] * noise, change, ratings)
    look_back(t, world.numbers.Evaluation, *term.roster, schools, answers, _own_offers(term))


def _own_offers(term):
    """What the preschool's own offers of a channel take of a class's teacher a week, and how often they are made."""
    hours, rate = np.zeros((2, len(Channel)))
    each = WEIGHED * np.array(term.world.numbers.TeacherMinutes)
    each[: LAST_CLASS_CHANNEL + 1] /= term.class_size
    for row in term.rows:
        if row["payer"] == Payer.SCHOOL:
            k = row["channel"]
            rate[k] += row["rate"]
            if WEIGHED[k]:
                times = 1 if k <= LAST_CLASS_CHANNEL else term.class_size
                hours[k] += row["rate"] * row["minutes"] * times
    weeks = _school_weeks_between(term.world.tables.taught, term.world.tables.evaluations.since, term.begins)
    return Offers(hours, each, rate, weeks)


def _school_weeks_between(taught, first, last):
    """School weeks from the first week up to, not with, the last."""
    (year, week), (last_year, last_week) = (divmod(one + 51, 52) for one in (first, last))
    return (last_year - year) * taught[52] + taught[last_week] - taught[week]


def out_of_reach(t):
    """Which families belong to the group that their preschool found out of reach."""
    f = t.families
    group = t.evaluations.least_reached[f.preschool]
    return (f.fifth + 1 == group) | ((group == 6) & (f.language > 0))


def keep_to_it(term, request):
    """Looking back takes the teachers' time; a group found out of reach is asked again."""
    t, p = term.world.tables, term.world.numbers
    e, f, school_of = t.evaluations, t.families, t.teachers.preschool
    there = request.preschools
    again = out_of_reach(t) & there[f.preschool]

    def deliver(paid):
        e.paid[there] = as_far_as_all_pay(t, paid)[there]
        f.invited[again] = np.maximum(f.invited, p.Evaluation.asked_again * paid[f.room])[again]

    looking = p.Evaluation.minutes_a_family * request.dose.effort * t.teachers.children * there[school_of]
    asking = p.TeacherMinutes.note * np.bincount(f.room[again], minlength=t.teachers.size) / WEEKS_A_MONTH
    term.on_account_of(request)
    term.set(Asked(deliver, own_minutes=looking / term.weeks_of_term + asking))


def offer(term, request):
    """The preschool's own offers are made as often as the report says; what law asks for is not cut."""
    t = term.world.tables
    emphasis = np.where(request.preschools[:, None], t.evaluations.emphasis, 1.0)
    term.reweigh(np.round(4.0 * emphasis) / 4.0)
