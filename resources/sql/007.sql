-- SPDX-License-Identifier: Apache-2.0
-- Version 7: notices of recommending bodies (补充通知) that an applicant took over.

CREATE TABLE local_notice (
    key       INTEGER PRIMARY KEY,
    call      TEXT NOT NULL,
    body      TEXT NOT NULL,            -- as the list of bodies has it
    number    INTEGER NOT NULL,         -- the highest of a body counts
    paper     BLOB NOT NULL,            -- SHA-256 of the file in objects/
    data      BLOB NOT NULL,            -- supplement.json, as it was in the paper
    sender    TEXT NOT NULL,            -- of its delivery mark
    set_aside TEXT NOT NULL,            -- when the applicant took it off again; '' for not
    person    INTEGER NOT NULL REFERENCES operator (key),
    at        TEXT NOT NULL,
    UNIQUE (call, body, number)
) STRICT
