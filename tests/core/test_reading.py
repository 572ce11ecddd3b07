"""Whatever a file holds, it is read as plain values with their lines, or refused in one clear message."""

import os
import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.core import reading
from sim.core.errors import ScenarioError
from sim.core.reading import find_config, list_configs, located, parse_yaml, read_yaml, where

HINT = "Look at the indentation (spaces, no tabs), at brackets, and at text with ': ' in it, which needs quotes."
SCENARIO = """\
# Who is it for?
place: us
strategy:
  routine: {}
  home_visits:
    per_year: 12
events:
  - week: 12
    set: {strategy.messages: {per_week: 3}}
"""


def write(folder, content):
    file = folder / "f.yaml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def test_a_file_becomes_plain_values_with_the_line_of_each(tmp_path):
    data, lines, file = read_yaml(write(tmp_path, SCENARIO))
    assert data == {
        "place": "us",
        "strategy": {"routine": {}, "home_visits": {"per_year": 12}},
        "events": [{"week": 12, "set": {"strategy.messages": {"per_week": 3}}}],
    }
    assert lines["strategy", "home_visits", "per_year"] == 6
    assert lines["events", 0, "week"] == 8
    assert lines["events", 0, "set", "strategy.messages", "per_week"] == 9
    assert file == str(tmp_path / "f.yaml")


@pytest.mark.parametrize(
    ("written", "value"),
    [("12", 12), ("-3", -3), ("012", 12), ("1.5", 1.5), (".5", 0.5), ("1e3", 1000.0), ("true", True), ("False", False),
     ("yes", "yes"), ("no", "no"), ("off", "off"), ("", None), ("~", None), ("null", None), ("'12'", "12"), ('"true"', "true"),
     ("2024-01-01", "2024-01-01"), ("1_000", "1_000"), ("0x1F", "0x1F"), ("12:30", "12:30"), ("1.2.3", "1.2.3"),
     (".inf", float("inf")), ("-.inf", float("-inf")), ("1e999", float("inf")), ("幼儿园", "幼儿园")],
)  # fmt: skip
def test_a_word_is_what_it_looks_like(written, value):
    found = parse_yaml(f"a: {written}", "f").data["a"]
    assert (found, type(found)) == (value, type(value))


def test_what_is_not_a_number_keeps_its_place():
    data, lines, _ = parse_yaml("a: 1\nb: .nan", "f")
    assert data["b"] != data["b"] and lines[("b",)] == 2


def test_windows_files_read_the_same(tmp_path):
    content = b"\xef\xbb\xbf" + SCENARIO.replace("\n", "\r\n").encode()
    assert read_yaml(write(tmp_path, content))[:2] == parse_yaml(SCENARIO, "f")[:2]


