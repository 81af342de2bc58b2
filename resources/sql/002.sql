-- SPDX-License-Identifier: Apache-2.0
-- Version 2: revisions that were handed out or taken in, notes and to-dos, unit profiles, PINs, search.

CREATE TABLE revision (
    dossier     INTEGER NOT NULL REFERENCES dossier (key),
    revision    INTEGER NOT NULL,
    occasion    TEXT NOT NULL,          -- submit, finalise, sign, send, copy, receive
    fingerprint BLOB NOT NULL,          -- SHA-256 of data
    data        BLOB NOT NULL,          -- dossier.json as embedded
    paper       BLOB NOT NULL,          -- SHA-256 of the PDF in objects/; empty for none
    step        INTEGER NOT NULL,
    at          TEXT NOT NULL,
    key         INTEGER PRIMARY KEY
) STRICT

CREATE INDEX revision_by_dossier ON revision (dossier, revision)

CREATE TABLE note (
    key      INTEGER PRIMARY KEY,
    dossier  INTEGER NOT NULL REFERENCES dossier (key),
    part     INTEGER NOT NULL,
    field    TEXT NOT NULL,             -- '' for the dossier as a whole
    row      TEXT NOT NULL,
    text     TEXT NOT NULL,
    todo     INTEGER NOT NULL,          -- 1: something is to be brought or done
    who      TEXT NOT NULL,             -- who brings it
    due      TEXT NOT NULL,             -- ISO date; '' for none
    done     INTEGER NOT NULL,
    person   INTEGER NOT NULL REFERENCES operator (key),
    at       TEXT NOT NULL
) STRICT

CREATE INDEX note_by_dossier ON note (dossier)

CREATE TABLE profile (
    key      INTEGER PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,
    call     TEXT NOT NULL,
    "values" TEXT NOT NULL,             -- JSON: values of the fields it fills in
    at       TEXT NOT NULL
) STRICT

ALTER TABLE operator ADD COLUMN pin TEXT NOT NULL DEFAULT ''

CREATE TABLE search (
    dossier  INTEGER PRIMARY KEY REFERENCES dossier (key),
    step     INTEGER NOT NULL,          -- the step it was made after
    text     TEXT NOT NULL
) STRICT
