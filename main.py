"""Open Skin Diary, or run one of its verbs: `python main.py --help`."""

from diary.app import main

if __name__ == "__main__":
    raise SystemExit(main())
