-- SPDX-License-Identifier: Apache-2.0
-- Version 5: the desk of a recommending body: who it is, its batch, what came, ranking, endorsements, what was sent, units that mean to apply.

CREATE TABLE batch (
    key       INTEGER PRIMARY KEY,
    call      TEXT NOT NULL,
    name      TEXT NOT NULL,
    body      TEXT NOT NULL,            -- name of the recommending body
    kind      TEXT NOT NULL,            -- of the call's quotas
    province  TEXT NOT NULL,            -- code of the division; '' for none
    contact   TEXT NOT NULL,
    phone     TEXT NOT NULL,
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL,
    UNIQUE (call, name)
) STRICT

CREATE TABLE declaration (
    key       INTEGER PRIMARY KEY,
    batch     INTEGER NOT NULL REFERENCES batch (key),
    condition TEXT NOT NULL,            -- id of the call's condition on bodies
    made      INTEGER NOT NULL,         -- 1: declared that it does not apply
    who       TEXT NOT NULL,
    day       TEXT NOT NULL,
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL
) STRICT

CREATE TABLE candidate (
    key         INTEGER PRIMARY KEY,
    batch       INTEGER NOT NULL REFERENCES batch (key),
    dossier     TEXT NOT NULL,          -- UUID without braces
    title       TEXT NOT NULL,
    base        TEXT NOT NULL,
    category    TEXT NOT NULL,
    applicant   TEXT NOT NULL,
    code        TEXT NOT NULL,
    place       TEXT NOT NULL,
    contact     TEXT NOT NULL,
    phone       TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    fingerprint BLOB NOT NULL,          -- SHA-256 of dossier.json
    paper       BLOB NOT NULL,          -- SHA-256 of the paper in force, in objects/
    kind        TEXT NOT NULL,          -- review, final, signed
    verdict     TEXT NOT NULL,
    signature   TEXT NOT NULL,          -- none, ink, certificate
    errors      INTEGER NOT NULL,
    warnings    INTEGER NOT NULL,
    hints       INTEGER NOT NULL,
    findings    TEXT NOT NULL,          -- JSON, as check --json
    state       TEXT NOT NULL,
    online      TEXT NOT NULL,
    online_day  TEXT NOT NULL,
    copies      INTEGER NOT NULL,
    copies_day  TEXT NOT NULL,
    withdrawn   TEXT NOT NULL,          -- ISO date; '' for not
    acknowledged TEXT NOT NULL,
    withdrawal  TEXT NOT NULL,          -- why
    search      TEXT NOT NULL,
    received    TEXT NOT NULL,
    UNIQUE (batch, dossier)
) STRICT

CREATE TABLE candidate_paper (
    key         INTEGER PRIMARY KEY,
    candidate   INTEGER NOT NULL REFERENCES candidate (key),
    paper       BLOB NOT NULL,          -- SHA-256 of the file in objects/
    name        TEXT NOT NULL,          -- as it came
    kind        TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    fingerprint BLOB NOT NULL,
    standing    TEXT NOT NULL,          -- counts, replaced, diverging, …
    occasion    TEXT NOT NULL,          -- receive, return, pass, endorse, …
    detail      TEXT NOT NULL,          -- JSON
    person      INTEGER NOT NULL REFERENCES operator (key),
    at          TEXT NOT NULL
) STRICT

CREATE INDEX candidate_paper_by_candidate ON candidate_paper (candidate)

CREATE INDEX candidate_paper_by_paper ON candidate_paper (paper)

CREATE TABLE ranking (
    key       INTEGER PRIMARY KEY,
    batch     INTEGER NOT NULL REFERENCES batch (key),
    places    TEXT NOT NULL,            -- JSON: dossier ids, the first is the first
    line      INTEGER NOT NULL,         -- how many of them are recommended
    reason    TEXT NOT NULL,            -- of a change after the decision
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL
) STRICT

CREATE TABLE decision (
    key       INTEGER PRIMARY KEY,
    batch     INTEGER NOT NULL REFERENCES batch (key),
    ranking   INTEGER NOT NULL REFERENCES ranking (key),
    meeting   TEXT NOT NULL,
    day       TEXT NOT NULL,
    number    TEXT NOT NULL,
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL
) STRICT

