"""3 · Meet: contacts that took place change information and trust, and leave causes for the phases below."""

import numpy as np

from sim.core.compiled import loop, step
from sim.core.kinds import WAYS, Channel, Payer, Strand
from sim.rules.fitting import custom_of_the_school, learned_from, way_closed
from sim.rules.funds_of_knowledge import shown_after_a_visit, shown_after_a_week
from sim.rules.home_practice import lesson_of_a_session
from sim.rules.information import known_after_a_week, known_after_contact, picked_up
from sim.rules.listening import hearing_when_asked, warmth_when_heard
from sim.rules.messages import push_of_a_tip
from sim.rules.speaking_up import heard_from
from sim.rules.taking_part import invited_after_a_week
from sim.rules.trust import (
    felt_after_contact,
    quality_of_contact,
    trust_after_a_cancelled_promise,
    trust_after_a_rushed_contact,
    trust_after_contact,
)
from sim.week.desk import who_has_any

LEARNED_FROM = (Channel.TALK, Channel.TEACHER_VISIT, Channel.NOTE, Channel.EXCHANGE)  # one family and its teacher

LED_BY_OTHERS = (Channel.COURSE, Channel.TRAINED_VISIT, Channel.HUB)  # others lead, whatever strains the teacher


@loop
def meet(t, p, seed, week, first, end):
    came = np.empty(t.kept.shape[1] + 1, np.uint32)
    for c in range(first, end):
        teacher = t.teachers[c]
        for i in range(teacher.first, teacher.first + teacher.children):
            _time_passes(t.families[i], t.attention[i], t.week[i], p)
            t.families[i].fit = _fit(teacher, t.families[i], p)
        teacher.suited[:] = 0
        _show_less(teacher, p.FundsOfKnowledge)
        for r in range(t.timetable.size):
            if t.asks[c, r]:
                offer = t.timetable[r]
                manner, lesson = _manner(offer, teacher, p), _lesson_of(offer, p.HomePractice)
                for m in range(who_has_any(t.kept, r, teacher, came)):
                    i, times = teacher.first + came[m], t.kept[r, teacher.desk + came[m]]
                    for _ in range(times):
                        _contact(t.families[i], t.attention[i], t.week[i], teacher, offer, manner, p)
                        _teach_parents(t.families[i], t.week[i], offer, lesson, p)
                    if offer.gives > 0:
                        _show_the_class(t.families[i], teacher, p.FundsOfKnowledge)
                    if offer.channel in LEARNED_FROM:
                        teacher.suited[_way(t.families[i])] += times
        for i in range(teacher.first, teacher.first + teacher.children):
            for _ in range(t.week[i].cancelled):
                t.families[i].trust = trust_after_a_cancelled_promise(t.families[i].trust, p.Trust)
            _speak(t.families[i], t.week[i], t.said[teacher.preschool])
        _learn_what_suits(teacher, p)


@step
def _show_less(teacher, p):
    """What parents showed the class goes out of use, unless it is shown again."""
    teacher.trades_shown = shown_after_a_week(teacher.trades_shown, p)
    teacher.cultures_shown = shown_after_a_week(teacher.cultures_shown, p)


@step
def _show_the_class(f, teacher, p):
    """Who comes to help shows what it knows: a trade if it has work, language and custom if the home's are others."""
    if f.work > 0:
        teacher.trades_shown = shown_after_a_visit(teacher.trades_shown, p)
    if f.language > 0:
        teacher.cultures_shown = shown_after_a_visit(teacher.cultures_shown, p)


@step
def _way(f):
    """The column of the way that suits a family, among those for its group."""
    return f.approach + (WAYS if f.language > 0 else 0)


@step
def _fit(teacher, f, p):
    return teacher.approach[_way(f)] - custom_of_the_school(f.approach, p.Approach)


@step
def _learn_what_suits(teacher, p):
    """From the week's contacts, for families of the school's language and for the others."""
    for group in range(0, 2 * WAYS, WAYS):
        met = 0.0
        for way in range(WAYS):
            met += teacher.suited[group + way]
        closed = way_closed(met, teacher.skill_learned, p.Fitting)
        for way in range(WAYS):
            custom, suited = custom_of_the_school(way, p.Approach), teacher.suited[group + way] / max(1.0, met)
            uses = teacher.approach[group + way]
            teacher.approach[group + way] = learned_from(uses, custom, suited, closed, p.Fitting)


@step
def _time_passes(f, a, now, p):
    picked = picked_up(float(f.information_habit), float(f.told))
    f.information = known_after_a_week(f.information, picked, p.Information.going_out_of_date)
    a.knowledge = known_after_a_week(a.knowledge, p.Information.teacher_habit, p.Information.teacher_forgets)
    f.invitation = invited_after_a_week(f.invitation, float(f.invited), p.Invitation)
    f.reached += 1
    now.heard = 0.0
    now.nudges = 0.0
    now.encouraged = 0
    for strand in range(now.lessons.size):
        now.lessons[strand] = 0.0


