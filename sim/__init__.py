"""famschool: an agent-based model of family-school cooperation in preschool education. All public names are here.

They are loaded when first asked for, so that `famschool --help` need not wait for numba, nor a run for mesa.
"""

import importlib

__version__ = "0.1.0"

_WHERE = {
    "simulate": "sim.run",
    "simulate_pair": "sim.run",
    "simulate_pair_in_shards": "sim.shards",
    "decided_by_shards": "sim.shards",
    "settle": "sim.run",
    "live": "sim.run",
    "Run": "sim.run",
    "settle_place": "sim.run",
    "TrialLife": "sim.trial",
    "assign": "sim.trial",
    "taken_by_lot": "sim.trial",
    "who_signs_up": "sim.trial",
    "Life": "sim.run",
    "Scenario": "sim.scenario",
    "read_scenario": "sim.scenario",
    "Arm": "sim.scenario",
    "CHANGED_BY_ARMS": "sim.scenario",
    "part_with": "sim.scenario",
    "ScenarioFile": "sim.scenario_file",
    "PlaceFile": "sim.place_file",
    "read_strategy": "sim.strategy",
    "ROUTINE": "sim.strategy",
    "numbers_with": "sim.numbers",
    "scenario_from_text": "sim.scenario",
    "what_waits": "sim.waiting",
    "read_place": "sim.place",
    "PARTS": "sim.place",
    "read_prices": "sim.prices",
    "priced": "sim.prices",
    "staff_hours": "sim.rules.prices",
    "PricesFile": "sim.prices_file",
    "read_district": "sim.district",
    "DISTRICT_COLUMNS": "sim.district",
    "PRICE_COLUMNS": "sim.district_prices",
    "ScenarioError": "sim.core.errors",
    "unknown": "sim.core.errors",
    "NUMBERS": "sim.numbers",
    "FILE_OF": "sim.numbers",
    "months_of_development": "sim.rules.development",
    "OUTCOMES": "sim.outcomes",
    "INTERVENTIONS": "sim.interventions",
    "MECHANISMS": "sim.mechanisms",
    "FIFTHS": "sim.groups",
    "GROUPS": "sim.core.intervention",
    "mask": "sim.groups",
    "REPORTED": "sim.report",
    "AGENTS": "sim.world",
    "RECORDED": "sim.world",
    "group_sizes": "sim.report",
    "measure": "sim.report",
    "group_matrix": "sim.report",
    "weekly_means": "sim.report",
    "CHANNELS": "sim.core.kinds",
    "Channel": "sim.core.kinds",
    "LAST_CLASS_CHANNEL": "sim.core.kinds",
    "PROGRAMME": "sim.core.kinds",
    "DOMAINS": "sim.core.kinds",
    "PACKAGED": "sim.core.reading",
    "list_configs": "sim.core.reading",
    "beside": "sim.core.reading",
    "checked": "sim.form",
    "find_config": "sim.core.reading",
    "read_yaml": "sim.core.reading",
    "read_config": "sim.core.reading",
    "parse_yaml": "sim.core.reading",
    "located": "sim.core.reading",
    "INSTITUTIONS": "sim.institutions.order",
    "SEEN_BY": "sim.observing",
    "compile_once": "sim.warm",
    "is_compiled_already": "sim.core.compiled",
    "MODEL": "sim.core.model_version",
    "FamilySchool": "sim.mesa_face",
    "Parent": "sim.mesa_face",
    "Child": "sim.mesa_face",
    "Teacher": "sim.mesa_face",
    "Preschool": "sim.mesa_face",
    "Committee": "sim.mesa_face",
    "Organisation": "sim.mesa_face",
    "Authority": "sim.mesa_face",
}

__all__ = ["__version__", *_WHERE]


def __getattr__(name):
    if name not in _WHERE:
        raise AttributeError(f"sim has no '{name}'; it has {', '.join(sorted(_WHERE))}.")
    value = globals()[name] = getattr(
        importlib.import_module(_WHERE[name]), name
    )  # asked for once: a run asks hundreds of times
    return value
