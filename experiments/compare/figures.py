"""Pictures of a comparison: what each strategy changes, for whom, what it costs, and how often it is the best choice."""

import numpy as np

import sim
from experiments.compare.choice import WORTHS
from experiments.compare.words import MARKED, star
from experiments.decide.perspective import IN_WORDS
from experiments.study.drawing import COLOURS, GREY, HELD, MARKS, begun, caption, frame, save, words

FIFTHS = "Fifths of family SES; means over all runs."
ALIKE = 0.01  # SD; less than that is no difference worth a title
SELDOM = 0.05  # of the draws; below it a strategy is not named in the picture of budgets
LUCK_BAND = "Thin line: nine in ten single runs (luck). "


def draw(study, table, choice):
    """All pictures; returns their paths (PNG; an SVG lies beside each)."""
    return [
        _effects(study, table, choice),
        _by_fifth(study, table),
        _plane(study, choice),
        _best_by_budget(study, choice),
        _acceptable(study, choice),
    ]


def colour_of(study):
    """One colour and mark a strategy through all pictures; the baseline is grey."""
    names = study.experiment.strategies
    return {
        name: (GREY if k == 0 else COLOURS[(k - 1) % len(COLOURS)], MARKS[k % len(MARKS)])
        for k, name in enumerate(names)
    }


def _rows(table, outcome, group="all"):
    chosen = table[(table.outcome == outcome) & (table.observer == "true") & (table.group == group)]
    return chosen.set_index("strategy")


def _effects(study, table, choice):
    """Language and the gap, strategy by strategy, with both bands for people who decide."""
    names, colours = study.experiment.strategies[1:], colour_of(study)
    figure, panels = frame(1, 2, height=2.6 + 0.34 * len(names), left=0.22, wspace=0.12)
    for panel, outcome in zip(panels[0], ("language", "language_gap"), strict=True):
        rows = _rows(table, outcome)
        panel.axvline(0, color=GREY, linewidth=1)
        for k, name in enumerate(reversed(names)):
            row, (colour, mark) = rows.loc[name], colours[name]
            if row.unknown_low is not None and np.isfinite(row.unknown_low):
                panel.plot(
                    [row.unknown_low, row.unknown_high],
                    [k, k],
                    color=colour,
                    linewidth=7,
                    alpha=0.35,
                    solid_capstyle="butt",
                )
            panel.plot([row.spread_low, row.spread_high], [k, k], color=colour, linewidth=1.2)
            panel.plot([row.difference], [k], mark, color=colour)
        panel.set_yticks(
            range(len(names)), [words(name) for name in reversed(names)] if outcome == "language" else [""] * len(names)
        )
        against = words(study.experiment.strategies[0])
        panel.set_xlabel(
            f"{words(outcome)}{star(outcome)}: difference from {against} ({sim.OUTCOMES[outcome].unit})", fontsize=9
        )
    rows = _rows(table, "language")
    best = rows.loc[names].difference.astype(float).idxmax()
    title = f"{begun(words(best))} moves language most: {rows.loc[best].difference:+.2f} SD{_in_draws(rows.loc[best])}"
    wide = "Wide band: nine in ten draws of the unknown numbers. " if len(study.plan.points) > 1 else f"{HELD} "
    return save(figure, study.folder / "effects", title, caption(study, wide + LUCK_BAND, MARKED))


def _in_draws(row):
    """How sure that is: the span over the unknown numbers, where they were drawn."""
    if row.unknown_low is None or not np.isfinite(row.unknown_low):
        return ""
    return f" on average, {row.unknown_low:+.2f} to {row.unknown_high:+.2f} in nine of ten draws"


def _by_fifth(study, table):
    """Language by fifth of SES, a line a strategy."""
    figure, panels = frame(1, 1, width=8.6, height=4.6, left=0.1)
    panel, colours = panels[0, 0], colour_of(study)
    figure.subplots_adjust(right=0.74)
    gaps, ends = {}, []
    for name in study.experiment.strategies[1:]:
        gains = [_rows(table, "language", group).loc[name].difference for group in sim.FIFTHS]
        colour, mark = colours[name]
        panel.plot(range(5), gains, marker=mark, color=colour, linewidth=1.8)
        gaps[name] = gains[0] - gains[-1]
        ends.append((gains[-1], words(name), colour))
    _label_ends(panel, ends, 4.08)
    panel.axhline(0, color=GREY, linewidth=1)
    panel.set_xticks(range(5), ["poorest\nfifth", "2", "3", "4", "richest\nfifth"], fontsize=9)
    panel.set_ylabel(f"language{star('language')}: difference (SD)", fontsize=9)
    fairest = max(gaps, key=gaps.get)
    return save(figure, study.folder / "by_fifth", _who_gains(fairest, gaps[fairest]), caption(study, FIFTHS, MARKED))


def _who_gains(name, gap):
    """The strategy that is kindest to the poorest fifth, and whether that is kind."""
    if abs(gap) < ALIKE:
        return f"Under {words(name)} children of the poorest and of the richest fifth gain alike"
    if gap > 0:
        return f"Under {words(name)} children of the poorest fifth gain more than those of the richest"
    return f"Even under {words(name)} children of the poorest fifth gain less than those of the richest"


def _label_ends(panel, ends, x):
    """Names where the lines end, pushed apart so that none covers another."""
    low, high = panel.get_ylim()
    step, last = 0.065 * (high - low), -np.inf
    for value, word, colour in sorted(ends):
        last = max(value, last + step)
        panel.annotate(word, (x, last), fontsize=8.5, color=colour, va="center", annotation_clip=False)


