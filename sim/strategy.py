"""A strategy: which interventions, at which dose, and who pays. Decided (the L of XLRM)."""

from dataclasses import dataclass, replace

from sim.core.errors import ScenarioError, unknown
from sim.core.reading import beside, find_config, located, read_yaml
from sim.interventions import INTERVENTIONS, intervention


@dataclass(frozen=True)
class Strategy:
    """Interventions with their doses. `funded`: it brings the hours and money its doses cost."""

    name: str
    doings: tuple = ()
    funded: bool = True
    settings: tuple = ()  # (intervention, its settings as given)

    def conditions_change(self):
        """Weeks in which a condition of classes begins or has ended."""
        lasting = [doing for doing in self.doings if doing.is_condition]
        return {d.from_week for d in lasting} | {d.until_week + 1 for d in lasting if d.until_week is not None}

    def doing_without(self, dotted, value=None):
        """With one intervention taken out (None), or one dose of it at another value; what it does not do stays undone."""
        name, _, dose = dotted.partition(".")
        settings = {key: dict(given) for key, given in self.settings}
        if name not in settings:
            return self
        if value is None:
            del settings[name]
        else:
            settings[name][dose] = value
        return _strategy(self.name, settings, self.funded)

    def changed(self, dotted, value, week):
        """With one intervention begun, changed or ended (None) in a week."""
        name, _, dose = dotted.partition(".")
        if name == "funded":
            raise ScenarioError("funded cannot change in mid-run: who pays is said at the start.")
        settings = {key: dict(given) for key, given in self.settings}
        if dose:
            settings.setdefault(name, {})[dose] = value
        elif value is None:
            settings.pop(name, None)
        else:
            settings[name] = dict(_settings(name, value))
        if name in settings and dose != "from_week" and "from_week" not in (value if isinstance(value, dict) else {}):
            settings[name]["from_week"] = week
        return _strategy(self.name, settings, self.funded)


ROUTINE = Strategy("routine", (intervention("routine"),), True, (("routine", {}),))


def read_strategy(given, file, lines, keys):
    """A strategy by name, or written out as {intervention: {dose: value}}. The routine is always part of it."""
    if isinstance(given, str):
        return _from_file(given, file, lines, keys)
    if not isinstance(given, dict):
        with located(file, lines, keys):
            raise ScenarioError(
                f"strategy = {given!r}: a name, or interventions with their doses, as in {{home_visits: {{per_year: 12}}}}."
            )
    return _written_out("written out", given, file, lines, keys)


def _from_file(name, file, lines, keys):
    if name == "routine":
        return ROUTINE
    with located(file, lines, keys):
        path = find_config("strategies", beside(file, name))
        data, own_lines, _ = read_yaml(path)
    return _written_out(path.stem, data, str(path), own_lines, ())


def _written_out(name, data, file, lines, keys):
    rest = dict(data)
    with located(file, lines, (*keys, "describes")):
        if not isinstance(describes := rest.pop("describes", ""), str):
            raise ScenarioError(f"describes = {describes!r} is not text.")
    with located(file, lines, (*keys, "funded")):
        funded = rest.pop("funded", True)
        if not isinstance(funded, bool):
            raise ScenarioError(f"funded = {funded!r}: true where the strategy brings its hours and money, or false.")
    settings = {}
    for doing, value in rest.items():
        with located(file, lines, (*keys, doing)):
            settings[doing] = _settings(doing, value)
        for dose, one in settings[doing].items():
            with located(file, lines, (*keys, doing, dose)):
                intervention(doing, **{dose: one})
        with located(file, lines, (*keys, doing)):
            intervention(doing, **settings[doing])
    return _strategy(name, settings, funded)


def _settings(doing, value):
    if doing == "name":
        raise ScenarioError("name: a strategy is called as its file is; leave this line out.")
    if doing not in INTERVENTIONS:
        raise unknown("intervention", doing, INTERVENTIONS, "sim/interventions/")
    if value is None:
        return {}
    if not isinstance(value, dict):
        doses = ", ".join(INTERVENTIONS[doing].Dose.declared) or "nothing"
        raise ScenarioError(f"{doing} = {value!r}: its dose is asked for as {{name: value}}; {doing} has {doses}.")
    return value


def _strategy(name, settings, funded):
    settings = {"routine": {}} | settings
    doings = tuple(intervention(doing, **given) for doing, given in settings.items())
    return Strategy(name, doings, funded, tuple(settings.items()))


def unfunded(strategy):
    """The same, with the hours and money the place has."""
    return replace(strategy, funded=False)
