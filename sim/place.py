"""A place: who lives there, culture, law, customs, hours and money. Given, not decided (the X that a scenario starts from)."""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np

from sim.core.declare import parameters
from sim.core.errors import ScenarioError, unknown
from sim.core.reading import find_config, located, read_yaml
from sim.core.units import choice, count, hours, money, share
from sim.district import District
from sim.form import checked
from sim.place_file import PlaceFile
from sim.population.district import draw_district
from sim.population.draw import draw, families_of
from sim.population.figures import PlaceFigures, read_figures, ses_mean_where
from sim.population.shard import seat_everybody
from sim.prices import Prices, read_prices


@parameters
class Culture:
    """What people there hold to be right (§4.1)."""

    entrusting = share(
        0.15, low=0.0, high=0.8, source="assumed: share of families that entrust education to the school"
    )
    academic_weight = share(
        0.40, low=0.2, high=0.8, source="assumed: share of what families value that is language and numeracy"
    )
    deference = share(
        0.30,
        low=0.0,
        high=0.9,
        source="assumed: how far parents defer to the school and keep what they think to themselves",
    )
    other_language = share(
        0.145, low=0.0, high=0.9, source="NHES 2019 K-2: children who speak another language at home, too or only"
    )
    distance = share(
        1.0, low=0.0, high=1.0, source="assumed: how far another home language and culture is from the school's"
    )


@parameters
class Policy:
    """What law asks for (§4.2)."""

    meetings_a_year = count(
        3,
        low=0,
        high=10,
        most=100,
        source="assumed: P14: 87% go to a general or parents' meeting; fitted with NHES 2019",
    )
    talks_a_year = count(2, low=0, high=8, most=100, source="M02: two conferences a year")
    visits_a_year = count(0, low=0, high=12, most=100, source="M01: two in Head Start; none asked for elsewhere")
    notes_a_month = count(
        0.5, low=0, high=8, most=60, source="P20: 57% had a personal note in a year; NHES 2019 K-2: 74%"
    )
    committee = share(1, low=0, high=1, source="custom: families are asked once a year to serve")
    clarity = share(0.5, low=0.0, high=1.0, source="assumed: how clearly rights and duties are written down")
    parent_duties = share(
        0.5, low=0.2, high=0.8, source="assumed: the family's part of what is nobody's, where rules are clear"
    )
    feedback = share(
        0.0, low=0.0, high=1.0, source="assumed: how far preschools must answer what parents say at meetings"
    )
    inspection = share(0.0, low=0.0, high=1.0, source="assumed: how closely is looked whether mandates are kept")
    earmarked_per_child = money(
        0,
        low=0,
        high=400,
        most=1e6,
        source="assumed: the authority's money tied to work with families, a child and year",
    )
    by_need = share(
        0.0, low=0.0, high=1.0, source="a choice: how far tied money goes by need; 0 is the same for each child"
    )
    consultation = share(0.0, low=0.0, high=1.0, source="assumed: how far preschools are heard when mandates are made")
    academic_emphasis = share(
        0.45, low=0.2, high=0.8, source="assumed: share of the preschool's goals that is language and numeracy"
    )


@parameters
class Budget:
    """What the place has for families."""

    money_per_child = money(60, low=0, high=1000, most=1e6, source="assumed: a child and year")
    teacher_hours = hours(
        3.0, low=0.5, high=10.0, most=168.0, source="assumed: a class and week; W01: 1.6 a teacher in lower secondary"
    )
    coordinator_hours = hours(
        0.0,
        low=0.0,
        high=40.0,
        most=400.0,
        source="assumed: of a coordinator a preschool and week, paid beside the money for families",
    )


@parameters
class Customs:
    """What is done though no law asks for it."""

    events_a_year = count(
        3, low=0, high=12, most=100, source="custom: occasions a year in the K-2 survey's schools, assumed"
    )
    volunteering_a_year = count(
        1, low=0, high=12, most=100, source="custom: occasions a year in the K-2 survey's schools, assumed"
    )


@parameters
class Staff:
    """How a preschool is staffed and shares out its hours."""

    class_size = count(20, low=10, high=35, least=1, most=200, source="STAR kindergarten: about twenty")
    classes_a_preschool = count(3, low=1, high=12, least=1, most=200, source="assumed")
    allocation = choice(
        "equal", "equal", "neediest_first", "who_asks_first", source="assumed: who goes first when hours are short"
    )
    age_months = count(54, low=36, high=72, most=216, source="assumed: mean age at week 1")


PARTS = {"culture": Culture, "policy": Policy, "budget": Budget, "customs": Customs, "staff": Staff}


