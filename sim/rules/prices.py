"""What things cost, beside hours (prices of the United States; other places scale them)."""

from sim.core.declare import parameters
from sim.core.units import money


@parameters
class Price:
    """Money for one contact, or for class channels one occasion for a class; in the place's currency."""

    event = money(60, low=0, high=300, source="assumed: material")
    volunteer = money(0, low=0, high=20, source="assumed")
    meeting = money(20, low=0, high=100, source="assumed: material")
    committee = money(0, low=0, high=50, source="assumed")
    course = money(
        220,
        low=120,
        high=500,
        source="assumed: leader, child care and material a session and class; K13: 552 a pupil and year",
    )
    joint_activity = money(30, low=0, high=150, source="assumed: books and material")
    evening = money(300, low=100, high=700, source="assumed: a team of leaders, a meal for all and child care")
    talk = money(0, low=0, high=10, source="assumed")
    teacher_visit = money(8, low=0, high=30, source="assumed: travel")
    trained_visit = money(220, low=103, high=329, source="K05, K06, K14: 103 to 329 a visit")
    note = money(0.10, low=0, high=1, source="assumed")
    exchange = money(0.05, low=0, high=0.5, source="assumed: the service behind it")
    message = money(
        0.01, low=0.002, high=0.05, source="K01: less than a dollar a family and school year of three a week"
    )
    library = money(
        1.20,
        low=0.3,
        high=8,
        source="assumed: a book lent, digital or worn; a row of the library is this times its books",
    )
    sitting = money(0, low=0, high=10, source="assumed: families give their time")
    hub = money(0, low=0, high=10, source="assumed: the place is paid by the hour it is open")


@parameters
class Wage:
    """What an hour costs."""

    teacher_hour = money(38, low=20, high=70, source="assumed: pay and social cost of a preschool teacher; K11, K13")
    coordinator_hour = money(30, low=15, high=60, source="assumed: between a visitor (K15) and a teacher")
    family_hour = money(15, low=0, high=30, source="assumed; K15: a visitor's wage is 15 to 19")
