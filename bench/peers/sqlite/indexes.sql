-- Made after the rows are in, as is cheaper; each holds all that the queries ask of its table.
CREATE INDEX notice_of_act ON notice (act, cancelled, received, start, party);
CREATE INDEX answer_to_request ON answer (request, refusal, received);
ANALYZE;
