"""Parts of results: Parquet files written whole or not at all, each named by a checksum of what it holds."""

import contextlib
import errno
import hashlib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

import sim
from experiments.study.cases import are_among, as_numbers, once

_NAME = re.compile(r"([0-9a-f]{24})\.parquet")
SAID = {
    errno.ENOSPC: "the disk is full",
    errno.EACCES: "no permission to write there",
    errno.EROFS: "the drive is read-only",
    errno.EDQUOT: "the quota is used up",
}


class DiskFailed(OSError):
    """The machine could not write or read results; what is done is kept."""


@dataclass
class Parts:
    """The folder parts/ of an experiment: what runs are there, and where."""

    folder: Path
    ids: np.ndarray = field(default_factory=lambda: np.array([], np.uint64))  # sorted, of the runs that are done
    failed: np.ndarray = field(default_factory=lambda: np.array([], np.uint64))
    damaged: list = field(default_factory=list)

    def files(self):
        return sorted(file for file in self.folder.glob("*.parquet") if _NAME.fullmatch(file.name))

    def read(self):
        """Look through all parts; a damaged one is set aside, and its runs count as not done."""
        done, failed = [], []
        for file in self.files():
            found = self._sound(file)
            if found is not None:
                texts, status = found
                numbers = as_numbers(texts)
                good = np.array([one == "done" for one in status], bool)
                done.append(numbers[good])
                failed.append(numbers[~good])
        self.ids = once(np.concatenate(done)) if done else self.ids[:0]
        lost = once(np.concatenate(failed)) if failed else self.failed[:0]
        self.failed = lost[~are_among(lost, self.ids)]
        return self

    def _sound(self, file):
        """Case and status of a part, or None if its bytes are not those that were written."""
        from pyarrow import ArrowException, BufferReader, parquet

        try:
            data = file.read_bytes()
        except OSError as error:
            raise disk_failed(error, file) from None
        if checksum(data) == file.stem:
            with contextlib.suppress(ArrowException, OSError):
                table = parquet.read_table(BufferReader(data), columns=["case", "status"])
                return table["case"].to_pylist(), table["status"].to_pylist()
        self.damaged.append(file.name)
        with contextlib.suppress(OSError):
            os.replace(file, file.with_suffix(".damaged"))
        return None

    def write(self, data):
        """Add a part: it is there whole, or not at all."""
        write_whole(self.folder / f"{checksum(data)}.parquet", data)


def checksum(data):
    return hashlib.sha256(data).hexdigest()[:24]


def read_checked(file, columns=None):
    """A part as a table. Errors: DiskFailed if its bytes are not those that were written."""
    from pyarrow import BufferReader, parquet

    try:
        data = file.read_bytes()
    except OSError as error:
        raise disk_failed(error, file) from None
    if checksum(data) != file.stem:
        raise DiskFailed(errno.EIO, f"'{file}' was changed while it was read; run the same command again")
    return parquet.read_table(BufferReader(data), columns=columns)


def write_whole(path, data):
    """Write a file so that a kill at any moment leaves the old one or the new one. Errors: DiskFailed."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise disk_failed(error, path) from None


def sync_folder(folder):
    """Make a rename lasting; some network drives and systems refuse, and then it is as lasting as they make it."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_folder(folder):
    """A folder to write into. Errors: ScenarioError, since nothing has been run yet."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".{os.getpid()}.probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        why = SAID.get(error.errno) or error.strerror
        raise sim.ScenarioError(f"Results cannot be written to '{folder}' ({why}). Name another with --out.") from None


def disk_failed(error, path):
    if isinstance(error, DiskFailed):
        return error
    why = SAID.get(error.errno) or error.strerror or str(error)
    return DiskFailed(error.errno or errno.EIO, f"'{path}' could not be written or read ({why})")
