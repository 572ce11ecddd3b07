"""Children: where each would settle, and where each is."""

from sim.core.declare import table
from sim.core.units import SEVEN_DIGITS, code_column, per_domain_column, real_column, sd_column


@table
class Children:
    """One row a child, the same row as its family. Skills are in SD around the norm for the child's age."""

    age = real_column("months", "age at week 1", written_by="population", kept=SEVEN_DIGITS)
    girl = code_column("1 for a girl", written_by="population")
    attends = code_column("1 for a child that comes to preschool", written_by="term", start=1)
    potential = per_domain_column(
        "SD", "where the skill would settle with ordinary input from now on", written_by="grow", kept=SEVEN_DIGITS
    )
    halo_teacher = sd_column(
        "lasting part of the teacher's rating that is not skill", written_by="population", kept=SEVEN_DIGITS
    )
    halo_parent = sd_column(
        "lasting part of the parents' rating that is not skill", written_by="population", kept=SEVEN_DIGITS
    )
    skills_at_start = per_domain_column("SD", "skills at week 1", written_by="population", kept=SEVEN_DIGITS)
    skills = per_domain_column("SD", "skills now", written_by="grow")
    from_home = per_domain_column("SD", "what practice beyond the ordinary has added to them", written_by="grow")
    input_at_start = per_domain_column(
        "SD", "its ordinary input from home, mean of the year before week 1", written_by="settle", kept=SEVEN_DIGITS
    )
    joint_at_start = real_column(
        "benefit",
        "its ordinary joint benefit of home and school, mean of the year before week 1",
        written_by="settle",
        kept=SEVEN_DIGITS,
    )
