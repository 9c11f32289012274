"""The program of a process that lays pictures over each other: two come in, numbers go out."""

from typing import IO

from diary.imaging import laying
from diary.imaging.decoder_program import serve


def main() -> None:
    def load_libraries() -> None:
        import diary.imaging.overlay  # noqa: F401

    def answer(both: bytes, answers: IO[bytes]) -> None:
        from diary.imaging.overlay import lay

        laying.send(answers, lay(*laying.taken_apart(both)))

    serve(load_libraries, answer, lambda _size: laying.SECONDS)
