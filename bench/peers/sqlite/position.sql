-- The same counts at any instant judged (@at) and instant of knowledge (@known), as seconds; both lie half a second
-- later. Used to check slider positions, never timed.
WITH
  known_notice AS NOT MATERIALIZED (SELECT * FROM notice WHERE received <= @known),
  known_report AS NOT MATERIALIZED (SELECT * FROM report WHERE received <= @known),
  known_act AS (SELECT act, party FROM known_notice UNION SELECT act, party FROM known_report),
  test AS (
    SELECT t.party, r.start AS held,
      (SELECT min(n.made) FROM known_notice n WHERE n.act = t.act) AS listed,
      (SELECT min(n.received) FROM known_notice n
       WHERE n.act = t.act AND n.cancelled = 0 AND (r.start IS NULL OR n.received <= r.start)) AS first,
      (SELECT n.start FROM known_notice n
       WHERE n.act = t.act AND n.cancelled = 0 AND (r.start IS NULL OR n.received <= r.start)
       ORDER BY n.received DESC LIMIT 1) AS start,
      (SELECT n.start FROM known_notice n
       WHERE n.act = t.act AND n.cancelled = 0 AND (r.start IS NULL OR n.received <= r.start) AND n.received <= @at
       ORDER BY n.received DESC LIMIT 1) AS start_by_then,
      EXISTS (SELECT 1 FROM known_notice n WHERE n.act = t.act AND n.cancelled = 1 AND n.received <= @at) AS called_off
    FROM known_act t LEFT JOIN known_report r ON r.act = t.act),
  judged_test AS (
    SELECT party, CASE
      WHEN held <= @at THEN iif(first + 86400 <= min(start, held), 'Kept', 'NotKept')
      WHEN listed IS NULL OR listed > @at THEN NULL
      WHEN held IS NULL AND called_off THEN 'NotTriggered'
      WHEN first IS NULL OR first > @at THEN iif(held IS NULL AND start <= @at AND @at > @known, 'Undetermined', 'Pending')
      WHEN first + 86400 <= start_by_then THEN 'Kept'
      WHEN held IS NULL AND start <= @at AND @at > @known THEN 'Undetermined'
      ELSE 'Pending' END AS verdict
    FROM test),
  asked AS (
    SELECT q.asked AS party, q.received + 172800 AS due,
      (SELECT min(a.received) FROM answer a WHERE a.request = q.request AND a.refusal = 0 AND a.received <= @known) AS answered
    FROM request q WHERE q.received <= @known AND q.received <= @at),
  judged_request AS (
    SELECT party, CASE
      WHEN answered <= due THEN iif(answered <= @at, 'Kept', 'Pending')
      WHEN @at < due THEN 'Pending'
      WHEN answered IS NOT NULL OR due <= @known THEN 'NotKept'
      ELSE 'Undetermined' END AS verdict
    FROM asked)
SELECT '1 ' || party || ' ' || verdict, count(*) FROM judged_test WHERE verdict IS NOT NULL GROUP BY 1
UNION ALL
SELECT '2 ' || party || ' ' || verdict, count(*) FROM judged_request GROUP BY 1;