def _plane(study, choice):
    """Cost-effectiveness plane: a cloud of draws a strategy, and the frontier."""
    figure, panels = frame(1, 1, width=8.6, height=5.0, left=0.12)
    panel, colours = panels[0, 0], colour_of(study)
    figure.subplots_adjust(right=0.74)
    ends = []
    for k, name in enumerate(choice.strategies):
        colour, mark = colours[name]
        panel.plot(choice.effects[:, k], choice.costs[:, k], mark, color=colour, alpha=0.22, markersize=3.5)
        middle = choice.effects[:, k].mean(), choice.costs[:, k].mean()
        panel.plot(*middle, mark, color=colour, markersize=9, markeredgecolor="white")
        ends.append((middle[1], f"{words(name)}", colour))
    frontier = [one for one in choice.standings if one.status == "frontier"]
    panel.plot([one.effect for one in frontier], [one.cost for one in frontier], color=GREY, linewidth=1, zorder=0)
    right = panel.get_xlim()[1]
    _label_ends(panel, ends, right)
    panel.axhline(0, color=GREY, linewidth=0.8)
    panel.axvline(0, color=GREY, linewidth=0.8)
    panel.set_xlabel(f"language{star('language')}: extra months of development a child", fontsize=9)
    panel.set_ylabel(f"extra cost a child ({choice.prices.in_words()})", fontsize=9)
    on = ", ".join(words(one.name) for one in frontier)
    title = f"No other strategy does more for its money than these: {on}"
    first = "Large marks: means; small: draws of the unknown numbers. Grey line: the frontier. "
    first += f"Costs {IN_WORDS[choice.perspective]}."
    return save(figure, study.folder / "plane", title, caption(study, first, MARKED))


def _label_peaks(panel, values, names, colours):
    """Names above the middle of where each line is highest; a line that hardly rises has none."""
    panel.set_ylim(-5, 118)
    taken = {}
    for k, name in enumerate(names):
        highest = np.flatnonzero(values[:, k] >= values[:, k].max() - 1.0)
        if values[:, k].max() >= 100 * SELDOM:
            at = highest.mean(), values[:, k].max()
            above = taken[at] = taken.get(at, -1) + 1  # peaks in one place: one name above the other
            shift = (0, 8 + 11 * above)
            panel.annotate(
                words(name), at, shift, textcoords="offset points", ha="center", fontsize=8.5, color=colours[name][0]
            )


def _best_by_budget(study, choice):
    """How often each strategy does most among those that a budget can pay for."""
    figure, panels = frame(1, 1, width=8.6, height=4.6, left=0.1)
    panel, colours, budgets = panels[0, 0], colour_of(study), choice.budgets()
    shares = choice.best_by_budget(budgets)
    for k, name in enumerate(choice.strategies):
        colour, mark = colours[name]
        panel.plot(range(len(budgets)), 100 * shares[:, k], marker=mark, color=colour, linewidth=1.8)
    _label_peaks(panel, 100 * shares, choice.strategies, colours)
    panel.set_xticks(range(len(budgets)), [f"{budget:,.0f}" for budget in budgets], fontsize=9)
    panel.set_xlabel(f"money there is, a child ({choice.prices.in_words()})", fontsize=9)
    panel.set_ylabel(f"draws in which it does\nmost for language{star('language')} (%)", fontsize=9)
    first, last = (_often_best(choice.strategies, shares[k]) for k in (1, -1))
    currency = choice.currency
    title = f"Most often best with {budgets[1]:,.0f} {currency} a child: {first}; with {budgets[-1]:,.0f} {currency}: {last}"
    never = [words(name) for k, name in enumerate(choice.strategies) if shares[:, k].max() < SELDOM]
    said = f"Among the strategies that the money pays for in that draw. Costs {IN_WORDS[choice.perspective]}."
    said += f" Hardly ever best: {', '.join(never)}." if never else ""
    return save(figure, study.folder / "by_budget", title, caption(study, said, MARKED))


def _often_best(names, shares):
    """Which is best most often, or all that are so equally often."""
    return " and ".join(words(name) for name, share in zip(names, shares, strict=True) if share == shares.max())


def _acceptable(study, choice):
    """How often each strategy is the best choice, by what a month of language is worth."""
    figure, panels = frame(1, 1, width=8.6, height=4.6, left=0.1)
    panel, colours, shares = panels[0, 0], colour_of(study), choice.acceptable()
    figure.subplots_adjust(right=0.74)
    for k, name in enumerate(choice.strategies):
        colour, mark = colours[name]
        panel.plot(range(len(WORTHS)), 100 * shares[:, k], marker=mark, color=colour, linewidth=1.8)
    _label_ends(
        panel,
        [(100 * shares[-1, k], words(n), colours[n][0]) for k, n in enumerate(choice.strategies)],
        len(WORTHS) - 0.9,
    )
    panel.set_xticks(range(len(WORTHS)), [f"{worth:,}" for worth in WORTHS], fontsize=9)
    panel.set_xlabel(
        f"what a month of language is worth ({choice.currency} a child; a range, none is assumed)", fontsize=9
    )
    panel.set_ylabel("draws in which it is the best choice (%)", fontsize=9)
    first, last = (_often_best(choice.strategies, shares[k]) for k in (0, -1))
    title = f"Most often best if a month of language is worth nothing: {first} ({shares[0].max():.0%} of draws); "
    title += f"if worth {WORTHS[-1]:,} {choice.currency}: {last} ({shares[-1].max():.0%})"
    return save(
        figure, study.folder / "acceptability", title, caption(study, f"Costs {IN_WORDS[choice.perspective]}.", MARKED)
    )
