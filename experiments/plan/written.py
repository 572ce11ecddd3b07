"""A plan written down: tables, a picture, a calendar, one page."""

import math

import numpy as np

import sim
from experiments.compare.words import MARKED, star
from experiments.decide.perspective import IN_WORDS
from experiments.labels import of_outcome
from experiments.page import inside, prices_table, render, sources_of
from experiments.plan.bill import bill_of
from experiments.plan.calendar import by_week, calendar
from experiments.plan.choose import DRAWS
from experiments.plan.left_out import gain_in_words, left_out
from experiments.plan.lives import towards_more
from experiments.plan.search import MOST_LEVERS
from experiments.plan.who_gains import in_one_sentence, who_gains
from experiments.sheets import write_book
from experiments.show import SAID_IN_MONTHS
from experiments.study.drawing import COLOURS, GREY, frame, save
from experiments.study.parts import write_whole
from experiments.study.reports import write_csv
from experiments.tried_in_trials import not_tried

MONEY = {"mixes": ("cost",), "bill": ("wage", "money"), "left_out": ("cost", "once")}  # columns, by table
MOST_WORDS = 200
NAMED = 3  # interventions beyond the money that the summary names


def write_plan(plan, folder):
    """CSV tables, tables.xlsx, plane.png and report.html; returns (page, summary in sentences, tables by name)."""
    folder.mkdir(parents=True, exist_ok=True)
    asked, robust = plan.asked, plan.chosen[0].mix
    seeds = len(_tried(plan, robust).costs)
    bill, others = bill_of(asked, robust, seeds), left_out(plan)
    weeks, gains = calendar(asked, robust, grades=bill.grades), who_gains(asked, robust, seeds)
    tables = _tables(plan, bill, others, weeks) | {"who_gains": gains}
    for name, table in with_units(asked, tables).items():
        write_csv(table, folder / f"{name}.csv")
    write_workbook(asked, tables, folder)
    picture, said = _plane(plan, folder), summary(plan, bill, others, gains)
    write_whole(folder / "report.html", _page(plan, bill, others, weeks, tables, picture, said).encode())
    return folder / "report.html", said, tables


def _tables(plan, bill, others, weeks):
    """Every table by the name of its file (pandas frames)."""
    import pandas as pd

    chosen = [(c.kind, plan.asked.words(c.mix), c.why, c.unless) for c in plan.chosen]
    costs = [*((what, hours, None, money) for what, hours, money in bill.rows), *bill.bought]
    kinds = ["whom"] * len(bill.rows) + ["what it buys"] * len(bill.bought)
    return {
        "chosen": pd.DataFrame(chosen, columns=["choice", "mix", "why", "unless"]),
        "mixes": mixes_table(plan),
        "calendar": weeks,
        "bill": pd.DataFrame(costs, columns=["what", "hours", "wage", "money"]).assign(table=kinds),
        "left_out": pd.DataFrame(
            [(o.what, o.cost, o.once, o.why) for o in others], columns=["what", "cost", "once", "why"]
        ),
        "prices": prices_table(plan.asked.place.prices),
    }


def with_units(asked, tables):
    """The tables as CSV files hold them, which have no sheet of units: each in the head of its column (pandas frames)."""
    units = {name: _unit_and_mark(asked, name)[0] for name in asked.objectives}
    said = {name: dict.fromkeys(columns, asked.place.currency) for name, columns in MONEY.items()}
    said["mixes"] |= units
    return {
        name: table.rename(columns={column: f"{column} ({unit})" for column, unit in said.get(name, {}).items()})
        for name, table in tables.items()
    }


def write_workbook(asked, tables, folder):
    """tables.xlsx, for people: an outcome at the head of a column is called as the app calls it."""
    called = {name: of_outcome(name) for name in asked.objectives}
    said = units(asked)
    said["mixes"] = {called.get(column, column): unit for column, unit in said["mixes"].items()}
    write_book(folder / "tables.xlsx", tables | {"mixes": tables["mixes"].rename(columns=called)}, said)


