"""A trial file becomes a trial that can be lived."""

import math
from dataclasses import dataclass, field, replace

import sim
from experiments.trial.form import TrialFile

DIVIDED = ("ratio", "lost")  # what is compared by dividing one difference by another
OWN = {"taking_part": "share", "sessions_taken": "share"}  # what a trial reports of its arms beside outcomes
RESERVED = {*sim.CHANGED_BY_ARMS, "attends", "strategy", "weight"}
OF_A_SCENARIO = {
    "events": "from_week and until_week of an intervention say when it begins and ends",
    "without": "numbers, for the whole trial, can be changed by hand",
}
OF_THE_TRIAL = {*TrialFile.model_fields, "staff", "customs", "terms"} - RESERVED
MOST_WEIGHT = 20
MOST_LOOKED_AT = 200_000  # families drawn to find those that are poor enough


@dataclass(frozen=True)
class TrialArm:
    """What is done in one arm, under which conditions, and how many of its children come to preschool."""

    name: str
    strategy: object
    conditions: object  # a sim.Arm: culture, policy, budget
    attends: float
    weight: int = 1  # how many families, classes or preschools it gets for each one of an arm of weight 1


@dataclass(frozen=True)
class Measured:
    """One measure: what, seen by whom, in which week, among whom."""

    outcome: str
    observer: str
    week: int
    when: str
    among: str
    compare: str
    arm: str | None
    against: str
    evidence: str | None
    published: dict | None
    note: str


@dataclass(frozen=True)
class Trial:
    """Everything that is needed to live a trial; `said` is the file as read."""

    name: str
    title: str
    place: object
    base: object
    families: int
    recruit: str
    assign: str
    arms: tuple
    control: int
    weeks: int
    ends: int
    measures: tuple
    numbers: dict
    replicates: int
    said: dict = field(repr=False, default_factory=dict)
    poorest: float = 1.0  # the share of families, from the poorest on, of whom the trial takes its own

    @property
    def last_week(self):
        return max(self.ends, *(m.week for m in self.measures))

    @property
    def worlds_apart(self):
        """Whether arms need worlds of their own: they live under other conditions."""
        return any(arm.conditions != self.arms[0].conditions for arm in self.arms)


def at_the_end(measures, measure):
    """The number of the same measure at the end of the programme, None without one."""
    for k, other in enumerate(measures):
        same = (other.outcome, other.observer, other.among) == (measure.outcome, measure.observer, measure.among)
        if same and other.when == "end" and other.compare == "difference":
            return k
    return None


def of_the_place(measure):
    """Whether something is measured on the whole place, such as money, and not on families."""
    return measure.outcome in sim.OUTCOMES and sim.OUTCOMES[measure.outcome].of == "place"


def rated_by_teachers(measure):
    """Whether teachers say how it is: of children who come to preschool."""
    return measure.observer == "teacher" and "teacher" in _observers(measure.outcome)


def never_seen_by_teachers(trial, measure, arm):
    """Whether none of an arm's children comes to preschool when teachers would rate them; after the programme all come."""
    return rated_by_teachers(measure) and measure.week <= trial.ends and arm.attends == 0.0


def _observers(outcome):
    return sim.OUTCOMES[outcome].observers if outcome in sim.OUTCOMES else ("true",)


def read_trial(trial):
    """A Trial from a name, a file, a dict, or as it is. Errors: ScenarioError with file and line."""
    if isinstance(trial, Trial):
        return trial
    return sim.read_config("trials", trial, _build, named="trial")


def _build(data, lines, file, name):
    given = sim.checked(TrialFile, "A trial", data, lines, file)
    with sim.located(file, lines, ("place",)):
        place = sim.read_place(given.place)
    place, base = _settled_by(given, place, file, lines)
    arms = tuple(_arm(arm, said, base, file, lines) for arm, said in given.arms.items())
    names = [arm.name for arm in arms]
    control = names.index("control") if "control" in names else 0
    ends = place.last_school_week(given.weeks)
    measures = tuple(
        _measure(m, k, names, control, place, ends, given.weeks, file, lines) for k, m in enumerate(given.measure)
    )
    for k, measure in enumerate(measures):
        with sim.located(file, lines, ("measure", k, "compare")):
            _check_divided(measure, measures, names[control], ends)
    with sim.located(file, lines, ("who", "families")):
        _check_size(given, arms)
    with sim.located(file, lines, ("numbers",)):
        sim.numbers_with(given.numbers)
    return Trial(
        name=name,
        title=given.trial,
        place=place,
        base=base,
        families=given.who.families,
        recruit=given.recruit,
        assign=given.assign,
        arms=arms,
        control=control,
        weeks=given.weeks,
        ends=ends,
        measures=measures,
        numbers=dict(given.numbers),
        replicates=given.replicates,
        said=data,
        poorest=given.who.poorest,
    )


