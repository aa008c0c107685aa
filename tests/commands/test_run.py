"""``run`` plays without a player; other people's scripts rely on its answers, tables and recordings."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from game.simulation.registry import PARAMETERS
from tests.commands.conftest import Run

INDICATORS = (
    "world", "quarter", "firms", "entries", "exits", "spinoffs", "employment", "revenue", "value_added",
    "productivity", "mean_margin", "variety", "crowding", "trust", "cheating", "reputation", "lock_in",
    "openness", "skilled_share", "wage", "rent", "price", "unit_cost", "cumulative_output",
    "product_innovations",
    "process_innovations", "rung", "new_branch_share", "treasury", "support", "p_formative", "p_growth",
    "p_maturity", "p_petrified", "p_renewal",
)  # fmt: skip
FIRMS = (
    "world", "firm", "origin", "parent", "place", "stage", "born", "died", "exit_cause",
    "parent_productivity_rank", "peak_size",
)  # fmt: skip
PANEL = (
    "world", "quarter", "firm", "place", "stage", "age", "size", "productivity", "quality", "product_x",
    "product_y", "rung", "margin", "profit", "cash", "ties", "innovated",
)  # fmt: skip
NAMES = ("indicators", "firms", "panel")
PLAN = """
- {quarter: 0, do: enact, policy: incubator, place: willow}
- {quarter: 1, do: enact, policy: missing_link}
"""

Rows = list[dict[str, str]]


def table(path: Path) -> tuple[list[str], Rows]:
    """Read a table."""
    data = path.read_bytes()
    assert b"\r" not in data
    lines = data.decode("utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    return lines[0].split(","), rows


def same(left: dict[str, Any], right: dict[str, Any]) -> bool:
    return {**left, "seconds": 0, "worlds": 0, "firm_quarters": 0} == {
        **right, "seconds": 0, "worlds": 0, "firm_quarters": 0
    }  # fmt: skip


def test_the_answer_has_the_promised_shape(run: Run) -> None:
    said = run("run", "birth", "--seed", 3, "--quarters", 20, "--json")
    assert said.code == 0
    answer = said.last
    assert list(answer) == [
        "level", "seed", "worlds", "quarters", "digest", "closing", "goals", "firm_quarters", "seconds"
    ]  # fmt: skip
    assert (answer["level"], answer["seed"], answer["worlds"], answer["quarters"]) == ("birth", 3, 1, 20)
    assert set(INDICATORS[2:]) <= set(answer["closing"])
    assert set(answer["goals"]) == {"grow", "chain", "differ", "empty"}
    assert all(set(goal) == {"value", "met"} for goal in answer["goals"].values())
    assert isinstance(answer["firm_quarters"], int)
    assert answer["firm_quarters"] > 0


def test_world_0_of_many_is_the_run_of_the_seed(run: Run) -> None:
    one = run("run", "birth", "--seed", 11, "--json").last
    assert same(run("run", "birth", "--seed", 11, "--worlds", 5, "--json").last, one)
    assert not same(run("run", "birth", "--seed", 12, "--json").last, one)


def test_the_same_holds_with_a_plan_and_in_every_table(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    for worlds in (1, 3):
        run(
            "run", "birth", "--quarters", 24, "--worlds", worlds, "--plan", tmp_path / "plan.yaml",
            *(word for name in NAMES for word in (f"--{name}", tmp_path / f"{name}{worlds}.csv")),
        )  # fmt: skip
    for name in NAMES:
        alone, among = table(tmp_path / f"{name}1.csv")[1], table(tmp_path / f"{name}3.csv")[1]
        assert [row for row in among if row["world"] == "0"] == alone, name
        assert {row["world"] for row in among} == {"0", "1", "2"}


def test_a_plan_is_followed_and_what_is_refused_is_said(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(PLAN + "- {quarter: 2, do: enact, policy: missing_link}\n", encoding="utf-8")
    said = run("run", "birth", "--plan", plan, "--json")
    assert said.code == 0
    assert "quarter 2" in said.err
    assert "runs already" in said.err
    assert said.last["digest"] != run("run", "birth", "--json").last["digest"]


def test_the_tables_have_the_promised_columns_in_order(run: Run, tmp_path: Path) -> None:
    files = {name: tmp_path / f"{name}.csv" for name in NAMES}
    said = run("run", "birth", "--worlds", 2, *(w for name, path in files.items() for w in (f"--{name}", path)))
    assert said.code == 0
    for name, promised in {"indicators": INDICATORS, "firms": FIRMS, "panel": PANEL}.items():
        columns, rows = table(files[name])
        assert tuple(columns[: len(promised)]) == promised, name
        assert rows
        assert all(None not in row.values() and len(row) == len(columns) for row in rows)


@pytest.fixture
def tables(run: Run, tmp_path: Path) -> dict[str, Rows]:
    files = {name: tmp_path / f"{name}.csv" for name in NAMES}
    run(
        "run",
        "reference",
        "--quarters",
        60,
        *(w for name, path in files.items() for w in (f"--{name}", path)),
    )
    return {name: table(path)[1] for name, path in files.items()}


def test_the_tables_agree_with_each_other(tables: dict[str, Rows]) -> None:
    indicators, firms, panel = tables["indicators"], tables["firms"], tables["panel"]
    assert [int(row["quarter"]) for row in indicators] == list(range(61))
    for row in indicators:
        here = [one for one in panel if one["quarter"] == row["quarter"]]
        assert len(here) == float(row["firms"])
        assert sum(float(one["size"]) for one in here) == pytest.approx(float(row["revenue"]), rel=1e-6, abs=1e-6)
        assert sum(firm["born"] == row["quarter"] for firm in firms if firm["origin"] != "seed") == float(
            row["entries"]
        )
        assert sum(firm["died"] == row["quarter"] for firm in firms) == float(row["exits"])
    assert {one["firm"] for one in panel} == {firm["firm"] for firm in firms}


def test_the_life_of_a_firm_is_told_in_full(tables: dict[str, Rows]) -> None:
    numbers = {firm["firm"] for firm in tables["firms"]}
    for firm in tables["firms"]:
        assert firm["origin"] in ("seed", "spinoff", "attracted", "founded")
        assert (firm["origin"] == "spinoff") == (firm["parent"] != "")
        assert firm["parent"] == "" or firm["parent"] in numbers
        assert (firm["died"] == "") == (firm["exit_cause"] == "")
        assert firm["exit_cause"] in ("", "insolvent", "relocated", "closed")
        assert firm["died"] == "" or int(firm["died"]) > int(firm["born"])
        assert firm["parent_productivity_rank"] == "" or firm["parent"] != ""
        rows = [row for row in tables["panel"] if row["firm"] == firm["firm"]]
        sizes = [float(row["size"]) for row in rows]
        assert (rows[0]["quarter"], rows[0]["age"]) == (firm["born"], "0")
        assert firm["died"] == "" or len(rows) == int(firm["died"]) - int(firm["born"])
        assert max(sizes) == pytest.approx(float(firm["peak_size"]))
    assert any(firm["died"] for firm in tables["firms"])
    assert {row["innovated"] for row in tables["panel"]} <= {"none", "product", "process"}
    assert all(float(r["product_x"]) ** 2 + float(r["product_y"]) ** 2 == pytest.approx(1) for r in tables["panel"])


def test_a_number_can_be_changed_within_its_range_only(run: Run) -> None:
    plain = run("run", "birth", "--json").last
    changed = run("run", "birth", "--set", "demand.spread=30", "--json").last
    assert changed["digest"] != plain["digest"]
    usual = PARAMETERS["demand.spread"].default
    assert run("run", "birth", "--set", f"demand.spread={usual!r}", "--json").last["digest"] == plain["digest"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("entry.rate=900", "0.5 to 8"), ("entry.rate=nan", "0.5 to 8"), ("entry.rate=inf", "0.5 to 8"),
        ("entry.rate=", "0.5 to 8"),
        ("entry.rate=much", "much"), ("entry.rat=3", "entry.rate"), ("entry.rate", "="), ("{}=1", "{}"),
    ],
)  # fmt: skip
def test_a_wrong_change_of_a_number_is_wrong_use(run: Run, text: str, said: str) -> None:
    answer = run("run", "birth", "--set", text)
    assert answer.code == 2
    assert said in answer.err


@pytest.mark.parametrize("end", ["low", "high"])
def test_every_number_can_stand_at_the_ends_of_its_range(run: Run, end: str) -> None:
    for key, parameter in PARAMETERS.items():
        said = run("run", "birth", "--quarters", 4, "--set", f"{key}={getattr(parameter, end)!r}", "--json")
        assert said.code == 0, key


@pytest.mark.parametrize("quarters", [40, 57])
def test_what_is_recorded_can_be_replayed_and_verified(run: Run, tmp_path: Path, quarters: int) -> None:
    record, plan = tmp_path / "r.json", tmp_path / "plan.yaml"
    plan.write_text(PLAN, encoding="utf-8")
    ran = run("run", "birth", "--seed", 5, "--quarters", quarters, "--plan", plan, "--record", record, "--json")
    content = json.loads(record.read_text(encoding="utf-8"))
    assert content["digests"][str(quarters)] == ran.last["digest"]
    assert len(content["actions"]) == 2
    said = run("replay", record, "--verify")
    assert (said.code, said.err) == (0, "")
    assert str(quarters) in said.out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"seed": 5', '"seed": 6'),
        ('"quarter": 1', '"quarter": 2'),
        ('"missing_link"', '"tax_holiday"'),
        ('"40": "', '"40": "0'),
    ],
)
def test_a_recording_that_was_tampered_with_is_found_out(run: Run, tmp_path: Path, old: str, new: str) -> None:
    record, plan = tmp_path / "r.json", tmp_path / "plan.yaml"
    plan.write_text(PLAN, encoding="utf-8")
    run("run", "birth", "--seed", 5, "--plan", plan, "--record", record)
    text = record.read_text(encoding="utf-8")
    assert old in text
    record.write_text(text.replace(old, new, 1), encoding="utf-8")
    said = run("replay", record, "--verify")
    assert said.code == 1
    assert "differs" in said.out
    assert run("replay", record).code == 0


def test_a_table_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for option in ("--indicators", "--firms", "--panel", "--record"):
        said = run("run", "birth", "--quarters", 4, option, tmp_path / "file" / "x")
        assert said.code == 1
        assert "Cannot write" in said.err


def test_the_answer_in_words_is_in_the_language_asked_for(run: Run) -> None:
    assert "Firms: " in run("run", "birth", "--quarters", 4).out
    assert "企业" in run("run", "birth", "--quarters", 4, lang="zh").out
