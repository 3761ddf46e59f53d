"""Damaged files end in a clear sentence or in the right table; never in a traceback, never in a wrong number."""

import math

import pytest
from broken_office_files import DAMAGES, DAY, broken_file

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indicators.imports.table_import import ImportOptions, import_table
from sozialraum_plugin.core.indicators.imports.text_file import cut, decode, delimiter_of
from sozialraum_plugin.core.indicators.text_encoding import remarks_on

SEEDS = range(8)
NO_LINE_BREAK = "has no line break"


def read(data):
    text, encoding = decode(data)
    grid = cut(text, delimiter_of(text))
    grid.remarks.extend(remarks_on(text, data, encoding))
    return import_table(grid, ImportOptions(profile="ba"))


def wrong_numbers(case, result):
    """Return the counts that the file does not say, however damaged it is."""
    by_area = {}
    for (area, _), value in case.truth.items():
        by_area.setdefault(area, set()).add(value)
    wrong = []
    for area, variable, day, value, *_ in result.counts.itertuples(index=False):
        if math.isnan(value):
            continue
        if case.heads_may_change:
            good = area in by_area and value in by_area[area]
        else:
            good = day == DAY and case.truth.get((area, variable)) == value
        if not good:
            wrong.append((area, variable, day, value))
    return wrong


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_broken_file_ends_in_a_sentence_or_the_right_table(damage, seed):
    case = broken_file(damage, seed)
    try:
        result = read(case.data)
    except InputError as error:
        assert len(str(error)) > 20 and str(error).endswith((".", "?")), str(error)
        return
    wrong = wrong_numbers(case, result)
    if case.last_cell_may_be_cut and wrong:
        last = result.counts["gebiet"].iloc[-1]
        assert len(wrong) == 1 and wrong[0][0] == last
        assert any(NO_LINE_BREAK in warning for warning in result.warnings)
    else:
        assert not wrong, (case.name, wrong[:5], result.notes)
    assert result.rows.unaccounted == 0 and result.cells.unaccounted == 0


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("damage", ["truncated_lines", "mixed_delimiters", "shifted_cells", "odd_numbers"])
def test_a_row_or_cell_that_is_lost_is_listed(damage, seed):
    case = broken_file(damage, seed)
    result = read(case.data)
    read_areas = set(result.counts["gebiet"])
    lost = {area for area, _ in case.truth} - read_areas
    listed = len(result.problems)
    assert listed >= len(lost) and listed >= 2, (case.name, lost, result.problems)


@pytest.mark.parametrize("damage", ["wrong_encoding", "repeated_parts", "other_line_ends", "mixed_encodings"])
def test_harmless_damage_loses_nothing(damage):
    for seed in SEEDS:
        case = broken_file(damage, seed)
        result = read(case.data)
        found = {(row.gebiet, row.merkmal): row.wert for row in result.counts.itertuples()}
        if not case.heads_may_change:
            assert set(found) == set(case.truth), case.name
            assert all(value is None or found[key] == value for key, value in case.truth.items())
        assert len(found) == len(case.truth), case.name


def test_the_generator_makes_the_same_files_again():
    assert broken_file("binary_garbage", 3).data == broken_file("binary_garbage", 3).data
    assert len(DAMAGES) * len(SEEDS) >= 100
