"""What a function of a WebAssembly file calls and names."""

from __future__ import annotations

import pytest

from site_config.browser_runtime.wasm_code import named
from site_config.browser_runtime.wasm_file import number, signed


def test_function_names_its_calls_numbers_and_globals():
    body = bytes([0, 0x10, 7, 0x23, 2, 0x41, *signed(-5), 0x28, 2, *number(900), 0x0B])
    assert named(body) == ({7}, {2**32 - 5, 900}, {2})


def test_unknown_instruction_is_not_passed_over():
    with pytest.raises(ValueError, match="0xff is not known"):
        named(bytes([0, 0xFF]))
