"""The figures as a table: each beside what it must be at least, and what it aims at."""

from rich.table import Table

# name in the JSON, words, how it is written, at least, aim, and whether more is better
ROWS = (
    ("mesa_ratio", "times faster than the same rules as Mesa agents", "{:,.0f} ×", 70, 120, True),
    ("mesa_ns_per_family_week", "the Mesa agents, a family and week", "{:,.0f} ns", None, None, False),
    ("mesa_equals_fast", "both come to the same outcomes", "{}", True, True, True),
    ("ns_per_family_week", "a family and week, one core, every intervention on", "{:,.0f} ns", 250, 140, False),
    ("ms_300x156", "300 families, 156 weeks, every intervention, everything included", "{:.1f} ms", 20, 10, False),
    ("ms_300x156_of_five", "the same with five interventions", "{:.1f} ms", 20, 10, False),
    ("bytes_per_family", "memory a family", "{:,.0f} bytes", 1000, 600, False),
    ("growth_300_to_300000", "time a family with 300,000 families against 300", "{:.2f} ×", 1.3, 1.1, False),
    ("two_core_speedup", "a sweep on two cores against one", "{:.2f} ×", 1.8, 1.9, True),
)


def table_of(figures):
    """A rich table."""
    table = Table(title="Speed, measured now on this machine")
    for head in ("", "measured", "at least", "aim", ""):
        table.add_column(head, justify="left" if head == "" else "right")
    for name, words, form, bar, aim, more in ROWS:
        value = figures[name]
        shown = "not measured" if value is None else _written(form, value)
        table.add_row(words, shown, _written(form, bar), _written(form, aim), _verdict(value, bar, aim, more))
    return table


def _written(form, value):
    if value is None:
        return ""
    return ("yes" if value else "no") if isinstance(value, bool) else form.format(value)


def _verdict(value, bar, aim, more):
    if value is None or bar is None:
        return ""
    sign = 1 if more else -1
    return "aim met" if sign * value >= sign * aim else "bar met" if sign * value >= sign * bar else "missed"
