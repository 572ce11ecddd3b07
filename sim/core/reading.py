"""YAML files, read without trust: plain values, the line of each, and one clear message for whatever is wrong.

The values are built here from the parser's events, not by the library's constructors: so no tag can name a class,
every key keeps its line, and what a small file may unfold to is counted while it is read.
"""

import copy
import os
import re
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sim.core.errors import ScenarioError, unknown

PACKAGED = Path(__file__).resolve().parents[2] / "configs"
ENDINGS = {"districts": (".yaml", ".csv", ".xlsx")}  # every other kind is YAML
BYTES, LINE, VALUES, DEPTH, ALIASES, DIGITS = 1_000_000, 10_000, 20_000, 50, 100, 18

_WORDS = dict.fromkeys(("", "~", "null", "Null", "NULL")) | {
    word: value for value, low in ((True, "true"), (False, "false")) for word in (low, low.title(), low.upper())
}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_REAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_BEYOND = re.compile(r"([-+]?)\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_STARTS = {
    "MappingStartEvent": "a mapping",
    "SequenceStartEvent": "a list",
    "ScalarEvent": "a single value",
    "AliasEvent": "an alias",
}


class Located(NamedTuple):
    """What a file says, the line of every path of keys, and the name of the file as messages show it."""

    data: dict
    lines: dict
    file: str


def read_yaml(path):
    """A file as plain values with their lines, or the error that says what is wrong where."""
    file = str(path)
    return parse_yaml(_text(_bytes(Path(path), file), file), file)


def parse_yaml(text, file):
    """The same for text that is at hand already; `file` is how messages call it."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LINE:
            raise _refusal(f"{file}:{number}", f"The line has {len(line):,} characters; at most {LINE:,} are read.")
    builder = _Builder(text, file)
    return Located(builder.document(), builder.lines, file)


def read_config(kind, given, build, named="name"):
    """What `build(data, lines, file, name)` makes of a config of a kind: of a name, a file, or what it says as a dict."""
    if isinstance(given, dict):
        return build(given, {}, None, str(given.get(named, kind.removesuffix("s"))))
    path = Path(find_config(kind, given))
    data, lines, _ = read_yaml(path)
    return build(data, lines, str(path), path.stem)


def where(file, lines, keys=()):
    """The place of a path of keys, `file.yaml:12`, or of the nearest part of it that stands in the file."""
    keys = tuple(keys)
    while keys and keys not in lines:
        keys = keys[:-1]
    return f"{file}:{lines[keys]}" if keys else str(file)


@contextmanager
def located(file, lines, keys=()):
    """Whatever is refused inside is said with its place in the file, once; `file` None means there is no file."""
    try:
        yield
    except ScenarioError as error:
        if file is None or hasattr(error, "place"):
            raise
        raise _refusal(where(file, lines or {}, keys), error) from error


def list_configs(kind):
    """The configs of a kind by name: those under ./configs and those the package carries; one's own come first."""
    endings = ENDINGS.get(kind, (".yaml",))
    folders = (PACKAGED / kind, Path("configs") / kind)
    files = (file for folder in folders for ending in reversed(endings) for file in folder.glob(f"*{ending}"))
    return dict(sorted((file.stem, file) for file in {file.stem: file for file in files}.values()))


def find_config(kind, name):
    """The file meant by a name (`first_look`), or by a path, which is taken as it is."""
    name = str(name)
    if "/" in name or "\\" in name or Path(name).suffix:
        return Path(name)
    one = kind[:-3] + "y" if kind.endswith("ies") else kind.removesuffix("s")
    if not re.fullmatch(r"[\w -]+", name):
        raise ScenarioError(
            f"{name!r} cannot be the name of a {one}: a name has letters, digits, _ and -; a path ends in .yaml."
        )
    configs = list_configs(kind)
    if name not in configs:
        raise unknown(one, name, configs, f"configs/{kind} (in this folder, and in {PACKAGED.parent})")
    return configs[name]


def beside(file, name):
    """A file named in a config lies beside it, or where the command was given; a name without ending stays one."""
    if not Path(name).suffix:
        return name
    there = Path(file).parent / name if file else Path(name)
    return str(there if there.exists() else Path(name))


def _refusal(place, message):
    error = ScenarioError(f"{place}: {message}")
    error.place = place
    return error


def _bytes(path, file):
    try:
        if path.is_fifo():  # opening it would wait for a writer, perhaps for ever
            raise ScenarioError(f"'{file}' cannot be read (it is a pipe); a YAML file is asked for.")
        with path.open("rb") as stream:
            data = stream.read(BYTES + 1)
    except FileNotFoundError:
        raise _missing(path, file) from None
    except ScenarioError:
        raise
    except (OSError, ValueError) as error:
        reason = "it is a folder" if os.path.isdir(path) else getattr(error, "strerror", None) or error
        raise ScenarioError(f"'{file}' cannot be read ({reason}); a YAML file is asked for.") from None
    if len(data) > BYTES:
        raise ScenarioError(f"'{file}' is too large: a config has at most {BYTES:,} bytes.")
    return data


def _missing(path, file):
    beside = [path.with_name(other.name) for other in path.parent.glob("*.yaml")]
    if beside:
        return unknown("file", file, beside, f"'{path.parent}'")
    holds = "has no YAML files" if path.parent.is_dir() else "does not exist"
    return ScenarioError(f"There is no file '{file}': the folder '{path.parent}' {holds}.")


def _text(data, file):
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refusal(f"{file}:{line}", "This is not text in UTF-8; a config is a text file saved as UTF-8.") from None


