"""A waterfall under its former name."""

from game.ui.charts import Bar, bars_of, waterfall

__all__ = ["Bar", "bars_of", "waterfall"]
