"""When a term starts: routine and strategy become a timetable that the compiled week can read."""

import math
from functools import cached_property

import numpy as np

from sim.agents.week import Timetable
from sim.conditions import interpreters, set_basics, set_conditions, smaller_classes, training
from sim.core.errors import ScenarioError
from sim.core.kinds import LAST_CLASS_CHANNEL, PROGRAMME, WITHOUT_PRESCHOOL, Channel, Domain, Payer
from sim.groups import mask
from sim.institutions import order
from sim.institutions.authority import (
    clearer_rules,
    grant,
    hearings,
    inspect,
    law_after_consultation,
    turn_goals,
    weight_of_preschools,
)
from sim.institutions.request import Request, preschools_of
from sim.institutions.roster import roster
from sim.interventions import INTERVENTIONS
from sim.numbers import for_the_week
from sim.observing import as_seen, rated_at_the_start
from sim.rules.authority import longer_when_answered
from sim.rules.home_practice import worth_of_books
from sim.rules.prices import price_of
from sim.rules.volunteers import help_given, times_a_year
from sim.week.calendar import fill_calendar
from sim.week.order import desks

FOREVER = 1_000_000
MOST_A_WEEK = 250  # times a channel may ask a family; a week counts them in one byte
MANDATES = {  # what a district's sheet says of each preschool
    Channel.MEETING: "meetings_a_year",
    Channel.TALK: "talks_a_year",
    Channel.TEACHER_VISIT: "visits_a_year",
    Channel.NOTE: "notes_a_month",
}
BY_LAW = (Channel.MEETING, Channel.TALK, Channel.TEACHER_VISIT)  # a preschool may do more of these, not less
BEFORE = -51  # the first week of the year before week 1


