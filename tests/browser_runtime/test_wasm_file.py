"""A WebAssembly file is taken apart and written again."""

from __future__ import annotations

import pytest

from site_config.browser_runtime import worker_bundle
from site_config.browser_runtime.package import PYODIDE
from site_config.browser_runtime.wasm_file import DATA, Reader, Wasm, number, signed
from tests.browser_runtime.placed_data import placed_data


@pytest.mark.parametrize("value", [0, 1, 63, 64, 127, 128, 300_000, 2**31 - 1])
def test_numbers_are_read_as_they_are_written(value):
    assert Reader(number(value)).number() == value
    for either in (value, -value - 1):
        assert Reader(signed(either)).signed() == either


def test_file_is_written_as_it_was_read(root):
    content = (root / PYODIDE / worker_bundle.WASM).read_bytes()
    assert Wasm.parse(content).write() == content


def test_data_is_written_without_long_runs_of_zeros():
    wasm = Wasm([(DATA, b"")])
    wasm.replace_data(
        bytes(100) + b"ab" + bytes(16_383) + b"c" + bytes(16_384) + b"d\n" + bytes(9), 1024
    )
    assert placed_data(wasm) == [(1124, b"ab" + bytes(16_383) + b"c"), (33_894, b"d\n")]
