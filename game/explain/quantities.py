"""How each number is shown: as a count, a share, money or an index, and how precisely."""

from typing import Literal

Kind = Literal["count", "share", "money", "index", "signed_index", "decimal"]

KINDS: dict[str, Kind] = {
    **dict.fromkeys(
        (
            "firms", "employment", "entries", "exits", "spinoffs", "attracted", "refused", "product_innovations",
            "process_innovations", "scandals", "cumulative_output",
        ),
        "count",
    ),
    **dict.fromkeys(
        (
            "mean_margin", "markup", "variety", "trust", "cheating", "lock_in", "openness", "skilled_share",
            "new_branch_share", "suppliers", "ties", "market_share", "support", "p_formative", "p_growth",
            "p_maturity", "p_petrified", "p_renewal",
        ),
        "share",
    ),
    **dict.fromkeys(("treasury", "upkeep", "profit"), "money"),
    **dict.fromkeys(("reputation", "skill", "wage", "price", "unit_cost"), "index"),
    "quality_gap": "signed_index",
    **dict.fromkeys(
        ("revenue", "value_added", "productivity", "crowding", "rent", "rung", "mean_size", "attention"), "decimal"
    ),
}  # fmt: skip
"""Kind of every indicator."""

HIGH_IS_GOOD: dict[str, bool] = {
    **dict.fromkeys(
        (
            "firms", "employment", "revenue", "value_added", "productivity", "mean_margin", "profit", "variety", "trust",
            "reputation", "openness", "skilled_share", "skill", "rung", "quality_gap", "suppliers", "ties",
            "market_share", "treasury", "support",
        ),
        True,
    ),
    **dict.fromkeys(("crowding", "cheating", "lock_in", "rent", "unit_cost", "exits", "scandals"), False),
}  # fmt: skip
"""Whether more is welcome; numbers that are neither are not listed."""
