"""One run of a scenario as a networkx graph, laid out around its preschools."""

import networkx
import numpy as np

import sim

MOST = 2000  # families that a picture can show one by one
REACH = 0.42  # kilometres around a preschool in which its families are drawn


def district(scenario, seed):
    """The graph of families and their ties in the week of measurement, and the world it comes from.

    Errors: ScenarioError where there are more families than a picture can show.
    """
    scenario = sim.read_scenario(scenario)
    if scenario.families > MOST:
        raise sim.ScenarioError(
            f"A map shows families one by one, up to {MOST:,}; this scenario has {scenario.families:,}. "
            "Give it fewer families."
        )
    world = sim.simulate(scenario, seed).measured
    return graph_of(world), world, scenario


def graph_of(world):
    """A node a family, with what is known of it; an edge a tie, whoever of the two holds it."""
    t, contacts = world.tables, sim.OUTCOMES["contacts"](world)
    f, graph = t.families, networkx.Graph()
    for row in range(f.size):
        known = {"preschool": int(f.preschool[row]), "room": int(f.room[row]), "fifth": int(f.fifth[row]) + 1}
        known |= {"other_language": bool(f.language[row] > 0), "contacts": float(contacts[row])}
        graph.add_node(row, **known, on_committee=bool(f.office[row] == 1))
    for row, (others, close) in enumerate(zip(t.ties.other, t.ties.closeness, strict=True)):
        graph.add_weighted_edges_from((row, int(j), float(c)) for j, c in zip(others, close, strict=True) if j >= 0)
    return graph


def places(world):
    """Where each preschool is drawn: where it lies, moved apart where two would cover one another."""
    schools = world.tables.preschools
    at = np.stack([schools.east, schools.north], axis=1).astype(float)
    for _ in range(200):
        apart = at[:, None, :] - at[None, :, :]
        far = np.hypot(apart[..., 0], apart[..., 1]) + np.eye(len(at)) * 9.0
        close = far < 2.3 * REACH
        if not close.any():
            break
        angle = np.arange(len(at)) * 2.399963  # two that lie on one spot part in directions of their own
        away = np.where(far[..., None] > 1e-9, apart / np.maximum(far, 1e-9)[..., None], 0.0)
        at = at + 0.1 * REACH * (away * close[..., None]).sum(axis=1)
        at = at + 0.01 * REACH * np.stack([np.cos(angle), np.sin(angle)], axis=1) * close.any(axis=1)[:, None]
    return at


def layout(graph, world):
    """Each preschool's families around it, those who know one another near each other."""
    at, spots = places(world), {}
    for school, centre in enumerate(at):
        mine = [node for node, known in graph.nodes(data=True) if known["preschool"] == school]
        alone = [node for node in mine if graph.degree(node) == 0]
        spots |= _around(centre, graph.subgraph(node for node in mine if node not in alone))
        turns = np.linspace(0.0, 2 * np.pi, len(alone), endpoint=False)
        rim = 1.15 * REACH * np.stack([np.cos(turns), np.sin(turns)], axis=1)
        spots |= {node: centre + spot for node, spot in zip(alone, rim, strict=True)}
    return at, spots


def _around(centre, tied):
    """Families who know one another, inside their preschool's circle; small groups apart from the rest come to its rim."""
    inside = networkx.spring_layout(tied, seed=1, k=1.6 / max(1.0, len(tied) ** 0.5), iterations=60)
    far = {node: float(np.hypot(*spot)) for node, spot in inside.items()}
    usual = float(np.quantile(list(far.values()), 0.9)) if far else 1.0
    return {node: centre + REACH * inside[node] / max(usual, far[node], 1e-9) for node in tied}


def measures(graph):
    """What networkx says of the whole: families without a tie, how tied families are alike, groups that hang together."""
    groups = [len(part) for part in networkx.connected_components(graph) if len(part) > 1]
    return {
        "families": graph.number_of_nodes(),
        "ties": graph.number_of_edges(),
        "isolated": networkx.number_of_isolates(graph),
        "mixing by fifth of means": _mixing(graph, "fifth"),
        "mixing by language": _mixing(graph, "other_language"),
        "largest group that hangs together": max(groups, default=0),
    }


def _mixing(graph, attribute):
    """networkx's assortativity; 0 where all families are the same."""
    if graph.number_of_edges() == 0 or len({known[attribute] for _, known in graph.nodes(data=True)}) < 2:
        return 0.0
    return float(networkx.attribute_assortativity_coefficient(graph, attribute))
