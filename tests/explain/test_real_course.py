"""The true course lies behind the play as far as the calendar has come, and never tells what is still to be."""

from game.content import library
from game.content.level import Level
from game.content.words import words
from game.explain.real_course import real_line
from game.explain.speech import Speaker


def swiss() -> Level:
    path = library.find_level("swiss_watches")
    assert path is not None
    level = library.load_level(path).level
    assert level is not None
    return level


def speaker(language: str = "en") -> Speaker:
    return Speaker(words("zh" if language == "zh" else "en"), swiss(), library.policies())


def test_a_year_to_come_is_not_told() -> None:
    assert real_line(swiss(), "employment", 60, speaker()) is None
    line = real_line(swiss(), "employment", 70, speaker())
    assert line is not None
    assert line.first == 8
    assert len(line.values) == 61


def test_figures_stand_in_the_unit_of_the_game_and_run_straight_between_years() -> None:
    line = real_line(swiss(), "employment", 160, speaker())
    course = next(one for one in swiss().real_course if one.indicator == "employment")
    assert line is not None
    assert line.values[0] * course.one == course.points[0].value
    assert line.values[-1] * course.one == course.points[-1].value
    assert line.values[30] == (line.values[0] + line.values[60]) / 2


def test_the_caption_names_scale_and_who_counted() -> None:
    for language, paper in (("en", "Los Angeles Times"), ("zh", "《洛杉矶时报》")):
        line = real_line(swiss(), "employment", 160, speaker(language))
        assert line is not None
        assert paper in line.caption


def test_a_number_without_figures_has_no_true_course() -> None:
    assert real_line(swiss(), "trust", 160, speaker()) is None
