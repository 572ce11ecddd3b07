"""The model as a Mesa user expects it: `FamilySchool(families=100, seed=1)`, a step a week, agents, data collector.

The agents are windows on rows of the model's tables: reading `parent.trust` reads the column, and only the rules write.
"""

import inspect
from functools import partial
from numbers import Integral

import mesa
import networkx

from sim.core.errors import ScenarioError, unknown
from sim.core.kinds import DOMAINS
from sim.flat_words import WORDS, scenario_from, shown_defaults
from sim.outcomes import OUTCOMES
from sim.report import REPORTED, measure, outcomes_frame
from sim.run import LARGEST_SEED, Life, settle
from sim.world import AGENTS


class Window(mesa.Agent):
    """One row of a table, read by the names of its columns. Wide columns (a value a domain, channel …) are copies."""

    table = ""

    def __init__(self, model, row):
        super().__init__(model)
        self.row = row

    def __getattr__(self, name):
        columns = AGENTS[self.table].declared
        if name not in columns:
            kind = type(self).__name__
            raise AttributeError(f"A {kind} has no '{name}'; dir() of one lists what it has.", name=name, obj=self)
        value = getattr(self.model.world.tables, self.table)[name][self.row]
        return value.copy() if columns[name].wide else value.item()

    def __setattr__(self, name, value):
        if name in AGENTS[self.table].declared:
            raise AttributeError(
                f"'{name}' of a {type(self).__name__} can be read only: the rules of the week write it."
            )
        super().__setattr__(name, value)

    def __dir__(self):
        return [*super().__dir__(), *AGENTS[self.table].declared]

    def __repr__(self):
        return f"{type(self).__name__} {self.unique_id}"

    @classmethod
    def changing(cls):
        """Columns of one value that change from week to week: what a data frame of these agents shows."""
        declared = AGENTS[cls.table].declared.items()
        return [n for n, c in declared if not c.wide and c.written_by not in ("population", "settle")]


class Parent(Window):
    """The adults of one family."""

    table = "families"

    @property
    def child(self):
        return self.model.children[self.row]

    @property
    def teacher(self):
        return self.model.teachers[self.room]

    @property
    def preschool(self):
        return self.teacher.preschool

    @property
    def friends(self):
        """Parents it is tied to."""
        others = self.model.world.tables.ties.other[self.row]
        return [self.model.parents[row] for row in others if row >= 0]

    @property
    def attention(self):
        """What its teacher knows, believes and gives: `parent.attention.trust` is her trust in this family."""
        return self.model.world.tables.attention[self.row].copy()


class Child(Window):
    """One child; its skills can be read by domain: `child.language`."""

    table = "children"

    def __getattr__(self, name):
        return self.skills[DOMAINS.index(name)].item() if name in DOMAINS else super().__getattr__(name)

    def __dir__(self):
        return [*super().__dir__(), *DOMAINS]

    @classmethod
    def changing(cls):
        return [*DOMAINS]

    @property
    def mean_skill(self):
        """Mean over the domains, in SD around the norm for the child's age."""
        return self.skills.mean().item()

    @property
    def parent(self):
        return self.model.parents[self.row]

    @property
    def teacher(self):
        return self.parent.teacher

    @property
    def preschool(self):
        return self.parent.preschool


class Teacher(Window):
    """One teacher and her class; `children` is how many it has."""

    table = "teachers"

    @property
    def families(self):
        """The parents of her class."""
        return self.model.parents[self.first : self.first + self.children]

    @property
    def preschool(self):
        return self.model.preschools[self.model.world.tables.teachers.preschool[self.row]]


class Preschool(Window):
    """One preschool."""

    table = "preschools"

    @property
    def teachers(self):
        return [teacher for teacher in self.model.teachers if teacher.preschool is self]

    @property
    def families(self):
        return [parent for teacher in self.teachers for parent in teacher.families]


