using System.Globalization;
using Detente.Agreement.Model;

namespace Detente.Agreement.Text;

/// <summary>Writes a clause's conditions and sentence in the canonical words and lines.</summary>
internal sealed class SentencePrinter(Wording wording)
{
    private readonly Layout _layout = new();

    public string Print(Clause clause)
    {
        Head(clause);
        switch (clause.Sentence)
        {
            case Limit limit:
                Limit(limit);
                break;
            case Ban ban:
                Ban(ban);
                break;
            case Location location:
                new LocationPrinter(wording, _layout).Print(location);
                break;
            case TriggeredDuty duty:
                Triggered(duty);
                break;
            case Periodic periodic:
                Periodic(periodic);
                break;
            case Quota quota:
                Quota(quota);
                break;
            case QuotaShare share:
                _layout.Begin(LineKind.Sentence).Add($"{wording.Who(share.Bearer)} may conduct in one basing country at most half of the quota of {share.OfClause}");
                break;
            case Right right:
                Right(right);
                break;
            case Leaving leaving:
                Leaving(leaving);
                break;
            case Warning warning:
                Warning(warning);
                break;
            default:
                throw new InvalidOperationException($"No words for {clause.Sentence.GetType().Name}.");
        }

        return _layout.Print("\n");
    }

    private void Head(Clause clause)
    {
        _layout.Begin(LineKind.Head);
        if (clause.From is { } from)
        {
            _layout.Add("from " + wording.Time(from));
        }

        if (clause.Until is { } until)
        {
            _layout.Add("until " + wording.Time(until));
        }

        foreach (var condition in clause.Conditions)
        {
            _layout.Begin(LineKind.Head).Add(condition switch
            {
                Condition.Reciprocal reciprocal => "so long as every other Party keeps " + Wording.List(reciprocal.Clauses, "and"),
                Condition.Once once => $"once {Wording.List(once.Clauses, "and")} {(once.Clauses.Count == 1 ? "is" : "are")} kept",
                _ => throw new InvalidOperationException($"No words for {condition}."),
            });
        }
    }

    private void Limit(Limit limit)
    {
        var on = limit.Property is null ? "" : limit.Property + " on ";
        if (limit.Phases is [{ Max: 0, From: null, Until: null }])
        {
            var may = limit.Bearer is Bearer.EachParty ? "no Party may have" : wording.Who(limit.Bearer) + " may not have";
            _layout.Begin(LineKind.Sentence).Add($"{may} {on}{wording.Items(limit.Items, plural: true, articles: false)}");
            return;
        }

        _layout.Begin(LineKind.Sentence).Add(wording.Who(limit.Bearer) + " may have at most");
        for (var i = 0; i < limit.Phases.Count; i++)
        {
            var phase = limit.Phases[i];
            BeginStep(i, limit.Phases.Count);
            _layout.Add(Digits(phase.Max));
            if (i == 0)
            {
                _layout.Add(on + wording.Items(limit.Items, plural: limit.Property is not null || phase.Max != 1, articles: false));
            }

            _layout.Add(phase.From is null ? "" : "from " + wording.Time(phase.From));
            _layout.Add(phase.Until is null ? "" : "until " + wording.Time(phase.Until));
        }
    }

    private void Ban(Ban ban)
    {
        var may = ban.Bearer is Bearer.EachParty ? "no Party may conduct" : wording.Who(ban.Bearer) + " may not conduct";
        _layout.Begin(LineKind.Sentence).Add($"{may} {wording.Acts(ban.Acts)}");
        if (ban.Unless.Count > 0)
        {
            _layout.Begin(LineKind.Link).Add("unless it is " + wording.Acts(ban.Unless));
        }
    }

    private void Triggered(TriggeredDuty duty)
    {
        Trigger(duty.Trigger);
        _layout.Begin(LineKind.Sentence);
        Duty(duty.Duty, duty.Trigger);
        if (duty.Unless is { } unless)
        {
            var to = unless.To is { } longer ? " to " + wording.Lapse(longer, wordsFollow: false) : "";
            _layout.Begin(LineKind.Link).Add($"unless {wording.Who(unless.By)} agrees{to}");
        }

        foreach (var link in duty.Otherwise)
        {
            _layout.Begin(LineKind.Link).Add("otherwise");
            Duty(link, duty.Trigger);
        }
    }

    private void Trigger(Trigger trigger)
    {
        _layout.Begin(LineKind.Head).Add("when " + trigger switch
        {
            Trigger.OnAct { Edge: "start" } act => "a Party conducts " + wording.Act(act.Act, variable: act.Variable),
            Trigger.OnAct { Edge: "end" } act => wording.Act(act.Act, variable: act.Variable) + " ends",
            Trigger.OnAct act => $"{wording.Act(act.Act, variable: act.Variable)} reaches {act.Variable}.{act.Edge}",
            Trigger.OnRequest request => $"a Party receives a request {request.Variable} for {(wording.IsAct(request.For) ? EnglishNouns.WithArticle(request.For) : request.For)}",
            _ => throw new InvalidOperationException($"No words for {trigger}."),
        });
    }

