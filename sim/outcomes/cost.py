"""What is measured on teachers' hours and on money, by payer."""

import numpy as np

from sim.core.outcome import outcome


@outcome(unit="share", better="lower")
def strain(world):
    """How overworked teachers are, 0 to 1, over the families they teach."""
    return world.tables.teachers.strain[world.tables.families.room]


def _a_child(world, column):
    """A sum of the ledger, a child."""
    return float(world.tables.ledger[column].sum()) / world.tables.families.size


def _to_the_fund(world, payer):
    """Cents a child that a payer put into committees' funds."""
    return float(world.tables.committees[f"cents_from_{payer}"].sum()) / world.tables.families.size


@outcome(unit="hours a child", better="lower", of="place")
def teacher_hours(world):
    """Teachers' hours used for families since week 1, own or hired, overtime and own training among them."""
    used = ("minutes_contacts", "minutes_attention", "minutes_training", "minutes_hired")
    helped = _a_child(world, "minutes_helped")
    return (sum(_a_child(world, column) for column in used) - helped) / 60.0


@outcome(unit="hours a child", better="higher", of="place")
def help_hours(world):
    """Hours since week 1 in which coordinators and volunteers did what else a teacher would have done."""
    return _a_child(world, "minutes_helped") / 60.0


@outcome(unit="hours a child", better="lower", of="place")
def hired_hours(world):
    """Teachers' hours hired by the programme since week 1."""
    return _a_child(world, "minutes_hired") / 60.0


@outcome(unit="hours a child", better="lower", of="place")
def own_hours(world):
    """Hours of the preschools' own teachers used for families since week 1: neither hired nor paid by tied money."""
    ledger = world.tables.ledger
    used = ledger.minutes_contacts + ledger.minutes_attention + ledger.minutes_training
    own = np.maximum(0, used - ledger.minutes_helped - ledger.minutes_granted)
    return float(own.sum()) / world.tables.families.size / 60.0


@outcome(unit="hours a child", better="lower", of="place")
def family_hours(world):
    """Families' hours in school contacts since week 1."""
    return _a_child(world, "family_minutes") / 60.0


@outcome(unit="hours a child", better="lower", of="place")
def unpaid_family_hours(world):
    """Families' hours in school contacts since week 1 that nobody pays them for."""
    return (_a_child(world, "family_minutes") - _a_child(world, "family_minutes_paid")) / 60.0


@outcome(unit="currency a child", better="lower", of="place")
def money_preschool(world):
    """Money of the preschool's own for families since week 1, its part of the committee's fund too. Tied money goes first."""
    ledger = world.tables.ledger
    own = float(np.maximum(0, ledger.cents_used - ledger.cents_granted).sum()) / world.tables.families.size
    return (own + _to_the_fund(world, "preschool")) / 100.0


@outcome(unit="currency a child", better="lower", of="place")
def money_authority(world):
    """Money the authority tied to work with families and paid since week 1, the hours it buys included."""
    return _a_child(world, "cents_authority") / 100.0


@outcome(unit="currency a child", better="lower", of="place")
def money_programme(world):
    """Money the programme pays since week 1, wages of hired hours and the committee's fund included."""
    return (
        _a_child(world, "cents_hired") + _to_the_fund(world, "programme")
    ) / 100.0 + world.numbers.Wage.teacher_hour * _a_child(world, "minutes_hired") / 60.0


@outcome(unit="currency a child", better="lower", of="place")
def money(world):
    """Money used for families since week 1 beyond teachers' own hours: of preschool, programme and authority."""
    return money_preschool.measure(world) + money_programme.measure(world) + money_authority.measure(world)


@outcome(unit="contacts a child", better="lower", of="place")
def promises_cancelled(world):
    """Contacts promised and cancelled since week 1."""
    return _a_child(world, "cancelled")