CREATE TABLE endorsement (
    key         INTEGER PRIMARY KEY,
    candidate   INTEGER NOT NULL REFERENCES candidate (key),
    kind        TEXT NOT NULL,          -- ink, certificate
    body        TEXT NOT NULL,
    joint       INTEGER NOT NULL,
    fingerprint BLOB NOT NULL,          -- of the dossier that was endorsed
    revision    INTEGER NOT NULL,
    before      BLOB NOT NULL,          -- SHA-256 of the paper that was endorsed
    paper       BLOB NOT NULL,          -- SHA-256 of what came of it: the dossier countersigned, or the signature paper
    opinion     TEXT NOT NULL,          -- what was added to the fixed wording
    pages       TEXT NOT NULL,          -- ink: "1" or "1 2", pages that the scans showed
    signer      TEXT NOT NULL,          -- certificate: its fingerprint
    person      INTEGER NOT NULL REFERENCES operator (key),
    at          TEXT NOT NULL
) STRICT

CREATE INDEX endorsement_by_candidate ON endorsement (candidate)

CREATE TABLE sending (
    key       INTEGER PRIMARY KEY,
    batch     INTEGER NOT NULL REFERENCES batch (key),
    number    INTEGER NOT NULL,
    bundle    BLOB NOT NULL,            -- SHA-256 of the file
    size      INTEGER NOT NULL,
    content   TEXT NOT NULL,            -- JSON: the ranking sheet's data
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL,
    UNIQUE (batch, number)
) STRICT

CREATE TABLE parcel (
    key       INTEGER PRIMARY KEY,
    batch     INTEGER NOT NULL REFERENCES batch (key),
    number    INTEGER NOT NULL,
    courier   TEXT NOT NULL,
    waybill   TEXT NOT NULL,
    posted    TEXT NOT NULL,            -- ISO date; '' for not yet
    arrived   TEXT NOT NULL,            -- ISO date and time; '' for not yet
    content   TEXT NOT NULL,            -- JSON: copies by dossier id
    UNIQUE (batch, number)
) STRICT

CREATE TABLE supplement (
    key       INTEGER PRIMARY KEY,
    batch     INTEGER NOT NULL REFERENCES batch (key),
    number    INTEGER NOT NULL,
    paper     BLOB NOT NULL,
    data      TEXT NOT NULL,            -- JSON, as in the paper
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL,
    UNIQUE (batch, number)
) STRICT

CREATE TABLE prospect (
    key       INTEGER PRIMARY KEY,
    batch     INTEGER NOT NULL REFERENCES batch (key),
    unit      TEXT NOT NULL,
    code      TEXT NOT NULL,
    contact   TEXT NOT NULL,
    phone     TEXT NOT NULL,
    state     TEXT NOT NULL,
    online    TEXT NOT NULL,
    last      TEXT NOT NULL,            -- ISO date of the last contact; '' for none
    remark    TEXT NOT NULL,
    candidate INTEGER REFERENCES candidate (key),
    changed   TEXT NOT NULL
) STRICT

CREATE TABLE reminder (
    key       INTEGER PRIMARY KEY,
    prospect  INTEGER NOT NULL REFERENCES prospect (key),
    words     TEXT NOT NULL,
    means     TEXT NOT NULL,            -- mail, messenger, telephone
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL
) STRICT

CREATE TRIGGER ranking_stays BEFORE UPDATE ON ranking
BEGIN
    SELECT RAISE(ABORT, 'an earlier ranking stays on record');
END

CREATE TRIGGER ranking_remains BEFORE DELETE ON ranking
BEGIN
    SELECT RAISE(ABORT, 'an earlier ranking stays on record');
END

CREATE TRIGGER decision_stays BEFORE UPDATE ON decision
BEGIN
    SELECT RAISE(ABORT, 'a decision stays on record');
END

CREATE TRIGGER decision_remains BEFORE DELETE ON decision
BEGIN
    SELECT RAISE(ABORT, 'a decision stays on record');
END

CREATE TRIGGER endorsement_stays BEFORE UPDATE ON endorsement
BEGIN
    SELECT RAISE(ABORT, 'an endorsement stays on record');
END

CREATE TRIGGER endorsement_remains BEFORE DELETE ON endorsement
BEGIN
    SELECT RAISE(ABORT, 'an endorsement stays on record');
END

CREATE TRIGGER sending_stays BEFORE UPDATE ON sending
BEGIN
    SELECT RAISE(ABORT, 'what was sent stays on record');
END

CREATE TRIGGER sending_remains BEFORE DELETE ON sending
BEGIN
    SELECT RAISE(ABORT, 'what was sent stays on record');
END
