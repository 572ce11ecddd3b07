"""A plan written down: tables, a picture, a calendar, one page."""

import numpy as np

import sim
from experiments.decide.perspective import IN_WORDS
from experiments.page import inside, render
from experiments.plan.bill import bill_of
from experiments.plan.calendar import calendar
from experiments.plan.choose import DRAWS
from experiments.plan.lives import towards_more
from experiments.study.drawing import COLOURS, GREY, frame, save
from experiments.study.parts import write_whole
from experiments.study.reports import write_csv


def write_plan(plan, folder):
    """mixes.csv, calendar.csv, plane.png and report.html; returns (page, summary in sentences)."""
    folder.mkdir(parents=True, exist_ok=True)
    asked, mixes = plan.asked, mixes_table(plan)
    weeks = calendar(asked, plan.chosen[0].mix)
    write_csv(mixes, folder / "mixes.csv")
    write_csv(weeks, folder / "calendar.csv")
    bill = bill_of(asked, plan.chosen[0].mix, len(_tried(plan, plan.chosen[0].mix).costs))
    picture, said = _plane(plan, folder), list(summary(plan, bill))
    place = asked.place
    page = render(
        "plan.html",
        title=f"{asked.name.replace('_', ' ').capitalize()}: what to do with {asked.budget:,.0f} {place.currency} a year",
        bill=bill,
        perspectives=IN_WORDS,
        perspective=asked.perspective,
        prices=place.prices.in_words(),
        summary=said,
        chosen=[{"kind": c.kind, "what": asked.words(c.mix), "why": c.why, "unless": c.unless} for c in plan.chosen],
        pictures=[inside(picture)],
        mixes=mixes.to_dict("records"),
        objectives=asked.objectives,
        currency=place.currency,
        calendar=weeks[weeks["beyond the routine"]].to_dict("records"),
        runs=f"{plan.runs:,}",
        children=asked.children,
        draws=DRAWS,
        left_empty=", ".join(f"{name} in {count} rows" for name, count in asked.left_empty.items()),
        place=place.name,
        stand_in=place.stand_in,
    )
    write_whole(folder / "report.html", page.encode())
    return folder / "report.html", said


def mixes_table(plan):
    """One row a mix of the Pareto set: cost, objectives in their own direction, seeds (a pandas frame)."""
    import pandas as pd

    rows = []
    for one in plan.best:
        row = {"mix": plan.asked.words(one.mix), "cost": round(one.cost, 2)}
        for name, value in zip(plan.asked.objectives, one.means, strict=True):
            row[name] = towards_more(name) * value
        rows.append(row | {"seeds": len(one.costs)})
    return pd.DataFrame(rows)


def _tried(plan, mix):
    """What is known of a mix that was tried over the draws."""
    return next(one for one in plan.listed if one.mix == mix)


def summary(plan, bill):
    """What to do, how sure, for whom, at what cost: under 200 words."""
    asked, robust = plan.asked, plan.chosen[0]
    one, money = _tried(plan, robust.mix), asked.place.prices.in_words()
    gain = dict(zip(asked.objectives, one.means, strict=True))
    months = sim.months_of_development(gain.get("language", 0.0), sim.numbers_with({}).Development)
    yield f"Do {asked.words(robust.mix)}."
    if "language" in gain:
        a_child = one.cost / asked.children
        yield f"It brings about {months:.1f} months of language for {one.cost:,.0f} a year, {a_child:,.0f} a child ({money})."
    if asked.perspective != "payers":
        seen = bill.sums[asked.perspective]
        yield f"Counted is what it costs {IN_WORDS[asked.perspective]}: {seen:,.0f}."
    k = [t.mix for t in plan.listed].index(robust.mix)
    low, high = np.quantile(plan.over_draws[:, k], [0.05, 0.95])
    objective = asked.objectives[0].replace("_", " ")
    yield f"In nine of ten draws of the numbers that nobody knows it gains {low:+.2f} to {high:+.2f} in {objective}. {robust.why}"
    yield plan.chosen[2].why + f" That is {asked.words(plan.chosen[2].mix)}."
    yield "Effects rest partly on assumed numbers, and on families of a survey that stand in for yours."


def _plane(plan, folder):
    """Cost against the first objective: the best mixes, the three choices named."""
    figure, panels = frame(1, 1, width=9.5, height=5.0, left=0.1)
    panel = panels[0, 0]
    costs, gains = [one.cost for one in plan.best], [one.means[0] for one in plan.best]
    panel.plot(costs, gains, "o", color=GREY, alpha=0.55, markersize=5)
    for one, colour, mark in zip(plan.chosen, COLOURS, "osD", strict=False):
        tried = _tried(plan, one.mix)
        panel.plot([tried.cost], [tried.means[0]], mark, color=colour, markersize=10)
        up = {"robust": 10, "cheap": -14, "fair": 10}[one.kind]
        panel.annotate(
            one.kind,
            (tried.cost, tried.means[0]),
            xytext=(0, up),
            textcoords="offset points",
            color=colour,
            ha="center",
        )
    panel.axvline(plan.asked.budget, color=GREY, linewidth=1, linestyle="--")
    panel.set_xlabel(
        f"cost of the district and year, {plan.asked.place.prices.in_words()} (dashed: the budget)", fontsize=9
    )
    panel.set_ylabel(f"{plan.asked.objectives[0].replace('_', ' ')}: gain on the routine", fontsize=9)
    title = f"The robust choice for {plan.asked.budget:,.0f} {plan.asked.place.currency}: {plan.asked.words(plan.chosen[0].mix)}"
    said = f"Each of {len(plan.best)} marks is a mix of up to three interventions in {plan.asked.name} that no other beats "
    said += "on every objective and cost; means over up to 16 seeds with the same families and luck."
    return save(figure, folder / "plane", title, said)
