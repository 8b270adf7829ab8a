"""Points, and how an interview was held, as a person types them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.facts import Person, Point, PointKind
from app.domain.typed.how import read_how
from app.domain.typed.people import read_people
from app.domain.typed.points import carried_over, points_text, read_points

DANA, SAM, WANG = read_people("Dana Lee = Dee; Sam Roy; Dr. WANG Xiaoming")
PEOPLE = (DANA, SAM, WANG)
WELL, FORGOT = PointKind.WENT_WELL, PointKind.FORGOT_TO_MENTION


def read(text, kind=WELL):
    return [(p.text, p.about, p.helps) for p in read_points(text, kind, PEOPLE)]


def test_one_line_is_one_point_and_empty_lines_are_none():
    assert read("first\n\n  second \r\n\t\nthird") == [(t, "", True) for t in ("first", "second", "third")]


@pytest.mark.parametrize(
    "line", ["· a point", "• a point", "* a point", "- a point", "– a point", "1. a point", "-a point"]
)
def test_a_bullet_in_front_is_cut(line):
    assert read(line) == [(line.split("1. ")[-1].lstrip("·•*-– "), "", True)]


@pytest.mark.parametrize(
    "line", ["-5 % churn since May", "2.5 years of Rust", "C# and *nix", "3 people on call"]
)
def test_what_only_looks_like_a_bullet_stays(line):
    assert read(line) == [(line, "", True)]


@pytest.mark.parametrize(
    ("line", "text", "about"),
    [
        ("@Dana runs the team", "runs the team", "Dana Lee"),
        ("@dana lee: runs the team", "runs the team", "Dana Lee"),
        ("@Dee, runs the team", "runs the team", "Dana Lee"),
        ("@Roy runs", "runs", "Sam Roy"),
        ("@Dr. Wang runs", "runs", "Dr. WANG Xiaoming"),
        ("runs the team @Sam", "runs the team", "Sam Roy"),
        ("what @Sam said of Go", "what Sam said of Go", "Sam Roy"),
        ("@Sam", "Sam", "Sam Roy"),
        ("@Nobody runs the team", "@Nobody runs the team", ""),
        ("write to dana@x.example", "write to dana@x.example", ""),
    ],
)
def test_an_at_sign_ties_a_point_to_a_person_met(line, text, about):
    assert read(line) == [(text, about, True)]


def test_a_name_that_fits_two_people_ties_to_neither():
    two = read_people("Dana Lee; Dana Kim")
    assert read_points("@Dana asked", WELL, two)[0].about == ""
    assert read_points("@Dana Kim asked", WELL, two)[0].about == "Dana Kim"


@pytest.mark.parametrize(
    ("line", "text", "helps"),
    [
        ("the rota", "the rota", True),
        ("+ the rota", "the rota", True),
        ("+the rota", "the rota", True),
        ("- Danish", "Danish", False),
        ("· + the rota", "the rota", True),
        ("· - Danish", "Danish", False),
        ("-Danish", "Danish", False),
    ],
)
def test_a_forgotten_point_helps_unless_a_dash_says_otherwise(line, text, helps):
    assert read(line, FORGOT) == [(text, "", helps)]


_TEXTS = st.text(
    st.characters(exclude_categories=["C", "Z"], include_characters=" "), min_size=1, max_size=40
).filter(lambda t: t == " ".join(t.split()) and t and "@" not in t)


@given(
    st.lists(
        st.builds(
            Point,
            kind=st.just(FORGOT),
            text=_TEXTS,
            about=st.sampled_from(["", *(p.name for p in PEOPLE)]),
            helps=st.booleans(),
        )
    )
)
def test_the_text_for_editing_reads_as_the_same_forgotten_points(points):
    assert read_points(points_text(points, PEOPLE), FORGOT, PEOPLE) == tuple(points)


@given(st.lists(st.builds(Point, kind=st.just(WELL), text=_TEXTS, about=st.sampled_from(["", SAM.name]))))
def test_the_text_for_editing_reads_as_the_same_points(points):
    assert read_points(points_text(points, PEOPLE), WELL, PEOPLE) == tuple(points)


def test_the_text_for_editing_calls_people_as_a_person_would():
    assert points_text([Point(kind=WELL, text="runs", about="Sam Roy")], PEOPLE) == "@Sam runs"
    assert points_text([Point(kind=WELL, text="runs", about="Dana Lee")], ()) == "@Dana Lee: runs"


def test_editing_keeps_what_the_lines_do_not_show():
    before = [Point(kind=WELL, text="a", id=4, set_aside=True), Point(kind=WELL, text="b", id=5)]
    after = carried_over(read_points("b\nc\nA", WELL), before)
    assert [(p.text, p.id, p.set_aside) for p in after] == [("b", 5, False), ("c", 0, False), ("A", 4, True)]


@given(st.text(max_size=200), st.sampled_from(list(PointKind)))
def test_any_text_is_read_as_points(text, kind):
    assert all(point.text for point in read_points(text, kind, PEOPLE))


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Zoom", "video"), ("MS Teams", "video"), ("google meet", "video"), ("Video-Call", "video"),
        ("online", "video"),
        ("phone", "phone"), ("call", "phone"), ("Phone screen", "phone"), ("a quick call", "phone"),
        ("onsite", "on site"), ("On-Site", "on site"), ("in person", "on site"), ("F2F", "on site"),
        ("face-to-face", "on site"), ("their office", "on site"),
        ("panel", "panel"), ("panel on Zoom", "panel"),
        ("", ""), ("  take-home,  then talk ", "take-home, then talk"),
    ],
)  # fmt: skip
def test_how_it_was_held_is_read_from_kindred_words(text, how):
    assert read_how(text) == how


def test_a_person_without_a_name_ties_nothing():
    assert read_points("@ hello", WELL, [Person(name="")])[0].text == "@ hello"
