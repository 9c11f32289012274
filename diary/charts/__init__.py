"""Pictures of numbers, drawn on a matplotlib figure from plain values; they never know a window.

`palette`, `course_chart`, `read_out` and `in_words` load no matplotlib; `course` and `paper` do.
"""
