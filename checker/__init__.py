"""The screening engine: which next step is worth asking about, and why.

Pure Python, standard library only. The same files run in CPython (tests, command line)
and in Pyodide (the visitor's browser). Nothing here reads a clock, a network or a disk,
other than the package's own data file.
"""

__version__ = "0.1.0"
