"""The database format, version 3, on a page. Semicolons end statements, so comments have none.

`migrations.py` brings a diary of an older version here.
"""

APPLICATION_ID = 0x534B4459
"""`SKDY`: tells the diary's database from any other SQLite file."""

OLDEST, VERSION = 1, 3

SCHEMA = """
-- NULL is "not answered". A dose that was skipped has the state 'skipped' and 0 mg.
CREATE TABLE day (
    on_date TEXT PRIMARY KEY,
    acne INTEGER CHECK (acne BETWEEN 0 AND 10),
    lips INTEGER CHECK (lips BETWEEN 0 AND 10),
    skin INTEGER CHECK (skin BETWEEN 0 AND 10),
    eyes INTEGER CHECK (eyes BETWEEN 0 AND 10),
    nose INTEGER CHECK (nose BETWEEN 0 AND 10),
    mood INTEGER CHECK (mood BETWEEN 0 AND 10),
    inflamed INTEGER CHECK (inflamed >= 0),
    nodules INTEGER CHECK (nodules >= 0),
    comedones INTEGER CHECK (comedones >= 0),
    dose_state TEXT CHECK (dose_state IN ('taken', 'skipped', 'different')),
    dose_mg REAL CHECK (dose_mg >= 0),
    dose_with_food INTEGER CHECK (dose_with_food IN (0, 1)),
    dose_reason TEXT NOT NULL DEFAULT '',
    medicines TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    changed_at TEXT NOT NULL,
    CHECK ((dose_state IS NULL) = (dose_mg IS NULL))
) WITHOUT ROWID;

CREATE TABLE symptom (
    on_date TEXT NOT NULL REFERENCES day ON DELETE CASCADE,
    name TEXT NOT NULL,
    severity TEXT CHECK (severity IN ('mild', 'moderate', 'severe')),
    PRIMARY KEY (on_date, name)
) WITHOUT ROWID;

CREATE TABLE care (
    on_date TEXT NOT NULL REFERENCES day ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (on_date, name)
) WITHOUT ROWID;

-- `digest` is the SHA-256 of the original, `object_name` that of its sealed bytes. `checked_at` is
-- when that file was last found whole.
CREATE TABLE photo (
    id TEXT PRIMARY KEY,
    view TEXT NOT NULL CHECK (view IN ('front', 'left', 'right', 'chest', 'back')),
    taken_on TEXT NOT NULL,
    taken_at TEXT,
    utc_offset INTEGER,
    date_source TEXT NOT NULL CHECK (date_source IN ('typed', 'exif', 'file name', 'file time')),
    digest TEXT NOT NULL UNIQUE,
    object_name TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    mime TEXT NOT NULL,
    file_name TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    deleted_at TEXT,
    checked_at TEXT
) WITHOUT ROWID;
CREATE INDEX photo_by_date ON photo (taken_on);

-- How a photo was taken, measured on its preview by the `meter` of that name. No face: no `eyes`
-- (distance of the eyes, in parts of the longer side), `yaw`, `pitch` and `roll` (degrees).
CREATE TABLE look (
    photo_id TEXT PRIMARY KEY REFERENCES photo ON DELETE CASCADE,
    meter TEXT NOT NULL,
    sharpness REAL NOT NULL,
    lightness REAL NOT NULL,
    brightest REAL NOT NULL,
    overexposed REAL NOT NULL,
    cast_a REAL NOT NULL,
    cast_b REAL NOT NULL,
    eyes REAL,
    yaw REAL,
    pitch REAL,
    roll REAL
) WITHOUT ROWID;

-- Three places of the body that the patient pointed at, the same on both photos. `x` and `y` are in
-- parts of the longer side of each photo as it is seen.
CREATE TABLE hand_point (
    fixed_id TEXT NOT NULL REFERENCES photo ON DELETE CASCADE,
    moving_id TEXT NOT NULL REFERENCES photo ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 3),
    fixed_x REAL NOT NULL,
    fixed_y REAL NOT NULL,
    moving_x REAL NOT NULL,
    moving_y REAL NOT NULL,
    PRIMARY KEY (fixed_id, moving_id, number)
) WITHOUT ROWID;

-- A marked spot. The same `spot` on several photos is the same place of the skin. `gone` is where
-- the patient said that nothing of it is to be seen on this photo.
CREATE TABLE mark (
    photo_id TEXT NOT NULL REFERENCES photo ON DELETE CASCADE,
    spot TEXT NOT NULL,
    x REAL NOT NULL,
    y REAL NOT NULL,
    region TEXT NOT NULL CHECK (
        region IN ('forehead', 'cheeks', 'nose', 'mouth', 'chin', 'jaw', 'elsewhere')
    ),
    gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
    PRIMARY KEY (photo_id, spot)
) WITHOUT ROWID;

-- The photo the patient chose for a moment of the paired panels, in place of the proposed one.
CREATE TABLE panel (
    view TEXT NOT NULL CHECK (view IN ('front', 'left', 'right', 'chest', 'back')),
    moment TEXT NOT NULL CHECK (moment IN ('baseline', 'month 1', 'month 2', 'now')),
    photo_id TEXT NOT NULL REFERENCES photo ON DELETE CASCADE,
    PRIMARY KEY (view, moment)
) WITHOUT ROWID;

-- Files that were left out, added or deleted, and those that the diary itself saved elsewhere, so
-- that the watched folder offers none of them again. `digest` is their SHA-256.
CREATE TABLE left_out (
    digest TEXT PRIMARY KEY, at TEXT NOT NULL
) WITHOUT ROWID;

-- Files of the watched folder by a short digest of name, size and time, so that each is read once.
-- Those without a `digest` are not offered.
CREATE TABLE watched_file (
    mark TEXT PRIMARY KEY, digest TEXT
) WITHOUT ROWID;

CREATE TABLE course (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    start TEXT NOT NULL,
    product TEXT NOT NULL,
    target_low REAL,
    target_high REAL
);

CREATE TABLE step (
    first_day TEXT PRIMARY KEY,
    mg REAL NOT NULL CHECK (mg >= 0),
    with_food INTEGER NOT NULL CHECK (with_food IN (0, 1))
) WITHOUT ROWID;

CREATE TABLE weight (
    on_date TEXT PRIMARY KEY, kg REAL NOT NULL CHECK (kg > 0)
) WITHOUT ROWID;

-- The value stays in the unit of the lab report, whichever unit is shown.
CREATE TABLE lab (
    id TEXT PRIMARY KEY,
    on_date TEXT NOT NULL,
    analyte TEXT NOT NULL,
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    low REAL,
    high REAL,
    fasting INTEGER CHECK (fasting IN (0, 1))
) WITHOUT ROWID;

CREATE TABLE visit (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('appointment', 'blood test', 'pregnancy test')),
    on_date TEXT NOT NULL,
    at_time TEXT,
    detail TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;

CREATE TABLE question (
    id TEXT PRIMARY KEY,
    place INTEGER NOT NULL,
    text TEXT NOT NULL,
    in_report INTEGER NOT NULL CHECK (in_report IN (0, 1))
) WITHOUT ROWID;

-- Values are JSON.
CREATE TABLE preference (
    key TEXT PRIMARY KEY, value TEXT NOT NULL
) WITHOUT ROWID;

-- The last backup of each place that was read back and found whole.
CREATE TABLE proven_backup (
    target TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('file', 'mirror')),
    at TEXT NOT NULL,
    photos INTEGER NOT NULL,
    size INTEGER NOT NULL
);

-- Counts the sessions that wrote.
CREATE TABLE generation (
    only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL
);
"""
