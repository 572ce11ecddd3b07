"""What institutions do when a term starts: committee, office, volunteers, organisations, evaluation, individual plans.

Each file is one institution: `convene`, `open` or the like decides once a term, over small tables; what it decided is
kept in its table, and `terms_of` turns that into offers and conditions of the coming weeks. The compiled week knows
nothing of institutions but a few columns: what is offered, how hours are shared, who is invited, what the goals are.
"""
