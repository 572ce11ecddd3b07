"""The model with Mesa's own page, as a Mesa user expects it: `solara run experiments.app.mesa_page` (extra `viz`)."""

import solara
import solara.server.settings
from mesa.visualization import Slider, SolaraViz, make_plot_component

import sim

solara.server.settings.telemetry.mixpanel_enable = False  # nothing leaves the machine

PARAMS = {
    "seed": {"type": "InputText", "value": "1", "label": "Seed"},
    "families": Slider("Families", 100, 40, 400, 20),
    "weeks": Slider("Weeks", 52, 10, 156, 1),
    "clarity": Slider("Clarity of rights and duties", 0.5, 0.0, 1.0, 0.1),
    "messages_per_week": Slider("Messages a week", 0, 0, 7, 1),
    "home_visits_per_year": Slider("Home visits a year", 0, 0, 24, 1),
}
FIRST = {name: one["value"] if isinstance(one, dict) else one.value for name, one in PARAMS.items()}
CURVES = (
    make_plot_component({"information": "tab:blue", "trust_parent": "tab:orange"}),
    make_plot_component({"practice_time": "tab:green"}),
    make_plot_component({"language": "tab:purple"}),
)


def where_we_are(model):
    """The week, and how many families are there."""
    return solara.Markdown(f"Week {model.world.week} of {model.life.scenario.weeks}, {len(model.parents)} families.")


@solara.component
def Page():
    """One model for each visitor: at module level all would share it."""
    model = solara.use_memo(lambda: sim.FamilySchool(collect_agents=False, **FIRST), [])
    SolaraViz(model, components=[where_we_are, *CURVES], model_params=PARAMS, name="famschool")
