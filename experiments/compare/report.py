"""A finished comparison written down: tables, pictures, and one HTML page that needs no network."""

import numpy as np

import sim
from experiments.compare.choice import WORTHS, choice_of
from experiments.compare.figures import draw
from experiments.compare.good_enough import LEVELS, regret_and_good_enough
from experiments.compare.good_enough import WORTHS as REGRETTED_AT
from experiments.compare.own_means import in_words, within_own_means
from experiments.compare.table import compared, of_all_families
from experiments.compare.tornado import SHOWN as BARS
from experiments.compare.tornado import meaning_of, runs_beside, tornado
from experiments.compare.tornado_figure import draw_tornado
from experiments.compare.units import units
from experiments.compare.what_is_compared import COMPARED, MONEY, is_comparison
from experiments.compare.who_gains import GROUPS, by_skill, who_gains
from experiments.compare.who_pays import in_use, staff_hours, who_pays
from experiments.compare.words import WORTH_SHOWN, amount, gain_in_words, summary, unlike_the_routine
from experiments.compare.years import discounted
from experiments.decide.perspective import GRADES_IN_WORDS, IN_WORDS
from experiments.decide.value_of_information import for_a_district
from experiments.page import inside, prices_table, render, sources_of
from experiments.sheets import write_book
from experiments.study.drawing import words
from experiments.study.parts import write_whole
from experiments.study.reports import SECONDS_TO_DRAW, Report, Written, as_json, write_csv

SHOWN = ("language", "numeracy", "social", "wellbeing", "language_gap", "practice_time", "trust", "contacts")
SHOWN += ("strain", "promises_cancelled", "teacher_hours", "hired_hours", "own_hours", "family_hours", *MONEY)
YEARS = 5  # of one district, over which finding out would pay


def comparison(perspective):
    """The Report of compare, costs seen from one perspective."""
    return Report(_refuse, lambda study: _written(study, perspective), _seconds)


def _seconds(experiment, seconds_a_run):
    """Seconds of the report: pictures, and lives of one thing at a time."""
    return SECONDS_TO_DRAW + runs_beside(experiment) * seconds_a_run


def _refuse(experiment):
    if not is_comparison(experiment):
        raise sim.ScenarioError(f"{experiment.name} does not hold all that is compared: {', '.join(COMPARED[:6])}, …")


def _written(study, perspective):
    table, choice = compared(study), choice_of(study, perspective)
    tables = _tables(study, choice, table)
    write_csv(table, study.folder / "table.csv")
    for name, one in tables.items():
        write_csv(one, study.folder / f"{name}.csv")
    write_book(study.folder / "tables.xlsx", {"outcomes": table} | tables, units(choice))
    pictures = draw(study, table, choice)
    pictures += [path for path in [draw_tornado(study, choice, tables["tornado"])] if path]
    found = choice.finding_out(WORTH_SHOWN)
    page, said = study.folder / "report.html", list(summary(study, table, choice, found))
    write_whole(page, _page(study, table, choice, tables, pictures, said, found).encode())
    lines = [*said, f"Report:  {page}"]
    return Written(_on_screen(study, table, choice), lines, pictures, {"outcomes": as_json(table)})


def _tables(study, choice, table):
    """Every table of the choice by the name of its file (pandas frames)."""
    return {
        "choice": _standings(choice),
        "who_gains": who_gains(table, choice.strategies),
        "by_skill": by_skill(table, choice.strategies),
        "who_pays": who_pays(study, table, choice_of(study).starting),
        "staff_hours": staff_hours(study, choice),
        "good_enough": regret_and_good_enough(choice),
        "by_budget": _by_budget(choice),
        "discounted": discounted(study, choice),
        "tornado": tornado(study, choice),
        "own_means": within_own_means(study, choice),
        "prices": prices_table(choice.prices),
    }


def _by_budget(choice):
    """One row a budget: the share of draws in which each strategy does most among those it pays for (a pandas frame)."""
    import pandas as pd

    budgets = choice.budgets()
    shares = pd.DataFrame(choice.best_by_budget(budgets), columns=choice.strategies)
    shares.insert(0, "budget_a_child", budgets)
    return shares