def _check_divided(measure, measures, control, ends):
    """A ratio is that of two arms' differences from the control; what is lost, of a difference at the end, is lost later."""
    if measure.compare == "ratio" and (measure.arm is None or control in (measure.arm, measure.against)):
        raise sim.ScenarioError(
            f"compare = ratio of {measure.outcome}: two arms are asked for, `arm` and `against`, neither of them '{control}'."
        )
    if measure.compare == "lost" and measure.week <= ends:
        raise sim.ScenarioError(
            f"compare = lost of {measure.outcome}: so many `weeks_after` the programme are asked for."
        )
    if measure.compare == "lost" and at_the_end(measures, measure) is None:
        raise sim.ScenarioError(
            f"What is lost of {measure.outcome} by {measure.when} is asked for, but {measure.outcome} is not measured at "
            f"the end among {measure.among}: add that measure."
        )


def _check_size(given, arms):
    """Two families an arm at least; where classes or preschools are drawn, that is seen when they are there."""
    least = 2 * sum(arm.weight for arm in arms)
    if given.assign == "family" and given.who.families < least:
        raise sim.ScenarioError(f"who.families = {given.who.families}: the arms together need {least} at least.")
    if given.who.families / given.who.poorest > MOST_LOOKED_AT:
        raise sim.ScenarioError(
            f"who.families = {given.who.families} of the poorest {given.who.poorest:g}: more than {MOST_LOOKED_AT:,} families "
            "would have to be drawn to find them; take fewer, or a larger share."
        )


def _settled_by(given, place, file, lines):
    """The place with the trial's families in it, and its conditions."""
    who = given.who
    if who.preschools is not None and 2 * who.preschools > who.families:
        with sim.located(file, lines, ("who", "preschools")):
            raise sim.ScenarioError(
                f"who.preschools = {who.preschools}: a preschool has at least two of the {who.families} families."
            )
    if who.ses is not None:
        place = replace(place, ses_mean=float(who.ses.mean), ses_sd=float(who.ses.sd))
    if given.assign == "preschool" and who.preschools is not None and who.preschools < len(given.arms):
        with sim.located(file, lines, ("who", "preschools")):
            raise sim.ScenarioError(
                f"who.preschools = {who.preschools}: {len(given.arms)} arms assigned by preschool need as many at least."
            )
    place = replace(place, preschools=who.preschools or _enough_to_draw(given, place.staff))
    culture = place.culture
    if who.other_language is not None:
        changes = {"other_language": who.other_language}
        culture = sim.part_with("culture", culture, changes, file, lines, ("who",))
    return place, sim.Arm(sim.ROUTINE, culture, place.policy, place.budget)


