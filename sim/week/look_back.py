"""Outside the week: what preschools that evaluate find when they look back on a term, and how it changes their plans (§5.3)."""

from collections import namedtuple

import numpy as np

from sim.core.compiled import loop, step
from sim.core.kinds import LAST_CLASS_CHANNEL, Channel
from sim.rules.evaluation import contentment, emphasis_after, promised_again, seemed_to_help
from sim.rules.goals import moved

CHANNELS = len(Channel)
FEWEST = 3  # families on each side, for a comparison to be made
OFTEN = 3  # contacts a family, promised in a term, for it to be noticed how many were cancelled
GROUPS = 6  # the fifths of means, and who speaks another language
WRITTEN = (Channel.NOTE, Channel.EXCHANGE, Channel.MESSAGE, Channel.LIBRARY)  # these meet nobody

# For each family: whether it was asked, what it answered, how much more content it truly is, and its child's ratings.
Answers = namedtuple("Answers", "asked said change ratings")
# For each channel of the preschool's own offers: hours a class and week, minutes a family and time, times a school week;
# and for each preschool the school weeks since it last looked.
Offers = namedtuple("Offers", "hours each rate weeks")


@loop
def look_back(t, p, rows, first, schools, answers, offers):
    """Compare those who came with those who did not, count whom nobody reached, and read the teachers' ratings.

    `rows` holds the families of one preschool after the other, `first` where each preschool begins.
    """
    for school in schools:
        e, all_rows = t.evaluations[school], rows[first[school] : first[school + 1]]
        spoke = _those_asked(all_rows, answers.asked)
        if spoke.size:
            e.seen = _mean_of(answers.said, spoke)
            e.error = _error(t.families, all_rows, answers)
            _weigh_channels(t.families, e, all_rows, spoke, answers.said, offers, offers.weeks[school], p)
        e.least_reached = _least_reached(t.families, all_rows, p)
        e.weakest = _weakest(answers.ratings, all_rows) + 1
        _mind(t.preschools[school].goals, e.weakest - 1, p)


@loop
def change_of_contentment(families):
    """How much more content each family is than when the term before began."""
    change = np.empty(families.size)
    for i in range(families.size):
        change[i] = contentment(families[i].felt_quality, families[i].information) - float(families[i].content_before)
    return change


@loop
def remember_the_term(families, evaluations, rows, first, schools, week):
    """How things stand in these preschools now: what the next look back will be held against."""
    for school in schools:
        evaluations[school].since = week
        all_rows = rows[first[school] : first[school + 1]]
        for i in all_rows:
            families[i].content_before = contentment(families[i].felt_quality, families[i].information)
        _count_offers(families, all_rows, evaluations[school].asked_before)


@step
def _count_offers(families, rows, mean):
    """Contacts offered so far through each channel, a family."""
    for k in range(CHANNELS):
        offered = np.int64(0)
        for i in rows:
            offered += families[i].offered[k]
        mean[k] = offered / rows.size


@step
def _those_asked(rows, asked):
    found, n = np.empty(rows.size, np.int64), 0
    for i in rows:
        if asked[i]:
            found[n] = i
            n += 1
    return found[:n]


@step
def _mean_of(values, rows):
    total = 0.0
    for i in rows:
        total += values[i]
    return total / rows.size


@step
def _belongs(f, group):
    return f.fifth == group if group < 5 else f.language > 0


@step
def _error(families, rows, answers):
    """Mean distance of what is seen of each group from what is true of it; of nobody asked, nothing is seen (0)."""
    apart, groups = 0.0, 0
    for group in range(GROUPS):
        there, asked, true, said = 0, 0, 0.0, 0.0
        for i in rows:
            if _belongs(families[i], group):
                there += 1
                true += answers.change[i]
                if answers.asked[i]:
                    asked += 1
                    said += answers.said[i]
        if there:
            groups += 1
            apart += abs((said / asked if asked else 0.0) - true / there)
    return apart / groups


@step
def _weigh_channels(families, e, rows, spoke, said, offers, weeks, p):
    """Hours move to what seemed to do more for the minutes it took; fewer are promised if many were cancelled."""
    hours, worth = offers.hours, np.zeros(CHANNELS)
    for k in range(CHANNELS):
        if hours[k] > 0.0 and offers.each[k] > 0.0:
            gain = _gain_of_one_more(families, spoke, k, said)
            worth[k] = (gain + p.meeting_counts * _share_that_comes(families, rows, k)) / offers.each[k]
    all_hours = _sum_of(hours, np.ones(CHANNELS))
    if all_hours > 0.0:
        score = _scores(hours, worth, all_hours)
        changed = np.empty(CHANNELS)
        for k in range(CHANNELS):
            changed[k] = emphasis_after(e.emphasis[k], score[k], p) if hours[k] > 0.0 else e.emphasis[k]
        same_hours = _sum_of(hours, e.emphasis) / _sum_of(hours, changed)  # the same hours, differently spent
        for k in range(CHANNELS):
            if hours[k] > 0.0:
                kept = promised_again(_kept(families, e, rows, offers.rate[k], weeks, k), score[k])
                e.emphasis[k] = min(p.most, max(p.least, changed[k] * same_hours * kept))