def units(asked):
    """What is counted in each column of the tables, sheet by sheet."""
    money = f"{asked.place.prices.in_words()}, whole district and year"
    objectives = {name: f"{_unit_and_mark(asked, name)[0]}, less the routine's" for name in asked.objectives}
    return {
        "mixes": {"cost": f"{money}, all money whoever pays"} | objectives | {"seeds": "runs that the means are of"},
        "calendar": {"how many": "contacts", "minutes each": "minutes", "hours": "hours of all together, in the week"},
        "bill": {"hours": "hours, whole district and year", "wage": "money an hour", "money": money},
        "left_out": {"cost": f"{money}; empty: more hours than may be hired", "once": "of the cost, to begin with"},
        "who_gains": {
            "months_of_language": "months of an ordinary child's development, beyond the routine",
            "clear": "whether it is more than luck",
            "fewer_behind_in_100": "children of 100 fewer below 1 SD under the norm",
            "contacts_a_year": "contacts a year, beyond the routine",
        },
    }


def _page(plan, bill, others, weeks, tables, picture, said):
    asked, place = plan.asked, plan.asked.place
    shown = {one.mix for one in plan.listed}
    return render(
        "plan.html",
        title=f"{asked.name.replace('_', ' ').capitalize()}: what to do with {asked.budget:,.0f} {place.currency} a year",
        bill=bill,
        left_out=others,
        perspectives=IN_WORDS,
        perspective=asked.perspective,
        prices=place.prices,
        ingredients=tables["prices"].to_dict("records"),
        sources=sources_of(sim.read_scenario(asked.scenario)),
        summary=said,
        chosen=tables["chosen"].to_dict("records"),
        pictures=[inside(picture)],
        mixes=tables["mixes"][[one.mix in shown for one in plan.best]].to_dict("records"),
        best=len(plan.best),
        most=MOST_LEVERS,
        objectives=[(name, *_unit_and_mark(asked, name)) for name in asked.objectives],
        less=[name for name in asked.objectives if towards_more(name) < 0],
        calendar=list(by_week(weeks)),
        gains=tables["who_gains"].to_dict("records"),
        runs=f"{plan.runs:,}",
        children=asked.children,
        draws=DRAWS,
        left_empty=", ".join(f"{name} in {count} rows" for name, count in asked.left_empty.items()),
        place=place.name,
        stand_in=place.stand_in,
    )


def _unit_and_mark(asked, name):
    """The unit of an objective, and a mark where it rests on assumed numbers."""
    one = sim.OUTCOMES[name]
    return one.unit.replace("currency", asked.place.currency), star(name)


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


def summary(plan, bill, others, gains):
    """What to do, how sure, for whom, at what cost: under 200 words; what else there is to say as far as there is room."""
    needed, more = list(_answer(plan, bill, gains)), [*_beyond_the_money(others), *_fairest(plan)]
    last = f"{plan.asked.place.stand_in} {MARKED}"
    for sentence in more:
        if sum(len(one.split()) for one in (*needed, sentence, last)) < MOST_WORDS:
            needed.append(sentence)
    return [*needed, last]


def _answer(plan, bill, gains):
    """The answer, its cost, how sure it is, and who gains."""
    asked, robust = plan.asked, plan.chosen[0]
    if not robust.mix:
        yield _as_it_is(plan)
        return
    one, money = _tried(plan, robust.mix), asked.place.prices.in_words()
    gain = dict(zip(asked.objectives, one.means, strict=True))
    yield f"Do this: {asked.words(robust.mix)}."
    if "language" in gain:
        a_child = one.cost / asked.children
        yield (
            f"It costs {one.cost:,.0f} a year, {a_child:,.0f} a child ({money}), and brings "
            f"{gain_in_words('language', gain['language'])}* with every number at its default."
        )
    if asked.perspective != "payers":
        seen = bill.sums[asked.perspective]
        yield f"Counted is what it costs {IN_WORDS[asked.perspective]}: {seen:,.0f} {asked.place.currency}."
    k = [t.mix for t in plan.listed].index(robust.mix)
    low, middle, high = np.quantile(plan.over_draws[:, k], [0.05, 0.5, 0.95])
    gains_in_draws = _between(low, middle, high, asked)
    yield f"In nine of ten draws of the numbers that nobody knows it gains {gains_in_draws}. {robust.why}"
    if untried := not_tried(asked.doings(robust.mix)):
        yield untried
    yield in_one_sentence(gains)


