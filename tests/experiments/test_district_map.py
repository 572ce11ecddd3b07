"""The map of a district: the same coefficients as networkx, every family somewhere, a picture that says what it shows."""

import networkx
import numpy as np
import pytest

import sim
from experiments.district_map.graph import MOST, REACH, district, graph_of, layout, measures
from experiments.district_map.picture import answer, draw

SCENARIO = {
    "place": "us_preschool",
    "families": 120,
    "weeks": 30,
    "strategy": {"parent_committee": {}, "partnerships": {}},
}


@pytest.fixture(scope="module")
def mapped():
    return district(SCENARIO, 1)


def directed(world):
    graph = networkx.DiGraph()
    for row, others in enumerate(world.tables.ties.other):
        graph.add_node(
            row, ses=float(world.tables.families.ses[row]), far=bool(world.tables.families.language[row] > 0)
        )
        graph.add_edges_from((row, int(other)) for other in others if other >= 0)
    return graph


def test_mixing_is_what_networkx_says(mapped):
    graph = directed(mapped[1])
    by_ses = networkx.numeric_assortativity_coefficient(graph, "ses")
    by_language = networkx.attribute_assortativity_coefficient(graph, "far")
    assert sim.OUTCOMES["mixing_by_ses"](mapped[1]) == pytest.approx(by_ses, abs=1e-9)
    assert sim.OUTCOMES["mixing_by_language"](mapped[1]) == pytest.approx(by_language, abs=1e-9)


def test_without_ties_there_is_no_mixing_and_all_are_isolated(mapped):
    world = mapped[1].copied()
    world.tables.ties.other[:] = -1
    assert sim.OUTCOMES["mixing_by_ses"](world) == sim.OUTCOMES["mixing_by_language"](world) == 0.0
    found = measures(graph_of(world))
    assert found["isolated"] == found["families"] == 120 and found["ties"] == 0


def test_who_is_near_a_committee(mapped):
    graph, world, _ = mapped
    members = [node for node, known in graph.nodes(data=True) if known["on_committee"]]
    near = set(members).union(*(graph.neighbors(node) for node in members))
    assert members and sim.OUTCOMES["near_a_committee"](world).sum() == len(near)


def test_every_family_is_drawn_around_its_preschool(mapped):
    graph, world, _ = mapped
    at, spots = layout(graph, world)
    assert set(spots) == set(range(120))
    away = [np.hypot(*(spots[node] - at[graph.nodes[node]["preschool"]])) for node in graph]
    assert max(away) <= 1.15 * REACH + 1e-9


def test_a_picture_its_table_and_what_it_says(mapped, tmp_path):
    graph, world, scenario = mapped
    picture = draw(graph, world, scenario, 1, tmp_path / "map")
    assert {file.name for file in picture.parent.iterdir()} == {"map.png", "map.svg", "map.csv"}
    assert len((picture.parent / "map.csv").read_text().splitlines()) == 121
    assert answer(graph).startswith(f"{measures(graph)['isolated'] or 'None'} of 120 families ha")
    assert answer(graph) in (picture.parent / "map.svg").read_text()


def test_more_families_than_a_picture_can_show_are_refused():
    with pytest.raises(sim.ScenarioError, match=f"up to {MOST:,}"):
        district(SCENARIO | {"families": MOST + 1}, 1)
