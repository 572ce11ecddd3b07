"""How ready a family is for anything the school offers, the offer itself left aside."""

from sim.core.compiled import step
from sim.rules.taking_part import conviction, standing


@step
def readiness(f, p):
    """What it always brings, and what it holds now; invitations apart."""
    lasting = standing(float(f.propensity), f.ses, f.private, f.siblings, p)
    return lasting + conviction(f.role, f.confidence, f.trust, f.agreement, p)
