"""Tables: words flush left and figures flush right, under a head that stays in sight; a row opens, a column sorts."""

from game.ui.tables.model import Cell, Column, Order, Row
from game.ui.tables.table import table

__all__ = ["Cell", "Column", "Order", "Row", "table"]