class _Builder:
    """Plain values out of the events of a YAML parser, with the line of each and a count of all."""

    def __init__(self, text, file):
        self.file, self.text = file, text
        self.lines, self.anchors = {}, {}
        self.values = self.aliases = 0
        self.events = self._parsed(text)

    def document(self):
        """The one mapping a config consists of."""
        data, holds = self._content()
        if data is None:
            raise _refusal(self.file, "The file is empty; a config is 'name: value' lines.")
        if not isinstance(data, dict):
            raise _refusal(self.file, f"The file holds {holds}; a config is 'name: value' lines.")
        return data

    def _content(self):
        """What the document holds, and a word for it."""
        data, holds = None, None
        for event in self.events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent" and holds:
                raise self._refused(event, "A second document starts here; a config is a single one.")
            if kind in _STARTS:
                data, holds = self._value(event, ()), _STARTS[kind]
        return data, holds

    def _parsed(self, text):
        """The parser's events; what it cannot read becomes our own error."""
        from ruamel.yaml import YAML  # 50 ms, so only when a file is read
        from ruamel.yaml.error import YAMLError

        try:
            yield from YAML(typ="safe", pure=True).parse(text)
        except YAMLError as error:
            raise self._unreadable(error) from None
        except (ValueError, OverflowError) as error:  # escapes and versions beyond all numbers
            raise _refusal(self.file, f"This is not YAML: {error}.") from None

    def _unreadable(self, error):
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        if mark is not None:
            hint = "Look at the indentation (spaces, no tabs), at brackets, and at text with ': ' in it, which needs quotes."
            return _refusal(
                f"{self.file}:{mark.line + 1}:{mark.column + 1}", f"This is not YAML: {error.problem}. {hint}"
            )
        line = self.text.count("\n", 0, getattr(error, "position", 0)) + 1
        return _refusal(f"{self.file}:{line}", "A character that cannot be shown; a config is a text file.")

    def _refused(self, event, message):
        mark = event.start_mark
        return _refusal(f"{self.file}:{mark.line + 1}:{mark.column + 1}", message)

    def _value(self, event, path):
        kind, before = type(event).__name__, self.values
        self._admit(event, path, 1)
        if path:
            self.lines.setdefault(path, event.start_mark.line + 1)
        if kind == "AliasEvent":
            return self._alias(event, path)
        if event.tag is not None:
            raise self._refused(event, f"The tag '{event.tag}' is not read; a config holds plain values only.")
        read = {"MappingStartEvent": self._mapping, "SequenceStartEvent": self._list, "ScalarEvent": self._scalar}[kind]
        if event.anchor:
            self.anchors[event.anchor] = None  # until it is whole
        value = read(event, path)
        if event.anchor:
            self.anchors[event.anchor] = (value, path, self.values - before)
        return value

    def _admit(self, event, path, more):
        self.values += more
        if len(path) > DEPTH:
            raise self._refused(event, f"Nested more than {DEPTH} deep; a config needs fewer than ten levels.")
        if self.values > VALUES:
            raise self._refused(
                event, f"More than {VALUES:,} values, aliases written out; large tables belong in a CSV file."
            )

    def _alias(self, event, path):
        self.aliases += 1
        if self.aliases > ALIASES:
            raise self._refused(event, f"More than {ALIASES} aliases; write the values out.")
        if self.anchors.get(event.anchor, ()) is None:
            raise self._refused(event, f"'*{event.anchor}' stands inside what '&{event.anchor}' names.")
        if event.anchor not in self.anchors:
            raise self._refused(event, f"There is no '&{event.anchor}' before '*{event.anchor}'.")
        value, start, size = self.anchors[event.anchor]
        below = {path + keys[len(start) :]: line for keys, line in self.lines.items() if keys[: len(start)] == start}
        self._admit(event, max(below, key=len, default=path), size)
        self.lines = below | self.lines
        return copy.deepcopy(value)

    def _mapping(self, _, path):
        data, first = {}, {}
        while type(event := next(self.events)).__name__ != "MappingEndEvent":
            key = self._key(event)
            if key in data:
                raise self._refused(
                    event, f"'{key}' is given twice, first in line {first[key]}; a name may stand once."
                )
            first[key] = self.lines[(*path, key)] = event.start_mark.line + 1
            data[key] = self._value(next(self.events), (*path, key))
        return data

    def _key(self, event):
        if type(event).__name__ != "ScalarEvent" or not event.value:
            raise self._refused(event, "A name is asked for before ':'.")
        if event.value == "<<":
            raise self._refused(event, "Merging with '<<' is not read; write the values out.")
        self._scalar(event, ())
        return event.value

    def _list(self, _, path):
        data = []
        while type(event := next(self.events)).__name__ != "SequenceEndEvent":
            data.append(self._value(event, (*path, len(data))))
        return data

    def _scalar(self, event, _):
        text = event.value
        if _INVISIBLE.search(text):
            raise self._refused(event, "A character that cannot be shown; use letters, digits and signs.")
        if not event.implicit[0]:
            return text
        if _INTEGER.fullmatch(text) and len(text) > DIGITS:
            raise self._refused(event, f"A whole number of {len(text)} digits; at most {DIGITS} are read.")
        return _plain(text)


def _plain(text):
    """What an unquoted word stands for: nothing, yes or no, a number, or itself (YAML 1.2; dates stay words)."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _REAL.fullmatch(text):
        return float(text)
    return float(text.replace(".", "")) if _BEYOND.fullmatch(text) else text
