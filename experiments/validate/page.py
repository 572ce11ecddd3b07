"""The page people read: misses first, the forest plot, how it compares with knowing nothing, what was not tried."""

import csv
import json
from pathlib import Path

import numpy as np

import sim
from experiments.posterior import how_it_was_made
from experiments.validate.check import not_tried
from experiments.validate.picture import forest
from experiments.validate.score import by_mechanism, met_without, scored, summary


def write_page(rows, folder, members, held):
    """README.md, forest.png and .svg, table.csv and summary.json in a folder."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    forest(folder, rows, members, how_it_was_made().get("left_out"))
    with (folder / "table.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    said = verdict(rows)
    (folder / "summary.json").write_text(json.dumps(said | {"model": sim.MODEL}, indent=1), encoding="utf-8")
    (folder / "README.md").write_text("\n".join(_page(rows, said, members, held)), encoding="utf-8")


def verdict(rows):
    """Met in sample, met with folds left out, beside the stand-ins, by mechanism."""
    return {
        "met": sum(row["met"] for row in scored(rows)),
        "of": len(scored(rows)),
        "against": summary(rows, how_it_was_made().get("left_out")),
        "by_mechanism": {name: list(counts) for name, counts in by_mechanism(rows).items()},
        "folds": _folds(rows),
    }


def _folds(rows):
    """Rows met by numbers that were fitted without their fold; null before there is an ensemble."""
    centres = how_it_was_made().get("left_out", {})
    counted = [row for row in scored(rows) if row["name"] in centres]
    if not counted:
        return None
    return {"met": len(met_without(counted, centres)), "of": len(counted)}


def _page(rows, said, members, held):
    yield f"# {said['met']} of {said['of']} published effects are met\n"
    yield _how(said["folds"], members)
    yield "\n![Published intervals and simulated ones, misses first](forest.png)\n"
    yield "## Misses\n"
    for row in scored(rows):
        if not row["met"]:
            yield f"- **{row['name'].replace('_', ' ')}**: {_both(row)}. {row['why']}"
    yield from _against(said)
    yield from _all_rows(rows)
    yield from _sensible(held)
    yield from _learned()
    yield "\n## Rows that nothing here is held against\n"
    for name, why in not_tried().items():
        yield f"- {name}: {why}"
    yield ""


def _how(folds, members):
    """What was done, and what follows from it."""
    left_out_in_turn = (
        f"With a fifth of the rows left out in turn and the numbers fitted to the others, {folds['met']} of {folds['of']} are "
        "met: each fold is fitted as the whole is, its sets of numbers drawn, run, and the best kept."
        if folds
        else "Nothing was left out in turn: there is no fitted ensemble yet."
    )
    return (
        f"Each trial of `configs/trials` was run as it was run, under {members} sets of numbers. A row is met when the middle "
        "of them lies inside the published interval. Most rows were used to fit the numbers: this shows how many one model "
        f"can hold at once, not foresight. {left_out_in_turn}"
    )


def _against(said):
    """Beside models that know nothing, and by mechanism."""
    yield "\n## Against knowing nothing\n"
    yield "| | rows | met | mean miss, SD | interval score | median width, SD |\n|---|---|---|---|---|---|"
    for line in said["against"]:
        yield (
            f"| {line['who']} | {line['rows']} | {100 * line['met']:.0f}% | {line['mean_miss']:.3f} | "
            f"{line['interval_score']:.2f} | {line['median_width']:.2f} |"
        )
    yield "\nThe interval score adds to the width of the 95% interval forty times what the published value lies outside.\n"
    yield "## By mechanism\n\n| what is done | met | of |\n|---|---|---|"
    for name, (met, of) in said["by_mechanism"].items():
        yield f"| {name} | {met} | {of} |"


def _all_rows(rows):
    without = how_it_was_made().get("left_out", {})
    yield "\n## All rows\n"
    yield (
        "| row | trial | published | simulated, 95 in 100 members | with the row left out | interval by | |\n"
        + "|---" * 7
        + "|"
    )
    for row in rows:
        shown = f"{row['published_low']:.2f} to {row['published_high']:.2f}"
        mark = "put in" if not row["causal"] else "met" if row["met"] else "missed"
        yield (
            f"| {row['name'].replace('_', ' ')} | {row['trial']} | {row['published']:.2f} ({shown}) | "
            f"{row['simulated']:.2f} ({row['low']:.2f} to {row['high']:.2f}) | {_foretold(without.get(row['name']))} | "
            f"{row['rule']} | {mark} |"
        )


def _foretold(values):
    return "" if values is None else "{:.2f} ({:.2f} to {:.2f})".format(*values)


def _sensible(held):
    """Sizes that must make sense."""
    yield "\n## Sizes that must make sense\n\n| what must hold | holds for | rests on (middle) |\n|---|---|---|"
    for name, found in held.items():
        yield f"| {name} | {100 * found['holds']:.0f}% of members | {found['middle']:+.3f} |"


def _learned(least=0.8):
    """Which numbers the evidence pins down."""
    narrower = how_it_was_made().get("narrower", {})
    if not narrower:
        return
    pinned = sorted((share, name) for name, share in narrower.items() if share < least)
    yield "\n## What the evidence pins down\n"
    yield (
        f"Of {len(narrower)} numbers that are not known, {len(pinned)} became narrower by a fifth or more (SD against that of "
        f"the declared range, in brackets); the median of all is {np.median(list(narrower.values())):.2f}. The rest is as "
        "uncertain as before: no trial speaks of it.\n"
    )
    yield ", ".join(f"`{name}` ({share:.2f})" for share, name in pinned)


def _both(row):
    return (
        f"published {row['published']:.2f} ({row['published_low']:.2f} to {row['published_high']:.2f}), "
        f"simulated {row['simulated']:.2f} ({row['low']:.2f} to {row['high']:.2f})"
    )
