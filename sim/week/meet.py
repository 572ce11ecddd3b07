"""3 · Meet: contacts that took place change information and trust, and leave causes for the phases below."""

from sim.core.compiled import loop
from sim.core.kinds import Channel, Payer, Strand
from sim.rules.home_practice import lesson_of_a_session
from sim.rules.information import known_after_a_week, known_after_contact
from sim.rules.messages import push_of_a_tip, use_of_a_tip
from sim.rules.taking_part import invited_after_a_week
from sim.rules.trust import (
    felt_after_contact,
    quality_of_contact,
    trust_after_a_cancelled_promise,
    trust_after_a_rushed_contact,
    trust_after_contact,
)


@loop
def meet(t, p, seed, week):
    for i in range(t.families.ses.size):
        _time_passes(t, p, i)
        for r in range(t.timetable.channel.size):
            if t.timetable.busy[r] and t.kept[r, i]:
                for _ in range(t.kept[r, i]):
                    _contact(t, p, i, r)
        for _ in range(t.week.cancelled[i]):
            t.families.trust[i] = trust_after_a_cancelled_promise(t.families.trust[i], p.Trust)


@loop
def _time_passes(t, p, i):
    f, a, numbers = t.families, t.attention, p.Information
    f.information[i] = known_after_a_week(f.information[i], f.information_habit[i], numbers.going_out_of_date)
    a.knowledge[i] = known_after_a_week(a.knowledge[i], numbers.teacher_habit, numbers.teacher_forgets)
    f.invitation[i] = invited_after_a_week(f.invitation[i], p.Invitation)
    f.reached[i] += 1
    t.week.nudges[i] = 0.0
    t.week.encouragement[i] = 0.0
    for strand in range(t.week.lessons.shape[1]):
        t.week.lessons[i, strand] = 0.0


@loop
def _contact(t, p, i, r):
    """What one contact leaves: knowledge both ways, a feeling, trust, a lesson, a nudge."""
    f, c, k = t.families, t.families.room[i], t.timetable.channel[r]
    by_school = t.timetable.payer[r] == Payer.SCHOOL and k != Channel.MESSAGE
    hurried = t.teachers.hurried[c] if by_school else 1.0
    skill = max(t.teachers.skill[c], t.conditions.help[c])
    quality = quality_of_contact(p.Warmth[k], t.teachers.strain[c], skill, f.distance[i], hurried, p.Trust)
    _exchange(t, p, i, r, quality)
    if p.Closeness[k] > 0.0:
        f.felt_quality[i] = felt_after_contact(f.felt_quality[i], quality, p.Closeness[k])
        f.trust[i] = trust_after_contact(f.trust[i], f.felt_quality[i], f.trust_habit[i], p.Closeness[k], p.Trust)
        if hurried < 1.0:
            f.trust[i] = trust_after_a_rushed_contact(f.trust[i], quality, p.Trust)
        t.attention.trust[i] = felt_after_contact(t.attention.trust[i], quality, p.Closeness[k] * p.Trust.slowness)
    if k != Channel.MESSAGE and k != Channel.LIBRARY:
        f.reached[i] = 0
    _teach_parents(t, p, i, r)


@loop
def _exchange(t, p, i, r, quality):
    """Information both ways; a message tells of school only where that is its topic. Being written to is being invited."""
    f, k = t.families, t.timetable.channel[r]
    if k != Channel.MESSAGE or t.timetable.topic[r] == 1:
        f.information[i] = known_after_contact(f.information[i], p.Telling[k], quality)
    t.attention.knowledge[i] = known_after_contact(t.attention.knowledge[i], p.Hearing[k], quality)
    if k == Channel.MESSAGE or k == Channel.NOTE or k == Channel.TALK:
        f.invitation[i] = min(1.0, f.invitation[i] + p.Invitation.by_contact)


@loop
def _teach_parents(t, p, i, r):
    """Sessions and visits teach practice, tips and goals push time; lessons add up to at most the whole way."""
    k, strength, home = t.timetable.channel[r], t.timetable.strength[r], p.HomePractice
    if k == Channel.MESSAGE:
        if t.timetable.topic[r] == 0:
            push = push_of_a_tip(t.timetable.goals[r], t.timetable.reward[r], p.Messages)
            t.week.nudges[i] += push * use_of_a_tip(t.children.skills[i, 0], p.Messages)
    elif k == Channel.COURSE:
        _lesson(t, p, i, lesson_of_a_session(home.session, strength), t.timetable.topic[r])
    elif k == Channel.TRAINED_VISIT:
        _lesson(t, p, i, lesson_of_a_session(home.trained_visit, strength), 2)
    elif k == Channel.TEACHER_VISIT:
        _lesson(t, p, i, lesson_of_a_session(home.teacher_visit, strength), 2)
    elif k == Channel.TALK and t.timetable.goals[r] > 0.0:
        _lesson(t, p, i, lesson_of_a_session(home.goals_set, t.timetable.goals[r]), 2)
        t.week.nudges[i] += p.Messages.goals * t.timetable.goals[r]


@loop
def _lesson(t, p, i, share, topic):
    """Topic 0 reading, 1 behaviour, 2 both, 3 concepts; the strands it is not about get a little of it."""
    lessons, spill = t.week.lessons, p.HomePractice.spill * share
    reading = share if topic == 0 or topic == 2 else spill
    guidance = share if topic == 1 or topic == 2 else spill
    concepts = share if topic == 3 else spill
    lessons[i, Strand.READING] = 1.0 - (1.0 - lessons[i, Strand.READING]) * (1.0 - reading)
    lessons[i, Strand.GUIDANCE] = 1.0 - (1.0 - lessons[i, Strand.GUIDANCE]) * (1.0 - guidance)
    lessons[i, Strand.CONCEPTS] = 1.0 - (1.0 - lessons[i, Strand.CONCEPTS]) * (1.0 - concepts)
    t.week.encouragement[i] = min(1.0, t.week.encouragement[i] + 1.0)
