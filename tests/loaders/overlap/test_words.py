"""Which words of a text are compared, and how much each counts."""

from __future__ import annotations

from loaders.overlap.words import words_of


def test_nouns_and_verbs_count_by_the_logarithm_of_their_number():
    words = words_of("畜舎を整え、畜舎の換気を整える。", "")
    assert words["畜舎"] == words["整える"] == 1.69
    assert words["換気"] == 1.0


def test_a_word_of_the_name_counts_twice():
    assert words_of("", "畜舎の換気")["換気"] == 1.69


def test_numbers_particles_auxiliaries_and_single_letters_say_nothing():
    assert words_of("それは３件である。車を。", "") == {}


def test_full_width_letters_and_line_feeds_inside_words_are_read_as_one_text():
    assert words_of("ＤＮ\nＡの解析", "") == words_of("DNAの解析", "")


def test_what_follows_far_behind_is_not_read():
    assert "換気" not in words_of("畜舎。" * 800 + "換気", "")


def test_a_text_without_words_gives_none():
    assert words_of("", "") == {}
    assert words_of("①②③\n\n※", "−") == {}


def test_marks_of_a_list_are_no_words():
    said = "畜舎を換気する。⚫給水を助ける。◼"
    assert words_of(said, "").keys() == {"畜舎", "換気", "給水", "助ける"}