class Term:
    """The offers of one term, written down one by one by the interventions."""

    def __init__(self, world, arm, place, first):
        self.share_of_year = _school_weeks(world.tables.taught, *place.term_around(first))
        self.weeks_of_term = self.share_of_year[1] - self.share_of_year[0]
        self.handed_over = 0  # cents a year that each class leaves to a parent committee
        self.world, self.customs, self.first = world, place.customs, first
        self.coordinator_hours = float(arm.budget.coordinator_hours)
        self.policy = arm.policy  # as the authority asks for it, after consultation
        self.earmarked = []
        self.year = (first + 51) // 52
        self.begins = place.term_around(first)[0]
        self.number = self.begins + 100  # a number of its own, for what is drawn once a term
        self.class_size = place.staff.class_size
        self.weeks_a_year = int(world.tables.taught[52])
        self.rows, self._whom = [], []
        self.classes_of = {}  # rows that not all classes have: a share of 1 for those that do
        self.by_law_and_custom, self.conditions, self.requests = [], [], []
        self._doing, self._among, self._meant = None, None, {}
        self.opening = first == place.term_around(first)[0]

    @cached_property
    def week_numbers(self):
        """The numbers as the compiled loops take them."""
        return for_the_week(self.world.numbers)

    @cached_property
    def roster(self):
        """The families of each preschool."""
        return roster(self.world.tables)

    def ask(self, doing, payer, among=None):
        """Let an intervention write its offers, on someone's account; `among` holds who may get them (None: everybody)."""
        self._act_for(doing, payer, among)
        doing.plan(self)

    def _act_for(self, doing, payer, among):
        """Who asks from here on, and what that says of each offer."""
        self._doing, self._payer, self._among = doing, payer, among
        self._beyond = PROGRAMME if doing.name != "routine" else 0
        first = doing.from_week if self._beyond else BEFORE
        self._said = {"payer": int(payer), "first": first, "last": doing.until_week or FOREVER}

    def found(self):
        """An institution is asked for: founded when a term starts, it then acts by its own rules."""
        if self._is_on():
            self._request(self._doing)

    def coordinate(self):
        """The coordinator whom a place has anyway, paid beside its money for families."""
        if self.coordinator_hours > 0.0:
            self._request(INTERVENTIONS["cooperation_office"](staff_hours_a_week=self.coordinator_hours))

    def _request(self, institution):
        """Asked for on account of whoever asks now."""
        whom = self._whom_now()
        where = preschools_of(whom, self.world.tables)
        asked = Request(institution.name, institution.dose, self._payer, whom, where, self._doing, self._among)
        self.requests.append(asked)

    def on_account_of(self, request):
        """What is offered from here on is the doing of an institution."""
        self._act_for(request.doing, request.payer, request.among)

    def offer(
        self,
        channel,
        *,
        per_week=None,
        per_month=None,
        per_year=None,
        per_term=None,
        times=0,
        once=False,
        cents=None,
        whom=None,
        **what,
    ):
        """One offer of the term: how often (or how many times, one after the other), to whom the intervention says."""
        rate = _rate(per_week, per_month, per_year, self.weeks_a_year) + (per_term or 0.0) / self.weeks_of_term
        if rate <= 0.0 and times <= 0 and not once:
            return
        numbers = self.world.numbers
        row = self._said | {
            "channel": int(channel),
            "rate": rate,
            "times": round(times),
            "once": int(once),
            "minutes": round(numbers.TeacherMinutes[channel]),
            "cents": self.cents_of(channel) if cents is None else cents,
            "serial": channel + self._beyond,
        }
        self.rows.append(row | what)
        self._whom.append(self._for_whom(self._doing.for_whom, channel) if whom is None else self._those(whom, channel))

    def cents_of(self, channel, length=1.0):
        """What one contact, or one occasion of a class, costs: its staff are there as long as it lasts."""
        return round(100 * price_of(channel.name.lower(), self.world.numbers) * length)

    def cents_of_time(self, channel, length, share):
        """What it costs to pay a family for a share of the time that one occasion takes of it."""
        hours = self.world.numbers.FamilyMinutes[channel] * length / 60.0
        return round(100 * self.world.numbers.Wage.family_hour * hours * share)

    def meet_and_answer(self, per_year, feedback):
        """Meetings that law asks for, and at which what parents say must be answered, as far as it says."""
        p = self.world.numbers
        minutes = round(longer_when_answered(p.TeacherMinutes.meeting, feedback, p.Authority))
        self.offer(Channel.MEETING, per_year=per_year, listening=feedback, minutes=minutes, mandated=1)

    def write_rules(self, clarity):
        """Rights and duties are written down together."""
        if clarity > 0.0 and self._is_on():
            self.set(clearer_rules(self.world, self._whom_now(), clarity))

    def hear_preschools(self, weight):
        """What it takes of teachers that preschools are heard; what it does to the law is done before law asks."""
        if weight > 0.0 and self._is_on():
            self.set(hearings(self.world, weight))

    def earmark(self, money_per_child, staff_hours):
        """Money and hours tied to work with families."""
        if money_per_child + staff_hours > 0.0 and self._is_on():
            self.earmarked.append((self._payer, money_per_child, staff_hours, self._whom_now()))

    def session_length(self, minutes):
        """Length of a session against a full one."""
        return minutes / self.world.numbers.HomePractice.full_session

    def lend(self, books):
        """A library lends so many books to each family, as long as it is open."""
        numbers = self.world.numbers
        if books > 0:
            cents = round(100 * numbers.Price.library * books)
            self.offer(
                Channel.LIBRARY, once=True, strength=worth_of_books(float(books), numbers.HomePractice), cents=cents
            )

    def exchanges_a_week(self, staff_minutes):
        """How often a week each family of an ordinary class can ask and be answered in so many minutes of its teacher."""
        return staff_minutes / (self.world.numbers.TeacherMinutes.exchange * self.class_size)

    def interpret(self, share):
        """An interpreter for a share of contacts."""
        if share > 0.0 and self._is_on():
            self.set(interpreters(self.world, self._whom_now(), share, self.weeks_a_year))

    def ask_for_hours(self, hours):
        """Parents are asked for hours of a year; what they give takes work off the teacher."""
        numbers = self.world.numbers
        each = float(numbers.FamilyMinutes.volunteer)
        gives = int(help_given(each, numbers.Volunteers))
        self.offer(Channel.VOLUNTEER, per_year=times_a_year(hours, each), gives=gives)

    def train(self, days, coaching_visits, *, of_teaching):
        """Days and coach's visits a year for teachers, on working with families or on teaching."""
        if days + coaching_visits > 0.0 and self._is_on():
            whom = self._whom_now()
            self.set(training(self.world, whom, days, coaching_visits, of_teaching, self.weeks_a_year))

    def make_classes_smaller(self, children):
        """More teachers, until each has so many children."""
        if children > 0.0 and self._is_on():
            self.set(smaller_classes(self.world, self._whom_now(), children))

    def _is_on(self):
        return self._doing.from_week <= self.first <= (self._doing.until_week or FOREVER)

    def set(self, condition):
        """A condition of classes, on the account of whoever asks."""
        self.conditions.append((self._payer, condition))

    def _whom_now(self):
        return self._for_whom(self._doing.for_whom, None) == 1

    def _for_whom(self, group, channel):
        """Who is meant, of those who may be; a family whose child stays at home gets nothing that needs the preschool.

        Worked out once a term for all that is for the same families.
        """
        same = (group, id(self._among), channel in WITHOUT_PRESCHOOL)
        if same not in self._meant:
            self._meant[same] = self._who(group, channel)
        return self._meant[same]

    def _who(self, group, channel):
        skill = None
        if group == "behind":
            skill = as_seen(self.world, Domain.LANGUAGE, "teacher")
        if group == "lowest_quarter":
            skill = rated_at_the_start(self.world)
        return self._those(mask(group, self.world, skill), channel)

    def _those(self, meant, channel):
        if self._among is not None:
            meant = meant & self._among
        if channel not in WITHOUT_PRESCHOOL:
            meant = meant & (self.world.tables.children.attends == 1)
        return meant.astype(np.uint8)

    def as_each_preschool_does(self, place, policy):
        """What rows of a district's sheet say is done now, in place of their average; a change of the law comes on top."""
        for channel, key in MANDATES.items():
            level = _levels(place, policy, key)
            for r in range(len(self.rows)):
                if self.rows[r]["channel"] == channel and (level != 1.0).any():
                    self._split(r, level)

    def _split(self, r, level):
        """A row for each level of it, and which classes have that one, for whoever counts hours and money."""
        tables, row, whom = self.world.tables, self.rows[r], self._whom[r]
        for k, times in enumerate(np.unique(level)):
            does = level == times
            if k:
                self.rows.append(row)
                self._whom.append(whom)
            at = len(self.rows) - 1 if k else r
            self.rows[at] = row | {"rate": row["rate"] * float(times)}
            self._whom[at] = (whom & does[tables.families.preschool]).astype(np.uint8)
            self.classes_of[at] = does[tables.teachers.preschool].astype(float)

    def reweigh(self, emphasis):
        """The preschool's own offers so many times as often (preschools x channels); what law asks for is not cut."""
        of = self.world.tables.families.preschool
        for r in range(len(self.rows)):
            row = self.rows[r]
            if row["payer"] == Payer.SCHOOL and row["rate"] > 0.0:
                by_law = r < len(self.by_law_and_custom) and row["channel"] in BY_LAW
                level = np.maximum(emphasis[:, row["channel"]], 1.0 if by_law else 0.0)
                for times in sorted(set(level.tolist()) - {1.0}):
                    those = (level == times)[of]
                    if (self._whom[r] & those).any():
                        self.rows.append(row | {"rate": row["rate"] * times})
                        self._whom.append(self._whom[r] & those)
                        self._whom[r] = self._whom[r] & ~those

    def timetable(self):
        """The offers as a table, and the groups of families that they are for: who is meant is written once a group."""
        groups, families = {}, self.world.tables.families.size
        rows, events = [], 0
        for row, whom in zip(self.rows, self._whom, strict=True):
            _check(row)
            group, of_class = groups.setdefault(whom.tobytes(), len(groups)), row["channel"] <= LAST_CLASS_CHANNEL
            for rate in _at_most_weekly(row["rate"]) if of_class else [row["rate"]]:
                rows.append(row | {"rate": rate, "whom": group, "held": events})
                events += of_class
        members = np.frombuffer(b"".join(groups), np.uint8).reshape(len(groups), families)
        return Timetable.of(rows), np.packbits(members, axis=0, bitorder="little")


