-- SPDX-License-Identifier: Apache-2.0
-- Version 6: the office's review: what came from recommending bodies, experts, conflicts of interest, panels, score sheets.

CREATE TABLE round (
    key       INTEGER PRIMARY KEY,
    call      TEXT NOT NULL,
    name      TEXT NOT NULL,
    rules     TEXT NOT NULL,            -- JSON: how results are made, chosen before the review
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL,
    UNIQUE (call, name)
) STRICT

CREATE TABLE intake (
    key       INTEGER PRIMARY KEY,
    round     INTEGER NOT NULL REFERENCES round (key),
    bundle    BLOB NOT NULL,            -- SHA-256 of the file in objects/
    name      TEXT NOT NULL,            -- as it came
    body      TEXT NOT NULL,
    kind      TEXT NOT NULL,            -- of the call's quotas
    number    INTEGER NOT NULL,         -- of the sending
    sheet     TEXT NOT NULL,            -- JSON: the ranking sheet's data
    paper     BLOB NOT NULL,            -- SHA-256 of the ranking sheet
    sender    TEXT NOT NULL,            -- who signed or closed the ranking sheet: SHA-256 of the certificate
    findings  TEXT NOT NULL,            -- JSON, as check --json
    standing  TEXT NOT NULL,            -- counts, replaced
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL
) STRICT

CREATE TABLE submission (
    key         INTEGER PRIMARY KEY,
    intake      INTEGER NOT NULL REFERENCES intake (key),
    dossier     TEXT NOT NULL,          -- UUID without braces
    rank        INTEGER NOT NULL,       -- 1 for the first on the ranking sheet; 0: not on it
    title       TEXT NOT NULL,
    base        TEXT NOT NULL,
    category    TEXT NOT NULL,
    applicant   TEXT NOT NULL,
    code        TEXT NOT NULL,
    place       TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    fingerprint BLOB NOT NULL,
    paper       BLOB NOT NULL,          -- SHA-256 of the dossier in objects/
    verdict     TEXT NOT NULL,
    signature   TEXT NOT NULL,          -- none, ink, certificate
    endorsed    TEXT NOT NULL,          -- JSON: signatures of bodies that the ranking sheet names, and what was found of them
    findings    TEXT NOT NULL,          -- JSON, as check --json
    search      TEXT NOT NULL,
    UNIQUE (intake, dossier)
) STRICT

CREATE TABLE arrival (                  -- of the paper copies, as a clerk registered it; the last of a dossier counts
    key       INTEGER PRIMARY KEY,
    round     INTEGER NOT NULL REFERENCES round (key),
    dossier   TEXT NOT NULL,
    arrived   TEXT NOT NULL,            -- ISO date and time, local; '' takes an earlier one back
    copies    INTEGER NOT NULL,
    remark    TEXT NOT NULL,
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL
) STRICT

CREATE TABLE admission (                -- whether a dossier goes to review; the last of a dossier counts
    key       INTEGER PRIMARY KEY,
    round     INTEGER NOT NULL REFERENCES round (key),
    dossier   TEXT NOT NULL,
    admitted  INTEGER NOT NULL,
    reason    TEXT NOT NULL,
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL
) STRICT

CREATE TABLE expert (
    key        INTEGER PRIMARY KEY,     -- stays when the person is deleted: papers name it
    name       TEXT NOT NULL,
    unit       TEXT NOT NULL,
    unit_code  TEXT NOT NULL,
    aliases    TEXT NOT NULL,           -- JSON: other names of the unit
    field      TEXT NOT NULL,
    title      TEXT NOT NULL,
    mail       TEXT NOT NULL,
    phone      TEXT NOT NULL,
    categories TEXT NOT NULL,           -- JSON: ids of the call's categories; empty: all
    load       INTEGER NOT NULL,        -- most dossiers; 0: no limit of their own
    panel      TEXT NOT NULL,           -- group (专家组); '' for none
    declared   TEXT NOT NULL,           -- JSON: units and people that the expert named as conflicts
    remark     TEXT NOT NULL,
    purpose    TEXT NOT NULL,           -- what the record is kept for
    delete_on  TEXT NOT NULL,           -- ISO date
    deleted    TEXT NOT NULL,           -- ISO date; '' for not
    changed    TEXT NOT NULL
) STRICT