@dataclass(frozen=True)
class Place:
    """A place as its file gives it."""

    name: str
    describes: str
    stand_in: str
    prices: Prices
    figures: str
    terms: tuple
    culture: tuple
    policy: tuple
    budget: tuple
    customs: tuple
    staff: tuple
    file: str = ""
    assumed: bool = False
    ses_mean: float | None = None  # of its families, in SD of the nation's; None as in the survey
    ses_sd: float | None = None
    preschools: int | None = None  # None: as many as its classes fill
    district: District | None = None  # one's own preschools in place of drawn ones

    @property
    def currency(self):
        """Of all its money: USD."""
        return self.prices.currency

    def school_weeks(self):
        """Which of the 52 weeks are school weeks."""
        weeks = np.zeros(52, np.int64)
        for first, last in self.terms:
            weeks[first - 1 : last] = 1
        return weeks

    def last_school_week(self, weeks):
        """The last school week within so many weeks (the last week, if there is none)."""
        of_year = self.school_weeks()
        taught = [w for w in range(1, weeks + 1) if of_year[(w - 1) % 52]]
        return taught[-1] if taught else weeks

    def term_around(self, week):
        """The first week of the term a week lies in (holidays belong to the term before), and the last before the next."""
        year = (week + 51) // 52 - 1
        starts = [52 * y + first for y in (year - 1, year, year + 1) for first, _ in self.terms]
        begins = max(s for s in starts if s <= week)
        return begins, min(s for s in (*starts, begins + 52) if s > week) - 1

    def people(self, culture):
        """The figures the population is drawn from, under a culture."""
        base = read_figures(_tables_folder(self.figures))
        other = None if abs(culture.other_language - Culture().other_language) < 1e-12 else culture.other_language
        return replace(
            base,
            class_size=self.staff.class_size,
            classes_per_preschool=self.staff.classes_a_preschool,
            age_months=self.staff.age_months,
            distance=culture.distance,
            other_language=other,
            ses_mean=self.ses_mean,
            ses_sd=self.ses_sd,
            preschools=self.preschools,
        )

    def drawn(self, culture, families, seed, numbers):
        """All tables of its first day; a district's own preschools where it has some."""
        if self.district is None:
            return draw(self.people(culture), families, seed, numbers)
        own = [(self.people_of(one, culture), one.children) for one in self.district.preschools]
        return draw_district(own, seed, numbers)

    def brought_up(self, culture, families, seed, numbers):
        """The same families, as they are under a culture before they are seated."""
        if self.district is None:
            return families_of(self.people(culture), families.who, seed, numbers)
        other = families.copy()
        for row, own in enumerate(self.district.preschools):
            here = families.preschool == row
            other[here] = families_of(self.people_of(own, culture), families.who[here], seed, numbers)
        return other

    def seated(self, culture, families, seed, numbers):
        """So many families on its first day, to be drawn in shards."""
        return seat_everybody(self.people(culture), families, seed, numbers)

    def of(self, district):
        """The same law and custom around a district's own preschools, and what they do now, on average over their children.

        What each of them does is in its own row, and kept to when a term is planned.
        """
        done = {}
        for name in self.policy._fields:
            said = [(getattr(one, name, None), one.children) for one in district.preschools]
            told = [(value, children) for value, children in said if value is not None]
            if told:
                done[name] = sum(v * n for v, n in told) / sum(n for _, n in told)
        return replace(self, district=district, policy=self.policy._replace(**done))

    def people_of(self, own, culture):
        """The figures of one's own preschool: what its row says, and the place's where a cell was left empty."""
        base = self.people(culture)
        said = {"class_size": own.children / own.classes, "classes_per_preschool": own.classes, "preschools": 1}
        said["private_share"] = float(own.private or 0)
        if own.other_language is not None:
            said["other_language"] = own.other_language
        if own.low_income is not None:
            said["ses_mean"] = ses_mean_where(base, own.low_income)
        return replace(base, **said)


def _tables_folder(name):
    return str(Path(__file__).resolve().parents[1] / "configs" / "places" / name)


@lru_cache(maxsize=32)
def _read(path, changed):
    data, lines, _ = read_yaml(path)
    given = checked(PlaceFile, "A place", data, lines, path)
    parts = {part: _part(path, lines, part, getattr(given, part)) for part in PARTS}
    with located(path, lines, ("terms",)):
        _check_terms(given.terms)
    with located(path, lines, ("figures",)):
        _check_figures(given.figures)
    with located(path, lines, ("prices",)):
        prices = read_prices(given.prices)
    return Place(
        name=Path(path).stem,
        terms=tuple(tuple(term) for term in given.terms),
        assumed=given.assumed,
        ses_mean=given.ses_mean,
        ses_sd=given.ses_sd,
        file=str(path),
        describes=given.describes,
        stand_in=given.stand_in,
        prices=prices,
        figures=given.figures,
        **parts,
    )


def _check_terms(terms):
    pairs = all(len(term) == 2 and 1 <= term[0] <= term[1] <= 52 for term in terms)
    if not pairs or any(last >= first for (_, last), (first, _) in pairwise(terms)):
        raise ScenarioError(f"terms = {terms}: a list of [first week, last week] in order, between 1 and 52.")


def _check_figures(name):
    folders = [one.name for one in Path(_tables_folder("")).iterdir() if one.is_dir()]
    if name not in folders:
        raise unknown("folder of figures", name, folders, "configs/places")


def _part(path, lines, part, given):
    values = {}
    for key, value in given.items():
        with located(path, lines, (part, key)):
            values[key] = PARTS[part].but(**{key: value})._asdict()[key]
    return PARTS[part](**values)


def read_place(name):
    """The place of a name or file. Errors: ScenarioError with file and line."""
    path = find_config("places", name)
    return _read(path, _last_changed(path))


def _last_changed(path):
    """When a file was written, so that a changed one is read again; None for what is not there, which reading refuses."""
    try:
        return path.stat().st_mtime_ns
    except (OSError, ValueError):
        return None


__all__ = ["PARTS", "Place", "PlaceFigures", "read_place"]