class Committee(Window):
    """The parent committee of one preschool; without `seats` there is none. `members` is how many sit on it."""

    table = "committees"

    @property
    def preschool(self):
        return self.model.preschools[self.row]

    @property
    def parents(self):
        """The parents who sit on it."""
        return [parent for parent in self.preschool.families if parent.office]


class Organisation(Window):
    """One organisation of the neighbourhood; `serves` is with how many preschools it works this term."""

    table = "organisations"

    @property
    def partners(self):
        """The preschools it works with this term."""
        links = self.model.world.tables.partnerships
        mine = links[(links.organisation == self.row) & (links.partner == 1)]
        return [self.model.preschools[row] for row in mine.preschool]


class Authority(Window):
    """The authority of the district: what it `asks` of the law's contacts, how it `inspects`, how far it `consults`."""

    table = "authority"

    @property
    def preschools(self):
        """The preschools it asks."""
        return list(self.model.preschools)


KINDS = (Parent, Child, Teacher, Preschool, Committee, Organisation, Authority)
# None of these is called as an argument or an outcome is, so that a row of `batch_run` can hold all three.
AGENT_REPORTERS = {
    "kind": lambda agent: type(agent).__name__,
    "parent_effort": lambda agent: agent.effort if isinstance(agent, Parent) else None,
    "parent_trust": lambda agent: agent.trust if isinstance(agent, Parent) else None,
    "child_mean_skill": lambda agent: agent.mean_skill if isinstance(agent, Child) else None,
    "committee_members": lambda agent: agent.members if isinstance(agent, Committee) else None,
    "authority_asks": lambda agent: agent.asks if isinstance(agent, Authority) else None,
    "organisation_serves": lambda agent: agent.serves if isinstance(agent, Organisation) else None,
    "teacher_strain": lambda agent: agent.strain if isinstance(agent, Teacher) else None,
}


class FamilySchool(mesa.Model):
    """Families, children, teachers, preschools, committees, organisations and authority of a place; a step is a week.

    `FamilySchool(families=100, strategy="monthly_visits", clarity=0.8, messages_per_week=3, seed=1)`: what the place has
    (culture, policy, budget) goes by its own name, a dose by `<intervention>_<dose>`; what is not said is as in the place.
    `without=["shared_goals"]` switches mechanisms off (`famschool list mechanisms`); in a batch, one name a run or "" for none.
    `arm="baseline"` lives the scenario's baseline. Week 0 is collected too, so that row and Step are the week; Mesa's
    `batch_run` reports the last week but one unless asked for every week. `collect_agents=False` gives it a row a run.
    From 3.5 on it has a second row for each agent, without a kind, with the columns that only its type has.
    The same seed is the same run as with `sim.simulate`. Errors: ScenarioError (a ValueError) for what cannot be run.
    """

    def __init__(self, *, seed=None, rng=None, scenario_file=None, arm="strategy", collect_agents=True, **words):
        if seed is not None and rng is not None:
            raise ScenarioError("Give either seed or rng, not both.")
        scenario = scenario_from(scenario_file, **words)
        number = _whole("seed", seed) if seed is not None else _whole("rng", rng)
        super().__init__(rng=rng if number is None else number)
        number = int(self.rng.integers(2**31)) if number is None else number
        self.life = Life(scenario, number, settle(scenario, number), arm)
        tables = self.world.tables
        agents = [[kind(self, row) for row in range(len(getattr(tables, kind.table)))] for kind in KINDS]
        self.parents, self.children, self.teachers, self.preschools, *institutions = agents
        self.committees, self.organisations, (self.authority,) = institutions
        self.datacollector = _collector(collect_agents)
        self._look()

    @classmethod
    def from_scenario(cls, scenario, **words):
        """The model of a scenario (its name, file or dict), with whatever else is said changed."""
        return cls(scenario_file=scenario, **words)

    @property
    def world(self):
        """The tables as they are now."""
        return self.life.world

    @property
    def outcomes(self):
        """All outcomes now: outcome, observer, group, value, unit (a pandas frame)."""
        return outcomes_frame(self.world)

    def step(self):
        """Live one week."""
        weeks = self.life.scenario.weeks
        if self.world.week >= weeks:
            raise ScenarioError(f"The run is over: it has {weeks} weeks. FamilySchool(weeks=…) makes it longer.")
        self.life.live_to(self.world.week + 1)
        self.running = self.world.week < weeks
        self._look()

    def run_model(self):
        """Live to the last week."""
        while self.running:
            self.step()

    def outcome(self, name, observer=None, group="all"):
        """One outcome now, as its first observer sees it or another; NaN where the group has no families."""
        if name not in OUTCOMES:
            raise unknown("outcome", name, OUTCOMES, "sim/outcomes/")
        observer = OUTCOMES[name].observers[0] if observer is None else observer
        if observer not in OUTCOMES[name].observers:
            raise unknown("observer", observer, OUTCOMES[name].observers, name)
        if group not in REPORTED:
            raise unknown("group", group, REPORTED, "An outcome")
        return self.measured.get((name, observer, group), float("nan"))

    def network(self):
        """The ties as a networkx graph from each parent (its unique_id) to whom it is tied to; one side may have let go."""
        graph = networkx.DiGraph()
        for parent in self.parents:
            graph.add_node(parent.unique_id, ses=parent.ses, fifth=parent.fifth, classroom=parent.room)
        ties = self.world.tables.ties
        for parent in self.parents:
            for row, closeness in zip(ties.other[parent.row], ties.closeness[parent.row], strict=True):
                if row >= 0:
                    graph.add_edge(parent.unique_id, self.parents[row].unique_id, closeness=float(closeness))
        return graph

    def _look(self):
        """Measure once a week, however many columns are then collected."""
        self.measured = {(name, by, group): value for name, by, group, value, _ in measure(self.world)}
        self.datacollector.collect(self)