def _enough_to_draw(given, staff):
    """Preschools, where classes or preschools are drawn and the file does not say how many: two an arm at least."""
    a_unit = {"family": 0, "class": staff.class_size, "preschool": staff.class_size * staff.classes_a_preschool}
    weights = [said.get("weight", 1) if isinstance(said, dict) else 1 for said in given.arms.values()]
    wanted, each = 2 * sum(w for w in weights if isinstance(w, int)), a_unit[given.assign]
    too_few = given.who.families < wanted * each
    return min(wanted, given.who.families // 2) if too_few else None


def _arm(name, said, base, file, lines):
    """A strategy by name, or written out with changes of the place and who comes."""
    keys = ("arms", name)
    if isinstance(said, str):
        return TrialArm(name, sim.read_strategy(said, file, lines, keys), base, 1.0)
    said = {} if said is None else said
    if not isinstance(said, dict):
        with sim.located(file, lines, keys):
            raise sim.ScenarioError(
                f"arms.{name} = {said!r}: interventions with their doses, as in {{messages: {{}}}}."
            )
    _check_keys(name, said, file, lines)
    parts = {}
    for part in sim.CHANGED_BY_ARMS:
        changes = {} if said.get(part) is None else said[part]
        with sim.located(file, lines, (*keys, part)):
            if not isinstance(changes, dict):
                raise sim.ScenarioError(f"arms.{name}.{part} = {changes!r}: 'name: value' lines are asked for here.")
        parts[part] = sim.part_with(part, getattr(base, part), changes, file, lines, (*keys, part))
    strategy = sim.read_strategy(_done_in(said, file, lines, keys), file, lines, keys)
    weight = _weight(name, said, file, lines)
    return TrialArm(name, strategy, replace(base, **parts), _attends(name, said, file, lines), weight)


def _check_keys(name, said, file, lines):
    """What is said for the whole trial cannot be said in an arm."""
    for key in (key for key in said if key in OF_THE_TRIAL):
        with sim.located(file, lines, ("arms", name, key)):
            raise sim.ScenarioError(
                f"arms.{name}.{key}: the same for all arms, so not said in one. Arms may differ in interventions, "
                f"{', '.join(sim.CHANGED_BY_ARMS)}, attends and weight."
            )
    for key in (key for key in said if key in OF_A_SCENARIO):
        with sim.located(file, lines, ("arms", name, key)):
            raise sim.ScenarioError(f"arms.{name}.{key}: an arm has none, as a scenario has; {OF_A_SCENARIO[key]}.")


def _done_in(said, file, lines, keys):
    """Interventions of an arm with their doses: written out, and added to those of a strategy that it names."""
    doings = {key: value for key, value in said.items() if key not in RESERVED}
    if "strategy" not in said:
        return doings
    named = sim.read_strategy(said["strategy"], file, lines, (*keys, "strategy"))
    return {"funded": named.funded} | dict(named.settings) | doings


def _attends(name, said, file, lines):
    share = said.get("attends", 1.0)
    with sim.located(file, lines, ("arms", name, "attends")):
        if isinstance(share, bool) or not isinstance(share, int | float) or not 0.0 <= share <= 1.0:
            raise sim.ScenarioError(f"arms.{name}.attends = {share!r} is not a share: between 0 and 1.")
    return float(share)


def _weight(name, said, file, lines):
    weight = said.get("weight", 1)
    with sim.located(file, lines, ("arms", name, "weight")):
        if isinstance(weight, bool) or not isinstance(weight, int) or not 1 <= weight <= MOST_WEIGHT:
            raise sim.ScenarioError(f"arms.{name}.weight = {weight!r} is not a whole number from 1 to {MOST_WEIGHT}.")
    return weight


def _measure(m, k, names, control, place, ends, weeks, file, lines):
    keys = ("measure", k)
    with sim.located(file, lines, (*keys, "outcome")):
        if m.outcome not in sim.OUTCOMES and m.outcome not in OWN:
            raise sim.unknown("outcome", m.outcome, [*sim.OUTCOMES, *OWN], "sim/outcomes/")
    with sim.located(file, lines, (*keys, "observer")):
        observer = _observer(m)
    with sim.located(file, lines, (*keys, "among")):
        if m.among not in (*sim.GROUPS, "reached"):
            raise sim.unknown("group", m.among, (*sim.GROUPS, "reached"), "among")
    for key, asked in (("arm", m.arm), ("against", m.against)):
        with sim.located(file, lines, (*keys, key)):
            if asked is not None and asked not in names:
                raise sim.unknown("arm", asked, names, "The trial")
    if m.outcome in OWN and m.compare not in ("difference", "level"):
        with sim.located(file, lines, (*keys, "compare")):
            raise sim.ScenarioError(
                f"compare = {m.compare}: {m.outcome} is a level of each arm, and compared with nothing."
            )
    if m.arm is not None and m.arm == (m.against or names[control]) and m.compare != "level" and m.outcome not in OWN:
        with sim.located(file, lines, (*keys, "arm")):
            raise sim.ScenarioError(
                f"arm = {m.arm}: an arm cannot be compared with itself; its level can be asked for."
            )
    week, when = _when(m, ends, weeks, file, lines, keys)
    return Measured(
        m.outcome,
        observer,
        week,
        when,
        m.among,
        "level" if m.outcome in OWN else m.compare,
        m.arm,
        m.against or names[control],
        m.evidence,
        m.published.model_dump() if m.published else None,
        m.note,
    )


def _observer(m):
    """Who says so; what only one way of seeing exists for is seen that way, whoever is named."""
    observers = _observers(m.outcome)
    if m.observer in (None, "true"):
        return observers[0]
    known = sim.SEEN_BY if observers == ("true",) else observers
    if m.observer not in known:
        raise sim.unknown("observer", m.observer, known, m.outcome)
    return m.observer


def _when(m, ends, weeks, file, lines, keys):
    """The week of measurement: the last school week of the programme, a week within it, or so many weeks after it."""
    if m.weeks_after is not None:
        if m.at is not None:
            with sim.located(file, lines, (*keys, "weeks_after")):
                raise sim.ScenarioError("A measure has `at` or `weeks_after`, not both.")
        return ends + m.weeks_after, f"weeks_after {m.weeks_after}"
    if m.at in (None, "end"):
        return ends, "end"
    if not 1 <= m.at <= weeks:
        with sim.located(file, lines, (*keys, "at")):
            raise sim.ScenarioError(f"at = {m.at}: end, or a week of the programme, 1 to {weeks}.")
    return m.at, f"week {m.at}"


def small(trial, families):
    """The trial with at most so many families, or as many as its arms need; as many a preschool as it has."""
    families, weights = max(families, _to_fill_the_arms(trial)), sum(arm.weight for arm in trial.arms)
    if trial.families <= families:
        return trial
    place = trial.place
    if place.preschools is not None:
        least = 2 * weights if trial.assign != "family" else 1
        kept = max(least, round(place.preschools * families / trial.families))
        place = replace(place, preschools=min(kept, families // 2))
    return replace(trial, families=families, place=place)


def part_of(trial, share):
    """A share of the trial's families in a place of their own, as many a preschool as it has."""
    place = trial.place
    if place.preschools is not None:
        place = replace(place, preschools=max(1, round(place.preschools * share)))
    return replace(trial, families=max(4, round(trial.families * share)), place=place)


def _to_fill_the_arms(trial):
    """Families of two whole classes or preschools an arm, where these are drawn."""
    staff = trial.place.staff
    whole = staff.class_size * (staff.classes_a_preschool if trial.place.preschools is None else 1)
    each = {"family": 0, "class": staff.class_size, "preschool": whole}[trial.assign]
    return math.ceil(2 * sum(arm.weight for arm in trial.arms) * each)
