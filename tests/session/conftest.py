"""A recording to look at."""

import pytest

from game.session.recording import Prediction, Recording, Said
from tests.session.playing import solved


@pytest.fixture(scope="session")
def recording() -> Recording:
    session = solved()
    session.predictions.append(Prediction(quarter=8, indicator="firms", values=(4.0, 7.5)))
    session.said.append(Said(question="why", answer="因为 “copies”\n\\"))
    return session.record()
