"""Every chart of the app as a Vega-Lite specification, made with Altair; a page puts name and unit of the outcome above."""

import json

import altair as alt

# Okabe-Ito, darker where thin lines would fade on white; the routine is grey. Fifths run from the poorest to the richest.
COLOURS = {
    "all": "#1f2a33",
    "ses_1": "#c44601",
    "ses_2": "#b57d00",
    "ses_3": "#70767b",
    "ses_4": "#2d86b8",
    "ses_5": "#0060a8",
}
STRATEGIES = ("#0060a8", "#c44601", "#007a5a", "#a8447f", "#7d5ba6", "#8a6d00")
INK, PALE, ROUTINE = "#43505a", "#c9ced2", "#8a8f94"
FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif"
AT_FIRST = {"now": 1, "last": 52, "low": 0, "high": 1}  # a page says the week shown, the last one, and the ends of y
MEASURE, COST = "the measure", "the cost"
SAID = {"measure": MEASURE, "cost": COST}  # what a page says along an axis: the thing and its unit
SHOWN = {"times": 1, "ending": ""}  # what a page says of a share: per cent, as in its words, whatever it is stored as
AS_SAID = "times == 1 ? datum.label : format(datum.value * times, ',.6~g') + ending"
FEW = alt.Axis(tickCount=5)  # numbers along a chart half a page wide
MEASURED = alt.Axis(tickCount=5, labelExpr=AS_SAID)
alt.data_transformers.disable_max_rows()


def specs():
    """All charts by name, without data: a page fills in `rows` (and `ghost`, `band`, `guess`)."""
    return {
        "week": week_by_week(),
        "reach": reach(),
        "effects": effects(),
        "plane": plane(),
        "who": who(),
        "chances": chances(),
        "mixes": mixes(),
        "year": year(),
    }


def _looks(chart):
    spec = (
        chart.configure(font=FONT, background="transparent", aria=False)  # words and a table stand beside it
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=INK,
            titleColor=INK,
            gridColor="#e9e6df",
            domainColor="#b9b4a8",
            tickColor="#b9b4a8",
            labelFontSize=11,
            titleFontSize=11,
            titleFontWeight="normal",
        )
        .configure_legend(labelColor=INK, titleColor=INK)
        .properties(width="container", autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
        .to_dict()
    )
    spec["usermeta"] = {"embedOptions": {"actions": False}}
    return _with_signals(spec)


def _with_signals(spec):
    """A page names these axes: Altair takes no signal for a title, Vega does."""
    text = json.dumps(spec)
    for signal, title in SAID.items():
        text = text.replace(f'"title": "{title}"', f'"title": {{"signal": "{signal}"}}')
    return json.loads(text)


def _names(limit):
    """Names down the side, so far from the chart that a dot at its edge covers none."""
    return alt.Axis(labelLimit=limit, domain=False, ticks=False, labelPadding=9)


def _named(name):
    """Rows as the page gives them: weeks and values are numbers already, and need no telling from text at each redraw."""
    return alt.NamedData(name=name, format=alt.DataFormat(parse=None))


def _curve(source, **how):
    base = alt.Chart(_named(source)).mark_line(interpolate="monotone", clip=True, **how)
    return base.encode(
        alt.X("week:Q", title="week"), alt.Y("value:Q"), alt.Detail("group:N"), alt.Color("group:N", legend=None)
    )


def _name_at_the_end(up, which):
    """Lines are named where they end, the upper one above, the lower one below."""
    mark = alt.Chart(_named("ends")).mark_text(align="right", dy=-9 if up else 13, fontSize=11, fontWeight="bold")
    where = mark.encode(alt.X("week:Q"), alt.Y("value:Q"), alt.Text("label:N"), alt.Color("group:N", legend=None))
    return where.transform_filter(which)