BAD = {
    "empty": (b"", ": The file is empty; a config is 'name: value' lines."),
    "only a comment": (b"# later\n", ": The file is empty; a config is 'name: value' lines."),
    "a list": (b"- a\n- b\n", ": The file holds a list; a config is 'name: value' lines."),
    "a word": (b"hello\n", ": The file holds a single value; a config is 'name: value' lines."),
    "binary": (b"a: 1\n\x89PNG\xff\xfe", ":2: This is not text in UTF-8; a config is a text file saved as UTF-8."),
    "utf-16": ("a: 1".encode("utf-16"), ":1: This is not text in UTF-8; a config is a text file saved as UTF-8."),
    "zeros": (b"a: 1\nb: \x00\n", ":2: A character that cannot be shown; a config is a text file."),
    "twice": (b"a: 1\nb: 2\na: 3\n", ":3:1: 'a' is given twice, first in line 1; a name may stand once."),
    "twice within": (b"s:\n  x: {a: 1, 'a': 2}", ":2:13: 'a' is given twice, first in line 2; a name may stand once."),
    "colon": (b"a: b: c", f":1:5: This is not YAML: mapping values are not allowed here. {HINT}"),
    "tab": (b"a:\n\t- b", rf":2:1: This is not YAML: found character '\t' that cannot start any token. {HINT}"),
    "open bracket": (b"a: [1,\nb: 2\n", f":3:1: This is not YAML: expected ',' or ']', but got '<stream end>'. {HINT}"),
    "python tag": (
        b"a: !!python/object/apply:os.system [ls]",
        ":1:4: The tag 'tag:yaml.org,2002:python/object/apply:os.system' is not read; a config holds plain values only.",
    ),
    "own tag": (b"a: !x 1", ":1:4: The tag '!x' is not read; a config holds plain values only."),
    "merge": (b"a: &x {b: 1}\nc: {<<: *x}", ":2:5: Merging with '<<' is not read; write the values out."),
    "no such anchor": (b"a: *x", ":1:4: There is no '&x' before '*x'."),
    "circle": (b"a: &x [1, *x]", ":1:11: '*x' stands inside what '&x' names."),
    "list as name": (b"? [a]\n: 1", ":1:3: A name is asked for before ':'."),
    "no name": (b": 1", ":1:1: A name is asked for before ':'."),
    "two documents": (b"a: 1\n---\nb: 2", ":2:1: A second document starts here; a config is a single one."),
    "deep": (b"a: " + b"[" * 60 + b"]" * 60, ":1:54: Nested more than 50 deep; a config needs fewer than ten levels."),
    "very deep": (b"a:\n" + b"- " * 4000, ":2:101: Nested more than 50 deep; a config needs fewer than ten levels."),
    "long number": (b"a: " + b"9" * 400, ":1:4: A whole number of 400 digits; at most 18 are read."),
    "long line": (b"a: 1\nb: " + b"!" * 20000, ":2: The line has 20,003 characters; at most 10,000 are read."),
    "escape": (b'a: "\\x1b[2J"', ":1:4: A character that cannot be shown; use letters, digits and signs."),
    "half a pair": (b'a: "\\ud800"', ":1:4: A character that cannot be shown; use letters, digits and signs."),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_its_place(tmp_path, name):
    content, message = BAD[name]
    file = write(tmp_path, content)
    with pytest.raises(ScenarioError) as refused:
        read_yaml(file)
    assert str(refused.value) == f"{file}{message}"


def test_an_anchor_may_be_used_again_and_keeps_its_lines():
    data, lines, _ = parse_yaml("a: &dose\n  per_year: 12\nb: *dose\n", "f")
    data["a"]["per_year"] = 1
    assert data["b"] == {"per_year": 12}
    assert (lines[("b",)], lines["b", "per_year"]) == (3, 2)


@pytest.mark.parametrize("wide", [9, 2])
def test_a_small_file_cannot_unfold_to_a_large_one(wide):
    bomb = "a0: &a0 [lol, lol]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * wide)}]\n" for i in range(1, 40))
    with pytest.raises(
        ScenarioError, match=r"^f:\d+:\d+: (More than 20,000 values, aliases written out|More than 100 aliases)"
    ):
        parse_yaml(bomb, "f")


def test_aliases_cannot_nest_deeper_than_writing_could():
    chain = "a0: &a0 {x: 1}\n" + "".join(f"a{i}: &a{i} {{x: {{x: {{x: *a{i - 1}}}}}}}\n" for i in range(1, 30))
    with pytest.raises(ScenarioError, match="Nested more than 50 deep"):
        parse_yaml(chain, "f")


def test_large_files_are_refused_soon(tmp_path):
    file = write(tmp_path, b"# long\n" * 150_000)
    with pytest.raises(ScenarioError, match=f"^'{file}' is too large: a config has at most 1,000,000 bytes.$"):
        read_yaml(file)
    started = time.perf_counter()
    with pytest.raises(ScenarioError, match=r"^f:20000:\d+: More than 20,000 values"):
        parse_yaml("a:\n" + "".join(f" k{i}: 1\n" for i in range(80_000)), "f")
    assert time.perf_counter() - started < 8


def test_a_missing_file_names_the_nearest_one(tmp_path):
    write(tmp_path, "a: 1").rename(tmp_path / "monthly_visits.yaml")
    asked = tmp_path / "montly_visits.yaml"
    with pytest.raises(ScenarioError) as refused:
        read_yaml(asked)
    near = tmp_path / "monthly_visits.yaml"
    assert str(refused.value) == f"There is no file '{asked}'. Did you mean '{near}'? '{tmp_path}' lists: {near}."


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(
        ScenarioError, match=rf"^'{tmp_path}' cannot be read \(it is a folder\); a YAML file is asked for\.$"
    ):
        read_yaml(tmp_path)


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(ScenarioError, match=f"'{tmp_path}/x.yaml': the folder '{tmp_path}' has no YAML files.$"):
        read_yaml(tmp_path / "x.yaml")
    with pytest.raises(ScenarioError, match=f"'{tmp_path}/y/x.yaml': the folder '{tmp_path}/y' does not exist.$"):
        read_yaml(tmp_path / "y/x.yaml")


