"""The cooperation office: its hours relieve teachers, ask families again and win partners (§4.3)."""

import numpy as np

from sim.conditions import Asked
from sim.institutions.of_a_preschool import as_far_as_all_pay, share_of_each_class
from sim.rules.office import felt_invitation, for_partners


def keep_to_it(term, request):
    """So many hours a week in each preschool it is for, at a coordinator's wage, as far as they are paid."""
    t, p = term.world.tables, term.world.numbers
    f, school_of = t.families, t.teachers.preschool
    there = request.preschools
    hours = np.where(there, request.dose.staff_hours_a_week, 0.0)
    share_of_class = share_of_each_class(t)
    asked_of = np.maximum(1, np.bincount(f.preschool[request.whom], minlength=t.preschools.size))

    def deliver(paid):
        t.conditions.help_minutes += np.floor(60 * p.Office.prepares * hours[school_of] * share_of_class * paid).astype(
            int
        )
        minutes = 60 * p.Office.invites * hours / asked_of
        felt = np.array([felt_invitation(one, p.Office) for one in minutes])[f.preschool] * paid[f.room]
        f.invited[request.whom] = np.maximum(f.invited, felt)[request.whom]
        t.preschools.outreach += for_partners(hours * as_far_as_all_pay(t, paid), p.Office)

    cents = 100.0 * p.Wage.coordinator_hour * hours[school_of] * share_of_class
    term.on_account_of(request)
    term.set(_of_the_place(t, deliver, cents) if request.doing.name == "routine" else Asked(deliver, cents=cents))


def _of_the_place(t, deliver, cents):
    """Whom the place has anyway is paid whatever else is asked for, with money of its own beside that for families."""
    wages = np.ceil(cents).astype(np.int64)

    def deliver_all(paid):
        t.conditions.cents_a_year += wages * int(t.taught[52])
        t.conditions.upkeep_cents += wages
        deliver(np.ones_like(paid))

    return Asked(deliver_all)
