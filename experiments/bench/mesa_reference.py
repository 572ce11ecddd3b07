"""The week as ordinary Mesa agents: the same rules, one agent a family, child, teacher and preschool, nothing compiled.

Runs in a process of its own in which rules are plain Python (NUMBA_DISABLE_JIT=1), see `mesa_process.py`.
"""

import mesa
import numpy as np

from experiments.bench.rows import INTO_TABLES, Grid, Row, TurnedGrid, objects_of, read_row, write_rows
from sim.core.chance import Ask
from sim.core.kinds import LAST_CLASS_CHANNEL, Channel
from sim.rules.effort import effort_after_a_week, pushed, urge_after_a_week
from sim.rules.growth import (
    added_by_home,
    moved_by_home,
    noise_scale,
    potential_after_a_week,
    skill_after_a_week,
    tilted,
)
from sim.rules.home_practice import materials_after_a_week, share_kept, urge_with_books, use_of_time
from sim.rules.reconsidering import pace_of_a_month, thinks_again
from sim.rules.taking_part import chance_of_taking_up
from sim.rules.trust import trust_after_a_cancelled_promise
from sim.week import answer, classroom, grow, home, libraries, meet, plan, record, spread
from sim.world import Tables


class Parent(mesa.Agent):
    """The adults of one family; its attributes are the columns of its row."""

    def __init__(self, model, row):
        super().__init__(model)
        self.row = row
        read_row(self, model.start.families, row)

    def begin(self):
        """What the other days of the week look up again and again."""
        t = self.model.t
        self.now, self.attention, self.ties = t.week[self.row], t.attention[self.row], t.ties[self.row]
        self.child, self.teacher = t.children[self.row], t.teachers[self.room]
        self.due, self.kept = t.due.rows[self.row], t.kept.rows[self.row]

    def answer(self):
        model, p = self.model, self.model.numbers
        answer._begin(self, self.now, p, (model.week + 51) % 52 == 0)
        for r in model.asked[self.room]:
            offer, times = model.t.timetable[r], self.due[r]
            self.kept[r] = 0
            if times:
                self.kept[r] = kept = self._answer(offer, model.pulls[r], times)
                answer._note(self, self.now, model.noted[r], times, kept)
                self.teacher.minutes_volunteered += kept * offer.gives
                answer._pay_families(self.teacher, offer, kept, p)
                if offer.channel > LAST_CLASS_CHANNEL:
                    answer._book(self.teacher, offer, kept)

    def _answer(self, offer, pull, times):
        """How often the family comes of so many times that it is asked."""
        p, k, mine = self.model.numbers, offer.channel, answer.life(self.model.luck, self.who)
        before = self.offered[k]
        self.offered[k] += times
        leans = answer._lean(self, offer, pull, times, mine, self.teacher.skill_learned, p)
        willing = chance_of_taking_up(leans)
        occasions = (answer._occasion(before, time, k) for time in range(1, times + 1))
        return sum(answer.luck(mine, Ask.TAKES_UP, occasion) < willing for occasion in occasions)

    def meet(self):
        model, p = self.model, self.model.numbers
        meet._time_passes(self, self.attention, self.now, p)
        self.fit = meet._fit(self.teacher, self, p)
        for r in model.asked[self.room]:
            if model.t.timetable[r].gives > 0 and self.kept[r]:
                meet._show_the_class(self, self.teacher, p.FundsOfKnowledge)
            if model.t.timetable[r].channel in meet.LEARNED_FROM:
                self.teacher.suited[meet._way(self)] += self.kept[r]
            manner = meet._manner(model.t.timetable[r], self.teacher, p) if self.kept[r] else None
            for _ in range(self.kept[r]):
                meet._contact(self, self.attention, self.now, self.teacher, model.t.timetable[r], manner, p)
                meet._teach_parents(self, self.now, model.t.timetable[r], model.lessons[r], p)
        for _ in range(self.now.cancelled):
            self.trust = trust_after_a_cancelled_promise(self.trust, p.Trust)
        meet._speak(self, self.now, model.t.said[self.preschool])

    def practise(self):
        model, p = self.model, self.model.numbers
        home._believe(self, self.attention, self.now, p)
        if self.teacher.thinks_again:
            home._think_again(self, self.attention, self.child.skills[0], model.t.conditions[self.room], p)
        self.urge = urge_after_a_week(self.urge, self.now.nudges, p.Effort)
        urge = urge_with_books(self.urge, self.materials, p.HomePractice)
        self.effort = effort_after_a_week(self.effort, pushed(self.wanted, urge), p.Effort)
        home._practise_better(self, self.now, model.practice_kept, p.HomePractice)
        books = 0.0
        if self.borrows:
            books = libraries.books_at_hand(model.t.timetable, model.lending, model.t.whom, self.row, self.borrows)
        self.materials = materials_after_a_week(self.materials, books, model.interest_kept, p.HomePractice)

    def listen(self):
        t, p = self.model.t, self.model.numbers
        if self.teacher.thinks_again:
            aims, school = t.values_aimed[self.row], t.preschools[self.preschool]
            spread._aim_values(t.families, self, self.ties, school, aims, p.Goals)
            spread._hear_who_came(t.families, self, self.ties, self.model.asked_of, self.model.came_of)

    def move(self):
        model, t, p = self.model, self.model.t, self.model.numbers
        if self.teacher.thinks_again:
            goals = t.preschools[self.preschool].goals
            spread._settle_values(self, t.values_aimed[self.row], goals, model.pace)
            spread._let_ties_fade(self.ties, p.TieChange)
        came = self.now.came_now & spread.AT_SCHOOL
        if came:
            mine, occasion = spread.life(model.luck, self.who), 1000 * ((model.week + 51) // 52)
            spread._draw_closer(self.teacher, t.week, self.ties, came, p.TieChange)
            spread._get_to_know(t, self.ties, self.teacher, self.row, mine, occasion, p.TieChange)
        spread._remember_who_came(self, self.now)

    def be_counted(self):
        sums = self.model.sums[self.model.week - 1]
        record._add(self, self.attention, self.now, self.child, self.teacher.strain, sums)


class Child(mesa.Agent):
    """One child."""

    def __init__(self, model, row):
        super().__init__(model)
        self.row = row
        read_row(self, model.start.children, row)

    def grow(self):
        model, p = self.model, self.model.numbers
        parent, now = model.t.families[self.row], model.t.week[self.row]
        teacher, together = parent.teacher, now.joint - self.joint_at_start
        grow._home_input(parent, use_of_time(parent.effort, p.HomePractice), model.concepts, p, model.given)
        noises = grow.six_noises(grow.life(model.luck, parent.who), Ask.GROWTH_NOISE, model.week)
        for d in range(6):
            practised = tilted(p.HomeWeight[d], parent.values[d], p.Growth)
            offered = practised * (model.given[d] - self.input_at_start[d])
            gained = moved_by_home(offered, model.share_each * self.from_home[d], p.Growth)
            self.from_home[d] = added_by_home(self.from_home[d], gained, p.Growth)
            gained += teacher.taught[d] * now.teaching
            gained += p.JointWeight[d] * together
            gained += teacher.change[d] * self.attends
            luck = model.noise_scale * noises[d]
            potential = self.potential[d]
            self.skills[d] = skill_after_a_week(self.skills[d], potential, gained, luck, p.Growth)
            self.potential[d] = float(
                np.float32(potential_after_a_week(potential, gained, p.Growth))
            )  # as the table keeps it


class Teacher(mesa.Agent):
    """One teacher and her class."""

    def __init__(self, model, row):
        super().__init__(model)
        self.row = row
        self.taught, self.change = [0.0] * 6, [0.0] * 6
        read_row(self, model.start.teachers, row)

    def plan(self):
        model = self.model
        plan.plan(model.t, model.numbers, model.luck, model.week, self.row, self.row + 1)
        answer._empty_accounts(self)
        model.asked[self.row] = [r for r, asks in enumerate(model.t.asks[self.row]) if asks]
        self.thinks_again = thinks_again(self.room, model.week)

    def open_the_door(self):
        for way in range(len(self.suited)):
            self.suited[way] = 0
        meet._show_less(self, self.model.numbers.FundsOfKnowledge)

    def learn_what_suits(self):
        meet._learn_what_suits(self, self.model.numbers)

    def pay_for_events(self):
        for r in self.model.asked[self.row]:
            if self.model.t.timetable[r].channel <= LAST_CLASS_CHANNEL:
                answer._book(self, self.model.t.timetable[r], 1)

    def teach(self):
        model = self.model
        classroom.classroom(model.t, model.numbers, model.luck, model.week, self.row, self.row + 1)

    def look_at_the_class(self):
        model, p = self.model, self.model.numbers
        grow._pull_of_class(model.t.children, self, p.PeerWeight, self.change)
        goals = model.t.preschools[self.preschool].goals
        for d in range(6):
            self.taught[d] = tilted(p.SchoolWeight[d], goals[d], p.Growth)


class Preschool(mesa.Agent):
    """One preschool."""

    def __init__(self, model, row):
        super().__init__(model)
        read_row(self, model.start.preschools, row)


class ReferenceSchool(mesa.Model):
    """The settled place of a life, to be lived week by week by agents."""

    def __init__(self, life, luck):
        super().__init__(rng=1)
        self.life, self.luck, self.week = life, luck, 0
        self.numbers, self.start = life.world.numbers, life.world.tables
        self.sums = [Grid(week) for week in np.zeros((life.scenario.weeks, 5, self.start.weekly.shape[2])).tolist()]
        people = {"families": Parent, "children": Child, "teachers": Teacher, "preschools": Preschool}
        self.people = {
            name: Row(kind(self, row) for row in range(getattr(self.start, name).size)) for name, kind in people.items()
        }
        self._hoist()

    def _hoist(self):
        """What is the same for all families and weeks."""
        p = self.numbers
        self.practice_kept = share_kept(p.HomePractice.half_life)
        self.interest_kept = share_kept(p.HomePractice.books_wear)
        self.concepts, self.given = grow._concepts(p).tolist(), [0.0] * 6
        self.share_each = 1.0 / p.Growth.most_from_home
        self.pace, self.noise_scale = pace_of_a_month(p.Goals.pace), noise_scale(p.Growth)
        self.asked_of, self.came_of = Row([0.0] * len(Channel)), Row([0.0] * len(Channel))

    def open_term(self, first):
        """A term's timetable is written on the tables, as for the fast model, then read again."""
        self.write_tables()
        self.life._open(first)
        t = self.life.world.tables
        self.start = t
        for name, agents in self.people.items():
            for row, agent in enumerate(agents):
                read_row(agent, getattr(t, name), row)
        objects = {n: objects_of(getattr(t, n)) for n in (*INTO_TABLES, "timetable") if n not in self.people}
        grids = {name: Grid(getattr(t, name).tolist()) for name in ("whom", "meant", "asks")}
        grids |= {name: TurnedGrid.of(t.families.size, t.timetable.size) for name in ("due", "kept")}
        plain = {
            "taught": t.taught.tolist(),
            "seats": t.seats.tolist(),
            "values_aimed": np.zeros((t.families.size, 6)).tolist(),
        }
        self.t = Tables(**(t._asdict() | self.people | objects | grids | plain))
        self.pulls = [answer._pull(offer, self.numbers) for offer in self.t.timetable]
        self.noted = [answer.what_is_noted(offer, self.numbers) for offer in self.t.timetable]
        self.lessons = [meet._lesson_of(offer, self.numbers.HomePractice) for offer in self.t.timetable]
        self.asked = [[] for _ in self.people["teachers"]]
        for teacher in self.people["teachers"]:
            teacher.desk = teacher.first  # each family has room of its own
        for parent in self.people["families"]:
            parent.begin()

    def write_tables(self):
        """What the agents have become, on the tables."""
        if hasattr(self, "t"):
            for name in INTO_TABLES:
                write_rows(getattr(self.t, name), getattr(self.life.world.tables, name))

    def step(self):
        """One week, Monday to Sunday."""
        self.week += 1
        self.lending = libraries.lending(self.t.timetable, self.week).tolist()
        teachers, parents = self.agents_by_type[Teacher], self.agents_by_type[Parent]
        teachers.do("plan")
        parents.shuffle_do("answer")
        teachers.do("pay_for_events")
        teachers.do("open_the_door")
        parents.shuffle_do("meet")
        teachers.do("learn_what_suits")
        parents.shuffle_do("practise")
        teachers.do("teach")
        parents.shuffle_do("listen")
        for preschool, said in zip(self.t.preschools, self.t.said, strict=True):
            spread._goals_follow(preschool, said, self.numbers)
        parents.shuffle_do("move")
        teachers.do("look_at_the_class")
        self.agents_by_type[Child].shuffle_do("grow")
        parents.do("be_counted")
        self.life.world.week = self.week
