"""Who sits where: families sort themselves over preschools by means and language; within one, classes are made by lot."""

import numpy as np

from sim.agents.preschools import Preschools
from sim.agents.teachers import Teachers
from sim.core.chance import Ask, life, normal_luck
from sim.core.compiled import loop, rule
from sim.core.declare import parameters
from sim.core.units import ratio, sd, share, weight
from sim.population.lots import lots


@parameters
class Sorting:
    """How alike the families of one preschool are, and how full a class may be."""

    by_ses = weight(
        0.50, low=0.3, high=0.8, source="fitted: SES varies by .25 between schools, SII .21 and STAR free lunch .30"
    )
    by_language = weight(
        0.6, low=0.0, high=1.5, source="assumed: other languages gather a little; SII minority .60 is the most"
    )
    smallest = ratio(0.7, low=0.5, high=0.9, source="assumed: no class below this share of the ordinary size")
    largest = ratio(1.3, low=1.1, high=1.5, source="assumed: no class above this share of the ordinary size")


@parameters
class FirstTeachers:
    """How teachers differ before anything."""

    quality = sd(1.0, low=0.9, high=1.1, source="C16: the unit, SD of centres")
    skill = share(0.3, low=0.1, high=0.5, source="assumed: skill with families of other cultures is rare")
    skill_spread = share(0.1, low=0.0, high=0.2, source="assumed: teachers differ in it")


@rule
def sorting_score(ses, language, chance, p):
    """Better-off families drift to one end, families of other languages to the other, chance does the rest."""
    return p.by_ses * ses - p.by_language * (1.0 if language > 0 else 0.0) + chance


@loop
def sorting_scores(families, seed, p):
    """Every family's place on the line along which preschools lie."""
    scores = np.empty(families.who.size)
    for i in range(scores.size):
        noise = normal_luck(life(seed, families.who[i]), Ask.SORTING, 0)
        scores[i] = sorting_score(families.ses[i], families.language[i], noise, p)
    return scores


def classes_for(families, class_size, p):
    """The number of classes that comes nearest to the ordinary size; one more where classes would be too full."""
    classes = max(1, int(families / class_size + 0.5))
    too_full = families > p.largest * class_size * classes
    return classes + 1 if too_full and families >= p.smallest * class_size * (classes + 1) else classes


def private_seats(private, public, class_size, p):
    """Private preschools open where private and other families can each fill a class; who finds no seat stays."""
    if min(private, public) < p.smallest * class_size:
        return 0
    return min(private, int(p.largest * class_size * classes_for(private, class_size, p)))


def shared_out(preschools, private, families):
    """Of a wanted number of preschools, how many are public and how many private; None for both where none is wanted."""
    if preschools is None:
        return None, None
    of_them = min(preschools - 1, int(preschools * private / families + 0.5))
    return preschools - of_them, of_them


def seat_families(families, seed, place, p):
    """Rows in the order of classes, and the classes: how many children in each, its preschool, and which are private."""
    private = int(families.private.sum())
    seats = private_seats(private, families.private.size - private, place.class_size, p)
    public_schools, private_schools = shared_out(place.preschools, seats, families.private.size)
    seats = seats if private_schools != 0 else 0
    order = _public_then_private(
        np.argsort(sorting_scores(families, seed, p), kind="stable"), families.private, private - seats
    )
    sizes, school_of, is_private = _open_rooms(families.private.size - seats, 0, 0, public_schools, place, p)
    if seats:
        more = _open_rooms(seats, 1, is_private.size, private_schools, place, p)
        sizes, school_of, is_private = (
            np.concatenate(both) for both in zip((sizes, school_of, is_private), more, strict=True)
        )
    lot = lots(families.who, seed, int(Ask.SORTING), 1)
    return order[np.lexsort((lot[order], np.repeat(school_of, sizes)))], sizes, school_of, is_private


def _public_then_private(order, private, left_over):
    """The public families in their order, then the private ones; the poorest of those find no seat and stay."""
    is_private = private[order] == 1
    seated = is_private & (np.cumsum(is_private) > left_over)
    return np.concatenate((order[~seated], order[seated]))


def _open_rooms(families, private, before, wanted, place, p):
    """Classes of nearly equal size, shared out evenly over preschools that are numbered from `before`."""
    classes = max(classes_for(families, place.class_size, p), wanted or 1)
    preschools = wanted or max(1, int(classes / place.classes_per_preschool + 0.5))
    sizes = np.diff(np.arange(classes + 1) * families // classes)
    return sizes, before + np.arange(classes) * preschools // classes, np.full(preschools, private)


@loop
def _draw_teachers(teachers, seed, p):
    for room in range(teachers.room.size):
        mine = life(seed, teachers.room[room])
        teachers.quality[room] = p.quality * normal_luck(mine, Ask.TEACHER_QUALITY, 0)
        teachers.skill[room] = min(max(p.skill + p.skill_spread * normal_luck(mine, Ask.TEACHER_SKILL, 0), 0.0), 1.0)


def open_classes(numbers, sizes, school_of, seed, p):
    """The classes and their teachers, with the numbers that their luck hangs on."""
    teachers = Teachers.with_rows(sizes.size)
    teachers.room[:] = numbers
    teachers.preschool[:] = school_of
    teachers.children[:] = sizes
    teachers.first[:] = np.cumsum(sizes) - sizes
    _draw_teachers(teachers, seed, p)
    return teachers


def open_preschools(numbers, families, private):
    """The preschools, with the numbers that their luck hangs on, and the mean SES of their families."""
    preschools = Preschools.with_rows(private.size)
    preschools.number[:] = numbers
    preschools.private[:] = private
    families_in = np.bincount(families.preschool, minlength=private.size)
    preschools.mean_ses[:] = np.bincount(families.preschool, families.ses, private.size) / families_in
    return preschools
