-- SPDX-License-Identifier: Apache-2.0
-- Version 4: what happened to a dossier outside of the program, and was written down (登记).

CREATE TABLE record (
    key      INTEGER PRIMARY KEY,
    dossier  INTEGER NOT NULL REFERENCES dossier (key),
    revision INTEGER NOT NULL,
    kind     TEXT NOT NULL,             -- review, pre-review, confidentiality, signatory, online, …
    who      TEXT NOT NULL,             -- who did or said it, or to whom it went
    day      TEXT NOT NULL,             -- ISO date of when
    detail   TEXT NOT NULL,             -- JSON
    paper    BLOB NOT NULL,             -- SHA-256 of a file in objects/; empty for none
    person   INTEGER NOT NULL REFERENCES operator (key),
    at       TEXT NOT NULL
) STRICT

CREATE INDEX record_by_dossier ON record (dossier)

CREATE TRIGGER record_remains BEFORE DELETE ON record
BEGIN
    SELECT RAISE(ABORT, 'what was written down stays on record');
END

CREATE TRIGGER record_stays BEFORE UPDATE ON record
BEGIN
    SELECT RAISE(ABORT, 'what was written down stays on record');
END