CREATE TABLE panel_place (              -- the group that a dossier belongs to; the last of a dossier counts
    key       INTEGER PRIMARY KEY,
    round     INTEGER NOT NULL REFERENCES round (key),
    dossier   TEXT NOT NULL,
    panel     TEXT NOT NULL,
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL
) STRICT

CREATE TABLE conflict (                 -- what a person decided, or an expert declared; the last of a pair counts
    key       INTEGER PRIMARY KEY,
    round     INTEGER NOT NULL REFERENCES round (key),
    expert    INTEGER NOT NULL REFERENCES expert (key),
    dossier   TEXT NOT NULL,
    decision  TEXT NOT NULL,            -- excluded, cleared, declared
    reason    TEXT NOT NULL,
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL
) STRICT

CREATE TABLE assignment (               -- who scores what; the last of a round counts
    key       INTEGER PRIMARY KEY,
    round     INTEGER NOT NULL REFERENCES round (key),
    mode      TEXT NOT NULL,            -- groups, flow, hand, replacement
    pairs     TEXT NOT NULL,            -- JSON: [[dossier id, expert key], …]
    detail    TEXT NOT NULL,            -- JSON: seed, cost, rules, shortages: what reproduces it
    reason    TEXT NOT NULL,
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL
) STRICT

CREATE TABLE panel_bundle (             -- what was handed to an expert
    key       INTEGER PRIMARY KEY,
    round     INTEGER NOT NULL REFERENCES round (key),
    expert    INTEGER NOT NULL REFERENCES expert (key),
    number    TEXT NOT NULL UNIQUE,
    secret    BLOB NOT NULL,            -- 32 bytes, bind the score sheet to this bundle
    bundle    BLOB NOT NULL,            -- SHA-256 of the file
    size      INTEGER NOT NULL,
    content   TEXT NOT NULL,            -- JSON: what is on it, with the originals of review copies
    revoked   TEXT NOT NULL,            -- ISO time; '' while in force
    reason    TEXT NOT NULL,            -- why it was revoked
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL
) STRICT

CREATE TABLE score_sheet (
    key       INTEGER PRIMARY KEY,
    round     INTEGER NOT NULL REFERENCES round (key),
    expert    INTEGER NOT NULL REFERENCES expert (key),
    panel     TEXT NOT NULL,            -- number of the bundle; '' for a sheet typed from paper without one
    version   INTEGER NOT NULL,
    paper     BLOB NOT NULL,            -- SHA-256 of the file in objects/: the sheet, or the photo of a paper one
    name      TEXT NOT NULL,            -- as it came
    source    TEXT NOT NULL,            -- file, spreadsheet, paper
    standing  TEXT NOT NULL,            -- counts, replaced
    content   TEXT NOT NULL,            -- JSON: the sheet's data
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL
) STRICT

CREATE TABLE typed_sheet (              -- a paper sheet as one person typed it; two that agree become a score_sheet
    key       INTEGER PRIMARY KEY,
    round     INTEGER NOT NULL REFERENCES round (key),
    expert    INTEGER NOT NULL REFERENCES expert (key),
    pass      INTEGER NOT NULL,         -- 1, 2
    photo     BLOB NOT NULL,            -- SHA-256; empty for none
    content   TEXT NOT NULL,
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL
) STRICT

CREATE TABLE annulment (                -- scores struck out; they stay to be seen
    key       INTEGER PRIMARY KEY,
    round     INTEGER NOT NULL REFERENCES round (key),
    expert    INTEGER NOT NULL REFERENCES expert (key),
    dossier   TEXT NOT NULL,            -- '' for all of the expert's
    annulled  INTEGER NOT NULL,         -- 0 takes an earlier one back
    reason    TEXT NOT NULL,
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL
) STRICT

CREATE INDEX submission_by_dossier ON submission (dossier)

CREATE TRIGGER assignment_stays BEFORE UPDATE ON assignment
BEGIN
    SELECT RAISE(ABORT, 'an earlier assignment stays on record');
END

CREATE TRIGGER assignment_remains BEFORE DELETE ON assignment
BEGIN
    SELECT RAISE(ABORT, 'an earlier assignment stays on record');
END

CREATE TRIGGER annulment_stays BEFORE UPDATE ON annulment
BEGIN
    SELECT RAISE(ABORT, 'an annulment stays on record');
END

CREATE TRIGGER annulment_remains BEFORE DELETE ON annulment
BEGIN
    SELECT RAISE(ABORT, 'an annulment stays on record');
END
