"""Names in a row, as a sentence has them."""

import pytest

from experiments.listed import listed


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_in_a_row(names, said):
    assert listed(names) == said
