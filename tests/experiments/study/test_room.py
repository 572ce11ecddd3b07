"""A picture shows all that belongs to it: nothing beyond its edges, no panel on another or on the text."""

import pytest

from experiments.study.drawing import _balanced, begun, frame, in_two_columns, save
from experiments.study.room import _boxes, _overlap, make_room


@pytest.fixture
def crowded():
    """Two by two panels with long names on the left, a name at the right end, a label below and a title above each."""
    figure, panels = in_two_columns(4)
    for panel in panels:
        panel.set_yticks([0, 1], ["a name too long for its margin", "b"])
        panel.set_xlabel("two\nlines")
        panel.set_title("above", loc="left")
        panel.annotate("named at the end", (1.0, 0.5), annotation_clip=False)
    return figure


def drawn(figure, monkeypatch, tmp_path):
    """The figure as it is saved."""
    monkeypatch.setattr("experiments.study.drawing.to_files", lambda figure, *_: figure)
    return save(figure, tmp_path / "x", "An answer " * 12, "A caption of some length. " * 9)


def test_nothing_is_cut_off_and_nothing_overlaps(crowded, monkeypatch, tmp_path):
    outside = [box for box in _boxes(crowded).values() if box.x0 < 0 or box.x1 > 1]
    assert outside and _overlap(_boxes(crowded), across=True) > 0
    figure = drawn(crowded, monkeypatch, tmp_path)
    boxes = _boxes(figure)
    above, below = (
        text.get_window_extent().transformed(figure.transFigure.inverted())
        for text in (figure._suptitle, figure.texts[-1])
    )
    assert all(0 <= box.x0 and box.x1 <= 1 for box in boxes.values())
    assert all(below.y1 <= box.y0 and box.y1 <= above.y0 for box in boxes.values())
    assert _overlap(boxes, across=True) <= 0.012 and _overlap(boxes, across=False) <= 0.012


def test_what_has_room_stays_where_it_is():
    figure, panels = frame(1, 2)
    before = [panel.get_position().bounds for panel in panels.flat]
    make_room(figure, figure.suptitle("x", y=0.985), figure.text(0.02, 0.02, "y"))
    assert [panel.get_position().bounds for panel in panels.flat] == before


@pytest.mark.parametrize("words", [3, 40, 90])
def test_a_title_is_never_cut(words, monkeypatch, tmp_path):
    said = " ".join(f"word{k}" for k in range(words))
    monkeypatch.setattr("experiments.study.drawing.to_files", lambda figure, *_: figure)
    figure = save(frame(1, 1)[0], tmp_path / "x", said, "")
    assert figure._suptitle.get_text().split() == said.split()


def test_no_word_of_a_title_stands_alone():
    lines = _balanced("aaaa bbbb cccc dddd e", 20)
    assert lines == ["aaaa bbbb", "cccc dddd e"] or min(map(len, lines)) > 4


def test_a_capital_letter_leaves_the_rest_as_it_is():
    assert begun("homePractice of USD") == "HomePractice of USD"
