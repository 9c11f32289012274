"""The program of a process that rewrites a picture: it comes in, the answer goes out."""

from typing import IO

from diary.imaging import rewriting
from diary.imaging.deadline import seconds_to_rewrite
from diary.imaging.decoder_program import serve


def main(longest: int | None) -> None:
    """`longest` is the most pixels of a side of the JPEG; None asks for none."""
    from diary.imaging.rewrite import load_libraries, rewrite

    def answer(data: bytes, answers: IO[bytes]) -> None:
        rewriting.send(answers, rewrite(data, longest))

    serve(load_libraries, answer, seconds_to_rewrite)
