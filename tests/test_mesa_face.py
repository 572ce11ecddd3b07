"""FamilySchool, as a Mesa user meets it."""

import copy
import inspect
import subprocess
import sys
import warnings

import matplotlib
import mesa
import numpy as np
import pandas as pd
import pytest

import sim
from sim import Authority, Child, Committee, FamilySchool, Organisation, Parent, Preschool, ScenarioError, Teacher
from sim.mesa_face import AGENT_REPORTERS, KINDS, column

matplotlib.use("Agg")

FLAT = {"families": 40, "weeks": 20, "messages_per_week": 3, "clarity": 0.8, "teacher_hours": 2.0}
AS_A_FILE = {
    "place": "us_preschool",
    "families": 40,
    "weeks": 20,
    "strategy": {"messages": {"per_week": 3}},
    "policy": {"clarity": 0.8},
    "budget": {"teacher_hours": 2.0},
}
SEEDS_OF_A_BATCH = "rng" in inspect.signature(mesa.batch_run).parameters  # since Mesa 3.4


def frames(model):
    collected = model.datacollector
    return [collected.get_model_vars_dataframe(), collected.get_agent_vars_dataframe(), model.outcomes]


def same(one, other):
    return all(a.equals(b) for a, b in zip(frames(one), frames(other), strict=True))


def batch(parameters, seed, processes):
    asked = {"rng": [seed]} if SEEDS_OF_A_BATCH else {}
    parameters = parameters if SEEDS_OF_A_BATCH else {**parameters, "seed": seed}
    return mesa.batch_run(FamilySchool, parameters, number_processes=processes, display_progress=False, **asked)


def test_a_notebook(tmp_path):
    model = FamilySchool(families=100, seed=1)
    for _ in range(10):
        model.step()
    assert model.steps == 10 and model.running

    weeks = model.datacollector.get_model_vars_dataframe()
    assert list(weeks.index) == list(range(11)) and weeks.notna().all().all()
    agents = model.datacollector.get_agent_vars_dataframe()
    assert agents.index.names == ["Step", "AgentID"] and len(agents) == 11 * len(model.agents)
    parents = model.datacollector.get_agenttype_vars_dataframe(Parent)
    assert parents.xs(10, level="Step")["trust"].mean() == pytest.approx(weeks["trust_parent"].iloc[-1])

    assert set(model.agents_by_type) == {Parent, Child, Teacher, Preschool, Committee, Organisation, Authority}
    assert len(model.agents_by_type[Parent]) == len(model.agents_by_type[Child]) == 100
    poorest = model.agents_by_type[Parent].select(lambda parent: parent.fifth == 0)
    assert len(poorest) == 20 and np.mean(poorest.get("ses")) < 0

    axes = weeks[["information", "trust_parent"]].plot()
    axes.figure.savefig(tmp_path / "weeks.png")
    assert (tmp_path / "weeks.png").stat().st_size > 5_000

    table = pd.DataFrame(
        batch({"families": [20, 40], "home_visits_per_year": [0, 24], "weeks": 8, "collect_agents": False}, 1, 1)
    )
    visited = table.set_index(["families", "home_visits_per_year"])["visited"]
    assert len(table) == 4 and (visited.xs(0, level=1) == 0).all() and (visited.xs(24, level=1) > 0).all()


def test_a_step_is_a_week_of_simulate_to_the_last_bit():
    run = sim.simulate(AS_A_FILE, seed=3)
    model = FamilySchool(**FLAT, seed=3)
    while model.running:
        model.step()
        if model.world.week == run.scenario.measured_in:
            pd.testing.assert_frame_equal(model.outcomes, run.outcomes, check_exact=True)
    for name in ("families", "children", "teachers", "attention", "preschools", "ties", "ledger"):
        assert np.array_equal(getattr(model.world.tables, name), getattr(run.world.tables, name)), name
    assert np.array_equal(model.world.tables.weekly, run.weekly_sums)


def test_a_scenario_with_events_and_its_baseline_go_the_same_way():
    scenario = {**AS_A_FILE, "events": [{"week": 5, "set": {"strategy.home_visits": {"per_year": 40}}}], "at": "end"}
    for arm in ("strategy", "baseline"):
        model = FamilySchool.from_scenario(scenario, arm=arm, seed=2)
        model.run_model()
        pd.testing.assert_frame_equal(model.outcomes, sim.simulate(scenario, 2, arm).outcomes, check_exact=True)


def test_a_scenario_file_with_something_changed():
    model = FamilySchool.from_scenario("first_look", families=30, weeks=2, home_visits_visitor="teacher", seed=1)
    doing = model.life.scenario.strategy.strategy.doings[-1]
    assert len(model.parents) == 30 and doing.name == "home_visits" and doing.word("visitor") == "teacher"
    assert doing.dose.per_year == 12


