namespace Detente.Bench.Record;

/// <summary>What can become of a flight test, and how often. A notice counts when it is received 24 hours before the start.</summary>
internal sealed class FlightTests(Dice dice, List<Fact> facts)
{
    private const int Hour = 3600;
    private const int Day = 24 * Hour;

    private int _count;

    /// <summary>Adds the facts of one more test, whose first statement is received at about <paramref name="first"/>, in seconds.</summary>
    public void Add(int first)
    {
        var (act, party) = (++_count, (byte)dice.Below(2));
        switch (dice.Below(1000))
        {
            case < 580: Held(act, party, first, lead: dice.Hours(25, 192)); break;
            case < 600: Held(act, party, first, lead: Day); break;
            case < 610: Held(act, party, first, lead: Day - 1); break;
            case < 680: Held(act, party, first, lead: dice.Hours(1, 23)); break;
            case < 710: NotifiedAfterwards(act, party, first); break;
            case < 760: Report(act, party, first); break;
            case < 830: Moved(act, party, first, lead: dice.Hours(30, 120), by: dice.Hours(1, 72)); break;
            case < 850: Moved(act, party, first, lead: dice.Hours(8, 16), by: dice.Hours(6, 30)); break;
            case < 870: Moved(act, party, first, lead: dice.Hours(60, 66), by: -dice.Hours(24, 48)); break;
            case < 885: HeldEarly(act, party, first); break;
            case < 960: Cancelled(act, party, first); break;
            default: Notice(act, party, first, first + dice.Hours(6, 60)); break;
        }
    }

    private void Held(int act, byte party, int first, int lead)
    {
        Notice(act, party, first, first + lead);
        Report(act, party, first + lead + dice.Below(2) * dice.Below(Hour));
    }

    private void NotifiedAfterwards(int act, byte party, int start)
    {
        Notice(act, party, start + dice.Hours(1, 10), start);
        Report(act, party, start);
    }

    // Postponed, or brought forward when `by` is negative; the second notice arrives before either start.
    private void Moved(int act, byte party, int first, int lead, int by)
    {
        var start = first + lead + by;
        Notice(act, party, first, first + lead);
        Notice(act, party, first + dice.Between(1, Math.Min(lead, lead + by) - 1), start);
        Report(act, party, start);
    }

    // Held before the start announced: the notice counts from the start there was.
    private void HeldEarly(int act, byte party, int first)
    {
        var lead = dice.Hours(26, 48);
        Notice(act, party, first, first + lead);
        Report(act, party, first + lead - dice.Hours(1, 12));
    }

    private void Cancelled(int act, byte party, int first)
    {
        var lead = dice.Hours(8, 120);
        Notice(act, party, first, first + lead);
        var received = first + dice.Between(1, lead);
        facts.Add(new Fact(FactKind.Cancellation, party, act, received - dice.Below(Hour), received));
    }

    private void Notice(int act, byte party, int received, int start) =>
        facts.Add(new Fact(FactKind.Notice, party, act, received - dice.Below(Hour), received, start));

    private void Report(int act, byte party, int start)
    {
        var received = start + dice.Hours(1, 20);
        facts.Add(new Fact(FactKind.Report, party, act, received - dice.Below(Hour), received, start));
    }
}