def _check(row):
    """A week can hold what is asked."""
    if row["rate"] > MOST_A_WEEK:
        asked = f"{Channel(row['channel']).name.lower()} would ask each family {row['rate']:.0f} times a school week"
        raise ScenarioError(f"{asked}: at most {MOST_A_WEEK} are possible.")


def _levels(place, policy, key):
    """How many times what the policy asks for each preschool of a district does, by its own row."""
    asked, usual = getattr(policy, key), getattr(place.policy, key)
    own = [getattr(one, key) for one in place.district.preschools]
    does = np.array([usual if value is None else value for value in own]) + asked - usual
    return np.maximum(0.0, does) / asked if asked > 0.0 else np.ones(len(own))


def _school_weeks(taught, begins, ends):
    """From which to which of the year's school weeks a term lasts."""
    before, after = (int(taught[(week - 1) % 52 + on]) for week, on in ((begins, 0), (ends, 1)))
    return before, after if after > before else before + int(taught[52])


def _at_most_weekly(rate):
    """A row of the calendar holds one event a week at most: as many full ones as it takes, and what is left."""
    full = math.ceil(rate) - 1
    return [1.0] * full + [rate - full] if full > 0 else [rate]


def _rate(per_week, per_month, per_year, weeks_a_year):
    """Times a school week; a school year has its weeks, a school month a ninth of them."""
    return (per_week or 0.0) + 9.0 * (per_month or 0.0) / weeks_a_year + (per_year or 0.0) / weeks_a_year


