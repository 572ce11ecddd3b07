"""A parent committee: who comes to sit there, what it asks for, and what becomes of that (§4.3)."""

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import share, weight


@parameters
class Committee:
    """How members are won, speak and are heeded."""

    duty = share(
        0.85, low=0.5, high=1.0, source="assumed: of those drawn by lot who would not have volunteered, how many serve"
    )
    speaks = share(0.60, low=0.3, high=0.9, source="assumed: chance that a sitting ends in a proposal, ½ confident")
    speaks_confidence = weight(0.60, low=0.0, high=1.5, source="assumed: the confident speak up")
    speaks_distance = weight(0.30, low=0.0, high=0.6, source="assumed: another language silences")
    for_friends = share(0.30, low=0.0, high=0.6, source="assumed: how far a member speaks for its friends, too")
    step = share(0.15, low=0.05, high=0.4, source="assumed: of the way that its voice allows, by a proposal carried")
    asks_after = share(
        0.50, low=0.2, high=0.8, source="assumed: invitation a week where a barrier it reported is heeded"
    )
    passes_on = share(0.20, low=0.0, high=0.5, source="assumed: what a member knows, to a close friend")
    effort_when_watched = share(
        0.15, low=0.0, high=0.4, source="assumed: of the week's hours, beyond ordinary overtime, at full voice"
    )


def serves_when_drawn(would_volunteer, p):
    """Who is drawn by lot serves as on a jury: most do, whether they would have volunteered or not."""
    return would_volunteer + p.duty * (1.0 - would_volunteer)


@rule
def speaks_up(confidence, distance, p):
    """Who dares and speaks the school's language says at a sitting what it wants."""
    return min(1.0, max(0.0, p.speaks + p.speaks_confidence * (confidence - 0.5) - p.speaks_distance * distance))


@rule
def spoken_for(own, friends, p):
    """A member speaks for itself and, a little, for its friends."""
    return own + p.for_friends * (friends - own)


@rule
def is_carried(voice, in_favour):
    """A proposal is carried as far as the preschool heeds the committee and the committee agrees with it."""
    return voice * in_favour


@rule
def heeded_after(heeded, voice, carried, p):
    """Every proposal carried brings the preschool's goals a step nearer to where the committee's voice can bring them."""
    return voice + (heeded - voice) * (1.0 - p.step) ** carried


@rule
def told_by_members(information, closeness, p):
    """A friend on the committee passes on what it knows of life at school, the closer the more."""
    return p.passes_on * closeness * information


def invitation_kept_up(voice, p):
    """Whose barrier was reported to a preschool that heeds it is asked again and again, in a way that suits."""
    return p.asks_after * voice


@rule
def overtime_when_watched(overtime, watched, p):
    """Where parents watch whether promises are kept, a teacher gives more of her own time to keep them."""
    return min(1.0, overtime + p.effort_when_watched * watched)
