namespace Detente.Bench.Record;

/// <summary>What can become of a request for clarification, and how often. An answer is due within 48 hours after receipt.</summary>
internal sealed class Requests(Dice dice, List<Fact> facts)
{
    private const int Hour = 3600;
    private const int Due = 48 * Hour;

    private int _count;

    /// <summary>Adds the facts of one more request, received at <paramref name="received"/>, in seconds.</summary>
    public void Add(int received)
    {
        var (request, asker) = (++_count, (byte)dice.Below(2));
        Say(FactKind.Request, request, asker, received);
        var asked = (byte)(1 - asker);
        switch (dice.Below(1000))
        {
            case < 690: Say(FactKind.Answer, request, asked, received + dice.Hours(1, 47)); break;
            case < 720: Say(FactKind.Answer, request, asked, received + Due); break;
            case < 730: Say(FactKind.Answer, request, asked, received + Due + 1); break;
            case < 820: Say(FactKind.Answer, request, asked, received + dice.Hours(49, 200)); break;
            case < 860: Say(FactKind.Refusal, request, asked, received + dice.Hours(1, 90)); break;
            case < 900: RefusedThenAnswered(request, asked, received); break;
            default: break;
        }
    }

    private void RefusedThenAnswered(int request, byte asked, int received)
    {
        var refused = received + dice.Hours(1, 40);
        Say(FactKind.Refusal, request, asked, refused);
        Say(FactKind.Answer, request, asked, refused + dice.Hours(1, 30));
    }

    private void Say(FactKind kind, int request, byte author, int received) =>
        facts.Add(new Fact(kind, author, request, received - dice.Below(Hour), received));
}