def plan_term(world, arm, place, first, last, shares=None):
    """Write the timetable, the calendar of classes and the conditions of the weeks from first to last.

    `shares`: strategies in place of the arm's, each with the families that get it (True for each that does).
    """
    term = _everything_asked(world, arm, place, first, shares)
    begins, ends = place.term_around(first)  # the whole term, so that an event in it moves nothing
    if term.opening:
        turn_goals(world, arm.policy)
        order.open_term(term, new_year=(begins - place.terms[0][0]) % 52 == 0)
    else:
        order.begin(term)
    _set_conditions(world, arm, place, term)
    order.offer(term)
    table, whom = term.timetable()
    t = world.tables
    held = np.zeros(((table.channel <= LAST_CLASS_CHANNEL).sum(), t.teachers.size), np.uint64)
    meant = np.zeros((t.teachers.size, table.size), np.uint8)
    fill_calendar(held, meant, table, t.teachers, whom, t.taught, begins, max(ends, last) - begins + 1, world.seed)
    t.planned_from[0] = begins
    asks = np.zeros((t.teachers.size, table.size), np.uint16)
    room = desks(t.teachers)
    due, kept = np.zeros((2, table.size, room), np.uint8)
    work = {"held": held, "meant": meant, "asks": asks, "due": due, "kept": kept, "values_aimed": np.zeros((room, 6))}
    world.tables = t._replace(timetable=table, whom=whom, **work)


def _set_conditions(world, arm, place, term):
    """Those of the place and the strategy, and what institutions decided for the term."""
    order.keep_to_it(term)
    set_conditions(world, arm, place, term.conditions, term.by_law_and_custom, term.handed_over)
    inspect(world, arm.policy)
    grant(world, arm.policy, term.earmarked, term.by_law_and_custom)


def _everything_asked(world, arm, place, first, shares):
    """Routine first, then the strategy, or each share's."""
    set_basics(world, arm, place)
    term = Term(world, arm, place, first)
    strategies = ((arm.strategy, None),) if shares is None else shares
    heard = weight_of_preschools(arm.policy, [d for strategy, _ in strategies for d in strategy.doings], first)
    term.policy = law_after_consultation(world, arm.policy, heard)
    term.ask(INTERVENTIONS["routine"](), Payer.SCHOOL)
    if place.district is not None:
        term.as_each_preschool_does(place, arm.policy)
    term.by_law_and_custom = [(row, term.classes_of.get(r, 1.0)) for r, row in enumerate(term.rows)]
    for strategy, among in strategies:
        for doing in strategy.doings:
            if doing.name != "routine":
                term.ask(doing, Payer.PROGRAMME if strategy.funded else Payer.SCHOOL, among)
    return term
