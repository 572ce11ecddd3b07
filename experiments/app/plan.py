"""Plan on a planner's own preschools: searched in a process of its own, told line by line, written down at the end."""

import json
import tempfile
from dataclasses import replace
from pathlib import Path

from pydantic import Field

import sim
from experiments.app.apart import as_lines, line, told
from experiments.app.asked import Form, Sheet
from experiments.app.district import sheet_or
from experiments.app.files import to_take_home
from experiments.app.waiting import Turn
from experiments.plan.asked import OBJECTIVES, asked_of
from experiments.plan.search import Levers
from experiments.study.workers import Serial

EXAMPLE = "example"  # what is planned for where no sheet is opened
TAKEN_HOME = (".html", ".csv", ".xlsx")


class PlanAsked(Form):
    """Money and hours of a district, what may be mixed, and what it is for."""

    district: Sheet | None = None
    place: str = Field("us_preschool", max_length=80)
    budget: float = Field(gt=0, le=1e9, allow_inf_nan=False)
    hours: float | None = Field(None, ge=0, le=100, allow_inf_nan=False)
    levers: list[str] | None = Field(None, max_length=60)
    objective: str = Field(OBJECTIVES[0], max_length=80)


def levers():
    """What may be mixed, each at its doses, as the file of the command line has it."""
    return sim.read_yaml(sim.find_config("planning", "levers")).data


def planned(shelf, asked):
    """Lines of JSON: one at once, one every half second, the last with the plan. Who stops listening stops the work."""
    if shelf.for_a_class:
        raise sim.ScenarioError("A plan takes the server for a minute: start the app without --class for it.")
    with sheet_or(asked.district, EXAMPLE) as path:
        _question(shelf, asked, path)
    return _lines(shelf, asked)


def _lines(shelf, asked):
    with Turn() as turn, sheet_or(asked.district, EXAMPLE) as path:
        for ahead in turn.wait():
            yield line(waiting=ahead)
        yield line(lived=0)
        yield from as_lines(told(plan_and_write, _question(shelf, asked, path)))


def _question(shelf, asked, path):
    """The question of the command line's plan, called as its owner calls the sheet."""
    if asked.objective not in sim.DOMAINS:
        raise sim.unknown("skill", asked.objective, sim.DOMAINS, "A plan")
    shelf.admit({"place": asked.place})
    district = shelf.scenario({"place": asked.place, "weeks": 52, "strategy": "routine"}, district=path)
    objectives = tuple(dict.fromkeys((asked.objective, *OBJECTIVES)))
    made = asked_of(str(path), asked.budget, district.place.name, asked.hours, objectives=objectives)
    name = Path(asked.district.name).stem if asked.district else EXAMPLE
    return replace(made, name=name, levers=_chosen(made.levers, asked.levers))


def _chosen(there, names):
    if names is None:
        return there
    for name in names:
        if name not in there.options:
            raise sim.unknown("lever", name[:80], there.options, "A plan")
    if not names:
        raise sim.ScenarioError("Nothing may be mixed: tick at least one thing that the preschools could do.")
    return Levers({name: doses for name, doses in there.options.items() if name in names})


def plan_and_write(say, question):
    """The whole work of the other process: says how many years were lived, then the answer."""
    from experiments.plan.make import make_plan
    from experiments.plan.written import write_plan

    made = make_plan(question, Serial(), lambda lived: say({"lived": lived}))
    with tempfile.TemporaryDirectory() as folder:
        _, summary, tables = write_plan(made, Path(folder))
        say({"answer": answer(made, summary) | {"files": _files(made, tables, Path(folder))}})


def answer(made, summary):
    """The plan as a page draws it; no path of the host is in it."""
    asked, place = made.asked, sim.read_place(made.asked.scenario["place"])
    return {
        "name": asked.name,
        "summary": summary,
        "children": asked.children,
        "runs": made.runs,
        "budget": asked.budget,
        "currency": place.currency,
        "stand_in": place.stand_in,
        "left_empty": asked.left_empty,
        "draws": len(made.over_draws),
        "objectives": list(asked.objectives),
        "mixes": [_mix(asked, one) for one in made.best],
        "chosen": [_choice(made, one) for one in made.chosen],
    }


def _mix(asked, one):
    """Cost of the district and year, and differences from the routine in each outcome's own direction."""
    from experiments.plan.lives import towards_more

    gains = {n: float(towards_more(n) * v) for n, v in zip(asked.objectives, one.means, strict=True)}
    return {"words": asked.words(one.mix), "cost": float(one.cost), "gains": gains, "seeds": len(one.costs)}


def _choice(made, chosen):
    """One of the three, with the span over the unknown numbers and its year week by week."""
    import numpy as np

    from experiments.plan.calendar import calendar

    k = next(k for k, one in enumerate(made.listed) if one.mix == chosen.mix)
    low, middle, high = np.quantile(made.over_draws[:, k], [0.05, 0.5, 0.95])
    weeks = calendar(made.asked, chosen.mix)
    return {
        "kind": chosen.kind,
        "why": chosen.why,
        "unless": chosen.unless,
        "low": float(low),
        "middle": float(middle),
        "high": float(high),
        "strategy": {"routine": {}} | made.asked.strategy(chosen.mix),
        "calendar": json.loads(weeks.to_json(orient="values")),
    } | _mix(made.asked, made.listed[k])


def _files(made, tables, folder):
    """What the command line leaves in its folder, to be taken home; in the workbook the calendar of each choice."""
    from experiments.plan.calendar import calendar
    from experiments.plan.written import write_workbook

    calendars = {f"calendar {one.kind}": calendar(made.asked, one.mix) for one in made.chosen[1:]}
    write_workbook(made.asked, tables | calendars, folder)
    return {file.name: to_take_home(file) for file in sorted(folder.iterdir()) if file.suffix in TAKEN_HOME}


__all__ = ["PlanAsked", "levers", "plan_and_write", "planned"]
