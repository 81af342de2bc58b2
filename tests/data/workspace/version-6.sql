-- SPDX-License-Identifier: Apache-2.0
-- A workspace as schema version 6 wrote it, with one dossier, a batch and its ranking, a kept revision, a note, a trusted certificate and a record. Statements are separated by blank lines.

CREATE TABLE operator (
    key     INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,
    unit    TEXT NOT NULL,
    added   TEXT NOT NULL,              -- ISO 8601, UTC, as all times here
    UNIQUE (name, unit)
) STRICT

CREATE TABLE setting (
    name    TEXT PRIMARY KEY,
    value   TEXT NOT NULL
) STRICT, WITHOUT ROWID

CREATE TABLE dossier (
    key          INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,  -- UUID without braces
    call         TEXT NOT NULL,
    call_version TEXT NOT NULL,
    form_hash    BLOB NOT NULL,
    revision     INTEGER NOT NULL CHECK (revision >= 1),
    parent       BLOB NOT NULL,         -- fingerprint of the revision it came from; empty for the first
    state        TEXT NOT NULL,
    title        TEXT NOT NULL DEFAULT '',
    applicant    TEXT NOT NULL DEFAULT '',
    progress     INTEGER NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    steps        INTEGER NOT NULL DEFAULT 0,
    changed      TEXT NOT NULL
) STRICT

CREATE INDEX dossier_by_time ON dossier (changed)

CREATE TABLE step (
    dossier  INTEGER NOT NULL REFERENCES dossier (key),
    number   INTEGER NOT NULL CHECK (number >= 1),
    revision INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    undoes   INTEGER NOT NULL DEFAULT 0 CHECK (undoes < number),
    person   INTEGER NOT NULL REFERENCES operator (key),
    via      TEXT NOT NULL,
    at       TEXT NOT NULL,
    detail   TEXT NOT NULL DEFAULT '',  -- JSON
    PRIMARY KEY (dossier, number)
) STRICT, WITHOUT ROWID

CREATE TABLE change (
    dossier  INTEGER NOT NULL,
    step     INTEGER NOT NULL,
    place    INTEGER NOT NULL,          -- order within the step
    part     INTEGER NOT NULL,          -- 0 value, 1 attachment, 2 reason
    field    TEXT NOT NULL,
    row      TEXT NOT NULL,
    col      TEXT NOT NULL,
    was      TEXT NOT NULL,             -- JSON; '' for nothing
    now      TEXT NOT NULL,
    PRIMARY KEY (dossier, step, place),
    FOREIGN KEY (dossier, step) REFERENCES step (dossier, number)
) STRICT, WITHOUT ROWID

CREATE INDEX change_by_field ON change (dossier, field, row, col)

CREATE TRIGGER step_stays BEFORE UPDATE ON step
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END

CREATE TRIGGER step_remains BEFORE DELETE ON step
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END

CREATE TRIGGER change_remains BEFORE DELETE ON change
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END

CREATE TRIGGER only_the_last_step_grows BEFORE UPDATE ON change
WHEN NEW.was IS NOT OLD.was OR NEW.step <> OLD.step OR NEW.dossier <> OLD.dossier OR NEW.field <> OLD.field
     OR NEW.row <> OLD.row OR NEW.col <> OLD.col OR NEW.part <> OLD.part OR NEW.place <> OLD.place
     OR OLD.step <> (SELECT steps FROM dossier WHERE key = OLD.dossier)
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END

CREATE TABLE snapshot (
    dossier  INTEGER NOT NULL,
    step     INTEGER NOT NULL,
    data     BLOB NOT NULL,             -- dossier.json after that step
    PRIMARY KEY (dossier, step),
    FOREIGN KEY (dossier, step) REFERENCES step (dossier, number)
) STRICT

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

INSERT INTO operator VALUES (1, '张三', '示例研究院', '2022-05-01T01:00:00Z', '')

INSERT INTO setting VALUES ('operator', '1')

INSERT INTO dossier VALUES (1, '11111111-2222-3333-4444-555555555555', 'x-1', '1', X'0F', 1, X'', 'draft', '示例基地', '示例研究院', 10, 3, '2022-05-01T01:02:00.000Z')

INSERT INTO step VALUES (1, 1, 1, 'create', 0, 1, 'form', '2022-05-01T01:00:00.000Z', ''), (1, 2, 1, 'edit', 0, 1, 'form', '2022-05-01T01:01:00.000Z', ''), (1, 3, 1, 'edit', 0, 1, 'form', '2022-05-01T01:02:00.000Z', '')

INSERT INTO change VALUES (1, 1, 0, 0, 'text', '', '', '', '"第一"'), (1, 2, 0, 0, 'other', '', '', '', '"别的"'), (1, 3, 0, 0, 'text', '', '', '"第一"', '"第二"')

INSERT INTO revision VALUES (1, 1, 'finalise', X'015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862', X'7b2261223a317d', X'', 3, '2022-05-01T01:03:00.000Z', 1)

INSERT INTO note VALUES (1, 1, 0, 'text', '', '待核实', 1, '李四', '2022-05-20', 0, 1, '2022-05-01T01:04:00.000Z')

INSERT INTO trusted VALUES (1, 'abababababababababababababababababababababababababababababababab', X'30', 'body', '示例学会', '电话核对', NULL, '', 1, '2022-05-01T01:05:00.000Z', '', NULL, '')

INSERT INTO record VALUES (1, 1, 1, 'review', '李四', '2022-05-10', '{"how":"邮件"}', X'', 1, '2022-05-10T01:00:00.000Z')

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

INSERT INTO batch VALUES (1, 'x-1', '示例学会', '示例学会', 'society', '', '王五', '', 1, '2022-05-02T01:00:00.000Z')

INSERT INTO ranking VALUES (1, 1, '["11111111-2222-3333-4444-555555555555"]', 1, '', 1, '2022-05-02T01:02:00.000Z')

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

PRAGMA application_id = 0x4a5a5753

PRAGMA user_version = 6
