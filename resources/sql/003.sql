-- SPDX-License-Identifier: Apache-2.0
-- Version 3: who is trusted and on what that rests, participants' lists, verdicts once given.

CREATE TABLE participants (
    key      INTEGER PRIMARY KEY,
    call     TEXT NOT NULL,
    number   INTEGER NOT NULL CHECK (number >= 1),
    issued   TEXT NOT NULL,             -- ISO date
    office   TEXT NOT NULL,             -- who signed it, by the certificate
    signer   TEXT NOT NULL,             -- fingerprint of that certificate
    paper    BLOB NOT NULL,             -- SHA-256 of the PDF in objects/
    person   INTEGER NOT NULL REFERENCES operator (key),
    at       TEXT NOT NULL,
    UNIQUE (call, number)
) STRICT

CREATE TABLE trusted (
    key         INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL,          -- SHA-256 of the certificate, 64 lower-case hex digits
    certificate BLOB NOT NULL,          -- DER
    kind        TEXT NOT NULL,          -- authority, office, body, expert, signer
    name        TEXT NOT NULL,
    rests       TEXT NOT NULL,          -- on what, in words
    list        INTEGER REFERENCES participants (key),
    until       TEXT NOT NULL,          -- ISO date, the last day; '' for none
    person      INTEGER NOT NULL REFERENCES operator (key),
    at          TEXT NOT NULL,
    removed     TEXT NOT NULL DEFAULT '',  -- when; '' while it is listed
    remover     INTEGER REFERENCES operator (key),
    why         TEXT NOT NULL DEFAULT ''
) STRICT

CREATE INDEX trusted_by_fingerprint ON trusted (fingerprint)

CREATE TRIGGER trusted_remains BEFORE DELETE ON trusted
BEGIN
    SELECT RAISE(ABORT, 'what was trusted once stays on record');
END

CREATE TRIGGER trusted_stays BEFORE UPDATE ON trusted
WHEN OLD.removed <> '' OR NEW.fingerprint <> OLD.fingerprint OR NEW.certificate <> OLD.certificate OR NEW.kind <> OLD.kind
     OR NEW.name <> OLD.name OR NEW.rests <> OLD.rests OR NEW.list IS NOT OLD.list OR NEW.until <> OLD.until
     OR NEW.person <> OLD.person OR NEW.at <> OLD.at
BEGIN
    SELECT RAISE(ABORT, 'what was trusted once stays on record');
END

CREATE TABLE verdict (
    key      INTEGER PRIMARY KEY,
    file     BLOB NOT NULL,             -- SHA-256 of its bytes
    verdict  TEXT NOT NULL,
    basis    TEXT NOT NULL,             -- JSON: on what trust it rested then
    sender   TEXT NOT NULL,             -- fingerprint of a delivery mark that held; '' for none
    dossier  TEXT NOT NULL,             -- id of the paper; '' when it is none of ours
    person   INTEGER REFERENCES operator (key),
    at       TEXT NOT NULL
) STRICT

CREATE INDEX verdict_by_file ON verdict (file)

CREATE INDEX verdict_by_sender ON verdict (sender)

CREATE INDEX verdict_by_dossier ON verdict (dossier)

CREATE TRIGGER verdict_remains BEFORE DELETE ON verdict
BEGIN
    SELECT RAISE(ABORT, 'a verdict given stays on record');
END

CREATE TRIGGER verdict_stays BEFORE UPDATE ON verdict
BEGIN
    SELECT RAISE(ABORT, 'a verdict given stays on record');
END
