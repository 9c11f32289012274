"""The course: prescription, dose so far, blood tests, dates to come, questions for the doctor."""

from diary.ui.pages.course.page import CoursePage

__all__ = ["CoursePage"]
