"""Diagnostics as text: the place underlined as it is seen, in the terminal's own width."""

from __future__ import annotations

from critc.diagnostic import Diagnostic, Related
from critc.render.text import render, width
from critc.source import Borrowed, Source, Span


def shown(text: str, underlined: str, **said: object) -> str:
    start = text.index(underlined)
    problem = Diagnostic("E0199", Span(start, start + len(underlined)), "It is wrong.", **said)  # type: ignore[arg-type]
    return render([problem], Source("a.crit", text))


def test_place_line_underline_label_and_help() -> None:
    assert shown("one\n  two three\n", "three", label="this", help="Write four.") == (
        "error[E0199] a.crit:2:7\n"
        "  It is wrong.\n"
        "\n"
        " 2 |   two three\n"
        "   |       ^^^^^ this\n"
        "\n"
        "  Write four.\n"
    )


def related_to(text: str, **places: str) -> tuple[Related, ...]:
    """Other places: the first that has the text, and what is said there."""
    starts = {words: text.index(place) for words, place in places.items()}
    return tuple(
        Related(Span(starts[words], starts[words] + len(place)), words.replace("_", " "))
        for words, place in places.items()
    )


def test_another_place_is_shown_with_its_own_marks() -> None:
    text = "one\n" * 9 + "two\n"
    related = (Related(Span(0, 3), "declared here"),)
    assert shown(text, "two", label="this", related=related).splitlines()[3:] == [
        "  1 | one",
        "    | --- declared here",
        "...",
        " 10 | two",
        "    | ^^^ this",
    ]


def test_places_stand_in_the_order_of_the_source() -> None:
    text = "fact a\nfact b\n\n  a + b > 3\nend\n"
    related = related_to(text, last="end", second="fact b", first="fact a")
    assert shown(text, "a + b", label="adds", related=related).splitlines()[3:] == [
        " 1 | fact a",
        "   | ------ first",
        " 2 | fact b",
        "   | ------ second",
        "...",
        " 4 |   a + b > 3",
        "   |   ^^^^^ adds",
        " 5 | end",
        "   | --- last",
    ]


def test_a_line_with_several_places_is_shown_once() -> None:
    text = "  aa bbb cc dd\n"
    related = related_to(text, the_first="aa", the_last="dd", the_second="bbb")
    assert shown(text, "cc", label="this", related=related).splitlines()[3:] == [
        " 1 |   aa bbb cc dd",
        "   |   -- --- ^^ -- the last",
        "   |   |  |   this",
        "   |   |  the second",
        "   |   the first",
    ]


def test_a_place_without_words_has_its_marks_alone() -> None:
    text = "  aa bbb cc\n"
    found = Related(Span(5, 8), "")
    assert shown(text, "cc", label="this", related=(found,)).splitlines()[3:] == [
        " 1 |   aa bbb cc",
        "   |      --- ^^ this",
    ]


def test_places_that_overlap_have_their_own_rows() -> None:
    text = "  aa + bb > 3\n"
    related = related_to(text, in_kg="aa", in_cm="bb")
    assert shown(text, "aa + bb", label="adds", related=related).splitlines()[3:] == [
        " 1 |   aa + bb > 3",
        "   |   ^^^^^^^ adds",
        "   |   --   -- in cm",
        "   |   in kg",
    ]


def test_below_wide_characters_words_stand_under_their_marks() -> None:
    text = "用药 aa bb\n"
    related = related_to(text, one="用药", two="aa")
    assert shown(text, "bb", related=related).splitlines()[4:] == [
        "   | ---- -- ^^",
        "   | |    two",
        "   | one",
    ]


def test_of_a_long_line_each_place_is_shown_by_itself() -> None:
    text = "x" * 150 + " one " + "y" * 150 + " two\n"
    rows = shown(text, "two", label="this", related=related_to(text, other="one")).splitlines()[3:]
    assert len(rows) == 4
    for row, marks, words in ((rows[0], rows[1], "other"), (rows[2], rows[3], "this")):
        assert len(row) < 120
        start = marks.index(marks.strip(" |").split()[0])
        assert row[start : start + 3] == {"other": "one", "this": "two"}[words]
        assert marks.endswith(words)


def test_places_in_another_file_follow_under_its_name() -> None:
    library = Source("library/house.crit", "\n" * 11 + "fact two\n")
    text = "use two\n\nfact two\n"
    start = len(text) + 1
    source = Source("a.crit", text, (Borrowed(library, start, 0, "library/house"),))
    related = (Related(Span(start + 16, start + 19), "first"), Related(Span(0, 7), "borrowed"))
    found = Diagnostic("E0202", Span(14, 17), "Twice.", label="again", related=related)
    assert render([found], source).splitlines()[3:] == [
        "  1 | use two",
        "    | ------- borrowed",
        "...",
        "  3 | fact two",
        "    |      ^^^ again",
        "    in library/house.crit:",
        " 12 | fact two",
        "    |      --- first",
    ]


def test_a_replacement_is_shown_in_its_line() -> None:
    assert shown("  one two  \n", "two", replacement="three").endswith(
        "\n  Write:\n      one three\n"
    )
    assert "Write:" not in shown("one two\n", "two", replacement="three", help="Write three.")


def test_of_several_lines_the_first_is_underlined() -> None:
    assert shown("one\n  two\n", "one\n  two").splitlines()[3:] == [" 1 | one", "   | ^^^"]


def test_an_empty_place_is_still_seen() -> None:
    assert shown("one\n", "").splitlines()[3:] == [" 1 | one", "   | ^"]
    assert shown("", "").splitlines()[3:] == [" 1 |", "   | ^"]


def test_marks_stand_below_wide_and_combining_characters() -> None:
    assert width("用药") == 4
    assert width("e\u0301\u200b") == 1
    assert shown("用药 two\n", "two").splitlines()[4] == "   |      ^^^"
    assert shown("\ttwo\n", "two").splitlines()[3:] == [" 1 |   two", "   |   ^^^"]


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    text = "x" * 500 + " two " + "y" * 500
    line, marks = shown(text, "two").splitlines()[3:]
    assert "two" in line
    assert len(line) < 120
    assert line.index("two") == marks.index("^^^")


def test_what_a_terminal_would_act_on_is_not_passed_on() -> None:
    text = "a\x1b[31mb\x07\ud800\u202e two\r\n"
    assert "\x1b" not in shown(text, "two")
    assert "\u202e" not in shown(text, "two")
    assert shown(text, "two").encode()
    named = render([Diagnostic("E0199", Span(0, 1), "m")], Source("a\x1b.crit", "x"))
    assert "\x1b" not in named


def test_colours_only_when_asked_for() -> None:
    problem = Diagnostic("W0301", Span(0, 3), "It is odd.", label="this")
    source = Source("a.crit", "one\n")
    assert "\x1b" not in render([problem], source)
    coloured = render([problem], source, color=True)
    assert "\x1b[33m" in coloured
    assert render([problem], source).startswith("warning[W0301] a.crit:1:1\n")


def test_long_advice_is_broken_but_not_inside_what_is_quoted() -> None:
    quoted = "`" + "word " * 5 + "word`"
    text = shown("one\n", "one", help=f"{'Some words. ' * 7}{quoted} and so on.")
    assert quoted in text
    assert max(map(len, text.splitlines())) <= 100


def test_several_are_set_apart_and_none_is_nothing() -> None:
    problem = Diagnostic("E0199", Span(0, 1), "It is wrong.")
    source = Source("a.crit", "one\n")
    assert render([], source) == ""
    assert render([problem, problem], source).count("\n\nerror[") == 1
