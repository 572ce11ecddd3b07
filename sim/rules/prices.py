"""What things cost, beside teachers' hours: what is bought, and others' hours by grade (USD; other places scale them)."""

from sim.core.declare import parameters
from sim.core.units import hours, money


@parameters
class Price:
    """What is bought for one contact, or for class channels one occasion of a class, staff's hours apart."""

    event = money(60, low=0, high=300, source="assumed: material")
    volunteer = money(0, low=0, high=20, source="assumed")
    meeting = money(20, low=0, high=100, source="assumed: material")
    committee = money(0, low=0, high=50, source="assumed")
    course = money(40, low=10, high=150, source="assumed: material and something to eat, a session and class")
    joint_activity = money(30, low=0, high=150, source="assumed: books and material")
    evening = money(120, low=40, high=350, source="assumed: a meal for all and material")
    talk = money(0, low=0, high=10, source="assumed")
    teacher_visit = money(8, low=0, high=30, source="assumed: travel")
    trained_visit = money(
        142,
        low=25,
        high=265,
        source="K05, K06, K14: 103 to 343 USD of 2023 a visit in all; less three hours of the visitor",
    )
    note = money(0.10, low=0, high=1, source="assumed")
    exchange = money(0.05, low=0, high=0.5, source="assumed: the service behind it")
    message = money(
        0.01, low=0.002, high=0.05, source="K01: less than a dollar a family and school year of three a week (2014)"
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
    """What an hour costs by grade of staff, pay and social cost."""

    teacher_hour = money(38, low=20, high=70, source="assumed: pay and social cost of a preschool teacher; K11, K13")
    assistant_hour = money(24, low=15, high=40, source="assumed: about two thirds of a teacher's; minds children too")
    coordinator_hour = money(30, low=15, high=60, source="assumed: between a visitor (K15) and a teacher")
    leader_hour = money(36, low=18, high=65, source="assumed: who leads a course, nearly a teacher's")
    visitor_hour = money(
        26, low=18, high=40, source="K15: 15 to 19 USD of 2018, 18 to 23 of 2023, and assumed social cost of a quarter"
    )
    coach_hour = money(
        50,
        low=30,
        high=85,
        source="assumed: BLS, instructional coordinators: 24 USD of 2004, 39 of 2023, and social cost of a quarter",
    )
    interpreter_hour = money(
        40,
        low=25,
        high=90,
        source="assumed: BLS, interpreters: 21 USD of 2015, 27 of 2023, and half as much again for social cost and the way",
    )
    family_hour = money(15, low=0, high=30, source="assumed; K15: a visitor's wage is 15 to 19")


@parameters
class StaffHours:
    """Hours of others than the class's teacher that one contact or class occasion takes, preparation and the way included."""

    course_leader = hours(3, low=2, high=8, source="assumed: a session of ninety minutes, and as long to prepare it")
    course_assistant = hours(3, low=0, high=8, source="assumed: child care at a session, an hour and a half of two")
    evening_leader = hours(3, low=2, high=8, source="assumed: an evening of two hours, and its preparation")
    evening_assistant = hours(3, low=0, high=8, source="assumed: child care and table at an evening")
    trained_visit_visitor = hours(3, low=1.5, high=5, source="assumed: an hour there, the way, notes and supervision")


_BY_CHANNEL = {}  # {'course': {'leader': 'course_leader', 'assistant': 'course_assistant'}}
for _name in StaffHours.declared:
    _channel, _, _grade = _name.rpartition("_")
    _BY_CHANNEL.setdefault(_channel, {})[_grade] = _name


def staff_hours(channel, numbers):
    """Hours of others than the class's teacher that one contact or class occasion takes: {'leader': 3.0, 'assistant': 3.0}."""
    return {grade: getattr(numbers.StaffHours, name) for grade, name in _BY_CHANNEL.get(channel, {}).items()}


def price_of(channel, numbers):
    """Money for one contact, or for class channels one occasion of a class: what is bought, and staff's hours at their wage."""
    paid = sum(hours * getattr(numbers.Wage, f"{grade}_hour") for grade, hours in staff_hours(channel, numbers).items())
    return getattr(numbers.Price, channel) + paid
