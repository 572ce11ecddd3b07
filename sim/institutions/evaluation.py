"""Looking back: when a term starts, a preschool that evaluates asks families about the last one and changes its plans (§5.3).

It sees attendance as it was, contentment only by the answers of those it asks, with error, and skills as teachers rate them.
"""

import numpy as np

from sim.conditions import Asked
from sim.core.chance import Ask
from sim.core.kinds import LAST_CLASS_CHANNEL, Channel, Payer
from sim.core.luck_of_rows import normals_of
from sim.groups import as_the_teacher_rates
from sim.population.lots import lots
from sim.rules.evaluation import contentment, emphasis_after, error_of_an_answer, promised_again, seemed_to_help

FEWEST = 3  # families on each side, for a comparison to be made
OFTEN = 3  # contacts a family, promised in a term, for it to be noticed how many were cancelled
WEEKS_A_MONTH = 4
WRITTEN = (Channel.NOTE, Channel.EXCHANGE, Channel.MESSAGE, Channel.LIBRARY)
WEIGHED = tuple(k for k in Channel if k not in (Channel.SITTING, Channel.HUB, Channel.COMMITTEE))


def open_term(term, requests, new_year):
    """What was paid for in the last term is looked at now; then memory moves on."""
    world, t = term.world, term.world.tables
    e, f = t.evaluations, t.families
    if not requests and not (e.paid.any() or e.effort.any()):
        return
    now = contentment(f.felt_quality, f.information)
    asked = np.zeros(e.size, bool)
    for request in requests:
        of_these = request.preschools(t) & ~asked
        asked |= of_these
        e.shared[of_these] = request.dose.shared
        looks = of_these & (e.paid > 0.0)
        e.effort[:] = np.where(of_these, np.where(looks, e.paid * request.dose.effort, 0.0), e.effort)
        if looks.any():
            _look_back(term, request, np.flatnonzero(looks), now)
            again = out_of_reach(t) & looks[f.preschool]
            f.put_first[again] = np.maximum(f.put_first, world.numbers.Evaluation.put_first)[again]
            told = looks * e.shared * world.numbers.Evaluation.report_tells
            f.told[:] = np.maximum(f.told, told[f.preschool])
    _forget(t, ~asked)
    _remember(term, now, np.ones(e.size, bool))


def begin(term, request):
    """In mid-term, how things stand now is what the first look back compares with."""
    f, e = term.world.tables.families, term.world.tables.evaluations
    _remember(term, contentment(f.felt_quality, f.information), request.preschools(term.world.tables) & (e.paid == 0.0))


def _remember(term, content, schools):
    """How content families are now, and how often they have been asked."""
    e, f = term.world.tables.evaluations, term.world.tables.families
    of_these = schools[f.preschool]
    f.content_before[of_these] = content[of_these]
    e.since[schools] = term.first
    asked_so_far = np.add.reduceat(f.offered[term.roster.rows], term.roster.first[:-1])
    e.asked_before[schools] = (asked_so_far / np.diff(term.roster.first)[:, None])[schools]


def _forget(t, schools):
    for name in ("paid", "effort", "shared", "seen", "error", "least_reached", "weakest"):
        t.evaluations[name][schools] = 0
    t.evaluations.emphasis[schools] = 1.0


def _look_back(term, request, schools, now):
    """Ask, compare those who came with those who did not, count whom nobody reached, and read the teachers' ratings."""
    world, t, occasion = term.world, term.world.tables, term.number
    e, f, hours = t.evaluations, t.families, _hours_by_channel(term)
    asked = (lots(f.who, world.seed, int(Ask.SURVEYED), 2 * occasion) < e.effort[f.preschool]) & request.whom
    noise = normals_of(f.who, world.seed, Ask.SURVEYED, 2 * occasion + 1)
    errors = np.array([error_of_an_answer(float(outside), world.numbers.Evaluation) for outside in e.outside])
    change = now - f.content_before
    answers = change + errors[f.preschool] * noise
    ratings = as_the_teacher_rates(world, slice(None))
    for school in schools:
        rows = term.roster.families_of(school)
        spoke = rows[asked[rows]]
        if spoke.size:
            e.seen[school] = answers[spoke].mean()
            e.error[school] = _error(f, rows, spoke, answers, change)
            _weigh_channels(term, school, rows, spoke, answers, hours)
        e.least_reached[school] = _least_reached(world, rows)
        _mind_the_weakest(world, school, ratings[rows].mean(axis=0))


def _groups(f, rows):
    """The fifths of means, and who speaks another language."""
    return [f.fifth[rows] == fifth for fifth in range(5)] + [f.language[rows] > 0]


def _error(f, rows, spoke, answers, change):
    """Mean distance of what is seen of each group from what is true of it; of nobody asked, nothing is seen (0)."""
    apart = []
    for all_of_it, heard in zip(_groups(f, rows), _groups(f, spoke), strict=True):
        if all_of_it.any():
            seen = answers[spoke[heard]].mean() if heard.any() else 0.0
            apart.append(abs(seen - change[rows[all_of_it]].mean()))
    return float(np.mean(apart))