def _standings(choice):
    """One row a strategy: cost, effect, where it stands, how often it is best, regret (a pandas frame)."""
    import pandas as pd

    acceptable, regrets = choice.acceptable(), choice.regrets(WORTH_SHOWN)
    rows = []
    for k, name in enumerate(choice.strategies):
        one = next(standing for standing in choice.standings if standing.name == name)
        row = {"strategy": name, "cost_a_child": one.cost, "months_of_language": one.effect, "standing": one.status}
        row |= {"icer": one.icer, "icer_against": one.against, "cost_a_month_against_baseline": choice.ratio(k)}
        row |= {f"best_at_{worth}": acceptable[w, k] for w, worth in enumerate(WORTHS)}
        rows.append(row | {f"most_regret_at_{WORTH_SHOWN}": regrets[k]})
    return pd.DataFrame(rows)


def _on_screen(study, table, choice):
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    shown = Table(box=SIMPLE_HEAD, title=study.experiment.question, title_justify="left", pad_edge=False)
    shown.add_column("strategy")
    for column in ("language*", "that is", "unknown", "gap*", f"{choice.currency}/child", "teacher h*", "standing"):
        shown.add_column(column, justify="right")
    rows = of_all_families(table)
    standing = {one.name: one.status for one in choice.standings}
    for k, name in enumerate(choice.strategies):
        if k:
            language, gap = rows.loc[("language", name)], rows.loc[("language_gap", name)]
            band = (
                "–"
                if not _known(language.unknown_low)
                else f"{language.unknown_low:+.2f} to {language.unknown_high:+.2f}"
            )
            shown.add_row(
                words(name),
                f"{language.difference:+.3f} SD",
                gain_in_words(language).removesuffix(" language"),
                band,
                f"{gap.difference:+.3f}",
                amount(choice.costs[:, k].mean()),
                f"{rows.loc[('teacher_hours', name)].difference:+.1f}",
                standing[name],
            )
    return [shown]


def _known(value):
    return value is not None and np.isfinite(value)


def _page(study, table, choice, tables, pictures, said, found):
    experiment = study.experiment
    scenario = experiment.subject.scenario({}, experiment.strategies[0])
    return render(
        "compare.html",
        title=experiment.question or experiment.name,
        summary=said,
        pictures=[inside(path) for path in pictures],
        rows=_shown_rows(table, experiment.strategies),
        strategies=experiment.strategies,
        tables={name: one.to_dict("records") for name, one in tables.items()},
        bars=BARS,
        groups=GROUPS,
        grades=in_use(tables["staff_hours"]),
        grades_in_words=GRADES_IN_WORDS,
        gains=_by_strategy(tables["who_gains"], "group"),
        skills=_by_strategy(tables["by_skill"], "skill"),
        regretted_at=REGRETTED_AT,
        levels=LEVELS,
        draws=len(choice.costs),
        to_whom=IN_WORDS[choice.perspective],
        starting=_starting_in_words(choice),
        own_means=in_words(tables["own_means"], scenario.place),
        doings=list(unlike_the_routine(study)),
        unknowns=_unknowns(study, found),
        knowing=for_a_district(found[0], experiment.subject.families, YEARS),
        years=YEARS,
        place=scenario.place,
        experiment=experiment,
        choice=choice,
        runs=len(study.plan),
        points=len(study.plan.points),
        sources=sources_of(scenario),
    )


def _by_strategy(table, by):
    """{group or skill: its rows, strategy by strategy}."""
    return {key: rows.to_dict("records") for key, rows in table.groupby(by, sort=False)}


def _starting_in_words(choice):
    """Which part of the costs is paid once, strategy by strategy."""
    parts = [
        f"{words(name)} {sum_:,.0f}" for name, sum_ in zip(choice.strategies, choice.starting, strict=True) if sum_
    ]
    return f", of which once, to begin with: {'; '.join(parts)}" if parts else ""


def _shown_rows(table, names):
    """(outcome, unit, meaning, assumed, level of the baseline, row of each strategy) of what the page shows."""
    chosen = of_all_families(table)
    for name in SHOWN:
        one = sim.OUTCOMES[name]
        rows = [chosen.loc[(name, strategy)] for strategy in names[1:]]
        yield name, one.unit, one.meaning, one.rests_on == "assumed", chosen.loc[(name, names[0])]["mean"], rows


def _unknowns(study, found):
    """The uncertain numbers with what they are about, their ranges, and what knowing each is worth a child."""
    _, alone = found
    axes = {axis.name: axis for axis in study.experiment.axes}
    return [
        (name, meaning_of(name), axes[name].range_in_words(), axes[name].source, worth) for name, worth in alone.items()
    ]
