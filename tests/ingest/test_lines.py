from ingest.looks.lines import split_lines


def test_headings_are_given_by_the_offset_of_their_first_character():
    text = "Sổ tay\n\n  Chuẩn bị\nLập kế hoạch.\n"

    lines = split_lines(text, headings={0: 1, text.index("Chuẩn"): 2, text.index("kế hoạch"): 3})

    assert [(line.text, line.level) for line in lines] == [("Sổ tay", 1), ("Chuẩn bị", 2), ("Lập kế hoạch.", 0)]


def test_headings_of_markdown_are_read_from_its_signs_alone():
    lines = split_lines("# Sổ tay\nChuẩn bị\n", is_markdown=True, headings={9: 2})

    assert [(line.text, line.level) for line in lines] == [("Sổ tay", 1), ("Chuẩn bị", 0)]