def week_by_week():
    """One outcome: solid up to now, pale what comes, dashed the run before, a band of luck, what one expects."""
    told = {name: alt.param(name=name, value=value) for name, value in (AT_FIRST | SHOWN).items()}
    colour = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    x = alt.X(
        "week:Q",
        title="week",
        scale=alt.Scale(nice=False, domain=[1, alt.ExprRef("last")]),
        axis=alt.Axis(grid=False, tickCount=6, format="d"),
    )
    y = alt.Y(
        "value:Q",
        title=None,
        scale=alt.Scale(zero=False, nice=False, domain=[alt.ExprRef("low"), alt.ExprRef("high")]),
        axis=MEASURED,
    )
    band = (
        alt.Chart(_named("band"))
        .mark_area(opacity=0.16, clip=True)
        .encode(x, alt.Y("low:Q", title=None), alt.Y2("high:Q"), alt.Color("group:N", legend=None))
    )
    comes = _curve("rows", strokeWidth=1.6, opacity=0.22)
    ghost = _curve("ghost", strokeWidth=1.6, strokeDash=[2, 3], opacity=0.85)
    past = _curve("rows", strokeWidth=2.4).transform_filter("datum.week <= now")
    guess = _curve("guess", strokeWidth=2, strokeDash=[7, 4], opacity=0.9).encode(color=alt.value("#7d3c98"))
    rule = alt.Chart(_named("moment")).mark_rule(color="#43505a", strokeDash=[1, 3]).encode(alt.X("week:Q"))
    flags = alt.Chart(_named("flags")).mark_rule(color="#b58900", opacity=0.7).encode(alt.X("week:Q"))
    above, below = (_name_at_the_end(up, "datum.up" if up else "!datum.up") for up in (True, False))
    curves = comes.encode(x, y, alt.Color("group:N", scale=colour, legend=None))
    layers = alt.layer(band, curves, ghost, flags, past, guess, rule, above, below).add_params(*told.values())
    return _looks(layers.properties(height=150))


def reach():
    """Who is reached: a dot a group shown, a row a way of meeting; hollow dots are the run before."""
    scale = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    x = alt.X("share:Q", title="reached this year (% of families)", scale=alt.Scale(domain=[0, 100]), axis=FEW)
    y = alt.Y("label:N", title=None, sort=None, axis=_names(150))
    line = alt.Chart(_named("rows")).mark_line(color=PALE, strokeWidth=3).encode(x, y, alt.Detail("label:N"))
    dots = (
        alt.Chart(_named("rows"))
        .mark_circle(size=90, opacity=1)
        .encode(x, y, alt.Color("group:N", scale=scale, legend=None))
    )
    ghost = (
        alt.Chart(_named("ghost"))
        .mark_point(size=90, strokeWidth=1.2, opacity=0.8)
        .encode(x, y, alt.Color("group:N", scale=scale, legend=None))
    )
    return _looks(alt.layer(line, ghost, dots).properties(height=132))


def _of_strategies():
    """The first strategy is grey, the others keep their colour through a page."""
    return alt.Scale(domain=alt.ExprRef("strategies"), range=[ROUTINE, *STRATEGIES])


def _of_a_page(chart):
    return _said(chart.add_params(alt.param(name="strategies", value=[])))


def _said(chart):
    """A chart whose axes a page names, with shares as it says them."""
    named = dict.fromkeys(SAID, "") | SHOWN
    return _looks(chart.add_params(*(alt.param(name=name, value=value) for name, value in named.items())))


def effects():
    """Differences from the first strategy: point the mean, thick nine in ten single runs, zero line first."""
    colour = alt.Color("strategy:N", legend=None, scale=_of_strategies())
    y = alt.Y("strategy:N", title=None, sort=None, axis=_names(170))
    zero = alt.Chart(_named("zero")).mark_rule(color=INK).encode(alt.X("at:Q"))
    luck = (
        alt.Chart(_named("rows"))
        .mark_bar(height=9, opacity=0.35)
        .encode(alt.X("spread_low:Q", title=MEASURE, axis=MEASURED), alt.X2("spread_high:Q"), y, colour)
    )
    mean = (
        alt.Chart(_named("rows")).mark_point(filled=True, size=95, opacity=1).encode(alt.X("difference:Q"), y, colour)
    )
    return _of_a_page(alt.layer(zero, luck, mean).properties(height=102))


def who():
    """Differences of the poorest and the richest fifth, joined by a line."""
    y = alt.Y("strategy:N", title=None, sort=None, axis=_names(170))
    scale = alt.Scale(domain=["ses_1", "ses_5"], range=[COLOURS["ses_1"], COLOURS["ses_5"]])
    zero = alt.Chart(_named("zero")).mark_rule(color=INK).encode(alt.X("at:Q"))
    line = (
        alt.Chart(_named("rows"))
        .mark_line(color=PALE, strokeWidth=3)
        .encode(alt.X("difference:Q", title=MEASURE, axis=MEASURED), y, alt.Detail("strategy:N"))
    )
    dots = (
        alt.Chart(_named("rows"))
        .mark_circle(size=110, opacity=1)
        .encode(alt.X("difference:Q"), y, alt.Color("group:N", scale=scale, legend=None))
    )
    return _of_a_page(alt.layer(zero, line, dots).properties(height=102))


def _beside(colour, x, y, left):
    """The name of a strategy beside its point, on the side where there is room, off the names of its like."""
    align, dx = ("right", -10) if left else ("left", 10)
    rows = alt.Chart(_named("rows"))
    mark = rows.mark_text(align=align, dx=dx, dy=alt.ExprRef("datum.lift"), fontSize=11, limit=170)
    return mark.encode(x, y, alt.Text("strategy:N"), colour).transform_filter("datum.left" if left else "!datum.left")


