"""Diagnostics as text: the place underlined as it is seen, in the terminal's own width."""

from __future__ import annotations

from critc.diagnostic import Diagnostic, Related
from critc.render.text import render, width
from critc.source import Source, Span


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


def test_another_place_is_shown_with_its_own_marks() -> None:
    text = "one\n" * 9 + "two\n"
    related = (Related(Span(0, 3), "declared here"),)
    assert shown(text, "two", label="this", related=related).splitlines()[3:] == [
        " 10 | two",
        "    | ^^^ this",
        "  1 | one",
        "    | --- declared here",
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