@step
def _manner(offer, teacher, p):
    """What all contacts of one offer with a class share: hurry, strain, warmth, closeness, and how much each side tells."""
    k = offer.channel
    by_others = k in LED_BY_OTHERS
    strain = 0.0 if by_others else teacher.strain
    hurried = teacher.hurried if offer.payer == Payer.SCHOOL and k != Channel.MESSAGE else 1.0
    warmth = warmth_when_heard(p.Warmth[k], offer.listening, p.Listening)
    telling = p.Telling[k] if k != Channel.MESSAGE or offer.topic == 1 else 0.0  # few messages are about school
    hearing = hearing_when_asked(p.Hearing[k], offer.listening, p.Listening)
    to_teacher = 0.0 if by_others else p.Closeness[k] * p.Trust.slowness
    return hurried, strain, warmth, p.Closeness[k], to_teacher, telling, hearing


@step
def _contact(f, a, now, teacher, offer, manner, p):
    """What one contact leaves: knowledge both ways, a feeling, and trust. Who is written to, met or talked to feels invited."""
    k, (hurried, strain, warmth, close, to_teacher, telling, hearing) = offer.channel, manner
    skill = teacher.skill + teacher.skill_learned
    warmth += p.Fitting.warmth * f.fit
    quality = quality_of_contact(warmth, strain, skill, float(f.help), f.distance, hurried, p.Trust)
    now.heard = max(now.heard, offer.listening)
    f.information = known_after_contact(f.information, telling, quality)
    a.knowledge = known_after_contact(a.knowledge, heard_from(hearing, float(f.outspoken), p.SpeakingUp), quality)
    if close > 0.0:
        f.felt_quality = felt_after_contact(f.felt_quality, quality, close)
        f.trust = trust_after_contact(f.trust, f.felt_quality, f.trust_habit, close, p.Trust)
        if hurried < 1.0:
            f.trust = trust_after_a_rushed_contact(f.trust, quality, p.Trust)
        a.trust = felt_after_contact(a.trust, quality, to_teacher)
    if k != Channel.MESSAGE and k != Channel.LIBRARY:
        f.reached = 0
    if k != Channel.LIBRARY:
        f.invitation = min(1.0, f.invitation + p.Invitation.by_contact)


@step
def _speak(f, now, said):
    """At a meeting a family says what it values, as far as it speaks its mind; the preschool hears it at the end of the week."""
    if now.came_now & (1 << Channel.MEETING):
        for d in range(6):
            said[d] += f.outspoken * f.values[d]
        said[6] += f.outspoken
        said[7] += f.outspoken * now.heard


@step
def _lesson_of(offer, p):
    """How far one contact closes the way to the ceiling of practice; 0 where it teaches nothing."""
    k = offer.channel
    if k == Channel.COURSE:
        return lesson_of_a_session(p.session, offer.strength)
    if k == Channel.TRAINED_VISIT:
        return lesson_of_a_session(p.trained_visit, offer.strength)
    if k == Channel.TEACHER_VISIT:
        return lesson_of_a_session(p.teacher_visit, offer.strength)
    if k == Channel.JOINT_ACTIVITY:
        return p.joint_activity
    if k == Channel.HUB:
        return p.hub_visit
    if k == Channel.TALK:
        return lesson_of_a_session(p.goals_set, offer.goals)
    return 0.0


@step
def _teach_parents(f, now, offer, lesson, p):
    """Sessions and visits teach practice; tips and goals push time."""
    k = offer.channel
    if k == Channel.MESSAGE:
        if offer.topic == 0:
            now.nudges += push_of_a_tip(offer.goals, offer.reward, p.Messages) * f.use_of_tips
    elif lesson > 0.0:
        _lesson(now, lesson, offer.topic if k == Channel.COURSE or k == Channel.JOINT_ACTIVITY else 2, p)
        if k == Channel.TALK:
            now.nudges += p.Messages.goals * offer.goals


@step
def _lesson(now, share, topic, p):
    """Topic 0 reading, 1 behaviour, 2 both, 3 concepts; other strands get a little. A lesson closes at most the whole way."""
    spill = p.HomePractice.spill * share
    reading = share if topic == 0 or topic == 2 else spill
    guidance = share if topic == 1 or topic == 2 else spill
    concepts = share if topic == 3 else spill
    now.lessons[Strand.READING] = 1.0 - (1.0 - now.lessons[Strand.READING]) * (1.0 - reading)
    now.lessons[Strand.GUIDANCE] = 1.0 - (1.0 - now.lessons[Strand.GUIDANCE]) * (1.0 - guidance)
    now.lessons[Strand.CONCEPTS] = 1.0 - (1.0 - now.lessons[Strand.CONCEPTS]) * (1.0 - concepts)
    now.encouraged = 1