@pytest.mark.parametrize("asked", [{"rng": 7}, {"seed": "7"}, {"seed": np.int64(7)}, {"seed": 7.0}])
def test_a_seed_may_be_said_in_several_ways(asked):
    one, other = FamilySchool(families=20, weeks=3, seed=7), FamilySchool(families=20, weeks=3, **asked)
    one.run_model()
    other.run_model()
    assert same(one, other)


def test_a_generator_gives_its_own_draws_and_nothing_gives_fresh_ones():
    one, other = (FamilySchool(families=20, weeks=1, rng=np.random.default_rng(4)) for _ in range(2))
    assert one.life.seed == other.life.seed
    assert FamilySchool(families=20).life.seed != FamilySchool(families=20).life.seed


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"familys": 20}, "Did you mean 'families'"),
        ({"home_visit_per_year": 3}, "Did you mean 'home_visits_per_year'"),
        ({"home_visits_per_year": 1e9}, "home_visits.per_year"),
        ({"clarity": 3}, "Policy.clarity = 3 is impossible"),
        ({"strategy": "monthly_visit"}, "monthly_visits"),
        ({"place": "us_preschol"}, "us_preschool"),
        ({"families": 0}, "between 1 and"),
        ({"arm": "base"}, "baseline"),
        ({"seed": 1, "rng": 1}, "not both"),
        ({"seed": "one"}, "not a seed"),
        ({"seed": 1.5}, "not a seed"),
        ({"seed": True}, "not a seed"),
        ({"seed": -1}, "not a seed"),
        ({"rng": 2**63}, "not a seed"),
    ],
)
def test_what_cannot_be_is_refused_with_the_nearest_name(asked, says):
    with pytest.raises(ScenarioError, match=says):
        FamilySchool(**{"families": 20} | asked)


def test_the_run_ends_with_its_last_week():
    model = FamilySchool(families=20, weeks=2, seed=1)
    model.run_model()
    assert model.steps == 2 and not model.running
    with pytest.raises(ScenarioError, match="it has 2 weeks"):
        model.step()


def test_agents_are_windows_on_the_tables():
    model = FamilySchool(families=60, weeks=4, seed=1)
    model.run_model()
    tables = model.world.tables
    for row, parent in enumerate(model.parents):
        assert parent.trust == tables.families.trust[row] and parent.child.language == tables.children.skills[row, 0]
        assert parent in parent.teacher.families and parent.child.parent is parent
        assert parent.preschool is parent.child.preschool and parent.teacher in parent.preschool.teachers
        assert [friend.row for friend in parent.friends] == [r for r in tables.ties.other[row] if r >= 0]
        assert parent.attention.trust == tables.attention.trust[row]
    assert any(parent.friends for parent in model.parents)
    assert sorted(model.agents.get("unique_id")) == list(range(1, len(model.agents) + 1))


def test_agents_can_be_read_and_not_written():
    parent = FamilySchool(families=20, weeks=1, seed=1).parents[0]
    with pytest.raises(AttributeError, match="read only"):
        parent.trust = 1.0
    with pytest.raises(AttributeError, match="no 'trsut'"):
        _ = parent.trsut
    before = parent.values.copy()
    parent.values[:] = 0.0
    assert np.array_equal(parent.values, before) and "trust" in dir(parent)


@pytest.mark.parametrize("kind", KINDS)
def test_no_column_is_hidden_by_an_attribute(kind):
    hidden = set(sim.mesa_face.AGENTS[kind.table].declared) & set(vars(kind) | vars(mesa.Agent))
    assert hidden <= {"preschool"}, "a column of that name reads as the agent it points to"


def test_the_authority_is_an_agent_that_hears_preschools():
    model = FamilySchool(families=60, weeks=4, seed=1, talks_a_year=8, teacher_hours=1, consultation=1.0)
    model.step()
    assert model.authority.consults == 1.0
    assert model.authority.asks == pytest.approx(model.authority.can_be_kept, abs=1e-12)
    assert model.authority.asks < 0.7
    assert model.authority.preschools == model.preschools


def test_committees_and_organisations_are_agents_too():
    model = FamilySchool(families=120, weeks=1, seed=1, parent_committee_seats=4, partnerships_outreach_hours=6)
    model.run_model()
    for committee in model.committees:
        assert committee.seats == 4 and len(committee.parents) == committee.members
        assert all(parent.preschool is committee.preschool for parent in committee.parents)
    assert sum(committee.members for committee in model.committees) > 0
    for one in model.organisations:
        assert len(one.partners) == one.serves
    assert sum(one.serves for one in model.organisations) > 0
    with pytest.raises(AttributeError, match="read only"):
        model.committees[0].voice = 1.0


def test_nothing_that_mesa_does_with_agents_moves_the_run():
    touched, left_alone = (FamilySchool(families=20, weeks=3, seed=1) for _ in range(2))
    touched.agents.shuffle_do("step")
    touched.random.random()
    touched.run_model()
    left_alone.run_model()
    assert touched.outcomes.equals(left_alone.outcomes)