_OWN = inspect.signature(FamilySchool.__init__).parameters.values()
FamilySchool.__init__.__signature__ = inspect.Signature(  # for help(), completion, and SolaraViz, which checks names
    [
        *(given for given in _OWN if given.kind is not inspect.Parameter.VAR_KEYWORD),
        *(inspect.Parameter(w, inspect.Parameter.KEYWORD_ONLY, default=v) for w, v in shown_defaults().items()),
    ]
)


def column(outcome, observer):
    """What an outcome is called in a data frame; never as an argument of the model is, which `batch_run` would overwrite."""
    name = outcome if observer == "true" else f"{outcome}_{observer}"
    return f"measured_{name}" if name in WORDS else name


def _collector(collect_agents):
    seen = [(name, observer) for name, one in OUTCOMES.items() for observer in one.observers]
    reporters = {column(*one): partial(FamilySchool.outcome, name=one[0], observer=one[1]) for one in seen}
    if not collect_agents:
        return mesa.DataCollector(model_reporters=reporters)
    by_type = {kind: {name: name for name in kind.changing()} for kind in KINDS}
    return mesa.DataCollector(model_reporters=reporters, agent_reporters=AGENT_REPORTERS, agenttype_reporters=by_type)


def _whole(name, seed):
    """A seed as a whole number (an input field says it as text), or None for what only numpy can make a generator of."""
    if isinstance(seed, str) or (isinstance(seed, float) and seed.is_integer()):
        try:
            seed = int(seed)
        except ValueError:
            pass
    whole = isinstance(seed, Integral) and not isinstance(seed, bool)
    if whole and 0 <= seed <= LARGEST_SEED:
        return int(seed)
    if whole or isinstance(seed, str | float | bool) or (name == "seed" and seed is not None):
        raise ScenarioError(f"{name} = {seed!r} is not a seed: a whole number from 0 to {LARGEST_SEED}.")
    return None
