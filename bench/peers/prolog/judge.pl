% Counts by clause, party and verdict at the end of the record. Called as
%   swipl -O judge.pl -- facts.pl <second judged>
% Prints `load <ms>`, `judge <ms>` and `count <clause> <party> <verdict> <n>`. Times of facts are whole seconds.
%
%   notice(Act, Party, Received, Start)   report(Act, Party, Start)   cancellation(Act)
%   request(Request, Asked, Received)     answer(Request, Received)
%
% Every condition below knows the first argument of the fact it looks for: SWI-Prolog finds it by hash. Notices of an
% act stand in record order, and no two were received in the same second.

:- initialization(main, main).

main :-
    current_prolog_flag(argv, [File, AtText]),
    atom_number(AtText, At),
    timed(load, load_files(File, [silent(true)])),
    Counts = counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    timed(judge, count(At, Counts)),
    forall(cell(Clause, Party, Verdict, I),
           ( arg(I, Counts, N), format("count ~w ~w ~w ~d~n", [Clause, Party, Verdict, N]) )).

timed(What, Goal) :-
    get_time(From),
    call(Goal),
    get_time(Until),
    Ms is round((Until - From) * 1000),
    format("~w ~d~n", [What, Ms]).

% One pass over the instances; each verdict raises one argument of Counts in place.
count(At, Counts) :-
    forall(judged(At, Clause, Party, Verdict),
           ( place(Clause, Party, Verdict, I),
             arg(I, Counts, N),
             N1 is N + 1,
             nb_setarg(I, Counts, N1) )).

cell(Clause, Party, Verdict, I) :-
    member(Clause, [1, 2]),
    member(Party, [0, 1]),
    place(Clause, Party, Verdict, I).

place(Clause, Party, Verdict, I) :-
    verdict(Verdict, V),
    I is 1 + V * 4 + (Clause - 1) * 2 + Party.

verdict('Kept', 0).
verdict('NotKept', 1).
verdict('Pending', 2).
verdict('NotTriggered', 3).

judged(_, 1, Party, Verdict) :-
    report(Act, Party, Held),
    ( noticed_before(Act, Held) -> Verdict = 'Kept' ; Verdict = 'NotKept' ).
judged(_, 1, Party, Verdict) :-
    notice(Act, Party, First, _),
    \+ report(Act, _, _),
    \+ ( notice(Act, _, Earlier, _), Earlier < First ),
    not_held(Act, First, Verdict).
judged(At, 2, Asked, Verdict) :-
    request(Request, Asked, Received),
    Due is Received + 172800,
    ( answer(Request, Answered), Answered =< Due -> Verdict = 'Kept'
    ; Due =< At -> Verdict = 'NotKept'
    ; Verdict = 'Pending' ).

% A notice received 24 hours before the start last announced, or before the real one where that came first.
noticed_before(Act, Held) :-
    last_start(Act, Held, Announced),
    Start is min(Held, Announced),
    notice(Act, _, Received, _),
    Received + 86400 =< Start,
    !.

not_held(Act, _, 'NotTriggered') :- cancellation(Act), !.
not_held(Act, First, 'Kept') :- end_of_time(End), last_start(Act, End, Start), First + 86400 =< Start, !.
not_held(_, _, 'Pending').

end_of_time(1000000000000).

% The start in the last notice received by then.
last_start(Act, By, Start) :-
    notice(Act, _, Received, Start),
    Received =< By,
    \+ ( notice(Act, _, Later, _), Later > Received, Later =< By ),
    !.
