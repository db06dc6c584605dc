-- Counts at the end of the record. Every column is one cell, named by clause, party and verdict. Sums in one pass, for
-- GROUP BY would sort; LIMIT -1 keeps SQLite from working a flag out again for each sum. Both halve the time.
-- Notices of one act are received in record order, no two in the same second: the index gives the first and the last.

-- 1. Prior notice, of tests that were held: kept unless there is no notice received before the start and 24 hours
--    before the start last announced (or the real one, where that came first).
SELECT sum(party = 0 AND NOT late) AS "1 0 Kept", sum(party = 0 AND late) AS "1 0 NotKept",
       sum(party = 1 AND NOT late) AS "1 1 Kept", sum(party = 1 AND late) AS "1 1 NotKept"
FROM (SELECT r.party, NOT EXISTS (
        SELECT 1 FROM notice n
        WHERE n.act = r.act AND n.cancelled = 0 AND n.received <= r.start
          AND n.received + 86400 <= min(r.start, (
            SELECT l.start FROM notice l
            WHERE l.act = r.act AND l.cancelled = 0 AND l.received <= r.start
            ORDER BY l.received DESC LIMIT 1))) AS late
      FROM report r LIMIT -1);

-- 1. Prior notice, of tests announced and not held so far: not triggered (0) when cancelled, kept (1), pending (2).
SELECT sum(party = 0 AND verdict = 0) AS "1 0 NotTriggered", sum(party = 1 AND verdict = 0) AS "1 1 NotTriggered",
       sum(party = 0 AND verdict = 1) AS "1 0 Kept", sum(party = 1 AND verdict = 1) AS "1 1 Kept",
       sum(party = 0 AND verdict = 2) AS "1 0 Pending", sum(party = 1 AND verdict = 2) AS "1 1 Pending"
FROM (SELECT n.party, CASE
        WHEN EXISTS (SELECT 1 FROM notice c WHERE c.act = n.act AND c.cancelled = 1) THEN 0
        WHEN n.received + 86400 <= (SELECT l.start FROM notice l WHERE l.act = n.act AND l.cancelled = 0
                                    ORDER BY l.received DESC LIMIT 1) THEN 1
        ELSE 2 END AS verdict
      FROM notice n
      WHERE n.cancelled = 0
        AND NOT EXISTS (SELECT 1 FROM report r WHERE r.act = n.act)
        AND NOT EXISTS (SELECT 1 FROM notice f WHERE f.act = n.act AND f.cancelled = 0 AND f.received < n.received)
      LIMIT -1);

-- 2. Answers: due within 48 hours after receipt; a refusal is not an answer.
SELECT sum(asked = 0 AND NOT unanswered) AS "2 0 Kept", sum(asked = 1 AND NOT unanswered) AS "2 1 Kept",
       sum(asked = 0 AND unanswered AND past_due) AS "2 0 NotKept", sum(asked = 1 AND unanswered AND past_due) AS "2 1 NotKept",
       sum(asked = 0 AND unanswered AND NOT past_due) AS "2 0 Pending", sum(asked = 1 AND unanswered AND NOT past_due) AS "2 1 Pending"
FROM (SELECT q.asked, q.received + 172800 <= @at AS past_due, NOT EXISTS (
        SELECT 1 FROM answer a
        WHERE a.request = q.request AND a.refusal = 0 AND a.received <= q.received + 172800) AS unanswered
      FROM request q LIMIT -1);
