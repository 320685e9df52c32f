"""Packages Pyodide and the engine for the browser."""