    private void Duty(Duty duty, Trigger trigger)
    {
        var isPrior = duty.Due is Due.AtLeastBefore;
        _layout.Add(wording.Who(duty.Bearer) + " must " + duty.Deed switch
        {
            Deed.Send send => (isPrior ? "have sent " : "send ") + Message(send),
            Deed.Reach { Time: "end" } reach => "end " + reach.Variable,
            Deed.Reach reach => $"reach {reach.Variable}.{reach.Time}",
            Deed.Conduct act when trigger is Trigger.OnRequest => $"attend {EnglishNouns.WithArticle(act.ActTerm)} about {act.About}",
            Deed.Conduct act => $"conduct {EnglishNouns.WithArticle(act.ActTerm)} of {act.About}",
            Deed.Admit admit => "admit " + admit.Request,
            _ => throw new InvalidOperationException($"No words for {duty.Deed}."),
        });
        _layout.Begin(LineKind.Part).Add(duty.Due switch
        {
            Due.AtLeastBefore before => $"{(before.ByDispatch ? "dispatched" : "received")} at least {wording.Lapse(before.Lapse, wordsFollow: true)} before {wording.TimeOf(before.Time, isPriorNotice: true)}",
            Due.Within within => Within(within),
            _ => "without a stated deadline",
        });
    }

    private string Message(Deed.Send send)
    {
        var (kind, isReply) = send.Message switch
        {
            MessageKind.Notification => ("a notification", false),
            MessageKind.Report => ("a report", false),
            MessageKind.Answer => ("an answer", true),
            _ => ("an explanation", true),
        };
        var to = send.ToInspected ? " to the inspected Party" : isReply ? "" : " to every other Party";
        return $"{kind} about {send.About}{to}";
    }

    private string Within(Due.Within within) =>
        $"within {wording.Lapse(within.Lapse, wordsFollow: true)} after {wording.TimeOf(within.Time, isPriorNotice: false)}{(within.ByDispatch ? ", dispatched" : "")}";

    private void Periodic(Periodic periodic)
    {
        var period = periodic.Every is { } every ? $"the end of each {wording.Lapse(every, wordsFollow: true)} from " : "";
        var counted = periodic.Every is not null ? "that end" : periodic.AsOf.Offset is null ? wording.Time(periodic.AsOf) : "that time";
        _layout.Begin(LineKind.Sentence)
            .Add($"{wording.Who(periodic.Bearer)} must send {EnglishNouns.WithArticle(periodic.Exchange)} as of {period}{wording.Time(periodic.AsOf)},")
            .Begin(LineKind.Part)
            .Add($"within {wording.Lapse(periodic.Within, wordsFollow: true)} after {counted}{(periodic.ByDispatch ? ", dispatched" : "")}");
    }

    private void Quota(Quota quota)
    {
        _layout.Begin(LineKind.Sentence).Add(wording.Who(quota.Bearer) + " may conduct at most");
        for (var i = 0; i < quota.Steps.Count; i++)
        {
            var step = quota.Steps[i];
            BeginStep(i, quota.Steps.Count);
            _layout.Add(Digits(step.Max));
            if (i == 0)
            {
                _layout.Add(wording.Act(quota.Acts, plural: step.Max != 1, article: false));
                _layout.Add(quota.Year is null ? "" : "per " + quota.Year);
            }

            _layout.Add((step.FirstYear, step.LastYear) switch
            {
                (null, _) => "",
                ({ } first, null) => $"from year {Digits(first)} on",
                ({ } first, { } last) when first == last => "in year " + Digits(first),
                ({ } first, { } last) => $"in years {Digits(first)} to {Digits(last)}",
            });
        }
    }

    private void Right(Right right)
    {
        if (right.About is { } trigger)
        {
            Trigger(trigger);
        }

        _layout.Begin(LineKind.Sentence).Add(right.About is null
            ? $"each Party may conduct {EnglishNouns.WithArticle(right.Act)} on request"
            : $"every other Party may conduct {EnglishNouns.WithArticle(right.Act)} of {right.About.Variable}");
        if (right.Window is { } window)
        {
            _layout.Begin(LineKind.Part).Add(Within(window));
        }

        if (right.AdmitWithin is { } admit)
        {
            _layout.Join(",").Begin(LineKind.Part).Add($"to be admitted within {wording.Lapse(admit, wordsFollow: true)} after receipt");
        }
    }

    private void Leaving(Leaving leaving) => _layout.Begin(LineKind.Sentence).Add(
        $"a Party may withdraw {wording.Lapse(leaving.After, wordsFollow: true)} after {(leaving.ByDispatch ? "dispatch" : "receipt")} of notice{(leaving.StatingReasons ? ", stating reasons" : "")}");

    private void Warning(Warning warning)
    {
        var to = warning.To is TerritoryOf.Named named ? wording.Name(named.Territory) : "another";
        _layout.Begin(LineKind.Sentence).Add(
            $"warn when the flight time from {wording.Items(warning.Items, plural: false, articles: true)} of one Party to the capital of {to} is {(warning.AtMost ? "at most" : "under")} {Wording.Number(warning.Minutes)} {(warning.Minutes == 1 ? "minute" : "minutes")}");
    }

    // One number stays in the sentence; of several each has its line.
    private void BeginStep(int index, int count)
    {
        if (index > 0)
        {
            _layout.Join(",");
        }

        if (count > 1)
        {
            _layout.Begin(LineKind.Part);
        }
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
