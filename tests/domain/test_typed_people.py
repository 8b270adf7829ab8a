"""People as a person types them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.facts import Part, Person, Reach
from app.domain.typed.names import greeting_of
from app.domain.typed.people import faults_of_people, people_text, read_people, with_known


def read(text):
    return [(p.name, p.title, p.email, p.phone) for p in read_people(text)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Dana Lee, CTO, dana@northwind.example; Sam Roy; WANG Xiaoming, engineer",
            [
                ("Dana Lee", "CTO", "dana@northwind.example", ""),
                ("Sam Roy", "", "", ""),
                ("WANG Xiaoming", "engineer", "", ""),
            ],
        ),
        ("Dana Lee (CTO)", [("Dana Lee", "CTO", "", "")]),
        ("Dana Lee - CTO", [("Dana Lee", "CTO", "", "")]),
        ("Dana Lee <dana@x.example>", [("Dana Lee", "", "dana@x.example", "")]),
        ("Dana Lee dana@x.example", [("Dana Lee", "", "dana@x.example", "")]),
        ("Lee, Dana <dana@x.example>", [("Dana Lee", "", "dana@x.example", "")]),
        ("van Beethoven, Ludwig <l@x.example>", [("Ludwig van Beethoven", "", "l@x.example", "")]),
        (
            "Dana Lee <d@x.example>, Sam Roy <s@x.example>",
            [("Dana Lee", "", "d@x.example", ""), ("Sam Roy", "", "s@x.example", "")],
        ),
        ("Dr. Dana Lee", [("Dr. Dana Lee", "", "", "")]),
        ("Dana, CTO, +1 555 010 0000", [("Dana", "CTO", "", "+1 555 010 0000")]),
        ("Dana Lee, tel. (555) 123-4567 x12", [("Dana Lee", "", "", "(555) 123-4567 x12")]),
        ("dana.lee@x.example", [("Dana Lee", "", "dana.lee@x.example", "")]),
        (
            "a.b@x.example, c.d@x.example",
            [("A B", "", "a.b@x.example", ""), ("C D", "", "c.d@x.example", "")],
        ),
        ("Dana Lee, Sam Roy", [("Dana Lee", "", "", ""), ("Sam Roy", "", "", "")]),
        ("Dana Lee and Sam Roy", [("Dana Lee", "", "", ""), ("Sam Roy", "", "", "")]),
        ("Dana & Sam", [("Dana", "", "", ""), ("Sam", "", "", "")]),
        (
            "Dana Lee, CTO and Sam Roy, engineer",
            [("Dana Lee", "CTO", "", ""), ("Sam Roy", "engineer", "", "")],
        ),
        (
            "Dana Lee, CTO, Sam Roy, recruiter",
            [("Dana Lee", "CTO", "", ""), ("Sam Roy", "recruiter", "", "")],
        ),
        (
            "Dana Lee, Head of Research and Development",
            [("Dana Lee", "Head of Research and Development", "", "")],
        ),
        ("Dana Lee, VP, Engineering", [("Dana Lee", "VP, Engineering", "", "")]),
        ("Dana Lee (Director, Data)", [("Dana Lee", "Director, Data", "", "")]),
        ("Dana, happiness wizard", [("Dana", "happiness wizard", "", "")]),
        ("Dana Lee\tCTO\tdana@x.example", [("Dana Lee", "CTO", "dana@x.example", "")]),
        (
            "Dana Lee\nSam Roy\r\nLi Wen",
            [("Dana Lee", "", "", ""), ("Sam Roy", "", "", ""), ("Li Wen", "", "", "")],
        ),
        ("王小明，经理；李雷", [("王小明", "经理", "", ""), ("李雷", "", "", "")]),
        ("the recruiter", [("the recruiter", "", "", "")]),
        (" ;; , \n ; = ", []),
        ("", []),
    ],
)
def test_people_are_read_as_a_person_types_them(text, people):
    assert read(text) == people


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("Dana Lee", "Dana"),
        ("dana lee", "Dana"),
        ("DANA LEE", "Dana"),
        ("Dr. Dana Lee", "Dr. Lee"),
        ("Prof. Dr. Dana Lee", "Prof. Lee"),
        ("Ms Lee", "Ms. Lee"),
        ("Mr. dana lee", "Mr. Lee"),
        ("Dr. WANG Xiaoming", "Dr. Wang"),
        ("Dr. Ludwig van Beethoven", "Dr. van Beethoven"),
        ("Sir Ian McKellen", "Sir Ian"),
        ("WANG Xiaoming", "Xiaoming"),
        ("KIM Min Jun", "Min Jun"),
        ("DE LA CRUZ Juan", "Juan"),
        ("Lee, Dana", "Dana"),
        ("Dana Lee, PhD", "Dana"),
        ("Dana Lee Jr.", "Dana"),
        ("Ludwig van Beethoven", "Ludwig"),
        ("van Beethoven", "van Beethoven"),
        ("J. Robert Oppenheimer", "Robert"),
        ("J. R. R. Tolkien", "J. R. R. Tolkien"),
        ('Robert "Bob" Smith', "Bob"),
        ("Madonna", "Madonna"),
        ("王小明", "王小明"),
        ("the recruiter", ""),
        ("HR", ""),
        ("", ""),
    ],
)
def test_a_note_greets_each_person_rightly(name, greeting):
    assert greeting_of(name) == greeting


def test_a_greeting_can_be_typed_behind_the_name():
    (person,) = read_people("Dana Lee = Dee, CTO")
    assert (person.name, person.greeting, person.title) == ("Dana Lee", "Dee", "CTO")
    assert people_text([person]) == "Dana Lee = Dee, CTO"


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("recruiter", Part.RECRUITER),
        ("Technical Recruiter", Part.RECRUITER),
        ("Talent Acquisition Partner", Part.RECRUITER),
        ("recruiting coordinator", Part.COORDINATOR),
        ("coordinator", Part.COORDINATOR),
        ("Project Coordinator", Part.INTERVIEWER),
        ("HR manager", Part.INTERVIEWER),
        ("CTO", Part.INTERVIEWER),
    ],
)
def test_a_title_tells_what_a_person_is_in_the_search(title, part):
    assert read_people(f"Dana Lee, {title}")[0].part is part


def test_an_address_cut_short_and_a_name_given_twice_are_told_but_kept():
    people = read_people("Dana Lee, dana@north; Sam; sam")
    assert people[0].email == "dana@north"
    assert len(faults_of_people(people)) == 2
    assert "dana@north" in faults_of_people(people)[0]
    assert faults_of_people(read_people("Dana Lee, d.l+x@mail.north-wind.example")) == ()


def test_editing_keeps_what_the_line_does_not_show():
    known = Person(
        name="Dana Lee", personal="half marathon", reach=Reach.RECRUITER, employer="Northwind", id=7
    )
    (person,) = with_known(read_people("dana lee, CTO"), [known])
    assert (person.personal, person.reach, person.employer, person.id) == (
        "half marathon", Reach.RECRUITER, "Northwind", 7,
    )  # fmt: skip
    assert person.title == "CTO"


_LETTERS = "abcdefghijklmnopqrstuvwxyzéüñ"
_NAMES = st.builds(lambda w: w.capitalize(), st.text(_LETTERS, min_size=2, max_size=8))
_TITLES = st.sampled_from(
    [
        "",
        "CTO",
        "Head of Data",
        "VP, Engineering",
        "Happiness Wizard",
        "Sam Roy",
        "recruiter",
        "barista",
        "A and B",
    ]
)


@st.composite
def _people(draw):
    name = f"{draw(_NAMES)} {draw(_NAMES)}"
    greeting = draw(st.one_of(st.just(greeting_of(name)), _NAMES))
    title = draw(_TITLES)
    email = draw(st.sampled_from(["", "x@y.example", "a.b+c@mail.d-e.example"]))
    phone = draw(st.sampled_from(["", "+1 555 010 0000", "(555) 123-4567", "030/1234567"]))
    return Person(
        name=name, greeting=greeting, title=title, email=email, phone=phone,
        part=Part.RECRUITER if title == "recruiter" else Part.INTERVIEWER,
    )  # fmt: skip


@given(st.lists(_people(), max_size=4))
def test_the_text_for_editing_reads_as_the_same_people(people):
    from app.domain.typed.names import is_role, looks_like_a_name

    people = [p for p in people if looks_like_a_name(p.name) and not is_role(p.name)]
    assert read_people(people_text(people)) == tuple(people)


@given(st.text(max_size=300))
def test_any_text_is_read_and_everyone_has_a_name(text):
    assert all(person.name for person in read_people(text))


@pytest.mark.parametrize("piece", ["a", "a ", "(", "@", "1 ", "a@", "a,", "- ", "and A ", "<", "=", ";"])
def test_ten_thousand_characters_are_read_at_once(piece):
    text = piece * (10_000 // len(piece))
    start = time.process_time()
    read_people(text)
    assert time.process_time() - start < 0.5