def test_a_file_one_may_not_read_is_said(tmp_path, monkeypatch):
    file = write(tmp_path, "a: 1")

    def denied(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(file), "open", denied)  # root may read everything, so permissions alone do not show it
    with pytest.raises(ScenarioError, match=r"cannot be read \(Permission denied\); a YAML file is asked for\.$"):
        read_yaml(file)


def test_a_path_no_system_knows_is_refused():
    for path in ("a\0b.yaml", "x" * 5000 + ".yaml"):
        with pytest.raises(ScenarioError):
            read_yaml(path)


YAMLISH = st.text(
    st.sampled_from(string.ascii_lowercase[:3] + "\n\n  :-?,[]{}&*!|>%@'\"#~<\\\t0.\r\ufeff\x85"), max_size=60
)


@settings(max_examples=300, deadline=None)
@given(YAMLISH)
def test_any_text_is_read_or_refused(text):
    try:
        data, lines, _ = parse_yaml(text, "f.yaml")
    except ScenarioError as refused:
        assert str(refused).startswith("f.yaml")
    else:
        assert {(key,) for key in data} <= set(lines)


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """A folder to work in with two scenarios, and a package that carries two, one of the same name."""
    for folder, names in {"here/configs": ("mine", "both"), "package/configs": ("first_look", "both")}.items():
        (tmp_path / folder / "scenarios").mkdir(parents=True)
        for name in names:
            (tmp_path / folder / "scenarios" / f"{name}.yaml").write_text("a: 1")
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setattr(reading, "PACKAGED", tmp_path / "package/configs")
    return tmp_path


def test_ones_own_config_comes_before_the_one_the_package_carries(folders):
    assert list(list_configs("scenarios")) == ["both", "first_look", "mine"]
    assert find_config("scenarios", "both").resolve() == folders / "here/configs/scenarios/both.yaml"
    assert find_config("scenarios", "first_look") == folders / "package/configs/scenarios/first_look.yaml"


def test_the_nearest_name_is_named(folders):
    with pytest.raises(ScenarioError) as refused:
        find_config("scenarios", "frist_look")
    assert str(refused.value) == (
        f"There is no scenario 'frist_look'. Did you mean 'first_look'? "
        f"configs/scenarios (in this folder, and in {folders / 'package'}) lists: both, first_look, mine."
    )


def test_a_path_is_taken_as_it_is(folders):
    for path in ("else.yaml", "a/b", "../up.yaml", "my_district.csv"):
        assert str(find_config("scenarios", path)) == path.replace("/", os.sep)


@pytest.mark.parametrize("name", ["..", ".", "", "~", "a\nb", "c:x", "a\0", ".yaml", "$HOME", "*"])
def test_a_name_cannot_lead_out_of_the_folder(folders, name):
    with pytest.raises(ScenarioError, match="cannot be the name of a strategy: a name has letters"):
        find_config("strategies", name)


def test_districts_may_be_tables(folders):
    (folders / "here/configs/districts").mkdir()
    (folders / "here/configs/districts/mine.csv").write_text("a")
    assert find_config("districts", "mine").name == "mine.csv"


def test_the_place_is_that_of_the_nearest_part_in_the_file():
    lines = parse_yaml(SCENARIO, "f.yaml").lines
    assert where("f.yaml", lines, ("strategy", "home_visits", "per_year")) == "f.yaml:6"
    assert where("f.yaml", lines, ("strategy", "home_visits", "visitor")) == "f.yaml:5"
    assert where("f.yaml", lines, ("weeks",)) == "f.yaml"


def test_a_refusal_gets_its_place_once():
    lines = {("a",): 3, ("a", "b"): 4}
    with pytest.raises(ScenarioError) as refused, located("out.yaml", {}), located("f.yaml", lines, ("a", "b")):
        raise ScenarioError("Too many.")
    assert str(refused.value) == "f.yaml:4: Too many."


def test_without_a_file_there_is_no_place():
    with pytest.raises(ScenarioError, match=r"^Too many\.$"), located(None, {}, ("a",)):
        raise ScenarioError("Too many.")


def test_other_errors_pass():
    with pytest.raises(KeyError), located("f.yaml", {}):
        raise KeyError("a bug")