def _as_it_is(plan):
    """What is done now is the choice, as nothing else can be had, or as nothing else holds up as well."""
    if len(plan.best) == 1:
        return f"Nothing can be had for {plan.asked.budget:,.0f} {plan.asked.place.currency} a year: it stays as it is."
    return f"Leave it as it is. {plan.chosen[0].why}"


def _fairest(plan):
    """The fair choice, where it is another."""
    robust, fair = plan.chosen[0], plan.chosen[2]
    if fair.mix != robust.mix:
        yield f"Fairest is {plan.asked.words(fair.mix)}. {fair.why}"


def _beyond_the_money(others):
    """One sentence on what could not be chosen, first what would have done most."""
    dear = sorted((one for one in others if one.too_dear and math.isfinite(one.cost)), key=lambda one: -one.gain)
    if dear:
        said = [f"{one.what} {one.cost:,.0f}{_of_it_once(one)}" for one in dear[:NAMED]]
        more = f"; {len(dear) - NAMED} more" if dear[NAMED:] else ""
        yield f"Not chosen, as its first year alone is beyond the money: {'; '.join(said)}{more}."


def _of_it_once(one):
    return f" ({one.once:,.0f} of it once, to begin with)" if one.once else ""


def _between(low, middle, high, asked):
    """A range of the main objective for people who are not statisticians: months where it is said in months."""
    name = asked.objectives[0]
    if name in SAID_IN_MONTHS:
        numbers = sim.numbers_with({}).Development
        low, middle, high = (sim.months_of_development(one, numbers) for one in (low, middle, high))
        return f"{low:.1f} to {high:.1f} months of {name}, in the middle one {middle:.1f}"
    unit = sim.OUTCOMES[name].unit
    return f"{low:+.2f} to {high:+.2f} {unit} in {name.replace('_', ' ')}, in the middle one {middle:+.2f}"


def _plane(plan, folder):
    """Cost against the first objective: the best mixes, the three choices named."""
    figure, panels = frame(1, 1, width=9.5, height=5.0, left=0.1)
    panel = panels[0, 0]
    costs, gains = [one.cost for one in plan.best], [one.means[0] for one in plan.best]
    panel.plot(costs, gains, "o", color=GREY, alpha=0.55, markersize=5)
    for k, (mix, kinds) in enumerate(_choices_by_mix(plan).items()):
        tried, colour = _tried(plan, mix), COLOURS[k]
        panel.plot([tried.cost], [tried.means[0]], "osD"[k], color=colour, markersize=10)
        panel.annotate(
            " and ".join(kinds),
            (tried.cost, tried.means[0]),
            xytext=(10, 0),
            textcoords="offset points",
            color=colour,
            va="center",
            bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 1},
        )
    panel.axvline(plan.asked.budget, color=GREY, linewidth=1, linestyle="--")
    panel.set_xlabel(
        f"cost of the district and year, {plan.asked.place.prices.in_words()} (dashed: the budget)", fontsize=9
    )
    panel.xaxis.set_major_formatter("{x:,.0f}")
    name = plan.asked.objectives[0]
    panel.set_ylabel(
        f"{name.replace('_', ' ')}{star(name)}: gain on the routine ({sim.OUTCOMES[name].unit})", fontsize=9
    )
    robust = plan.chosen[0].mix
    gain = gain_in_words(name, _tried(plan, robust).means[0])
    title = f"The robust choice for {plan.asked.budget:,.0f} {plan.asked.place.currency} a year gains {gain}: "
    title += plan.asked.words(robust)
    said = f"Each of {len(plan.best)} marks is a mix of up to {MOST_LEVERS} interventions in {plan.asked.name} that no other "
    said += "beats on every objective and cost; means over up to 16 seeds with the same families and luck. "
    said += MARKED
    return save(figure, folder / "plane", title, said)


def _choices_by_mix(plan):
    """The chosen mixes, and what each was chosen as: one may be robust and cheap at once."""
    found = {}
    for one in plan.chosen:
        found.setdefault(one.mix, []).append(one.kind)
    return found
