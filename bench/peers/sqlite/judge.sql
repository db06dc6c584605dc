-- Counts by clause, party and verdict at the end of the record. Notices of one act are received in record order, and
-- no two in the same second, so the index gives the first and the last of them.

-- 1. Prior notice, of tests that were held: kept unless there is no notice received before the start and 24 hours
--    before the start last announced (or the real one, where that came first).
SELECT '1', party, iif(late, 'NotKept', 'Kept'), count(*)
FROM (SELECT r.party, NOT EXISTS (
        SELECT 1 FROM notice n
        WHERE n.act = r.act AND n.cancelled = 0 AND n.received <= r.start
          AND n.received + 86400 <= min(r.start, (
            SELECT l.start FROM notice l
            WHERE l.act = r.act AND l.cancelled = 0 AND l.received <= r.start
            ORDER BY l.received DESC LIMIT 1))) AS late
      FROM report r)
GROUP BY party, late

UNION ALL

-- 1. Prior notice, of tests announced and not held so far.
SELECT '1', party, verdict, count(*)
FROM (SELECT n.party, CASE
        WHEN EXISTS (SELECT 1 FROM notice c WHERE c.act = n.act AND c.cancelled = 1) THEN 'NotTriggered'
        WHEN n.received + 86400 <= (SELECT l.start FROM notice l WHERE l.act = n.act AND l.cancelled = 0
                                    ORDER BY l.received DESC LIMIT 1) THEN 'Kept'
        ELSE 'Pending' END AS verdict
      FROM notice n
      WHERE n.cancelled = 0
        AND NOT EXISTS (SELECT 1 FROM report r WHERE r.act = n.act)
        AND NOT EXISTS (SELECT 1 FROM notice f WHERE f.act = n.act AND f.cancelled = 0 AND f.received < n.received))
GROUP BY party, verdict

UNION ALL

-- 2. Answers: due within 48 hours after receipt; a refusal is not an answer.
SELECT '2', asked, iif(NOT unanswered, 'Kept', iif(past_due, 'NotKept', 'Pending')), count(*)
FROM (SELECT q.asked, q.received + 172800 <= @at AS past_due, NOT EXISTS (
        SELECT 1 FROM answer a
        WHERE a.request = q.request AND a.refusal = 0 AND a.received <= q.received + 172800) AS unanswered
      FROM request q)
GROUP BY asked, unanswered, past_due;
