"""2 · Answer: each family takes up each offer, or does not."""

import math

from sim.core.chance import Ask, life, luck
from sim.core.compiled import loop, rule
from sim.core.kinds import LAST_CLASS_CHANNEL, Channel, Payer
from sim.rules.messages import fatigue_after_a_message, fatigue_after_a_week, use_of_a_tip, weariness
from sim.rules.taking_part import chance_of_taking_up, conviction, obstacle, paid_for, standing


@loop
def answer(t, p, seed, week):
    t.kept[:] = 0
    new_year = (week + 51) % 52 == 0
    for c in range(t.teachers.room.size):
        _empty_accounts(t, c)
        for i in range(t.teachers.first[c], t.teachers.first[c] + t.teachers.children[c]):
            _begin(t, p, i, new_year)
            for r in range(t.timetable.channel.size):
                if t.timetable.busy[r] and t.due[r, i]:
                    _answer_one(t, p, seed, i, r)
                    _charge(t, p, c, i, r)
        _charge_class_events(t, p, c)


@loop
def _empty_accounts(t, c):
    t.teachers.minutes_in_contacts[c] = 0
    t.teachers.cents_in_contacts[c] = 0
    t.teachers.minutes_hired[c] = 0
    t.teachers.cents_hired[c] = 0


@loop
def _begin(t, p, i, new_year):
    families, week = t.families, t.week
    week.asked_now[i] = 0
    week.came_now[i] = 0
    week.family_minutes[i] = 0
    families.fatigue[i] = fatigue_after_a_week(families.fatigue[i], p.Messages)
    if new_year:
        for k in range(families.joined.shape[1]):
            families.joined[i, k] = 0


@loop
def _answer_one(t, p, seed, i, r):
    """Asks the family as often as the offer is made; a course first asks whether to enrol."""
    families, k = t.families, t.timetable.channel[r]
    mine = life(seed, families.who[i])
    willing = _willingness(t, p, i, r)
    for _ in range(t.due[r, i]):
        families.offered[i, k] += 1
        if k == Channel.COURSE and not _is_enrolled(t, i, r, mine, willing):
            continue
        if _says_yes(t, p, i, r, mine, willing):
            t.kept[r, i] += 1
            families.joined[i, k] += 1
    _note_for_friends(t, i, r)


@loop
def _willingness(t, p, i, r):
    """The family's chance of taking up this offer, messages' tiredness apart."""
    f, k = t.families, t.timetable.channel[r]
    readiness = (
        standing(f.propensity[i], f.ses[i], f.private[i], f.siblings[i], p.Readiness)
        + conviction(f.role[i], f.confidence[i], f.trust[i], f.agreement[i], p.Readiness)
        + p.Readiness.invitation * f.invitation[i]
        + paid_for(t.timetable.incentive[r], p.Readiness)
    )
    help = max(p.Help[k], t.conditions.help[f.room[i]])
    burden = p.Burden[k] * (1.0 - t.timetable.incentive[r])
    hindrance = obstacle(f.pressure[i], burden, f.distance[i], help, p.Readiness)
    return chance_of_taking_up(readiness, _friends_who_came(t, i, k), hindrance, p.Appeal[k], p.Sharpness[k], p.Readiness)


@loop
def _friends_who_came(t, i, k):
    """Share of the tied families asked last time that came, closer ones counting more; a half where none was asked."""
    bit = 1 << k
    asked, came = 0.0, 0.0
    for s in range(t.ties.other.shape[1]):
        j = t.ties.other[i, s]
        if j >= 0 and t.families.asked_last[j] & bit:
            asked += t.ties.closeness[i, s]
            if t.families.came_last[j] & bit:
                came += t.ties.closeness[i, s]
    return came / asked if asked > 0.0 else 0.5


@loop
def _is_enrolled(t, i, r, mine, willing):
    """Asked once a course; who declined is not asked again."""
    families = t.families
    if families.enrolled[i] == 0:
        draws = luck(mine, Ask.ENROLS, t.timetable.serial[r]) < willing
        families.enrolled[i] = 1 if draws else 2
    return families.enrolled[i] == 1


@loop
def _says_yes(t, p, i, r, mine, willing):
    """A message is read or not, and tires either way; a session of a course is attended by those enrolled more often."""
    families, k = t.families, t.timetable.channel[r]
    occasion = families.offered[i, k] * 32 + k
    if k == Channel.MESSAGE or k == Channel.NOTE:
        tired = weariness(families.fatigue[i], p.Messages)
        willing = willing / (willing + (1.0 - willing) * math.exp(tired if k == Channel.MESSAGE else 0.0))
        use = use_of_a_tip(t.children.skills[i, 0], p.Messages)
        if k == Channel.MESSAGE:
            families.fatigue[i] = fatigue_after_a_message(families.fatigue[i], use, p.Messages)
    elif k == Channel.COURSE:
        willing = willing / (willing + (1.0 - willing) * math.exp(-p.Course.once_enrolled))
    elif k == Channel.LIBRARY:
        families.borrows[i] = 0
    yes = luck(mine, Ask.TAKES_UP, occasion) < willing
    if k == Channel.LIBRARY and yes:
        families.borrows[i] = 1
    return yes


@loop
def _note_for_friends(t, i, r):
    """Friends will know who was asked and who came."""
    bit = 1 << t.timetable.channel[r]
    t.week.asked_now[i] |= bit
    if t.kept[r, i]:
        t.week.came_now[i] |= bit


@loop
def _charge(t, p, c, i, r):
    """A single contact uses hours and money when it takes place; the family's time is counted always."""
    k, times = t.timetable.channel[r], t.kept[r, i]
    t.week.family_minutes[i] += times * int(p.FamilyMinutes[k])
    if k > LAST_CLASS_CHANNEL:
        _book(t, c, r, times)


@loop
def _charge_class_events(t, p, c):
    """A class event uses hours and money once, whoever comes."""
    for r in range(t.timetable.channel.size):
        if t.timetable.busy[r] and t.timetable.channel[r] <= LAST_CLASS_CHANNEL:
            held = 0
            for i in range(t.teachers.first[c], t.teachers.first[c] + t.teachers.children[c]):
                if t.due[r, i]:
                    held = 1
            _book(t, c, r, held)


@loop
def _book(t, c, r, times):
    """To the preschool's account, or to that of the programme."""
    teachers, table = t.teachers, t.timetable
    if table.payer[r] == Payer.SCHOOL:
        teachers.minutes_in_contacts[c] += times * int(math.ceil(table.minutes[r] * teachers.hurried[c]))
        teachers.cents_in_contacts[c] += times * table.cents[r]
    else:
        teachers.minutes_hired[c] += times * table.minutes[r]
        teachers.cents_hired[c] += times * table.cents[r]