def test_columns_of_a_batch_have_one_meaning_each():
    words = set(inspect.signature(FamilySchool).parameters)
    outcomes = {column(name, by) for name, one in sim.OUTCOMES.items() for by in one.observers}
    told = [words, outcomes, set(AGENT_REPORTERS), {"RunId", "iteration", "Step", "AgentID"}]
    assert len(set.union(*told)) == sum(map(len, told))


def test_every_dose_is_an_argument():
    words = inspect.signature(FamilySchool).parameters
    for name, kind in sim.INTERVENTIONS.items():
        assert all(f"{name}_{dose}" in words for dose in kind.Dose.declared)


def test_two_processes_give_what_one_gives():
    asked = {"families": [20, 30], "messages_per_week": [0, 3], "weeks": 4}
    one, two = batch(asked, 1, 1), batch(asked, 1, 2)
    order = ["RunId", "AgentID"]
    told = [pd.DataFrame(rows).sort_values(order, ignore_index=True) for rows in (one, two)]
    pd.testing.assert_frame_equal(*told, check_exact=True)
    kinds = told[0]["kind"].dropna()  # Mesa 3.5 adds a second row an agent, with what only its type has, and no kind
    assert set(kinds) == {"Parent", "Child", "Teacher", "Preschool", "Committee", "Organisation", "Authority"}


def test_the_graph_holds_every_tie_once():
    model = FamilySchool(families=60, weeks=1, seed=1)
    graph = model.network()
    ties = model.world.tables.ties
    assert graph.number_of_nodes() == 60 and graph.number_of_edges() == (ties.other >= 0).sum() > 0
    assert {p.unique_id for p in model.parents[0].friends} == set(graph.successors(model.parents[0].unique_id))
    assert all(0 <= closeness <= 1 for _, _, closeness in graph.edges(data="closeness"))


def test_an_outcome_by_group_and_observer():
    model = FamilySchool(families=60, weeks=1, seed=1)
    rows = model.outcomes.set_index(["outcome", "observer", "group"])["value"]
    assert model.outcome("language", "teacher", "ses_1") == rows["language", "teacher", "ses_1"]
    assert model.outcome("trust") == rows["trust", "parent", "all"]
    for wrong in (("langauge",), ("language", "neighbour"), ("language", "true", "ses_6")):
        with pytest.raises(ScenarioError):
            model.outcome(*wrong)


def test_nothing_warns():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        FamilySchool(families=20, weeks=2, seed=1).run_model()


def test_a_copied_model_lives_on_alone():
    model = FamilySchool(families=20, weeks=4, seed=1, collect_agents=False)
    model.step()
    before = copy.deepcopy(model.world.tables.families)
    copied = copy.deepcopy(model)
    copied.run_model()
    assert np.array_equal(model.world.tables.families, before) and copied.world.week == 4


def test_a_run_never_loads_mesa():
    asks = "import sys, sim; sim.simulate({'place': 'us_preschool', 'families': 20, 'weeks': 1, 'strategy': {}}); "
    told = subprocess.run(
        [sys.executable, "-c", asks + "print('mesa' in sys.modules, 'networkx' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["False", "False"]


def test_mechanisms_are_switched_off_as_in_a_file():
    words = {"families": 40, "weeks": 3, "seed": 1, "meetings_per_year": 20}
    without = FamilySchool(without=["shared_goals", "norms"], **words)
    assert without.life.scenario.without == ("shared_goals", "norms")
    said = {"place": "us_preschool", "families": 40, "weeks": 3, "strategy": {"meetings": {"per_year": 20}}}
    other = FamilySchool.from_scenario(said | {"without": ["shared_goals", "norms"]}, seed=1)
    without.run_model(), other.run_model()
    assert same(without, other)
    told = FamilySchool(without=[], **words)
    told.run_model()
    assert not np.array_equal(told.world.tables.preschools.goals, without.world.tables.preschools.goals)
    assert FamilySchool.from_scenario(said | {"without": ["norms"]}, seed=1, clarity=0.8).life.scenario.without == (
        "norms",
    )


def test_a_batch_tries_one_mechanism_after_another():
    rows = batch({"families": 20, "weeks": 2, "without": ["", "norms"], "collect_agents": False}, 1, 1)
    assert [row["without"] for row in rows] == ["", "norms"]


@pytest.mark.parametrize("wrong", ["shared_goal", ["shared_goal"], 3, [3], {"norms": True}])
def test_a_mechanism_that_is_none_is_refused(wrong):
    with pytest.raises(ScenarioError) as refused:
        FamilySchool(families=20, without=wrong)
    assert "Did you mean 'shared_goals'" in str(refused.value) or "without" in str(refused.value)
