-- The plain facts, one table for each kind. Times are whole seconds, parties 0 and 1, seq is the record order.
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = MEMORY;

CREATE TABLE notice (seq INTEGER PRIMARY KEY, act INTEGER, party INTEGER, made INTEGER, received INTEGER,
                     start INTEGER, cancelled INTEGER);
CREATE TABLE report (act INTEGER PRIMARY KEY, party INTEGER, received INTEGER, start INTEGER);
CREATE TABLE request (request INTEGER PRIMARY KEY, asked INTEGER, received INTEGER);
CREATE TABLE answer (seq INTEGER PRIMARY KEY, request INTEGER, received INTEGER, refusal INTEGER);