def plane():
    """Cost against gain: up is better, right is dearer; bars are nine in ten single runs."""
    colour = alt.Color("strategy:N", legend=None, scale=_of_strategies())
    x = alt.X("money:Q", title=COST, axis=FEW)
    y = alt.Y("difference:Q", title=MEASURE, scale=alt.Scale(zero=True), axis=alt.Axis(labelExpr=AS_SAID))
    zero = alt.Chart(_named("zero")).mark_rule(color=ROUTINE, strokeDash=[3, 3]).encode(alt.Y("at:Q"))
    frontier = alt.Chart(_named("frontier")).mark_line(color=PALE, strokeWidth=3).encode(x, y)
    luck = (
        alt.Chart(_named("rows"))
        .mark_rule(strokeWidth=3, opacity=0.35)
        .encode(x, alt.Y("spread_low:Q"), alt.Y2("spread_high:Q"), colour)
    )
    dots = alt.Chart(_named("rows")).mark_circle(size=120, opacity=1).encode(x, y, colour)
    right, left = (_beside(colour, x, y, left) for left in (False, True))
    return _of_a_page(alt.layer(zero, frontier, luck, dots, right, left).properties(height=240))


def chances():
    """In how many of the runs that were made each strategy came out best."""
    y = alt.Y("strategy:N", title=None, sort=None, axis=alt.Axis(labelLimit=170, domain=False, ticks=False))
    colour = alt.Color("strategy:N", legend=None, scale=_of_strategies())
    runs = alt.param(name="runs", value=1)
    axis = alt.Axis(tickCount=5, tickMinStep=1)
    x = alt.X("best:Q", title=MEASURE, scale=alt.Scale(domain=[0, alt.ExprRef("runs")], nice=False), axis=axis)
    bars = alt.Chart(_named("rows")).mark_bar(height=16).encode(x, y, colour)
    return _of_a_page(bars.properties(height=102).add_params(runs))


def mixes():
    """Cost of a mix against its gain: grey those that nothing beats, coloured the three choices, dashed the money there is."""
    kinds = alt.Scale(domain=["robust", "cheap", "fair"], range=list(STRATEGIES[:3]))
    marks = alt.Scale(domain=["robust", "cheap", "fair"], range=["circle", "square", "diamond"])
    x = alt.X("cost:Q", title=COST, axis=alt.Axis(format=",.0f", tickCount=6))
    y = alt.Y("gain:Q", title=MEASURE, scale=alt.Scale(zero=True), axis=alt.Axis(labelExpr=AS_SAID))
    zero = alt.Chart(_named("zero")).mark_rule(color=INK).encode(alt.Y("at:Q"))
    budget = alt.Chart(_named("budget")).mark_rule(color=ROUTINE, strokeDash=[5, 4]).encode(alt.X("at:Q"))
    others = alt.Chart(_named("rows")).mark_circle(size=60, opacity=0.5, color=ROUTINE).encode(x, y)
    three = (
        alt.Chart(_named("chosen"))
        .mark_point(filled=True, size=170, opacity=1)
        .encode(x, y, alt.Color("kind:N", legend=None, scale=kinds), alt.Shape("kind:N", legend=None, scale=marks))
    )
    named = [
        alt.Chart(_named("chosen"))
        .mark_text(align="right" if left else "left", dx=-12 if left else 12, fontSize=12, fontWeight="bold")
        .encode(x, y, alt.Text("label:N"), alt.Color("kind:N", legend=None, scale=kinds))
        .transform_filter("datum.left" if left else "!datum.left")
        for left in (False, True)
    ]
    return _said(alt.layer(zero, budget, others, three, *named).properties(height=300))


def year():
    """A year of a plan: a row a kind of contact, a mark a week, the larger the more hours; grey is the routine."""
    x = alt.X(
        "week:Q",
        title="week of the school year",
        scale=alt.Scale(domain=[0, 53], nice=False),
        axis=alt.Axis(grid=False, tickCount=10, format="d"),
    )
    y = alt.Y("what:N", title=None, sort=None, axis=alt.Axis(labelLimit=150, domain=False, ticks=False, grid=True))
    size = alt.Size("hours:Q", legend=None, scale=alt.Scale(range=[14, 260]))
    colour = alt.condition("datum.more", alt.value(STRATEGIES[0]), alt.value(ROUTINE))
    marks = alt.Chart(_named("rows")).mark_circle(opacity=0.8).encode(x, y, size, color=colour)
    return _looks(marks.properties(height=102))