def _weigh_channels(term, school, rows, spoke, answers, hours):
    """Hours move to what seemed to do more for the minutes it took; fewer are promised if many were cancelled."""
    world, t, p = term.world, term.world.tables, term.world.numbers.Evaluation
    e, used = t.evaluations[school], hours > 0.0
    worth = np.zeros(len(Channel))
    for k in np.flatnonzero(used):
        minutes = float(world.numbers.TeacherMinutes[int(k)])
        if minutes > 0.0:
            gain = _gain_of_one_more(t.families.joined[spoke, k].astype(float), answers[spoke])
            gain += p.meeting_counts * _share_that_comes(t.families.joined[rows, k], k)
            worth[k] = gain / _a_family(k, minutes, term.class_size)
    if used.any():
        ordinary = float((hours * worth).sum() / hours.sum())
        most = np.abs(worth[used] - ordinary).max()
        score = np.where(used, worth - ordinary, 0.0) / (most if most > 0.0 else 1.0)
        moved, kept = e.emphasis.copy(), _kept(term, school, rows)
        for k in np.flatnonzero(used):
            moved[k] = emphasis_after(float(e.emphasis[k]), float(score[k]), p)
            kept[k] = promised_again(float(kept[k]), float(score[k]))
        moved *= (hours * e.emphasis).sum() / (hours * moved).sum()  # the same hours, differently spent
        e.emphasis[used] = np.clip(moved * kept, p.least, p.most)[used]


def _gain_of_one_more(joined, answers):
    """How much more content those were who came once more, as far as that is believed."""
    if joined.size <= FEWEST or np.ptp(joined) == 0.0:
        return 0.0
    apart = joined - joined.mean()
    slope = (apart * answers).sum() / (apart * apart).sum()
    left = answers - answers.mean() - slope * apart
    error = np.sqrt((left * left).sum() / (joined.size - 2) / (apart * apart).sum())
    return seemed_to_help(float(slope), float(error))


def _share_that_comes(joined, k):
    """Of one more occasion, how many families it would meet: written contacts meet nobody, single ones those who come."""
    if k in WRITTEN or not joined.any():
        return 0.0
    return float(joined.mean() / joined.max()) if k <= LAST_CLASS_CHANNEL else 1.0


def _a_family(k, minutes, class_size):
    """Minutes of a teacher a family and time; those of a class event are shared by the class."""
    return minutes / class_size if k <= LAST_CLASS_CHANNEL else minutes


def _kept(term, school, rows):
    """By channel, of what the preschool's own offers promised since the last look, the share that was not cancelled."""
    t = term.world.tables
    e, kept = t.evaluations[school], np.ones(len(Channel))
    weeks = _school_weeks_between(t.taught, int(e.since), term.begins)
    asked = t.families.offered[rows].mean(axis=0) - e.asked_before
    promised = np.zeros(len(Channel))
    for row in term.rows:
        if row["payer"] == Payer.SCHOOL:
            promised[row["channel"]] += row["rate"] * weeks * e.emphasis[row["channel"]]
    often = promised > OFTEN
    kept[often] = np.minimum(1.0, asked[often] / promised[often])
    return kept


def _school_weeks_between(taught, first, last):
    """School weeks from the first week up to, not with, the last."""
    (year, week), (last_year, last_week) = (divmod(one + 51, 52) for one in (first, last))
    return int((last_year - year) * taught[52] + taught[last_week] - taught[week])


def _hours_by_channel(term):
    """What the preschool's own offers of a channel take of a class's teacher, a week."""
    hours = np.zeros(len(Channel))
    for row in term.rows:
        if row["payer"] == Payer.SCHOOL and row["channel"] in WEIGHED:
            times = 1 if row["channel"] <= LAST_CLASS_CHANNEL else term.class_size
            hours[row["channel"]] += row["rate"] * row["minutes"] * times
    return hours


def _least_reached(world, rows):
    """The group of which the fewest came to anything this year, where that is clearly fewer than of all."""
    f, p = world.tables.families, world.numbers.Evaluation
    met = [k for k in Channel if k not in WRITTEN]
    reached = f.joined[rows][:, met].sum(axis=1)
    often = reached >= max(1.0, float(np.median(reached)))
    shares = [often[group].mean() if group.sum() >= FEWEST else 1.0 for group in _groups(f, rows)]
    least = int(np.argmin(shares))
    return least + 1 if shares[least] < often.mean() - p.out_of_reach else 0


def _mind_the_weakest(world, school, ratings):
    """Goals move a little to the domain in which teachers rate the children lowest."""
    t, p = world.tables, world.numbers.Evaluation
    weakest = int(np.argmin(ratings))
    t.evaluations.weakest[school] = weakest + 1
    goals = t.preschools.goals[school]
    aim = np.zeros(goals.size)
    aim[weakest] = 1.0
    goals += p.to_the_weakest * (aim - goals)


def out_of_reach(t):
    """Which families belong to the group that their preschool found out of reach."""
    f = t.families
    group = t.evaluations.least_reached[f.preschool]
    return ((group > 0) & (group <= 5) & (f.fifth + 1 == group)) | ((group == 6) & (f.language > 0))


def keep_to_it(term, request):
    """Looking back takes the teachers' time; a group found out of reach is asked again."""
    t, p = term.world.tables, term.world.numbers
    e, f, school_of = t.evaluations, t.families, t.teachers.preschool
    there = request.preschools(t)
    again = out_of_reach(t) & there[f.preschool]

    def deliver(paid):
        least = np.ones(e.size)
        np.minimum.at(least, school_of, paid)
        e.paid[there] = least[there]
        f.invited[again] = np.maximum(f.invited, p.Evaluation.asked_again * paid[f.room])[again]

    looking = p.Evaluation.minutes_a_family * request.dose.effort * t.teachers.children * there[school_of]
    asking = p.TeacherMinutes.note * np.bincount(f.room[again], minlength=t.teachers.size) / WEEKS_A_MONTH
    term.on_account_of(request)
    term.set(Asked(deliver, own_minutes=looking / term.weeks_of_term + asking))


def offer(term, request):
    """The preschool's own offers are made as often as the report says; what law asks for is not cut."""
    t = term.world.tables
    emphasis = np.where(request.preschools(t)[:, None], t.evaluations.emphasis, 1.0)
    term.reweigh(np.round(4.0 * emphasis) / 4.0)