@step
def _scores(hours, worth, all_hours):
    """Each channel against the ordinary hour, from -1 to 1."""
    score, most = np.zeros(CHANNELS), 0.0
    ordinary = _sum_of(hours, worth) / all_hours
    for k in range(CHANNELS):
        if hours[k] > 0.0:
            score[k] = worth[k] - ordinary
            most = max(most, abs(score[k]))
    for k in range(CHANNELS):
        score[k] /= most if most > 0.0 else 1.0
    return score


@step
def _sum_of(hours, times):
    total = 0.0
    for k in range(CHANNELS):
        total += hours[k] * times[k]
    return total


@step
def _gain_of_one_more(families, spoke, k, said):
    """How much more content those were who came once more, as far as that is believed."""
    n, usual, content = spoke.size, _mean_joined(families, spoke, k), _mean_of(said, spoke)
    squares = together = left = 0.0
    for i in spoke:
        apart = families[i].joined[k] - usual
        squares += apart * apart
        together += apart * said[i]
    if n <= FEWEST or squares == 0.0:  # too few, or all came as often
        return 0.0
    slope = together / squares
    for i in spoke:
        left += (said[i] - content - slope * (families[i].joined[k] - usual)) ** 2
    return seemed_to_help(slope, np.sqrt(left / (n - 2) / squares))


@step
def _mean_joined(families, rows, k):
    total = 0.0
    for i in rows:
        total += families[i].joined[k]
    return total / rows.size


@step
def _share_that_comes(families, rows, k):
    """Of one more occasion, how many families it would meet: written contacts meet nobody, single ones those who come."""
    total, most = np.int64(0), np.int64(0)
    for i in rows:
        total += families[i].joined[k]
        most = max(most, np.int64(families[i].joined[k]))
    if k in WRITTEN or most == 0:
        return 0.0
    return total / rows.size / most if k <= LAST_CLASS_CHANNEL else 1.0


@step
def _kept(families, e, rows, rate, weeks, k):
    """Of what the preschool's own offers promised since the last look, the share that was not cancelled."""
    promised = rate * weeks * e.emphasis[k]
    if promised <= OFTEN:
        return 1.0
    offered = np.int64(0)
    for i in rows:
        offered += families[i].offered[k]
    return min(1.0, (offered / rows.size - e.asked_before[k]) / promised)


@step
def _least_reached(families, rows, p):
    """The group of which the fewest came to anything this year, where that is clearly fewer than of all; 0 for none."""
    reached = np.empty(rows.size, np.int64)
    for j in range(rows.size):
        reached[j] = _times_met(families[rows[j]].joined)
    usual, least, lowest, of_all = _usual(reached), 0, np.inf, 0.0
    for group in range(GROUPS + 1):  # the last one is everybody
        there, often = 0, 0
        for j in range(rows.size):
            if group == GROUPS or _belongs(families[rows[j]], group):
                there += 1
                often += 1 if reached[j] >= usual else 0
        share = often / there if there >= FEWEST or group == GROUPS else 1.0
        if group == GROUPS:
            of_all = share
        elif share < lowest:
            least, lowest = group, share
    return least + 1 if lowest < of_all - p.out_of_reach else 0


@step
def _usual(reached):
    """As often as the upper half of families came, once at least."""
    usual = 1
    while _as_often(reached, usual + 1) >= reached.size - reached.size // 2:
        usual += 1
    return usual


@step
def _as_often(reached, times):
    """How many families came so many times, or more."""
    families = 0
    for came in reached:
        families += 1 if came >= times else 0
    return families


@step
def _times_met(joined):
    times = np.int64(0)
    for k in range(CHANNELS):
        times += 0 if k in WRITTEN else joined[k]
    return times


@step
def _weakest(ratings, rows):
    """The domain in which teachers rate the children lowest."""
    sums = np.zeros(ratings.shape[1])
    for i in rows:
        for d in range(sums.size):
            sums[d] += ratings[i, d]
    return np.argmin(sums)


@step
def _mind(goals, weakest, p):
    """Goals move a little to the weakest domain."""
    for d in range(goals.size):
        goals[d] = moved(goals[d], 1.0 if d == weakest else 0.0, p.to_the_weakest)
